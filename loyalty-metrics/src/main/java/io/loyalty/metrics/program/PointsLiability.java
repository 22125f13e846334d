package io.loyalty.metrics.program;

import io.loyalty.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;

/**
 * The contract liability for points under IFRS 15, period by period, with catch-up when the estimate changes.
 *
 * <pre>{@code
 * PointsLiability year1 = PointsLiability.open(8_676, 9_500).after(4_500, 9_500);  // revenue 4,110
 * PointsLiability year2 = year1.after(8_500, 9_700);                               // revenue 3,493, liability 1,073
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>Of what the sale of the points was allocated, recognised to date is allocated × redeemed / expected, both counted from the
 * beginning: the points that will never be redeemed are earned in proportion to those that are. Revenue of a period is what is recognised
 * to date less what was before; its catch-up is the part that comes from the new estimate alone, for points redeemed before.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Expecting more redemptions than before makes the catch-up negative, and it may outweigh the period's revenue. Estimate the expected
 * total by a {@link RedemptionForecast} of the vintage.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An estimate below what is already redeemed is raised to that, and {@link #isEstimateClamped()} says so. Once all that is expected
 * has been redeemed, everything is recognised; never more. No points expected at all: the remainder is recognised with the first
 * period, as redemption is remote. Restored redemptions may lower the number redeemed, and so the revenue.
 *
 * <h2>Performance</h2>
 *
 * <p>Constant. Recognised amounts are whole minor units, the total to date rounded half up, so that periods add up to it.
 *
 * <h2>References</h2>
 *
 * <p>IFRS 15 Revenue from Contracts with Customers, B44 to B47, Illustrative Example 52 (IE267 to IE270).
 *
 * @param allocated what the points were allocated of the price, in minor units
 * @param estimate how many points will ever be redeemed, as given for the period
 * @param redeemed points redeemed to date
 * @param recognised revenue recognised to date, in minor units
 * @param periodRevenue the part of it that belongs to the latest period
 * @param catchUp the part of the period's revenue that comes from a changed estimate
 */
public record PointsLiability(
        long allocated, long estimate, long redeemed, long recognised, long periodRevenue, long catchUp)
        implements Serializable {

    /**
     * Refuses numbers that cannot be.
     *
     * @param allocated what the points were allocated of the price, in minor units, at least 0
     * @param estimate how many points will ever be redeemed, at least 0
     * @param redeemed points redeemed to date, at least 0
     * @param recognised revenue recognised to date, in [0, allocated]
     * @param periodRevenue the part of it that belongs to the latest period
     * @param catchUp the part of the period's revenue that comes from a changed estimate
     * @throws IllegalArgumentException if a number is out of range
     */
    public PointsLiability {
        Rates.requireAtLeast(0, allocated, "allocated");
        Rates.requireAtLeast(0, estimate, "estimate");
        Rates.requireAtLeast(0, redeemed, "redeemed");
        Rates.requirePart(recognised, allocated, "recognised");
    }

    /**
     * The liability when the points are sold: nothing redeemed, nothing recognised.
     *
     * @param allocated what the points were allocated of the price, in minor units, at least 0
     * @param estimate how many points will ever be redeemed, at least 0
     * @return the liability
     * @throws IllegalArgumentException if a number is negative
     */
    public static PointsLiability open(long allocated, long estimate) {
        return new PointsLiability(allocated, estimate, 0, 0, 0, 0);
    }

    /**
     * The liability one period later.
     *
     * @param redeemedToDate points redeemed from the beginning to the end of the period, at least 0
     * @param newEstimate how many points will ever be redeemed, as estimated now, at least 0
     * @return the liability at the end of the period
     * @throws IllegalArgumentException if a number is negative
     */
    public PointsLiability after(long redeemedToDate, long newEstimate) {
        Rates.requireAtLeast(0, redeemedToDate, "redeemedToDate");
        Rates.requireAtLeast(0, newEstimate, "newEstimate");
        long expected = Math.max(newEstimate, redeemedToDate);
        long toDate = earned(redeemedToDate, expected);
        // What the new estimate would have given for the old redemptions.
        long before = earned(Math.min(redeemed, expected), expected);
        return new PointsLiability(
                allocated, newEstimate, redeemedToDate, toDate, toDate - recognised, before - recognised);
    }

    /**
     * How many points will ever be redeemed.
     *
     * @return the estimate, at least what is redeemed already
     */
    public long expected() {
        return Math.max(estimate, redeemed);
    }

    /**
     * Whether more is redeemed already than was estimated ever to be.
     *
     * @return true if the estimate had to be raised
     */
    public boolean isEstimateClamped() {
        return estimate < redeemed;
    }

    /**
     * The contract liability: what is not yet recognised.
     *
     * @return allocated − recognised, in minor units
     */
    public long remaining() {
        return allocated - recognised;
    }

    /**
     * One readable line.
     *
     * @return for example {@code liability 1073 of 8676, revenue of the period 3493, of which catch-up -85}
     */
    @Override
    public String toString() {
        return "liability " + remaining() + " of " + allocated + ", revenue of the period " + periodRevenue
                + ", of which catch-up " + catchUp + (isEstimateClamped() ? " (estimate below redeemed)" : "");
    }

    private long earned(long points, long expected) {
        return points == expected
                ? allocated
                : Rounding.multiplyDivide(allocated, points, expected, RoundingMode.HALF_UP);
    }
}
