package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.util.stream.IntStream;

/**
 * What one base gives in a visit where nothing can overflow: amounts, points and the product of all factors are small numbers, the
 * visit is not split, and points are rounded once, for the whole of it.
 *
 * <p>Only the sum over all classes of lines is followed, over the product of the divisors so far. A multiplier of all multiplies
 * it by its numerator. One of some classes multiplies it by its divisor, and adds its surplus over these. Both are one and the same
 * step with other numbers: which multipliers hold differs from visit to visit, so a branch on what they are would be guessed wrong
 * every other time, and a wrong guess costs as much as five steps (measured: 22 ns and 4 ns).
 */
final class SmallBase {

    /** Two numbers up to here, and sums of products with them, do not overflow. */
    static final long SMALL = Integer.MAX_VALUE;

    /** The numbers of a step, from so many times the number of its multiplier on. */
    private static final int STEP = 8;

    /** By what the sum is multiplied. */
    private static final int FACTOR = 0;
    /** Where what it chooses stands among the choices, and how often more that counts; 0 for a multiplier of all. */
    private static final int CHOICE = 1;

    private static final int SURPLUS = 2;
    /** By what the scale of later choices is multiplied. */
    private static final int SCALE = 3;
    /** By what all is divided. */
    private static final int DIVISOR = 4;
    /** How entries of its points are kept. */
    private static final int KEY = 5;

    /** What there is to choose where all multipliers are of all. */
    private static final long[] NO_CHOICE = {0};

    private final Compiled plan;
    private final BaseRule base;
    private final long key;
    /** The classes that may count, as bits; all if each line is a class of its own, and these are null. */
    private final long mine;

    private final int[] own;
    /** Whether all classes that are there count of those that may. */
    private final boolean countsAll;

    /** The multipliers that may hit, as bits, and those of them that may hit a part of the classes. */
    private final long relevant;

    private final long partial;
    /** Whether all hit all or nothing, so that there is but one amount. */
    private final boolean asOne;
    /** The multipliers that choose classes: none if all is one, all if they compete, else the partial ones. */
    private final long choosing;
    /** Whether each of these chooses one class, and no other the same: then the amounts of the classes are the choices. */
    private final boolean isDirect;

    private final long[] steps;

    /** Amounts, and divisors of amounts, up to here are small numbers. */
    private final long smallAmount;

    private final long smallBelow;

    private SmallBase(Compiled plan, int b) {
        this.plan = plan;
        this.base = plan.bases[b];
        this.key = Entries.key(plan.slotOfBase(b));
        boolean few = plan.lineClasses.areFew();
        boolean isVisit = base.kind == BaseRule.Kind.VISIT;
        mine = isVisit || !few
                ? -1L
                : base.gate.classes & plan.lineClasses.answer(plan.firstKindQuestion + base.lineBase);
        own = few ? plan.lineClasses.few(mine) : null;
        countsAll = few && base.gate.isSimple();
        long may = 0;
        long some = 0;
        for (int m = 0; m < plan.multipliers.length; m++) {
            Gate gate = plan.multipliers[m].gate;
            boolean isFixed = !gate.readsLines || few && gate.isSimple();
            boolean isRelevant = isVisit ? !gate.readsLines : !isFixed || (gate.classes & mine) != 0;
            may |= isRelevant ? 1L << m : 0;
            some |= isRelevant && (!isFixed || (mine & ~gate.classes) != 0) ? 1L << m : 0;
        }
        relevant = may;
        partial = some;
        asOne = isVisit || base.form == RateForm.STEP || partial == 0;
        choosing = asOne ? 0 : plan.stacking == Stacking.MULTIPLY ? partial : relevant;
        isDirect = asOne || few && plan.stacking == Stacking.MULTIPLY && isOneEach();
        steps = new long[STEP * plan.multipliers.length];
        for (int m = 0; m < plan.multipliers.length; m++) {
            MultiplierRule multiplier = plan.multipliers[m];
            boolean chooses = (choosing >>> m & 1) != 0;
            int at = STEP * m;
            steps[at + FACTOR] = chooses ? multiplier.below : multiplier.above;
            steps[at + CHOICE] =
                    !chooses ? 0 : isDirect ? Long.numberOfTrailingZeros(multiplier.gate.classes & mine) : m;
            steps[at + SURPLUS] = chooses ? multiplier.above - multiplier.below : 0;
            // Choices that are no plain amounts hold the divisors of other choices themselves.
            steps[at + SCALE] = chooses && !isDirect ? 1 : steps[at + FACTOR];
            steps[at + DIVISOR] = multiplier.below;
            steps[at + KEY] = Entries.key(plan.slotOfMultiplier(b, m));
        }
        smallAmount = SMALL / base.points / plan.gain;
        smallBelow = SMALL / base.per;
    }

    private boolean isOneEach() {
        long seen = 0;
        for (long bits = choosing; bits != 0; bits &= bits - 1) {
            Gate gate = plan.multipliers[Long.numberOfTrailingZeros(bits)].gate;
            long hits = gate.classes & mine;
            if (!gate.isSimple() || Long.bitCount(hits) != 1 || (seen & hits) != 0) {
                return false;
            }
            seen |= hits;
        }
        return true;
    }

    /** For each base of a plan how to score it in small numbers; null where it never is. */
    static SmallBase[] of(Compiled plan) {
        boolean isSimple = plan.stacking != Stacking.ADD && plan.widest <= SMALL;
        return IntStream.range(0, plan.bases.length)
                .mapToObj(b -> isSimple && plan.bases[b].isSimple ? new SmallBase(plan, b) : null)
                .toArray(SmallBase[]::new);
    }

