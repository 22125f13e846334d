package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void bothAgreeWithTheLibraryToTheLastPlaces() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 100_000; i++) {
            double y = Math.exp(random.nextDouble(-40, 5)) * (random.nextBoolean() ? 1 : -1);
            if (y > -1) {
                assertEquals(Math.log1p(y), Growth.log(y), 8e-16 * Math.abs(Math.log1p(y)), "" + y);
            }
            assertEquals(-Math.expm1(-y), Growth.less(y), 8e-16 * Math.abs(Math.expm1(-y)), "" + y);
        }
    }

    @Test
    void endsOfTheRange() {
        assertEquals(0, Growth.log(0));
        assertEquals(Double.POSITIVE_INFINITY, Growth.log(Double.POSITIVE_INFINITY));
        assertEquals(Math.log(1e300), Growth.log(1e300));
        assertEquals(0, Growth.less(0));
        assertEquals(1e-300, Growth.less(1e-300));
        assertEquals(1, Growth.less(800));
        assertEquals(Double.NEGATIVE_INFINITY, Growth.less(-800));
    }
}
