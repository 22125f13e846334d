package io.loyalty.metrics.program;

/** On which side of a comparison a customer, store or region stands. */
public enum StudyArm {
    /** Got what is studied. */
    TREATED,
    /** Did not. */
    CONTROL
}
