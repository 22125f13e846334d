package io.loyalty.program;

import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Award;
import io.loyalty.earning.AwardPart;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningHistory;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.TierPortion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Refund;
import io.loyalty.tier.CrossingRate;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierMeasure;
import io.loyalty.tier.TierShare;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnCheck;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a fact does to a membership: what it pays with points and earns, what it counts, and what a return undoes of that. */
final class Recording {

    private final Settings settings;

    Recording(Settings settings) {
        this.settings = settings;
    }

    Outcome<Step> record(Membership membership, Activity activity, Instant recordedAt) {
        if (!activity.customer().equals(membership.customer().id())) {
            throw new IllegalArgumentException(
                    "activity must be of customer " + membership.customer().id() + ": " + activity.customer());
        }
        int known = membership.find(activity.id().value());
        if (known >= 0) {
            return repeated(membership, membership.fact(known), activity);
        }
        if (activity.at().isBefore(membership.joinedAt())) {
            return refused(Reason.BEFORE_JOINING);
        }
        if (activity instanceof Return back) {
            return takeBack(membership, back, recordedAt);
        }
        if (activity instanceof Visit visit && !visit.currency().equals(settings.currency())) {
            return refused(Reason.FOREIGN_CURRENCY);
        }
        Draft draft = new Draft(membership.ledger());
        if (activity instanceof Visit visit && !pay(draft, visit, recordedAt)) {
            return draft.refusal();
        }
        Award award = award(membership, activity);
        if (!earn(draft, award, activity.at(), recordedAt)) {
            return draft.refusal();
        }
        TierFact counted = counted(activity, award, recordedAt);
        Membership next = membership.plus(
                recorded(activity.id().value(), activity, recordedAt, award, counted, draft),
                draft.ledger(),
                membership.tiers().plus(counted),
                membership.history().after(award));
        boolean referred = membership.history().referral().isPresent();
        return new Applied<>(new Step(
                next,
                draft.added(),
                List.of(award),
                List.of(),
                referrers(membership, referred && award.isReferralQualified())));
    }

    private Outcome<Step> repeated(Membership membership, Recorded earlier, Activity activity) {
        if (!earlier.activity().equals(activity)) {
            return refused(Reason.KEY_REUSED);
        }
        List<Refund> refunds = List.of();
        if (activity instanceof Return back) {
            Recorded visit = membership.fact(membership.find(back.visit().value()));
            List<Return> before = visit.returns().subList(0, visit.returns().indexOf(back));
            refunds = List.of(settings.returns().refund((Visit) visit.activity(), before, back));
        }
        boolean earned = !earlier.awards().isEmpty();
        return new Duplicate<>(new Step(
                membership,
                membership.entriesOf(earlier),
                earned ? List.of(earlier.whole()) : List.of(),
                refunds,
                referrers(membership, earned && earlier.whole().isReferralQualified())));
    }

    private static List<CustomerId> referrers(Membership membership, boolean due) {
        return due
                ? membership
                        .history()
                        .referral()
                        .map(referral -> List.of(referral.referrer()))
                        .orElse(List.of())
                : List.of();
    }

    static Recorded recorded(
            String key, Activity activity, Instant recordedAt, Award award, TierFact counted, Draft draft) {
        return new Recorded(
                key, activity, recordedAt, List.of(award, award), counted, List.of(), draft.first(), draft.count());
    }

    // ---- paying and earning -------------------------------------------------------------------------------------

    /** Redeems the points with which a visit was paid. */
    private boolean pay(Draft draft, Visit visit, Instant recordedAt) {
        long points = visit.pointsTendered();
        return points == 0
                || draft.post(draft.ledger()
                        .redeem(
                                new Command(Keys.payment(visit.id()), visit.at(), recordedAt),
                                points,
                                pointCurrency(),
                                visit.id().value()));
    }

    /** The name of the points that pay bills. */
    private String pointCurrency() {
        return settings.payment().isEmpty()
                ? PointType.POINTS
                : settings.payment().get(0).pointCurrency();
    }

    private static boolean earn(Draft draft, Award award, Instant at, Instant recordedAt) {
        return award.isEmpty() || draft.post(draft.ledger().accrue(award.grants(), at, recordedAt));
    }

    private Award award(Membership membership, Activity activity) {
        EarningPlan plan = settings.earningAt(activity.at());
        EarningContext context = context(membership, activity.at());
        Award award = plan.award(activity, context);
        CrossingRate rate = membership.tiers().plan().rulesAt(activity.at()).crossingRate();
        if (rate == CrossingRate.BEFORE || !(activity instanceof Visit visit)) {
            return award;
        }
        List<TierShare> shares = membership.tiers().shares(counted(visit, award, visit.at()));
        if (shares.size() == 1) {
            String tier = shares.get(0).tier().name();
            return tier.equals(context.tier()) ? award : plan.award(visit, context.withTier(tier));
        }
        return plan.award(
                visit,
                context,
                shares.stream()
                        .map(share -> new TierPortion(share.tier().name(), share.netMinor()))
                        .toList());
    }

