package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class WideSumTest {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    @Test
    void sumsGoBeyond64Bits() {
        WideSum sum = new WideSum();
        assertEquals(BigInteger.ZERO, sum.value());
        sum.add(-1);
        assertEquals(BigInteger.ONE.negate(), sum.value());
        // The lower half overflows as an unsigned number, once each way.
        sum.add(1);
        sum.addProduct(1L << 32, 1L << 32);
        assertEquals(TWO_TO_64, sum.value());
        sum.add(-1);
        assertEquals(TWO_TO_64.subtract(BigInteger.ONE), sum.value());
        sum.addProduct(-(1L << 33), 1L << 32);
        assertEquals(TWO_TO_64.negate().subtract(BigInteger.ONE), sum.value());
    }

    @Test
    void partsCombine() {
        WideSum sum = new WideSum();
        sum.add(Long.MAX_VALUE);
        WideSum other = new WideSum();
        other.addProduct(Long.MAX_VALUE, 2);
        other.add(3);
        sum.combine(other);
        assertEquals(
                BigInteger.valueOf(Long.MAX_VALUE)
                        .multiply(BigInteger.valueOf(3))
                        .add(BigInteger.valueOf(3)),
                sum.value());
    }

    @Test
    void whatDoesNotFitIsReported() {
        WideSum sum = new WideSum();
        sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);
        assertEquals(BigInteger.ONE.shiftLeft(126), sum.value());
        assertThrows(ArithmeticException.class, () -> sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE));
    }
}
