package io.loyalty.earning;

import io.loyalty.time.LeapDay;
import java.util.Objects;
import java.util.Set;

/** A condition on who earns. */
public sealed interface CustomerCondition extends Condition {

    /**
     * An attribute of the customer has one of some values.
     *
     * @param name the attribute's name
     * @param values the values, at least one, sorted
     */
    record HasAttribute(String name, Set<String> values) implements CustomerCondition {

        /**
         * Copies and sorts the set.
         *
         * @param name the attribute's name
         * @param values the values, at least one
         * @throws IllegalArgumentException if there is no value, or one is blank
         */
        public HasAttribute {
            Objects.requireNonNull(values, "values");
            Objects.requireNonNull(name, "name");
            values = Words.sorted(values, "values");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_ATTRIBUTE;
        }

        @Override
        public String toString() {
            return name + " " + Words.alternatives(values);
        }
    }

    /**
     * The customer belongs to at least one of some segments.
     *
     * @param segments the segments, at least one, sorted
     */
    record InSegment(Set<String> segments) implements CustomerCondition {

        /**
         * Copies and sorts the set.
         *
         * @param segments the segments, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public InSegment {
            Objects.requireNonNull(segments, "segments");
            segments = Words.sorted(segments, "segments");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_SEGMENT;
        }

        @Override
        public String toString() {
            return "segment " + Words.alternatives(segments);
        }
    }

    /**
     * The customer's tier is one of some.
     *
     * @param tiers the tiers' names, at least one, sorted
     */
    record InTier(Set<String> tiers) implements CustomerCondition {

        /**
         * Copies and sorts the set.
         *
         * @param tiers the tiers' names, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public InTier {
            Objects.requireNonNull(tiers, "tiers");
            tiers = Words.sorted(tiers, "tiers");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_TIER;
        }

        @Override
        public String toString() {
            return "tier " + Words.alternatives(tiers);
        }
    }

    /**
     * The business day is a yearly date of the customer, or lies in its month.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @param span the day itself, or its whole month
     * @param leapDay where 29 February falls in a common year
     */
    record OnOccasion(String kind, Span span, LeapDay leapDay) implements CustomerCondition {

        /** How near the date must be. */
        public enum Span {
            /** On the day itself. */
            DAY,
            /** In the calendar month of the day. */
            MONTH
        }

        /**
         * Refuses missing parts.
         *
         * @param kind the kind of the occasion
         * @param span the day itself, or its whole month
         * @param leapDay where 29 February falls in a common year
         */
        public OnOccasion {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(leapDay, "leapDay");
        }

        @Override
        public Reason failure() {
            return Reason.NOT_THE_OCCASION;
        }

        @Override
        public String toString() {
            return (span == Span.DAY ? "on " : "in the month of ") + kind;
        }
    }
}
