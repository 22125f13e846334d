package io.loyalty.metrics.survey;

/** Which end of the scale of an effort question is the good one. */
public enum EffortDirection {

    /** A higher answer means less effort, as agreement that it was easy (CES 2.0). */
    HIGHER_IS_EASIER,

    /** A lower answer means less effort, as the amount of effort (CES 1.0). */
    LOWER_IS_EASIER
}