    EarningContext context(Membership membership, Instant at) {
        return new EarningContext(
                membership.customer(),
                membership.tiers().tierAt(at).name(),
                settings.day(),
                settings.storeZones(),
                membership.history());
    }

    // ---- returns ------------------------------------------------------------------------------------------------

    private Outcome<Step> takeBack(Membership membership, Return back, Instant recordedAt) {
        int position = membership.find(back.visit().value());
        if (position < 0 || !(membership.fact(position).activity() instanceof Visit visit)) {
            return refused(Reason.UNKNOWN_VISIT);
        }
        Recorded fact = membership.fact(position);
        ReturnCheck check = back.check(visit, fact.returns());
        if (check != ReturnCheck.FITS) {
            return new Rejected<>(new Rejection(Reason.RETURN_DOES_NOT_FIT, Map.of("check", (long) check.ordinal())));
        }
        List<Return> returns = new ArrayList<>(fact.returns());
        returns.add(back);
        Refund refund = settings.returns().refund(visit, fact.returns(), back);
        Award remaining = fact.left().remainingAfter(returns, refund.left().pointsValue());
        Draft draft = new Draft(membership.ledger());
        // Points come back before others are taken: so what is owed finds them.
        if (!restore(draft, visit, refund, back, recordedAt)
                || !clawBack(
                        draft,
                        fact.whole(),
                        fact.left(),
                        remaining,
                        new Command(back.id().value(), back.at(), recordedAt))) {
            return draft.refusal();
        }
        TierFact taken = fact.counted()
                .takenBack(back.at(), lost(fact, remaining, returns))
                .withRecordedAt(recordedAt);
        EarningHistory history = remaining.isVoid()
                ? membership.history().without(fact.left())
                : membership.history().revised(fact.left(), remaining);
        Recorded recorded = new Recorded(
                back.id().value(), back, recordedAt, List.of(), taken, List.of(), draft.first(), draft.count());
        Membership next = membership
                .with(position, fact.reduced(remaining, returns))
                .plus(recorded, draft.ledger(), membership.tiers().plus(taken), history);
        boolean undone = fact.left().isReferralQualified() && !remaining.isReferralQualified();
        return new Applied<>(
                new Step(next, draft.added(), List.of(remaining), List.of(refund), referrers(membership, undone)));
    }

    private boolean restore(Draft draft, Visit visit, Refund refund, Return back, Instant recordedAt) {
        return refund.points() == 0
                || draft.post(draft.ledger()
                        .restore(
                                new Command(Keys.payment(back.id()), back.at(), recordedAt),
                                Keys.payment(visit.id()),
                                refund.points()));
    }

    /** Takes back what of an award is lost, from the lots that the award gave at first. */
    private static boolean clawBack(Draft draft, Award whole, Award before, Award remaining, Command command) {
        List<AwardPart> due = before.clawback(remaining);
        return due.isEmpty() || draft.post(draft.ledger().clawBack(command, owed(draft.ledger(), whole, due)));
    }

    /** Parts of an award by the lots that hold them. */
    static List<Allocation> owed(PointsLedger ledger, Award whole, List<AwardPart> parts) {
        SortedMap<Integer, Long> owed = new TreeMap<>();
        for (AwardPart part : parts) {
            Entry.Accrual accrual =
                    (Entry.Accrual) ledger.entry(whole.sourceOf(part)).orElseThrow();
            owed.merge(accrual.lot(), part.points(), Math::addExact);
        }
        return owed.entrySet().stream()
                .map(lot -> new Allocation(lot.getKey(), lot.getValue()))
                .toList();
    }

    // ---- referrals ----------------------------------------------------------------------------------------------

    Outcome<Step> settle(Membership referrer, Membership referee, ActivityId visit, Instant at, Instant recordedAt) {
        int position = referee.find(visit.value());
        boolean brought = referee.history()
                .referral()
                .filter(referral ->
                        referral.referrer().equals(referrer.customer().id()))
                .isPresent();
        if (position < 0 || !brought || referee.fact(position).awards().isEmpty()) {
            return refused(Reason.UNKNOWN_REFERRAL);
        }
        Award worth = referee.fact(position).left();
        String key = Keys.referral(visit);
        int known = referrer.find(key);
        if (known < 0) {
            return reward(referrer, worth, key, at, recordedAt);
        }
        Recorded fact = referrer.fact(known);
        Award remaining = fact.left().remainingWith(worth);
        if (remaining.total() == fact.left().total()) {
            return new Duplicate<>(Step.of(referrer, referrer.entriesOf(fact)));
        }
        Draft draft = new Draft(referrer.ledger());
        Command command = new Command(
                Keys.referralClawback(visit, referee.fact(position).returns().size()), at, recordedAt);
        if (!clawBack(draft, fact.whole(), fact.left(), remaining, command)) {
            return draft.refusal();
        }
        TierFact taken = fact.counted()
                .takenBack(at, new TierMeasure(0, 0, fact.left().total() - remaining.total(), 0))
                .withRecordedAt(recordedAt);
        Membership next = referrer.with(known, fact.reduced(remaining, List.of()))
                .moved(
                        draft.ledger(),
                        referrer.tiers().plus(taken),
                        referrer.history().revised(fact.left(), remaining));
        return new Applied<>(new Step(next, draft.added(), List.of(remaining), List.of(), List.of()));
    }

