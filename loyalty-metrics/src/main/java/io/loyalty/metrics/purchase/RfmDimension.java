package io.loyalty.metrics.purchase;

/** The three questions of an RFM score. A high score is good in each. */
public enum RfmDimension {
    /** How recently: days since the last purchase, few days scoring high. */
    RECENCY,
    /** How often: number of orders or purchases. */
    FREQUENCY,
    /** How much: money. */
    MONETARY
}
