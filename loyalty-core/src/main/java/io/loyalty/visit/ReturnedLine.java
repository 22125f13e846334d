package io.loyalty.visit;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.Objects;

/**
 * What came back of one line of a visit.
 *
 * @param line the index of the line in the visit, counted from 0
 * @param amount the part of the line's amount that came back, above 0, with or without tax as that line stands
 */
public record ReturnedLine(int line, Money amount) implements Serializable {

    /**
     * Refuses an index below 0 and an amount that is not above 0.
     *
     * @param line the index of the line in the visit, counted from 0
     * @param amount the part of the line's amount that came back, above 0, with or without tax as that line stands
     * @throws IllegalArgumentException if the index is below 0, or the amount is not above 0
     */
    public ReturnedLine {
        Objects.requireNonNull(amount, "amount");
        if (line < 0) {
            throw new IllegalArgumentException("line must be at least 0: " + line);
        }
        if (amount.minorUnits() <= 0) {
            throw new IllegalArgumentException("amount must be above 0: " + amount);
        }
    }

    /**
     * Some units of a line, after others of the same line came back before.
     *
     * <p>The units' share is {@link Line#amountOfUnits}: however the units of a line come back one after the other, the
     * returns add up to the line's amount.
     *
     * @param visit the visit
     * @param line the index of the line in the visit, counted from 0
     * @param unitsBefore the number of units that came back before, at least 0
     * @param units the number of units that come back now, at least 1
     * @return what comes back
     * @throws IllegalArgumentException if the line does not exist, has not so many units, or the units' share is 0
     */
    public static ReturnedLine ofUnits(Visit visit, int line, long unitsBefore, long units) {
        if (line < 0 || line >= visit.lines().size()) {
            throw new IllegalArgumentException(
                    "line must be in [0, " + visit.lines().size() + "): " + line);
        }
        Line bought = visit.lines().get(line);
        if (unitsBefore < 0) {
            throw new IllegalArgumentException("unitsBefore must be at least 0: " + unitsBefore);
        }
        if (units < 1 || units > bought.quantity() - unitsBefore) {
            throw new IllegalArgumentException(
                    "units must be in [1, " + (bought.quantity() - unitsBefore) + "]: " + units);
        }
        return new ReturnedLine(line, bought.amountOfUnits(unitsBefore, unitsBefore + units));
    }
}
