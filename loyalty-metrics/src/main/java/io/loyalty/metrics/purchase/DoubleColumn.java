package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Arrays;

/** A column that grows: what figures collect that need all values at the end. */
final class DoubleColumn implements Serializable {

    private static final long serialVersionUID = 1L;

    private double[] values = new double[16];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, size));
        }
        values[size++] = value;
    }

    DoubleColumn combine(DoubleColumn other) {
        int sum = Math.addExact(size, other.size);
        if (sum > values.length) {
            values = Arrays.copyOf(values, Math.max(sum, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size)));
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size = sum;
        return this;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
