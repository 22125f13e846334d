package io.loyalty.earning;

import io.loyalty.money.Money;

/**
 * A question about many lines at once: whether one is chosen, or whether their amounts reach a minimum.
 *
 * @param lines which lines
 * @param base the number of the base in which amounts count, or -1 if one line is enough
 * @param minimum the minimum; without meaning if one line is enough
 * @param few the classes that count, if they are few and the same for all visits; otherwise null
 */
record SumQuestion(Gate lines, int base, Money minimum, int[] few) {

    boolean holds(Scoring scoring) {
        if (base < 0) {
            return lines.picksSome(scoring);
        }
        if (!minimum.currency().equals(scoring.visit.currency())) {
            return false;
        }
        long[] sums = scoring.basket.sums(base);
        long below = scoring.basket.amounts(base).below();
        long sum = few == null ? sum(scoring, sums) : sumOfFew(sums);
        return (below == 1 ? sum : sum / below) >= minimum.minorUnits();
    }

    /** Goes through all classes that there may be: which are there cannot be foreseen, and those that are not add nothing. */
    private long sumOfFew(long[] sums) {
        long sum = 0;
        long signs = 0;
        for (int c : few) {
            sum += sums[c];
            signs |= sum;
        }
        // No amount is below 0, so a sum that does not fit is. Asked once, not for each class: 4 ns less.
        if (signs < 0) {
            throw new ArithmeticException("amount overflow: more than " + Long.MAX_VALUE);
        }
        return sum;
    }

    private long sum(Scoring scoring, long[] sums) {
        long sum = 0;
        for (int chunk = 0; chunk < scoring.basket.chunks; chunk++) {
            long counting = lines.lines(scoring, chunk) & scoring.basket.counting(base, chunk);
            for (long bits = counting; bits != 0; bits &= bits - 1) {
                sum = Exact.plus(sum, sums[(chunk << 6) + Long.numberOfTrailingZeros(bits)], "amount");
            }
        }
        return sum;
    }
}
