package io.loyalty.program;

import io.loyalty.customer.Customer;
import io.loyalty.earning.Award;
import io.loyalty.earning.AwardPart;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningHistory;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Effect;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierMeasure;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnCheck;
import io.loyalty.visit.Visit;
import java.io.Serializable;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A loyalty program: what is earned, how points live, which tiers there are; and the verbs that move a member through it.
 *
 * <pre>{@code
 * Program program = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
 *         .earning(EarningRule.earn(1).perFull(Money.parse("JPY 100")).valid(Term.of(Period.ofYears(1))))
 *         .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)));
 * }</pre>
 *
 * <p>Immutable; made once and shared by all. Every verb is a pure function: the same membership, fact and instant give the same
 * outcome, so trying something out is doing it and dropping the result.
 */
public final class Program implements Serializable {

    private static final long serialVersionUID = 1L;

    private final BusinessDay day;
    private final Currency currency;
    private final EarningPlan earning;
    private final LedgerPolicy ledger;
    private final TierPlan tiers;

    private Program(BusinessDay day, Currency currency, EarningPlan earning, LedgerPolicy ledger, TierPlan tiers) {
        this.day = day;
        this.currency = currency;
        this.earning = earning;
        this.ledger = ledger;
        this.tiers = tiers;
    }

    /**
     * A program without rules and with a single tier, whose days turn at midnight.
     *
     * @param zone where its days begin and end
     * @param currency what its customers pay in
     * @return the program
     */
    public static Program in(ZoneId zone, Currency currency) {
        BusinessDay day = BusinessDay.midnight(zone);
        return new Program(
                day,
                Objects.requireNonNull(currency, "currency"),
                EarningPlan.of(),
                LedgerPolicy.in(zone),
                TierPlan.of(TierRules.ladder("Member"), day));
    }

    /**
     * With days that turn at another hour, so that the small hours belong to the evening before.
     *
     * @param cutOff when the day turns
     * @return the changed copy
     */
    public Program dayTurnsAt(LocalTime cutOff) {
        BusinessDay other = new BusinessDay(day.zone(), cutOff);
        return new Program(other, currency, earning, ledger, TierPlan.of(tiers.rulesOn(LocalDate.MIN), other));
    }

    /**
     * With rules of earning, instead of those there were.
     *
     * @param rules the rules, in any order
     * @return the changed copy
     * @throws IllegalArgumentException if two rules have one id, or an amount is in another currency than the program's
     */
    public Program earning(EarningRule... rules) {
        for (EarningRule rule : rules) {
            if (rule.effect() instanceof Effect.Spend spend
                    && !spend.per().currency().equals(currency)) {
                throw new IllegalArgumentException("rule '" + rule.id() + "' must be in " + currency + ": "
                        + spend.per().currency());
            }
        }
        return new Program(day, currency, EarningPlan.of(rules), ledger, tiers);
    }

    /**
     * With a ladder of tiers, instead of that there was.
     *
     * @param rules the ladder and its policies
     * @return the changed copy
     */
    public Program tiers(TierRules rules) {
        return new Program(day, currency, earning, ledger, TierPlan.of(rules, day));
    }

    /**
     * With a policy for the points accounts, instead of that there was.
     *
     * @param policy the policy
     * @return the changed copy
     * @throws IllegalArgumentException if it is in another zone than the program
     */
    public Program ledger(LedgerPolicy policy) {
        if (!policy.zone().equals(day.zone())) {
            throw new IllegalArgumentException("policy must be in zone " + day.zone() + ": " + policy.zone());
        }
        return new Program(day, currency, earning, policy, tiers);
    }

    /**
     * Where the program's days begin and end.
     *
     * @return zone and hour
     */
    public BusinessDay day() {
        return day;
    }

    /**
     * What its customers pay in.
     *
     * @return the currency
     */
    public Currency currency() {
        return currency;
    }

    /**
     * What is earned.
     *
     * @return the plan
     */
    public EarningPlan earning() {
        return earning;
    }

    /**
     * How points accounts decide.
     *
     * @return the policy
     */
    public LedgerPolicy ledger() {
        return ledger;
    }

