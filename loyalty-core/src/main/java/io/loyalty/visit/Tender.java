package io.loyalty.visit;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.Objects;

/**
 * One means by which a visit, or a part of it, was paid.
 *
 * <p>A payment with points says both how many points were given and what money they stood for. Immutable.
 *
 * @param kind the means
 * @param amount the money paid, or stood for; at least 0
 * @param points the points given: above 0 for {@link TenderKind#POINTS}, 0 for all other kinds
 */
public record Tender(TenderKind kind, Money amount, long points) implements Serializable {

    /**
     * Refuses an amount below 0, points without {@link TenderKind#POINTS}, and the kind without points.
     *
     * @param kind the means
     * @param amount the money paid, or stood for; at least 0
     * @param points the points given: above 0 for {@link TenderKind#POINTS}, 0 for all other kinds
     * @throws IllegalArgumentException if the amount is below 0, or the points do not fit the kind
     */
    public Tender {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
        if (amount.isNegative()) {
            throw new IllegalArgumentException("amount must be at least 0: " + amount);
        }
        if (kind == TenderKind.POINTS) {
            if (points <= 0) {
                throw new IllegalArgumentException("points must be above 0 for POINTS: " + points);
            }
        } else if (points != 0) {
            throw new IllegalArgumentException("points must be 0 for " + kind + ": " + points);
        }
    }

    /**
     * A payment by any means but points.
     *
     * @param kind the means, not {@link TenderKind#POINTS}
     * @param amount the money paid, at least 0
     * @return the tender
     * @throws IllegalArgumentException if the amount is below 0, or the kind is {@link TenderKind#POINTS}
     */
    public static Tender of(TenderKind kind, Money amount) {
        return new Tender(kind, amount, 0);
    }

    /**
     * A payment with points.
     *
     * @param points the points given, above 0
     * @param amount the money they stood for, at least 0
     * @return the tender
     * @throws IllegalArgumentException if the points are not above 0, or the amount is below 0
     */
    public static Tender points(long points, Money amount) {
        return new Tender(TenderKind.POINTS, amount, points);
    }
}
