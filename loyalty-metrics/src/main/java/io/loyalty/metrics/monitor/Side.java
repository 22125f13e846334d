package io.loyalty.metrics.monitor;

/** On which side of its centre a process has gone. */
public enum Side {

    /** Higher than usual. */
    ABOVE,

    /** Lower than usual. */
    BELOW
}
