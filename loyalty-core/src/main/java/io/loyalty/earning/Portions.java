package io.loyalty.earning;

import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * What one base rule counts in a visit, in portions to which the same multipliers apply. Exact for all numbers, roundings and
 * policies; for the numbers and rules of every day {@link SmallBase} comes to the same in a shorter way.
 *
 * <p>Where steps are counted over the whole visit and multipliers choose among its lines, the steps of all lines count once, at the
 * least factor; the steps of the lines with a higher factor count again with the surplus, and so on: for each factor {@code f}
 * the full steps in the amount of all lines with a factor of {@code f} or more. So a multiplier never takes a step away, and
 * what it adds does not depend on the order of lines.
 */
final class Portions {

    private static final int WIDTH = 3;
    private static final int AMOUNT = 0;
    private static final int HAVING = 1;
    private static final int FACTOR = 2;
    private static final int PIECE = 3;

    /** Two numbers up to here, and sums of products with them, do not overflow. */
    private static final long SMALL = Integer.MAX_VALUE;

    private final Scoring scoring;
    private final Compiled plan;
    private BaseRule base;
    /** What each line counts for; null for a base that counts the visit. */
    private LineAmounts amounts;

    /**
     * For each portion, which is a class of lines in a share of the visit: the sum of its amounts, the multipliers that have a say in it,
     * and its factor times the common divisor.
     */
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
    /** For rounding by line or unit: line, portion and weight of each piece. */
    private long[] pieces;

    private int chosen;

    Portions(Scoring scoring) {
        this.scoring = scoring;
        this.plan = scoring.plan;
        this.portions = new long[WIDTH * Math.max(1, scoring.basket.lines().size())];
    }

    /** Takes up a base; false if it counts nothing in this visit. */
    boolean take(BaseRule newBase) {
        base = newBase;
        amounts = null;
        count = 0;
        total = 0;
        candidates = 0;
        winners = 0;
        below = 1;
        if (base.kind == BaseRule.Kind.VISIT) {
            long matched = scoring.selectWhole();
            if (base.gate.isOpen(scoring) && base.gate.holds(scoring)) {
                add(1, matched & ~plan.choosing);
                decide(0);
            }
        } else {
            takeLines();
        }
        restart();
        return count > 0;
    }

    private void takeLines() {
        Shares shares = scoring.shares;
        long[] sums = null;
        for (int share = 0; share < shares.size(); share++) {
            long matched = scoring.selectShare(share);
            if (base.gate.isOpen(scoring)) {
                sums = sums == null ? begin(shares) : sums;
                for (int chunk = 0; chunk < scoring.basket.chunks; chunk++) {
                    int first = count;
                    long bits = addClasses(chunk, sums, shares.weight(share), matched & ~plan.choosing);
                    choose(chunk, bits, first, matched & plan.choosing);
                    decide(first);
                    if (base.scope != Rounding.Scope.TRANSACTION) {
                        addPieces(chunk, bits, first, shares.weight(share));
                    }
                }
            }
        }
        scoring.selectWhole();
    }

    /** Looks up the amounts, once it is known that they are needed: for each class their sum. */
    private long[] begin(Shares shares) {
        boolean spend = base.kind == BaseRule.Kind.SPEND;
        amounts = spend ? scoring.basket.amounts(base.lineBase) : scoring.basket.units();
        below = Exact.times(amounts.below(), shares.sum(), "amount");
        if (base.scope != Rounding.Scope.TRANSACTION) {
            pieces = new long[PIECE * scoring.basket.lines().size() * shares.size()];
            chosen = 0;
        }
        return spend ? scoring.basket.sums(base.lineBase) : scoring.basket.sums(amounts);
    }

    /** Makes a portion of each class of a chunk that the base counts and that amounts to something; gives their bits. */
    private long addClasses(int chunk, long[] sums, long weight, long multipliers) {
        long bits = base.gate.lines(scoring, chunk);
        bits &= base.kind == BaseRule.Kind.SPEND ? scoring.basket.counting(base.lineBase, chunk) : -1L;
        for (long left = bits; left != 0; left &= left - 1) {
            long sum = sums[(chunk << 6) + Long.numberOfTrailingZeros(left)];
            if (sum == 0) {
                bits &= ~Long.lowestOneBit(left);
            } else {
                add(weight == 1 ? sum : Exact.times(sum, weight, "amount"), multipliers);
            }
        }
        return bits;
    }

    private void add(long amount, long multipliers) {
        if (WIDTH * count == portions.length) {
            portions = Arrays.copyOf(portions, 2 * portions.length);
        }
        portions[WIDTH * count + AMOUNT] = amount;
        portions[WIDTH * count + HAVING] = multipliers;
        candidates |= multipliers;
        total = total + amount < 0 ? Long.MAX_VALUE : total + amount;
        count++;
    }

    /** Adds the multipliers that choose among the classes of a chunk, of which the portions from one on are made in their order. */
    private void choose(int chunk, long bits, int first, long multipliers) {
        for (long left = multipliers; left != 0; left &= left - 1) {
            int m = Long.numberOfTrailingZeros(left);
            long chosen = bits & plan.multipliers[m].gate.choice(scoring, chunk);
            candidates |= chosen == 0 ? 0 : 1L << m;
            for (; chosen != 0; chosen &= chosen - 1) {
                portions[WIDTH * (first + before(chosen, bits)) + HAVING] |= 1L << m;
            }
        }
    }

