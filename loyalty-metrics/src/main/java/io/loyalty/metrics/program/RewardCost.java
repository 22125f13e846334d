package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What rewards cost: per point redeemed, and of the members' sales.
 *
 * <h2>Definition</h2>
 *
 * <p>Cost per point = cost of the rewards / points redeemed for them. Reward cost rate = cost of the rewards / sales to members. Cost to
 * come = cost per point × points yet to be redeemed.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The cost to come is what the promise will cost the program, the number for pricing and for provisions at cost. It is not the
 * contract liability of IFRS 15, which is deferred revenue: {@link PointsLiability}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No points redeemed, or no sales, leave the ratio undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>Three whole numbers; {@link #plus} is exact and associative.
 *
 * <h2>References</h2>
 *
 * <p>None: ratios of sums.
 *
 * @param cost what the rewards cost the program, in minor units
 * @param redeemed points redeemed for them
 * @param memberSales sales to members in the same period, in minor units
 */
public record RewardCost(long cost, long redeemed, long memberSales) implements Serializable {

    /** No rewards and no sales. */
    public static final RewardCost ZERO = new RewardCost(0, 0, 0);

    /**
     * A collector of costs to their sum, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public static Collector<RewardCost, ?, RewardCost> collector() {
        return Collectors.reducing(ZERO, RewardCost::plus);
    }

    /**
     * Both costs together.
     *
     * @param other the other costs, points and sales
     * @return the sums
     * @throws ArithmeticException if a sum overflows
     */
    public RewardCost plus(RewardCost other) {
        return new RewardCost(
                Math.addExact(cost, other.cost),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(memberSales, other.memberSales));
    }

    /**
     * What a redeemed point costs.
     *
     * @return minor units per point; undefined unless points were redeemed
     */
    public Measure perPoint() {
        return Rates.ratio(cost, redeemed, "no points redeemed");
    }

    /**
     * The cost of the rewards as a share of the members' sales.
     *
     * @return the share; undefined unless sales are above 0
     */
    public Measure shareOfSales() {
        return Rates.ratio(cost, memberSales, "no sales to members");
    }

    /**
     * What points yet to be redeemed will cost, at the cost per point of this period.
     *
     * @param toCome points yet to be redeemed, as from {@link VintageForecast#toCome()}
     * @return minor units; undefined if either part is
     */
    public Measure toCome(Measure toCome) {
        Measure perPoint = perPoint();
        if (!toCome.isDefined() || !perPoint.isDefined()) {
            return toCome.isDefined() ? perPoint : toCome;
        }
        return Measure.of(perPoint.orElseThrow() * toCome.orElseThrow());
    }

    /**
     * One readable line.
     *
     * @return for example {@code cost per point 0.8, of sales 0.012}
     */
    @Override
    public String toString() {
        return "cost per point " + perPoint() + ", of sales " + shareOfSales();
    }
}
