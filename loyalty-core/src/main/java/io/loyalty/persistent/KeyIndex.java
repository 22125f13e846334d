package io.loyalty.persistent;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Where in a list a key stands: an index of keys by their positions, with a version for each version of the list.
 *
 * <p>The versions of one line, each made from the one before, share one hash table, to which each appends its own key; so adding and
 * finding a key cost the same however long the list is. A version that is made from one that has a successor already begins a
 * branch with a table of its own, and where a branch parts again, what is added is kept in a {@link KeyTree}. The keys themselves
 * are not kept, only their hashes: what is found is a hint that the caller verifies against its version of the list, which is why
 * hints of others do no harm. Versions may be shared between threads like any object of final fields.
 */
public final class KeyIndex {

    /** The list of which this is the index: says whether a key stands at a position. */
    @FunctionalInterface
    public interface Match {
        /**
         * Whether the position is the key's.
         *
         * @param position a position in the list that was put in under a key with the same hash, maybe for another version of it
         * @param key the key that is looked for
         * @return true if it is
         */
        boolean at(int position, String key);
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
     * @param size how long the list is: what stands behind belongs to other versions, and is passed over without a look
     * @param match tells the right position from others with the same hash
     * @return the position, or −1
     */
    public int find(String key, int size, Match match) {
        int hash = hash(key);
        int found = line == null ? -1 : line.find(hash, key, size, match);
        if (found < 0 && branch != null) {
            found = branch.find(hash, key, size, match);
        }
        return found >= 0 || rest == KeyTree.EMPTY ? found : rest.find(hash, key, size, match);
    }

