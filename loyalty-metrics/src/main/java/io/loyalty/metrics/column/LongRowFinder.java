package io.loyalty.metrics.column;

/**
 * Finds the rows of a column of numbers. While the table of keys fits the nearest cache, key by key; later part of the table by part:
 * the keys of a stretch are first put together by part, which halves the time of a million different keys.
 */
final class LongRowFinder implements RowFinder {

    private static final int BLOCK = 256;

    private final LongRows table;
    private final long[] column;
    private final int[] guesses = new int[BLOCK];
    private long[] keys = {};
    private int[] positions = {};
    private int[] found = {};

    LongRowFinder(LongRows table, long[] column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public int find(int from, int count, int[] rows) {
        if (table.partBits() == 0) {
            for (int start = 0; start < count; start += BLOCK) {
                table.find(column, from + start, Math.min(BLOCK, count - start), rows, start, guesses);
            }
        } else {
            findByPart(from, count, rows);
        }
        return table.size();
    }

    private void findByPart(int from, int count, int[] rows) {
        int known = table.size();
        int wanted = sortByPart(from, count, rows);
        int[] firstPositions = new int[wanted];
        for (int start = 0; start < wanted; start += BLOCK) {
            table.find(keys, start, Math.min(BLOCK, wanted - start), found, start, guesses);
        }
        int next = known;
        for (int i = 0; i < wanted; i++) {
            rows[positions[i]] = found[i];
            if (found[i] == next) {
                firstPositions[next++ - known] = positions[i];
            }
        }
        if (next > known) {
            numberByPosition(known, next - known, firstPositions, count, rows);
        }
    }

    /** Puts keys and their positions together by part of the table, and says how many they are. */
    private int sortByPart(int from, int count, int[] rows) {
        if (keys.length < count) {
            keys = new long[count];
            positions = new int[count];
            found = new int[count];
        }
        int partBits = table.partBits();
        int[] next = new int[(1 << partBits) + 1];
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                next[LongRows.part(column[from + i], partBits) + 1]++;
            }
        }
        for (int part = 1; part < next.length; part++) {
            next[part] += next[part - 1];
        }
        int wanted = next[next.length - 1];
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                int at = next[LongRows.part(column[from + i], partBits)]++;
                keys[at] = column[from + i];
                positions[at] = i;
                found[at] = 0;
            }
        }
        return wanted;
    }

    /** New rows were numbered part by part; now they are by the position of first sight. */
    private void numberByPosition(int known, int added, int[] firstPositions, int count, int[] rows) {
        int[] newAt = new int[count];
        for (int i = 0; i < added; i++) {
            newAt[firstPositions[i]] = i + 1;
        }
        int[] numbers = new int[added];
        int next = known;
        for (int position = 0; position < count; position++) {
            if (newAt[position] > 0) {
                numbers[newAt[position] - 1] = next++;
            }
        }
        table.renumber(known, numbers);
        for (int position = 0; position < count; position++) {
            if (rows[position] >= known) {
                rows[position] = numbers[rows[position] - known];
            }
        }
    }
}
