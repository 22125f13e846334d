package io.loyalty.metrics.value;

import java.util.Optional;

/**
 * Climbs a likelihood within a box: {@linkplain QuasiNewton quasi-Newton steps} on the free coordinates, then {@linkplain Newton Newton's}.
 * Nothing is random; the answer is a function of the likelihood alone.
 */
final class Maximizer {

    private static final double SHIFT = 2.5;

    private Maximizer() {}

    /** The maximum within the box; the objective is the negative log-likelihood per customer, and the penalty. */
    static Maximum maximize(Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        Objective objective = new Objective(likelihood, coordinates, customers, ridge);
        Maximum best = fromSample(objective, likelihood.sample());
        // A plateau (nobody leaves) may lie between the start and the summit: look from both sides before reporting a
        // limit.
        double[] shift = new double[coordinates.size()];
        for (int side = -1; side <= 1 && !best.settled(); side += 2) {
            shift[coordinates.bound() - 2] = SHIFT * side;
            shift[coordinates.bound() - 1] = SHIFT * side;
            best = best.orBetter(climb(objective, shift));
        }
        return best;
    }

    /** The best maximum from starts on all sides of the first two means, for likelihoods that are cheap and may have several summits. */
    static Maximum maximizeFromAllSides(
            Likelihood likelihood, Coordinates coordinates, double customers, double ridge) {
        int n = coordinates.size();
        Objective objective = new Objective(likelihood, coordinates, customers, ridge);
        Maximum best = climb(objective, new double[n]);
        int second = n < 4 ? 0 : 1;
        for (int i = -1; i <= 1; i++) {
            for (int j = -second; j <= second; j++) {
                double[] shift = new double[n];
                shift[2 * second] = SHIFT * i;
                shift[0] += SHIFT * j;
                if (i != 0 || j != 0) {
                    best = best.orBetter(climb(objective, shift));
                }
            }
        }
        return best;
    }

    private static Maximum climb(Objective objective, double[] shift) {
        InverseHessian unknown = InverseHessian.unknown(objective.size);
        QuasiNewton rough = new QuasiNewton(objective, unknown, objective.start(shift));
        return polish(objective, rough, Optional.empty());
    }

    private static Maximum polish(Objective objective, QuasiNewton rough, Optional<Objective> sample) {
        Newton fine = new Newton(objective, sample, rough.run()).run();
        return Maximum.of(objective, fine.point(), fine.curvature(), rough.exhausted());
    }

    /** The summit above that of a sample of the rows, which is cheap to find; without a sample, or a summit there, from the start. */
    private static Maximum fromSample(Objective objective, Optional<Likelihood.Sample> few) {
        double[] unmoved = new double[objective.size];
        if (few.isEmpty()) {
            return climb(objective, unmoved);
        }
        Objective part = new Objective(
                few.get().likelihood(), objective.coordinates, few.get().customers(), objective.ridge);
        QuasiNewton rough = new QuasiNewton(part, InverseHessian.unknown(part.size), part.start(unmoved));
        Newton fine = new Newton(part, Optional.empty(), rough.run()).run();
        Maximum found = Maximum.of(part, fine.point(), fine.curvature(), rough.exhausted());
        if (found.status() != FitStatus.CONVERGED) {
            return climb(objective, unmoved);
        }
        if (objective.isCurved()) {
            Newton above = new Newton(objective, Optional.of(part), objective.point(fine.point().at)).run();
            Maximum outcome = Maximum.of(objective, above.point(), above.curvature(), false);
            if (outcome.status() == FitStatus.CONVERGED) {
                return outcome;
            }
        }
        InverseHessian known = InverseHessian.of(SymmetricMatrix.inverse(fine.curvature()));
        return polish(objective, new QuasiNewton(objective, known, fine.point().at), Optional.of(part));
    }
}
