package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one base gives in a visit where nothing can overflow: amounts, points and the product of all factors are small numbers, the
 * visit is not split, and points are rounded once, for the whole of it.
 *
 * <p>All multipliers that may hit the base are gone through, whether they hold or not: one that does not multiplies by 1. Which hold
 * differs from visit to visit, so a branch on it would be guessed wrong every other time, and one wrong guess costs as much as
 * three of these steps (measured: 22 ns and 7 ns).
 *
 * <p>Only the sum over all classes of lines is followed. A multiplier of all multiplies it; one of some classes adds its surplus
 * over these. So that all numbers are whole, a multiplier that does not hit multiplies by its divisor, too, and all is over the
 * divisors so far.
 */
final class SmallBase {

    /** Two numbers up to here, and sums of products with them, do not overflow. */
    static final long SMALL = Integer.MAX_VALUE;

    /** Of lines that are each a class of its own: their classes. */
    private static final int[] EACH_LINE = IntStream.range(0, Long.SIZE).toArray();

    private static final long[] NO_LINES = {};

    private final Compiled plan;
    private final BaseRule base;
    /** The classes that may count; null if each line is a class of its own. */
    private final int[] own;

    /** The multipliers that may hit, those with a factor below 1 first. */
    private final Step[] steps;

    private final int reducers;
    /** For the base, after those that reduce, and for each multiplier after it: where its points are kept. */
    private final int[] slots;

    private final long relevant;
    /** The multipliers that may hit a part of the classes. */
    private final long partial;
    /** Whether two of the multipliers that hit a part may hit the same class. */
    private final boolean overlaps;

    /** Amounts, and divisors of amounts, up to here are small numbers. */
    private final long smallAmount;

    private final long smallBelow;

    /**
     * A multiplier that may hit the base.
     *
     * @param number its number
     * @param above the numerator of its factor
     * @param below the denominator of its factor
     * @param classes the classes that it may hit; null if it hits all or none; empty if each line is a class of its own
     * @param outranking the multipliers that, where they hit, leave it no say
     * @param isPlain whether it hits all of these classes if it holds
     * @param rest for each of these classes, the divisors of those before it that hit only others
     */
    private record Step(
            int number, long above, long below, long outranking, boolean isPlain, int[] classes, long[] rest) {

        /** A numerator by which to multiply: the divisor itself where bits do not say that it hits. */
        long factor(long hits) {
            return below + (above - below & hits);
        }
    }

    private SmallBase(Compiled plan, int b) {
        this.plan = plan;
        this.base = plan.bases[b];
        boolean few = plan.lineClasses.areFew();
        boolean isVisit = base.kind == BaseRule.Kind.VISIT;
        long mine = isVisit || !few
                ? -1L
                : base.gate.classes & plan.lineClasses.answer(plan.firstKindQuestion + base.lineBase);
        own = few ? bits(mine, plan.lineClasses.few()) : null;
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
        boolean asOne = isVisit || base.form == RateForm.STEP || partial == 0;
        List<Integer> order = new ArrayList<>();
        bitsOf(relevant & plan.reducers).forEach(order::add);
        reducers = order.size();
        bitsOf(relevant & ~plan.reducers).forEach(order::add);
        steps = new Step[order.size()];
        slots = new int[1 + steps.length - reducers];
        slots[0] = plan.slotOfBase(b);
        long[] rest = new long[Long.SIZE];
        Arrays.fill(rest, 1);
        long seen = 0;
        boolean twice = false;
        for (int i = 0; i < steps.length; i++) {
            int m = order.get(i);
            MultiplierRule multiplier = plan.multipliers[m];
            int[] classes = null;
            long[] rests = null;
            if (!asOne && ((partial >>> m & 1) != 0 || plan.stacking != Stacking.MULTIPLY)) {
                long hits = few ? multiplier.gate.classes & mine & (-1L >>> Long.SIZE - plan.lineClasses.few()) : -1L;
                twice |= (seen & hits) != 0;
                seen |= hits;
                classes = few ? bits(hits, plan.lineClasses.few()) : EACH_LINE;
                rests = new long[classes.length];
                for (int k = 0; k < classes.length; k++) {
                    rests[k] = rest[classes[k]];
                }
                for (int c = 0; c < rest.length; c++) {
                    rest[c] *= (hits >>> c & 1) != 0 ? 1 : multiplier.below;
                }
            }
            steps[i] = new Step(
                    m,
                    multiplier.above,
                    multiplier.below,
                    plan.outranking[m],
                    few && multiplier.gate.isSimple() && plan.outranking[m] == 0,
                    classes,
                    rests);
            if (i >= reducers) {
                slots[1 + i - reducers] = plan.slotOfMultiplier(b, m);
            }
        }
        overlaps = twice;
        smallAmount = SMALL / base.points / plan.gain;
        smallBelow = SMALL / base.per;
    }

