package io.loyalty.program;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.io.Serializable;
import java.math.RoundingMode;

/**
 * What became of points in a span of time, and what is left at its end.
 *
 * <p>From the beginning of all accounts on, {@code issued + owed = redeemed + expired + clawedBack + outstanding}.
 *
 * @param issued points given
 * @param redeemed points redeemed, less those restored when a visit that they had paid came back; may be below 0 for a part of the
 *     time
 * @param expired points that died by date
 * @param clawedBack points taken back for returns, from lots or as debt
 * @param outstanding at the end: points that members have or will have when these become usable
 * @param owed at the end: points that members owe
 */
public record PointsFigures(long issued, long redeemed, long expired, long clawedBack, long outstanding, long owed)
        implements Serializable {

    /**
     * What members got of it: the points that they redeemed and those that they still have, less what they owe.
     *
     * @return a number of either sign
     * @throws ArithmeticException if it does not fit
     */
    public long kept() {
        return Math.subtractExact(Math.addExact(redeemed, outstanding), owed);
    }

    /**
     * What the points cost, if so many are worth so much.
     *
     * @param points how many, at least 1
     * @param money what they are worth
     * @return the cost, each amount rounded once, half to even
     * @throws IllegalArgumentException if the points are below 1
     * @throws ArithmeticException if an amount does not fit
     */
    public PointsCost cost(long points, Money money) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        Ratio worth = Ratio.of(money.minorUnits(), points);
        return new PointsCost(
                Money.ofMinor(money.currency(), worth.times(redeemed, RoundingMode.HALF_EVEN)),
                Money.ofMinor(money.currency(), worth.times(outstanding, RoundingMode.HALF_EVEN)));
    }

    PointsFigures plus(PointsFigures next) {
        return new PointsFigures(
                Math.addExact(issued, next.issued),
                Math.addExact(redeemed, next.redeemed),
                Math.addExact(expired, next.expired),
                Math.addExact(clawedBack, next.clawedBack),
                next.outstanding,
                next.owed);
    }
}
