package io.loyalty.earning;

import java.util.Arrays;

/**
 * Several tallies in one array: first where each begins and where the last ends, then their pairs. So a history is in one place in
 * memory, and reading a number of it costs one wait for memory, not one for each tally. Never changed in place.
 */
final class Tallies {

    static final long[] NONE = {1};

    private Tallies() {}

    static long[] of(long[][] tallies) {
        int length = tallies.length + 1;
        for (long[] tally : tallies) {
            length += tally.length;
        }
        long[] all = new long[length];
        int at = tallies.length + 1;
        for (int i = 0; i < tallies.length; i++) {
            all[i] = at;
            System.arraycopy(tallies[i], 0, all, at, tallies[i].length);
            at += tallies[i].length;
        }
        all[tallies.length] = at;
        return all;
    }

    private static int from(long[] all, int index) {
        return (int) all[index];
    }

    private static int to(long[] all, int index) {
        return (int) all[index + 1];
    }

    /** A tally by itself. */
    static long[] get(long[] all, int index) {
        return Arrays.copyOfRange(all, from(all, index), to(all, index));
    }

    /**
     * All tallies after a change of one, as {@link Tally#add} makes it. A new latest bucket, or a greater number in the latest, is
     * what nearly always comes, and then no more than one array is made.
     *
     * @param isOwn whether the tallies may be changed in place, since nobody else has them
     */
    static long[] add(long[] all, int index, long bucket, long change, TallySpec spec, boolean isOwn) {
        int last = to(all, index) - 2;
        if (change > 0 && last >= from(all, index) && all[last] <= bucket) {
            if (all[last] < bucket) {
                return withLatest(all, index, bucket, change, spec, isOwn);
            }
            long[] next = isOwn ? all : all.clone();
            next[last + 1] = Math.max(0, next[last + 1] + change);
            return next;
        }
        return with(all, index, Tally.add(get(all, index), bucket, change, spec.span(), spec.most()));
    }

    /** All tallies with a later bucket in one that is not empty; what is too old then, or too much, falls out at the front. */
    private static long[] withLatest(long[] all, int index, long bucket, long number, TallySpec spec, boolean isOwn) {
        int to = to(all, index);
        // One that came down to 0 marked how far time had come.
        int end = all[to - 1] == 0 ? to - 2 : to;
        int first = from(all, index);
        while (first < end && (all[first] <= bucket - spec.span() || (to - first) / 2 >= spec.most())) {
            first += 2;
        }
        int more = 2 - (first - from(all, index)) - (to - end);
        // Where one falls out for the new one, as for a customer who comes every day, the rest keeps its place.
        long[] next = more == 0 && isOwn ? all : Arrays.copyOf(all, all.length + more);
        System.arraycopy(all, first, next, from(all, index), end - first);
        next[to + more - 2] = bucket;
        next[to + more - 1] = number;
        if (more != 0) {
            System.arraycopy(all, to, next, to + more, all.length - to);
            shift(next, index, more);
        }
        return next;
    }

    /** Moves on where the tallies after one begin. */
    private static void shift(long[] all, int index, int more) {
        for (int i = index + 1; more != 0 && i <= (int) all[0] - 1; i++) {
            all[i] += more;
        }
    }

    /** All tallies with another in one place. */
    static long[] with(long[] all, int index, long[] tally) {
        int more = tally.length - (to(all, index) - from(all, index));
        long[] next = Arrays.copyOf(all, all.length + more);
        System.arraycopy(tally, 0, next, from(all, index), tally.length);
        System.arraycopy(all, to(all, index), next, to(all, index) + more, all.length - to(all, index));
        shift(next, index, more);
        return next;
    }

    static boolean isEmpty(long[] all, int index) {
        return from(all, index) == to(all, index);
    }

    /** The sum of a tally's numbers. */
    static long total(long[] all, int index) {
        long total = 0;
        for (int i = from(all, index) + 1; i < to(all, index); i += 2) {
            total += all[i];
        }
        return total;
    }

    /** The number of a bucket. Late buckets are looked for first. */
    static long number(long[] all, int index, long bucket) {
        int i = to(all, index) - 2;
        while (i >= from(all, index) && all[i] > bucket) {
            i -= 2;
        }
        return i >= from(all, index) && all[i] == bucket ? all[i + 1] : 0;
    }

    /** Whether a bucket lies so far before the latest of its tally that its number may have been dropped. */
    static boolean isClosed(long[] all, int index, long bucket, long span) {
        return !isEmpty(all, index) && bucket <= all[to(all, index) - 2] - span;
    }
}
