package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParametricBootstrapTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final MbgNbd TRUTH = new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK);

    private static PurchaseColumns cohort() {
        double[] ages = new double[1500];
        Arrays.setAll(ages, i -> 30 + i % 20);
        return TRUTH.simulate(ages, END, 6);
    }

    @Test
    void scatterIsThatOfTheDeltaMethod() {
        PurchaseColumns cohort = cohort();
        Fitted<MbgNbd> fit = MbgNbd.fit(cohort);
        ParametricBootstrap<MbgNbd> bootstrap = ParametricBootstrap.of(fit, cohort, 80, 3);
        assertEquals(80, bootstrap.models().size() + bootstrap.failed());
        Estimate drawn = bootstrap.estimate(m -> m.expectedPurchases(Horizon.ofWeeks(39)), .9);
        Estimate delta = fit.estimate(m -> m.expectedPurchases(Horizon.ofWeeks(39)), IntervalScale.POSITIVE, .9);
        assertEquals(delta.value(), drawn.value());
        // The standard deviation of 80 draws is right within a fifth or so.
        double error = delta.standardError().orElseThrow();
        assertEquals(error, drawn.standardError().orElseThrow(), .3 * error);
        assertTrue(drawn.interval().orElseThrow().contains(drawn.value().orElseThrow()));
    }

    @Test
    void badArgumentsAreNamed() {
        PurchaseColumns cohort = cohort();
        Fitted<MbgNbd> fit = MbgNbd.fit(cohort);
        assertEquals(
                "cohorts must be at least 20: 19",
                assertThrows(IllegalArgumentException.class, () -> ParametricBootstrap.of(fit, cohort, 19, 1))
                        .getMessage());
        PurchaseColumns other = TRUTH.simulate(new double[] {30, 40}, END, 6);
        assertEquals(
                "columns must be of the 1500.0 customers of the fit: 2 rows",
                assertThrows(IllegalArgumentException.class, () -> ParametricBootstrap.of(fit, other, 20, 1))
                        .getMessage());
    }
}
