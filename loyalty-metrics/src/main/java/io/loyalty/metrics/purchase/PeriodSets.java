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
    private final PeriodRoom room;
    private final PeriodLog log;

    PeriodSets(PeriodRoom room) {
        this.room = room;
        log = new PeriodLog(room);
    }

    /** Notes a member of a row's set, perhaps known already. */
    void add(int row, int period, int rows) {
        if (log.isFull()
                && log.size() >= Math.max(LOG_AT_LEAST, Math.max((long) LOG_PER_ROW * rows, pool.length / 2))) {
            file(rows);
        }
        log.add(row, period);
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

    /** The same sets, which share nothing with these but the room; all is filed. */
    PeriodSets copy(PeriodRoom otherRoom) {
        PeriodSets copy = new PeriodSets(otherRoom);
        copy.starts = starts.clone();
        copy.pool = pool.clone();
        return copy;
    }

    /** Files the log: sorts it by row and merges each row's notes into its set. */
    void file(int rows) {
        int noted = log.size();
        if (noted == 0) {
            return;
        }
        int[] ends = room.ends(rows + 1);
        int[] fresh = room.members(noted);
        log.drain(rows, ends, fresh);
        int[] target = room.pool(noted + mostFiled(rows));
        int[] targetStarts = new int[rows + 1];
        int end = 0;
        int from = 0;
        for (int row = 0; row < rows; row++) {
            targetStarts[row] = end;
            end = merge(row, fresh, from, ends[row], target, end);
            from = ends[row];
        }
        targetStarts[rows] = end;
        starts = targetStarts;
        pool = Arrays.copyOf(target, end);
    }

    /** A bound of what the pool may need without the notes: a bit map that must become a list again takes a place for each member. */
    private int mostFiled(int rows) {
        int most = 0;
        for (int row = 0; row < rows && pool.length > 0; row++) {
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
        if (start == end && copyDescending(fresh, from, to, target, position)) {
            int words = (fresh[from] >> 5) - (fresh[to - 1] >> 5) + 1;
            if (to - from <= words + MAP_HEADER) {
                return position + to - from;
            }
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

    /** Copies notes as they are, which is all there is to do for data in order of time; returns whether they descend. */
    private static boolean copyDescending(int[] fresh, int from, int to, int[] target, int position) {
        int before = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            int each = fresh[i];
            if (each >= before) {
                return false;
            }
            target[position + i - from] = each;
            before = each;
        }
        return true;
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
        Arrays.fill(target, position + MAP_HEADER, position + MAP_HEADER + words, 0);
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
