package io.loyalty.earning;

import io.loyalty.customer.Referral;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.Review;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a customer's history says to the rules, at the moment of one fact. */
final class Past {

    private final EarningContext context;
    /** The history's, see {@link Tallies}. */
    private final long[] tallies;

    private final long epochDay;
    private final Instant at;

    Past(Compiled plan, EarningContext context, long epochDay, Instant at) {
        this.context = context;
        this.tallies = context.history().alignedTo(plan).tallies();
        this.epochDay = epochDay;
        this.at = at;
    }

    long epochDay() {
        return epochDay;
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(epochDay);
    }

    /** The room left under a cap with a tally: 0 for stretches so old that they are kept no more. */
    long room(Cap cap, int tally) {
        long bucket = TallySpec.bucket(TallySpec.bucketsOf(cap.per()), epochDay(), 0);
        boolean closed = Tallies.isClosed(tallies, tally, bucket, TallySpec.spanOf(cap.per()));
        return closed ? 0 : Math.max(0, cap.limit() - Tallies.number(tallies, tally, bucket));
    }

    boolean mayCount(List<Compiled.Times> times) {
        for (int i = 0; i < times.size(); i++) {
            if (room(times.get(i).cap(), times.get(i).tally()) == 0) {
                return false;
            }
        }
        return true;
    }

    /** APPLIED, or why a rule whose condition holds has nothing to say to this fact. */
    Reason guard(FixedRule rule, Scoring scoring) {
        if (rule.fixed == null) {
            return Reason.APPLIED;
        }
        Trigger trigger = rule.fixed.trigger();
        if (trigger instanceof Trigger.OnOccasion) {
            return occasion(rule, scoring);
        }
        if (rule.remembersProducts()) {
            String product = ((Review) scoring.activity).product();
            return context.history().hasReviewed(rule.id, product) ? Reason.ALREADY_REVIEWED : Reason.APPLIED;
        }
        if (trigger instanceof Trigger.ToReferee to) {
            return referral(rule, to.qualification(), scoring);
        }
        if (trigger instanceof Trigger.ToReferrer to) {
            Reason reason = referral(rule, to.qualification(), scoring);
            return reason == Reason.APPLIED ? Reason.QUALIFIED : reason;
        }
        return Reason.APPLIED;
    }

    /** The day on which the occasion falls that a rule pays for this fact. */
    long occasionDay(FixedRule rule, Scoring scoring) {
        Trigger.OnOccasion on = (Trigger.OnOccasion) rule.fixed.trigger();
        int year = on.by() == Trigger.OnOccasion.By.REPORT
                ? ((OccasionReached) scoring.activity).day().getYear()
                : day().getYear();
        return Occasions.in(year, context.customer(), on.kind(), on.leapDay()).toEpochDay();
    }

    private boolean isOccasion(Trigger.OnOccasion on, Scoring scoring) {
        return switch (on.by()) {
            case REPORT ->
                Occasions.isOn(((OccasionReached) scoring.activity).day(), context.customer(), on.kind(), on.leapDay());
            case VISIT_ON_THE_DAY -> Occasions.isOn(day(), context.customer(), on.kind(), on.leapDay());
            case VISIT_IN_THE_MONTH -> Occasions.isInMonthOf(day(), context.customer(), on.kind(), on.leapDay());
        };
    }

    private Reason occasion(FixedRule rule, Scoring scoring) {
        if (!isOccasion((Trigger.OnOccasion) rule.fixed.trigger(), scoring)) {
            return Reason.NOT_THE_OCCASION;
        }
        long falls = occasionDay(rule, scoring);
        int minGap = ((Trigger.OnOccasion) rule.fixed.trigger()).minGapDays();
        int year = LocalDate.ofEpochDay(falls).getYear();
        long[] paid = Tallies.get(tallies, rule.occasion);
        for (int i = 0; i < paid.length; i += 2) {
            boolean sameYear = LocalDate.ofEpochDay(paid[i]).getYear() == year;
            if (paid[i + 1] > 0 && (sameYear || Math.abs(paid[i] - falls) < minGap)) {
                return Reason.OCCASION_PAID;
            }
        }
        return Reason.APPLIED;
    }

