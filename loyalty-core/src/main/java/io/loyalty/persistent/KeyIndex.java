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

    private static final int BUFFER = 16;
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    /** A leaf is a hash table of at least this many slots, at most three quarters of them taken. */
    private static final int LEAF = 32;

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
        for (long pair : recent) {
            if (hashOf(pair) == hash && match.at(positionOf(pair))) {
                return positionOf(pair);
            }
        }
        Object node = root;
        for (int shift = 0; node != null; shift += BITS) {
            if (node instanceof long[] leaf) {
                return search(leaf, hash, match);
            }
            node = ((Object[]) node)[(hash >>> shift) & (WIDTH - 1)];
        }
        return -1;
    }

    /**
     * The index with one more key.
     *
     * @param key the key
     * @param position where it stands, at least 0 and below {@link Integer#MAX_VALUE}
     * @return the longer index
     */
    public KeyIndex plus(String key, int position) {
        // A pair is never 0, which marks a free slot.
        long pair = (long) hash(key) << 32 | position + 1;
        if (recent.length < BUFFER) {
            long[] longer = Arrays.copyOf(recent, recent.length + 1);
            longer[recent.length] = pair;
            return new KeyIndex(root, longer);
        }
        return new KeyIndex(inserted(root, 0, recent, recent.length), new long[] {pair});
    }

    private static int hashOf(long pair) {
        return (int) (pair >>> 32);
    }

    private static int positionOf(long pair) {
        return (int) pair - 1;
    }

    private static int search(long[] leaf, int hash, Match match) {
        for (int slot = home(leaf, hash); leaf[slot] != 0; slot = (slot + 1) & (leaf.length - 1)) {
            if (hashOf(leaf[slot]) == hash && match.at(positionOf(leaf[slot]))) {
                return positionOf(leaf[slot]);
            }
        }
        return -1;
    }

    /** Where the search begins: by the upper bits, as the way through the tree went by the lower ones. */
    private static int home(long[] leaf, int hash) {
        return hash >>> Integer.numberOfLeadingZeros(leaf.length) + 1;
    }

    /** The node with the first {@code count} of the pairs put in: each node on the way is copied once for all of them. */
    private static Object inserted(Object node, int shift, long[] pairs, int count) {
        if (node == null) {
            return grown(new long[LEAF], shift, pairs, count);
        }
        if (node instanceof long[] leaf) {
            return grown(leaf, shift, pairs, count);
        }
        Object[] copy = ((Object[]) node).clone();
        spread(copy, shift, pairs, count);
        return copy;
    }

    private static Object grown(long[] leaf, int shift, long[] pairs, int count) {
        int taken = count;
        for (long pair : leaf) {
            taken += pair == 0 ? 0 : 1;
        }
        if (taken <= leaf.length / 4 * 3) {
            long[] copy = leaf.clone();
            for (int i = 0; i < count; i++) {
                put(copy, pairs[i]);
            }
            return copy;
        }
        long[] all = Arrays.copyOf(pairs, taken);
        int next = count;
        for (long pair : leaf) {
            if (pair != 0) {
                all[next++] = pair;
            }
        }
        // Where the hash has no more bits to tell keys apart, the leaf grows instead.
        if (shift >= Integer.SIZE) {
            return grown(new long[leaf.length * 2], shift, all, taken);
        }
        Object[] inner = new Object[WIDTH];
        spread(inner, shift, all, taken);
        return inner;
    }

    private static void put(long[] leaf, long pair) {
        int slot = home(leaf, hashOf(pair));
        while (leaf[slot] != 0) {
            slot = (slot + 1) & (leaf.length - 1);
        }
        leaf[slot] = pair;
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
        return (hashOf(pair) >>> shift) & (WIDTH - 1);
    }

    /** Spreads the text's own hash over all bits: keys that differ in a running number only would crowd otherwise. */
    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }
}
