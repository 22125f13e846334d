package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * Who has one score in one dimension.
 *
 * @param score the score, from 1
 * @param customers number of customers who have it
 * @param lowest the lowest of their values: days, a count or money; undefined if nobody has the score
 * @param highest the highest of their values; undefined if nobody has the score
 */
public record ScoreBand(int score, int customers, Measure lowest, Measure highest) implements Serializable {

    /**
     * Refuses missing parts and counts that cannot be.
     *
     * @param score the score, from 1
     * @param customers number of customers who have it
     * @param lowest the lowest of their values
     * @param highest the highest of their values
     * @throws IllegalArgumentException if the score is below 1 or the number of customers negative
     */
    public ScoreBand {
        if (score < 1 || customers < 0) {
            throw new IllegalArgumentException(
                    "score and customers must be at least 1 and 0: " + score + " and " + customers);
        }
        Objects.requireNonNull(lowest, "lowest");
        Objects.requireNonNull(highest, "highest");
    }

    /**
     * One readable line.
     *
     * @return for example {@code score 5: 868 customers, 0.0 to 13.0}
     */
    @Override
    public String toString() {
        return "score " + score + ": " + customers + (customers == 1 ? " customer" : " customers")
                + (customers == 0 ? "" : ", " + lowest + " to " + highest);
    }
}
