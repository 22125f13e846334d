package io.loyalty.contact;

import io.loyalty.customer.Customer;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.tier.BenefitUses;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.Activity;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a customer when contacts are planned.
 *
 * <p>What is left out is empty: without a ledger no points die, without a tier history there is one tier only. Immutable; printed
 * without its contents.
 *
 * @param customer who, with consents and preferences
 * @param activities what happened, ordered by instant, then id
 * @param points the points account
 * @param tiers the standing through time; it also tells when the membership began
 * @param benefits the benefits used so far
 * @param rhythm how often the customer usually comes
 * @param made the contacts made so far, by this plan or otherwise
 */
public record ContactFacts(
        Customer customer,
        List<Activity> activities,
        PointsLedger points,
        TierHistory tiers,
        BenefitUses benefits,
        Rhythm rhythm,
        List<MadeContact> made)
        implements Serializable {

    private static final TierPlan ONE_TIER = TierPlan.of(TierRules.ladder("Member"), ZoneOffset.UTC);

    private static final PointsLedger NO_POINTS = PointsLedger.open(LedgerPolicy.in(ZoneOffset.UTC));

    /**
     * Copies the lists, sorts the activities, and refuses those of another customer.
     *
     * @param customer who, with consents and preferences
     * @param activities what happened, in any order
     * @param points the points account
     * @param tiers the standing through time
     * @param benefits the benefits used so far
     * @param rhythm how often the customer usually comes
     * @param made the contacts made so far, by this plan or otherwise
     * @throws IllegalArgumentException if an activity is another customer's
     */
    public ContactFacts {
        Objects.requireNonNull(activities, "activities");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(benefits, "benefits");
        Objects.requireNonNull(rhythm, "rhythm");
        made = List.copyOf(made);
        List<Activity> sorted = new ArrayList<>(activities);
        for (int i = 0; i < sorted.size(); i++) {
            if (!sorted.get(i).customer().equals(customer.id())) {
                throw new IllegalArgumentException("activities[" + i + "] must be of customer " + customer.id() + ": "
                        + sorted.get(i).customer());
            }
        }
        sorted.sort(Comparator.comparing(Activity::at).thenComparing(Activity::id));
        activities = List.copyOf(sorted);
    }

    /**
     * A customer who has joined, and nothing else.
     *
     * @param customer who, with consents and preferences
     * @param joinedAt when the membership began
     * @return the facts
     */
    public static ContactFacts of(Customer customer, Instant joinedAt) {
        return of(customer, ONE_TIER.open(joinedAt));
    }

    /**
     * A customer with a standing.
     *
     * @param customer who, with consents and preferences
     * @param tiers the standing through time
     * @return the facts
     */
    public static ContactFacts of(Customer customer, TierHistory tiers) {
        return new ContactFacts(customer, List.of(), NO_POINTS, tiers, BenefitUses.none(), Rhythm.own(), List.of());
    }

    /**
     * With what happened.
     *
     * @param happened the activities, in any order, instead of those there were
     * @return the changed copy
     * @throws IllegalArgumentException if one is another customer's
     */
    public ContactFacts withActivities(Collection<? extends Activity> happened) {
        return new ContactFacts(customer, List.copyOf(happened), points, tiers, benefits, rhythm, made);
    }

    /**
     * With a points account.
     *
     * @param ledger the account
     * @return the changed copy
     */
    public ContactFacts with(PointsLedger ledger) {
        return new ContactFacts(customer, activities, ledger, tiers, benefits, rhythm, made);
    }

    /**
     * With benefits used.
     *
     * @param uses the benefits used so far
     * @return the changed copy
     */
    public ContactFacts with(BenefitUses uses) {
        return new ContactFacts(customer, activities, points, tiers, uses, rhythm, made);
    }

    /**
     * With a rhythm that somebody else has found.
     *
     * @param other how often the customer usually comes
     * @return the changed copy
     */
    public ContactFacts with(Rhythm other) {
        return new ContactFacts(customer, activities, points, tiers, benefits, other, made);
    }

    /**
     * With contacts that were made, beside those there were.
     *
     * @param more the contacts
     * @return the changed copy
     */
    public ContactFacts withMade(Collection<MadeContact> more) {
        List<MadeContact> all = new ArrayList<>(made);
        all.addAll(more);
        return new ContactFacts(customer, activities, points, tiers, benefits, rhythm, all);
    }

    /**
     * When the membership began.
     *
     * @return the instant
     */
    public Instant joinedAt() {
        return tiers.joinedAt();
    }

    /**
     * Who, and how much is known.
     *
     * @return for example {@code ContactFacts[c-7, 12 activities, 3 contacts made]}
     */
    @Override
    public String toString() {
        return "ContactFacts[" + customer.id() + ", " + activities.size() + " activities, " + made.size()
                + " contacts made]";
    }
}
