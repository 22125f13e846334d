package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WideSumProperties {

    @Property(tries = 500, seed = "20260420")
    void sumsOfProductsAreExactAndCombine(@ForAll long[] numbers) {
        WideSum sum = new WideSum();
        WideSum other = new WideSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < numbers.length; i++) {
            // Halved, so that the sum of many products stays within 127 bits.
            long x = numbers[i] >> 8;
            long y = numbers[(i + 1) % numbers.length] >> 8;
            WideSum target = i % 3 == 0 ? other : sum;
            target.addProduct(x, y);
            target.add(numbers[i]);
            expected = expected.add(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)))
                    .add(BigInteger.valueOf(numbers[i]));
        }
        sum.combine(other);
        assertEquals(expected, sum.value());
    }
}
