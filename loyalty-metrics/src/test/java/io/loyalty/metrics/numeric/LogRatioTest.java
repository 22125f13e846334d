package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class LogRatioTest {

    /** log 2 and log 10 to 40 digits. */
    private static final BigDecimal LOG_2 = new BigDecimal("0.6931471805599453094172321214581765680755");

    private static final BigDecimal LOG_10 = new BigDecimal("2.302585092994045684017991454684364207601");

    @Test
    void logarithmsHaveTwentyFourDigits() {
        assertClose(LOG_2, LogRatio.of(2, 1));
        assertClose(LOG_2.negate(), LogRatio.of(3, 6));
        assertClose(LOG_10, LogRatio.of(10, 1));
        assertClose(LOG_10.multiply(BigDecimal.valueOf(22)), LogRatio.of(1e22, 1));
        assertClose(LOG_2.multiply(BigDecimal.valueOf(-1074)), LogRatio.of(Double.MIN_VALUE, 1));
        assertClose(LOG_2.multiply(BigDecimal.valueOf(2000)), LogRatio.of(0x1p1000, 0x1p-1000));
    }

    @Test
    void nearOneItIsItsSeries() {
        double step = 0x1p-30;
        BigDecimal u = new BigDecimal(step);
        BigDecimal series = BigDecimal.ZERO;
        BigDecimal power = u;
        for (int k = 1; k < 8; k++) {
            BigDecimal term = power.divide(BigDecimal.valueOf(k), MathContext.DECIMAL128);
            series = k % 2 == 1 ? series.add(term) : series.subtract(term);
            power = power.multiply(u);
        }
        DoubleDouble log = LogRatio.of(1 + step, 1);
        double error = exact(log).subtract(series).abs().doubleValue();
        assertTrue(error < 1e-38, "error " + error);
    }

    @Test
    void theProductOfReciprocalsIsOne() {
        for (int i = 1; i < 2000; i++) {
            double x = i * 0.0137;
            DoubleDouble sum = LogRatio.of(x, 1).plus(LogRatio.of(1, x));
            assertEquals(0, sum.value(), 1e-23);
        }
    }

    @Test
    void equalNumbersGiveZero() {
        assertEquals(0, LogRatio.of(1.7e-12, 1.7e-12).value());
    }

    private static void assertClose(BigDecimal expected, DoubleDouble actual) {
        double error = exact(actual).subtract(expected).abs().doubleValue();
        assertTrue(error < 1e-24 * Math.max(1, expected.abs().doubleValue()), "error " + error);
    }

    private static BigDecimal exact(DoubleDouble number) {
        return new BigDecimal(number.hi()).add(new BigDecimal(number.lo()));
    }

    @Test
    void lowWordsOfExtremeNumbersCount() {
        // log(1 + 2^-54) is 2^-54 to 16 digits.
        for (double scale : new double[] {0x1p-900, 0x1p900}) {
            DoubleDouble above = LogRatio.of(scale, 0x1p-54 * scale, 1, 0);
            assertEquals(0x1p-54, above.plus(LogRatio.of(scale, 1).negate()).value(), 1e-22);
            DoubleDouble below = LogRatio.of(1, 0, scale, 0x1p-54 * scale);
            assertEquals(-0x1p-54, below.plus(LogRatio.of(1, scale).negate()).value(), 1e-22);
        }
    }

    @Test
    void subnormalNumbersHaveLogarithms() {
        assertClose(LOG_2.multiply(BigDecimal.valueOf(-1074 - 1000)), LogRatio.of(Double.MIN_VALUE, 0x1p1000));
        assertClose(LOG_2.multiply(BigDecimal.valueOf(1074 + 1000)), LogRatio.of(0x1p1000, Double.MIN_VALUE));
        assertClose(LOG_10, LogRatio.of(10 * 0x1p-1070, 0x1p-1070));
    }
}
