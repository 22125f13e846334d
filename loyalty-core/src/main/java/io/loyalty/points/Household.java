package io.loyalty.points;

import io.loyalty.points.Transfers.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Members who put points into one pot: an account of its own, the pool, that members fill and spend from by transfers, so that the
 * sum over all accounts never changes.
 *
 * <p>The pool's entries tell what came from whom; nothing else needs to be kept. A member who leaves takes along what is unspent of
 * the own contributions ({@link #leave}), or leaves it to the others, for which nothing needs to be done. Spending takes from the
 * pool in the consumption order of its policy, whoever gave the points. Immutable; each verb gives the postings to persist.
 *
 * @param pool the shared account
 */
public record Household(Account pool) {

    /**
     * Refuses a missing pool.
     *
     * @param pool the shared account
     */
    public Household {
        Objects.requireNonNull(pool, "pool");
    }

    /**
     * Moves points of a member into the pool.
     *
     * @param command key and instants
     * @param member who gives
     * @param points how many, above 0
     * @param currency name of the points
     * @return applied with a posting in the member's account and one in the pool, or refused as
     *     {@link Transfers#transfer(Command, Account, Account, long, String)} says
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Transfer> contribute(Command command, Account member, long points, String currency) {
        return Transfers.transfer(command, member, pool, points, currency);
    }

    /**
     * Redeems points of the pool.
     *
     * @param command key and instants
     * @param points how many, above 0
     * @param currency name of the points
     * @param reference what for; may be empty
     * @return applied with a redemption in the pool, or refused: {@link Reason#INSUFFICIENT_POINTS}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> spend(Command command, long points, String currency, String reference) {
        return pool.ledger().redeem(command, points, currency, reference);
    }

    /**
     * What is unspent and alive in the pool of a member's contributions. Takes time in proportion to the pool's history.
     *
     * @param member the name of the member's account
     * @param currency name of the points
     * @param at the instant of the question, not before the pool's latest entry took effect
     * @return a number at least 0
     * @throws IllegalArgumentException if the instant lies before the pool's latest entry
     */
    public long unspentOf(String member, String currency, Instant at) {
        State state = pool.ledger().state();
        if (at.isBefore(state.clock())) {
            throw new IllegalArgumentException("at must not be before " + state.clock() + ": " + at);
        }
        return Allocation.sum(own(state.advance(at), member, currency));
    }

    /**
     * Moves what is unspent and alive of a member's contributions back into the member's account. What is on hold stays.
     *
     * @param command key and instants
     * @param member who leaves
     * @param currency name of the points
     * @return applied with a posting in the pool and one in the member's account, maybe of nothing; or refused:
     *     {@link Reason#SAME_ACCOUNT}, {@link Reason#OVERFLOW}
     */
    public Outcome<Transfer> leave(Command command, Account member, String currency) {
        return Transfers.sendLots(command, pool, member, currency, state -> own(state, member.name(), currency));
    }

    private List<Allocation> own(State state, String member, String currency) {
        List<Allocation> own = new ArrayList<>();
        for (Entry entry : pool.ledger().entries()) {
            if (entry instanceof Entry.TransferIn in
                    && in.account().equals(member)
                    && in.currency().equals(currency)) {
                for (Entry.Parcel parcel : in.parcels()) {
                    Lot lot = state.lot(parcel.lot());
                    if (lot.remaining() > 0 && state.isAlive(lot)) {
                        own.add(new Allocation(lot.id(), lot.remaining()));
                    }
                }
            }
        }
        return own;
    }
}
