package io.loyalty.earning;

/** How an amount spent becomes points. */
public enum RateForm {
    /** So many points for each full step: "10 per full 200" gives 10 for 399. The default. */
    STEP,
    /** Points in exact proportion: "10 per 200" gives 19.95 for 399, before rounding. */
    PROPORTIONAL
}
