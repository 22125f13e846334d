package io.loyalty.program;

import io.loyalty.contact.ContactFacts;
import io.loyalty.customer.Customer;
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningHistory;
import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import io.loyalty.points.Entry;
import io.loyalty.points.PointsLedger;
import io.loyalty.reward.RewardUses;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierStatus;
import io.loyalty.visit.Activity;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One customer in one program: the ledger, the standing, and what the rules must know of the past. Immutable: the verbs of
 * {@link Program} give the next one. It shares all its history with the one it came from, so that a long membership moves on as
 * fast as a young one.
 *
 * <p>A host that has its own tables keeps entries and facts, and rebuilds the membership by {@link Program#rebuild}. A serialized
 * membership is a snapshot, to which later facts are recorded as usual.
 */
public final class Membership implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Customer customer;
    private final transient Instant joinedAt;
    private final transient PointsLedger ledger;
    private final transient TierHistory tiers;
    private final transient EarningHistory history;
    private final transient RewardUses uses;
    private final transient Chain<Recorded> facts;
    private final transient KeyIndex ids;

    private Membership(
            Customer customer,
            Instant joinedAt,
            PointsLedger ledger,
            TierHistory tiers,
            EarningHistory history,
            RewardUses uses,
            Chain<Recorded> facts,
            KeyIndex ids) {
        this.customer = customer;
        this.joinedAt = joinedAt;
        this.ledger = ledger;
        this.tiers = tiers;
        this.history = history;
        this.uses = uses;
        this.facts = facts;
        this.ids = ids;
    }

    static Membership begin(Customer customer, Instant joinedAt, PointsLedger ledger, TierHistory tiers) {
        return new Membership(
                customer,
                joinedAt,
                ledger,
                tiers,
                EarningHistory.empty(),
                RewardUses.none(customer.id()),
                Chain.empty(),
                KeyIndex.EMPTY);
    }

    /**
     * Who.
     *
     * @return the customer as last given
     */
    public Customer customer() {
        return customer;
    }

    /**
     * Since when.
     *
     * @return the instant of joining
     */
    public Instant joinedAt() {
        return joinedAt;
    }

    /**
     * The points.
     *
     * @return the ledger
     */
    public PointsLedger ledger() {
        return ledger;
    }

    /**
     * The standing through time.
     *
     * @return the tier history
     */
    public TierHistory tiers() {
        return tiers;
    }

    /**
     * What the earning rules know of the past.
     *
     * @return the history
     */
    public EarningHistory history() {
        return history;
    }

    /**
     * The rewards that the member has had or holds.
     *
     * @return the uses, for the host to keep beside the entries
     */
    public RewardUses uses() {
        return uses;
    }

    /**
     * The recorded facts, for the host to keep.
     *
     * @return all facts of the customer, in the order in which they were recorded
     */
    public List<Fact> facts() {
        return facts.stream()
                .filter(fact -> fact.activity().customer().equals(customer.id()))
                .map(fact -> new Fact(fact.activity(), fact.recordedAt()))
                .toList();
    }

    /**
     * What happened, without when it became known.
     *
     * @return the activities of the customer, in the order in which they were recorded
     */
    public List<Activity> activities() {
        return facts().stream().map(Fact::activity).toList();
    }

    /**
     * What the member sees.
     *
     * @param at any instant from joining on
     * @return points, tier and progress
     * @throws IllegalArgumentException if the instant is before joining
     */
    public Status statusAt(Instant at) {
        TierStatus tier = tiers.statusAt(at);
        return new Status(ledger.asOf(at), tier, tiers.progressAt(at));
    }

    /**
     * What a {@link io.loyalty.contact.ContactPlan} must know of the member: who it is, what happened, points and standing. For the host to
     * add: benefits used, contacts made, and a rhythm found elsewhere.
     *
     * @return the facts
     */
    public ContactFacts contactFacts() {
        return ContactFacts.of(customer, tiers).withActivities(activities()).with(ledger);
    }

    /**
     * Before which instant nothing changes without new facts, so that a nightly job need not look at the member before.
     *
     * @param asOf from when on
     * @return the first instant after {@code asOf} at which the tier or a number of the account may change; empty if there is none
     * @throws IllegalArgumentException if the instant is before joining
     */
    public Optional<Instant> nextChangeAt(Instant asOf) {
        Optional<Instant> points = ledger.nextChangeAt(asOf);
        Optional<Instant> tier = tiers.nextChangeAt(asOf);
        return points.isPresent() && (tier.isEmpty() || points.get().isBefore(tier.get())) ? points : tier;
    }

    /**
     * The membership with newer data of the same customer.
     *
     * @param newer the customer
     * @return the changed copy
     * @throws IllegalArgumentException if it is another customer
     */
    public Membership with(Customer newer) {
        if (!newer.id().equals(customer.id())) {
            throw new IllegalArgumentException("customer must be " + customer.id() + ": " + newer.id());
        }
        return new Membership(newer, joinedAt, ledger, tiers, history, uses, facts, ids);
    }

    /**
     * The membership with a tier granted by hand.
     *
     * @param grant the grant, beginning at or after joining
     * @return the changed copy
     * @throws IllegalArgumentException if the grant begins before joining, or the ladder has no such tier then
     */
    public Membership with(TierGrant grant) {
        return moved(ledger, tiers.plus(grant), history);
    }

    /**
     * The membership with other uses of rewards, such as those that the host has kept.
     *
     * @param kept the uses
     * @return the changed copy
     * @throws IllegalArgumentException if they are another customer's
     */
    public Membership with(RewardUses kept) {
        if (!kept.customer().equals(customer.id())) {
            throw new IllegalArgumentException("uses must be of customer " + customer.id() + ": " + kept.customer());
        }
        return new Membership(customer, joinedAt, ledger, tiers, history, kept, facts, ids);
    }

    /** The position of a fact among the recorded, or −1. */
    int find(String key) {
        return ids.find(
                key,
                facts.size(),
                (position, wanted) -> facts.get(position).key().equals(wanted));
    }

    Recorded fact(int position) {
        return facts.get(position);
    }

    /** All facts, those of others that gave this member points included. */
    List<Recorded> recorded() {
        return facts;
    }

    List<Entry> entriesOf(Recorded fact) {
        if (fact.entries() == 0) {
            return List.of();
        }
        int first = fact.firstEntry() - 1 - (ledger.version() - ledger.entries().size());
        return first < 0 ? List.of() : ledger.entries().subList(first, first + fact.entries());
    }

    Membership with(PointsLedger changed) {
        return moved(changed, tiers, history);
    }

    Membership referredBy(Referral referral) {
        return moved(ledger, tiers, history.referredBy(referral));
    }

    Membership moved(PointsLedger newLedger, TierHistory newTiers, EarningHistory newHistory) {
        return new Membership(customer, joinedAt, newLedger, newTiers, newHistory, uses, facts, ids);
    }

    /** The membership with one fact more. */
    Membership plus(Recorded fact, PointsLedger newLedger, TierHistory newTiers, EarningHistory newHistory) {
        return new Membership(
                customer,
                joinedAt,
                newLedger,
                newTiers,
                newHistory,
                uses,
                facts.append(fact),
                ids.plus(fact.key(), facts.size()));
    }

    /** The membership with a fact of which some came back. */
    Membership with(int position, Recorded changed) {
        return new Membership(customer, joinedAt, ledger, tiers, history, uses, facts.with(position, changed), ids);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Membership that
                && customer.equals(that.customer)
                && joinedAt.equals(that.joinedAt)
                && ledger.equals(that.ledger)
                && tiers.equals(that.tiers)
                && history.equals(that.history)
                && uses.equals(that.uses)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, ledger);
    }

    /**
     * Who, and how many facts; no personal data.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return "Membership[" + customer.id() + ", " + facts.size() + " facts, " + ledger + "]";
    }

    private Object writeReplace() {
        return new Form(customer, joinedAt, ledger, tiers, history, uses, List.copyOf(facts));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("memberships are read from their parts");
    }

    /** What is written: all but the index, which is made anew. */
    private record Form(
            Customer customer,
            Instant joinedAt,
            PointsLedger ledger,
            TierHistory tiers,
            EarningHistory history,
            RewardUses uses,
            List<Recorded> facts)
            implements Serializable {

        private Object readResolve() {
            Membership read = begin(customer, joinedAt, ledger, tiers).with(uses);
            for (Recorded fact : facts) {
                read = read.plus(fact, ledger, tiers, history);
            }
            return read.moved(ledger, tiers, history);
        }
    }

    /**
     * A fact as a host keeps it.
     *
     * @param activity what happened
     * @param recordedAt when it became known
     */
    public record Fact(Activity activity, Instant recordedAt) implements Serializable {

        /**
         * Refuses missing parts.
         *
         * @param activity what happened
         * @param recordedAt when it became known
         */
        public Fact {
            Objects.requireNonNull(activity, "activity");
            Objects.requireNonNull(recordedAt, "recordedAt");
        }
    }
}
