package io.loyalty.metrics.purchase;

import java.io.Serializable;

/**
 * Scores from one to another, both included.
 *
 * @param lowest the lowest score, at least 1
 * @param highest the highest score, at least {@code lowest}
 */
public record ScoreRange(int lowest, int highest) implements Serializable {

    /** Every score. */
    public static final ScoreRange ANY = new ScoreRange(1, Integer.MAX_VALUE);

    /**
     * Refuses an empty range.
     *
     * @param lowest the lowest score, at least 1
     * @param highest the highest score, at least {@code lowest}
     * @throws IllegalArgumentException if the range is empty or begins below 1
     */
    public ScoreRange {
        if (lowest < 1 || highest < lowest) {
            throw new IllegalArgumentException("range must be 1 ≤ lowest ≤ highest: " + lowest + " and " + highest);
        }
    }

    /**
     * A single score.
     *
     * @param score the score, at least 1
     * @return the range of that score
     */
    public static ScoreRange only(int score) {
        return new ScoreRange(score, score);
    }

    /**
     * Whether a score lies in the range.
     *
     * @param score any score
     * @return true from the lowest to the highest
     */
    public boolean contains(int score) {
        return lowest <= score && score <= highest;
    }
}
