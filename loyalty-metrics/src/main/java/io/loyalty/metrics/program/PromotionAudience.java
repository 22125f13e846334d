package io.loyalty.metrics.program;

/** Whose response to a promotion is looked at. */
public enum PromotionAudience {
    /** Everybody who got it. */
    ALL,
    /** Repeat customers: those who had ordered on at least two days before the day they got it. */
    REPEAT_CUSTOMERS
}
