package io.loyalty.metrics.program;

/**
 * By which tier a customer's revenue is counted.
 *
 * <p>The tier at the end of the period is not offered: it is earned by the revenue of the period, so that comparing by it is circular.
 */
public enum TierClassification {
    /** By the tier at the start of the period, whatever happened later: groups of different customers, fit for tests. */
    AT_START,
    /** By the tier at the time of each purchase: where revenue comes from. Customers who move stand in several tiers. */
    AT_PURCHASE
}
