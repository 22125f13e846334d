package io.loyalty.earning;

import java.io.Serializable;
import java.time.Period;
import java.util.Objects;

/**
 * How many facts it takes until a rule with fixed points pays.
 *
 * <p>A fact counts if the rule's condition holds for it and no limit of times stands against it. A visit made void counts no
 * more; what has been paid once is not paid again when the count, having gone back, comes up to it again. Immutable.
 */
public sealed interface Milestone extends Serializable {

    /** Each fact pays. */
    record Each() implements Milestone {
        static final Each INSTANCE = new Each();

        @Override
        public String toString() {
            return "each time";
        }
    }

    /**
     * Every so many-th fact pays, however long it takes.
     *
     * @param n how many facts, at least 1
     */
    record EveryNth(int n) implements Milestone {

        /**
         * Refuses numbers below 1.
         *
         * @param n how many facts, at least 1
         * @throws IllegalArgumentException if the number is below 1
         */
        public EveryNth {
            if (n < 1) {
                throw new IllegalArgumentException("n must be at least 1: " + n);
            }
        }

        @Override
        public String toString() {
            return "every " + n + " times";
        }
    }

    /**
     * A fact in each of so many weeks or months without a gap pays, at the first fact in the last of them; then a new row begins.
     *
     * @param n how many weeks or months, 2 to 120
     * @param stretch weeks or months of business days
     */
    record InARow(int n, Stretch stretch) implements Milestone {

        /** What stands in a row. */
        public enum Stretch {
            /** ISO weeks, from Monday to Sunday. */
            WEEKS,
            /** Calendar months. */
            MONTHS
        }

        /**
         * Refuses rows too short or too long.
         *
         * @param n how many weeks or months, 2 to 120
         * @param stretch weeks or months of business days
         * @throws IllegalArgumentException if the number is not in [2, 120]
         */
        public InARow {
            Objects.requireNonNull(stretch, "stretch");
            requireIn120(n);
        }

        @Override
        public String toString() {
            return n + " " + stretch + " in a row";
        }
    }

    /**
     * So many facts within a period pay, at the last of them; then counting begins anew.
     *
     * <p>Within 30 days means on the business day of the last of them or the 29 days before.
     *
     * @param n how many facts, 2 to 120
     * @param period the period, not zero, no part of it negative
     */
    record Within(int n, Period period) implements Milestone {

        /**
         * Refuses too few facts, too many, and no time at all.
         *
         * @param n how many facts, 2 to 120
         * @param period the period, not zero, no part of it negative
         * @throws IllegalArgumentException if the number is not in [2, 120], or the period is zero or has a negative part
         */
        public Within {
            Objects.requireNonNull(period, "period");
            requireIn120(n);
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("period must be above zero: " + period);
            }
        }

        @Override
        public String toString() {
            return n + " times within " + period;
        }
    }

    private static void requireIn120(int n) {
        if (n < 2 || n > 120) {
            throw new IllegalArgumentException("n must be in [2, 120]: " + n);
        }
    }
}
