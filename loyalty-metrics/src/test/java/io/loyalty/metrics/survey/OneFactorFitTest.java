package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneFactorFitTest {

    /** The factor of items of mean 0 with these covariances in percent. */
    private static OneFactorFit fit(long[]... covariances) {
        String[] names = IntStream.range(0, covariances.length)
                .mapToObj(i -> "item " + i)
                .toArray(String[]::new);
        return LikertScale.of(AnswerScale.of(-5, 5), names)
                .reliability(ItemMoments.of(101, new long[names.length], covariances))
                .factor();
    }

    @Test
    void aFactorThatExplainsAllCorrelationsIsRecovered() {
        // Each correlation is the product of two of the loadings 0.9, 0.8, 0.7 and 0.6.
        OneFactorFit fit = fit(
                new long[] {100, 72, 63, 54}, new long[] {72, 100, 56, 48}, new long[] {63, 56, 100, 42}, new long[] {
                    54, 48, 42, 100
                });
        double[] loadings = {0.9, 0.8, 0.7, 0.6};
        for (int i = 0; i < 4; i++) {
            assertEquals(loadings[i], fit.loadings().get(i), 1e-12);
            assertEquals(1 - loadings[i] * loadings[i], fit.uniquenesses().get(i), 1e-12);
        }
        // 3² of 3² + 0.19 + 0.36 + 0.51 + 0.64.
        assertEquals(9 / 10.7, fit.omega().orElseThrow(), 1e-12);
    }

    @Test
    void itemsOfOtherSpreadHaveTheSameLoadings() {
        OneFactorFit fit = fit(new long[] {100, 144, 63}, new long[] {144, 400, 112}, new long[] {63, 112, 100});
        assertEquals(0.9, fit.loadings().get(0), 1e-12);
        assertEquals(0.8, fit.loadings().get(1), 1e-12);
        assertEquals(0.7, fit.loadings().get(2), 1e-12);
        // The second item counts twice in the sum: 0.9 + 2 · 0.8 + 0.7, and 0.19 + 4 · 0.36 + 0.51 unique.
        assertEquals(3.2 * 3.2 / (3.2 * 3.2 + 2.14), fit.omega().orElseThrow(), 1e-12);
    }

    @Test
    void itemsAgainstTheOthersLoadNegatively() {
        OneFactorFit fit = fit(new long[] {100, 72, -63}, new long[] {72, 100, -56}, new long[] {-63, -56, 100});
        assertEquals(0.9, fit.loadings().get(0), 1e-12);
        assertEquals(0.8, fit.loadings().get(1), 1e-12);
        assertEquals(-0.7, fit.loadings().get(2), 1e-12);
        assertEquals(1 / (1 + 0.19 + 0.36 + 0.51), fit.omega().orElseThrow(), 1e-12);
    }

    /** Each step of Newton's method doubles the number of right digits, also where a uniqueness stays at its bound. */
    @Test
    void fewStepsAreTaken() {
        for (OneFactorFit fit : List.of(
                fit(new long[] {100, 72, 63}, new long[] {72, 100, 56}, new long[] {63, 56, 100}),
                fit(new long[] {100, 90, 70}, new long[] {90, 100, 50}, new long[] {70, 50, 100}),
                fit(new long[] {100, 100, 100}, new long[] {100, 100, 100}, new long[] {100, 100, 100}),
                fit(
                        new long[] {100, 60, 30, 40},
                        new long[] {60, 100, 50, 20},
                        new long[] {30, 50, 100, 60},
                        new long[] {40, 20, 60, 100}))) {
            assertTrue(fit.converged());
            assertTrue(fit.iterations() >= 1 && fit.iterations() <= 10, "steps: " + fit.iterations());
        }
    }

    @Test
    void twoItemsDoNotTellAFactorBesideAnUnrelatedOne() {
        // Any two loadings whose product is 0.5 fit alike.
        OneFactorFit fit = fit(new long[] {100, 50, 0}, new long[] {50, 100, 0}, new long[] {0, 0, 100});
        assertFalse(fit.converged());
        assertEquals(500, fit.iterations());
        assertEquals(Measure.undefined("the factor did not converge in 500 steps"), fit.omega());
    }
}
