package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Visit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Puts an award into words. What the award does not remember is found by going over the fact once more. */
final class Explainer {

    private final Award award;
    private final Compiled plan;
    private final Entries entries;
    private final Scoring scoring;
    /** For each rule the points that it gave, and the best of what the award remembers that it said; null if that is nothing. */
    private final long[] points;

    private final Reason[] said;
    /** The multipliers that chose something of some base, and those that had a say in its points. */
    private long candidates;

    private long winners;

    Explainer(Award award) {
        this.award = award;
        this.plan = award.compiled();
        this.entries = award.entries();
        this.scoring = Scoring.again(award);
        this.points = new long[plan.rules.size()];
        this.said = new Reason[points.length];
        for (int i = 0; i < entries.size(); i++) {
            int rule = plan.ruleOf(entries.slot(i));
            Reason reason = entries.reason(i);
            points[rule] += entries.points(i);
            said[rule] = said[rule] == null || reason.compareTo(said[rule]) < 0 ? reason : said[rule];
        }
        for (BaseRule base : plan.bases) {
            if (scoring.counted(base)) {
                candidates |= scoring.portions().candidates();
                winners |= scoring.portions().winners();
            }
        }
    }

    Explanation explanation() {
        List<Explanation.Verdict> verdicts = new ArrayList<>(points.length);
        for (int r = 0; r < plan.rules.size(); r++) {
            verdicts.add(verdict(r));
        }
        List<Explanation.Cut> cuts = new ArrayList<>();
        for (int i = 0; i < plan.limits.size(); i++) {
            Compiled.Limit limit = plan.limits.get(i);
            if (entries.cutBy(i) > 0) {
                String ruleId =
                        limit.rule() < 0 ? "" : plan.rules.get(limit.rule()).id();
                cuts.add(new Explanation.Cut(ruleId, limit.cap(), entries.cutBy(i)));
            }
        }
        return new Explanation(award.activity().id(), award.total(), verdicts, cuts);
    }

    private Explanation.Verdict verdict(int r) {
        EarningRule rule = plan.rules.get(r);
        Reason reason = said[r];
        String text = plan.effects[r];
        if (reason == null) {
            Requirement failing = plan.requirements[r].failing(scoring);
            reason = award.isVoid() ? Reason.VOID : unsaid(r, rule, failing);
            if (failing != null && reason == failing.condition().failure()) {
                text += ", needs " + failing.words();
            }
        } else if (reason == Reason.COUNTED) {
            text += ", " + progress(r);
        } else if (rule.effect() instanceof Effect.Spend) {
            text += amount(r);
        }
        return new Explanation.Verdict(rule.id(), reason, points[r], text);
    }

    private Reason unsaid(int r, EarningRule rule, Requirement failing) {
        Effect effect = rule.effect();
        boolean fixed = effect instanceof Effect.Fixed || effect instanceof Effect.Measured;
        boolean isAbout =
                fixed ? plan.fixed[plan.ordinals[r]].isAbout(award.activity()) : award.activity() instanceof Visit;
        if (!isAbout || award.isForReferrer()) {
            return Reason.OTHER_ACTIVITY;
        }
        if (effect instanceof Effect.Spend spend
                && !spend.per().currency().equals(((Visit) award.activity()).currency())) {
            return Reason.OTHER_CURRENCY;
        }
        if (failing != null) {
            return failing.condition().failure();
        }
        if (effect instanceof Effect.Multiply) {
            int m = plan.ordinals[r];
            if ((winners >>> m & 1) != 0) {
                return plan.multipliers[m].factor.compareTo(Ratio.ONE) > 0 ? Reason.BELOW_FIRST_POINT : Reason.APPLIED;
            }
            return (candidates >>> m & 1) != 0 ? Reason.OUTRANKED : Reason.NOTHING_TO_MULTIPLY;
        }
        if (fixed) {
            return Reason.BELOW_FIRST_POINT;
        }
        return take(r) ? Reason.BELOW_FIRST_POINT : Reason.NOTHING_COUNTS;
    }

    private boolean take(int r) {
        BaseRule base = plan.bases[plan.ordinals[r]];
        return scoring.portions().take(base);
    }

    private String progress(int r) {
        long value = entries.value(entries.find(plan.slotOfFixed(plan.ordinals[r])));
        Effect.Fixed fixed = (Effect.Fixed) plan.rules.get(r).effect();
        return fixed.milestone() instanceof Milestone.Each
                ? "counted"
                : Math.max(0, value) + " of " + Past.needed(fixed.milestone());
    }

    /** The amount on which points were given, and where a fraction was rounded, the fraction. */
    private String amount(int r) {
        if (!take(r)) {
            return "";
        }
        BaseRule base = plan.bases[plan.ordinals[r]];
        Portions portions = scoring.portions();
        BigInteger above = BigInteger.valueOf(portions.above());
        BigInteger below = BigInteger.valueOf(portions.below());
        BigInteger whole = above.divide(below);
        BigInteger rest = above.subtract(whole.multiply(below));
        String text = ", of " + Money.ofMinor(base.currency, whole.longValue());
        if (rest.signum() != 0) {
            text += " and " + fraction(rest, below);
        }
        if (base.form == RateForm.PROPORTIONAL) {
            BigInteger points = above.multiply(BigInteger.valueOf(base.points));
            BigInteger per = below.multiply(BigInteger.valueOf(base.per));
            text += ", " + mixed(points, per) + " rounded " + new Rounding(base.mode, base.scope);
        }
        return text;
    }

    private static String mixed(BigInteger above, BigInteger below) {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() == 0 ? parts[0].toString() : parts[0] + " " + fraction(parts[1], below);
    }

    private static String fraction(BigInteger above, BigInteger below) {
        BigInteger common = above.gcd(below);
        return above.divide(common) + "/" + below.divide(common);
    }
}
