package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.Arrays;

/** Orders and revenue of pairs of row and period, in columns. */
final class Pairs implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Row in the upper half, period in the lower. */
    private long[] keys;

    private int[] orders;
    private long[] revenues;

    Pairs(int length) {
        keys = new long[length];
        orders = new int[length];
        revenues = new long[length];
    }

    int length() {
        return keys.length;
    }

    void lengthen(int length) {
        keys = Arrays.copyOf(keys, length);
        orders = Arrays.copyOf(orders, length);
        revenues = Arrays.copyOf(revenues, length);
    }

    int row(int position) {
        return (int) (keys[position] >>> Integer.SIZE);
    }

    int period(int position) {
        return (int) keys[position];
    }

    int orders(int position) {
        return orders[position];
    }

    long revenue(int position) {
        return revenues[position];
    }

    boolean isSame(int position, Pairs other, int theirs) {
        return keys[position] == other.keys[theirs];
    }

    void set(int position, int row, int period, int count, long revenue) {
        keys[position] = (long) row << Integer.SIZE | period;
        orders[position] = count;
        revenues[position] = revenue;
    }

    void set(int position, Pairs other, int theirs) {
        keys[position] = other.keys[theirs];
        orders[position] = other.orders[theirs];
        revenues[position] = other.revenues[theirs];
    }

    void addTo(int position, Pairs other, int theirs) {
        orders[position] = Math.addExact(orders[position], other.orders[theirs]);
        revenues[position] = Math.addExact(revenues[position], other.revenues[theirs]);
    }
}
