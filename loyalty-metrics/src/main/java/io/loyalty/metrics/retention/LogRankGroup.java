package io.loyalty.metrics.retention;

import java.io.Serializable;

/**
 * One group of a log-rank test.
 *
 * @param customers number of customers
 * @param observed number of events
 * @param expected number of events that would be expected if all groups had the same hazard
 */
public record LogRankGroup(long customers, long observed, double expected) implements Serializable {

    /**
     * Refuses negative numbers.
     *
     * @param customers number of customers
     * @param observed number of events
     * @param expected number of events expected
     * @throws IllegalArgumentException if a number is negative
     */
    public LogRankGroup {
        if (customers < 0 || observed < 0 || !(expected >= 0)) {
            throw new IllegalArgumentException("customers, observed and expected must be at least 0: " + customers
                    + ", " + observed + " and " + expected);
        }
    }

    /**
     * One readable line.
     *
     * @return for example {@code 3875 customers, 1655 events, 812.3 expected}
     */
    @Override
    public String toString() {
        return customers + " customers, " + observed + " events, " + expected + " expected";
    }
}
