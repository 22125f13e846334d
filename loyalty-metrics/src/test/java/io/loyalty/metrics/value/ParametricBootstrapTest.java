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

    @Test
    void errorAndIntervalAreThoseOfTheDrawnModels() {
        double[] ages = new double[200];
        Arrays.setAll(ages, i -> 30 + i % 20);
        PurchaseColumns observed = TRUTH.simulate(ages, END, 6);
        Fitted<MbgNbd> fit = MbgNbd.fit(observed);
        ParametricBootstrap<MbgNbd> bootstrap = ParametricBootstrap.of(fit, observed, 21, 3);
        double[] rates = bootstrap.models().stream()
                .mapToDouble(m -> m.r() / m.alpha())
                .sorted()
                .toArray();
        int n = rates.length;
        assertEquals(n, Arrays.stream(rates).distinct().count(), "no two cohorts are alike");
        double mean = Arrays.stream(rates).average().orElseThrow();
        double variance = Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum() / (n - 1);
        Estimate estimate = bootstrap.estimate(m -> m.r() / m.alpha(), .8);
        assertEquals(Math.sqrt(variance), estimate.standardError().orElseThrow(), 1e-12);
        // The tenth part from each end, between the values next to it.
        double at = .1 * (n - 1);
        int below = (int) at;
        double lower = rates[below] + (at - below) * (rates[below + 1] - rates[below]);
        double upper = rates[n - 1 - below] - (at - below) * (rates[n - 1 - below] - rates[n - 2 - below]);
        assertEquals(lower, estimate.interval().orElseThrow().lower(), 1e-14);
        assertEquals(upper, estimate.interval().orElseThrow().upper(), 1e-14);
        assertEquals(.8, estimate.interval().orElseThrow().confidence());
        assertEquals(200, estimate.n());
        assertEquals(
                "undefined: the quantity is infinite",
                bootstrap.estimate(m -> m.r() > 0 ? 1.0 / 0 : 0, .8).value().toString());
        for (double bad : new double[] {0, 1}) {
            assertEquals(
                    "confidence must be in (0, 1): " + bad,
                    assertThrows(IllegalArgumentException.class, () -> bootstrap.estimate(MbgNbd::r, bad))
                            .getMessage());
        }
    }

    @Test
    void theOrderOfCustomersDoesNotMatter() {
        double[] ages = new double[60];
        Arrays.setAll(ages, i -> 30 + i % 20);
        PurchaseColumns forwards = TRUTH.simulate(ages, END, 6);
        double[] x = new double[60];
        double[] last = new double[60];
        double[] age = new double[60];
        for (int i = 0; i < 60; i++) {
            RecencyFrequency h = forwards.history(59 - i);
            x[i] = h.repeats();
            last[i] = h.last();
            age[i] = h.age();
        }
        PurchaseColumns backwards = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
        Fitted<MbgNbd> fit = MbgNbd.fit(forwards);
        assertEquals(
                ParametricBootstrap.of(fit, forwards, 20, 3).models(),
                ParametricBootstrap.of(fit, backwards, 20, 3).models());
    }

    @Test
    void cohortsWithoutARepeatGiveNoModel() {
        // Next to nobody buys again.
        double[] zero = new double[30];
        double[] ages = new double[30];
        Arrays.fill(ages, 1e-6);
        PurchaseColumns silent = PurchaseColumns.of(zero, zero, ages, PeriodUnit.WEEK, END);
        Fitted<MbgNbd> fit = MbgNbd.fit(silent);
        ParametricBootstrap<MbgNbd> bootstrap = ParametricBootstrap.of(fit, silent, 20, 3);
        assertTrue(bootstrap.failed() > 10, "failed " + bootstrap.failed());
        assertEquals(20, bootstrap.models().size() + bootstrap.failed());
        assertEquals(
                "undefined: only " + bootstrap.models().size() + " cohorts gave a model",
                bootstrap.estimate(MbgNbd::r, .9).value().toString());
    }
}