    private Outcome<Step> reward(Membership referrer, Award worth, String key, Instant at, Instant recordedAt) {
        if (at.isBefore(referrer.joinedAt())) {
            return refused(Reason.BEFORE_JOINING);
        }
        Award award = worth.plan().awardReferrer(worth, context(referrer, at));
        Draft draft = new Draft(referrer.ledger());
        if (!earn(draft, award, at, recordedAt)) {
            return draft.refusal();
        }
        TierFact counted =
                TierFact.of(at, new TierMeasure(0, 0, award.total(), 0)).withRecordedAt(recordedAt);
        Membership next = referrer.plus(
                recorded(key, award.activity(), recordedAt, award, counted, draft),
                draft.ledger(),
                referrer.tiers().plus(counted),
                referrer.history().after(award));
        return new Applied<>(new Step(next, draft.added(), List.of(award), List.of(), List.of()));
    }

    // ---- joining ------------------------------------------------------------------------------------------------

    /** Gives points for a guest's visits within the window; they count from joining on, and not towards the tier. */
    Outcome<Step> reward(Membership joined, List<Visit> earlier) {
        Instant at = joined.joinedAt();
        EarningPlan plan = settings.earningAt(at);
        Membership next = joined;
        Draft draft = new Draft(joined.ledger());
        List<Award> awards = new ArrayList<>();
        for (Visit visit : earlier) {
            if (!visit.currency().equals(settings.currency())) {
                return refused(Reason.FOREIGN_CURRENCY);
            }
        }
        for (Award award : plan.awardEarlier(earlier, at, settings.guestWindow(), context(joined, at))
                .awards()) {
            Draft one = new Draft(next.ledger());
            if (!earn(one, award, at, at)) {
                return one.refusal();
            }
            next = next.plus(
                    recorded(
                            award.activity().id().value(),
                            award.activity(),
                            at,
                            award,
                            TierFact.of(at, TierMeasure.ZERO),
                            one),
                    one.ledger(),
                    next.tiers(),
                    next.history().after(award));
            draft.add(one.added());
            awards.add(award);
        }
        return new Applied<>(new Step(next, draft.added(), awards, List.of(), List.of()));
    }

    // ---- what counts --------------------------------------------------------------------------------------------

    /** What a fact counts towards the tier: amounts in whole minor units, rounded down. */
    private static TierFact counted(Activity activity, Award award, Instant recordedAt) {
        Instant at = activity.at();
        return activity instanceof Visit visit
                ? new TierFact(
                        at,
                        recordedAt,
                        at,
                        visit.netMinor(RoundingMode.FLOOR),
                        visit.grossMinor(RoundingMode.FLOOR),
                        award.total(),
                        1)
                : new TierFact(at, recordedAt, at, 0, 0, award.total(), 0);
    }

    /** What a visit counted before a return less what it counts after it, so that no rounding is ever lost. */
    private static TierMeasure lost(Recorded before, Award remaining, List<Return> returns) {
        if (before.counted().measure().equals(TierMeasure.ZERO)) {
            return TierMeasure.ZERO;
        }
        Visit visit = (Visit) before.activity();
        List<Money> then = Return.remaining(visit, before.returns());
        List<Money> now = Return.remaining(visit, returns);
        return new TierMeasure(
                part(visit, Line::net, then) - part(visit, Line::net, now),
                part(visit, Line::gross, then) - part(visit, Line::gross, now),
                before.left().total() - remaining.total(),
                remaining.isVoid() ? 1 : 0);
    }

    /** What is left of a visit's amount in one form, in whole minor units, rounded down. */
    private static long part(Visit visit, Function<Line, Ratio> form, List<Money> left) {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < left.size(); i++) {
            Line line = visit.lines().get(i);
            if (line.amountMinor() > 0) {
                sum = sum.plus(form.apply(line).times(Ratio.of(left.get(i).minorUnits(), line.amountMinor())));
            }
        }
        return sum.round(RoundingMode.FLOOR);
    }

    private static Outcome<Step> refused(Reason reason) {
        return new Rejected<>(Rejection.of(reason));
    }
}
