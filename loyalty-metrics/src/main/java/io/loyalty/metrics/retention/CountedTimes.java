package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.Arrays;

/** Different times, ascending, with their counts; every count is positive. The arrays are not copied. */
final class CountedTimes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] times;
    private final long[] counts;

    CountedTimes(double[] times, long[] counts) {
        this.times = times;
        this.counts = counts;
    }

    int size() {
        return times.length;
    }

    double time(int i) {
        return times[i];
    }

    long count(int i) {
        return counts[i];
    }

    /** The sum of the counts of times in [from, to). */
    long countBetween(double from, double to) {
        int i = Arrays.binarySearch(times, from);
        long sum = 0;
        for (i = i >= 0 ? i : -i - 1; i < times.length && times[i] < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    boolean sameAs(CountedTimes other) {
        return Arrays.equals(times, other.times) && Arrays.equals(counts, other.counts);
    }
}
