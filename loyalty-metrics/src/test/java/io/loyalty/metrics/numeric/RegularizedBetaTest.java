package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegularizedBetaTest {

    private final ReferenceTable table = ReferenceTable.of("regularized_beta");
    private final ReferenceTable inverses = ReferenceTable.of("regularized_beta_inverse");

    @Test
    void simpleValues() {
        assertEquals(0.3, RegularizedBeta.value(1, 1, 0.3), 1e-16);
        assertEquals(0.3 * 0.3 * 0.3, RegularizedBeta.value(3, 1, 0.3), 1e-17);
        assertEquals(0.5, RegularizedBeta.value(7.3, 7.3, 0.5), 2e-16);
        assertEquals(1.0 / 3, RegularizedBeta.value(0.5, 0.5, 0.25), 1e-16);
    }

    @Test
    void valueAgreesWithTheReference() {
        table.check("i", 5e-15, a -> RegularizedBeta.value(a[0], a[1], a[2]));
    }

    @Test
    void complementAgreesWithTheReference() {
        table.check("complement", 1e-14, a -> RegularizedBeta.complement(a[0], a[1], a[2]));
    }

    @Test
    void inverseAgreesWithTheReference() {
        inverses.checkConditioned("x", "condition", 2e-15, a -> RegularizedBeta.inverse(a[0], a[1], a[2]));
    }

    @Test
    void inverseOfTheComplementAgreesWithTheReferenceFromTheOtherEnd() {
        inverses.checkConditioned("rest", "condition", 3e-15, a -> RegularizedBeta.inverseComplement(a[1], a[0], a[2]));
    }

    @Test
    void logarithmsGoOnBelowTheDoubles() {
        assertEquals(Math.log(RegularizedBeta.value(3, 40, 0.01)), RegularizedBeta.logValue(3, 40, 0.01), 1e-15);
        assertEquals(1000 * Math.log(0.1), RegularizedBeta.logValue(1000, 1, 0.1), 1e-11);
        assertEquals(1000 * Math.log(0.1), RegularizedBeta.logComplement(1, 1000, 0.9), 1e-11);
        assertEquals(-0.001, RegularizedBeta.logComplement(1, 1, 0.000999500166625) * 1, 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, RegularizedBeta.logValue(2, 3, 0));
        assertEquals(0, RegularizedBeta.logValue(2, 3, 1));
        assertEquals(0, RegularizedBeta.logComplement(2, 3, 0));
    }

    @Test
    void endsAreExact() {
        assertEquals(0, RegularizedBeta.value(2, 3, 0));
        assertEquals(1, RegularizedBeta.value(2, 3, 1));
        assertEquals(1, RegularizedBeta.complement(2, 3, 0));
        assertEquals(0, RegularizedBeta.complement(2, 3, 1));
        assertEquals(0, RegularizedBeta.inverse(2, 3, 0));
        assertEquals(1, RegularizedBeta.inverse(2, 3, 1));
        assertEquals(1, RegularizedBeta.inverseComplement(2, 3, 0));
        assertEquals(0, RegularizedBeta.inverseComplement(2, 3, 1));
    }

    @Test
    void meanOfHugeShapesIsNextToTheMedian() {
        assertEquals(0.5, RegularizedBeta.value(1e12, 1e12, 0.5), 1e-15);
        assertEquals(0.5, RegularizedBeta.value(1e15, 3e15, 0.25), 1e-8);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("a must be positive and finite: -1.0", () -> RegularizedBeta.value(-1, 1, 0.5));
        assertRefused("b must be positive and finite: NaN", () -> RegularizedBeta.value(1, Double.NaN, 0.5));
        assertRefused("x must be in [0, 1]: 1.5", () -> RegularizedBeta.complement(1, 1, 1.5));
        assertRefused("x must be in [0, 1]: NaN", () -> RegularizedBeta.logValue(1, 1, Double.NaN));
        assertRefused("p must be in [0, 1]: -0.1", () -> RegularizedBeta.inverse(1, 1, -0.1));
        assertRefused("q must be in [0, 1]: NaN", () -> RegularizedBeta.inverseComplement(1, 1, Double.NaN));
    }

    @Test
    void logarithmsOfShapesWhoseSquaresOverflow() {
        // The power of x alone: what is left is below the last digit.
        assertEquals(-1.05360515657826282e299, RegularizedBeta.logValue(1e300, 2, 0.9), 1e284);
        assertEquals(-1.05360515657826277e159, RegularizedBeta.logValue(1e160, 2, 0.9), 1e144);
    }

    @Test
    void everyQuestionChecksItsArguments() {
        assertRefused("x must be in [0, 1]: NaN", () -> RegularizedBeta.logComplement(1, 1, Double.NaN));
        assertRefused("a must be positive and finite: 0.0", () -> RegularizedBeta.inverse(0, 1, 0.5));
        assertRefused("b must be positive and finite: 0.0", () -> RegularizedBeta.inverseComplement(1, 0, 0.5));
        assertRefused("a + b must be positive and finite: Infinity", () -> RegularizedBeta.value(1e308, 1e308, 0.5));
    }
}
