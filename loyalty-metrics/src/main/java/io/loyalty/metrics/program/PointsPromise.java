package io.loyalty.metrics.program;

import io.loyalty.money.Apportionment;
import io.loyalty.money.Ratio;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * The points that come with sales, as a promise of their own in the sense of IFRS 15: how many, worth what, and which share of them
 * will be redeemed.
 *
 * <h2>Definition</h2>
 *
 * <p>The standalone price of the points is issued × value × expected share. The price paid is allocated between goods and points in
 * proportion to their standalone prices, in whole minor units by largest remainder, so that the parts add up to it.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The goods' part is revenue now, the points' part is a contract liability until the points are redeemed: {@link PointsLiability}.
 * A portfolio of like sales, such as a vintage, is treated as one.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No points issued, or none expected back: the goods get the whole price.
 *
 * <h2>Performance</h2>
 *
 * <p>Constant; exact.
 *
 * <h2>References</h2>
 *
 * <p>IFRS 15 Revenue from Contracts with Customers, paragraphs 73 to 80, B39 to B43, Illustrative Example 52 (IE267 to IE270).
 *
 * @param issued number of points, at least 0
 * @param valuePerPoint what a redeemed point is worth to the customer, in minor units, at least 0
 * @param expectedShare the share of the points that will be redeemed, in [0, 1]
 */
public record PointsPromise(long issued, Ratio valuePerPoint, Ratio expectedShare) implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param issued number of points, at least 0
     * @param valuePerPoint what a redeemed point is worth to the customer, in minor units, at least 0
     * @param expectedShare the share of the points that will be redeemed, in [0, 1]
     * @throws IllegalArgumentException if a number is out of range
     */
    public PointsPromise {
        Objects.requireNonNull(valuePerPoint, "valuePerPoint");
        Rates.requireAtLeast(0, issued, "issued");
        if (valuePerPoint.isNegative()) {
            throw new IllegalArgumentException("valuePerPoint must be at least 0: " + valuePerPoint);
        }
        Objects.requireNonNull(expectedShare, "expectedShare");
        if (expectedShare.isNegative() || expectedShare.compareTo(Ratio.ONE) > 0) {
            throw new IllegalArgumentException("expectedShare must be in [0, 1]: " + expectedShare);
        }
    }

    /**
     * The standalone price of the points.
     *
     * @return issued × valuePerPoint × expectedShare, in minor units
     * @throws ArithmeticException if it overflows
     */
    public Ratio standalonePrice() {
        return expectedShare.times(issued).times(valuePerPoint);
    }

    /**
     * How many points will ever be redeemed.
     *
     * @return issued × expectedShare, half a point rounded up
     */
    public long expectedRedemptions() {
        return expectedShare.times(issued, RoundingMode.HALF_UP);
    }

    /**
     * Allocates the price paid between the goods and the points.
     *
     * @param price what was paid for both, in minor units, at least 0
     * @param goodsStandalonePrice what the goods cost without points, in minor units, at least 0
     * @return the two parts, which add up to the price
     * @throws IllegalArgumentException if a price is negative, or neither goods nor points have a standalone price
     * @throws ArithmeticException if an intermediate number overflows
     */
    public PriceSplit split(long price, long goodsStandalonePrice) {
        Rates.requireAtLeast(0, price, "price");
        Rates.requireAtLeast(0, goodsStandalonePrice, "goodsStandalonePrice");
        Ratio points = standalonePrice();
        if (price > 0 && goodsStandalonePrice == 0 && points.isZero()) {
            throw new IllegalArgumentException("standalone prices must not both be 0 for a price of " + price);
        }
        long[] parts = Apportionment.LARGEST_REMAINDER.split(
                price, Math.multiplyExact(goodsStandalonePrice, points.denominator()), points.numerator());
        return new PriceSplit(parts[0], parts[1]);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 2000 points worth 1, 9/10 expected}
     */
    @Override
    public String toString() {
        return issued + " points worth " + valuePerPoint + ", " + expectedShare + " expected";
    }
}
