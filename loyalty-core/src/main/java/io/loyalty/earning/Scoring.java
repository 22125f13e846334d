package io.loyalty.earning;

import io.loyalty.visit.Activity;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * One fact on its way through a plan: the answers to all questions, and the entries of the award as they come up.
 *
 * <p>Either all of it is new, and what rules ask of the past is answered by a history; or it goes over a fact that has its award
 * (a visit of which something came back), and that award answers: what was paid stays payable, the room under each cap is what
 * the award took of it.
 */
final class Scoring {

    final Compiled plan;
    final Activity activity;
    /** The fact if it is a visit; otherwise null. */
    final Visit visit;

    final Basket basket;
    /** The award that answers for the past; null if this is new. */
    final Award original;
    /** Answers about the fact, then about sums of lines; the same again for each portion of a visit that is split. */
    final long[] facts;

    final Shares shares;
    /** The word at which the answers in use begin. */
    int from;
    /** The multipliers whose condition holds for the whole, and for each portion of a visit that is split. */
    private long matched;

    private final long[] matchedByShare;
    /** Null until it is needed. */
    private Portions portions;

    final Entries entries;

    private Scoring(Compiled plan, Activity activity, Basket basket, long[] facts, Shares shares, Award original) {
        this.plan = plan;
        this.activity = activity;
        this.visit = activity instanceof Visit some ? some : null;
        this.basket = basket;
        this.original = original;
        this.facts = facts;
        this.shares = shares;
        this.entries = new Entries();
        this.matchedByShare = shares.isWhole() ? null : new long[shares.size()];
        if (visit != null && plan.sums.length > 0) {
            for (int set = 0; set < shares.sets(); set++) {
                select(set);
                askSums();
            }
            select(0);
        }
    }

    private void askSums() {
        for (int i = 0; i < plan.sums.length; i++) {
            int index = plan.factAtoms.size() + i;
            facts[from + (index >> 6)] |= plan.sums[i].holds(this) ? 1L << index : 0;
        }
    }

    /** Turns to the answers of the whole (0) or of a portion. */
    private void select(int set) {
        from = set * plan.answerWords;
    }

    /** Turns to the answers of a share, which for a visit that is not split is the whole; gives the multipliers that hold. */
    long selectShare(int share) {
        if (shares.isWhole()) {
            return matched;
        }
        select(share + 1);
        return matchedByShare[share];
    }

    /** Turns to the answers of the whole; gives the multipliers that hold. */
    long selectWhole() {
        select(0);
        return matched;
    }

    /** What a fact earns. */
    static Award award(EarningPlan plan, Activity activity, EarningContext context) {
        Compiled compiled = plan.compiled();
        long day = compiled.days.of(context.businessDay()).epochDayOf(activity.at());
        Past past = new Past(compiled, context, day, activity.at());
        long[] facts = compiled.factAtoms.ask(activity, context, compiled.days, day, compiled.answerWords);
        Basket basket = Basket.of(compiled, activity);
        return award(plan, activity, context, basket, past, facts, Shares.WHOLE);
    }

    /** What a visit earns whose portions are in different tiers. */
    static Award award(EarningPlan plan, Visit visit, EarningContext context, List<TierPortion> portions) {
        Compiled compiled = plan.compiled();
        long day = compiled.days.of(context.businessDay()).epochDayOf(visit.at());
        Shares shares = Shares.of(portions);
        long[] whole = compiled.factAtoms.ask(visit, context, compiled.days, day, compiled.answerWords);
        long[] facts = Arrays.copyOf(whole, whole.length * shares.sets());
        int set = 0;
        for (TierPortion portion : portions) {
            if (portion.amount() > 0) {
                set++;
                EarningContext inTier = context.withTier(portion.tier());
                long[] part = compiled.factAtoms.ask(visit, inTier, compiled.days, day, compiled.answerWords);
                System.arraycopy(part, 0, facts, set * whole.length, whole.length);
            }
        }
        Past past = new Past(compiled, context, day, visit.at());
        return award(plan, visit, context, Basket.of(compiled, visit), past, facts, shares);
    }

    private static Award award(
            EarningPlan plan,
            Activity activity,
            EarningContext context,
            Basket basket,
            Past past,
            long[] facts,
            Shares shares) {
        Scoring scoring = new Scoring(plan.compiled(), activity, basket, facts, shares, null);
        scoring.run(past);
        return scoring.award(plan, context.tier(), past.epochDay(), false);
    }

