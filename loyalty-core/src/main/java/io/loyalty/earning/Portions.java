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
    private static final int PIECE = 3;

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    private LineAmounts amounts;
    /** For each portion the multipliers that choose it, the sum of its amounts, and its factor times the common divisor. */
    private long[] portions = new long[2 * WIDTH];

    private int count;
    /** The common divisor of the factors. */
    private long factorBelow;
    /** What was stacked last. */
    private long stackAbove;

    private long stackBelow;
    /** By what all amounts are divided. */
    private long below;
    /** The weight of the share of the visit that is being looked at. */
    private long weight;
    /** For rounding by line or unit: line, portion and weight of each piece. */
    private long[] pieces;

    private int chosen;

    Portions(Scoring scoring) {
        this.scoring = scoring;
        this.plan = scoring.plan;
    }

    /** Takes up a base; false if it counts nothing in this visit. */
    boolean take(BaseRule newBase) {
        base = newBase;
        count = 0;
        below = 1;
        if (base.kind == BaseRule.Kind.VISIT) {
            long matched = scoring.selectWhole();
            if (base.gate.isOpen(scoring) && base.gate.holds(scoring)) {
                portions[SUM + WIDTH * portion(matched & ~plan.choosing)] = 1;
            }
            return count > 0;
        }
        Shares shares = scoring.shares;
        for (int share = 0; share < shares.size(); share++) {
            long matched = scoring.selectShare(share);
            if (base.gate.isOpen(scoring)) {
                begin(shares);
                weight = shares.weight(share);
                for (int chunk = 0; chunk < scoring.chunks; chunk++) {
                    long bits = base.gate.lines(scoring, chunk);
                    split(chunk, bits, matched & plan.choosing, matched & ~plan.choosing);
                }
            }
        }
        scoring.selectWhole();
        return count > 0;
    }

    /** Looks up the amounts, once it is known that they are needed. */
    private void begin(Shares shares) {
        if (count == 0) {
            amounts = base.kind == BaseRule.Kind.SPEND ? scoring.amounts(base.lineBase) : scoring.units();
            below = Exact.times(amounts.below(), shares.sum(), "amount");
            if (base.scope != Rounding.Scope.TRANSACTION) {
                pieces = new long[PIECE * scoring.lines.size() * shares.size()];
                chosen = 0;
            }
        }
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
                    pieces[chosen++] = line;
                    pieces[chosen++] = portion;
                    pieces[chosen++] = weight;
                }
            }
        }
        if (portion >= 0) {
            int at = SUM + WIDTH * portion;
            portions[at] = Exact.plus(portions[at], Exact.times(sum, weight, "amount"), "amount");
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
        return below;
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
            return rounded(portions[SUM], below, portions[FACTOR], mode);
        }
        if (base.form == RateForm.STEP) {
            return Exact.divide(stepsByLayer(), base.points, 1, factorBelow, 1, 1, mode);
        }
        long weighted = 0;
        for (int i = 0; i < count; i++) {
            long more = Exact.times(portions[SUM + WIDTH * i], portions[FACTOR + WIDTH * i], "amount");
            weighted = Exact.plus(weighted, more, "amount");
        }
        return Exact.divide(weighted, base.points, 1, below, base.per, factorBelow, mode);
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
            long steps = Exact.times(steps(amount, below), level - lower, "points");
            weighted = Exact.plus(weighted, steps, "points");
            lower = level;
        }
    }

    private long pointsByLine(RoundingMode mode) {
        long points = 0;
        for (int i = 0; i < chosen; i += PIECE) {
            int line = (int) pieces[i];
            long factor = portions[FACTOR + WIDTH * (int) pieces[i + 1]];
            long more = base.scope == Rounding.Scope.LINE
                    ? rounded(Exact.times(amounts.above(line), pieces[i + 2], "amount"), below, factor, mode)
                    : pointsByUnit(line, pieces[i + 2], factor, mode);
            points = Exact.plus(points, more, "points");
        }
        return points;
    }

    private long pointsByUnit(int index, long pieceWeight, long factor, RoundingMode mode) {
        Line line = scoring.lines.get(index);
        long written = LineAmounts.written(line, scoring.left, index);
        Units units = Units.left(line, written);
        if (base.kind == BaseRule.Kind.UNIT) {
            return Exact.times(units.whole(), rounded(pieceWeight, below, factor, mode), "points");
        }
        // A unit counts for the line's amount in the base's form, in proportion to its part of the amount as written.
        long amount = amounts.above(index);
        long common = Exact.gcd(amount, written);
        long each = Exact.times(amount / common, pieceWeight, "amount");
        long divisor = Exact.times(below, written / common, "amount");
        long points = 0;
        for (int i = 0; i < Units.SIZES; i++) {
            if (units.number(i) > 0 && units.price(i) > 0) {
                long one = rounded(Exact.times(each, units.price(i), "amount"), divisor, factor, mode);
                points = Exact.plus(points, Exact.times(units.number(i), one, "points"), "points");
            }
        }
        return points;
    }

    private long rounded(long above, long divisor, long factor, RoundingMode mode) {
        return base.form == RateForm.STEP
                ? Exact.divide(steps(above, divisor), base.points, factor, factorBelow, 1, 1, mode)
                : Exact.divide(above, base.points, factor, divisor, base.per, factorBelow, mode);
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

    /** Sets the factors of all portions to what some multipliers amount to, over one common divisor. */
    private void setFactors(long multipliers) {
        factorBelow = 1;
        for (int i = 0; i < count; i++) {
            stack(winners(portions[SIGNATURE + WIDTH * i]) & multipliers);
            long widen = stackBelow / Exact.gcd(stackBelow, factorBelow);
            if (widen > 1) {
                for (int before = 0; before < i; before++) {
                    int at = FACTOR + WIDTH * before;
                    portions[at] = Exact.times(portions[at], widen, "multiplier");
                }
                factorBelow = Exact.times(factorBelow, widen, "multiplier");
            }
            portions[FACTOR + WIDTH * i] = Exact.times(stackAbove, factorBelow / stackBelow, "multiplier");
        }
    }

    /** Sets {@code stackAbove / stackBelow} to what some multipliers amount to, in lowest terms. */
    private void stack(long multipliers) {
        stackAbove = 1;
        stackBelow = 1;
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            Ratio factor = plan.multipliers[Long.numberOfTrailingZeros(bits)].factor;
            long below = factor.denominator();
            if (plan.stacking == Stacking.ADD) {
                long surplus = Exact.times(factor.numerator() - below, stackBelow, "multiplier");
                stackAbove = Exact.plus(Exact.times(stackAbove, below, "multiplier"), surplus, "multiplier");
            } else {
                stackAbove = Exact.times(stackAbove, factor.numerator(), "multiplier");
            }
            stackBelow = Exact.times(stackBelow, below, "multiplier");
            if (stackBelow > 1) {
                long common = Exact.gcd(Math.abs(stackAbove), stackBelow);
                stackAbove /= common;
                stackBelow /= common;
            }
        }
        stackAbove = Math.max(0, stackAbove);
    }
}
