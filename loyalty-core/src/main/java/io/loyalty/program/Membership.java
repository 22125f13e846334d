package io.loyalty.program;

import io.loyalty.customer.Customer;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningHistory;
import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import io.loyalty.points.Entry;
import io.loyalty.points.PointsLedger;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierStatus;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One customer in one program: the ledger, the standing, and what the rules must know of the past. Immutable: the verbs of
 * {@link Program} give the next one. It shares all its history with the one it came from, so that a long membership moves on as
 * fast as a young one.
 */
public final class Membership {

    /**
     * A fact that was recorded, with what came of it.
     *
     * @param activity the fact
     * @param award what it earned at first; null for a return
     * @param left what it still earns after the returns so far; null for a return
     * @param counted what it counted towards the tier at first
     * @param returns what came back of it so far, in order
     * @param firstEntry sequence number of the first ledger entry that it wrote
     * @param entries how many it wrote
     */
    record Recorded(
            Activity activity,
            Award award,
            Award left,
            TierFact counted,
            List<Return> returns,
            int firstEntry,
            int entries) {}

    private final Customer customer;
    private final Instant joinedAt;
    private final PointsLedger ledger;
    private final TierHistory tiers;
    private final EarningHistory history;
    private final Chain<Recorded> facts;
    private final KeyIndex ids;

    private Membership(
            Customer customer,
            Instant joinedAt,
            PointsLedger ledger,
            TierHistory tiers,
            EarningHistory history,
            Chain<Recorded> facts,
            KeyIndex ids) {
        this.customer = customer;
        this.joinedAt = joinedAt;
        this.ledger = ledger;
        this.tiers = tiers;
        this.history = history;
        this.facts = facts;
        this.ids = ids;
    }

    static Membership begin(Customer customer, Instant joinedAt, PointsLedger ledger, TierHistory tiers) {
        return new Membership(customer, joinedAt, ledger, tiers, EarningHistory.empty(), Chain.empty(), KeyIndex.EMPTY);
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
     * The recorded facts.
     *
     * @return all activities, in the order in which they were recorded
     */
    public List<Activity> activities() {
        return facts.stream().map(Recorded::activity).toList();
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
        return new Membership(newer, joinedAt, ledger, tiers, history, facts, ids);
    }

    /** The position of a fact among the recorded, or −1. */
    int find(String activityId) {
        return ids.find(
                activityId,
                position -> facts.get(position).activity().id().value().equals(activityId));
    }

    Recorded fact(int position) {
        return facts.get(position);
    }

    List<Entry> entriesOf(Recorded fact) {
        int first = fact.firstEntry() - 1 - (ledger.version() - ledger.entries().size());
        return first < 0 ? List.of() : ledger.entries().subList(first, first + fact.entries());
    }

    Membership with(PointsLedger changed) {
        return new Membership(customer, joinedAt, changed, tiers, history, facts, ids);
    }

    /** The membership with one fact more. */
    Membership plus(Recorded fact, PointsLedger newLedger, TierHistory newTiers, EarningHistory newHistory) {
        return new Membership(
                customer,
                joinedAt,
                newLedger,
                newTiers,
                newHistory,
                facts.append(fact),
                ids.plus(fact.activity().id().value(), facts.size()));
    }

    /** The membership with a fact of which some came back. */
    Membership with(int position, Recorded changed) {
        return new Membership(customer, joinedAt, ledger, tiers, history, facts.with(position, changed), ids);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Membership that
                && customer.equals(that.customer)
                && joinedAt.equals(that.joinedAt)
                && ledger.equals(that.ledger)
                && tiers.equals(that.tiers)
                && activities().equals(that.activities());
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
}