    /** What a fact is still worth that has its award. */
    static Award remaining(Award award, long[] left, long paidWithPoints) {
        Basket basket = new Basket(award.compiled(), award.activity(), left, paidWithPoints);
        Scoring scoring =
                new Scoring(award.compiled(), award.activity(), basket, award.factAnswers(), award.shares(), award);
        scoring.run(null);
        return scoring.award(award.plan(), award.tier(), award.day(), false).inPartsOf(award);
    }

    /** What a referrer earns by a purchase of the referee. */
    static Award forReferrer(Award referee, EarningContext context) {
        Compiled compiled = referee.plan().compiled();
        Activity activity = referee.activity();
        long day = compiled.days.of(context.businessDay()).epochDayOf(activity.at());
        Basket basket = new Basket(compiled, activity, null, 0);
        Scoring scoring = new Scoring(compiled, activity, basket, referee.factAnswers(), referee.shares(), null);
        Past past = new Past(compiled, context, day, activity.at());
        for (int f = 0; f < compiled.fixed.length; f++) {
            int slot = compiled.slotOfFixed(f);
            if (referee.entries().has(slot, Reason.QUALIFIED)) {
                scoring.pay(compiled.fixed[f], slot, past);
            }
        }
        Limits.apply(scoring, past);
        return scoring.award(referee.plan(), context.tier(), past.epochDay(), true);
    }

    /** The same fact once more, for what an award does not remember. */
    static Scoring again(Award award) {
        Basket basket = new Basket(award.compiled(), award.activity(), award.left(), award.paidWithPoints());
        Scoring scoring =
                new Scoring(award.compiled(), award.activity(), basket, award.factAnswers(), award.shares(), award);
        if (scoring.visit != null) {
            scoring.matchMultipliers(scoring.plan.gateTables[0].holding(scoring, scoring.plan.allMultipliers), null);
        }
        return scoring;
    }

    private Award award(EarningPlan of, String tier, long day, boolean forReferrer) {
        Remainder rest = original == null ? null : new Remainder(basket.left, basket.paidWithPoints, entries, null);
        return new Award(of, activity, tier, day, forReferrer, facts, shares, entries, rest);
    }

    private void run(Past past) {
        long first = plan.gateTables[0].holding(this, visit != null ? -1L : ~plan.allMultipliers);
        if (visit != null) {
            matchMultipliers(first & plan.allMultipliers, past);
            first &= ~plan.allMultipliers;
            entries.reserve(1 + plan.most(matched) + Long.bitCount(first));
            scoreBases(past);
        }
        boolean asNew = visit != null && original == null;
        for (int i = 0; i < plan.gateTables.length; i++) {
            long holding = i == 0 ? first : plan.gateTables[i].holding(this, -1L);
            for (long bits = asNew ? scorePlain(holding, i) : holding; bits != 0; bits &= bits - 1) {
                scoreFixed(Gates.MOST * i + Long.numberOfTrailingZeros(bits) - plan.multipliers.length, past);
            }
        }
        if (!plan.limits.isEmpty()) {
            Limits.apply(this, past);
        }
        if (original != null) {
            Limits.holdToOriginal(this);
        }
    }

    private void scoreBases(Past past) {
        boolean maybeSmall = shares.isWhole() && basket.chunks == 1;
        for (int b = 0; b < plan.bases.length; b++) {
            BaseRule base = plan.bases[b];
            SmallBase small = plan.smallBases[b];
            boolean isDone = maybeSmall && small != null && small.score(this);
            if (!isDone && take(base)) {
                if (mayCount(base.rule, base.times, past)) {
                    scoreBase(b, base);
                } else {
                    entries.add(plan.slotOfBase(b), Reason.LIMIT_REACHED, 0);
                }
            }
        }
    }

    private boolean take(BaseRule base) {
        return base.isIn(visit.currency()) && portions().take(base);
    }

    /** Goes over a base that has had its say: false if it counted nothing. */
    boolean counted(BaseRule base) {
        return visit != null && take(base) && mayCount(base.rule, base.times, null);
    }

    private void matchMultipliers(long holding, Past past) {
        matched = holding;
        long some = matched;
        for (int share = 0; !shares.isWhole() && share < shares.size(); share++) {
            select(share + 1);
            matchedByShare[share] = plan.gateTables[0].holding(this, plan.allMultipliers);
            some |= matchedByShare[share];
        }
        select(0);
        for (long bits = some & plan.timed; bits != 0; bits &= bits - 1) {
            int m = Long.numberOfTrailingZeros(bits);
            MultiplierRule multiplier = plan.multipliers[m];
            if (!mayCount(multiplier.rule, multiplier.times, past)) {
                entries.add(plan.slotOfMultiplier(0, m), Reason.LIMIT_REACHED, 0);
                matched &= ~(1L << m);
                for (int share = 0; !shares.isWhole() && share < shares.size(); share++) {
                    matchedByShare[share] &= ~(1L << m);
                }
            }
        }
    }

