package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * What {@link BgBb} needs to know of one customer: (x, t_x, n) of the literature.
 *
 * @param purchases at how many opportunities he bought, x ≥ 0; the acquisition does not count
 * @param last number of the opportunity at which he bought last, t_x; 0 if never
 * @param opportunities how many opportunities there were, n ≥ t_x
 */
public record OpportunityHistory(int purchases, int last, int opportunities) implements Serializable {

    /**
     * Refuses what cannot be: negative counts, t_x &gt; n, more purchases than opportunities up to the last.
     *
     * @param purchases at how many opportunities he bought
     * @param last number of the opportunity at which he bought last; 0 if never
     * @param opportunities how many opportunities there were
     * @throws IllegalArgumentException if a number is out of place
     */
    public OpportunityHistory {
        if (opportunities < 0) {
            throw new IllegalArgumentException("opportunities must be at least 0: " + opportunities);
        }
        if (last < 0 || last > opportunities) {
            throw new IllegalArgumentException("last must be in [0, opportunities = " + opportunities + "]: " + last);
        }
        if (purchases < 0 || purchases > last || (purchases == 0 && last > 0)) {
            throw new IllegalArgumentException(
                    "purchases must be in [1, last = " + last + "], or 0 if last is 0: " + purchases);
        }
    }

    /**
     * Somebody who has just been acquired.
     *
     * @return no opportunity so far
     */
    public static OpportunityHistory ofNewCustomer() {
        return new OpportunityHistory(0, 0, 0);
    }
}
