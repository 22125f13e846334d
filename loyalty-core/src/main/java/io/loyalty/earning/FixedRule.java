package io.loyalty.earning;

import io.loyalty.visit.Activity;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Review;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Visit;
import java.util.List;

/** A compiled rule whose points no multiplier multiplies. */
final class FixedRule {

    final int rule;
    final Gate gate;
    final String id;
    /** For measured points: the effect; otherwise null. */
    final Effect.Measured measured;
    /** For fixed points: the effect; otherwise null. */
    final Effect.Fixed fixed;

    final List<Compiled.Times> times;
    /** The numbers of the rule's tallies, or -1. */
    final int count;

    final int paid;
    final int referred;
    final int settled;
    final int occasion;
    /** The facts that it is about. */
    private final Class<? extends Activity> subject;

    private final boolean remembersProducts;

    FixedRule(int rule, Gate gate, EarningRule source, List<Compiled.Times> times, Compiled plan) {
        this.rule = rule;
        this.gate = gate;
        this.id = source.id();
        this.times = times;
        this.measured = source.effect() instanceof Effect.Measured effect ? effect : null;
        this.fixed = source.effect() instanceof Effect.Fixed effect ? effect : null;
        Milestone milestone = fixed == null ? Milestone.Each.INSTANCE : fixed.milestone();
        TallySpec.Side side = Compiled.sideOf(source);
        count = tally(plan, milestone, side, Compiled.countKey(id), TallySpec.Kind.COUNT);
        paid = tally(plan, milestone, side, "PAID " + id, TallySpec.Kind.REACHED);
        Trigger trigger = fixed == null ? null : fixed.trigger();
        boolean referral = trigger instanceof Trigger.ToReferrer || trigger instanceof Trigger.ToReferee;
        referred = referral ? tally(plan, "REFERRED " + id, TallySpec.Kind.REFERRED) : -1;
        settled = referral ? tally(plan, "SETTLED " + id, TallySpec.Kind.SETTLED) : -1;
        subject = subjectOf(trigger);
        remembersProducts =
                trigger instanceof Trigger.OnReview on && on.repeat() == Trigger.OnReview.Repeat.ONCE_PER_PRODUCT;
        occasion = trigger instanceof Trigger.OnOccasion
                ? plan.tally(new TallySpec(
                        "OCCASION " + id,
                        TallySpec.Kind.PAYMENT,
                        TallySpec.Side.OWN,
                        rule,
                        "",
                        TallySpec.Buckets.OCCASION,
                        Cap.Room.NET,
                        TallySpec.FOR_EVER,
                        4))
                : -1;
    }

    /** Whether it gives every visit for which its condition holds the same points, and these are a small number. */
    boolean isPlain() {
        return subject == Visit.class
                && fixed.points() <= SmallBase.SMALL
                && times.isEmpty()
                && !hasMilestone()
                && !isGuarded();
    }

    /** Whether facts that it is about must pass {@link Past#guard}. */
    boolean isGuarded() {
        return occasion >= 0 || settled >= 0 || remembersProducts;
    }

    private int tally(Compiled plan, String key, TallySpec.Kind kind) {
        return plan.tally(new TallySpec(
                key, kind, TallySpec.Side.OWN, rule, "", TallySpec.Buckets.ONE, Cap.Room.NET, TallySpec.FOR_EVER, 1));
    }

    private int tally(Compiled plan, Milestone milestone, TallySpec.Side side, String key, TallySpec.Kind kind) {
        if (milestone instanceof Milestone.Each) {
            return -1;
        }
        TallySpec.Buckets buckets = TallySpec.Buckets.ONE;
        long span = TallySpec.FOR_EVER;
        int most = 1;
        if (milestone instanceof Milestone.InARow row) {
            boolean weeks = row.stretch() == Milestone.InARow.Stretch.WEEKS;
            buckets = weeks ? TallySpec.Buckets.WEEK : TallySpec.Buckets.MONTH;
            // A few more than the row is long, for facts that come late.
            span = row.n() + 4L;
            most = Integer.MAX_VALUE;
        } else if (milestone instanceof Milestone.Within within) {
            buckets = TallySpec.Buckets.SECOND;
            // Those of the milestone paid last and those since, in case it is made void.
            most = 2 * within.n() + 8;
        }
        return plan.tally(new TallySpec(key, kind, side, rule, "", buckets, Cap.Room.NET, span, most));
    }

    boolean hasMilestone() {
        return count >= 0;
    }

    /** Whether what it gives may depend on the customer's past beyond what conditions ask. */
    boolean dependsOnThePast() {
        return hasMilestone() || settled >= 0 || occasion >= 0 || !times.isEmpty();
    }

    /** Whether it pays each product's first review only. */
    boolean remembersProducts() {
        return remembersProducts;
    }

    private static Class<? extends Activity> subjectOf(Trigger trigger) {
        if (trigger == null || trigger instanceof Trigger.OnCustom) {
            return CustomActivity.class;
        }
        if (trigger instanceof Trigger.OnSignUp) {
            return SignUp.class;
        }
        if (trigger instanceof Trigger.OnReview) {
            return Review.class;
        }
        if (trigger instanceof Trigger.OnReferralMade) {
            return ReferralMade.class;
        }
        return trigger instanceof Trigger.OnOccasion on && on.by() == Trigger.OnOccasion.By.REPORT
                ? OccasionReached.class
                : Visit.class;
    }

    boolean isAbout(Activity activity) {
        if (activity.getClass() != subject || subject == Visit.class) {
            return activity.getClass() == subject;
        }
        if (activity instanceof CustomActivity custom) {
            return custom.type()
                    .equals(measured != null ? measured.type() : ((Trigger.OnCustom) fixed.trigger()).type());
        }
        return !(activity instanceof OccasionReached reached)
                || reached.kind().equals(((Trigger.OnOccasion) fixed.trigger()).kind());
    }
}
