package io.loyalty.metrics.retention;

/** What a quantile of a survival curve is where the curve lies exactly at the level for a while. */
public enum QuantileRule {
    /** The first time at which the curve is at the level or below. */
    FIRST,
    /**
     * The middle of the flat stretch at the level, from its first time to the next drop, or to the last observed time
     * if there is none; elsewhere as {@link #FIRST}.
     */
    MIDPOINT
}
