package io.loyalty.persistent;

import java.util.Arrays;

/**
 * Hints for the entries that a version does not share with the line of versions it came from: an immutable map from hashes to
 * positions that shares its parts with the maps it was made from.
 *
 * <p>A radix tree over the hash, with leaves of packed {@code (hash, position)} pairs. The newest pairs wait in a small buffer
 * and move into the tree together, so that most appends copy the buffer alone.
 */
final class KeyTree {

    /** The index of nothing. */
    static final KeyTree EMPTY = new KeyTree(null, new long[0]);

    private static final int BUFFER = 16;
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    /** A leaf is a hash table of at least this many slots, at most three quarters of them taken. */
    private static final int LEAF = 32;

    /** A leaf ({@code long[]}), an inner node ({@code Object[]} of {@link #WIDTH}) or null. */
    private final Object root;

    private final long[] recent;

    private KeyTree(Object root, long[] recent) {
        this.root = root;
        this.recent = recent;
    }

    /** The position below a list's size of a pair with a hash and a key that match, or −1. */
    int find(int hash, String key, int size, KeyIndex.Match match) {
        for (long pair : recent) {
            if (matches(pair, hash, key, size, match)) {
                return KeyIndex.positionOf(pair);
            }
        }
        Object node = root;
        for (int shift = 0; node != null; shift += BITS) {
            if (node instanceof long[] leaf) {
                return search(leaf, hash, key, size, match);
            }
            node = ((Object[]) node)[(hash >>> shift) & (WIDTH - 1)];
        }
        return -1;
    }

    /** The map with one more pair. */
    KeyTree plus(long pair) {
        if (recent.length < BUFFER) {
            long[] longer = Arrays.copyOf(recent, recent.length + 1);
            longer[recent.length] = pair;
            return new KeyTree(root, longer);
        }
        return new KeyTree(inserted(root, 0, recent, recent.length), new long[] {pair});
    }

    private static int search(long[] leaf, int hash, String key, int size, KeyIndex.Match match) {
        for (int slot = home(leaf, hash); leaf[slot] != 0; slot = (slot + 1) & (leaf.length - 1)) {
            if (matches(leaf[slot], hash, key, size, match)) {
                return KeyIndex.positionOf(leaf[slot]);
            }
        }
        return -1;
    }

    private static boolean matches(long pair, int hash, String key, int size, KeyIndex.Match match) {
        int position = KeyIndex.positionOf(pair);
        return KeyIndex.hashOf(pair) == hash && position < size && match.at(position, key);
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
        int slot = home(leaf, KeyIndex.hashOf(pair));
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
        return (KeyIndex.hashOf(pair) >>> shift) & (WIDTH - 1);
    }
}
