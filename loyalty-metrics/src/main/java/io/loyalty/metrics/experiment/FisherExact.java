package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.Hypergeometric;

/**
 * Fisher's exact test of a two-by-two table.
 *
 * <p>Probabilities rise to the mode and fall after it, so the tables at most as probable as the observed one are two tails. Their ends are
 * found by bisection on the logarithm, and the tails are summed as tails: a p-value of 1e-300 has its digits.
 */
final class FisherExact {

    /** Equal probabilities may differ by rounding; an absolute tolerance would call all small ones equal. */
    private static final double TOLERANCE = Math.log1p(1e-7);

    private final long population;
    private final long marked;
    private final long draws;

    private FisherExact(SuccessCounts first, SuccessCounts second) {
        this.population = first.n() + second.n();
        this.marked = first.successes() + second.successes();
        this.draws = first.n();
    }

    static double pValue(SuccessCounts first, SuccessCounts second, Alternative alternative) {
        FisherExact test = new FisherExact(first, second);
        long observed = first.successes();
        if (alternative == Alternative.LESS) {
            return test.atMost(observed);
        }
        return alternative == Alternative.GREATER ? test.atLeast(observed) : test.twoSided(observed);
    }

    private double twoSided(long observed) {
        double limit = log(observed) + TOLERANCE;
        long mode = (long) ((double) (draws + 1) * (marked + 1) / (population + 2));
        long lowest = Math.max(0, marked + draws - population);
        long highest = Math.min(marked, draws);
        mode = Math.max(lowest, Math.min(highest, mode));
        if (log(mode) <= limit) {
            return 1;
        }
        // The last unlikely one below the mode, and the first above it.
        long below = lowest - 1;
        for (long above = mode; above - below > 1; ) {
            long middle = below + (above - below) / 2;
            if (log(middle) <= limit) {
                below = middle;
            } else {
                above = middle;
            }
        }
        long beyond = highest + 1;
        for (long under = mode; beyond - under > 1; ) {
            long middle = under + (beyond - under) / 2;
            if (log(middle) <= limit) {
                beyond = middle;
            } else {
                under = middle;
            }
        }
        return Math.min(1, atMost(below) + atLeast(beyond));
    }

    private double log(long k) {
        return Hypergeometric.logPmf(population, marked, draws, k);
    }

    private double atMost(long k) {
        return Hypergeometric.cdf(population, marked, draws, k);
    }

    private double atLeast(long k) {
        return Hypergeometric.sf(population, marked, draws, k - 1);
    }
}
