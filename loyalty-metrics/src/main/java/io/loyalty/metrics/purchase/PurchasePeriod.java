package io.loyalty.metrics.purchase;

/**
 * What counts as one purchase: receipts of one customer within the same period are merged.
 *
 * <p>Two receipts a minute apart are one visit to the shop, and models of repeat buying know no two purchases at the
 * same moment. The receipts themselves stay countable: a summary has orders (receipts) and purchases (periods with an
 * order).
 */
public enum PurchasePeriod {
    /** The same second; finer parts of the instant are dropped. */
    INSTANT,
    /** The same calendar day in the zone of the rules. */
    DAY,
    /** The same ISO week, Monday to Sunday, in the zone of the rules. */
    WEEK
}
