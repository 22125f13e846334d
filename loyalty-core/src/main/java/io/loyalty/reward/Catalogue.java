package io.loyalty.reward;

import io.loyalty.points.Command;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All rewards of a program, and what can be done with them.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.of(
 *         Reward.of("coffee", Price.points(500)).or(Price.points(300).and(Money.parse("JPY 200"))),
 *         Reward.of("concert", Price.points(5_000)).forTier("Gold").atMost(2, Limit.Per.YEAR).whileStockLasts());
 * Quote quote = catalogue.quote("concert", 2, context, now);
 * Decision<Redemption> decision = catalogue.redeem(command, Wish.of("coffee", Price.points(500)), context);
 * }</pre>
 *
 * <p>Every verb is a plan: it says what the ledger is to be asked, and which uses and stock there are if the ledger agrees. A reward
 * is redeemed at once, or held first and then captured, in whole or in part, or released; a hold that does neither lapses. What was
 * redeemed can be cancelled, in whole or in part. Whoever captures, releases or cancels needs no leave of the catalogue: a reward that
 * has been taken out of it since, or costs something else now, is dealt with as it was wished for.
 *
 * <p>A verb with a key that the customer's uses know changes nothing: with the same content it is {@link Decision.Repeated}, with other
 * content it is refused. The instants are not part of the content. Immutable.
 *
 * @param rewards the rewards, each id once, in the order in which they are shown
 */
public record Catalogue(List<Reward> rewards) implements Serializable {

    /**
     * Copies the list and refuses an id twice.
     *
     * @param rewards the rewards, each id once, in the order in which they are shown
     * @throws IllegalArgumentException if two rewards have one id
     */
    public Catalogue {
        Objects.requireNonNull(rewards, "rewards");
        rewards = List.copyOf(rewards);
        Set<String> ids = new HashSet<>();
        for (Reward reward : rewards) {
            if (!ids.add(reward.id())) {
                throw new IllegalArgumentException("rewards must have ids of their own: '" + reward.id() + "'");
            }
        }
    }

    /**
     * A catalogue of some rewards.
     *
     * @param rewards the rewards, in the order in which they are shown
     * @return the catalogue
     * @throws IllegalArgumentException if two rewards have one id
     */
    public static Catalogue of(Reward... rewards) {
        return new Catalogue(List.of(rewards));
    }

    /**
     * A catalogue of some rewards.
     *
     * @param rewards the rewards, in the order in which they are shown
     * @return the catalogue
     * @throws IllegalArgumentException if two rewards have one id
     */
    public static Catalogue of(Collection<Reward> rewards) {
        return new Catalogue(List.copyOf(rewards));
    }

    /**
     * The reward of an id.
     *
     * @param id the host's key of the reward
     * @return the reward; empty if the catalogue has none of this id
     */
    public Optional<Reward> reward(String id) {
        Objects.requireNonNull(id, "id");
        return rewards.stream().filter(reward -> reward.id().equals(id)).findFirst();
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    /**
     * Whether a customer can have a reward, how many, at which prices, and if not, why not.
     *
     * @param reward the reward's id
     * @param quantity how many, at least 1
     * @param context customer and shelves
     * @param at when
     * @return the answer, with all reasons; {@link Reason#UNKNOWN_REWARD} if the catalogue has no such reward
     * @throws IllegalArgumentException if the quantity is below 1
     */
    public Quote quote(String reward, long quantity, RewardContext context, Instant at) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
        return reward(reward)
                .map(known -> Quoting.quote(known, quantity, context, at))
                .orElseGet(() -> new Quote(reward, quantity, List.of(Rejection.of(Reason.UNKNOWN_REWARD)), List.of()));
    }

    /**
     * The whole catalogue as a customer sees it.
     *
     * @param context customer and shelves
     * @param at when
     * @return a quote for one of each reward, in the order of the catalogue
     */
    public List<Quote> quotes(RewardContext context, Instant at) {
        return rewards.stream()
                .map(reward -> Quoting.quote(reward, 1, context, at))
                .toList();
    }

