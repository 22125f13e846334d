package io.loyalty.earning;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * What one base rule counts in a visit, in portions to which the same multipliers apply.
 *
 * <p>Where steps are counted over the whole visit and multipliers choose among its lines, the steps of all lines count once, at the
 * least factor; the steps of the lines with a higher factor count again with the surplus, and so on: for each factor {@code f}
 * the full steps in the amount of all lines with a factor of {@code f} or more. So a multiplier never takes a step away, and
 * what it adds does not depend on the order of lines.
 */
final class Portions {

    private static final int WIDTH = 3;
    private static final int SIGNATURE = 0;
    private static final int SUM = 1;
    private static final int FACTOR = 2;

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    private LineAmounts amounts;
    /** For each portion the multipliers that choose it, the sum of its amounts, and its factor times the common divisor. */
    private long[] portions = new long[2 * WIDTH];

    private int count;
    /** The common divisor of the factors. */
    private long factorBelow;
    /** For rounding by line or unit: the lines, and the portion of each. */
    private int[] lines;

    private int[] portionOf;
    private int chosen;

    Portions(Scoring scoring) {
        this.scoring = scoring;
        this.plan = scoring.plan;
    }

    /** Takes up a base; false if it counts nothing in this visit. */
    boolean take(BaseRule newBase, long matched) {
        base = newBase;
        count = 0;
        if (base.kind == BaseRule.Kind.VISIT) {
            amounts = LineAmounts.ONE;
            if (base.gate.holds(scoring)) {
                portions[SUM + WIDTH * portion(matched & ~plan.choosing)] = 1;
            }
            return count > 0;
        }
        amounts = base.kind == BaseRule.Kind.SPEND ? scoring.amounts(base.lineBase) : scoring.units();
        if (base.scope != Rounding.Scope.TRANSACTION) {
            lines = new int[scoring.lines.size()];
            portionOf = new int[lines.length];
            chosen = 0;
        }
        for (int chunk = 0; chunk < scoring.chunks; chunk++) {
            split(chunk, base.gate.lines(scoring, chunk), matched & plan.choosing, matched & ~plan.choosing);
        }
        return count > 0;
    }

    /** Puts lines into portions: by the multipliers that choose all of them, and one after the other of those still open. */
    private void split(int chunk, long bits, long open, long signature) {
        if (bits == 0) {
            return;
        }
        if (open == 0) {
            enter(chunk, bits, signature);
            return;
        }
        long first = Long.lowestOneBit(open);
        long choice = plan.multipliers[Long.numberOfTrailingZeros(open)].gate.lines(scoring, chunk);
        split(chunk, bits & choice, open & ~first, signature | first);
        split(chunk, bits & ~choice, open & ~first, signature);
    }

    private void enter(int chunk, long lineBits, long signature) {
        int portion = -1;
        long sum = 0;
        for (long bits = lineBits; bits != 0; bits &= bits - 1) {
            int line = (chunk << 6) + Long.numberOfTrailingZeros(bits);
            long amount = amounts.above(line);
            if (amount > 0) {
                sum = Exact.plus(sum, amount, "amount");
                portion = portion < 0 ? portion(signature) : portion;
                if (base.scope != Rounding.Scope.TRANSACTION) {
                    lines[chosen] = line;
                    portionOf[chosen++] = portion;
                }
            }
        }
        if (portion >= 0) {
            int at = SUM + WIDTH * portion;
            portions[at] = Exact.plus(portions[at], sum, "amount");
        }
    }

    private int portion(long signature) {
        for (int i = 0; i < count; i++) {
            if (portions[SIGNATURE + WIDTH * i] == signature) {
                return i;
            }
        }
        if (WIDTH * count == portions.length) {
            portions = Arrays.copyOf(portions, 2 * portions.length);
        }
        portions[SIGNATURE + WIDTH * count] = signature;
        portions[SUM + WIDTH * count] = 0;
        return count++;
    }

