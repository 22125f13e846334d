package io.loyalty.metrics.value;

/** Keys from a small range as bits of a set; the place of a key among them is the number of bits before its own. */
final class KeyBits {

    private static final int WORD = 6;

    private final long[] words;
    private final int[] before;

    /** For keys from 0 up to a largest one. */
    KeyBits(long largest) {
        words = new long[(int) (largest >>> WORD) + 1];
        before = new int[words.length + 1];
    }

    void add(long[] keys, int from, int end) {
        for (int i = from; i < end; i++) {
            words[(int) (keys[i] >>> WORD)] |= 1L << keys[i];
        }
    }

    void addAll(KeyBits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    /** All keys in ascending order, after the last of them was added. */
    long[] count() {
        for (int i = 0; i < words.length; i++) {
            before[i + 1] = before[i] + Long.bitCount(words[i]);
        }
        long[] keys = new long[before[words.length]];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                keys[next++] = ((long) i << WORD) + Long.numberOfTrailingZeros(rest);
            }
        }
        return keys;
    }

    /** The place of each key of a stretch, once they are counted. */
    void places(long[] keys, int from, int end, int[] places) {
        for (int i = from; i < end; i++) {
            int word = (int) (keys[i] >>> WORD);
            places[i] = before[word] + Long.bitCount(words[word] & (1L << keys[i]) - 1);
        }
    }
}
