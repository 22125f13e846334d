package io.loyalty.metrics.retention;

import io.loyalty.metrics.column.SortedDoubles;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each time occurred. Whole times are counted by bucket, others are kept and sorted when they are asked for. Not safe
 * for use by several threads.
 */
final class TimeCounts implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Whole times below this one have a bucket: 179 years of days. */
    private static final int BUCKETS = 1 << 16;

    private long[] whole = new long[64];
    private double[] loose = new double[16];
    private int looseSize;
    private final TreeMap<Double, Long> weighted = new TreeMap<>();

    void add(double time, long count) {
        if (time < BUCKETS && time == (int) time) {
            addWhole((int) time, count);
        } else if (count == 1) {
            addLoose(time);
        } else if (count != 0) {
            weighted.merge(time, count, Math::addExact);
        }
    }

    private void addWhole(int time, long count) {
        if (time >= whole.length) {
            whole = Arrays.copyOf(whole, Math.max(time + 1, Math.min(BUCKETS, 2 * whole.length)));
        }
        whole[time] = Math.addExact(whole[time], count);
    }

    private void addLoose(double time) {
        if (looseSize == loose.length) {
            loose = Arrays.copyOf(loose, 2 * looseSize);
        }
        loose[looseSize++] = time;
    }

    void combine(TimeCounts other) {
        for (int time = 0; time < other.whole.length; time++) {
            if (other.whole[time] != 0) {
                addWhole(time, other.whole[time]);
            }
        }
        if (loose.length < looseSize + other.looseSize) {
            loose = Arrays.copyOf(loose, Math.max(2 * loose.length, looseSize + other.looseSize));
        }
        System.arraycopy(other.loose, 0, loose, looseSize, other.looseSize);
        looseSize += other.looseSize;
        other.weighted.forEach((time, count) -> weighted.merge(time, count, Math::addExact));
    }

    CountedTimes sorted() {
        CountedTimes byBucket = sortedWhole();
        return merged(looseSize == 0 ? byBucket : merged(byBucket, sortedLoose()), sortedWeighted());
    }

    private CountedTimes sortedWhole() {
        double[] times = new double[whole.length];
        long[] counts = new long[whole.length];
        int size = 0;
        for (int time = 0; time < whole.length; time++) {
            if (whole[time] > 0) {
                times[size] = time;
                counts[size++] = whole[time];
            }
        }
        return trimmed(times, counts, size);
    }

    private CountedTimes sortedLoose() {
        double[] times = Arrays.copyOf(loose, looseSize);
        SortedDoubles.sort(times);
        long[] counts = new long[looseSize];
        int size = 0;
        for (int i = 0; i < looseSize; i++) {
            if (size > 0 && times[size - 1] == times[i]) {
                counts[size - 1]++;
            } else {
                times[size] = times[i];
                counts[size++] = 1;
            }
        }
        return trimmed(times, counts, size);
    }

    private CountedTimes sortedWeighted() {
        double[] times = new double[weighted.size()];
        long[] counts = new long[times.length];
        int size = 0;
        for (Map.Entry<Double, Long> entry : weighted.entrySet()) {
            times[size] = entry.getKey();
            counts[size++] = entry.getValue();
        }
        return new CountedTimes(times, counts);
    }

    private static CountedTimes merged(CountedTimes a, CountedTimes b) {
        if (a.size() == 0 || b.size() == 0) {
            return a.size() == 0 ? b : a;
        }
        double[] times = new double[a.size() + b.size()];
        long[] counts = new long[times.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            double time = Math.min(
                    i < a.size() ? a.time(i) : Double.POSITIVE_INFINITY,
                    j < b.size() ? b.time(j) : Double.POSITIVE_INFINITY);
            long count = 0;
            if (i < a.size() && a.time(i) == time) {
                count = a.count(i++);
            }
            if (j < b.size() && b.time(j) == time) {
                count = Math.addExact(count, b.count(j++));
            }
            times[size] = time;
            counts[size++] = count;
        }
        return trimmed(times, counts, size);
    }

    private static CountedTimes trimmed(double[] times, long[] counts, int size) {
        return size == times.length
                ? new CountedTimes(times, counts)
                : new CountedTimes(Arrays.copyOf(times, size), Arrays.copyOf(counts, size));
    }
}
