package io.loyalty.metrics.program;

import java.io.Serializable;

/**
 * A price allocated between goods and the points that come with them, in minor units.
 *
 * @param goods the part of the goods, revenue at once
 * @param points the part of the points, a liability until they are redeemed
 */
public record PriceSplit(long goods, long points) implements Serializable {

    /**
     * Refuses negative parts.
     *
     * @param goods the part of the goods
     * @param points the part of the points
     * @throws IllegalArgumentException if a part is negative
     */
    public PriceSplit {
        Rates.requireAtLeast(0, goods, "goods");
        Rates.requireAtLeast(0, points, "points");
    }

    /**
     * Both splits together, as of several sales.
     *
     * @param other the other split
     * @return the sums of the parts
     * @throws ArithmeticException if a sum overflows
     */
    public PriceSplit plus(PriceSplit other) {
        return new PriceSplit(Math.addExact(goods, other.goods), Math.addExact(points, other.points));
    }

    /**
     * One readable line.
     *
     * @return for example {@code goods 91324, points 8676}
     */
    @Override
    public String toString() {
        return "goods " + goods + ", points " + points;
    }
}
