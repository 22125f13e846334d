package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Climbs a likelihood within a box: quasi-Newton steps (BFGS) on the free coordinates, then Newton steps with the Hessian from
 * differences of the analytic gradient. Nothing is random; the answer is a function of the likelihood alone.
 */
final class Maximizer {

    /** What came out, in the parameters of the model. */
    record Outcome(
            double[] parameters,
            double logLikelihood,
            double penalised,
            double gradientNorm,
            FitStatus status,
            List<FitFinding> findings,
            double[][] covariance) {

        /** Whether there is no reason to look elsewhere: a summit, or a limit at which customers are merely alike. */
        boolean settled() {
            return status == FitStatus.CONVERGED
                    || status == FitStatus.BOUNDARY
                            && findings.stream().allMatch(f -> ALIKE.contains(f) || f == FitFinding.PENALISED);
        }

        /** The same in other units of the parameters. */
        Outcome dividedBy(double[] units) {
            double[] p = parameters.clone();
            double[][] v = new double[covariance.length][];
            for (int i = 0; i < p.length; i++) {
                p[i] /= units[i];
                for (int j = 0; j < covariance.length && i < covariance.length; j++) {
                    v[i] = j == 0 ? covariance[i].clone() : v[i];
                    v[i][j] /= units[i] * units[j];
                }
            }
            return new Outcome(p, logLikelihood, penalised, gradientNorm, status, findings, v);
        }

        /** The same where the data cannot tell, whatever the search says. */
        Outcome notIdentified() {
            return new Outcome(
                    parameters,
                    logLikelihood,
                    penalised,
                    gradientNorm,
                    FitStatus.NOT_IDENTIFIED,
                    findings.stream().distinct().toList(),
                    new double[0][]);
        }
    }

    private static final List<FitFinding> ALIKE =
            List.of(FitFinding.ONE_DROPOUT_FOR_ALL, FitFinding.ONE_RATE_FOR_ALL, FitFinding.DROPOUT_NOT_IDENTIFIED);
    private static final double SHIFT = 2.5;
    private static final int MOST_ITERATIONS = 300;
    private static final double ROUGH = 1e-6;
    private static final double FINE = 1e-9;
    private static final double DIFFERENCE = 1e-4;
    private static final double SINGULAR = 1e-10;

    private final Likelihood likelihood;
    private final Coordinates coordinates;
    private final double customers;
    private final double ridge;
    private final int n;
    private final double[] gradientOfParameters;
    private final double[][] hessianOfParameters;
    private double[] computedAt = {};
    private List<Maximizer> sample = List.of();
    private double[] summit = {};
    private double[][] curvature = {};

    private Maximizer(Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        this.ridge = ridge;
        this.likelihood = likelihood;
        this.coordinates = coordinates;
        this.customers = customers;
        this.n = coordinates.size();
        this.gradientOfParameters = new double[n];
        this.hessianOfParameters = new double[n][n];
    }

    /** The maximum within the box; the objective is the negative log-likelihood per customer, and the penalty. */
    static Outcome maximize(Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        double[] shift = new double[coordinates.size()];
        Outcome best = fromSample(likelihood, coordinates, customers, ridge);
        // A plateau (nobody leaves) may lie between the start and the summit: look from both sides before reporting a
        // limit.
        for (int side = -1; side <= 1 && !best.settled(); side += 2) {
            shift[coordinates.bound() - 2] = SHIFT * side;
            shift[coordinates.bound() - 1] = SHIFT * side;
            best = better(best, new Maximizer(likelihood, coordinates, customers, ridge).run(shift));
        }
        return best;
    }

    /** The summit above that of a sample of the rows, which is cheap to find; without a sample, or a summit there, from the start. */
    private static Outcome fromSample(Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        Maximizer full = new Maximizer(likelihood, coordinates, customers, ridge);
        Optional<Likelihood.Sample> few = likelihood.sample();
        if (few.isPresent()) {
            Maximizer part =
                    new Maximizer(few.get().likelihood(), coordinates, few.get().customers(), ridge);
            if (part.run(new double[coordinates.size()]).status() == FitStatus.CONVERGED) {
                return full.from(part);
            }
        }
        return full.run(new double[coordinates.size()]);
    }

