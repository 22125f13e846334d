package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Place;
import io.loyalty.visit.TenderKind;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * When, and for which lines, a rule holds.
 *
 * <p>A {@link LineCondition} chooses lines of a visit; every other condition holds for all lines or for none. Combined with
 * {@link #and}, {@link #or} and {@link #not}, conditions keep to that: {@code tier("Gold").or(category("coffee"))} chooses all
 * lines of Gold members, and the coffee of everybody else. A rule about the visit as a whole holds if at least one line is
 * chosen, or, where no part of the condition looks at lines, if the condition holds. Immutable.
 */
public sealed interface Condition extends Serializable
        permits Condition.Always,
                Condition.All,
                Condition.Any,
                Condition.Not,
                LineCondition,
                VisitCondition,
                CustomerCondition,
                TimeCondition,
                FactCondition {

    /** Holds always. */
    record Always() implements Condition {
        private static final Always INSTANCE = new Always();

        @Override
        public Reason failure() {
            return Reason.CONDITION_EXCLUDES;
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /**
     * Holds where all of some conditions hold.
     *
     * @param of the conditions, at least one
     */
    record All(List<Condition> of) implements Condition {

        /**
         * Copies the list.
         *
         * @param of the conditions, at least one
         * @throws IllegalArgumentException if there is none
         */
        public All {
            Objects.requireNonNull(of, "of");
            of = requireSome(of);
        }

        @Override
        public Reason failure() {
            return Reason.NO_SUCH_LINE;
        }

        @Override
        public String toString() {
            return String.join(" and ", of.stream().map(Objects::toString).toList());
        }
    }

    /**
     * Holds where at least one of some conditions holds.
     *
     * @param of the conditions, at least one
     */
    record Any(List<Condition> of) implements Condition {

        /**
         * Copies the list.
         *
         * @param of the conditions, at least one
         * @throws IllegalArgumentException if there is none
         */
        public Any {
            Objects.requireNonNull(of, "of");
            of = requireSome(of);
        }

        @Override
        public Reason failure() {
            return Reason.NO_ALTERNATIVE;
        }

        @Override
        public String toString() {
            return "(" + Words.alternatives(of) + ")";
        }
    }

    /**
     * Holds where another condition does not.
     *
     * @param negated the other condition
     */
    record Not(Condition negated) implements Condition {

        /**
         * Refuses a missing condition.
         *
         * @param negated the other condition
         */
        public Not {
            Objects.requireNonNull(negated, "negated");
        }

        @Override
        public Reason failure() {
            return Reason.CONDITION_EXCLUDES;
        }

        @Override
        public String toString() {
            return "not (" + negated + ")";
        }
    }

    private static List<Condition> requireSome(List<Condition> of) {
        if (of.isEmpty()) {
            throw new IllegalArgumentException("conditions must not be empty");
        }
        return List.copyOf(of);
    }

    /**
     * What an explanation says where the condition does not hold.
     *
     * @return the reason
     */
    Reason failure();

    /**
     * Holds where this and another condition hold.
     *
     * @param other the other condition
     * @return the condition
     */
    default Condition and(Condition other) {
        Objects.requireNonNull(other, "other");
        if (this instanceof Always) {
            return other;
        }
        List<Condition> parts = new ArrayList<>(this instanceof All all ? all.of() : List.of(this));
        parts.add(other);
        return new All(parts);
    }

    /**
     * Holds where this or another condition holds, or both.
     *
     * @param other the other condition
     * @return the condition
     */
    default Condition or(Condition other) {
        Objects.requireNonNull(other, "other");
        List<Condition> parts = new ArrayList<>(this instanceof Any any ? any.of() : List.of(this));
        parts.add(other);
        return new Any(parts);
    }

    /**
     * Holds where another condition does not.
     *
     * @param other the other condition
     * @return the condition
     */
    static Condition not(Condition other) {
        return new Not(other);
    }

    /**
     * Holds always.
     *
     * @return the condition
     */
    static Condition always() {
        return Always.INSTANCE;
    }

    /**
     * Lines of some categories.
     *
     * @param categories the categories, at least one
     * @return the condition
     */
    static Condition category(String... categories) {
        return new LineCondition.InCategory(Words.of(categories));
    }

    /**
     * Lines of some products.
     *
     * @param skus the products' codes, at least one
     * @return the condition
     */
    static Condition sku(String... skus) {
        return new LineCondition.OfSku(Words.of(skus));
    }

    /**
     * Lines of some brands.
     *
     * @param brands the brands, at least one
     * @return the condition
     */
    static Condition brand(String... brands) {
        return new LineCondition.OfBrand(Words.of(brands));
    }

    /**
     * Lines of some kinds.
     *
     * @param kinds the kinds, at least one
     * @return the condition
     */
    static Condition lineKind(LineKind... kinds) {
        return new LineCondition.OfKind(Set.copyOf(List.of(kinds)));
    }

    /**
     * At one of some places.
     *
     * @param places the places, at least one
     * @return the condition
     */
    static Condition at(Place... places) {
        return new VisitCondition.AtPlace(List.of(places));
    }

    /**
     * Through one of some channels.
     *
     * @param channels the channels, at least one
     * @return the condition
     */
    static Condition channel(Channel... channels) {
        return new VisitCondition.ThroughChannel(Set.copyOf(List.of(channels)));
    }

    /**
     * Paid, at least in part, by one of some means.
     *
     * @param tenders the means, at least one
     * @return the condition
     */
    static Condition paidBy(TenderKind... tenders) {
        return new VisitCondition.PaidBy(Set.copyOf(List.of(tenders)));
    }

    /**
     * Spending a minimum on goods and services, without tax, however paid.
     *
     * @param amount the minimum, above 0, itself enough
     * @return the condition
     */
    static Condition minimumSpend(Money amount) {
        return minimumSpend(amount, always());
    }

    /**
     * Spending a minimum on some lines, without tax, however paid.
     *
     * @param amount the minimum, above 0, itself enough
     * @param lines which lines of goods and services count
     * @return the condition
     */
    static Condition minimumSpend(Money amount, Condition lines) {
        return new VisitCondition.SpendAtLeast(amount, EarningBase.DEFAULT.with(PointsPaid.GROSS), lines);
    }

    /**
     * With at least one line that another condition chooses.
     *
     * @param lines which lines it chooses
     * @return the condition
     */
    static Condition contains(Condition lines) {
        return new VisitCondition.Contains(lines);
    }

    /**
     * On the customer's first visit with an amount above 0.
     *
     * @return the condition
     */
    static Condition firstPurchase() {
        return new VisitCondition.FirstPurchase();
    }

    /**
     * For customers with an attribute.
     *
     * @param name the attribute's name
     * @param values the values it may have, at least one
     * @return the condition
     */
    static Condition attribute(String name, String... values) {
        return new CustomerCondition.HasAttribute(name, Words.of(values));
    }

    /**
     * For customers of some segments.
     *
     * @param segments the segments, of which one is enough
     * @return the condition
     */
    static Condition segment(String... segments) {
        return new CustomerCondition.InSegment(Words.of(segments));
    }

    /**
     * For members of some tiers.
     *
     * @param tiers the tiers' names, at least one
     * @return the condition
     */
    static Condition tier(String... tiers) {
        return new CustomerCondition.InTier(Words.of(tiers));
    }

    /**
     * On a yearly date of the customer; 29 February falls on the 28th in common years.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @return the condition
     */
    static Condition onTheDayOf(String kind) {
        return new CustomerCondition.OnOccasion(kind, CustomerCondition.OnOccasion.Span.DAY, LeapDay.FEB_28);
    }

    /**
     * In the month of a yearly date of the customer; 29 February falls on the 28th in common years.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @return the condition
     */
    static Condition inTheMonthOf(String kind) {
        return new CustomerCondition.OnOccasion(kind, CustomerCondition.OnOccasion.Span.MONTH, LeapDay.FEB_28);
    }

    /**
     * On business days in a range of dates.
     *
     * @param window the dates
     * @return the condition
     */
    static Condition during(DateWindow window) {
        return new TimeCondition.During(window);
    }

    /**
     * At some hours of the week, by the clock of the store.
     *
     * @param hours the hours
     * @return the condition
     */
    static Condition hours(WeeklyHours hours) {
        return new TimeCondition.AtHours(hours);
    }

    /**
     * On business days that are some days of the week, by the clock of the store.
     *
     * @param days the days, at least one
     * @return the condition
     */
    static Condition on(DayOfWeek... days) {
        return new TimeCondition.OnDays(Set.copyOf(List.of(days)));
    }

    /**
     * For reviews of products that the writer is known to have bought.
     *
     * @return the condition
     */
    static Condition verifiedPurchase() {
        return new FactCondition.VerifiedPurchase();
    }

    /**
     * For reviews that give at least so many stars.
     *
     * @param stars the least number of stars, 1 to 5
     * @return the condition
     */
    static Condition ratedAtLeast(int stars) {
        return new FactCondition.RatedAtLeast(stars);
    }

    /**
     * For reviews of some products.
     *
     * @param products the products' codes, at least one
     * @return the condition
     */
    static Condition product(String... products) {
        return new FactCondition.OfProduct(Words.of(products));
    }

    /**
     * For facts of the host's own kind whose payload has a value.
     *
     * @param name the attribute's name
     * @param value the value, of the same type
     * @return the condition
     */
    static Condition payload(String name, AttributeValue value) {
        return new FactCondition.PayloadIs(name, value);
    }

    /**
     * For facts of the host's own kind whose payload has a number that reaches a minimum.
     *
     * @param name the attribute's name
     * @param minimum the minimum, itself enough
     * @return the condition
     */
    static Condition payloadAtLeast(String name, Ratio minimum) {
        return new FactCondition.PayloadAtLeast(name, minimum);
    }
}
