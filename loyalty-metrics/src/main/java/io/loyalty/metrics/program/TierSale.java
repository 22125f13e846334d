package io.loyalty.metrics.program;

import io.loyalty.tier.TierHistory;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One purchase of a member, with the tiers that it may be counted by; or a member who bought nothing.
 *
 * @param customer the customer's key
 * @param tierAtStart the tier at the start of the period; {@link #NONE} for who was no member then
 * @param tierAtPurchase the tier at the time of the purchase
 * @param amount the amount in minor units, negative for a refund
 */
public record TierSale(String customer, String tierAtStart, String tierAtPurchase, long amount)
        implements Serializable {

    /** In place of a tier at the start: not yet a member. */
    public static final String NONE = "";

    /**
     * Refuses missing parts.
     *
     * @param customer the customer's key
     * @param tierAtStart the tier at the start of the period
     * @param tierAtPurchase the tier at the time of the purchase
     * @param amount the amount in minor units
     */
    public TierSale {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(tierAtStart, "tierAtStart");
        Objects.requireNonNull(tierAtPurchase, "tierAtPurchase");
    }

    /**
     * A member of the start of the period, so that who buys nothing counts too. Does no harm for those who buy.
     *
     * @param customer the customer's key
     * @param tierAtStart the tier at the start of the period
     * @return a sale of nothing
     */
    public static TierSale ofMember(String customer, String tierAtStart) {
        return new TierSale(customer, tierAtStart, tierAtStart, 0);
    }

    /**
     * A visit of a member.
     *
     * @param history the member's standing
     * @param start the start of the period
     * @param visit the visit, at its amount before any payment with points
     * @return the sale
     */
    public static TierSale of(TierHistory history, Instant start, Visit visit) {
        String atStart = history.joinedAt().isAfter(start)
                ? NONE
                : history.statusAt(start).tier().name();
        return new TierSale(
                visit.customer().value(),
                atStart,
                history.statusAt(visit.at()).tier().name(),
                visit.amountMinor());
    }
}
