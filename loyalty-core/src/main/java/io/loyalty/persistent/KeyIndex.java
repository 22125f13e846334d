package io.loyalty.persistent;

import java.util.Arrays;

/**
 * Where in a list a key stands: an immutable map from the keys' hashes to positions that shares its parts with the maps it was
 * made from.
 *
 * <p>A radix tree over the hash, with leaves of packed {@code (hash, position)} pairs. The newest pairs wait in a small buffer
 * and move into the tree together, so that most appends copy the buffer alone. The keys themselves are not kept: a pair is a
 * hint that the caller verifies against the list.
 */
public final class KeyIndex {

    /** Says whether what stands at a position has the key that is looked for. */
    @FunctionalInterface
    public interface Match {
        /**
         * Whether the position is the right one.
         *
         * @param position a position that was put in under a key with the same hash
         * @return true if it is
         */
        boolean at(int position);
    }

    /** The index of nothing. */
    public static final KeyIndex EMPTY = new KeyIndex(null, new long[0]);

    private static final int BUFFER = 32;
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int LEAF = 48;

    /** A leaf ({@code long[]}), an inner node ({@code Object[]} of {@link #WIDTH}) or null. */
    private final Object root;

    private final long[] recent;

    private KeyIndex(Object root, long[] recent) {
        this.root = root;
        this.recent = recent;
    }

    /**
     * Finds a key.
     *
     * @param key the key
     * @param match tells the right position from others with the same hash
     * @return the position, or −1
     */
    public int find(String key, Match match) {
        int hash = hash(key);
        int found = search(recent, hash, match);
        Object node = root;
        for (int shift = 0; found < 0 && node != null; shift += BITS) {
            if (node instanceof long[] leaf) {
                return search(leaf, hash, match);
            }
            node = ((Object[]) node)[(hash >>> shift) & (WIDTH - 1)];
        }
        return found;
    }

    /**
     * The index with one more key.
     *
     * @param key the key
     * @param position where it stands, at least 0
     * @return the longer index
     */
    public KeyIndex plus(String key, int position) {
        long pair = (long) hash(key) << 32 | position;
        if (recent.length < BUFFER) {
            long[] longer = Arrays.copyOf(recent, recent.length + 1);
            longer[recent.length] = pair;
            return new KeyIndex(root, longer);
        }
        return new KeyIndex(inserted(root, 0, recent, recent.length), new long[] {pair});
    }

    private static int search(long[] pairs, int hash, Match match) {
        for (long pair : pairs) {
            if ((int) (pair >>> 32) == hash && match.at((int) pair)) {
                return (int) pair;
            }
        }
        return -1;
    }

    /** The node with the first {@code count} of the pairs put in: each node on the way is copied once for all of them. */
    private static Object inserted(Object node, int shift, long[] pairs, int count) {
        if (node == null) {
            return grown(new long[0], shift, pairs, count);
        }
        if (node instanceof long[] leaf) {
            return grown(leaf, shift, pairs, count);
        }
        Object[] copy = ((Object[]) node).clone();
        spread(copy, shift, pairs, count);
        return copy;
    }

    private static Object grown(long[] leaf, int shift, long[] pairs, int count) {
        long[] all = Arrays.copyOf(leaf, leaf.length + count);
        System.arraycopy(pairs, 0, all, leaf.length, count);
        if (all.length <= LEAF || shift >= Integer.SIZE) {
            return all;
        }
        Object[] inner = new Object[WIDTH];
        spread(inner, shift, all, all.length);
        return inner;
    }

    private static void spread(Object[] inner, int shift, long[] pairs, int count) {
        if (count == 1) {
            int slot = slot(pairs[0], shift);
            inner[slot] = inserted(inner[slot], shift + BITS, pairs, 1);
            return;
        }
        long[] group = new long[count];
        long seen = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(pairs[i], shift);
            if ((seen >>> slot & 1) == 0) {
                seen |= 1L << slot;
                int members = 0;
                for (int j = i; j < count; j++) {
                    if (slot(pairs[j], shift) == slot) {
                        group[members++] = pairs[j];
                    }
                }
                inner[slot] = inserted(inner[slot], shift + BITS, group, members);
            }
        }
    }

    private static int slot(long pair, int shift) {
        return (int) (pair >>> 32 >>> shift) & (WIDTH - 1);
    }

    /** Spreads the text's own hash over all bits: keys that differ in a running number only would crowd otherwise. */
    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
