package io.loyalty.reward;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sum in points and in money: what is paid for a visit, or what goes back.
 *
 * @param points how many points
 * @param pointsValue the money for which they stand, at the rate at which they were given; where it is not worth a whole number of
 *     points, they are within one point of it
 * @param money the money
 * @param byTender the money by tender of the visit, in its order, 0 for one of points; empty if it is unknown how the visit was paid
 */
public record Paid(long points, Money pointsValue, Money money, List<Money> byTender) implements Serializable {

    /**
     * Copies the list and refuses less than nothing.
     *
     * @param points how many points, at least 0
     * @param pointsValue the money for which they stand, at least 0
     * @param money the money, at least 0
     * @param byTender the money by tender of the visit, each at least 0; if there is any, its sum is the money
     * @throws IllegalArgumentException if a number is below 0, or the tenders do not sum up to the money
     */
    public Paid {
        Objects.requireNonNull(pointsValue, "pointsValue");
        Objects.requireNonNull(money, "money");
        Objects.requireNonNull(byTender, "byTender");
        byTender = List.copyOf(byTender);
        if (points < 0) {
            throw new IllegalArgumentException("points must be at least 0: " + points);
        }
        if (pointsValue.isNegative() || money.isNegative()) {
            throw new IllegalArgumentException(
                    "pointsValue and money must be at least 0: " + pointsValue + " and " + money);
        }
        Money sum = Money.zero(money.currency());
        for (int i = 0; i < byTender.size(); i++) {
            if (byTender.get(i).isNegative()) {
                throw new IllegalArgumentException("byTender[" + i + "] must be at least 0: " + byTender.get(i));
            }
            sum = sum.plus(byTender.get(i));
        }
        if (!byTender.isEmpty() && !sum.equals(money)) {
            throw new IllegalArgumentException("byTender must sum up to " + money + ": " + sum);
        }
    }

    /**
     * Money and value of the points together.
     *
     * @return an amount of at least 0
     * @throws ArithmeticException if it does not fit
     */
    public Money total() {
        return pointsValue.plus(money);
    }

    /**
     * Whether it is nothing at all.
     *
     * @return true if there are no points and no money
     */
    public boolean isNothing() {
        return points == 0 && pointsValue.isZero() && money.isZero();
    }

    Paid minus(Paid left) {
        List<Money> rest = new ArrayList<>();
        for (int i = 0; i < byTender.size(); i++) {
            rest.add(byTender.get(i).minus(left.byTender.get(i)));
        }
        return new Paid(points - left.points, pointsValue.minus(left.pointsValue), money.minus(left.money), rest);
    }
}
