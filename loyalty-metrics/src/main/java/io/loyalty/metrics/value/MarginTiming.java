package io.loyalty.metrics.value;

/**
 * When the first margin of a customer comes in, and whether it is certain.
 *
 * <p>There is no default: for a retention of 0.6 and a discount of 0.1 the same margin m gives 2.20 m, 1.20 m, 2.00 m or 2.10 m.
 */
public enum MarginTiming {

    /** The first margin comes now, each later one at the start of its period if the customer is still there: m / (1 − q). */
    FIRST_NOW,

    /** The first margin comes in one period, if the customer is retained until then: m q / (1 − q). */
    FIRST_NEXT_IF_RETAINED,

    /** The first margin is certain and paid at the end of the first period: m / (1 + d) / (1 − q). */
    FIRST_AT_PERIOD_END,

    /** The first margin is certain and comes in evenly over the first period, as if in its middle: m / √(1 + d) / (1 − q). */
    FIRST_MID_PERIOD;

    /** What a first margin counts for, relative to one that comes now. */
    double factor(double continuation, double discountPerPeriod) {
        if (this == FIRST_NOW) {
            return 1;
        }
        if (this == FIRST_NEXT_IF_RETAINED) {
            return continuation;
        }
        return this == FIRST_AT_PERIOD_END ? 1 / (1 + discountPerPeriod) : 1 / Math.sqrt(1 + discountPerPeriod);
    }
}
