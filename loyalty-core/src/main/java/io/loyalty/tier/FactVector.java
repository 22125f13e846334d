package io.loyalty.tier;

import java.time.Instant;
import java.util.Arrays;

/**
 * Facts by number, in leaves of 32 under a tree of 32 branches, of which copies share all but what they change.
 *
 * <p>Appending and replacing cost the same for a hundred facts and for a million. A vector is written to by the fold that made
 * it, until a history takes it over.
 */
final class FactVector {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    private static final TierFact[] NO_FACTS = {};
    private static final Object[] NO_NODES = {};

    private Object[] root = NO_NODES;
    /** By how many bits a leaf's number is shifted to find its branch in the root. */
    private int shift;

    private int size;
    private TierFact[] tail = NO_FACTS;
    /** Whether the tail is this vector's alone. */
    private boolean own;

    int size() {
        return size;
    }

    TierFact get(int index) {
        return index >= tailStart() ? tail[index & MASK] : leaf(index >>> BITS)[index & MASK];
    }

    TierFact last() {
        return get(size - 1);
    }

    void append(TierFact fact) {
        int at = size & MASK;
        if (!own) {
            tail = Arrays.copyOf(tail, at + 1);
            own = true;
        } else if (at == tail.length) {
            tail = Arrays.copyOf(tail, WIDTH);
        }
        tail[at] = fact;
        size++;
        if ((size & MASK) == 0) {
            push(tail);
            tail = NO_FACTS;
            own = false;
        }
    }

    void append(TierFact[] facts, int from, int to) {
        int next = from;
        while (next < to) {
            if ((size & MASK) == 0 && to - next >= WIDTH) {
                size += WIDTH;
                push(Arrays.copyOfRange(facts, next, next + WIDTH));
                next += WIDTH;
            } else {
                append(facts[next++]);
            }
        }
    }

    void set(int index, TierFact fact) {
        if (index >= tailStart()) {
            if (!own) {
                tail = tail.clone();
                own = true;
            }
            tail[index & MASK] = fact;
        } else {
            TierFact[] leaf = leaf(index >>> BITS).clone();
            leaf[index & MASK] = fact;
            root = put(root, shift, index >>> BITS, leaf);
        }
    }

    /** The same facts, to be written to without effect on this. */
    FactVector copy() {
        seal();
        FactVector copy = new FactVector();
        copy.root = root;
        copy.shift = shift;
        copy.size = size;
        copy.tail = tail;
        return copy;
    }

    /** Gives up the right to write in place, and what room was kept for it. */
    void seal() {
        if (own) {
            own = false;
            tail = Arrays.copyOf(tail, size & MASK);
        }
    }

    /** How many facts are before an instant. */
    int countBefore(Instant instant) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).at().isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int tailStart() {
        return size & ~MASK;
    }

    private TierFact[] leaf(int number) {
        Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            node = (Object[]) node[(number >>> level) & MASK];
        }
        return (TierFact[]) node[number & MASK];
    }

    private void push(TierFact[] leaf) {
        int number = (size >>> BITS) - 1;
        if (number >= WIDTH << shift) {
            root = new Object[] {root};
            shift += BITS;
        }
        root = put(root, shift, number, leaf);
    }

    private static Object[] put(Object[] node, int shift, int number, TierFact[] leaf) {
        int slot = (number >>> shift) & MASK;
        Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
        if (shift == 0) {
            copy[slot] = leaf;
        } else {
            Object[] child = slot < node.length ? (Object[]) node[slot] : NO_NODES;
            copy[slot] = put(child, shift - BITS, number, leaf);
        }
        return copy;
    }
}
