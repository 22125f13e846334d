package io.loyalty.earning;

import io.loyalty.customer.Referral;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * What the rules must know of a customer's past: a small value, however long that past is.
 *
 * <p>Each award moves it on ({@link #after(Award)}); a visit made void, or brought back in part, moves it back
 * ({@link #without(Award)}, {@link #revised(Award, Award)}). Immutable.
 */
public final class EarningHistory implements Serializable {

    private static final long serialVersionUID = 1;

    private static final EarningHistory EMPTY = new EarningHistory(0, 0, null);

    /** Visits not void. */
    private final long visits;
    /** Those of them with an amount above 0. */
    private final long purchases;
    /** Who brought the customer, or null. */
    private final Referral referral;

    private EarningHistory(long visits, long purchases, Referral referral) {
        this.visits = visits;
        this.purchases = purchases;
        this.referral = referral;
    }

    /**
     * No past.
     *
     * @return the empty history
     */
    public static EarningHistory empty() {
        return EMPTY;
    }

    /**
     * The history after a fact and what it earned.
     *
     * @param award what the fact earned, maybe nothing, under this history
     * @return the next history
     */
    public EarningHistory after(Award award) {
        return plus(award, 1);
    }

    /**
     * The history as if a fact had never happened: a visit made void counts no more.
     *
     * @param award what the fact earned, as last given to {@link #after(Award)} or {@link #revised(Award, Award)}
     * @return the next history
     */
    public EarningHistory without(Award award) {
        return plus(award, -1);
    }

    /**
     * The history after a fact lost some of its worth.
     *
     * @param before what the fact earned until now
     * @param remaining what it still earns
     * @return the next history
     */
    public EarningHistory revised(Award before, Award remaining) {
        return without(before).after(remaining);
    }

    /**
     * The history of a customer who was brought by another.
     *
     * @param other who brought whom
     * @return the next history
     */
    public EarningHistory referredBy(Referral other) {
        return new EarningHistory(visits, purchases, Objects.requireNonNull(other, "referral"));
    }

    /**
     * The number of visits, those made void not counted.
     *
     * @return a number of at least 0
     */
    public long visits() {
        return visits;
    }

    /**
     * The number of visits with an amount above 0, those made void not counted.
     *
     * @return a number of at least 0
     */
    public long purchases() {
        return purchases;
    }

    /**
     * Who brought the customer.
     *
     * @return the referral, if there was one
     */
    public Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    private EarningHistory plus(Award award, int sign) {
        if (!(award.activity() instanceof Visit visit)) {
            return this;
        }
        return new EarningHistory(visits + sign, purchases + (visit.amountMinor() > 0 ? sign : 0), referral);
    }
}
