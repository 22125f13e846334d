package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a {@link ContactPolicy} brings on customers whose outcome is known.
 *
 * @param share the share of the customers who are contacted
 * @param contacts the number of them; a fraction if equal scores are shared out
 * @param leavers the number of them who would leave
 * @param lowestScore the lowest score among them; undefined if nobody is contacted
 * @param profit the profit, in the unit of the policy
 */
public record ContactProfit(double share, double contacts, double leavers, Measure lowestScore, double profit)
        implements Serializable {

    /**
     * Refuses what cannot be.
     *
     * @param share the share of the customers who are contacted
     * @param contacts the number of them
     * @param leavers the number of them who would leave
     * @param lowestScore the lowest score among them
     * @param profit the profit
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ContactProfit {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        if (!(leavers >= 0 && leavers <= contacts)) {
            throw new IllegalArgumentException("leavers must be in [0, " + contacts + "]: " + leavers);
        }
        Objects.requireNonNull(lowestScore, "lowestScore");
    }

    /**
     * One readable line.
     *
     * @return for example {@code 1200.0 contacts (0.17), 700.0 of leavers, from score 0.43: profit 8100.0}
     */
    @Override
    public String toString() {
        return contacts + " contacts (" + share + "), " + leavers + " of leavers, from score " + lowestScore
                + ": profit " + profit;
    }
}
