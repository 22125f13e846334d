package io.loyalty.reward;

import io.loyalty.money.Money;
import io.loyalty.points.PointType;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reward costs: points, or points and money.
 *
 * <p>{@code Price.points(300).and(Money.parse("JPY 200"))}. Immutable.
 */
public sealed interface Price extends Serializable {

    /**
     * Points alone.
     *
     * @param points how many, at least 1
     * @param currency the name of the points, see {@link PointType}
     */
    record Points(long points, String currency) implements Price {
        /**
         * Refuses what costs nothing.
         *
         * @param points how many, at least 1
         * @param currency the name of the points
         * @throws IllegalArgumentException if the points are below 1, or the name is none
         */
        public Points {
            requirePoints(points, currency);
        }

        /**
         * This many points, and money.
         *
         * @param money how much, above 0
         * @return the price in both
         * @throws IllegalArgumentException if the money is not above 0
         */
        public PointsAndMoney and(Money money) {
            return new PointsAndMoney(points, currency, money);
        }

        @Override
        public Optional<Money> money() {
            return Optional.empty();
        }

        @Override
        public long mostTimes() {
            return Long.MAX_VALUE / points;
        }

        @Override
        public Price times(long quantity) {
            return new Points(Math.multiplyExact(points, quantity), currency);
        }

        @Override
        public String toString() {
            return points + " " + currency;
        }
    }

    /**
     * Points and money together.
     *
     * @param points how many, at least 1
     * @param currency the name of the points, see {@link PointType}
     * @param copayment the money, above 0
     */
    record PointsAndMoney(long points, String currency, Money copayment) implements Price {
        /**
         * Refuses what costs nothing.
         *
         * @param points how many, at least 1
         * @param currency the name of the points
         * @param copayment the money, above 0
         * @throws IllegalArgumentException if the points are below 1, their name is none, or the money is not above 0
         */
        public PointsAndMoney {
            Objects.requireNonNull(copayment, "copayment");
            requirePoints(points, currency);
            if (copayment.minorUnits() <= 0) {
                throw new IllegalArgumentException("copayment must be above 0: " + copayment);
            }
        }

        @Override
        public Optional<Money> money() {
            return Optional.of(copayment);
        }

        @Override
        public long mostTimes() {
            return Long.MAX_VALUE / Math.max(points, copayment.minorUnits());
        }

        @Override
        public Price times(long quantity) {
            return new PointsAndMoney(Math.multiplyExact(points, quantity), currency, copayment.times(quantity));
        }

        @Override
        public String toString() {
            return points + " " + currency + " and " + copayment;
        }
    }

    /**
     * So many points of the usual currency.
     *
     * @param points how many, at least 1
     * @return the price
     * @throws IllegalArgumentException if the points are below 1
     */
    static Points points(long points) {
        return points(points, PointType.POINTS);
    }

    /**
     * So many points of a currency.
     *
     * @param points how many, at least 1
     * @param currency the name of the points, such as {@code miles}
     * @return the price
     * @throws IllegalArgumentException if the points are below 1, or the name is none
     */
    static Points points(long points, String currency) {
        return new Points(points, currency);
    }

    /**
     * How many points.
     *
     * @return a number of at least 1
     */
    long points();

    /**
     * The name of the points.
     *
     * @return the currency
     */
    String currency();

    /**
     * The part in money.
     *
     * @return an amount above 0; empty if the price is in points alone
     */
    Optional<Money> money();

    /**
     * The most that can be had before the price of all leaves the range of {@code long}.
     *
     * @return a number of at least 1
     */
    long mostTimes();

    /**
     * The price of several.
     *
     * @param quantity how many, at least 1
     * @return the price of all
     * @throws IllegalArgumentException if the quantity is below 1
     * @throws ArithmeticException if the result does not fit
     */
    Price times(long quantity);

    private static void requirePoints(long points, String currency) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        new PointType(Objects.requireNonNull(currency, "currency"), PointType.Nature.REGULAR);
    }
}
