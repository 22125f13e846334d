package io.loyalty.persistent;

/**
 * Where in a list a key stands: an index of keys by their positions, with a version for each version of the list.
 *
 * <p>The versions of one line, each made from the one before, share one hash table of {@code (hash, position)} pairs, to which
 * each appends its own; so adding and finding a key cost one place in memory however long the list is. A version that is made
 * from one that has a successor already begins a branch with a table of its own, and where a branch parts again, what is added is
 * kept in a {@link KeyTree}. The keys themselves are not kept: a
 * pair is a hint that the caller verifies against its version of the list, which is why hints of others do no harm. Versions may
 * be shared between threads like any object of final fields.
 */
public final class KeyIndex {

    /** Says whether what stands at a position has the key that is looked for. */
    @FunctionalInterface
    public interface Match {
        /**
         * Whether the position is the right one.
         *
         * @param position a position that was put in under a key with the same hash, maybe for another version of the list
         * @return true if it is
         */
        boolean at(int position);
    }

    /** The index of nothing. */
    public static final KeyIndex EMPTY = new KeyIndex(null, null, KeyTree.EMPTY);

    /** The table of the line, or null where nothing was added. */
    private final Line line;
    /** The table of the branch, or null before the first fork. */
    private final Line branch;
    /** What was added after a second fork. */
    private final KeyTree rest;

    private KeyIndex(Line line, Line branch, KeyTree rest) {
        this.line = line;
        this.branch = branch;
        this.rest = rest;
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
        int found = line == null ? -1 : line.find(hash, match);
        if (found < 0 && branch != null) {
            found = branch.find(hash, match);
        }
        return found >= 0 || rest == KeyTree.EMPTY ? found : rest.find(hash, match);
    }

    /**
     * The index with one more key.
     *
     * @param key the key
     * @param position where it stands: the list's size before it, below {@link Integer#MAX_VALUE}
     * @return the longer index
     */
    public KeyIndex plus(String key, int position) {
        // A pair is never 0, which marks a free slot.
        long pair = (long) hash(key) << 32 | position + 1;
        if (line == null) {
            return new KeyIndex(new Line(pair), null, rest);
        }
        if (branch == null) {
            return line.add(pair) ? this : new KeyIndex(line, new Line(pair), rest);
        }
        return rest == KeyTree.EMPTY && branch.add(pair) ? this : new KeyIndex(line, branch, rest.plus(pair));
    }

    static int hashOf(long pair) {
        return (int) (pair >>> 32);
    }

    static int positionOf(long pair) {
        return (int) pair - 1;
    }

    /** Spreads the text's own hash over all bits: keys that differ in a running number only would crowd otherwise. */
    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    /** An open hash table that grows by pairs in the order of their positions; at most half of its slots are taken. */
    private static final class Line {
        private static final int FIRST = 16;

        /** Read without a lock: a reader's pairs were written before its version was, and others may be there or not. */
        private volatile long[] slots = new long[FIRST];

        private int next;
        private int count;

        Line(long pair) {
            next = positionOf(pair);
            add(pair);
        }

        int find(int hash, Match match) {
            long[] table = slots;
            for (int slot = home(table, hash); ; slot = (slot + 1) & (table.length - 1)) {
                long pair = table[slot];
                if (pair == 0) {
                    return -1;
                }
                if (hashOf(pair) == hash && match.at(positionOf(pair))) {
                    return positionOf(pair);
                }
            }
        }

        /** Adds a pair, unless another version has the line's next position. */
        synchronized boolean add(long pair) {
            if (positionOf(pair) != next) {
                return false;
            }
            next++;
            if (++count > slots.length / 2) {
                long[] larger = new long[slots.length * 2];
                for (long old : slots) {
                    if (old != 0) {
                        put(larger, old);
                    }
                }
                slots = larger;
            }
            put(slots, pair);
            return true;
        }

        private static void put(long[] table, long pair) {
            int slot = home(table, hashOf(pair));
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = pair;
        }

        private static int home(long[] table, int hash) {
            return hash & (table.length - 1);
        }
    }
}
