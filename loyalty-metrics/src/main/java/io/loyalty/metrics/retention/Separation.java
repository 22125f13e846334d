package io.loyalty.metrics.retention;

/** Whether some linear combination of the features tells the two outcomes apart. */
public enum Separation {
    /** None was found: the outcomes overlap. */
    NONE,
    /** One tells them apart but for customers who lie exactly on the border. */
    QUASI_COMPLETE,
    /** One tells them apart without exception. */
    COMPLETE
}
