package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Recurrences and reflections of the special functions. */
class SpecialFunctionProperties {

    private static final double DIGITS = 4e-15;

    @Property(seed = "61")
    void logGammaStepsByTheLogarithm(@ForAll @Scale(12) @DoubleRange(min = 1e-3, max = 1e6) double x) {
        double expected = LogGamma.value(x) + Math.log(x);
        assertEquals(expected, LogGamma.value(x + 1), DIGITS * (1 + Math.abs(expected) + Math.abs(Math.log(x))));
    }

    @Property(seed = "62")
    void digammaStepsByTheReciprocal(@ForAll @Scale(12) @DoubleRange(min = 1e-3, max = 1e6) double x) {
        assertEquals(Digamma.value(x) + 1 / x, Digamma.value(x + 1), DIGITS * (1 + 1 / x + Math.log1p(x)));
        assertEquals(Trigamma.value(x) - 1 / (x * x), Trigamma.value(x + 1), DIGITS * (1 + 1 / (x * x)));
    }

    @Property(seed = "63")
    void digammaIsTheSlopeOfLogGamma(@ForAll @Scale(12) @DoubleRange(min = 0.5, max = 1e4) double x) {
        double h = 1e-6;
        assertEquals(Digamma.value(x), LogGamma.increment(x, h) / h, 1e-6 * (1 + Trigamma.value(x)));
    }

    @Property(seed = "64")
    void erfIsOddAndComplementary(@ForAll @Scale(12) @DoubleRange(min = -6, max = 6) double x) {
        assertEquals(-Erf.erf(x), Erf.erf(-x));
        assertEquals(1, Erf.erf(x) + Erf.erfc(x), 2e-16);
        double inverse = Math.abs(x) < 5 ? Erf.inverseErf(Erf.erf(x)) : x;
        assertEquals(x, inverse, 1e-15 + 2e-16 * Math.exp(x * x));
    }

    @Property(seed = "65")
    void incompleteGammaSteps(
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 200) double a,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 300) double x) {
        // Q(a + 1, x) = Q(a, x) + kernel: all positive.
        double expected = RegularizedGamma.q(a, x) + GammaKernel.value(a, x, 0);
        assertEquals(expected, RegularizedGamma.q(a + 1, x), 2e-14 * expected);
    }

    @Property(seed = "66")
    void incompleteBetaSteps(
            @ForAll @Scale(12) @DoubleRange(min = 0.05, max = 300) double a,
            @ForAll @Scale(12) @DoubleRange(min = 0.05, max = 300) double b,
            @ForAll @Scale(12) @DoubleRange(min = 0.001, max = 0.999) double x) {
        // I(a, b) = I(a + 1, b) + kernel/a: all positive.
        DoubleDouble y = DoubleDouble.difference(1, x);
        double expected = RegularizedBeta.value(a + 1, b, x) + BetaKernel.value(a, b, new DoubleDouble(x, 0), y) / a;
        assertEquals(expected, RegularizedBeta.value(a, b, x), 3e-14 * expected);
    }

    @Property(seed = "67")
    void incompleteBetaReflects(
            @ForAll @Scale(12) @DoubleRange(min = 0.05, max = 300) double a,
            @ForAll @Scale(12) @DoubleRange(min = 0.05, max = 300) double b,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double share) {
        // A multiple of 2^-20, so that 1 - x is exact.
        double x = Math.rint(share * 0x1p20) * 0x1p-20;
        double expected = RegularizedBeta.value(a, b, x);
        assertEquals(expected, RegularizedBeta.complement(b, a, 1 - x), 1e-15 * expected);
    }
}