    private static IntStream bitsOf(long bits) {
        return IntStream.range(0, Long.SIZE).filter(i -> (bits >>> i & 1) != 0);
    }

    private static int[] bits(long bits, int size) {
        return bitsOf(bits).filter(i -> i < size).toArray();
    }

    /** For each base of a plan how to score it in small numbers; null where it never is. */
    static SmallBase[] of(Compiled plan) {
        boolean isSimple = plan.stacking != Stacking.ADD && plan.widest <= SMALL;
        return IntStream.range(0, plan.bases.length)
                .mapToObj(b -> isSimple && plan.bases[b].isSimple ? new SmallBase(plan, b) : null)
                .toArray(SmallBase[]::new);
    }

    /** Scores the base; false if the numbers are not small, and nothing is done. */
    boolean score(Scoring scoring) {
        if (!base.isIn(scoring.visit.currency()) || !base.gate.isOpen(scoring)) {
            return true;
        }
        long having = scoring.selectWhole() & relevant;
        long below = base.per;
        long sum;
        long[] amounts = NO_LINES;
        long counting = 0;
        if (base.kind == BaseRule.Kind.VISIT) {
            sum = base.gate.holds(scoring) ? 1 : 0;
        } else {
            Basket basket = scoring.basket;
            long belowAmounts = basket.amounts(base.lineBase).below();
            if (belowAmounts > smallBelow || base.form == RateForm.STEP && (having & partial) != 0) {
                return false;
            }
            below *= belowAmounts;
            amounts = basket.sums(base.lineBase);
            counting = base.gate.lines(scoring, 0) & basket.counting(base.lineBase, 0);
            int[] classes = own == null ? EACH_LINE : own;
            int size = own == null ? amounts.length : own.length;
            sum = 0;
            long widest = 0;
            for (int k = 0; k < size; k++) {
                long amount = amounts[classes[k]] & -(counting >>> classes[k] & 1);
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
            amounts = overlaps ? amounts.clone() : amounts;
        }
        split(scoring, having, sum, below, amounts, counting);
        return true;
    }

    /** The points of the base, then what each multiplier adds. */
    private void split(Scoring scoring, long having, long amount, long divisor, long[] amounts, long counting) {
        Entries entries = scoring.entries;
        int[] pairs = entries.reserve(2 + Long.bitCount(having));
        int size = entries.size();
        long sum = amount * base.points;
        // As what an amount stands in the sum that no multiplier of a part was about.
        long scale = base.points;
        long below = divisor;
        long points = 0;
        for (int i = 0; i < steps.length; i++) {
            if (i >= reducers) {
                long more = divide(sum, below);
                size = Entries.put(pairs, size, slots[i - reducers], more - points);
                points = more;
            }
            Step step = steps[i];
            if (step.classes == null) {
                long factor = step.factor(-(having >>> step.number & ((having & step.outranking) == 0 ? 1 : 0)));
                sum *= factor;
                scale *= factor;
            } else {
                long surplus = surplus(scoring, step, having, amounts, counting);
                sum = sum * step.below + surplus * scale * (step.above - step.below);
            }
            below *= step.below;
        }
        long all = divide(sum, below);
        entries.extend(Entries.put(pairs, size, slots[slots.length - 1], all - points), all);
    }

    private long divide(long sum, long below) {
        return base.isFloored ? sum / below : Rounding.divide(sum, below, base.mode);
    }

    /** Of the classes that a multiplier hits, as what their amounts stand in the sum, but for the scale. */
    private long surplus(Scoring scoring, Step step, long having, long[] amounts, long counting) {
        long hit = hit(scoring, step, having) & counting;
        int size = own == null ? amounts.length : step.classes.length;
        long surplus = 0;
        for (int k = 0; k < size; k++) {
            int c = step.classes[k];
            long hits = -(hit >>> c & 1);
            surplus += amounts[c] * step.rest[k] & hits;
            if (overlaps) {
                amounts[c] *= step.factor(hits);
            }
        }
        return surplus;
    }

    /** The classes in which a multiplier has a say, if they count; bits beyond the last mean nothing. */
    private long hit(Scoring scoring, Step step, long having) {
        long hit = -(having >>> step.number & 1);
        if (!step.isPlain) {
            hit &= plan.multipliers[step.number].gate.choice(scoring, 0);
            for (long bits = having & step.outranking; bits != 0; bits &= bits - 1) {
                hit &= ~plan.multipliers[Long.numberOfTrailingZeros(bits)].gate.choice(scoring, 0);
            }
        }
        return hit;
    }
}
