package io.loyalty.reward;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one wish of a customer: a reward was redeemed, or held and then captured or released, and perhaps cancelled.
 *
 * <p>A reward redeemed at once is one captured under its own key. Immutable.
 *
 * @param key the caller's key of the redemption or the hold
 * @param reward the reward's id
 * @param price the price of one
 * @param quantity how many were wanted, at least 1
 * @param at when
 * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never, and for a reward redeemed at once
 * @param changes what happened to it afterwards, in that order
 */
public record RewardUse(
        String key, String reward, Price price, long quantity, Instant at, Instant lapsesAt, List<Change> changes)
        implements Serializable {

    /** What can happen to a wish. */
    public enum Kind {
        /** The reward was handed out and paid for. */
        CAPTURED,
        /** The hold was given up. */
        RELEASED,
        /** Some of what was handed out came back. */
        CANCELLED
    }

    /**
     * One thing that happened to a wish.
     *
     * @param key the caller's key of it
     * @param kind what happened
     * @param quantity to how many
     */
    public record Change(String key, Kind kind, long quantity) implements Serializable {
        /**
         * Refuses changes of nothing.
         *
         * @param key the caller's key of it
         * @param kind what happened
         * @param quantity to how many, at least 1
         * @throws IllegalArgumentException if the quantity is below 1
         */
        public Change {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(kind, "kind");
            requireQuantity(quantity);
        }
    }

    /**
     * Copies the list and refuses what cannot have happened.
     *
     * @param key the caller's key of the redemption or the hold
     * @param reward the reward's id
     * @param price the price of one
     * @param quantity how many were wanted, at least 1
     * @param at when
     * @param lapsesAt when the hold ends of itself
     * @param changes what happened to it afterwards, in that order
     * @throws IllegalArgumentException if the quantity is below 1 or its price does not fit, a key stands twice among the changes,
     *     more is captured than was wanted or cancelled than was captured, or a change comes out of turn
     */
    public RewardUse {
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(key, "key");
        Code.require(reward, "reward");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(lapsesAt, "lapsesAt");
        changes = List.copyOf(changes);
        requireQuantity(quantity);
        if (quantity > price.mostTimes()) {
            throw new IllegalArgumentException("quantity must be at most " + price.mostTimes() + ": " + quantity);
        }
        Set<String> keys = new HashSet<>();
        long left = quantity;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean first = i == 0;
            boolean inTurn = first == (change.kind() != Kind.CANCELLED)
                    && (first || changes.get(0).kind() == Kind.CAPTURED)
                    && (first || !change.key().equals(key))
                    && keys.add(change.key());
            if (!inTurn || change.quantity() > left) {
                throw new IllegalArgumentException("changes[" + i + "] must be possible: " + change);
            }
            left = first ? change.quantity() : left - change.quantity();
        }
    }

    static RewardUse redeemed(String key, String reward, Price price, long quantity, Instant at) {
        return new RewardUse(
                key, reward, price, quantity, at, Instant.MAX, List.of(new Change(key, Kind.CAPTURED, quantity)));
    }

    static RewardUse held(String key, String reward, Price price, long quantity, Instant at, Instant lapsesAt) {
        return new RewardUse(key, reward, price, quantity, at, lapsesAt, List.of());
    }

    /**
     * Whether it was redeemed without a hold.
     *
     * @return true if so
     */
    public boolean isAtOnce() {
        return !changes.isEmpty() && changes.get(0).key().equals(key);
    }

    /**
     * Whether the reward is held.
     *
     * @param asOf the instant at which the hold may have lapsed
     * @return true for a hold that has neither been captured nor released nor has lapsed
     */
    public boolean isHeld(Instant asOf) {
        return changes.isEmpty() && asOf.isBefore(lapsesAt);
    }

    /**
     * How many were handed out.
     *
     * @return a number of at least 0; what was cancelled later is among them
     */
    public long captured() {
        return isCaptured() ? changes.get(0).quantity() : 0;
    }

    /**
     * How many the customer has.
     *
     * @return those handed out, less those cancelled
     */
    public long kept() {
        long kept = captured();
        for (int i = 1; i < changes.size(); i++) {
            kept -= changes.get(i).quantity();
        }
        return kept;
    }

    /**
     * How many count towards limits.
     *
     * @param asOf the instant at which a hold may have lapsed; changes count whenever they happened
     * @return those held or kept
     */
    public long counted(Instant asOf) {
        return isHeld(asOf) ? quantity : kept();
    }

    /**
     * The key under which the ledger knows the redemption.
     *
     * @return the key of the redemption or of the capture; empty if nothing was handed out
     */
    public Optional<String> redemptionKey() {
        return isCaptured() ? Optional.of(changes.get(0).key()) : Optional.empty();
    }

    boolean isCaptured() {
        return !changes.isEmpty() && changes.get(0).kind() == Kind.CAPTURED;
    }

    boolean isReleased() {
        return !changes.isEmpty() && changes.get(0).kind() == Kind.RELEASED;
    }

    boolean knows(String other) {
        return key.equals(other)
                || changes.stream().anyMatch(change -> change.key().equals(other));
    }

    RewardUse plus(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new RewardUse(key, reward, price, quantity, at, lapsesAt, more);
    }

    private static void requireQuantity(long quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
    }
}
