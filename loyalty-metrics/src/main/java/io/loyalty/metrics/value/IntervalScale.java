package io.loyalty.metrics.value;

/** The scale on which an estimate is taken as normal, so that its interval stays where the quantity can be. */
public enum IntervalScale {

    /** A probability: the interval is symmetric in ln(p / (1 − p)) and stays in [0, 1]. */
    PROBABILITY,

    /** An expectation or value above 0: the interval is symmetric in the logarithm and stays above 0. */
    POSITIVE,

    /** Any number: the interval is symmetric. */
    REAL
}
