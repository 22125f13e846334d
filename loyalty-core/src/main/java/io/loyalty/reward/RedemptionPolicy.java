package io.loyalty.reward;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Decision.Granted;
import io.loyalty.reward.Decision.Refused;
import java.io.Serializable;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * On what terms points pay a bill.
 *
 * <pre>{@code
 * RedemptionPolicy.of(100, Money.parse("JPY 50"))   // 100 points pay 50 yen,
 *         .inStepsOf(100)                           // in hundreds,
 *         .atLeast(500)                             // no fewer than 500,
 *         .atMost(Ratio.ofPercent(30));             // and no more than 30 % of the bill
 * }</pre>
 *
 * <p>So many points pay their exact worth, rounded once to whole minor units. Points that would pay nothing, because fewer pay just as
 * much, are never taken. A bill of which points may pay only a part, such as one with gift cards in it, is quoted by that part.
 * Immutable.
 *
 * @param currency the currency of bills
 * @param worth what one point pays, in minor units, above 0
 * @param pointCurrency the name of the points, see {@link PointType}
 * @param step the number of which any number of points used must be a multiple, at least 1
 * @param minimum the fewest points that may be used, at least 1
 * @param maximum the most points that may be used for one bill
 * @param share the part of a bill that points may pay, rounded down; above 0 and at most 1
 * @param rounding how a fraction of the minor unit that points would pay becomes whole
 */
