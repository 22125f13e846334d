package io.loyalty.program;

import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Award;
import io.loyalty.earning.Explanation;
import io.loyalty.points.Entry;
import io.loyalty.reward.Refund;
import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * What an applied verb gives.
 *
 * @param membership the membership after it
 * @param entries the ledger entries to persist, in sequence; may be none
 * @param awards what the rules gave, for each fact of which they were asked; may be none
 * @param refunds what a return gives back in points and money; one for a return, none for all else
 * @param referrers whose membership is to be settled next by {@link Program#settleReferral}, because the fact makes a referral
 *     good, or a return undoes what did; none or one
 */
public record Step(
        Membership membership,
        List<Entry> entries,
        List<Award> awards,
        List<Refund> refunds,
        List<CustomerId> referrers)
        implements Serializable {

    /**
     * Copies the lists.
     *
     * @param membership the membership after it
     * @param entries the ledger entries to persist
     * @param awards what the rules gave
     * @param refunds what a return gives back
     * @param referrers whose membership is to be settled next
     */
    public Step {
        Objects.requireNonNull(entries, "entries");
        Objects.requireNonNull(awards, "awards");
        Objects.requireNonNull(refunds, "refunds");
        Objects.requireNonNull(referrers, "referrers");
        Objects.requireNonNull(membership, "membership");
        entries = List.copyOf(entries);
        awards = List.copyOf(awards);
        refunds = List.copyOf(refunds);
        referrers = List.copyOf(referrers);
    }

    static Step of(Membership membership, List<Entry> entries) {
        return new Step(membership, entries, List.of(), List.of(), List.of());
    }

    /**
     * Why points were earned or not; for verbs that ask the rules, such as recording a visit.
     *
     * @return the first explanation
     * @throws NoSuchElementException if no rule was asked
     */
    public Explanation explanation() {
        if (awards.isEmpty()) {
            throw new NoSuchElementException("no rule was asked");
        }
        return awards.get(0).explanation();
    }

    /**
     * Why points were earned or not.
     *
     * @return an explanation for each award, made anew on each call
     */
    public List<Explanation> explanations() {
        return awards.stream().map(Award::explanation).toList();
    }

    /**
     * What goes back to the customer for a return: points, already restored, and money that the host is to pay.
     *
     * @return the refund, empty if the fact was no return
     */
    public Optional<Refund> refund() {
        return refunds.stream().findFirst();
    }
}