    /**
     * The index with one more key.
     *
     * @param key the key
     * @param position where it stands: the list's size before it, below {@link Integer#MAX_VALUE}
     * @return the longer index
     */
    public KeyIndex plus(String key, int position) {
        int hash = hash(key);
        if (line == null) {
            return new KeyIndex(new Line(hash, position), null, rest);
        }
        if (branch == null) {
            return line.add(hash, position) ? this : new KeyIndex(line, new Line(hash, position), rest);
        }
        if (rest == KeyTree.EMPTY && branch.add(hash, position)) {
            return this;
        }
        // A pair is never 0, which marks a free slot.
        return new KeyIndex(line, branch, rest.plus((long) hash << 32 | position + 1));
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

    /**
     * The keys of a line of versions, in the order of their positions. All but the latest stand in an open hash table, at most half of
     * it taken; those wait, to be put in together, and are looked through one by one if one of them may be it.
     *
     * <p>Nothing is locked. A place is taken by compare-and-set, and the next one only by a version that has this one already. Readers
     * may meet keys of versions that they do not know half written; their own were written before they were made.
     */
    private static final class Line {
        /** How many keys wait at most. Put in together, their places in memory are fetched together. */
        private static final int WAITING = 32;

        private static final int FIRST = 4;

        private static final AtomicIntegerFieldUpdater<Line> TAKEN =
                AtomicIntegerFieldUpdater.newUpdater(Line.class, "taken");

        /** The position of the first key. */
        private final int first;
        /** How many places are taken. */
        private volatile int taken;
        /** By place: the hash. */
        private volatile int[] hashes = new int[FIRST];
        /** The keys that do not wait. */
        private volatile Table table = Table.empty();

        Line(int hash, int position) {
            first = position;
            add(hash, position);
        }

        int find(int hash, String key, int size, Match match) {
            Table settled = table;
            int[] known = hashes;
            int from = settled.count;
            int end = Math.min(size - first, known.length);
            int found = settled.find(hash, key, known, end, first, match);
            if (found >= 0) {
                return found;
            }
            int last = settled.mayWait(hash) ? Math.min(end, from + WAITING) : 0;
            for (int place = from; place < last; place++) {
                if (known[place] == hash && match.at(first + place, key)) {
                    return first + place;
                }
            }
            return -1;
        }

        /** Adds a key, unless another version has the line's next position. */
        boolean add(int hash, int position) {
            int place = position - first;
            if (!TAKEN.compareAndSet(this, place, place + 1)) {
                return false;
            }
            int[] known = hashes;
            if (place == known.length) {
                known = Arrays.copyOf(known, place * 2);
                hashes = known;
            }
            known[place] = hash;
            Table settled = table;
            if ((place + 1) % WAITING == 0) {
                table = settled.with(known, place + 1);
            } else {
                settled.await(hash);
            }
            return true;
        }
    }

    /**
     * Where hashes stand, by hash: buckets of eight slots, whose marks are the bytes of a word. Nearly every bucket has a free slot and
     * no mark that looks like another key's, so both questions have an answer that a processor foresees, and it goes on while
     * the word is still on its way from memory.
     */
    private static final class Table {
        private static final int ROOM = 4;
        private static final int SLOTS = 8;
        /** What is left of a hash beyond this many bits is one of 64. */
        private static final int BIT = Integer.SIZE - 6;
        /** To a shift so are the bits below them: it looks at six of them. */
        private static final int OTHER_BIT = BIT - 6;

        private static final long[] NO_MARKS = {0};
        private static final int[] NO_PLACES = new int[SLOTS];

        /** How many keys stand here: those of the first places. */
        private final int count;
        /** By bucket: a byte of each hash, never 0; 0 is a free slot, and those are the last ones. */
        private final long[] marks;

        private final int[] places;
        /**
         * Two bits for each hash that waits to be put in here: of sixteen keys that wait, one in twenty others seems to. They go with the
         * table, so that who reads an older one finds there whatever of its own that one lacks.
         */
        private long waiting;

        private long alsoWaiting;

        private Table(int count, long[] marks, int[] places) {
            this.count = count;
            this.marks = marks;
            this.places = places;
        }

        /** A table in which nothing stands, and which is too small for anything. */
        static Table empty() {
            return new Table(0, NO_MARKS, NO_PLACES);
        }

        /** The table with all hashes up to a number: grown if more than half of it would be taken, else written to in place. */
        Table with(int[] hashes, int upTo) {
            boolean fits = upTo <= places.length / 2;
            int buckets = Integer.highestOneBit(upTo) * ROOM / SLOTS;
            Table next = fits
                    ? new Table(upTo, marks, places)
                    : new Table(upTo, new long[buckets], new int[buckets * SLOTS]);
            for (int place = fits ? count : 0; place < upTo; place++) {
                next.put(hashes[place], place);
            }
            return next;
        }

        /** Notes that a hash waits. */
        void await(int hash) {
            waiting |= 1L << (hash >>> BIT);
            alsoWaiting |= 1L << (hash >>> OTHER_BIT);
        }

        /** False if no such hash waits. */
        boolean mayWait(int hash) {
            return (waiting >>> (hash >>> BIT) & alsoWaiting >>> (hash >>> OTHER_BIT) & 1) != 0;
        }

        private void put(int hash, int place) {
            int bucket = hash & (marks.length - 1);
            while (zeros(marks[bucket]) == 0) {
                bucket = (bucket + 1) & (marks.length - 1);
            }
            int free = Long.numberOfTrailingZeros(zeros(marks[bucket])) >>> 3;
            places[bucket * SLOTS + free] = place;
            marks[bucket] |= mark(hash) << free * Byte.SIZE;
        }

        /** Looks among the places before an end. */
        int find(int hash, String key, int[] hashes, int end, int first, Match match) {
            long everywhere = mark(hash) * LOWEST_BITS;
            for (int bucket = hash & (marks.length - 1); ; bucket = (bucket + 1) & (marks.length - 1)) {
                long word = marks[bucket];
                for (long alike = zeros(word ^ everywhere); alike != 0; alike &= alike - 1) {
                    int place = places[bucket * SLOTS + (Long.numberOfTrailingZeros(alike) >>> 3)];
                    if (place < end && hashes[place] == hash && match.at(first + place, key)) {
                        return first + place;
                    }
                }
                if (zeros(word) != 0) {
                    return -1;
                }
            }
        }

        private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
        private static final long ALL_BUT_HIGHEST = 0x7F7F_7F7F_7F7F_7F7FL;

        /** The highest bit of each byte that is 0. */
        private static long zeros(long word) {
            return ~((word & ALL_BUT_HIGHEST) + ALL_BUT_HIGHEST | word | ALL_BUT_HIGHEST);
        }

        /** The bits of a hash that its bucket does not tell. */
        private static long mark(int hash) {
            int mark = hash >>> 24;
            return mark == 0 ? 1 : mark;
        }
    }
}
