package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one base gives in a visit where nothing can overflow: amounts, points and the product of all factors are small numbers, the
 * visit is not split, and points are rounded once, for the whole of it.
 *
 * <p>All multipliers that may hit the base are gone through, whether they hold or not: one that does not multiplies by 1. Which hold
 * differs from visit to visit, so a branch on it would be guessed wrong every other time, and a wrong guess costs as much as five of
 * these steps (measured: 22 ns and 4 ns).
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

    private final Compiled plan;
    private final BaseRule base;
    /** The classes that may count; null if each line is a class of its own. */
    private final int[] own;
    /** Whether all classes that are there count of those that may. */
    private final boolean countsAll;

    /** The multipliers that may hit, as bits, and those of them that may hit a part of the classes. */
    private final long relevant;

    private final long partial;

    /** The multipliers that may hit, those with a factor below 1 first; null for one that hits all or nothing. */
    private final Step[] steps;

    private final int reducers;
    /** By multiplier: its number, the divisor of its factor, and what its numerator is above that. */
    private final int[] numbers;

    private final long[] belows;
    private final long[] surpluses;
    /** Before each multiplier, and after the last: the product of the divisors of those before it. */
    private final long[] divisors;
    /** As these: how entries of points are kept. */
    private final long[] keys;
    /** Whether all hit all or nothing, so that there is but one amount. */
    private final boolean asOne;
    /** Whether two of the multipliers that hit a part may hit the same class. */
    private final boolean overlaps;

    /** Amounts, and divisors of amounts, up to here are small numbers. */
    private final long smallAmount;

    private final long smallBelow;

    /**
     * What a multiplier chooses of a base.
     *
     * @param classes the classes that it may hit; if each line is a class of its own, more than there
     *     are
     * @param rest for each of these classes, the divisors of those before it that hit only others
     * @param isPlain whether it hits all of these classes if it holds
     */
    private record Step(int[] classes, long[] rest, boolean isPlain) {}

    private SmallBase(Compiled plan, int b) {
        this.plan = plan;
        this.base = plan.bases[b];
        boolean few = plan.lineClasses.areFew();
        boolean isVisit = base.kind == BaseRule.Kind.VISIT;
        long all = few ? -1L >>> Long.SIZE - plan.lineClasses.few() : -1L;
        long mine = isVisit || !few
                ? all
                : all & base.gate.classes & plan.lineClasses.answer(plan.firstKindQuestion + base.lineBase);
        own = few ? bits(mine) : null;
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
        numbers = IntStream.concat(
                        IntStream.of(bits(relevant & plan.reducers)), IntStream.of(bits(relevant & ~plan.reducers)))
                .toArray();
        reducers = Long.bitCount(relevant & plan.reducers);
        steps = new Step[numbers.length];
        belows = new long[steps.length];
        surpluses = new long[steps.length];
        divisors = new long[steps.length + 1];
        keys = new long[steps.length + 1];
        keys[reducers] = Entries.key(plan.slotOfBase(b));
        divisors[0] = 1;
        long[] rest = new long[Long.SIZE];
        Arrays.fill(rest, 1);
        long seen = 0;
        boolean twice = false;
        for (int i = 0; i < steps.length; i++) {
            int m = numbers[i];
            MultiplierRule multiplier = plan.multipliers[m];
            belows[i] = multiplier.below;
            surpluses[i] = multiplier.above - multiplier.below;
            divisors[i + 1] = divisors[i] * multiplier.below;
            if (i >= reducers) {
                keys[i + 1] = Entries.key(plan.slotOfMultiplier(b, m));
            }
            boolean isWhole = (partial >>> m & 1) == 0 && plan.stacking == Stacking.MULTIPLY;
            if (!asOne && !isWhole) {
                long hits = multiplier.gate.classes & mine;
                twice |= (seen & hits) != 0;
                seen |= hits;
                int[] classes = few ? bits(hits) : EACH_LINE;
                steps[i] = new Step(
                        classes,
                        Arrays.stream(classes).mapToLong(c -> rest[c]).toArray(),
                        few && multiplier.gate.isSimple() && plan.outranking[m] == 0);
                for (int c = 0; c < rest.length; c++) {
                    rest[c] *= (hits >>> c & 1) != 0 ? 1 : multiplier.below;
                }
            }
        }
        overlaps = twice;
        smallAmount = SMALL / base.points / plan.gain;
        smallBelow = SMALL / base.per;
    }

    private static int[] bits(long bits) {
        return IntStream.range(0, Long.SIZE).filter(i -> (bits >>> i & 1) != 0).toArray();
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
                split(scoring, having, base.gate.holds(scoring) ? 1 : 0, base.per, null);
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
        if (!countsAll || overlaps) {
            amounts = counting(amounts, base.gate.lines(scoring, 0) & basket.counting(base.lineBase, 0));
        }
        int[] classes = own == null ? EACH_LINE : own;
        int size = own == null ? amounts.length : own.length;
        long sum = 0;
        long widest = 0;
        for (int k = 0; k < size; k++) {
            sum += amounts[classes[k]];
            widest |= amounts[classes[k]];
        }
        // An amount that is not small makes a sum that may mean nothing.
        if (widest > SMALL || sum > smallAmount) {
            return false;
        }
        if (base.form == RateForm.STEP) {
            sum /= below;
            below = 1;
        }
        split(scoring, having, sum, below, amounts);
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

    /** The points of the base, then what each multiplier adds. */
    private void split(Scoring scoring, long choosing, long amount, long below, long[] amounts) {
        long having = asOne ? winners(choosing) : choosing;
        Entries entries = scoring.entries;
        long[] said = entries.reserve(1 + most(having));
        int size = entries.size();
        long sum = amount * base.points;
        // As what an amount stands in the sum that no multiplier of a part was about.
        long scale = base.points;
        long points = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i >= reducers) {
                long more = divide(sum, below * divisors[i]);
                size = Entries.put(said, size, keys[i], more - points);
                points = more;
            }
            Step step = steps[i];
            long hits = -(having >>> numbers[i] & 1);
            if (step == null) {
                long factor = belows[i] + (surpluses[i] & hits);
                sum *= factor;
                scale *= factor;
            } else {
                long part = step.isPlain && !overlaps
                        ? part(step, amounts) & hits
                        : part(i, hit(scoring, i, having) & hits, amounts);
                sum = sum * belows[i] + part * scale * surpluses[i];
            }
        }
        long all = divide(sum, below * divisors[numbers.length]);
        entries.extend(Entries.put(said, size, keys[numbers.length], all - points), all);
    }

    private long divide(long sum, long below) {
        return base.isFloored ? sum / below : Rounding.divide(sum, below, base.mode);
    }

    /** As what the classes of a multiplier stand in the sum, but for the scale. */
    private static long part(Step step, long[] amounts) {
        long part = 0;
        for (int k = 0; k < step.classes.length; k++) {
            part += amounts[step.classes[k]] * step.rest[k];
        }
        return part;
    }

    /** As what the classes stand in the sum that a multiplier hits, but for the scale; these are multiplied. */
    private long part(int i, long hit, long[] amounts) {
        Step step = steps[i];
        int size = own == null ? amounts.length : step.classes.length;
        long part = 0;
        for (int k = 0; k < size; k++) {
            int c = step.classes[k];
            long hits = -(hit >>> c & 1);
            part += amounts[c] * step.rest[k] & hits;
            if (overlaps) {
                amounts[c] *= belows[i] + (surpluses[i] & hits);
            }
        }
        return part;
    }

    /** The classes in which a multiplier that holds has a say. */
    private long hit(Scoring scoring, int i, long having) {
        long hit = plan.multipliers[numbers[i]].gate.choice(scoring, 0);
        for (long bits = having & plan.outranking[numbers[i]]; bits != 0; bits &= bits - 1) {
            hit &= ~plan.multipliers[Long.numberOfTrailingZeros(bits)].gate.choice(scoring, 0);
        }
        return hit;
    }
}
