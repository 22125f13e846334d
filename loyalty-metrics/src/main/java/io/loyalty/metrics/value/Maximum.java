package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.List;

/** What a search found, in the parameters of the model. */
record Maximum(
        double[] parameters,
        double logLikelihood,
        double penalised,
        double gradientNorm,
        FitStatus status,
        List<FitFinding> findings,
        double[][] covariance) {

    private static final List<FitFinding> ALIKE =
            List.of(FitFinding.ONE_DROPOUT_FOR_ALL, FitFinding.ONE_RATE_FOR_ALL, FitFinding.DROPOUT_NOT_IDENTIFIED);
    private static final double LEVEL = 1e-5;
    private static final double SINGULAR = 1e-10;

    /** What a point with some Hessian is: a summit, a limit, a plateau, or none. */
    static Maximum of(Objective objective, Point point, double[][] hessian, boolean exhausted) {
        List<FitFinding> findings = new ArrayList<>();
        for (int i = 0; i < objective.size; i++) {
            if (!point.free[i]) {
                Coordinates.Axis axis = objective.coordinates.axis(i);
                findings.add(point.at[i] <= axis.low() ? axis.atLow() : axis.atHigh());
            }
        }
        boolean bound = !findings.isEmpty();
        double gradientNorm = point.slope();
        FitStatus status = FitStatus.CONVERGED;
        if (exhausted || !(gradientNorm <= LEVEL)) {
            status = FitStatus.NOT_CONVERGED;
            findings.add(FitFinding.ITERATIONS_EXHAUSTED);
        } else if (bound) {
            status = FitStatus.BOUNDARY;
        } else if (SymmetricMatrix.smallestEigenvalue(hessian, point.free) < SINGULAR) {
            status = FitStatus.NOT_IDENTIFIED;
            findings.add(FitFinding.FLAT_DIRECTION);
        }
        double[] p = objective.coordinates.parameters(point.at);
        double[][] covariance = status == FitStatus.CONVERGED ? covariance(objective, p, hessian) : new double[0][];
        if (objective.ridge > 0) {
            findings.add(FitFinding.PENALISED);
        }
        return new Maximum(
                p,
                (objective.penalty(point.at) - point.value) * objective.customers,
                -point.value * objective.customers,
                gradientNorm,
                status,
                findings,
                covariance);
    }

    private static double[][] covariance(Objective objective, double[] p, double[][] hessian) {
        double[][] inverse = SymmetricMatrix.inverse(hessian);
        if (objective.ridge > 0) {
            // H⁻¹ (H − 2 ridge) H⁻¹: how the penalised estimate scatters, not how sharp the penalised summit is.
            double[][] unpenalised = new double[hessian.length][];
            for (int i = 0; i < hessian.length; i++) {
                unpenalised[i] = hessian[i].clone();
                unpenalised[i][i] -= 2 * objective.ridge;
            }
            inverse = SymmetricMatrix.sandwich(inverse, unpenalised, 1);
        }
        return SymmetricMatrix.sandwich(objective.coordinates.jacobian(p), inverse, 1 / objective.customers);
    }

    /** Whether there is no reason to look elsewhere: a summit, or a limit at which customers are merely alike. */
    boolean settled() {
        return status == FitStatus.CONVERGED
                || status == FitStatus.BOUNDARY
                        && findings.stream().allMatch(f -> ALIKE.contains(f) || f == FitFinding.PENALISED);
    }

    /** The higher one; this one unless the other is higher by more than rounding. */
    Maximum orBetter(Maximum other) {
        return other.penalised > penalised + 1e-9 * Math.abs(penalised) ? other : this;
    }

    /** The same in other units of the parameters. */
    Maximum dividedBy(double[] units) {
        double[] p = parameters.clone();
        double[][] v = new double[covariance.length][];
        for (int i = 0; i < p.length; i++) {
            p[i] /= units[i];
        }
        for (int i = 0; i < v.length; i++) {
            v[i] = covariance[i].clone();
            for (int j = 0; j < v.length; j++) {
                v[i][j] /= units[i] * units[j];
            }
        }
        return new Maximum(p, logLikelihood, penalised, gradientNorm, status, findings, v);
    }

    /** The same where the data cannot tell, whatever the search says. */
    Maximum notIdentified() {
        return new Maximum(
                parameters,
                logLikelihood,
                penalised,
                gradientNorm,
                FitStatus.NOT_IDENTIFIED,
                findings.stream().distinct().toList(),
                new double[0][]);
    }
}