    private Reason referral(FixedRule rule, Qualification qualification, Scoring scoring) {
        EarningHistory history = context.history();
        Referral referral = history.referral().orElse(null);
        if (referral == null || scoring.visit.amountMinor() == 0) {
            return Reason.NOT_REFERRED;
        }
        LocalDate last = context.businessDay().dateOf(referral.at()).plusDays(qualification.windowDays());
        if (at.isBefore(referral.at()) || day().isAfter(last)) {
            return Reason.OUTSIDE_REFERRAL_WINDOW;
        }
        long settled = Tallies.total(tallies, rule.settled);
        boolean open = switch (qualification.purchase()) {
            case FIRST_QUALIFYING -> settled == 0;
            case FIRST_ONLY -> settled == 0 && history.purchases() <= history.purchasesBeforeReferral();
            case EVERY -> true;
        };
        if (!open) {
            return Reason.REFERRAL_SETTLED;
        }
        long qualified = Tallies.total(tallies, rule.referred) + 1;
        return qualification.purchase() != Qualification.Purchase.EVERY || qualified / qualification.n() > settled
                ? Reason.APPLIED
                : Reason.COUNTED;
    }

    /** How many facts complete a milestone. */
    static long needed(Milestone milestone) {
        if (milestone instanceof Milestone.EveryNth every) {
            return every.n();
        }
        return milestone instanceof Milestone.InARow row ? row.n() : ((Milestone.Within) milestone).n();
    }

    /** How far the milestone of a rule is with this fact: so many of those that are needed. */
    long progress(FixedRule rule) {
        Milestone milestone = rule.fixed.milestone();
        if (milestone instanceof Milestone.EveryNth every) {
            long paid = Math.multiplyExact(Tallies.total(tallies, rule.paid), (long) every.n());
            return Tallies.total(tallies, rule.count) + 1 - paid;
        }
        long[] counted = Tallies.get(tallies, rule.count);
        long[] paid = Tallies.get(tallies, rule.paid);
        if (milestone instanceof Milestone.InARow row) {
            boolean weeks = row.stretch() == Milestone.InARow.Stretch.WEEKS;
            long now = TallySpec.bucket(weeks ? TallySpec.Buckets.WEEK : TallySpec.Buckets.MONTH, epochDay(), 0);
            long length = Tally.get(paid, now) > 0 ? 0 : 1;
            while (length > 0
                    && length < row.n()
                    && Tally.get(counted, now - length) > 0
                    && Tally.get(paid, now - length) == 0) {
                length++;
            }
            return length;
        }
        BusinessDay business = context.businessDay();
        long now = at.getEpochSecond();
        long from = business.startOf(
                        day().minus(((Milestone.Within) milestone).period()).plusDays(1))
                .getEpochSecond();
        for (int i = 0; i < paid.length; i += 2) {
            from = paid[i + 1] > 0 && paid[i] <= now ? Math.max(from, paid[i] + 1) : from;
        }
        long facts = 1;
        for (int i = 0; i < counted.length; i += 2) {
            facts += counted[i] >= from && counted[i] <= now ? counted[i + 1] : 0;
        }
        return facts;
    }

    /** The points for a number that a fact carries. */
    long measure(Effect.Measured measured, Activity activity) {
        AttributeValue value = ((CustomActivity) activity).payload().get(measured.attribute());
        if (!(value instanceof AttributeValue.Number number) || number.value().isNegative()) {
            return 0;
        }
        long above = number.value().numerator();
        long below = number.value().denominator();
        long perAbove = measured.per().numerator();
        long perBelow = measured.per().denominator();
        if (measured.form() == RateForm.PROPORTIONAL) {
            return Exact.divide(above, perBelow, measured.points(), below, perAbove, 1, measured.mode());
        }
        long steps = Exact.divide(above, perBelow, 1, below, perAbove, 1, RoundingMode.FLOOR);
        return Exact.times(steps, measured.points(), "points");
    }
}
