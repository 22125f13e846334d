package io.loyalty.metrics.numeric;

import java.util.Objects;

/**
 * What a one-dimensional minimiser found.
 *
 * @param point the best point seen
 * @param value the function there
 * @param status how the search ended
 * @param evaluations how often the function was evaluated
 */
public record Minimum(double point, double value, Status status, int evaluations) {

    /** How a search for a minimum ended. */
    public enum Status {
        /** A local minimum between the ends, within the tolerance. */
        CONVERGED,
        /** The smallest value lies at the lower end. */
        AT_LOWER_END,
        /** The smallest value lies at the upper end. */
        AT_UPPER_END,
        /** The limit of evaluations was reached. */
        EVALUATION_LIMIT
    }

    /**
     * Refuses a missing status.
     *
     * @param point the best point seen
     * @param value the function there
     * @param status how the search ended
     * @param evaluations how often the function was evaluated
     */
    public Minimum {
        Objects.requireNonNull(status, "status");
    }
}