public record RedemptionPolicy(
        Currency currency,
        Ratio worth,
        String pointCurrency,
        long step,
        long minimum,
        long maximum,
        Ratio share,
        RoundingMode rounding)
        implements Serializable {

    /**
     * Refuses contradictions.
     *
     * @param currency the currency of bills
     * @param worth what one point pays, in minor units, above 0
     * @param pointCurrency the name of the points
     * @param step the number of which any number of points used must be a multiple, at least 1
     * @param minimum the fewest points that may be used, at least 1
     * @param maximum the most points that may be used for one bill
     * @param share the part of a bill that points may pay, above 0 and at most 1
     * @param rounding how a fraction of the minor unit that points would pay becomes whole
     * @throws IllegalArgumentException if a number is out of its range, the name of the points is none, the maximum is below the
     *     fewest points that may be used and pay anything, or the rounding is {@link RoundingMode#UNNECESSARY} though a step of points
     *     is worth a fraction
     */
    public RedemptionPolicy {
        Objects.requireNonNull(worth, "worth");
        Objects.requireNonNull(pointCurrency, "pointCurrency");
        Objects.requireNonNull(share, "share");
        Money.zero(currency);
        new PointType(pointCurrency, PointType.Nature.REGULAR);
        Objects.requireNonNull(rounding, "rounding");
        if (worth.compareTo(Ratio.ZERO) <= 0) {
            throw new IllegalArgumentException("worth must be above 0: " + worth);
        }
        if (step < 1) {
            throw new IllegalArgumentException("step must be at least 1: " + step);
        }
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum must be at least 1: " + minimum);
        }
        if (share.compareTo(Ratio.ZERO) <= 0 || share.compareTo(Ratio.ONE) > 0) {
            throw new IllegalArgumentException("share must be in (0, 1]: " + share);
        }
        if (rounding == RoundingMode.UNNECESSARY && step % worth.denominator() != 0) {
            throw new IllegalArgumentException(
                    "rounding must have an answer for steps of " + step + " points worth " + worth + ": " + rounding);
        }
        BigInteger least = fewest(BigInteger.ONE, worth, rounding, step, minimum);
        if (least.compareTo(BigInteger.valueOf(maximum)) > 0) {
            throw new IllegalArgumentException("maximum must be at least " + least + ": " + maximum);
        }
    }

    /**
     * So many points pay so much: any number of them, the whole bill, rounded down.
     *
     * @param points how many, above 0
     * @param money what they pay, above 0
     * @return the policy, for points of the usual currency
     * @throws IllegalArgumentException if one of the numbers is not above 0
     */
    public static RedemptionPolicy of(long points, Money money) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        return new RedemptionPolicy(
                money.currency(),
                Ratio.of(money.minorUnits(), points),
                PointType.POINTS,
                1,
                1,
                Long.MAX_VALUE,
                Ratio.ONE,
                RoundingMode.FLOOR);
    }

    /**
     * This policy for other points.
     *
     * @param name the name of the points
     * @return the changed copy
     * @throws IllegalArgumentException if the name is none
     */
    public RedemptionPolicy forPoints(String name) {
        return new RedemptionPolicy(currency, worth, name, step, minimum, maximum, share, rounding);
    }

    /**
     * This policy with steps: points are used in multiples of a number.
     *
     * @param points the number, at least 1
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 1, or contradicts the maximum
     */
    public RedemptionPolicy inStepsOf(long points) {
        return new RedemptionPolicy(currency, worth, pointCurrency, points, minimum, maximum, share, rounding);
    }

    /**
     * This policy with a least number of points.
     *
     * @param points how many must be used if any are, at least 1
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 1, or contradicts the maximum
     */
    public RedemptionPolicy atLeast(long points) {
        return new RedemptionPolicy(currency, worth, pointCurrency, step, points, maximum, share, rounding);
    }

    /**
     * This policy with a greatest number of points.
     *
     * @param points how many may be used for one bill
     * @return the changed copy
     * @throws IllegalArgumentException if fewer may be used than must
     */
    public RedemptionPolicy atMost(long points) {
        return new RedemptionPolicy(currency, worth, pointCurrency, step, minimum, points, share, rounding);
    }

    /**
     * This policy with a greatest share of the bill.
     *
     * @param part which part of a bill points may pay, above 0 and at most 1
     * @return the changed copy
     * @throws IllegalArgumentException if the share is out of its range
     */
    public RedemptionPolicy atMost(Ratio part) {
        return new RedemptionPolicy(currency, worth, pointCurrency, step, minimum, maximum, part, rounding);
    }

    /**
     * This policy with another rounding of what points pay.
     *
     * @param mode how a fraction of the minor unit becomes whole
     * @return the changed copy
     * @throws IllegalArgumentException if the mode is {@link RoundingMode#UNNECESSARY} and a step of points is worth a fraction
     */
    public RedemptionPolicy rounded(RoundingMode mode) {
        return new RedemptionPolicy(currency, worth, pointCurrency, step, minimum, maximum, share, mode);
    }

    /**
     * What so many points pay.
     *
     * @param points how many, at least 0
     * @return their worth, rounded
     * @throws IllegalArgumentException if the points are below 0
     * @throws ArithmeticException if the worth does not fit, or the rounding is {@link RoundingMode#UNNECESSARY} and is needed
     */
    public Money valueOf(long points) {
        if (points < 0) {
            throw new IllegalArgumentException("points must be at least 0: " + points);
        }
        return Money.ofMinor(currency, worth.times(points, rounding));
    }

    /**
     * How many points can pay of a bill, and if none, why not.
     *
     * @param bill what points may pay, at least 0
     * @param available how many points the customer can spend, at least 0
     * @return the fewest and the most points, exactly; or none, with all reasons: {@link Reason#OTHER_CURRENCY},
     *     {@link Reason#NOTHING_TO_PAY}, {@link Reason#BILL_TOO_SMALL}, {@link Reason#INSUFFICIENT_POINTS}
     * @throws IllegalArgumentException if the bill or the points are below 0
     */
    public PaymentQuote quote(Money bill, long available) {
        requireNotNegative(bill, available);
        List<Rejection> obstacles = new ArrayList<>();
        if (!bill.currency().equals(currency)) {
            return PaymentQuote.none(bill, List.of(Rejection.of(Reason.FOREIGN_CURRENCY)));
        }
        long least = least();
        if (bill.isZero()) {
            obstacles.add(Rejection.of(Reason.NOTHING_TO_PAY));
        } else if (least > most(limit(bill))) {
            obstacles.add(tooSmall(bill, least));
        }
        if (least > available) {
            obstacles.add(Quoting.insufficient(least, available));
        }
        if (!obstacles.isEmpty()) {
            return PaymentQuote.none(bill, obstacles);
        }
        // The most that may be used, less what would be wasted of it.
        long allowed = Math.min(Math.min(most(limit(bill)), available), maximum);
        long useful = enough(allowed - allowed % step);
        return new PaymentQuote(bill, least, useful, valueOf(useful), List.of());
    }

    /**
     * Pays a bill with points, as many as the customer wants to use.
     *
     * @param bill what points may pay, at least 0
     * @param points how many to use, at least 1
     * @param available how many points the customer can spend, at least 0
     * @return the payment; or refused with all of {@link Reason#OTHER_CURRENCY}, {@link Reason#NOTHING_TO_PAY},
     *     {@link Reason#NOT_A_STEP}, {@link Reason#BELOW_MINIMUM}, {@link Reason#ABOVE_MAXIMUM}, {@link Reason#ABOVE_SHARE},
     *     {@link Reason#POINTS_WASTED}, {@link Reason#INSUFFICIENT_POINTS} that apply
     * @throws IllegalArgumentException if the bill or the available points are below 0, or the points are below 1
     */
    public Decision<PointsPayment> pay(Money bill, long points, long available) {
        requireNotNegative(bill, available);
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        List<Rejection> obstacles = new ArrayList<>();
        long most = 0;
        if (!bill.currency().equals(currency)) {
            obstacles.add(Rejection.of(Reason.FOREIGN_CURRENCY));
        } else if (bill.isZero()) {
            obstacles.add(Rejection.of(Reason.NOTHING_TO_PAY));
        } else {
            most = most(limit(bill));
            if (points > most) {
                obstacles.add(Rejection.of(Reason.ABOVE_SHARE, "requested", points, "most", most - most % step));
            }
        }
        if (points % step != 0) {
            obstacles.add(Rejection.of(Reason.NOT_A_STEP, "requested", points, "step", step));
        }
        if (points < least()) {
            obstacles.add(Rejection.of(Reason.BELOW_MINIMUM, "requested", points, "minimum", least()));
        }
        if (points > maximum) {
            obstacles.add(Rejection.of(Reason.ABOVE_MAXIMUM, "requested", points, "maximum", maximum));
        }
        if (points > available) {
            obstacles.add(Quoting.insufficient(points, available));
        }
        if (obstacles.isEmpty() && enough(points) < points) {
            obstacles.add(Rejection.of(Reason.POINTS_WASTED, "requested", points, "enough", enough(points)));
        }
        return obstacles.isEmpty()
                ? new Granted<>(new PointsPayment(bill, points, pointCurrency, valueOf(points)))
                : new Refused<>(obstacles);
    }

    private static void requireNotNegative(Money bill, long available) {
        if (bill.isNegative()) {
            throw new IllegalArgumentException("bill must be at least 0: " + bill);
        }
        if (available < 0) {
            throw new IllegalArgumentException("available must be at least 0: " + available);
        }
    }

    /** What points may pay of a bill, in minor units. */
    private long limit(Money bill) {
        return share.times(bill.minorUnits(), RoundingMode.FLOOR);
    }

    private Rejection tooSmall(Money bill, long least) {
        // Beyond the range only where the bill is far below.
        long value = most(Long.MAX_VALUE) < least ? Long.MAX_VALUE : worth.times(least, rounding);
        return new Rejection(Reason.BILL_TOO_SMALL, Map.of("minimum", least, "value", value, "most", limit(bill)));
    }

    /**
     * The fewest points that may be used: those that are a step, not below the minimum, and pay anything at all.
     *
     * @return a number from 1 to the maximum
     */
    public long least() {
        return fewest(BigInteger.ONE, worth, rounding, step, minimum).longValueExact();
    }

    /** The fewest points that may be used and pay as much as some do. */
    private long enough(long points) {
        BigInteger value = BigInteger.valueOf(worth.times(points, rounding));
        return fewest(value, worth, rounding, step, minimum)
                .max(BigInteger.valueOf(least()))
                .longValueExact();
    }

    /** The most points, steps or not, that pay no more than a number of minor units. */
    private long most(long value) {
        return most(BigInteger.valueOf(value), worth, rounding)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** The fewest points, in steps and not below the minimum, that pay at least a number of minor units. */
    private static BigInteger fewest(BigInteger value, Ratio worth, RoundingMode rounding, long step, long minimum) {
        BigInteger fewest = most(value.subtract(BigInteger.ONE), worth, rounding)
                .add(BigInteger.ONE)
                .max(BigInteger.valueOf(minimum));
        BigInteger steps = BigInteger.valueOf(step);
        return fewest.add(steps).subtract(BigInteger.ONE).divide(steps).multiply(steps);
    }

    /**
     * The most points {@code p} with {@code round(p * worth) <= value}, for a value of at least 0: what the mode rounds to the value
     * reaches up to the value itself, to half a unit above it, or to a whole unit above it, each end included or not.
     */
    private static BigInteger most(BigInteger value, Ratio worth, RoundingMode rounding) {
        boolean reachesHalf = rounding == RoundingMode.HALF_UP
                || rounding == RoundingMode.HALF_DOWN
                || rounding == RoundingMode.HALF_EVEN;
        boolean reachesNext = rounding == RoundingMode.FLOOR || rounding == RoundingMode.DOWN;
        boolean includesEnd = rounding == RoundingMode.HALF_DOWN
                || rounding == RoundingMode.HALF_EVEN && !value.testBit(0)
                || !reachesHalf && !reachesNext;
        // In half units: p * 2 * numerator against (2 * value + 0, 1 or 2) * denominator.
        BigInteger end = value.shiftLeft(1)
                .add(BigInteger.valueOf(reachesNext ? 2 : reachesHalf ? 1 : 0))
                .multiply(BigInteger.valueOf(worth.denominator()));
        BigInteger numerator = BigInteger.valueOf(worth.numerator()).shiftLeft(1);
        return (includesEnd ? end : end.subtract(BigInteger.ONE)).divide(numerator);
    }
}
