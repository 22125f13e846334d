package io.loyalty.metrics.column;

import java.io.Serializable;
import java.math.BigInteger;

/** An exact sum of products of whole numbers, in 128 bits: no rounding, no dependence on order. */
final class WideSum implements Serializable {

    private static final long serialVersionUID = 1L;

    private long high;
    private long low;

    void add(long number) {
        add(number >> 63, number);
    }

    void addProduct(long x, long y) {
        add(Math.multiplyHigh(x, y), x * y);
    }

    void combine(WideSum other) {
        add(other.high, other.low);
    }

    BigInteger value() {
        // The lower half is unsigned: its upper and lower bits are joined separately.
        return BigInteger.valueOf(high)
                .shiftLeft(32)
                .add(BigInteger.valueOf(low >>> 32))
                .shiftLeft(32)
                .add(BigInteger.valueOf(low & 0xFFFF_FFFFL));
    }

    private void add(long otherHigh, long otherLow) {
        long newLow = low + otherLow;
        long carry = Long.compareUnsigned(newLow, low) < 0 ? 1 : 0;
        high = Math.addExact(Math.addExact(high, otherHigh), carry);
        low = newLow;
    }
}
