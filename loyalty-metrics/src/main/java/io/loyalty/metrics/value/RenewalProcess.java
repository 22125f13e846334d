package io.loyalty.metrics.value;

/** From a renewal model to its arithmetic, and to its fit. */
final class RenewalProcess {

    private RenewalProcess() {}

    /** The arithmetic of a model, after a look at the arguments of the question. */
    static BetaSurvival of(RenewalModel model, int renewals, int further) {
        if (renewals < 0) {
            throw new IllegalArgumentException("renewals must be at least 0: " + renewals);
        }
        if (further < 0) {
            throw new IllegalArgumentException("further must be at least 0: " + further);
        }
        if (model instanceof ShiftedBetaGeometric m) {
            return new BetaSurvival(m.alpha(), m.beta(), 1);
        }
        if (model instanceof BetaDiscreteWeibull m) {
            return new BetaSurvival(m.alpha(), m.beta(), m.c());
        }
        throw new IllegalStateException("no process for " + model);
    }

    /** The coordinates of the distribution of the probability to leave. */
    static Coordinates coordinates() {
        return new Coordinates()
                .with(
                        Coordinates.Block.BETA,
                        new Coordinates.Axis(-1, -16, 16, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                        new Coordinates.Axis(
                                0.7,
                                -12,
                                Starts.LARGEST_SHAPE,
                                FitFinding.DROPOUT_ALL_OR_NOTHING,
                                FitFinding.ONE_DROPOUT_FOR_ALL));
    }

    /** The number of renewal dates that tell something: the rows of a fit. */
    static int dates(RenewalCohorts cohorts) {
        return Math.max(cohorts.churned().size(), cohorts.active().size() - 1);
    }
}
