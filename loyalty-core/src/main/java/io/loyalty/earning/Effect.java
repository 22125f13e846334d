package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * What a rule does where its condition holds.
 *
 * <p>What a visit earns on spend, per unit and per visit is multiplied by the multipliers of the plan; measured and fixed points
 * are given on top of that and never multiplied. Immutable.
 */
public sealed interface Effect extends Serializable {

    /**
     * Points on the amount of the lines that the condition chooses.
     *
     * @param points how many, at least 1
     * @param per for which amount, above 0
     * @param form for each full step, or in proportion
     * @param base which part of the amount counts
     * @param rounding how, and how often, fractions become whole
     */
    record Spend(long points, Money per, RateForm form, EarningBase base, Rounding rounding) implements Effect {

        /**
         * Refuses rates without points or without an amount.
         *
         * @param points how many, at least 1
         * @param per for which amount, above 0
         * @param form for each full step, or in proportion
         * @param base which part of the amount counts
         * @param rounding how, and how often, fractions become whole
         * @throws IllegalArgumentException if the points are below 1 or the amount is not above 0
         */
        public Spend {
            Objects.requireNonNull(per, "per");
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
            return points + " " + form.word() + " " + per;
        }
    }

    /**
     * Points for each whole unit of the lines that the condition chooses.
     *
     * @param points how many, at least 1
     * @param rounding how, and how often, fractions become whole, where a multiplier makes them
     */
    record PerUnit(long points, Rounding rounding) implements Effect {

        /**
         * Refuses 0 points.
         *
         * @param points how many, at least 1
         * @param rounding how, and how often, fractions become whole, where a multiplier makes them
         * @throws IllegalArgumentException if the points are below 1
         */
        public PerUnit {
            Effect.requirePoints(points);
            Objects.requireNonNull(rounding, "rounding");
        }

        @Override
        public String toString() {
            return points + " per unit";
        }
    }

    /**
     * Points for coming.
     *
     * @param points how many, at least 1
     * @param mode how fractions become whole, where a multiplier makes them
     */
    record PerVisit(long points, RoundingMode mode) implements Effect {

        /**
         * Refuses 0 points.
         *
         * @param points how many, at least 1
         * @param mode how fractions become whole, where a multiplier makes them
         * @throws IllegalArgumentException if the points are below 1
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
     * More, or less, of what a visit earns on spend, per unit and per visit.
     *
     * <p>Where the condition looks at lines, only what the chosen lines earn is multiplied, and nothing of what the visit earns
     * for coming.
     *
     * @param factor by how much, at least 0; a factor below 1 makes it less
     * @param extra on whose terms the points come that a factor above 1 adds
     */
    record Multiply(Ratio factor, Extra extra) implements Effect {

        /** On whose terms added points come. */
        public enum Extra {
            /** On those of the rule that is multiplied: the default. */
            LIKE_THE_REST,
            /** On those of the multiplier: its kind of points, its activation and its term. */
            ON_OWN_TERMS
        }

        /**
         * Refuses negative factors.
         *
         * @param factor by how much, at least 0
         * @param extra on whose terms the points come that a factor above 1 adds
         * @throws IllegalArgumentException if the factor is below 0
         */
        public Multiply {
            Objects.requireNonNull(factor, "factor");
            Objects.requireNonNull(extra, "extra");
            if (factor.isNegative()) {
                throw new IllegalArgumentException("factor must be at least 0: " + factor);
            }
        }

        @Override
        public String toString() {
            return "× " + factor;
        }
    }

    /**
     * Points on a number that a fact of the host's own kind carries.
     *
     * @param points how many, at least 1
     * @param per for which number, above 0
     * @param form for each full step, or in proportion
     * @param type the kind of fact
     * @param attribute the number's name in the payload; numbers below 0 count as 0
     * @param mode how fractions become whole
     */
    record Measured(long points, Ratio per, RateForm form, String type, String attribute, RoundingMode mode)
            implements Effect {

        /**
         * Refuses rates without points or without a number.
         *
         * @param points how many, at least 1
         * @param per for which number, above 0
         * @param form for each full step, or in proportion
         * @param type the kind of fact
         * @param attribute the number's name in the payload
         * @param mode how fractions become whole
         * @throws IllegalArgumentException if the points are below 1 or the number is not above 0
         */
        public Measured {
            Objects.requireNonNull(per, "per");
            Effect.requirePoints(points);
            Objects.requireNonNull(form, "form");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(mode, "mode");
            if (per.numerator() < 1) {
                throw new IllegalArgumentException("per must be above 0: " + per);
            }
        }

        @Override
        public String toString() {
            return points + " " + form.word() + " " + per + " " + attribute + " of " + type;
        }
    }

    /**
     * So many points for a fact.
     *
     * @param points how many, at least 1
     * @param trigger which facts
     * @param milestone how many of them it takes
     */
    record Fixed(long points, Trigger trigger, Milestone milestone) implements Effect {

        /**
         * Refuses 0 points, and a milestone for what happens by itself only now and then.
         *
         * @param points how many, at least 1
         * @param trigger which facts
         * @param milestone how many of them it takes; {@link Milestone.Each} for occasions and referees
         * @throws IllegalArgumentException if the points are below 1, or the trigger takes no milestone
         */
        public Fixed {
            Objects.requireNonNull(trigger, "trigger");
            Effect.requirePoints(points);
            Objects.requireNonNull(milestone, "milestone");
            boolean takesMilestone = !(trigger instanceof Trigger.OnOccasion || trigger instanceof Trigger.ToReferee);
            if (!takesMilestone && !(milestone instanceof Milestone.Each)) {
                throw new IllegalArgumentException("milestone must be each time for '" + trigger + "': " + milestone);
            }
        }

        @Override
        public String toString() {
            boolean to = trigger instanceof Trigger.ToReferrer || trigger instanceof Trigger.ToReferee;
            return points
                    + (to ? " " : " for ")
                    + trigger
                    + (milestone instanceof Milestone.Each ? "" : ", " + milestone);
        }
    }

    private static void requirePoints(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
    }
}
