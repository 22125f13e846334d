package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MinimizerTest {

    @Test
    void parabola() {
        Minimum minimum = Minimizer.find(x -> (x - 2) * (x - 2) + 1, 0, 5, 0);
        assertEquals(2, minimum.point(), 1e-8);
        assertEquals(1, minimum.value());
        assertEquals(Minimum.Status.CONVERGED, minimum.status());
        assertTrue(minimum.evaluations() <= 15, "evaluations: " + minimum.evaluations());
    }

    @Test
    void gammaFunctionHasItsMinimumAtTheRootOfDigamma() {
        Minimum minimum = Minimizer.find(LogGamma::value, 1, 2, 1e-9);
        assertEquals(1.4616321449683622, minimum.point(), 1e-7);
        assertEquals(-0.12148629053584961, minimum.value(), 1e-15);
    }

    @Test
    void kinksAreFound() {
        assertEquals(0.7, Minimizer.find(x -> Math.abs(x - 0.7), 0, 5, 1e-10).point(), 1e-7);
    }

    @Test
    void endsAreReported() {
        Minimum low = Minimizer.find(x -> x, 1, 5, 1e-9);
        assertEquals(Minimum.Status.AT_LOWER_END, low.status());
        assertEquals(1, low.point());
        Minimum high = Minimizer.find(x -> -x, 1, 5, 1e-9);
        assertEquals(Minimum.Status.AT_UPPER_END, high.status());
        assertEquals(5, high.point());
    }

    @Test
    void notANumberIsAvoided() {
        Minimum minimum = Minimizer.find(x -> x < 1 ? Double.NaN : (x - 2) * (x - 2), 0, 5, 0);
        assertEquals(2, minimum.point(), 1e-7);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused("low must be less than high, both finite: 3.0 and 2.0", () -> Minimizer.find(x -> x, 3, 2, 0));
        assertRefused("tolerance must be at least 0 and finite: NaN", () -> Minimizer.find(x -> x, 0, 2, Double.NaN));
        assertEquals(
                "function",
                assertThrows(NullPointerException.class, () -> Minimizer.find(null, 0, 1, 0))
                        .getMessage());
    }
}
