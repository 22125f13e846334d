package io.loyalty.persistent;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * An immutable list that shares its parts with the lists it was made from.
 *
 * <p>A radix tree with 32 elements a leaf and the last leaf held apart as a {@link Tail}: appending writes there, and once in 32
 * times copies a path of the tree; reading and replacing an element follow one path. The layout is that of Bagwell's ideal hash trees
 * (Phil Bagwell, 2001, Ideal Hash Trees, EPFL report 169879) used as a vector.
 *
 * @param <T> what it holds
 */
public final class Chain<T> extends AbstractList<T> implements RandomAccess {

    private static final int BITS = 5;
    private static final int WIDTH = Tail.WIDTH;
    private static final int MASK = WIDTH - 1;
    private static final Object[] NOTHING = {};
    private static final Chain<?> EMPTY = new Chain<>(0, NOTHING, Tail.empty());

    private final int size;
    private final Object[] root;
    private final Tail<T> tail;

    private Chain(int size, Object[] root, Tail<T> tail) {
        this.size = size;
        this.root = root;
        this.tail = tail;
    }

    /**
     * The list of nothing.
     *
     * @param <T> what it would hold
     * @return the empty list
     */
    @SuppressWarnings("unchecked")
    public static <T> Chain<T> empty() {
        return (Chain<T>) EMPTY;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index must be in [0, " + size + "): " + index);
        }
        return index >= tailStart() ? tail.get(index & MASK) : (T) leafOf(index)[index & MASK];
    }

    /**
     * The last element.
     *
     * @return the element
     * @throws IndexOutOfBoundsException if the list is empty
     */
    public T last() {
        return get(size - 1);
    }

    /**
     * The list with one more element.
     *
     * @param element the new last one; may be null
     * @return the longer list
     */
    public Chain<T> append(T element) {
        int own = size - tailStart();
        if (own < WIDTH) {
            return new Chain<>(size + 1, root, tail.plus(own, element));
        }
        return behindFullTail(Tail.behindFull(element), 1);
    }

    /**
     * The list with more elements, as if appended one by one, but written a leaf at a time.
     *
     * @param elements the array in which they are
     * @param from the place of the first
     * @param to the place after the last
     * @return the longer list; this one if there are none
     */
    public Chain<T> appendAll(T[] elements, int from, int to) {
        Chain<T> longer = this;
        int next = from;
        while (next < to) {
            int own = longer.size - longer.tailStart();
            if (own > 0 && own < WIDTH) {
                longer = longer.append(elements[next++]);
            } else {
                int count = Math.min(WIDTH, to - next);
                Tail<T> fresh = new Tail<>(Arrays.copyOfRange(elements, next, next + count, Object[].class), count);
                longer = own == 0 ? new Chain<>(count, root, fresh) : longer.behindFullTail(fresh, count);
                next += count;
            }
        }
        return longer;
    }

    /**
     * The list with one element replaced.
     *
     * @param index whose place
     * @param element what stands there
     * @return the changed list
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public Chain<T> with(int index, T element) {
        get(index);
        if (index >= tailStart()) {
            return new Chain<>(size, root, tail.with(size - tailStart(), index & MASK, element));
        }
        return new Chain<>(size, replaced(shift(size), root, index, element), tail);
    }

    /**
     * The beginning of the list; shares everything.
     *
     * @param length how many elements, at most as many as there are
     * @return the shorter list
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public Chain<T> take(int length) {
        if (length == size) {
            return this;
        }
        if (length == 0) {
            return empty();
        }
        get(length - 1);
        // What the tree holds beyond the tail is never read and is overwritten by later appends to the shorter list.
        Object[] top = root;
        for (int level = shift(size); level > shift(length); level -= BITS) {
            top = (Object[]) top[0];
        }
        return new Chain<>(length, top, length > tailStart() ? tail : new Tail<>(leafOf(length - 1), WIDTH));
    }

    private Chain<T> behindFullTail(Tail<T> fresh, int count) {
        int shift = shift(size);
        if (shift(size + count) > shift) {
            Object[] higher = {root, path(shift, tail.leaf())};
            return new Chain<>(size + count, higher, fresh);
        }
        return new Chain<>(size + count, hang(shift, root), fresh);
    }

    /** By how many bits of an index the root tells its branches apart: those of the lowest tree with room for all leaves but the tail. */
    private static int shift(int size) {
        int lastLeaf = Math.max(0, size - 1 - WIDTH) >>> BITS;
        int shift = BITS;
        while (lastLeaf >>> shift != 0) {
            shift += BITS;
        }
        return shift;
    }

    private int tailStart() {
        return size == 0 ? 0 : (size - 1) & ~MASK;
    }

    private Object[] leafOf(int index) {
        Object[] node = root;
        for (int level = shift(size); level > 0; level -= BITS) {
            node = (Object[]) node[(index >>> level) & MASK];
        }
        return node;
    }

    /** The node with the full tail hung at its place, which is the end of the list without the new element. */
    private Object[] hang(int level, Object[] node) {
        int slot = ((size - 1) >>> level) & MASK;
        Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
        if (level == BITS) {
            copy[slot] = tail.leaf();
        } else {
            copy[slot] =
                    copy[slot] == null ? path(level - BITS, tail.leaf()) : hang(level - BITS, (Object[]) copy[slot]);
        }
        return copy;
    }

    private static Object[] path(int level, Object[] leaf) {
        return level == 0 ? leaf : new Object[] {path(level - BITS, leaf)};
    }

    private static Object[] replaced(int level, Object[] node, int index, Object element) {
        Object[] copy = node.clone();
        int slot = (index >>> level) & MASK;
        copy[slot] = level == 0 ? element : replaced(level - BITS, (Object[]) copy[slot], index, element);
        return copy;
    }
}
