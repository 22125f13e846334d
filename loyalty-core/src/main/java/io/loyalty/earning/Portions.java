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

    /** Two numbers up to here, and sums of products with them, do not overflow. */
    private static final long SMALL = Integer.MAX_VALUE;

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    private LineAmounts amounts;
    /** For each portion the multipliers that have a say in it, the sum of its amounts, and its factor times the common divisor. */
    private long[] portions;

    private int count;
    /** The sum of all amounts. */
    private long total;
    /** The multipliers that choose some portion, and those that have a say in one. */
    private long candidates;

    private long winners;
    /** The common divisor of the factors, which {@link #include} makes larger and {@link #reduce} smaller. */
    private long factorBelow;
    /** No factor and no divisor of them is greater. */
    private long greatest;
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
        // Enough where no line is chosen by two multipliers.
        int usual = Math.min(scoring.lines.size(), Long.bitCount(plan.choosing)) + 1;
        this.portions = new long[WIDTH * usual];
    }

    /** Takes up a base; false if it counts nothing in this visit. */
    boolean take(BaseRule newBase) {
        base = newBase;
        count = 0;
        total = 0;
        candidates = 0;
        winners = 0;
        below = 1;
        restart();
        if (base.kind == BaseRule.Kind.VISIT) {
            long matched = scoring.selectWhole();
            if (base.gate.isOpen(scoring) && base.gate.holds(scoring)) {
                addTo(portion(matched & ~plan.choosing), 1);
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
    private void split(int chunk, long lines, long open, long signature) {
        long bits = lines;
        long choosing = signature;
        for (long left = open; left != 0 && bits != 0; left &= left - 1) {
            long first = Long.lowestOneBit(left);
            long chosen = bits & plan.multipliers[Long.numberOfTrailingZeros(left)].gate.choice(scoring, chunk);
            if (chosen == bits) {
                choosing |= first;
            } else if (chosen != 0) {
                split(chunk, chosen, left & ~first, choosing | first);
                bits &= ~chosen;
            }
        }
        if (bits != 0) {
            enter(chunk, bits, choosing);
        }
    }

    private void enter(int chunk, long lineBits, long signature) {
        int portion = -1;
        long sum = 0;
        for (long bits = lineBits; bits != 0; bits &= bits - 1) {
            int line = (chunk << 6) + Long.numberOfTrailingZeros(bits);
            long amount = amounts.above(scoring.lines, line);
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
            addTo(portion, Exact.times(sum, weight, "amount"));
        }
    }

    private void addTo(int portion, long sum) {
        int at = SUM + WIDTH * portion;
        portions[at] = Exact.plus(portions[at], sum, "amount");
        total = total + sum < 0 ? Long.MAX_VALUE : total + sum;
    }

    /** The portion in which the same multipliers have a say, maybe a new one. */
    private int portion(long signature) {
        long having = winners(signature);
        candidates |= signature;
        winners |= having;
        for (int i = 0; i < count; i++) {
            if (portions[SIGNATURE + WIDTH * i] == having) {
                return i;
            }
        }
        if (WIDTH * count == portions.length) {
            portions = Arrays.copyOf(portions, 2 * portions.length);
        }
        portions[SIGNATURE + WIDTH * count] = having;
        portions[SUM + WIDTH * count] = 0;
        portions[FACTOR + WIDTH * count] = 1;
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
        return candidates;
    }

    /** The multipliers that have a say in some portion. */
    long winners() {
        return winners;
    }

    /** Forgets all multipliers: all factors are 1. */
    void restart() {
        for (int i = 0; i < count; i++) {
            portions[FACTOR + WIDTH * i] = 1;
        }
        factorBelow = 1;
        greatest = 1;
    }

    /** Takes more multipliers into the factors. */
    void include(long multipliers) {
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            include(Long.numberOfTrailingZeros(bits));
        }
    }

    private void include(int m) {
        MultiplierRule multiplier = plan.multipliers[m];
        if (greatest > multiplier.room) {
            reduce();
        }
        long above = multiplier.factor.numerator();
        long divisor = multiplier.factor.denominator();
        long surplus = plan.stacking == Stacking.ADD ? Exact.times(above - divisor, factorBelow, "multiplier") : 0;
        long by = plan.stacking == Stacking.ADD ? divisor : above;
        for (int i = 0; i < count; i++) {
            // All ones where the multiplier has a say. Which portions those are differs from visit to visit: as a
            // branch, the
            // processor would often guess it wrong, which takes longer than the product.
            long has = -(portions[SIGNATURE + WIDTH * i] >>> m & 1);
            long factor = Exact.times(portions[FACTOR + WIDTH * i], divisor + (by - divisor & has), "multiplier");
            factor = Exact.plus(factor, surplus & has, "multiplier");
            portions[FACTOR + WIDTH * i] = factor;
            greatest = Math.max(greatest, Math.abs(factor));
        }
        factorBelow = Exact.times(factorBelow, divisor, "multiplier");
        greatest = Math.max(greatest, factorBelow);
    }

    /** Brings the factors to their least common divisor. */
    private void reduce() {
        long common = factorBelow;
        for (int i = 0; i < count; i++) {
            common = Exact.gcd(common, Math.abs(portions[FACTOR + WIDTH * i]));
        }
        factorBelow /= common;
        greatest = factorBelow;
        for (int i = 0; i < count; i++) {
            portions[FACTOR + WIDTH * i] /= common;
            greatest = Math.max(greatest, Math.abs(portions[FACTOR + WIDTH * i]));
        }
    }

    /** The factor of a portion, times the common divisor. Added up, multipliers below 1 could bring it below 0. */
    private long factor(int portion) {
        return Math.max(0, portions[FACTOR + WIDTH * portion]);
    }

    /** The points with the multipliers that are included. */
    long points(RoundingMode mode) {
        if (base.scope != Rounding.Scope.TRANSACTION) {
            return pointsByLine(mode);
        }
        if (count == 1) {
            return rounded(portions[SUM], below, factor(0), mode);
        }
        if ((greatest | total) > SMALL) {
            reduce();
        }
        if (base.form == RateForm.STEP) {
            return Exact.divide(stepsByLayer(), base.points, 1, factorBelow, 1, 1, mode);
        }
        long weighted = 0;
        for (int i = 0; i < count; i++) {
            weighted = Exact.plus(weighted, Exact.times(portions[SUM + WIDTH * i], factor(i), "amount"), "amount");
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
                long factor = factor(i);
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
            long factor = factor((int) pieces[i + 1]);
            long more = base.scope == Rounding.Scope.LINE
                    ? rounded(
                            Exact.times(amounts.above(scoring.lines, line), pieces[i + 2], "amount"),
                            below,
                            factor,
                            mode)
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
        long amount = amounts.above(scoring.lines, index);
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
}