    /** How many of some bits come before the first of others. */
    private static int before(long one, long bits) {
        return Long.bitCount(bits & Long.lowestOneBit(one) - 1);
    }

    /** Decides which of the multipliers that choose a portion have a say, in all portions from one on. */
    private void decide(int first) {
        if (plan.stacking == Stacking.MULTIPLY || plan.stacking == Stacking.ADD) {
            winners = candidates;
            return;
        }
        for (int i = first; i < count; i++) {
            long having = winner(portions[WIDTH * i + HAVING]);
            portions[WIDTH * i + HAVING] = having;
            winners |= having;
        }
    }

    private void addPieces(int chunk, long bits, int first, long weight) {
        for (int line = 0; line < scoring.basket.lines().size(); line++) {
            int lineClass = scoring.basket.classOf(line);
            boolean isCounted = lineClass >> 6 == chunk && (bits >>> lineClass & 1) != 0;
            if (isCounted && amounts.above(scoring.basket.lines(), line) > 0) {
                pieces[chosen++] = line;
                pieces[chosen++] = first + before(1L << lineClass, bits);
                pieces[chosen++] = weight;
            }
        }
    }

    /** The amount that counts, times {@link #below()}. */
    long above() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum = Exact.plus(sum, portions[WIDTH * i + AMOUNT], "amount");
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
        factorBelow = 1;
        greatest = 1;
        for (int i = 0; i < count; i++) {
            portions[WIDTH * i + FACTOR] = 1;
        }
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
        long above = multiplier.above;
        long divisor = multiplier.below;
        long surplus = plan.stacking == Stacking.ADD ? Exact.times(above - divisor, factorBelow, "multiplier") : 0;
        long by = plan.stacking == Stacking.ADD ? divisor : above;
        for (int i = 0; i < count; i++) {
            long has = -(portions[WIDTH * i + HAVING] >>> m & 1);
            long factor = Exact.times(portions[WIDTH * i + FACTOR], divisor + (by - divisor & has), "multiplier");
            factor = Exact.plus(factor, surplus & has, "multiplier");
            portions[WIDTH * i + FACTOR] = factor;
            greatest = Math.max(greatest, Math.abs(factor));
        }
        factorBelow = Exact.times(factorBelow, divisor, "multiplier");
        greatest = Math.max(greatest, factorBelow);
    }

    /** Brings the factors to their least common divisor. */
    private void reduce() {
        long common = factorBelow;
        for (int i = 0; i < count; i++) {
            common = Exact.gcd(common, Math.abs(portions[WIDTH * i + FACTOR]));
        }
        factorBelow /= common;
        greatest = factorBelow;
        for (int i = 0; i < count; i++) {
            portions[WIDTH * i + FACTOR] /= common;
            greatest = Math.max(greatest, Math.abs(portions[WIDTH * i + FACTOR]));
        }
    }

    /** The factor of a portion, times the common divisor. Added up, multipliers below 1 could bring it below 0. */
    private long factor(int portion) {
        return Math.max(0, portions[WIDTH * portion + FACTOR]);
    }

    /** The points with the multipliers that are included. */
    long points(RoundingMode mode) {
        if (base.scope != Rounding.Scope.TRANSACTION) {
            return pointsByLine(mode);
        }
        if (count == 1) {
            return rounded(portions[AMOUNT], below, factor(0), mode);
        }
        if ((greatest | total) > SMALL) {
            reduce();
        }
        if (base.form == RateForm.STEP) {
            return Exact.divide(stepsByLayer(), base.points, 1, factorBelow, 1, 1, mode);
        }
        long weighted = 0;
        for (int i = 0; i < count; i++) {
            weighted = Exact.plus(weighted, Exact.times(portions[WIDTH * i + AMOUNT], factor(i), "amount"), "amount");
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
                    amount = Exact.plus(amount, portions[WIDTH * i + AMOUNT], "amount");
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
                            Exact.times(amounts.above(scoring.basket.lines(), line), pieces[i + 2], "amount"),
                            below,
                            factor,
                            mode)
                    : pointsByUnit(line, pieces[i + 2], factor, mode);
            points = Exact.plus(points, more, "points");
        }
        return points;
    }

    private long pointsByUnit(int index, long pieceWeight, long factor, RoundingMode mode) {
        Line line = scoring.basket.lines().get(index);
        long written = LineAmounts.written(line, scoring.basket.left, index);
        Units units = Units.left(line, written);
        if (base.kind == BaseRule.Kind.UNIT) {
            return Exact.times(units.whole(), rounded(pieceWeight, below, factor, mode), "points");
        }
        // A unit counts for the line's amount in the base's form, in proportion to its part of the amount as written.
        long amount = amounts.above(scoring.basket.lines(), index);
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

    /** The one of some multipliers that counts where only one does. */
    private long winner(long multipliers) {
        for (long bits = multipliers; bits != 0; bits &= bits - 1) {
            if ((multipliers & plan.outranking[Long.numberOfTrailingZeros(bits)]) == 0) {
                return Long.lowestOneBit(bits);
            }
        }
        return 0;
    }
}
