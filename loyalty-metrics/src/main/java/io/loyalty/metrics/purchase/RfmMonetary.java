package io.loyalty.metrics.purchase;

/** Which money an RFM score looks at. For another, such as the margin, score a column of your own. */
public enum RfmMonetary {
    /** The revenue of the window. */
    TOTAL,
    /** The revenue per order. */
    MEAN
}
