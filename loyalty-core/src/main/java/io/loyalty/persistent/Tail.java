package io.loyalty.persistent;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * The growing end of an immutable list, which the list's versions share: up to {@link #WIDTH} elements, each written once.
 *
 * <p>A version knows how many of the elements are its own. The first version that appends behind the last element writes into
 * the free place; a version that finds the place taken, because another was made from the same list, copies. So a line of
 * versions appends without copying, and no version ever sees what another has appended. The place is taken by compare-and-set,
 * and an element is written before the version that owns it is constructed, so versions may be shared between threads like any
 * object of final fields.
 *
 * @param <T> what it holds
 */
public final class Tail<T> {

    /** How many elements there are at most. */
    public static final int WIDTH = 32;

    private static final int FIRST = 4;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Tail> TAKEN =
            AtomicIntegerFieldUpdater.newUpdater(Tail.class, "taken");

    private final Object[] slots;
    private volatile int taken;

    /** Over slots of which the first are written; the others are free. */
    Tail(Object[] slots, int taken) {
        this.slots = slots;
        this.taken = taken;
    }

    /**
     * The end of a list of nothing.
     *
     * @param <T> what it would hold
     * @return a tail without room, which is copied when something is appended
     */
    public static <T> Tail<T> empty() {
        return new Tail<>(new Object[0], 0);
    }

    /**
     * The end of a list that has filled one tail already, and is taken to grow on: it has all its room at once.
     *
     * @param element what stands behind the full tail; may be null
     * @param <T> what it holds
     * @return a tail of one element
     */
    public static <T> Tail<T> behindFull(T element) {
        Object[] slots = new Object[WIDTH];
        slots[0] = element;
        return new Tail<>(slots, 1);
    }

    /**
     * A tail of some elements.
     *
     * @param elements the elements, at most {@link #WIDTH}
     * @param count how many of them, from the first
     * @param <T> what it holds
     * @return the tail, with a copy of them
     */
    public static <T> Tail<T> of(T[] elements, int count) {
        return new Tail<>(Arrays.copyOf(elements, count, Object[].class), count);
    }

    /**
     * An element.
     *
     * @param index its place, below the number of elements that the asking version owns
     * @return the element
     */
    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) slots[index];
    }

    /**
     * The tail with one more element.
     *
     * @param size how many elements the version owns that appends, below {@link #WIDTH}
     * @param element what comes behind them; may be null
     * @return this tail if the place was free, or a copy
     */
    public Tail<T> plus(int size, T element) {
        if (size < slots.length && TAKEN.compareAndSet(this, size, size + 1)) {
            slots[size] = element;
            return this;
        }
        int room = size < FIRST ? FIRST : Math.min(WIDTH, Integer.highestOneBit(size) << 1);
        Object[] copy = Arrays.copyOf(slots, Math.max(size + 1, room));
        Arrays.fill(copy, size, Math.min(slots.length, copy.length), null);
        copy[size] = element;
        return new Tail<>(copy, size + 1);
    }

    /** A copy of the first elements with one of them replaced. */
    Tail<T> with(int size, int index, T element) {
        Object[] copy = Arrays.copyOf(slots, size);
        copy[index] = element;
        return new Tail<>(copy, size);
    }

    /** The elements as a leaf; all {@link #WIDTH} must be written. */
    Object[] leaf() {
        return slots;
    }
}
