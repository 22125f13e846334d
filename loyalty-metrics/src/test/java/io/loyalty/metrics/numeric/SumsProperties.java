package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Sums and moments against exact decimal arithmetic. */
class SumsProperties {

    /** Up to forty values of mixed size; cheaper than an arbitrary of arrays. */
    private static double[] values(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[random.nextInt(2, 41)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble(-1e3, 1e3) * Math.pow(10, -random.nextInt(9));
        }
        return values;
    }

    @Property(seed = "41", tries = 300)
    void sumIsThatOfExactArithmetic(@ForAll long seed) {
        double[] values = values(seed);
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal sizes = BigDecimal.ZERO;
        for (double value : values) {
            exact = exact.add(new BigDecimal(value));
            sizes = sizes.add(new BigDecimal(value).abs());
        }
        double error = new BigDecimal(Sums.sum(values)).subtract(exact).abs().doubleValue();
        assertTrue(error <= 0x1p-53 * Math.abs(exact.doubleValue()) + 1e-28 * sizes.doubleValue());
    }

    @Property(seed = "42", tries = 300)
    void momentsAreThoseOfExactArithmetic(
            @ForAll long seed, @ForAll @Scale(6) @DoubleRange(min = -1e8, max = 1e8) double shift) {
        double[] values = values(seed);
        BigDecimal sum = BigDecimal.ZERO;
        double[] shifted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shifted[i] = values[i] + shift;
            sum = sum.add(new BigDecimal(shifted[i]));
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.length), new MathContext(60));
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : shifted) {
            BigDecimal deviation = new BigDecimal(value).subtract(mean);
            squares = squares.add(deviation.multiply(deviation));
        }
        Moments moments = Moments.of(shifted);
        assertEquals(mean.doubleValue(), moments.mean(), Math.ulp(mean.doubleValue()));
        double exact = squares.doubleValue();
        assertEquals(exact, moments.squaredDeviations(), 1e-14 * exact + 1e-14);
    }

    @Property(seed = "43", tries = 300)
    void mergesAgreeWithOnePass(@ForAll long firstSeed, @ForAll long secondSeed) {
        double[] first = values(firstSeed);
        double[] second = values(secondSeed);
        Moments merged = Moments.of(first);
        merged.combine(Moments.of(second));
        Moments reverse = Moments.of(second);
        reverse.combine(Moments.of(first));
        Moments whole = new Moments();
        for (double value : first) {
            whole.add(value);
        }
        for (double value : second) {
            whole.add(value);
        }
        assertEquals(whole.mean(), merged.mean(), Math.ulp(whole.mean()));
        assertEquals(whole.variance(), merged.variance(), 4 * Math.ulp(whole.variance()));
        assertEquals(reverse.variance(), merged.variance(), 4 * Math.ulp(whole.variance()));
    }
}
