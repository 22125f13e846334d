package io.loyalty.program;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.ReferralCheck;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Decision;
import io.loyalty.reward.PaymentQuote;
import io.loyalty.reward.PointsPayment;
import io.loyalty.reward.Quote;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A loyalty program: what is earned, how points live, what they buy, which tiers there are; and the verbs that move a member
 * through it.
 *
 * <pre>{@code
 * Program program = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
 *         .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)))
 *         .earning(EarningRule.earn(1).perFull(Money.parse("JPY 100")).valid(Term.of(Period.ofYears(1))))
 *         .rewards(Catalogue.of(Reward.of("coffee", Price.points(50))));
 * }</pre>
 *
 * <p>Each step of the configuration is checked against all before it: what names a tier comes after the ladder. Immutable; made
 * once and shared by all. Every verb is a pure function: the same membership, fact and instant give the same outcome, so trying
 * something out is doing it and dropping the result. A refused verb has changed nothing.
 */
public final class Program implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Settings settings;

    private Program(Settings settings) {
        this.settings = Contradictions.check(settings);
    }

    /**
     * A program without rules and rewards and with a single tier, whose days turn at midnight.
     *
     * @param zone where its days begin and end
     * @param currency what its customers pay in
     * @return the program
     */
    public static Program in(ZoneId zone, Currency currency) {
        BusinessDay day = BusinessDay.midnight(zone);
        return new Program(new Settings(
                day,
                Objects.requireNonNull(currency, "currency"),
                new TreeMap<>(Map.of(LocalDate.MIN, EarningPlan.of())),
                LedgerPolicy.in(zone),
                TierPlan.of(TierRules.ladder("Member"), day),
                Catalogue.of(),
                List.of(),
                ReturnPolicy.PROPORTIONAL,
                Period.ZERO,
                Map.of()));
    }

    // ---- configuration ------------------------------------------------------------------------------------------

    /**
     * With days that turn at another hour, so that the small hours belong to the evening before.
     *
     * @param cutOff when the day turns
     * @return the changed copy
     */
    public Program dayTurnsAt(LocalTime cutOff) {
        BusinessDay other = new BusinessDay(settings.day().zone(), cutOff);
        return new Program(settings.with(other, settings.tiers().with(other)));
    }

    /**
     * With a store in a zone of its own, for what goes by hours and days of the store.
     *
     * @param store the store
     * @param zone its zone
     * @return the changed copy
     */
    public Program store(Place store, ZoneId zone) {
        return new Program(settings.with(store, zone));
    }

    /**
     * With rules of earning, instead of all there were.
     *
     * @param rules the rules, in any order
     * @return the changed copy
     * @throws IllegalArgumentException if two rules have one id, an amount is in another currency than the program's, a rule
     *     names a tier that there is not, or points would expire before they become usable
     */
    public Program earning(EarningRule... rules) {
        return earning(EarningPlan.of(rules));
    }

    /**
     * With a plan of earning, instead of all there were.
     *
     * @param plan rules, stacking and caps
     * @return the changed copy
     * @throws IllegalArgumentException as for {@link #earning(EarningRule...)}
     */
    public Program earning(EarningPlan plan) {
        return new Program(settings.with(new TreeMap<>(Map.of(LocalDate.MIN, plan))));
    }

    /**
     * With another plan of earning from a business day on. What was earned under the plan before is judged by that plan, when it
     * comes back, too.
     *
     * @param first the first business day on which the plan is in force, after that of all plans so far
     * @param plan rules, stacking and caps
     * @return the changed copy
     * @throws IllegalArgumentException as for {@link #earning(EarningRule...)}, or if a plan is in force from that day or a later
     *     one already
     */
    public Program earningFrom(LocalDate first, EarningPlan plan) {
        SortedMap<LocalDate, EarningPlan> plans = new TreeMap<>(settings.earning());
        if (!first.isAfter(plans.lastKey())) {
            throw new IllegalArgumentException("first must be after " + plans.lastKey() + ": " + first);
        }
        plans.put(first, plan);
        return new Program(settings.with(plans));
    }

    /**
     * With a ladder of tiers, instead of all there were.
     *
     * @param rules the ladder and its policies
     * @return the changed copy
     * @throws IllegalArgumentException if a rule or a reward names a tier that the ladder lacks
     */
    public Program tiers(TierRules rules) {
        return new Program(settings.with(settings.day(), TierPlan.of(rules, settings.day())));
    }

    /**
     * With another ladder from a date on.
     *
     * @param first the first date on which it is in force, after that of all ladders so far
     * @param rules the ladder and its policies
     * @return the changed copy
     * @throws IllegalArgumentException if a ladder is in force from that date or a later one already
     */
    public Program tiersFrom(LocalDate first, TierRules rules) {
        return new Program(settings.with(settings.day(), settings.tiers().withRules(first, rules)));
    }

    /**
     * With a policy for the points accounts, instead of that there was.
     *
     * @param policy the policy
     * @return the changed copy
     * @throws IllegalArgumentException if it is in another zone than the program, or would let points expire before they become
     *     usable
     */
    public Program ledger(LedgerPolicy policy) {
        return new Program(settings.with(policy));
    }

    /**
     * With a catalogue of rewards, instead of that there was.
     *
     * @param catalogue what points buy
     * @return the changed copy
     * @throws IllegalArgumentException if a price is in another currency than the program's, or a reward names a tier that there
     *     is not
     */
    public Program rewards(Catalogue catalogue) {
        return new Program(settings.with(catalogue));
    }

    /**
     * With points that pay bills.
     *
     * @param policy on what terms
     * @return the changed copy
     * @throws IllegalArgumentException if it is in another currency than the program's
     */
    public Program payment(RedemptionPolicy policy) {
        return new Program(settings.with(policy));
    }

    /**
     * With another split of what comes back between points and money.
     *
     * @param policy the policy; proportional if this is never said
     * @return the changed copy
     */
    public Program returns(ReturnPolicy policy) {
        return new Program(settings.with(policy));
    }

    /**
     * With points for what customers bought as guests.
     *
     * @param window how far back from the day of joining; {@link Period#ZERO} for the same day
     * @return the changed copy
     * @throws IllegalArgumentException if the window is negative
     */
    public Program guestPurchasesWithin(Period window) {
        return new Program(settings.with(window));
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    /**
     * Where the program's days begin and end.
     *
     * @return zone and hour
     */
    public BusinessDay day() {
        return settings.day();
    }

    /**
     * What its customers pay in.
     *
     * @return the currency
     */
    public Currency currency() {
        return settings.currency();
    }

    /**
     * What is earned by the newest rules.
     *
     * @return the plan
     */
    public EarningPlan earning() {
        return settings.earning().get(settings.earning().lastKey());
    }

    /**
     * What is earned on a business day.
     *
     * @param date the day
     * @return the plan in force
     */
    public EarningPlan earningOn(LocalDate date) {
        return settings.earningOn(date);
    }

    /**
     * How points accounts decide.
     *
     * @return the policy
     */
    public LedgerPolicy ledger() {
        return settings.ledger();
    }

    /**
     * Which tiers there are.
     *
     * @return the plan
     */
    public TierPlan tiers() {
        return settings.tiers();
    }

    /**
     * What points buy.
     *
     * @return the catalogue
     */
    public Catalogue rewards() {
        return settings.rewards();
    }

    /**
     * Whether a member can have a reward, how many, at which prices, and if not, why not.
     *
     * @param membership whose
     * @param reward the reward's id
     * @param quantity how many, at least 1
     * @param stock what is left of it; {@link Stock#unlimited} of a reward that cannot run out
     * @param at when
     * @return the answer, with all reasons
     * @throws IllegalArgumentException if the quantity is below 1
     */
    public Quote quote(Membership membership, String reward, long quantity, Stock stock, Instant at) {
        return settings.rewards().quote(reward, quantity, counter().context(membership, stock, at), at);
    }

    /**
     * How many points a member may use for a bill.
     *
     * @param membership whose
     * @param bill the bill
     * @param at when
     * @return the least and the most, and why not more
     * @throws IllegalStateException if points do not pay bills in this program
     */
    public PaymentQuote quotePayment(Membership membership, Money bill, Instant at) {
        return counter().quotePayment(membership, bill, at);
    }

    /**
     * A bill, or a part of it, to be paid with points. Nothing is redeemed yet: the visit that is recorded with the
     * {@link PointsPayment#tender()} redeems them.
     *
     * @param membership whose
     * @param bill the bill
     * @param points how many points, at least 1
     * @param at when
     * @return the payment, or all reasons against it
     * @throws IllegalStateException if points do not pay bills in this program
     */
    public Decision<PointsPayment> pay(Membership membership, Money bill, long points, Instant at) {
        return counter().pay(membership, bill, points, at);
    }

    // ---- verbs: joining -----------------------------------------------------------------------------------------

    /**
     * Makes a customer a member.
     *
     * @param customer who joins
     * @param at when
     * @return the new membership, with an empty account in the lowest tier
     */
    public Membership join(Customer customer, Instant at) {
        return Membership.begin(
                Objects.requireNonNull(customer, "customer"),
                at,
                PointsLedger.open(settings.ledger()),
                settings.tiers().open(at));
    }

    /**
     * Makes a customer a member, with points for what was bought as a guest within the program's window. These are given at
     * joining, by the rules of that day, and do not count towards a tier.
     *
     * @param customer who joins
     * @param at when
     * @param earlier the customer's visits before joining, in any order
     * @return applied with the new membership and an explanation for each visit that counts; or refused:
     *     {@link Reason#FOREIGN_CURRENCY}, and as the ledger refuses
     * @throws IllegalArgumentException if a visit is another customer's
     */
    public Outcome<Step> join(Customer customer, Instant at, Collection<Visit> earlier) {
        return inRange(() -> recording().reward(join(customer, at), List.copyOf(earlier)));
    }

    /**
     * Notes who brought a member. Rules for the referee hold from now on.
     *
     * @param referee who was brought
     * @param referral who brought whom, when
     * @param referrerOf who brought a customer, if anybody, as the host knows it
     * @return applied; or refused: {@link Reason#ALREADY_REFERRED}, {@link Reason#REFERRAL_CYCLE}; the same referral again is a
     *     duplicate
     * @throws IllegalArgumentException if the referral is of another referee
     */
    public Outcome<Step> refer(
            Membership referee, Referral referral, Function<CustomerId, Optional<CustomerId>> referrerOf) {
        if (!referral.referee().equals(referee.customer().id())) {
            throw new IllegalArgumentException(
                    "referral must be of customer " + referee.customer().id() + ": " + referral.referee());
        }
        Optional<Referral> before = referee.history().referral();
        if (before.isPresent()) {
            return before.get().equals(referral)
                    ? new Duplicate<>(Step.of(referee, List.of()))
                    : refused(Reason.ALREADY_REFERRED);
        }
        ReferralCheck check = ReferralCheck.of(referral.referrer(), referral.referee(), referrerOf);
        if (check != ReferralCheck.ACCEPTED) {
            return refused(check == ReferralCheck.CYCLE ? Reason.REFERRAL_CYCLE : Reason.ALREADY_REFERRED);
        }
        return new Applied<>(Step.of(referee.referredBy(referral), List.of()));
    }

    // ---- verbs: facts -------------------------------------------------------------------------------------------

    /**
     * Records a fact, known when it happened.
     *
     * @param membership whose
     * @param activity what happened
     * @return as for {@link #record(Membership, Activity, Instant)}
     */
    public Outcome<Step> record(Membership membership, Activity activity) {
        return record(membership, activity, activity.at());
    }

    /**
     * Records a fact. A visit redeems the points it was paid with, earns points and counts towards the tier; a return gives back
     * points and money as the program says, and takes back what the returned part earned. The fact's id is the key: recorded again
     * it is a duplicate.
     *
     * @param membership whose
     * @param activity what happened
     * @param recordedAt when it became known
     * @return applied with all entries to persist; or refused: {@link Reason#KEY_REUSED}, {@link Reason#FOREIGN_CURRENCY},
     *     {@link Reason#BEFORE_JOINING}, {@link Reason#UNKNOWN_VISIT}, {@link Reason#RETURN_DOES_NOT_FIT},
     *     {@link Reason#OVERFLOW}, and as the ledger refuses
     * @throws IllegalArgumentException if the fact is another customer's
     */
    public Outcome<Step> record(Membership membership, Activity activity, Instant recordedAt) {
        return inRange(() -> recording().record(membership, activity, recordedAt));
    }

    /**
     * Gives a referrer what a fact of the referee made good, and takes back what a return of it has undone. To be done whenever a
     * {@link Step} names the referrer; done again it is a duplicate.
     *
     * @param referrer who brought the other
     * @param referee who was brought, with the fact
     * @param fact the visit that made the referral good
     * @param at when, for what is given and what is taken back
     * @return applied with the referrer's next membership; or refused: {@link Reason#UNKNOWN_REFERRAL},
     *     {@link Reason#BEFORE_JOINING}, and as the ledger refuses
     */
    public Outcome<Step> settleReferral(Membership referrer, Membership referee, ActivityId fact, Instant at) {
        return inRange(() -> recording().settle(referrer, referee, fact, at, at));
    }

    // ---- verbs: rewards -----------------------------------------------------------------------------------------

    /**
     * Redeems a reward at once.
     *
     * @param membership whose
     * @param command key and instants
     * @param wish which reward, at which price, how many
     * @param stock what is left of it; {@link Stock#unlimited} of a reward that cannot run out
     * @return applied with the money due and the next stock; or refused with the first of the reasons that
     *     {@link #quote} gives
     */
    public Outcome<RewardStep> redeem(Membership membership, Command command, Wish wish, Stock stock) {
        return counter().redeem(membership, command, wish, stock);
    }

    /**
     * Puts a reward and its points aside. The hold is known by the command's key.
     *
     * @param membership whose
     * @param command key and instants
     * @param wish which reward, at which price, how many
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never
     * @param stock what is left of it
     * @return as for {@link #redeem(Membership, Command, Wish, Stock)}
     */
    public Outcome<RewardStep> hold(Membership membership, Command command, Wish wish, Instant lapsesAt, Stock stock) {
        return counter().hold(membership, command, wish, lapsesAt, stock);
    }

    /**
     * Hands out a reward that is held, or some of them; the rest of the hold goes back.
     *
     * @param membership whose
     * @param command key and instants
     * @param hold the hold's key
     * @param quantity how many, at least 1
     * @param stock what is left of the reward
     * @return applied with the money due and the next stock, or refused
     * @throws IllegalArgumentException if the quantity is below 1
     */
    public Outcome<RewardStep> capture(
            Membership membership, Command command, String hold, long quantity, Stock stock) {
        return counter().capture(membership, command, hold, quantity, stock);
    }

    /**
     * Gives up a reward that is held.
     *
     * @param membership whose
     * @param command key and instants
     * @param hold the hold's key
     * @param stock what is left of the reward
     * @return applied with the next stock, or refused
     */
    public Outcome<RewardStep> release(Membership membership, Command command, String hold, Stock stock) {
        return counter().release(membership, command, hold, stock);
    }

    /**
     * Undoes the redemption of a reward, in whole or in part.
     *
     * @param membership whose
     * @param command key and instants
     * @param redemption key of the redemption or hold
     * @param quantity how many come back, at least 1
     * @param stock what is left of the reward
     * @return applied with the money to give back and the next stock, or refused
     * @throws IllegalArgumentException if the quantity is below 1
     */
    public Outcome<RewardStep> cancel(
            Membership membership, Command command, String redemption, long quantity, Stock stock) {
        return counter().cancel(membership, command, redemption, quantity, stock);
    }

    // ---- verbs: points ------------------------------------------------------------------------------------------

    /**
     * Redeems points of the usual currency for something that is not in the catalogue.
     *
     * @param membership whose
     * @param command key and instants
     * @param points how many, above 0
     * @return applied with a redemption, or refused: {@link Reason#INSUFFICIENT_POINTS} and as the ledger refuses
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Step> redeem(Membership membership, Command command, long points) {
        return step(membership, membership.ledger().redeem(command, points));
    }

    /**
     * Reserves points of the usual currency. The hold is known by the command's key.
     *
     * @param membership whose
     * @param command key and instants
     * @param points how many, above 0
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never
     * @return applied with a hold, or refused as {@link PointsLedger#hold} refuses
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Step> hold(Membership membership, Command command, long points, Instant lapsesAt) {
        return step(membership, membership.ledger().hold(command, points, PointType.POINTS, lapsesAt));
    }

    /**
     * Redeems held points, and gives the rest of the hold back.
     *
     * @param membership whose
     * @param command key and instants
     * @param hold the hold's key
     * @param points how many, above 0
     * @return applied with a capture, or refused as {@link PointsLedger#capture} refuses
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Step> capture(Membership membership, Command command, String hold, long points) {
        return step(membership, membership.ledger().capture(command, hold, points));
    }

    /**
     * Gives held points back.
     *
     * @param membership whose
     * @param command key and instants
     * @param hold the hold's key
     * @return applied with a release, or refused as {@link PointsLedger#release} refuses
     */
    public Outcome<Step> release(Membership membership, Command command, String hold) {
        return step(membership, membership.ledger().release(command, hold));
    }

    /**
     * Undoes a redemption or capture of points, in whole or in part.
     *
     * @param membership whose
     * @param command key and instants
     * @param redemption its key
     * @param points how many come back, above 0
     * @return applied with a restoration, or refused as {@link PointsLedger#restore} refuses
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Step> restore(Membership membership, Command command, String redemption, long points) {
        return step(membership, membership.ledger().restore(command, redemption, points));
    }

    /**
     * Gives points by hand.
     *
     * @param membership whose
     * @param command key and instants
     * @param grant what is given
     * @param reason why, not blank
     * @param actor who does it, not blank
     * @return applied with an adjustment, or refused as {@link PointsLedger#adjustUp} refuses
     * @throws IllegalArgumentException if reason or actor is blank
     */
    public Outcome<Step> adjustUp(Membership membership, Command command, Grant grant, String reason, String actor) {
        return step(membership, membership.ledger().adjustUp(command, grant, reason, actor));
    }

    /**
     * Takes points of the usual currency by hand.
     *
     * @param membership whose
     * @param command key and instants
     * @param points how many, above 0
     * @param reason why, not blank
     * @param actor who does it, not blank
     * @return applied with an adjustment, or refused as {@link PointsLedger#adjustDown} refuses
     * @throws IllegalArgumentException if the points are below 1, or reason or actor is blank
     */
    public Outcome<Step> adjustDown(Membership membership, Command command, long points, String reason, String actor) {
        return step(membership, membership.ledger().adjustDown(command, points, PointType.POINTS, reason, actor));
    }

    /**
     * Does anything else that the ledger can do: activate, extend, reinstate, forfeit, renew, change a term.
     *
     * <pre>{@code
     * program.post(member, ledger -> ledger.forfeit(command, PointType.POINTS, "membership ended"));
     * }</pre>
     *
     * @param membership whose
     * @param verb what the ledger is asked
     * @return what the ledger answers, with the next membership
     */
    public Outcome<Step> post(Membership membership, Function<PointsLedger, Outcome<Posting>> verb) {
        return step(membership, verb.apply(membership.ledger()));
    }

    /**
     * Writes down what time alone has done to the points.
     *
     * @param membership whose
     * @param at up to when
     * @return applied with the entries, maybe none
     */
    public Outcome<Step> sweep(Membership membership, Instant at) {
        return step(membership, membership.ledger().sweep(at));
    }

    // ---- verbs: two members -------------------------------------------------------------------------------------

    /**
     * Sends points of the usual currency from one member to another.
     *
     * @param from who gives
     * @param into who receives
     * @param command key and instants
     * @param points how many, above 0
     * @return applied on both sides, or refused as {@link io.loyalty.points.Transfers#transfer} refuses
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<TransferStep> transfer(Membership from, Membership into, Command command, long points) {
        return Uniting.transfer(from, into, command, points);
    }

    /**
     * Unites two memberships of one person: all points and debts go over, and what the other did counts for tier and rules as if
     * it had been done here. The other keeps its facts: what comes back of a visit that was recorded there is recorded there, and
     * what that leaves is merged again.
     *
     * @param from the membership that ends
     * @param into the membership that goes on
     * @param command key and instants
     * @param bonuses what becomes of one-off bonuses that both had
     * @return applied on both sides, or refused as {@link io.loyalty.points.Transfers#merge} and a clawback refuse
     */
    public Outcome<TransferStep> merge(Membership from, Membership into, Command command, OneOffBonuses bonuses) {
        return Uniting.merge(settings, from, into, command, bonuses);
    }

    // ---- rebuilding ---------------------------------------------------------------------------------------------

    /**
     * The membership that persisted entries and facts amount to. Awards are computed anew, by the rules of their days; entries are
     * replayed, not made. Uses of rewards, tiers granted by hand, and what came from referees are added with
     * {@link Membership#with(io.loyalty.reward.RewardUses)}, {@link Membership#with(io.loyalty.tier.TierGrant)} and
     * {@link #settleReferral}.
     *
     * @param customer who
     * @param joinedAt when the membership began
     * @param referral who brought the customer; none or one
     * @param entries all entries of the account, in sequence
     * @param facts all facts, in the order in which they were recorded
     * @return the membership
     * @throws IllegalArgumentException if the entries are wrong, or a fact could not have been recorded or would write other
     *     entries; the message names it
     */
    public Membership rebuild(
            Customer customer,
            Instant joinedAt,
            Collection<Referral> referral,
            Iterable<Entry> entries,
            Iterable<Membership.Fact> facts) {
        Membership next = join(customer, joinedAt).with(PointsLedger.replay(settings.ledger(), entries));
        for (Referral one : referral) {
            next = next.referredBy(one);
        }
        for (Membership.Fact fact : facts) {
            Outcome<Step> outcome = record(next, fact.activity(), fact.recordedAt());
            String name = "fact '" + fact.activity().id() + "'";
            if (outcome instanceof Rejected<Step> rejected) {
                throw new IllegalArgumentException(name + " could not have been recorded: " + rejected.rejection());
            }
            Step step = outcome.orElseThrow();
            if (outcome instanceof Applied && !step.entries().isEmpty()) {
                throw new IllegalArgumentException(name + " must have its entries: "
                        + step.entries().get(0).stamp().key() + " is missing");
            }
            next = step.membership();
        }
        return next;
    }

    // ---- how ----------------------------------------------------------------------------------------------------

    /** What a fact is worth may be more than a {@code long} holds: a refusal like any other. */
    private static Outcome<Step> inRange(Supplier<Outcome<Step>> verb) {
        try {
            return verb.get();
        } catch (ArithmeticException e) {
            return refused(Reason.OVERFLOW);
        }
    }

    private Recording recording() {
        return new Recording(settings);
    }

    private RewardCounter counter() {
        return new RewardCounter(settings);
    }

    static Outcome<Step> step(Membership membership, Outcome<Posting> outcome) {
        if (outcome instanceof Rejected<Posting> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        Posting posting = outcome.orElseThrow();
        Step step = Step.of(membership.with(posting.ledger()), posting.entries());
        return outcome instanceof Duplicate ? new Duplicate<>(step) : new Applied<>(step);
    }

    private static Outcome<Step> refused(Reason reason) {
        return new Rejected<>(Rejection.of(reason));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Program that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    /**
     * Where and in what currency, how many rules, rewards and tiers.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return "Program[" + settings.day() + ", " + settings.currency() + ", "
                + earning().rules().size() + " rules, "
                + settings.rewards().rewards().size() + " rewards, tiers "
                + settings.tiers().names() + "]";
    }
}