    /**
     * Which tiers there are.
     *
     * @return the plan
     */
    public TierPlan tiers() {
        return tiers;
    }

    // ---- verbs --------------------------------------------------------------------------------------------------

    /**
     * Makes a customer a member.
     *
     * @param customer who joins
     * @param at when
     * @return the new membership, with an empty account in the lowest tier
     */
    public Membership join(Customer customer, Instant at) {
        return Membership.begin(
                Objects.requireNonNull(customer, "customer"), at, PointsLedger.open(ledger), tiers.open(at));
    }

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
     * Records a fact: a visit earns points and counts towards the tier, a return takes back what the returned part earned. The
     * fact's id is the key: recorded again it is a duplicate.
     *
     * @param membership whose
     * @param activity what happened
     * @param recordedAt when it became known
     * @return applied with an accrual for each rule that gave points, or with a clawback; or refused:
     *     {@link Reason#KEY_REUSED}, {@link Reason#FOREIGN_CURRENCY}, {@link Reason#BEFORE_JOINING},
     *     {@link Reason#UNKNOWN_VISIT}, {@link Reason#RETURN_DOES_NOT_FIT}, and as the ledger refuses
     * @throws IllegalArgumentException if the fact is another customer's
     */
    public Outcome<Step> record(Membership membership, Activity activity, Instant recordedAt) {
        if (!activity.customer().equals(membership.customer().id())) {
            throw new IllegalArgumentException(
                    "activity must be of customer " + membership.customer().id() + ": " + activity.customer());
        }
        int known = membership.find(activity.id().value());
        if (known >= 0) {
            Membership.Recorded earlier = membership.fact(known);
            return earlier.activity().equals(activity)
                    ? new Duplicate<>(new Step(
                            membership,
                            membership.entriesOf(earlier),
                            earlier.award() == null
                                    ? List.of()
                                    : List.of(earlier.award().explanation())))
                    : refused(Reason.KEY_REUSED);
        }
        if (activity.at().isBefore(membership.joinedAt())) {
            return refused(Reason.BEFORE_JOINING);
        }
        if (activity instanceof Return back) {
            return takeBack(membership, back, recordedAt);
        }
        if (activity instanceof Visit visit && !visit.currency().equals(currency)) {
            return refused(Reason.FOREIGN_CURRENCY);
        }
        Award award = earning.award(activity, context(membership, activity));
        PointsLedger points = membership.ledger();
        List<Entry> entries = new ArrayList<>(award.parts().size());
        for (AwardPart part : award.parts()) {
            Command command = new Command(key(activity, part), activity.at(), recordedAt);
            Outcome<Posting> accrued = points.accrue(command, part.grant(activity.id()));
            if (accrued instanceof Rejected<Posting> rejected) {
                return new Rejected<>(rejected.rejection());
            }
            points = accrued.orElseThrow().ledger();
            entries.addAll(accrued.orElseThrow().entries());
        }
        TierFact counted = counted(activity, award, recordedAt);
        Membership next = membership.plus(
                new Membership.Recorded(
                        activity,
                        award,
                        award,
                        counted,
                        List.of(),
                        membership.ledger().version() + 1,
                        entries.size()),
                points,
                membership.tiers().plus(counted),
                membership.history().after(award));
        return new Applied<>(new Step(next, entries, List.of(award.explanation())));
    }

    /**
     * Redeems points.
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
     * Writes down what time alone has done to the points.
     *
     * @param membership whose
     * @param at up to when
     * @return applied with the entries, maybe none
     */
    public Outcome<Step> sweep(Membership membership, Instant at) {
        return step(membership, membership.ledger().sweep(at));
    }

    // ---- how ----------------------------------------------------------------------------------------------------

    private EarningContext context(Membership membership, Activity activity) {
        return EarningContext.of(membership.customer(), day)
                .withTier(membership.tiers().statusAt(activity.at()).tier().name())
                .with(membership.history());
    }

    private Outcome<Step> takeBack(Membership membership, Return back, Instant recordedAt) {
        int position = membership.find(back.visit().value());
        if (position < 0 || !(membership.fact(position).activity() instanceof Visit visit)) {
            return refused(Reason.UNKNOWN_VISIT);
        }
        Membership.Recorded fact = membership.fact(position);
        ReturnCheck check = back.check(visit, fact.returns());
        if (check != ReturnCheck.FITS) {
            return new Rejected<>(new Rejection(Reason.RETURN_DOES_NOT_FIT, Map.of("check", (long) check.ordinal())));
        }
        List<Return> returns = new ArrayList<>(fact.returns());
        returns.add(back);
        Award remaining = fact.award().remainingAfter(returns);
        List<AwardPart> due = fact.left().clawback(remaining);
        PointsLedger points = membership.ledger();
        List<Entry> entries = List.of();
        if (!due.isEmpty()) {
            List<Allocation> owed = new ArrayList<>(due.size());
            for (AwardPart part : due) {
                Entry.Accrual accrual =
                        (Entry.Accrual) points.entry(key(visit, part)).orElseThrow();
                owed.add(new Allocation(accrual.lot(), part.points()));
            }
            Outcome<Posting> clawback = points.clawBack(new Command(back.id().value(), back.at(), recordedAt), owed);
            if (clawback instanceof Rejected<Posting> rejected) {
                return new Rejected<>(rejected.rejection());
            }
            points = clawback.orElseThrow().ledger();
            entries = clawback.orElseThrow().entries();
        }
        Membership.Recorded reduced = new Membership.Recorded(
                visit,
                fact.award(),
                remaining,
                fact.counted(),
                List.copyOf(returns),
                fact.firstEntry(),
                fact.entries());
        TierMeasure lost = lost(fact, remaining);
        TierFact taken = fact.counted().takenBack(back.at(), lost).withRecordedAt(recordedAt);
        EarningHistory history = remaining.isVoid()
                ? membership.history().without(fact.left())
                : membership.history().revised(fact.left(), remaining);
        Membership next = membership
                .with(position, reduced)
                .plus(
                        new Membership.Recorded(
                                back,
                                null,
                                null,
                                taken,
                                List.of(),
                                membership.ledger().version() + 1,
                                entries.size()),
                        points,
                        membership.tiers().plus(taken),
                        history);
        return new Applied<>(new Step(next, entries, List.of(remaining.explanation())));
    }

    /** What a fact counts towards the tier: amounts in whole minor units, rounded down. */
    private static TierFact counted(Activity activity, Award award, Instant recordedAt) {
        TierFact fact = activity instanceof Visit visit
                ? TierFact.visit(activity.at(), net(visit), gross(visit), award.total())
                : TierFact.of(activity.at(), new TierMeasure(0, 0, award.total(), 0));
        return fact.withRecordedAt(recordedAt);
    }

    /** What a visit counted before a return less what it counts after it, so that no rounding is ever lost. */
    private static TierMeasure lost(Membership.Recorded before, Award remaining) {
        Visit then = (Visit) before.left().activity();
        Visit now = (Visit) remaining.activity();
        return new TierMeasure(
                net(then) - net(now),
                gross(then) - gross(now),
                before.left().total() - remaining.total(),
                remaining.isVoid() ? 1 : 0);
    }

    private static long net(Visit visit) {
        return visit.net().round(RoundingMode.FLOOR);
    }

    private static long gross(Visit visit) {
        return visit.gross().round(RoundingMode.FLOOR);
    }

    private static String key(Activity activity, AwardPart part) {
        return activity.id().value() + "/" + part.ruleId();
    }

    private static Outcome<Step> step(Membership membership, Outcome<Posting> outcome) {
        if (outcome instanceof Rejected<Posting> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        Posting posting = outcome.orElseThrow();
        Step step = new Step(membership.with(posting.ledger()), posting.entries(), List.of());
        return outcome instanceof Duplicate ? new Duplicate<>(step) : new Applied<>(step);
    }

    private static Outcome<Step> refused(Reason reason) {
        return new Rejected<>(Rejection.of(reason));
    }
}
