package io.loyalty.reward;

import io.loyalty.money.Money;
import io.loyalty.visit.Tender;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A bill, or a part of it, paid with points.
 *
 * @param bill the bill
 * @param points how many points pay, at least 1
 * @param pointCurrency the name of the points
 * @param value what they pay, above 0 and at most the bill
 */
public record PointsPayment(Money bill, long points, String pointCurrency, Money value) implements Serializable {

    /**
     * Refuses payments of nothing, and of more than the bill.
     *
     * @param bill the bill
     * @param points how many points pay, at least 1
     * @param pointCurrency the name of the points
     * @param value what they pay, above 0 and at most the bill
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PointsPayment {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(bill, "bill");
        Objects.requireNonNull(pointCurrency, "pointCurrency");
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        if (value.minorUnits() < 1 || value.compareTo(bill) > 0) {
            throw new IllegalArgumentException("value must be above 0 and at most " + bill + ": " + value);
        }
    }

    /**
     * What is left to pay in money.
     *
     * @return bill less value, at least 0
     */
    public Money moneyDue() {
        return bill.minus(value);
    }

    /**
     * The payment as a visit records it.
     *
     * @return a tender of points
     */
    public Tender tender() {
        return Tender.points(points, value);
    }

    /**
     * What the ledger is asked to pay at once.
     *
     * @param reference what for, such as the receipt's number; may be empty
     * @return a redemption
     */
    public PointsMove redeem(String reference) {
        return new PointsMove.Redeem(points, pointCurrency, reference);
    }

    /**
     * What the ledger is asked to put the points aside until the bill is settled.
     *
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never
     * @return a hold
     */
    public PointsMove hold(Instant lapsesAt) {
        return new PointsMove.Hold(points, pointCurrency, lapsesAt);
    }

    /**
     * What the ledger is asked to pay out of a hold; what is held beyond it goes back.
     *
     * @param hold the hold's key
     * @return a capture
     */
    public PointsMove capture(String hold) {
        return new PointsMove.Capture(hold, points);
    }
}
