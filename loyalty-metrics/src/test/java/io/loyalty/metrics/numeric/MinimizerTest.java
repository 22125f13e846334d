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
        assertRefused(
                "low must be less than high, both and their distance finite: 3.0 and 2.0",
                () -> Minimizer.find(x -> x, 3, 2, 0));
        assertRefused(
                "low must be less than high, both and their distance finite: 2.0 and 2.0",
                () -> Minimizer.find(x -> x, 2, 2, 0));
        assertRefused(
                "low must be less than high, both and their distance finite: -1.0E308 and 1.0E308",
                () -> Minimizer.find(x -> x, -1e308, 1e308, 0));
        assertRefused("tolerance must be at least 0 and finite: NaN", () -> Minimizer.find(x -> x, 0, 2, Double.NaN));
        assertEquals(
                "function",
                assertThrows(NullPointerException.class, () -> Minimizer.find(null, 0, 1, 0))
                        .getMessage());
    }

    @Test
    void evaluationsAreCountedAndLieWithinTheEnds() {
        for (double[] ends : new double[][] {{100, 101}, {1, 1.01}, {-101, -100}}) {
            int[] calls = {0};
            Minimum minimum = Minimizer.find(
                    x -> {
                        calls[0]++;
                        assertTrue(x >= ends[0] && x <= ends[1], "outside: " + x);
                        return Math.cosh(x - 0.5 * (ends[0] + ends[1]));
                    },
                    ends[0],
                    ends[1],
                    0);
            assertEquals(calls[0], minimum.evaluations());
            assertEquals(0.5 * (ends[0] + ends[1]), minimum.point(), 1e-5);
        }
    }

    @Test
    void aToleranceIsKeptAndSavesEvaluations() {
        int fine = Minimizer.find(x -> Math.abs(x - 3), 0, 10, 0).evaluations();
        for (double kink = 0.5; kink < 10; kink += 0.25) {
            double where = kink;
            Minimum minimum = Minimizer.find(x -> Math.abs(x - where), 0, 10, 0.4);
            assertEquals(where, minimum.point(), 0.4);
            assertTrue(minimum.evaluations() < fine / 2, minimum.evaluations() + " of " + fine);
        }
    }

    @Test
    void smallAndLargeMinimaAreFoundToTheSameShareOfThem() {
        for (double where : new double[] {1e-6, 1, 1e6}) {
            Minimum minimum = Minimizer.find(x -> Math.abs(x - where), 0, 5 * where, 0);
            assertEquals(where, minimum.point(), 1e-7 * where);
            assertEquals(Minimum.Status.CONVERGED, minimum.status());
            assertTrue(minimum.evaluations() < 100, "evaluations: " + minimum.evaluations());
        }
    }

    @Test
    void aKinkAtZeroIsApproachedUntilTheLimitOfEvaluations() {
        // No share of 0 is near enough.
        Minimum minimum = Minimizer.find(Math::abs, -1, 2, 0);
        assertEquals(Minimum.Status.EVALUATION_LIMIT, minimum.status());
        assertEquals(0, minimum.point(), 1e-50);
    }

    @Test
    void ofEqualValuesTheLowerEndIsReported() {
        assertEquals(
                Minimum.Status.AT_LOWER_END, Minimizer.find(x -> 7, 1, 5, 0).status());
        assertEquals(
                Minimum.Status.AT_LOWER_END,
                Minimizer.find(x -> -x * x, -1, 1, 0).status());
    }
}
