package io.loyalty.metrics.purchase;

/** Where a value that equals a break between two scores goes. Values are taken so that more is better. */
public enum ClosedSide {
    /** To the lower score: intervals (a, b], as in R's {@code cut} and in pandas. */
    RIGHT,
    /** To the higher score: intervals [a, b). */
    LEFT
}
