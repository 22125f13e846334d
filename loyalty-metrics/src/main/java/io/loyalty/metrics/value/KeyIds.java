package io.loyalty.metrics.value;

import java.util.Arrays;

/** Numbers keys ≥ 0 in the order in which they first come, as long as they are few: a table with open addresses. */
final class KeyIds {

    private static final int FREE = -1;

    private int bits = 10;
    private long[] table = empty(bits);
    private int[] idAt = new int[1 << bits];
    private long[] keys = new long[1 << bits - 1];
    private int size;

    private static long[] empty(int bits) {
        long[] table = new long[1 << bits];
        Arrays.fill(table, FREE);
        return table;
    }

    /** Notes the number of each key of a stretch; stops when there are more different ones than allowed. */
    void number(long[] column, int from, int end, int most, int[] ids) {
        long[] slots = table;
        int[] idAtSlot = idAt;
        for (int i = from; i < end; i++) {
            long key = column[i];
            int at = find(slots, bits, key);
            if (slots[at] == FREE) {
                add(key, at);
                if (size > most) {
                    return;
                }
                slots = table;
                idAtSlot = idAt;
                ids[i] = size - 1;
            } else {
                ids[i] = idAtSlot[at];
            }
        }
    }

    int size() {
        return size;
    }

    /** The keys in the order of their numbers. */
    long[] keys() {
        return Arrays.copyOf(keys, size);
    }

    private static int find(long[] table, int bits, long key) {
        int mask = table.length - 1;
        int at = (int) ((key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L >>> (Long.SIZE - bits));
        while (table[at] != key && table[at] != FREE) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void add(long key, int at) {
        table[at] = key;
        idAt[at] = size;
        keys[size++] = key;
        if (size < keys.length) {
            return;
        }
        bits += 2;
        table = empty(bits);
        idAt = new int[1 << bits];
        keys = Arrays.copyOf(keys, 1 << bits - 1);
        for (int id = 0; id < size; id++) {
            int place = find(table, bits, keys[id]);
            table[place] = keys[id];
            idAt[place] = id;
        }
    }
}