    /** The summit near that of a part of the rows. */
    private Outcome from(Maximizer part) {
        sample = List.of(part);
        if (likelihood instanceof CurvedLikelihood) {
            double[] g = new double[n];
            double f = objective(part.summit, g);
            Outcome outcome = polish(part.summit, f, g, false);
            if (outcome.status() == FitStatus.CONVERGED) {
                return outcome;
            }
        }
        return run(part.summit, InverseHessian.of(SymmetricMatrix.inverse(part.curvature)));
    }

    /** The best maximum from starts on all sides of the first two means, for likelihoods that are cheap and may have several summits. */
    static Outcome maximizeFromAllSides(
            Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        int n = coordinates.size();
        Outcome best = new Maximizer(likelihood, coordinates, customers, ridge).run(new double[n]);
        int second = n < 4 ? 0 : 1;
        for (int i = -1; i <= 1; i++) {
            for (int j = -second; j <= second; j++) {
                double[] shift = new double[n];
                shift[2 * second] = SHIFT * i;
                shift[0] += SHIFT * j;
                if (i != 0 || j != 0) {
                    best = better(best, new Maximizer(likelihood, coordinates, customers, ridge).run(shift));
                }
            }
        }
        return best;
    }

    private static Outcome better(Outcome best, Outcome other) {
        double margin = 1e-9 * Math.abs(best.penalised());
        return other.penalised() > best.penalised() + margin ? other : best;
    }