    // ---- verbs --------------------------------------------------------------------------------------------------

    /**
     * Redeems a reward at once.
     *
     * @param command key and instants
     * @param wish what the customer would like to have
     * @param context customer and shelves
     * @return what is to be done; or refused with all of {@link Reason#UNKNOWN_REWARD}, {@link Reason#NO_SUCH_PRICE},
     *     {@link Reason#OTHER_TIER}, {@link Reason#NOT_YET_VALID}, {@link Reason#NO_LONGER_VALID}, {@link Reason#OUT_OF_STOCK},
     *     {@link Reason#LIMIT_REACHED}, {@link Reason#INSUFFICIENT_POINTS}, {@link Reason#OVERFLOW} that apply, or with
     *     {@link Reason#KEY_REUSED}
     */
    public Decision<Redemption> redeem(Command command, Wish wish, RewardContext context) {
        return new Counter(this, command, context).redeem(wish);
    }

    /**
     * Puts a reward and its points aside. The hold is known by the command's key.
     *
     * @param command key and instants
     * @param wish what the customer would like to have
     * @param lapsesAt when the hold ends of itself, which gives points, stock and use back; {@link Instant#MAX} for never
     * @param context customer and shelves
     * @return what is to be done; or refused as {@link #redeem} refuses, or with {@link Reason#HOLD_ENDS_BEFORE_IT_BEGINS}
     */
    public Decision<Redemption> hold(Command command, Wish wish, Instant lapsesAt, RewardContext context) {
        return new Counter(this, command, context).hold(wish, Objects.requireNonNull(lapsesAt, "lapsesAt"));
    }

    /**
     * Hands out some of what is held, and gives the rest of the hold back.
     *
     * @param command key and instants
     * @param hold the hold's key
     * @param quantity how many, at least 1
     * @param context customer and shelves
     * @return what is to be done; or refused: {@link Reason#UNKNOWN_HOLD}, {@link Reason#HOLD_LAPSED},
     *     {@link Reason#HOLD_CAPTURED}, {@link Reason#HOLD_RELEASED}, {@link Reason#CAPTURE_EXCEEDS_HOLD},
     *     {@link Reason#KEY_REUSED}, or {@link Reason#OUT_OF_STOCK} if what was put aside has been given away, which takes a command
     *     that comes late
     * @throws IllegalArgumentException if the quantity is below 1, or the context lacks the stock of a reward that can run out
     */
    public Decision<Redemption> capture(Command command, String hold, long quantity, RewardContext context) {
        return new Counter(this, command, context).capture(hold, quantity);
    }

    /**
     * Gives up a hold: points, stock and use go back.
     *
     * @param command key and instants
     * @param hold the hold's key
     * @param context customer and shelves
     * @return what is to be done; or refused: {@link Reason#UNKNOWN_HOLD}, {@link Reason#HOLD_LAPSED},
     *     {@link Reason#HOLD_CAPTURED}, {@link Reason#HOLD_RELEASED}, {@link Reason#KEY_REUSED}
     * @throws IllegalArgumentException if the context lacks the stock of a reward that can run out
     */
    public Decision<Redemption> release(Command command, String hold, RewardContext context) {
        return new Counter(this, command, context).release(hold);
    }

    /**
     * Undoes a redemption, in whole or in part: points, money, stock and use go back.
     *
     * @param command key and instants
     * @param redemption the key of the redemption, of the hold or of its capture
     * @param quantity how many come back, at least 1
     * @param context customer and shelves
     * @return what is to be done; or refused: {@link Reason#UNKNOWN_REDEMPTION}, {@link Reason#CANCEL_EXCEEDS_REDEMPTION},
     *     {@link Reason#KEY_REUSED}
     * @throws IllegalArgumentException if the quantity is below 1, or the context lacks the stock of a reward that can run out
     * @throws ArithmeticException if the stock would be beyond the range of {@code long}
     */
    public Decision<Redemption> cancel(Command command, String redemption, long quantity, RewardContext context) {
        return new Counter(this, command, context).cancel(redemption, quantity);
    }
}
