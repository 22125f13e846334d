package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What a rule does when its condition holds.
 *
 * <p>What is earned on spend, per visit and per unit is multiplied by the multipliers of the plan; fixed points are given on
 * top of that and never multiplied. Immutable.
 */
public sealed interface Effect extends Serializable {

    /**
     * Points on the amount of the lines for which the condition holds.
     *
     * @param points how many, above 0
     * @param per for which amount, above 0
     * @param form for each full step, or in proportion
     * @param base which part of the amount counts
     * @param rounding how, and how often, fractions become whole
     */
    record Spend(long points, Money per, RateForm form, EarningBase base, Rounding rounding) implements Effect {

        /**
         * Refuses rates without points or without an amount.
         *
         * @param points how many, above 0
         * @param per for which amount, above 0
         * @param form for each full step, or in proportion
         * @param base which part of the amount counts
         * @param rounding how, and how often, fractions become whole
         * @throws IllegalArgumentException if points or amount are not above 0
         */
        public Spend {
            Effect.requirePoints(points);
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(rounding, "rounding");
            if (per.minorUnits() < 1) {
                throw new IllegalArgumentException("per must be above 0: " + per);
            }
        }

        @Override
        public String toString() {
            return points + (form == RateForm.STEP ? " per full " : " per ") + per;
        }
    }

    /**
     * Points for coming.
     *
     * @param points how many, above 0
     * @param mode how fractions become whole, where a multiplier makes them
     */
    record PerVisit(long points, RoundingMode mode) implements Effect {

        /**
         * Refuses 0 points.
         *
         * @param points how many, above 0
         * @param mode how fractions become whole, where a multiplier makes them
         * @throws IllegalArgumentException if the points are not above 0
         */
        public PerVisit {
            Effect.requirePoints(points);
            Objects.requireNonNull(mode, "mode");
        }

        @Override
        public String toString() {
            return points + " per visit";
        }
    }

    /**
     * More of what the visit earns on spend, per visit and per unit.
     *
     * @param factor by how much, at least 0; a factor below 1 makes it less
     */
    record Multiply(Ratio factor) implements Effect {

        /**
         * Refuses negative factors.
         *
         * @param factor by how much, at least 0
         * @throws IllegalArgumentException if the factor is below 0
         */
        public Multiply {
            if (factor.isNegative()) {
                throw new IllegalArgumentException("factor must be at least 0: " + factor);
            }
        }

        @Override
        public String toString() {
            return "× " + factor;
        }
    }

    private static void requirePoints(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
    }
}
