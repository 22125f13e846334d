package io.loyalty.metrics.numeric;

import static io.loyalty.metrics.numeric.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RootFinderTest {

    @Test
    void wallisCubic() {
        Root root = RootFinder.find(x -> x * x * x - 2 * x - 5, 2, 3);
        assertEquals(2.0945514815423265, root.point(), 1e-15);
        assertTrue(root.converged());
        assertTrue(root.evaluations() <= 12, "evaluations: " + root.evaluations());
    }

    @Test
    void toleranceSavesEvaluations() {
        Root rough = RootFinder.find(Math::cos, 0, 3, 1e-3);
        Root fine = RootFinder.find(Math::cos, 0, 3);
        assertEquals(Math.PI / 2, rough.point(), 1e-3);
        assertEquals(Math.PI / 2, fine.point());
        assertTrue(rough.evaluations() < fine.evaluations());
    }

    @Test
    void flatRootsAndJumpsEnd() {
        assertTrue(RootFinder.find(x -> Math.pow(x, 9), -1, 4).converged());
        Root jump = RootFinder.find(x -> x < 1.25 ? -1 : 1, 0, 3);
        assertTrue(jump.converged());
        assertEquals(1.25, jump.point(), 1e-15);
        assertTrue(RootFinder.find(x -> x < 1.25 ? Double.NEGATIVE_INFINITY : 7, 0, 3)
                .converged());
    }

    @Test
    void rootsAtTheEndsAreFound() {
        for (double end : new double[] {2, 3}) {
            Root root = RootFinder.find(x -> x - end, 2, 3);
            assertEquals(end, root.point());
            assertTrue(root.converged());
            assertEquals(2, root.evaluations());
            assertTrue(RootFinder.find(x -> end - x, 2, 3).converged());
        }
    }

    @Test
    void noSignChangeIsReported() {
        Root root = RootFinder.find(x -> x * x + 1, -1, 4);
        assertEquals(Root.Status.NO_SIGN_CHANGE, root.status());
        assertFalse(root.converged());
        assertEquals(-1, root.point());
        assertEquals(2, root.value());
    }

    @Test
    void notANumberIsReported() {
        assertEquals(Root.Status.NOT_A_NUMBER, RootFinder.find(Math::log, -1, 4).status());
        assertEquals(
                Root.Status.NOT_A_NUMBER,
                RootFinder.find(Math::sqrt, 1, -0.0 + 2).status() == Root.Status.NO_SIGN_CHANGE
                        ? RootFinder.find(x -> x > 0.4 && x < 0.6 ? Double.NaN : x - 0.5, 0, 1)
                                .status()
                        : Root.Status.NOT_A_NUMBER);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertRefused(
                "low must be less than high, both and their distance finite: 3.0 and 2.0",
                () -> RootFinder.find(x -> x, 3, 2));
        assertRefused(
                "low must be less than high, both and their distance finite: NaN and 2.0",
                () -> RootFinder.find(x -> x, Double.NaN, 2));
        assertRefused(
                "low must be less than high, both and their distance finite: 2.0 and 2.0",
                () -> RootFinder.find(x -> x, 2, 2));
        assertRefused(
                "low must be less than high, both and their distance finite: -1.0E308 and 1.0E308",
                () -> RootFinder.find(x -> x, -1e308, 1e308));
        assertRefused("tolerance must be at least 0 and finite: -1.0", () -> RootFinder.find(x -> x, 0, 2, -1));
        assertEquals(
                "function",
                assertThrows(NullPointerException.class, () -> RootFinder.find(null, 0, 1))
                        .getMessage());
    }

    @Test
    void evaluationsAreCounted() {
        int[] calls = {0};
        Root root = RootFinder.find(
                x -> {
                    calls[0]++;
                    return Math.exp(x) - 2;
                },
                0,
                4);
        assertEquals(Math.log(2), root.point(), 1e-15);
        assertEquals(calls[0], root.evaluations());
    }

    @Test
    void aJumpAtZeroIsApproachedUntilTheLimitOfEvaluations() {
        Root root = RootFinder.find(x -> x < 0 ? -1 : 1, -1, 2);
        assertEquals(Root.Status.EVALUATION_LIMIT, root.status());
        assertEquals(0, root.point(), 1e-80);
        assertFalse(root.converged());
    }

    @Test
    void thePointIsTheEndThatIsNotANumber() {
        assertEquals(-1, RootFinder.find(Math::log, -1, 4).point());
        assertEquals(4, RootFinder.find(x -> Math.log(1 - x), -1, 4).point());
    }
}