    /** The amount that counts, times {@link #below()}. */
    long above() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Exact.plus(sum, portions[SUM + WIDTH * i], "amount");
        }
        return sum;
    }

    long below() {
        return amounts.below();
    }

    /** The multipliers that choose some portion. */
    long candidates() {
        long candidates = 0;
        for (int i = 0; i < count; i++) {
            candidates |= portions[SIGNATURE + WIDTH * i];
        }
        return candidates;
    }

    /** The multipliers that have a say in some portion. */
    long winners() {
        long winners = 0;
        for (int i = 0; i < count; i++) {
            winners |= winners(portions[SIGNATURE + WIDTH * i]);
        }
        return winners;
    }

    /** The points if only some of the multipliers were there. */
    long points(long multipliers, RoundingMode mode) {
        setFactors(multipliers);
        if (base.scope != Rounding.Scope.TRANSACTION) {
            return pointsByLine(mode);
        }
        if (count == 1) {
            return rounded(portions[SUM], amounts.below(), portions[FACTOR], mode);
        }
        if (base.form == RateForm.STEP) {
            return Exact.divide(stepsByLayer(), base.points, 1, factorBelow, 1, 1, mode);
        }
        long weighted = 0;
        for (int i = 0; i < count; i++) {
            long more = Exact.times(portions[SUM + WIDTH * i], portions[FACTOR + WIDTH * i], "amount");
            weighted = Exact.plus(weighted, more, "amount");
        }
        return Exact.divide(weighted, base.points, 1, amounts.below(), base.per, factorBelow, mode);
    }

    /** The steps, weighted with the factors, times the common divisor of these. */
    private long stepsByLayer() {
        long weighted = 0;
        long lower = 0;
        while (true) {
            long level = Long.MAX_VALUE;
            long amount = 0;
            for (int i = 0; i < count; i++) {
                long factor = portions[FACTOR + WIDTH * i];
                if (factor > lower) {
                    level = Math.min(level, factor);
                    amount = Exact.plus(amount, portions[SUM + WIDTH * i], "amount");
                }
            }
            if (amount == 0) {
                return weighted;
            }
            long steps = Exact.times(steps(amount, amounts.below()), level - lower, "points");
            weighted = Exact.plus(weighted, steps, "points");
            lower = level;
        }
    }

    private long pointsByLine(RoundingMode mode) {
        long points = 0;
        for (int i = 0; i < chosen; i++) {
            long factor = portions[FACTOR + WIDTH * portionOf[i]];
            long amount = amounts.above(lines[i]);
            long more = base.scope == Rounding.Scope.LINE
                    ? rounded(amount, amounts.below(), factor, mode)
                    : pointsByUnit(lines[i], amount, factor, mode);
            points = Exact.plus(points, more, "points");
        }
        return points;
    }

    private long pointsByUnit(int index, long amount, long factor, RoundingMode mode) {
        Line line = scoring.lines.get(index);
        long written = LineAmounts.written(line, scoring.left, index);
        Units units = Units.left(line, written);
        if (base.kind == BaseRule.Kind.UNIT) {
            return Exact.times(units.whole(), rounded(1, 1, factor, mode), "points");
        }
        // A unit counts for the line's amount in the base's form, in proportion to its part of the amount as written.
        long common = Exact.gcd(amount, written);
        long above = amount / common;
        long below = Exact.times(amounts.below(), written / common, "amount");
        long points = 0;
        for (int i = 0; i < Units.SIZES; i++) {
            if (units.number(i) > 0 && units.price(i) > 0) {
                long each = rounded(Exact.times(above, units.price(i), "amount"), below, factor, mode);
                points = Exact.plus(points, Exact.times(units.number(i), each, "points"), "points");
            }
        }
        return points;
    }

    private long rounded(long above, long below, long factor, RoundingMode mode) {
        return base.form == RateForm.STEP
                ? Exact.divide(steps(above, below), base.points, factor, factorBelow, 1, 1, mode)
                : Exact.divide(above, base.points, factor, below, base.per, factorBelow, mode);
    }

    private long steps(long above, long below) {
        return above / base.per / below;
    }

    private long winners(long signature) {
        if (plan.stacking == Stacking.MULTIPLY || plan.stacking == Stacking.ADD) {
            return signature;
        }
        if (plan.stacking == Stacking.FIRST_MATCH) {
            return Long.lowestOneBit(signature);
        }
        long best = 0;
        Ratio factor = null;
        for (long bits = signature; bits != 0; bits &= bits - 1) {
            Ratio other = plan.multipliers[Long.numberOfTrailingZeros(bits)].factor;
            if (factor == null || other.compareTo(factor) > 0) {
                factor = other;
                best = Long.lowestOneBit(bits);
            }
        }
        return best;
    }

    /** Sets the factors of all portions to what some multipliers amount to. */
    private void setFactors(long multipliers) {
        factorBelow = 1;
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            long below = plan.multipliers[Long.numberOfTrailingZeros(bits)].factor.denominator();
            // Products need the product of the divisors, sums and single factors only a common multiple.
            long widen = plan.stacking == Stacking.MULTIPLY ? below : below / Exact.gcd(below, factorBelow);
            factorBelow = Exact.times(factorBelow, widen, "multiplier");
        }
        for (int i = 0; i < count; i++) {
            long having = winners(portions[SIGNATURE + WIDTH * i]) & multipliers;
            portions[FACTOR + WIDTH * i] = having == 0 ? factorBelow : factor(having);
        }
    }

    private long factor(long multipliers) {
        long above = factorBelow;
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            Ratio factor = plan.multipliers[Long.numberOfTrailingZeros(bits)].factor;
            if (plan.stacking == Stacking.MULTIPLY) {
                above = Exact.times(above / factor.denominator(), factor.numerator(), "multiplier");
            } else {
                long surplus = factor.numerator() - factor.denominator();
                above = Exact.plus(
                        above, Exact.times(factorBelow / factor.denominator(), surplus, "multiplier"), "multiplier");
            }
        }
        return Math.max(0, above);
    }
}
