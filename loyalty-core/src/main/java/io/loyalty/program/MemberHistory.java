package io.loyalty.program;

import io.loyalty.customer.Customer;
import io.loyalty.points.Command;
import io.loyalty.visit.Activity;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that one member did, as a {@link Simulation} plays it again under other rules.
 *
 * <p>It says what the member did, not what came of it: which points were earned, how long they lived and which tier was reached is
 * found anew under each program. Immutable.
 *
 * @param customer who
 * @param joinedAt when the membership began
 * @param deeds what the member did, in the order in which it was recorded
 */
public record MemberHistory(Customer customer, Instant joinedAt, List<Deed> deeds) implements Serializable {

    /** Something that the member did. */
    public sealed interface Deed extends Serializable {

        /**
         * When it was done.
         *
         * @return the instant
         */
        Instant at();

        /**
         * When it became known.
         *
         * @return the instant
         */
        Instant recordedAt();
    }

    /**
     * A fact, such as a visit.
     *
     * @param activity the fact
     * @param recordedAt when it became known
     */
    public record Fact(Activity activity, Instant recordedAt) implements Deed {

        /**
         * Refuses missing parts.
         *
         * @param activity the fact
         * @param recordedAt when it became known
         */
        public Fact {
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(recordedAt, "recordedAt");
        }

        @Override
        public Instant at() {
            return activity.at();
        }
    }

    /**
     * Points were redeemed for something that has no place in the catalogue.
     *
     * @param command key and instants; no key stands twice in a history
     * @param points how many, above 0
     */
    public record Redeemed(Command command, long points) implements Deed {

        /**
         * Refuses to redeem nothing.
         *
         * @param command key and instants
         * @param points how many, above 0
         * @throws IllegalArgumentException if the points are below 1
         */
        public Redeemed {
            Objects.requireNonNull(command, "command");
            if (points < 1) {
                throw new IllegalArgumentException("points must be at least 1: " + points);
            }
        }

        @Override
        public Instant at() {
            return command.at();
        }

        @Override
        public Instant recordedAt() {
            return command.recordedAt();
        }
    }

    /**
     * A reward of the catalogue was taken, at whatever it costs in the program in question.
     *
     * @param command key and instants; no key stands twice in a history
     * @param reward the reward's id
     * @param quantity how many, at least 1
     */
    public record Rewarded(Command command, String reward, long quantity) implements Deed {

        /**
         * Refuses to take nothing.
         *
         * @param command key and instants
         * @param reward the reward's id
         * @param quantity how many, at least 1
         * @throws IllegalArgumentException if the quantity is below 1
         */
        public Rewarded {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(reward, "reward");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
            }
        }

        @Override
        public Instant at() {
            return command.at();
        }

        @Override
        public Instant recordedAt() {
            return command.recordedAt();
        }
    }

    /**
     * Copies the list, and refuses what is another customer's or out of order.
     *
     * @param customer who
     * @param joinedAt when the membership began
     * @param deeds what the member did, in the order in which it was recorded
     * @throws IllegalArgumentException if a fact is another customer's, or a deed was recorded before the one that it follows
     */
    public MemberHistory {
        Objects.requireNonNull(deeds, "deeds");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(joinedAt, "joinedAt");
        deeds = List.copyOf(deeds);
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            if (deed instanceof Fact fact && !fact.activity().customer().equals(customer.id())) {
                throw new IllegalArgumentException("deeds[" + i + "] must be of customer " + customer.id() + ": "
                        + fact.activity().customer());
            }
            if (i > 0 && deed.recordedAt().isBefore(deeds.get(i - 1).recordedAt())) {
                throw new IllegalArgumentException("deeds[" + i + "] must not be recorded before "
                        + deeds.get(i - 1).recordedAt() + ": " + deed.recordedAt());
            }
        }
    }

    /**
     * A member who did nothing yet.
     *
     * @param customer who
     * @param joinedAt when the membership began
     * @return the history
     */
    public static MemberHistory of(Customer customer, Instant joinedAt) {
        return new MemberHistory(customer, joinedAt, List.of());
    }

    /**
     * A member who joined with the first of some facts, each known when it happened.
     *
     * @param customer who
     * @param activities what happened, in order of time; at least one
     * @return the history
     * @throws IllegalArgumentException if there is no fact, one is another customer's, or they are out of order
     */
    public static MemberHistory of(Customer customer, List<? extends Activity> activities) {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("activities must not be empty");
        }
        List<Deed> deeds = new ArrayList<>(activities.size());
        for (Activity activity : activities) {
            deeds.add(new Fact(activity, activity.at()));
        }
        return new MemberHistory(customer, activities.get(0).at(), deeds);
    }

    /**
     * What a real member did: the facts, and what was redeemed between them and not given back. Points that came and went by hand,
     * by transfer, by merging or from referees are left out, and so is where the points of a redemption came from. A visit that was
     * made as a guest stands in it too, though a simulation refuses it.
     *
     * @param membership the membership, in the program that it was in
     * @return the history
     * @throws IllegalArgumentException if the ledger begins with a snapshot, so that it no longer knows what was redeemed
     */
    public static MemberHistory of(Membership membership) {
        return new MemberHistory(membership.customer(), membership.joinedAt(), PastDeeds.of(membership));
    }

    /**
     * This history with points redeemed, after all that was recorded at or before that instant.
     *
     * @param key the host's key of the redemption, which no other has
     * @param at when
     * @param points how many, above 0
     * @return the changed copy
     * @throws IllegalArgumentException if the points are below 1
     */
    public MemberHistory withRedemption(String key, Instant at, long points) {
        return with(new Redeemed(Command.of(key, at), points));
    }

    /**
     * This history with one deed more, after all that was recorded at or before the same instant.
     *
     * @param deed the deed
     * @return the changed copy
     * @throws IllegalArgumentException if it is a fact of another customer
     */
    public MemberHistory with(Deed deed) {
        int place = deeds.size();
        while (place > 0 && deeds.get(place - 1).recordedAt().isAfter(deed.recordedAt())) {
            place--;
        }
        List<Deed> more = new ArrayList<>(deeds);
        more.add(place, deed);
        return new MemberHistory(customer, joinedAt, more);
    }

    /**
     * Who, and how many deeds; no personal data.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return "MemberHistory[" + customer.id() + ", " + deeds.size() + " deeds]";
    }
}
