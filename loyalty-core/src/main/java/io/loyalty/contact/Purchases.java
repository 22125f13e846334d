package io.loyalty.contact;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Which purchases a rule is about.
 *
 * <p>A purchase is a visit with an amount above 0. It counts as long as something of it has not come back; purchases are numbered in
 * the order of time, those left out that had come back whole by the time of a later one. Immutable.
 */
public sealed interface Purchases extends Serializable {

    /**
     * By number among the customer's purchases.
     *
     * @param first the lowest number, at least 1
     * @param last the highest number, at least {@code first}
     */
    record Numbered(int first, int last) implements Purchases {

        /**
         * Refuses numbers of no purchase.
         *
         * @param first the lowest number, at least 1
         * @param last the highest number, at least {@code first}
         * @throws IllegalArgumentException if the numbers are out of range
         */
        public Numbered {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "purchases must run from at least 1 upwards: " + first + " to " + last);
            }
        }

        @Override
        public String toString() {
            return last == Integer.MAX_VALUE
                    ? "#" + first + " and later"
                    : first == last ? "#" + first : "#" + first + " to #" + last;
        }
    }

    /**
     * By amount, less what has come back.
     *
     * @param amount how much is enough, above 0, in the form in which the shop writes amounts; purchases in another currency are not
     *     meant
     */
    record OfAtLeast(Money amount) implements Purchases {

        /**
         * Refuses an amount that every purchase reaches.
         *
         * @param amount how much is enough, above 0
         * @throws IllegalArgumentException if the amount is not above 0
         */
        public OfAtLeast {
            Objects.requireNonNull(amount, "amount");
            if (amount.minorUnits() <= 0) {
                throw new IllegalArgumentException("amount must be above 0: " + amount);
            }
        }

        @Override
        public String toString() {
            return "of at least " + amount;
        }
    }

    /**
     * Those that meet several descriptions.
     *
     * @param of the descriptions; none at all mean every purchase
     */
    record All(List<Purchases> of) implements Purchases {

        /**
         * Copies the list.
         *
         * @param of the descriptions
         */
        public All {
            Objects.requireNonNull(of, "of");
            of = List.copyOf(of);
        }

        @Override
        public String toString() {
            return of.isEmpty()
                    ? "every purchase"
                    : String.join(" and ", of.stream().map(Purchases::toString).toList());
        }
    }

    /**
     * Every purchase.
     *
     * @return the description
     */
    static Purchases every() {
        return new All(List.of());
    }

    /**
     * The customer's first.
     *
     * @return the description
     */
    static Purchases first() {
        return number(1);
    }

    /**
     * All but the customer's first: those of regular customers.
     *
     * @return the description
     */
    static Purchases later() {
        return new Numbered(2, Integer.MAX_VALUE);
    }

    /**
     * One purchase of each customer.
     *
     * @param number which, from 1
     * @return the description
     * @throws IllegalArgumentException if the number is below 1
     */
    static Purchases number(int number) {
        return new Numbered(number, number);
    }

    /**
     * Those of so much or more.
     *
     * @param amount how much is enough, above 0
     * @return the description
     * @throws IllegalArgumentException if the amount is not above 0
     */
    static Purchases ofAtLeast(Money amount) {
        return new OfAtLeast(amount);
    }

    /**
     * Those that meet this description and another.
     *
     * @param other the other
     * @return the description
     */
    default Purchases and(Purchases other) {
        return new All(List.of(this, Objects.requireNonNull(other, "other")));
    }
}