    private double penalty(double[] at) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double away = at[i] - coordinates.axis(i).start();
            sum += away * away;
        }
        return ridge * sum;
    }

    private double objective(double[] at, double[] gradient) {
        double[] p = coordinates.parameters(at);
        computedAt = at.clone();
        double value = likelihood instanceof CurvedLikelihood curved
                ? curved.at(p, gradientOfParameters, hessianOfParameters)
                : likelihood.at(p, gradientOfParameters);
        double[][] j = coordinates.jacobian(p);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int m = 0; m < n; m++) {
                sum += gradientOfParameters[m] * j[m][i];
            }
            gradient[i] =
                    -sum / customers + 2 * ridge * (at[i] - coordinates.axis(i).start());
        }
        return -value / customers + penalty(at);
    }

    private Outcome run(double[] shift) {
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            Coordinates.Axis axis = coordinates.axis(i);
            at[i] = Math.min(Math.max(axis.start() + shift[i], axis.low()), axis.high());
        }
        return run(at, InverseHessian.unknown(n));
    }

    private Outcome run(double[] start, InverseHessian h) {
        double[] at = start;
        double[] g = new double[n];
        double f = objective(at, g);
        boolean exhausted = false;
        int iteration = 0;
        int stalled = 0;
        while (true) {
            boolean[] free = free(at, g);
            if (norm(g, free) <= ROUGH || stalled == 2) {
                break;
            }
            if (++iteration > MOST_ITERATIONS) {
                exhausted = true;
                break;
            }
            double[] d = h.direction(g, free);
            double slope = SymmetricMatrix.dot(d, g);
            if (!(slope < 0)) {
                h.reset();
                d = h.direction(g, free);
                slope = SymmetricMatrix.dot(d, g);
            }
            double longest = 0;
            for (double v : d) {
                longest = Math.max(longest, Math.abs(v));
            }
            double step = Math.min(1, (h.isUnknown() ? 0.5 : 1) / longest);
            double[] next = null;
            double[] gNext = new double[n];
            double fNext = f;
            for (int trial = 0; trial < 40; trial++) {
                double[] candidate = moved(at, d, step);
                double fc = objective(candidate, gNext);
                if (fc <= f + 1e-4 * SymmetricMatrix.dot(g, difference(candidate, at))) {
                    next = candidate;
                    fNext = fc;
                    break;
                }
                double curvature = 2 * (fc - f - step * slope);
                double best = curvature > 0 ? -slope * step * step / curvature : 0.5 * step;
                step = Double.isNaN(best) ? 0.1 * step : Math.min(Math.max(best, 0.1 * step), 0.5 * step);
            }
            if (next == null) {
                if (h.isUnknown()) {
                    break;
                }
                h.reset();
                continue;
            }
            h.update(difference(next, at), difference(gNext, g));
            // Two steps in a row that gain less than rounding: the rest is for Newton, which looks at the gradient
            // alone.
            stalled = f - fNext <= 1e-15 * Math.max(1, Math.abs(f)) ? stalled + 1 : 0;
            at = next;
            f = fNext;
            g = gNext;
        }
        return polish(at, f, g, exhausted);
    }

    /** Newton steps to the last digits; the Hessian of the last one gives the standard errors. */
    private Outcome polish(double[] start, double fStart, double[] gStart, boolean exhausted) {
        double[] at = start;
        double f = fStart;
        double[] g = gStart;
        boolean[] free = free(at, g);
        double[][] hessian = hessian(at, g, free);
        for (int i = 0; i < 12 && norm(g, free) > FINE; i++) {
            double[] d = SymmetricMatrix.solvePositive(hessian, g, free);
            if (d.length == 0) {
                break;
            }
            double[] candidate = moved(at, negative(d), 1);
            double[] gNext = new double[n];
            double fNext = objective(candidate, gNext);
            boolean[] freeNext = free(candidate, gNext);
            if (!(norm(gNext, freeNext) < norm(g, free) && fNext <= f + 1e-9 * Math.max(1, Math.abs(f)))) {
                break;
            }
            boolean large = Math.sqrt(SymmetricMatrix.dot(d, d)) > 1e-3;
            at = candidate;
            f = fNext;
            g = gNext;
            if (large || likelihood instanceof CurvedLikelihood || !Arrays.equals(free, freeNext)) {
                free = freeNext;
                hessian = hessian(at, g, free);
            }
        }
        return outcome(at, f, g, free, hessian, exhausted);
    }

    private Outcome outcome(double[] at, double f, double[] g, boolean[] free, double[][] hessian, boolean exhausted) {
        summit = at;
        curvature = hessian;
        List<FitFinding> findings = new ArrayList<>();
        boolean bound = false;
        boolean allFree = true;
        for (int i = 0; i < n; i++) {
            if (!free[i]) {
                allFree = false;
                Coordinates.Axis axis = coordinates.axis(i);
                findings.add(at[i] <= axis.low() ? axis.atLow() : axis.atHigh());
                bound = true;
            }
        }
        double gradientNorm = norm(g, free);
        boolean flat = SymmetricMatrix.smallestEigenvalue(hessian, free) < SINGULAR;
        FitStatus status;
        if (exhausted || gradientNorm > 1e-5) {
            status = FitStatus.NOT_CONVERGED;
            findings.add(FitFinding.ITERATIONS_EXHAUSTED);
        } else if (bound) {
            status = FitStatus.BOUNDARY;
        } else if (flat) {
            status = FitStatus.NOT_IDENTIFIED;
            findings.add(FitFinding.FLAT_DIRECTION);
        } else {
            status = FitStatus.CONVERGED;
        }
        double[] p = coordinates.parameters(at);
        double[][] covariance = new double[0][];
        if (allFree && status == FitStatus.CONVERGED) {
            double[][] inverse = SymmetricMatrix.inverse(hessian);
            if (ridge > 0) {
                // H⁻¹ (H − 2 ridge) H⁻¹: how the penalised estimate scatters, not how sharp the penalised summit is.
                double[][] unpenalised = new double[n][];
                for (int i = 0; i < n; i++) {
                    unpenalised[i] = hessian[i].clone();
                    unpenalised[i][i] -= 2 * ridge;
                }
                inverse = SymmetricMatrix.sandwich(inverse, unpenalised, 1);
            }
            covariance = SymmetricMatrix.sandwich(coordinates.jacobian(p), inverse, 1 / customers);
        }
        if (ridge > 0) {
            findings.add(FitFinding.PENALISED);
        }
        double penalty = penalty(at);
        return new Outcome(p, (penalty - f) * customers, -f * customers, gradientNorm, status, findings, covariance);
    }

    /** The Hessian in the free coordinates; the others have the identity. */
    private double[][] hessian(double[] at, double[] g, boolean[] free) {
        return likelihood instanceof CurvedLikelihood ? known(at, free) : byDifferences(at, g, free);
    }

    /** From the second derivatives that came with the objective. */
    private double[][] known(double[] at, boolean[] free) {
        if (!Arrays.equals(at, computedAt)) {
            objective(at, new double[n]);
        }
        double[] p = coordinates.parameters(at);
        double[][] j = coordinates.jacobian(p);
        double[][] sum = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int l = 0; l < n; l++) {
                    for (int m = 0; m < n; m++) {
                        sum[i][k] += j[l][i] * hessianOfParameters[l][m] * j[m][k];
                    }
                }
            }
        }
        coordinates.addCurvature(p, gradientOfParameters, sum);
        double[][] h = SymmetricMatrix.identity(n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (free[i] && free[k]) {
                    h[i][k] = -sum[i][k] / customers + (i == k ? 2 * ridge : 0);
                }
            }
        }
        return h;
    }

    /**
     * By differences of the gradient: central ones, or, where the sample of the rows is at hand, one-sided ones, to which is added what the
     * sample loses by the same. That leaves an error in the fifth digit and saves half the passes.
     */
    private double[][] byDifferences(double[] at, double[] g, boolean[] free) {
        double[][] h;
        if (sample.isEmpty()) {
            h = differences(at, g, free, DIFFERENCE);
        } else {
            Maximizer part = sample.get(0);
            double[] partG = new double[n];
            part.objective(at, partG);
            double[][] central = part.differences(at, partG, free, DIFFERENCE);
            double[][] oneSided = part.differences(at, partG, free, 0);
            h = differences(at, g, free, 0);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += central[i][j] - oneSided[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (h[i][j] + h[j][i]);
                h[i][j] = mean;
                h[j][i] = mean;
            }
        }
        return h;
    }

    /** The slopes of the gradient between a point before and a point after; without a distance before, from here, where it is g. */
    private double[][] differences(double[] at, double[] g, boolean[] free, double before) {
        double[][] h = SymmetricMatrix.identity(n);
        double[] up = new double[n];
        double[] down = g.clone();
        for (int i = 0; i < n; i++) {
            if (!free[i]) {
                continue;
            }
            double[] shifted = at.clone();
            shifted[i] = at[i] + DIFFERENCE;
            objective(shifted, up);
            double high = shifted[i];
            shifted[i] = at[i] - before;
            if (before > 0) {
                objective(shifted, down);
            }
            for (int j = 0; j < n; j++) {
                if (free[j]) {
                    h[i][j] = (up[j] - down[j]) / (high - shifted[i]);
                }
            }
        }
        return h;
    }

    /** A coordinate is free unless it stands on its bound and would leave the box. */
    private boolean[] free(double[] at, double[] g) {
        boolean[] free = new boolean[n];
        for (int i = 0; i < n; i++) {
            Coordinates.Axis axis = coordinates.axis(i);
            free[i] = !(at[i] <= axis.low() && g[i] >= 0) && !(at[i] >= axis.high() && g[i] <= 0);
        }
        return free;
    }

    private double[] moved(double[] at, double[] d, double step) {
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            Coordinates.Axis axis = coordinates.axis(i);
            next[i] = Math.min(Math.max(at[i] + step * d[i], axis.low()), axis.high());
        }
        return next;
    }

    private static double norm(double[] g, boolean[] free) {
        double most = 0;
        for (int i = 0; i < g.length; i++) {
            if (free[i]) {
                most = Math.max(most, Math.abs(g[i]));
            }
        }
        return most;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }

    private static double[] negative(double[] a) {
        return difference(new double[a.length], a);
    }
}
