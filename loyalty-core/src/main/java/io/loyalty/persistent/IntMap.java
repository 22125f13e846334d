package io.loyalty.persistent;

import java.util.Arrays;

/**
 * An immutable map from numbers at least 0 to values that shares its parts with the maps it was made from: a radix tree of
 * 32-way nodes, for what few of many things have.
 *
 * @param <V> the values
 */
public final class IntMap<V> {

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final Object[] NOTHING = {};
    private static final IntMap<?> EMPTY = new IntMap<>(0, NOTHING);

    private final int shift;
    private final Object[] root;

    private IntMap(int shift, Object[] root) {
        this.shift = shift;
        this.root = root;
    }

    /**
     * The map of nothing.
     *
     * @param <V> what it would hold
     * @return the empty map
     */
    @SuppressWarnings("unchecked")
    public static <V> IntMap<V> empty() {
        return (IntMap<V>) EMPTY;
    }

    /**
     * The value of a number.
     *
     * @param key the number, at least 0
     * @param otherwise what to give if it has none; may be null
     * @return its value
     */
    @SuppressWarnings("unchecked")
    public V get(int key, V otherwise) {
        if (shift + BITS < Integer.SIZE && key >>> (shift + BITS) != 0) {
            return otherwise;
        }
        Object[] node = root;
        for (int level = shift; ; level -= BITS) {
            int slot = (key >>> level) & MASK;
            if (slot >= node.length || node[slot] == null) {
                return otherwise;
            }
            if (level == 0) {
                return (V) node[slot];
            }
            node = (Object[]) node[slot];
        }
    }

    /**
     * The map with a value for a number.
     *
     * @param key the number, at least 0
     * @param value its value
     * @return the changed map
     */
    public IntMap<V> with(int key, V value) {
        int level = shift;
        Object[] top = root;
        while (level + BITS < Integer.SIZE && key >>> (level + BITS) != 0) {
            top = top.length == 0 ? NOTHING : new Object[] {top};
            level += BITS;
        }
        return new IntMap<>(level, put(top, level, key, value));
    }

    private static Object[] put(Object[] node, int level, int key, Object value) {
        int slot = (key >>> level) & MASK;
        Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
        copy[slot] = level == 0
                ? value
                : put(copy[slot] == null ? NOTHING : (Object[]) copy[slot], level - BITS, key, value);
        return copy;
    }
}
