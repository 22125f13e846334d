package io.loyalty.metrics.survey;

import java.io.Serializable;

/**
 * How many records stand outside the base of a survey figure, by reason.
 *
 * @param missing records without an answer: not given, don't know, not applicable
 * @param invalid answers that are not on the scale
 * @param weightless valid answers of weight 0
 */
public record Excluded(long missing, long invalid, long weightless) implements Serializable {

    /** Nothing was left out. */
    public static final Excluded NONE = new Excluded(0, 0, 0);

    /**
     * Refuses negative counts.
     *
     * @param missing records without an answer
     * @param invalid answers that are not on the scale
     * @param weightless valid answers of weight 0
     * @throws IllegalArgumentException if a count is negative
     */
    public Excluded {
        if (missing < 0 || invalid < 0 || weightless < 0) {
            throw new IllegalArgumentException("missing, invalid and weightless must be at least 0: " + missing + ", "
                    + invalid + " and " + weightless);
        }
    }

    /**
     * Both together.
     *
     * @param other what another part left out
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public Excluded plus(Excluded other) {
        return new Excluded(
                Math.addExact(missing, other.missing),
                Math.addExact(invalid, other.invalid),
                Math.addExact(weightless, other.weightless));
    }
}
