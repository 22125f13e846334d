package io.loyalty.metrics.survey;

/** Whether agreeing with an item speaks for or against what it is to measure. */
public enum ItemKey {

    /** Answers count as given. */
    STRAIGHT,

    /** Answers count in reverse: lowest + highest − answer. */
    REVERSED
}