    /** So many entries it makes at most where some multipliers hold. */
    int most(long matched) {
        return 1 + Long.bitCount(matched & relevant);
    }

    /** Scores the base; false if the numbers are not small, and nothing is done. */
    boolean score(Scoring scoring) {
        if (!base.isIn(scoring.visit.currency()) || !base.gate.isOpen(scoring)) {
            return true;
        }
        long having = scoring.selectWhole() & relevant;
        if (base.kind == BaseRule.Kind.VISIT) {
            if (smallAmount > 0) {
                split(scoring, winners(having), base.gate.holds(scoring) ? 1 : 0, base.per, NO_CHOICE);
            }
            return smallAmount > 0;
        }
        Basket basket = scoring.basket;
        long below = basket.amounts(base.lineBase).below();
        if (below > smallBelow || base.form == RateForm.STEP && (having & partial) != 0) {
            return false;
        }
        below *= base.per;
        long[] amounts = basket.sums(base.lineBase);
        if (!countsAll) {
            amounts = counting(amounts, base.gate.lines(scoring, 0) & basket.counting(base.lineBase, 0));
        }
        long sum = 0;
        long widest = 0;
        int size = own == null ? amounts.length : own.length;
        for (int k = 0; k < size; k++) {
            long amount = amounts[own == null ? k : own[k]];
            sum += amount;
            widest |= amount;
        }
        // An amount that is not small makes a sum that may mean nothing.
        if (widest > SMALL || sum > smallAmount) {
            return false;
        }
        if (base.form == RateForm.STEP) {
            sum /= below;
            below = 1;
        }
        if (asOne) {
            split(scoring, winners(having), sum, below, NO_CHOICE);
        } else {
            split(scoring, having, sum, below, isDirect ? amounts : choices(scoring, having, amounts));
        }
        return true;
    }

    /** The amounts of the classes that count, and 0 for the others. */
    private static long[] counting(long[] amounts, long classes) {
        long[] counting = new long[amounts.length];
        for (int c = 0; c < counting.length; c++) {
            counting[c] = amounts[c] & -(classes >>> c & 1);
        }
        return counting;
    }

    /** Those of some multipliers that all hit the same to which the others leave a say. */
    private long winners(long having) {
        long winners = having;
        for (long bits = plan.stacking == Stacking.MULTIPLY ? 0 : having; bits != 0; bits &= bits - 1) {
            int m = Long.numberOfTrailingZeros(bits);
            winners &= (having & plan.outranking[m]) == 0 ? -1L : ~(1L << m);
        }
        return winners;
    }

    /** The points of the base, then what each multiplier adds; those with a factor below 1 lower the base's own. */
    private void split(Scoring scoring, long having, long amount, long per, long[] choices) {
        Entries entries = scoring.entries;
        long[] said = entries.reserve(most(having));
        long below = per;
        long sum = amount * base.points;
        // As what a choice stands in the sum before its multiplier.
        long scale = base.points;
        for (long bits = having & plan.reducers; bits != 0; bits &= bits - 1) {
            int at = STEP * Long.numberOfTrailingZeros(bits);
            sum = sum * steps[at + FACTOR] + choices[(int) steps[at + CHOICE]] * steps[at + SURPLUS] * scale;
            scale *= steps[at + SCALE];
            below *= steps[at + DIVISOR];
        }
        long points = divide(sum, below);
        int size = Entries.put(said, entries.size(), key, points);
        for (long bits = having & ~plan.reducers; bits != 0; bits &= bits - 1) {
            int at = STEP * Long.numberOfTrailingZeros(bits);
            sum = sum * steps[at + FACTOR] + choices[(int) steps[at + CHOICE]] * steps[at + SURPLUS] * scale;
            scale *= steps[at + SCALE];
            below *= steps[at + DIVISOR];
            long more = divide(sum, below);
            size = Entries.put(said, size, steps[at + KEY], more - points);
            points = more;
        }
        entries.extend(size, points);
    }

    private long divide(long sum, long below) {
        return base.isFloored ? sum / below : Rounding.divide(sum, below, base.mode);
    }

    /** What each multiplier that chooses is about: what its classes stand for in the sum, but for the scale. */
    private long[] choices(Scoring scoring, long having, long[] amounts) {
        long[] choices = new long[plan.multipliers.length];
        long[] standing = amounts.clone();
        long some = having & choosing;
        for (long bits = some & plan.reducers; bits != 0; bits &= bits - 1) {
            choose(scoring, having, Long.numberOfTrailingZeros(bits), choices, standing);
        }
        for (long bits = some & ~plan.reducers; bits != 0; bits &= bits - 1) {
            choose(scoring, having, Long.numberOfTrailingZeros(bits), choices, standing);
        }
        return choices;
    }

    private void choose(Scoring scoring, long having, int m, long[] choices, long[] standing) {
        long hit = plan.multipliers[m].gate.choice(scoring, 0) & mine;
        for (long bits = having & plan.outranking[m]; bits != 0; bits &= bits - 1) {
            hit &= ~plan.multipliers[Long.numberOfTrailingZeros(bits)].gate.choice(scoring, 0);
        }
        for (int c = 0; c < standing.length; c++) {
            long hits = -(hit >>> c & 1);
            choices[m] += standing[c] & hits;
            standing[c] *= steps[STEP * m + FACTOR] + (steps[STEP * m + SURPLUS] & hits);
        }
    }
}
