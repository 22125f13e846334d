package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ProportionIntervals;
import java.io.Serializable;
import java.util.Optional;

/**
 * How many of a group did something: the sufficient counts of a share.
 *
 * <p>Counts of shards and days add up with {@link #plus}.
 *
 * @param successes how many did it, in [0, n]
 * @param n the size of the group
 */
public record SuccessCounts(long successes, long n) implements Serializable {

    /** Nobody yet. */
    public static final SuccessCounts NONE = new SuccessCounts(0, 0);

    /** Whole numbers above have no exact double; no group of people is so large. */
    private static final long MOST = 1L << 53;

    /**
     * Refuses counts that cannot be.
     *
     * @param successes how many did it, in [0, n]
     * @param n the size of the group, at most 2<sup>53</sup>
     * @throws IllegalArgumentException if a count is out of range
     */
    public SuccessCounts {
        if (n < 0 || n > MOST) {
            throw new IllegalArgumentException("n must be in [0, 2^53]: " + n);
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be in [0, " + n + "]: " + successes);
        }
    }

    /**
     * Counts of a group.
     *
     * @param successes how many did it, in [0, n]
     * @param n the size of the group
     * @return the counts
     * @throws IllegalArgumentException if a count is out of range
     */
    public static SuccessCounts of(long successes, long n) {
        return new SuccessCounts(successes, n);
    }

    /**
     * Counts of two groups together.
     *
     * @param other counts of other people
     * @return the sums
     * @throws IllegalArgumentException if the sum exceeds 2<sup>53</sup>
     */
    public SuccessCounts plus(SuccessCounts other) {
        return new SuccessCounts(successes + other.successes, n + other.n);
    }

    /**
     * How many did not do it.
     *
     * @return n − successes
     */
    public long failures() {
        return n - successes;
    }

    /**
     * The share with its standard error and Wilson interval.
     *
     * @param confidence nominal coverage, between 0 and 1
     * @return the share; undefined for an empty group
     * @throws IllegalArgumentException if the confidence is not in (0, 1)
     */
    public Estimate share(double confidence) {
        Require.inOpenUnit(confidence, "confidence");
        if (n == 0) {
            return Estimate.undefined("nobody in the group", 0);
        }
        return new Estimate(
                Measure.of(value()),
                Measure.of(Math.sqrt(variance() / n)),
                Optional.of(ProportionIntervals.wilson(successes, n, confidence)),
                n,
                n);
    }

    /** The share itself, of a group with members. */
    double value() {
        return (double) successes / n;
    }

    /** p(1 − p), of a group with members. */
    double variance() {
        return value() * ((double) failures() / n);
    }
}
