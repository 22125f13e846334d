package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MbgNbdTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final MbgNbd CDNOW = new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK);

    @Test
    void firstPurchaseTossesTheCoinToo() {
        assertEquals(1.614 / (.891 + 1.614), CDNOW.probabilityAlive(RecencyFrequency.ofWeeks(0, 0, 0)), 1e-15);
    }

    @Test
    void referenceValues() {
        assertEquals(1.18295366559717, CDNOW.expectedPurchases(Horizon.ofWeeks(39)), 1e-14);
        assertEquals(.582473189493289, CDNOW.probabilityOf(0, Horizon.ofWeeks(39)), 1e-14);
    }

    @Test
    void silenceMakesOneTimeBuyersLessAlive() {
        double[] path = CDNOW.probabilityAlivePath(new double[0], new double[] {0, 10, 50, 500, 1e9});
        for (int i = 1; i < path.length; i++) {
            assertTrue(path[i] < path[i - 1]);
        }
        assertTrue(path[4] < 1e-3);
    }

    @Test
    void withoutDropoutAllCoinModelsAreOne() {
        // b → ∞: negative binomial purchases for ever
        MbgNbd modified = new MbgNbd(.5, 6, 1, 1e13, PeriodUnit.WEEK);
        BgNbd plain = new BgNbd(.5, 6, 1, 1e13, PeriodUnit.WEEK);
        RecencyFrequency h = RecencyFrequency.ofWeeks(3, 20, 30);
        double poisson = 3.5 / 36 * 10;
        assertEquals(poisson, modified.expectedPurchases(h, Horizon.ofWeeks(10)), 1e-11);
        assertEquals(poisson, plain.expectedPurchases(h, Horizon.ofWeeks(10)), 1e-11);
    }

    @Test
    void simulationIsRecovered() {
        double[] ages = new double[20000];
        Arrays.setAll(ages, i -> 30 + i % 100 * .5);
        PurchaseColumns cohort = CDNOW.simulate(ages, END, 7);
        Fitted<MbgNbd> fit = MbgNbd.fit(cohort);
        assertEquals(FitStatus.CONVERGED, fit.status());
        List<Double> truth = CDNOW.parameters();
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), MbgNbd::parse));
        assertEquals(cohort.history(17), CDNOW.simulate(ages, END, 7).history(17));
    }

    @Test
    void oneTimeBuyersOnlyLeaveDropoutUnidentified() {
        double[] age = new double[200];
        Arrays.setAll(age, i -> 10 + i % 20);
        Fitted<MbgNbd> fit =
                MbgNbd.fit(PurchaseColumns.of(new double[200], new double[200], age, PeriodUnit.WEEK, END));
        assertEquals(FitStatus.NOT_IDENTIFIED, fit.status());
        assertTrue(fit.findings().contains(FitFinding.DROPOUT_NOT_IDENTIFIED));
    }
}