    /**
     * The points of a base, then what each multiplier adds to those before it. The ones below 1 come first and lower the base's
     * own points, so that nothing is ever below 0, and each number is a difference of two rounded ones, so that all add up to the
     * one rounding of the whole.
     */
    private void scoreBase(int b, BaseRule base) {
        long having = portions.winners();
        RoundingMode mode = base.mode;
        if (mode == RoundingMode.UNNECESSARY) {
            portions.include(having);
            portions.points(mode);
            portions.restart();
            mode = RoundingMode.FLOOR;
        }
        portions.include(having & plan.reducers);
        long points = portions.points(mode);
        if (points > 0) {
            entries.add(plan.slotOfBase(b), Reason.APPLIED, points);
        }
        for (long bits = having & ~plan.reducers; bits != 0; bits &= bits - 1) {
            portions.include(Long.lowestOneBit(bits));
            long more = portions.points(mode);
            if (more > points) {
                int slot = plan.slotOfMultiplier(b, Long.numberOfTrailingZeros(bits));
                entries.add(slot, Reason.APPLIED, more - points);
                points = more;
            }
        }
    }

    /** Scores the rules that give each visit the same, be it nothing since they do not hold; gives the others that hold. */
    private long scorePlain(long holding, int table) {
        long[] said = entries.reserve(1 + Long.bitCount(holding));
        int size = entries.size();
        long sum = 0;
        long others = holding;
        int first = plan.multipliers.length;
        for (int f : plan.plainFixed[table]) {
            long points = plan.pointsOfFixed[f] & -(holding >>> first + f & 1);
            size = Entries.put(said, size, plan.keysOfFixed[f], points);
            sum += points;
            others &= ~(1L << first + f);
        }
        entries.extend(size, sum);
        return others;
    }

    /** Scores a rule whose condition holds. */
    private void scoreFixed(int f, Past past) {
        FixedRule rule = plan.fixed[f];
        int slot = plan.slotOfFixed(f);
        if (!rule.isAbout(activity)) {
            return;
        }
        if (original != null) {
            keep(rule, slot);
            return;
        }
        Reason reason = rule.isGuarded() ? past.guard(rule, this) : Reason.APPLIED;
        if (reason == Reason.APPLIED) {
            pay(rule, slot, past);
        } else {
            entries.add(slot, reason, 0);
        }
    }

    private void pay(FixedRule rule, int slot, Past past) {
        if (!past.mayCount(rule.times)) {
            entries.add(slot, Reason.LIMIT_REACHED, 0);
            return;
        }
        if (rule.hasMilestone()) {
            long progress = past.progress(rule);
            if (progress < Past.needed(rule.fixed.milestone())) {
                entries.add(slot, Reason.COUNTED, progress);
                return;
            }
        }
        if (rule.measured != null) {
            long points = past.measure(rule.measured, activity);
            if (points > 0) {
                entries.add(slot, Reason.APPLIED, points);
            }
        } else {
            if (rule.occasion >= 0) {
                entries.noteOccasion(slot, past.occasionDay(rule, this));
            }
            entries.add(slot, Reason.APPLIED, rule.fixed.points());
        }
    }

    /** A rule still holds that had its say before: it says the same again. */
    private void keep(FixedRule rule, int slot) {
        Entries said = original.entries();
        int entry = said.find(slot);
        if (entry < 0) {
            if (!rule.dependsOnThePast()) {
                entries.add(slot, Reason.APPLIED, rule.fixed.points());
            }
            return;
        }
        Reason reason = said.reason(entry);
        if (Entries.isPaid(reason) || reason == Reason.CAP_REACHED) {
            if (rule.occasion >= 0) {
                entries.noteOccasion(slot, said.occasionDay(plan, rule.rule));
            }
            entries.add(slot, Reason.APPLIED, rule.fixed.points());
        } else {
            entries.add(slot, reason, said.value(entry));
        }
    }

    private boolean mayCount(int rule, List<Compiled.Times> times, Past past) {
        if (times.isEmpty()) {
            return true;
        }
        return past == null ? !original.entries().has(plan, rule, Reason.LIMIT_REACHED) : past.mayCount(times);
    }

    Portions portions() {
        if (portions == null) {
            portions = new Portions(this);
        }
        return portions;
    }
}
