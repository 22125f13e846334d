package io.loyalty.metrics.numeric;

import java.util.Objects;

/**
 * What a root finder found.
 *
 * @param point the best point seen: the root within the tolerance if the status is {@link Status#CONVERGED}
 * @param value the function there
 * @param status how the search ended
 * @param evaluations how often the function was evaluated
 */
public record Root(double point, double value, Status status, int evaluations) {

    /** How a search for a root ended. */
    public enum Status {
        /** The bracket is as small as asked for, or the function is 0. */
        CONVERGED,
        /** The function has the same sign at both ends: there may be no root between them. */
        NO_SIGN_CHANGE,
        /** The function gave NaN. */
        NOT_A_NUMBER,
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
    public Root {
        Objects.requireNonNull(status, "status");
    }

    /**
     * Whether the point is a root.
     *
     * @return true if the search converged
     */
    public boolean converged() {
        return status == Status.CONVERGED;
    }
}
