package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which periods each customer bought in, between the first and the last: what makes merging exact in any order.
 *
 * <p>Members are noted in a log and filed from time to time, in order of customers. A filed set is a sorted list, or a bit map where that is smaller, so it takes memory by periods
 * lived through, never by transactions. Periods count backwards from the end of observation; lists are descending, so
 * data in order of time append.
 */
final class PeriodSets implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LOG_AT_LEAST = 1 << 12;
    private static final int LOG_PER_ROW = 8;
    private static final int[] NOTHING = {};
    /** A bit map begins with the negative number of its members and the number of its lowest word. */
    private static final int MAP_HEADER = 2;
    /** The filed set of row r is at starts[r] to starts[r + 1] of the pool; later rows have none yet. */
    private int[] starts = {0};

    private int[] pool = NOTHING;
    /** Row in the upper half, member in the lower. */
    private long[] log = new long[64];

    private int logged;

    /** Notes a member of a row's set, perhaps known already. */
    void add(int row, int period, int rows) {
        if (logged == log.length) {
            makeRoom(rows);
        }
        log[logged++] = (long) row << 32 | period;
    }

    /** The number of different members, of what is filed. */
    int size(int row) {
        int start = start(row);
        int length = start(row + 1) - start;
        return length > 0 && pool[start] < 0 ? -pool[start] : length;
    }

    /** The members, descending, of what is filed. */
    int[] members(int row) {
        int size = size(row);
        if (size == 0) {
            return NOTHING;
        }
        int[] members = new int[size];
        copy(row, members, 0);
        return members;
    }

    /** The same sets, which share nothing with these; all is filed. */
    PeriodSets copy() {
        PeriodSets copy = new PeriodSets();
        copy.starts = starts.clone();
        copy.pool = pool.clone();
        return copy;
    }

    private void makeRoom(int rows) {
        long most = Math.max(LOG_AT_LEAST, Math.max((long) LOG_PER_ROW * rows, pool.length / 2));
        if (log.length < most) {
            log = Arrays.copyOf(log, (int) Math.min(most, 2L * log.length));
        } else {
            file(rows);
        }
    }

    /** Files the log: sorts it by row and merges each row's notes into its set. */
    void file(int rows) {
        if (logged == 0) {
            return;
        }
        int[] ends = new int[rows + 1];
        for (int i = 0; i < logged; i++) {
            ends[(int) (log[i] >>> 32) + 1]++;
        }
        for (int row = 1; row <= rows; row++) {
            ends[row] += ends[row - 1];
        }
        int[] fresh = new int[logged];
        for (int i = 0; i < logged; i++) {
            fresh[ends[(int) (log[i] >>> 32)]++] = (int) log[i];
        }
        int[] target = new int[mostAfterFiling(rows)];
        int[] targetStarts = new int[rows + 1];
        int end = 0;
        for (int row = 0; row < rows; row++) {
            targetStarts[row] = end;
            end = merge(row, fresh, row == 0 ? 0 : ends[row - 1], ends[row], target, end);
        }
        targetStarts[rows] = end;
        starts = targetStarts;
        pool = Arrays.copyOf(target, end);
        logged = 0;
    }

    /** A bound of what the pool will need: a bit map that must become a list again takes a place for each member. */
    private int mostAfterFiling(int rows) {
        int most = logged;
        for (int row = 0; row < rows; row++) {
            most = Math.addExact(most, Math.max(size(row), start(row + 1) - start(row)));
        }
        return most;
    }

    private int merge(int row, int[] fresh, int from, int to, int[] target, int position) {
        int start = start(row);
        int end = start(row + 1);
        if (from == to) {
            System.arraycopy(pool, start, target, position, end - start);
            return position + end - start;
        }
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, fresh[i]);
            highest = Math.max(highest, fresh[i]);
        }
        int lowWord = lowest >> 5;
        int highWord = highest >> 5;
        int known = end - start;
        if (known > 0) {
            boolean map = pool[start] < 0;
            known = map ? -pool[start] : known;
            lowWord = Math.min(lowWord, map ? pool[start + 1] : pool[end - 1] >> 5);
            highWord = Math.max(highWord, map ? pool[start + 1] + end - start - MAP_HEADER - 1 : pool[start] >> 5);
        }
        int words = highWord - lowWord + 1;
        if (known + to - from > words + MAP_HEADER) {
            return mergeMap(start, end, fresh, from, to, lowWord, words, target, position);
        }
        copy(row, target, position);
        return mergeList(fresh, from, to, target, position, known);
    }

    private static int mergeList(int[] fresh, int from, int to, int[] target, int position, int known) {
        int next = position + known;
        for (int i = from; i < to; i++) {
            int each = fresh[i];
            int at = next;
            while (at > position && target[at - 1] < each) {
                at--;
            }
            if (at == position || target[at - 1] != each) {
                System.arraycopy(target, at, target, at + 1, next - at);
                target[at] = each;
                next++;
            }
        }
        return next;
    }

    private int mergeMap(
            int start, int end, int[] fresh, int from, int to, int lowWord, int words, int[] target, int position) {
        int first = position + MAP_HEADER - lowWord;
        int count = 0;
        if (start < end && pool[start] < 0) {
            count = -pool[start];
            System.arraycopy(pool, start + MAP_HEADER, target, first + pool[start + 1], end - start - MAP_HEADER);
        } else {
            for (int i = start; i < end; i++) {
                count += setBit(target, first, pool[i]);
            }
        }
        for (int i = from; i < to; i++) {
            count += setBit(target, first, fresh[i]);
        }
        target[position] = -count;
        target[position + 1] = lowWord;
        return position + MAP_HEADER + words;
    }

    private static int setBit(int[] target, int first, int number) {
        int before = target[first + (number >> 5)];
        target[first + (number >> 5)] = before | 1 << number;
        return before >>> number & 1 ^ 1;
    }

    private void copy(int row, int[] target, int position) {
        int start = start(row);
        int end = start(row + 1);
        if (start == end || pool[start] >= 0) {
            System.arraycopy(pool, start, target, position, end - start);
            return;
        }
        int next = position;
        int first = start + MAP_HEADER - pool[start + 1];
        for (int word = end - 1; word >= start + MAP_HEADER; word--) {
            int bits = pool[word];
            while (bits != 0) {
                int bit = 31 - Integer.numberOfLeadingZeros(bits);
                target[next++] = (word - first << 5) + bit;
                bits ^= 1 << bit;
            }
        }
    }

    private int start(int row) {
        return starts[Math.min(row, starts.length - 1)];
    }
}
