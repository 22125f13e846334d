package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.visit.Channel;
import io.loyalty.visit.Place;
import io.loyalty.visit.TenderKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A condition on a visit as a whole. */
public sealed interface VisitCondition extends Condition {

    /**
     * Something happened at one of some places.
     *
     * @param places the places, at least one, by channel, then code
     */
    record AtPlace(List<Place> places) implements VisitCondition {

        /**
         * Copies and sorts the list.
         *
         * @param places the places, at least one
         * @throws IllegalArgumentException if there is none
         */
        public AtPlace {
            Objects.requireNonNull(places, "places");
            places = sorted(places);
            if (places.isEmpty()) {
                throw new IllegalArgumentException("places must not be empty");
            }
        }

        private static List<Place> sorted(Collection<Place> places) {
            return places.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Place::channel).thenComparing(Place::code))
                    .toList();
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_PLACE;
        }

        @Override
        public String toString() {
            return "at "
                    + Words.alternatives(places.stream()
                            .map(place -> place.channel() + " " + place.code())
                            .toList());
        }
    }

    /**
     * Something happened through one of some channels.
     *
     * @param channels the channels, at least one; iterates in the order of {@link Channel}
     */
    record ThroughChannel(Set<Channel> channels) implements VisitCondition {

        /**
         * Copies the set.
         *
         * @param channels the channels, at least one
         * @throws IllegalArgumentException if there is none
         */
        public ThroughChannel {
            Objects.requireNonNull(channels, "channels");
            channels = Words.ordered(Channel.class, channels, "channels");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_CHANNEL;
        }

        @Override
        public String toString() {
            return "channel " + Words.alternatives(channels);
        }
    }

    /**
     * At least a part was paid by one of some means.
     *
     * @param tenders the means, at least one; iterates in the order of {@link TenderKind}
     */
    record PaidBy(Set<TenderKind> tenders) implements VisitCondition {

        /**
         * Copies the set.
         *
         * @param tenders the means, at least one
         * @throws IllegalArgumentException if there is none
         */
        public PaidBy {
            Objects.requireNonNull(tenders, "tenders");
            tenders = Words.ordered(TenderKind.class, tenders, "tenders");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_TENDER;
        }

        @Override
        public String toString() {
            return "paid by " + Words.alternatives(tenders);
        }
    }

    /**
     * The amount of the visit, or of some of its lines, reaches a minimum.
     *
     * @param amount the minimum, itself enough; never reached by a visit in another currency
     * @param base which part of the amount counts
     * @param lines which lines count
     */
    record SpendAtLeast(Money amount, EarningBase base, Condition lines) implements VisitCondition {

        /**
         * Refuses amounts that everybody reaches.
         *
         * @param amount the minimum, above 0
         * @param base which part of the amount counts
         * @param lines which lines count
         * @throws IllegalArgumentException if the amount is not above 0
         */
        public SpendAtLeast {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(lines, "lines");
            if (amount.minorUnits() < 1) {
                throw new IllegalArgumentException("amount must be above 0: " + amount);
            }
        }

        @Override
        public Reason failure() {
            return Reason.BELOW_MINIMUM_SPEND;
        }

        @Override
        public String toString() {
            return "spending at least " + amount + (lines instanceof Always ? "" : " on " + lines);
        }
    }

    /**
     * At least one line of the visit is chosen by a condition.
     *
     * <p>Turns a choice of lines into a statement about the visit: {@code not(contains(category("tobacco")))} holds for visits
     * without tobacco, {@code not(category("tobacco"))} chooses the other lines.
     *
     * @param lines which lines are chosen
     */
    record Contains(Condition lines) implements VisitCondition {

        /**
         * Refuses a missing condition.
         *
         * @param lines which lines are chosen
         */
        public Contains {
            Objects.requireNonNull(lines, "lines");
        }

        @Override
        public Reason failure() {
            return Reason.NO_SUCH_LINE;
        }

        @Override
        public String toString() {
            return "with " + lines;
        }
    }

    /** The visit is the customer's first with an amount above 0. */
    record FirstPurchase() implements VisitCondition {

        @Override
        public Reason failure() {
            return Reason.NOT_FIRST_PURCHASE;
        }

        @Override
        public String toString() {
            return "first purchase";
        }
    }
}
