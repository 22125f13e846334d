package io.loyalty.earning;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
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

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    private LineAmounts amounts;
    private long below;
    /** For each portion the multipliers that choose it, and the sum of its amounts. */
    private long[] signatures = new long[2];

    private long[] sums = new long[2];
    private int count;
    /** For rounding by line or unit: the lines, and the portion of each. */
    private int[] lines;

    private int[] portionOf;
    private int chosen;
    /** The factor that was last stacked. */
    private long factorAbove;

    private long factorBelow;

    Portions(Scoring scoring) {
        this.scoring = scoring;
        this.plan = scoring.plan;
    }

    /** Takes up a base; false if it counts nothing in this visit. */
    boolean take(BaseRule newBase, long matched) {
        base = newBase;
        count = 0;
        chosen = 0;
        below = 1;
        if (base.kind == BaseRule.Kind.VISIT) {
            if (base.gate.holds(scoring)) {
                signatures[0] = matched & ~plan.choosing;
                sums[0] = 1;
                count = 1;
            }
            return count > 0;
        }
        amounts = base.kind == BaseRule.Kind.SPEND ? scoring.amounts(base.lineBase) : scoring.units();
        below = amounts.below();
        boolean single = base.scope != Rounding.Scope.TRANSACTION;
        if (single) {
            lines = new int[scoring.lines.size()];
            portionOf = new int[lines.length];
        }
        boolean split = (matched & plan.choosing) != 0;
        for (int chunk = 0; chunk < scoring.chunks; chunk++) {
            for (long bits = base.gate.lines(scoring, chunk); bits != 0; bits &= bits - 1) {
                int line = (chunk << 6) + Long.numberOfTrailingZeros(bits);
                long amount = amounts.above(line);
                if (amount > 0) {
                    int portion = portion(split ? scoring.multipliersOf(line, matched) : matched);
                    sums[portion] = Exact.plus(sums[portion], amount, "amount");
                    if (single) {
                        lines[chosen] = line;
                        portionOf[chosen++] = portion;
                    }
                }
            }
        }
        return count > 0;
    }

    private int portion(long signature) {
        for (int i = 0; i < count; i++) {
            if (signatures[i] == signature) {
                return i;
            }
        }
        if (count == sums.length) {
            signatures = Arrays.copyOf(signatures, 2 * count);
            sums = Arrays.copyOf(sums, 2 * count);
        }
        signatures[count] = signature;
        sums[count] = 0;
        return count++;
    }

    /** The amount that counts, times {@link #below()}. */
    long above() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Exact.plus(sum, sums[i], "amount");
        }
        return sum;
    }

    long below() {
        return below;
    }

    /** The multipliers that choose some portion. */
    long candidates() {
        long candidates = 0;
        for (int i = 0; i < count; i++) {
            candidates |= signatures[i];
        }
        return candidates;
    }

    /** The multipliers that have a say in some portion. */
    long winners() {
        long winners = 0;
        for (int i = 0; i < count; i++) {
            winners |= winners(signatures[i]);
        }
        return winners;
    }

    /** The points if only some of the multipliers were there. */
    long points(long multipliers, RoundingMode mode) {
        if (base.scope != Rounding.Scope.TRANSACTION) {
            return pointsByLine(multipliers, mode);
        }
        if (count == 1) {
            stack(winners(signatures[0]) & multipliers);
            return base.form == RateForm.STEP
                    ? Exact.divide(steps(sums[0], below), base.points, factorAbove, 1, 1, factorBelow, mode)
                    : Exact.divide(sums[0], base.points, factorAbove, below, base.per, factorBelow, mode);
        }
        return base.form == RateForm.STEP ? pointsOfLayers(multipliers, mode) : pointsInProportion(multipliers, mode);
    }

    private long pointsInProportion(long multipliers, RoundingMode mode) {
        ExactSum sum = new ExactSum();
        long divisor = Exact.times(below, base.per, "rate");
        for (int i = 0; i < count; i++) {
            stack(winners(signatures[i]) & multipliers);
            sum.add(sums[i], base.points, factorAbove, divisor, factorBelow);
        }
        return sum.round(mode);
    }

    private long pointsOfLayers(long multipliers, RoundingMode mode) {
        Ratio[] factors = new Ratio[count];
        for (int i = 0; i < count; i++) {
            stack(winners(signatures[i]) & multipliers);
            factors[i] = Ratio.of(factorAbove, factorBelow);
        }
        Ratio[] levels = Arrays.stream(factors).distinct().sorted().toArray(Ratio[]::new);
        ExactSum sum = new ExactSum();
        Ratio lower = Ratio.ZERO;
        for (Ratio level : levels) {
            long amount = 0;
            for (int i = 0; i < count; i++) {
                if (factors[i].compareTo(level) >= 0) {
                    amount = Exact.plus(amount, sums[i], "amount");
                }
            }
            Ratio surplus = level.minus(lower);
            sum.add(steps(amount, below), base.points, surplus.numerator(), surplus.denominator(), 1);
            lower = level;
        }
        return sum.round(mode);
    }

    private long pointsByLine(long multipliers, RoundingMode mode) {
        long points = 0;
        for (int i = 0; i < chosen; i++) {
            stack(winners(signatures[portionOf[i]]) & multipliers);
            long amount = amounts.above(lines[i]);
            long more =
                    base.scope == Rounding.Scope.LINE ? rounded(amount, below, mode) : byUnit(lines[i], amount, mode);
            points = Exact.plus(points, more, "points");
        }
        return points;
    }

    private long byUnit(int index, long amount, RoundingMode mode) {
        Line line = scoring.lines.get(index);
        long written = LineAmounts.written(line, scoring.left, index);
        Units units = Units.left(line, written);
        if (base.kind == BaseRule.Kind.UNIT) {
            return Exact.times(units.whole(), rounded(1, 1, mode), "points");
        }
        // A unit counts for the line's amount in the base's form, in proportion to its part of the amount as written.
        long common = Exact.gcd(amount, written);
        long above = amount / common;
        long divisor = Exact.times(below, written / common, "amount");
        long points = ofUnits(units.small(), units.price(), above, divisor, mode);
        points = Exact.plus(points, ofUnits(units.large(), units.price() + 1, above, divisor, mode), "points");
        return Exact.plus(points, ofUnits(1, units.part(), above, divisor, mode), "points");
    }

    private long ofUnits(long units, long price, long above, long divisor, RoundingMode mode) {
        return units == 0 || price == 0
                ? 0
                : Exact.times(units, rounded(Exact.times(above, price, "amount"), divisor, mode), "points");
    }

    private long rounded(long above, long divisor, RoundingMode mode) {
        return base.form == RateForm.STEP
                ? Exact.divide(steps(above, divisor), base.points, factorAbove, 1, 1, factorBelow, mode)
                : Exact.divide(above, base.points, factorAbove, divisor, base.per, factorBelow, mode);
    }

    private long steps(long above, long divisor) {
        return above / base.per / divisor;
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

    /** Sets the factor to what some multipliers amount to. */
    private void stack(long multipliers) {
        factorAbove = 1;
        factorBelow = 1;
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            Ratio factor = plan.multipliers[Long.numberOfTrailingZeros(bits)].factor;
            long above = factor.numerator();
            long divisor = factor.denominator();
            if (plan.stacking == Stacking.ADD) {
                long surplus = Exact.times(above - divisor, factorBelow, "multiplier");
                factorAbove = Exact.plus(Exact.times(factorAbove, divisor, "multiplier"), surplus, "multiplier");
            } else {
                factorAbove = Exact.times(factorAbove, above, "multiplier");
            }
            factorBelow = Exact.times(factorBelow, divisor, "multiplier");
            long common = Exact.gcd(Math.abs(factorAbove), factorBelow);
            factorAbove /= common;
            factorBelow /= common;
        }
        factorAbove = Math.max(0, factorAbove);
    }

    static LineAmounts units(Scoring scoring) {
        long[] units = new long[scoring.lines.size()];
        for (int i = 0; i < units.length; i++) {
            Line line = scoring.lines.get(i);
            if (line.kind() == LineKind.GOODS || line.kind() == LineKind.SERVICE) {
                units[i] = Units.left(line, LineAmounts.written(line, scoring.left, i))
                        .whole();
            }
        }
        return LineAmounts.ofWholes(units);
    }
}
