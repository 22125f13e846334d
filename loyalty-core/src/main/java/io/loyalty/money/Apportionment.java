package io.loyalty.money;

import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How a whole number is split in proportion to weights so that the parts add up to it exactly.
 *
 * <p>Each part is its exact share rounded towards zero; the units left over, fewer than there are parts, go one each to the
 * parts that the constant names. A part with weight 0 gets nothing. While the total is at most the sum of the weights, no part
 * exceeds its weight.
 */
public enum Apportionment {
    /** Left-over units go to the earlier parts, also to one whose share was whole. */
    EARLIER_FIRST {
        @Override
        void distribute(long units, long total, long[] weights, long sum, long[] parts) {
            for (int i = 0; units > 0; i++) {
                if (weights[i] > 0) {
                    parts[i]++;
                    units--;
                }
            }
        }
    },
    /** Left-over units go to the parts that lost most in rounding; the earlier ones among equals. */
    LARGEST_REMAINDER {
        @Override
        void distribute(long units, long total, long[] weights, long sum, long[] parts) {
            Integer[] order = new Integer[weights.length];
            long[] lost = new long[weights.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
                // total * weight - part * sum lies in [0, sum), so arithmetic modulo 2^64 gives it exactly.
                lost[i] = total * weights[i] - parts[i] * sum;
            }
            Arrays.sort(order, (a, b) -> Long.compare(lost[b], lost[a]));
            for (int i = 0; i < units; i++) {
                parts[order[i]]++;
            }
        }
    };

    /**
     * Splits a whole number.
     *
     * @param total what to split; a negative total gives the negated parts of its absolute value
     * @param weights the weights, each at least 0, with a sum above 0 unless the total is 0
     * @return the parts, in the order of the weights; their sum is the total
     * @throws IllegalArgumentException if a weight is negative, or all are 0 and the total is not
     * @throws ArithmeticException if the weights' sum exceeds the range of {@code long}, or the total is
     *     {@link Long#MIN_VALUE}
     */
    public long[] split(long total, long... weights) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new IllegalArgumentException("weights[" + i + "] must be at least 0: " + weights[i]);
            }
            sum = Math.addExact(sum, weights[i]);
        }
        long[] parts = new long[weights.length];
        if (total == 0) {
            return parts;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("weights must have a sum above 0 to split " + total);
        }
        long magnitude = total < 0 ? Math.negateExact(total) : total;
        long left = magnitude;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Rounding.multiplyDivide(magnitude, weights[i], sum, RoundingMode.DOWN);
            left -= parts[i];
        }
        distribute(left, magnitude, weights, sum, parts);
        if (total < 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }

    abstract void distribute(long units, long total, long[] weights, long sum, long[] parts);
}
