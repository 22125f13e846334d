package io.loyalty.earning;

import io.loyalty.money.Rounding;

/**
 * What one base gives in a visit where nothing can overflow: amounts, points and the product of all factors are small numbers, the
 * visit is not split, and points are rounded once, for the whole of it.
 *
 * <p>Only the sum over all classes of lines is followed from multiplier to multiplier. One that hits all of them multiplies the
 * sum; one that hits some adds its surplus over these, of which each stands in the sum as its amount times what has multiplied all
 * so far. So a multiplier costs as many steps as it hits classes, and nothing is stored by class.
 */
final class SmallBase {

    /** Two numbers up to here, and sums of products with them, do not overflow. */
    static final long SMALL = Integer.MAX_VALUE;

    /** A base that counts the visit has this one class. */
    private static final long[] VISIT = {1};

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    /** For each class what it counts for. */
    private long[] amounts;
    /** The classes that count. */
    private long classes;
    /** The multipliers that may have a say. */
    private long having;

    /** The sum over all classes, each with the multipliers that hit it, over all divisors so far. */
    private long sum;
    /** As what a class stands in the sum that was never hit but together with all others: its amount times this. */
    private long scale;
    /** The divisors of the factors so far, and of the rate. */
    private long below;
    /** The multipliers that hit a part, and the classes that they hit. */
    private long partial;

    private long touched;

    SmallBase(Scoring scoring) {
        this.scoring = scoring;
        this.plan = scoring.plan;
    }

    /** Scores a base of a plan that are simple; false if the numbers are not, and nothing is done. */
    boolean score(int b) {
        base = plan.bases[b];
        if (!base.isIn(scoring.visit.currency()) || !base.gate.isOpen(scoring)) {
            return true;
        }
        having = scoring.selectWhole();
        if (base.kind == BaseRule.Kind.VISIT) {
            having &= ~plan.choosing;
            amounts = VISIT;
            classes = base.gate.holds(scoring) ? 1 : 0;
            sum = 1;
            below = base.per;
        } else if (!take()) {
            return false;
        }
        if (classes != 0) {
            sum *= base.points;
            scale = base.points;
            partial = 0;
            touched = 0;
            split(b);
        }
        return true;
    }

    /** Takes up the classes that count; false if numbers are not small or steps are counted by layers. */
    private boolean take() {
        Basket basket = scoring.basket;
        below = basket.amounts(base.lineBase).below();
        if (below > base.smallBelow) {
            return false;
        }
        amounts = basket.sums(base.lineBase);
        classes = 0;
        sum = 0;
        long widest = 0;
        long chosen = base.gate.lines(scoring, 0) & basket.counting(base.lineBase, 0);
        for (long left = chosen; left != 0; left &= left - 1) {
            long amount = amounts[Long.numberOfTrailingZeros(left)];
            classes |= amount == 0 ? 0 : Long.lowestOneBit(left);
            sum += amount;
            widest |= amount;
        }
        below *= base.per;
        boolean layered = false;
        if (base.form == RateForm.STEP) {
            sum /= below;
            below = 1;
            layered = (having & plan.choosing) != 0 && (classes & classes - 1) != 0;
        }
        // An amount that is not small makes a sum that may mean nothing.
        return widest <= SMALL && sum <= base.smallAmount && !layered;
    }

    /** The points of the base, then what each multiplier adds. */
    private void split(int b) {
        for (long bits = having & plan.reducers; bits != 0; bits &= bits - 1) {
            include(Long.numberOfTrailingZeros(bits));
        }
        long points = points();
        if (points > 0) {
            scoring.entries.add(plan.slotOfBase(b), Reason.APPLIED, points);
        }
        for (long bits = having & ~plan.reducers; bits != 0; bits &= bits - 1) {
            int m = Long.numberOfTrailingZeros(bits);
            if (include(m)) {
                long more = points();
                if (more > points) {
                    scoring.entries.add(plan.slotOfMultiplier(b, m), Reason.APPLIED, more - points);
                    points = more;
                }
            }
        }
    }

    private long points() {
        return Rounding.divide(sum, below, base.mode);
    }

    /** Takes a multiplier in; false if it has no say. */
    private boolean include(int m) {
        long hit = hit(m);
        if (hit == 0) {
            return false;
        }
        long above = plan.multipliers[m].above;
        long divisor = plan.multipliers[m].below;
        if (hit == classes) {
            sum *= above;
            scale *= above;
        } else {
            sum = sum * divisor + amountOf(hit) * (above - divisor);
            scale *= divisor;
            partial |= 1L << m;
            touched |= hit;
        }
        below *= divisor;
        return true;
    }

    /** The classes in which a multiplier has a say. */
    private long hit(int m) {
        long hit = chosen(m);
        for (long bits = having & plan.outranking[m]; bits != 0; bits &= bits - 1) {
            hit &= ~chosen(Long.numberOfTrailingZeros(bits));
        }
        return hit;
    }

    private long chosen(int m) {
        return (plan.choosing >>> m & 1) == 0 ? classes : classes & plan.multipliers[m].gate.choice(scoring, 0);
    }

    /** As what some classes stand in the sum. */
    private long amountOf(long some) {
        long all = 0;
        for (long left = some; left != 0; left &= left - 1) {
            long amount = amounts[Long.numberOfTrailingZeros(left)] * scale;
            all += (left & -left & touched) == 0 ? amount : hitBefore(amount, Long.lowestOneBit(left));
        }
        return all;
    }

    /** As what a class stands in the sum for which some multipliers did not leave it as it was, as all divisors in the scale say. */
    private long hitBefore(long amount, long one) {
        long hit = amount;
        for (long bits = partial; bits != 0; bits &= bits - 1) {
            MultiplierRule multiplier = plan.multipliers[Long.numberOfTrailingZeros(bits)];
            if ((multiplier.gate.choice(scoring, 0) & one) != 0) {
                hit = hit / multiplier.below * multiplier.above;
            }
        }
        return hit;
    }
}
