package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final ParetoNbd CDNOW = new ParetoNbd(.5533971, 10.5802, .6060625, 11.65622, PeriodUnit.WEEK);
    private static final AnnualRate WEEKLY = AnnualRate.ofContinuous(.0027, PeriodUnit.WEEK);

    @Test
    void equalScalesHaveAClosedForm() {
        // α = β: R = s / (r + s + x), and 1/P = 1 + R ((α + T) / (α + t_x))^(r + s + x) − R
        ParetoNbd model = new ParetoNbd(1, 2, 1, 2, PeriodUnit.WEEK);
        double r = 1.0 / 3;
        assertEquals(
                1 / (1 - r + r * Math.pow(6.0 / 3, 3)),
                model.probabilityAlive(RecencyFrequency.ofWeeks(1, 1, 4)),
                1e-15);
    }

    @Test
    void publishedValues() {
        RecencyFrequency weekly = RecencyFrequency.ofWeeks(26, 216 / 7.0, 31);
        assertEquals(25.4541819, CDNOW.expectedPurchases(weekly, Horizon.ofWeeks(52)), 5e-8);
        assertEquals(.997873408, CDNOW.probabilityAlive(weekly), 5e-10);
        assertEquals(1.47311220977435, CDNOW.expectedPurchases(Horizon.ofWeeks(52)), 1e-13);
        double[] expected = {.705967, .144188, .0224993, .00309179};
        int[] repeats = {10, 15, 20, 25};
        for (int i = 0; i < 4; i++) {
            RecencyFrequency h = RecencyFrequency.ofWeeks(repeats[i], 20, 39);
            assertEquals(expected[i], CDNOW.expectedPurchases(h, Horizon.ofWeeks(52)), 1e-5 * expected[i]);
        }
        assertEquals(2.474309689, CDNOW.discountedPurchases(RecencyFrequency.ofWeeks(10, 20, 39), WEEKLY), 5e-9);
        ParetoNbd rounded = new ParetoNbd(.5534, 10.5802, .6061, 11.6562, PeriodUnit.WEEK);
        RecencyFrequency other = RecencyFrequency.ofWeeks(26, 30.86, 31);
        assertEquals(.997917766552, rounded.probabilityAlive(other), 1e-12);
        assertEquals(25.4549135115, rounded.expectedPurchases(other, Horizon.ofWeeks(52)), 1e-10);
        assertEquals(86.0303756154, rounded.discountedPurchases(other, WEEKLY), 1e-10 * 86);
        ParetoNbd valuation = new ParetoNbd(.5629966, 12.559037, .4081095, 10.5148048, PeriodUnit.WEEK);
        assertEquals(
                18.5037383357,
                valuation.discountedPurchases(RecencyFrequency.ofWeeks(7, 77.86, 77.86), WEEKLY),
                1e-10 * 18);
    }

    @Test
    void inputsThatBreakOthers() {
        ParetoNbd one = new ParetoNbd(.553, 10.578, 1, 11.669, PeriodUnit.WEEK);
        double below = new ParetoNbd(.553, 10.578, 1 - 1e-9, 11.669, PeriodUnit.WEEK)
                .expectedPurchases(RecencyFrequency.ofWeeks(2, 30.43, 38.86), Horizon.ofWeeks(39));
        assertEquals(
                below, one.expectedPurchases(RecencyFrequency.ofWeeks(2, 30.43, 38.86), Horizon.ofWeeks(39)), 1e-8);
        PurchaseColumns single =
                PurchaseColumns.of(new double[1], new double[1], new double[] {38.86}, PeriodUnit.WEEK, END);
        assertEquals(-7.1585769119916, new ParetoNbd(3, 2, 2, 3000, PeriodUnit.WEEK).logLikelihood(single), 1e-12);
        assertEquals(
                0.261822898864749,
                new ParetoNbd(1e-4, 1e6, .5, 2, PeriodUnit.WEEK).probabilityAlive(RecencyFrequency.ofWeeks(10, 5, 100)),
                1e-14);
        ParetoNbd heavy = new ParetoNbd(.55, 10.58, .61, 11.67, PeriodUnit.WEEK);
        assertEquals(
                6.20605, heavy.expectedPurchases(RecencyFrequency.ofWeeks(132, 200, 200), Horizon.ofWeeks(10)), 5e-6);
        assertEquals(
                6.25287, heavy.expectedPurchases(RecencyFrequency.ofWeeks(133, 200, 200), Horizon.ofWeeks(10)), 5e-6);
    }

    @Test
    void purchasesWithoutEndAreInfinite() {
        RecencyFrequency h = RecencyFrequency.ofWeeks(2, 30, 39);
        assertEquals(Double.POSITIVE_INFINITY, CDNOW.discountedPurchases(h, AnnualRate.of(0)));
        ParetoNbd mortal = new ParetoNbd(.5, 10, 3, 12, PeriodUnit.WEEK);
        // k (β + T) / ((α + T) (s − 1)), times P(alive)
        assertEquals(
                mortal.probabilityAlive(h) * 2.5 * 51 / 49 / 2, mortal.discountedPurchases(h, AnnualRate.of(0)), 1e-14);
    }

    @Test
    void gradientAgreesWithDifferences() {
        double[] ages = new double[400];
        Arrays.setAll(ages, i -> 20 + i % 17);
        Likelihood likelihood = new LomaxDropoutLikelihood(CDNOW.simulate(ages, END, 2), Execution.SEQUENTIAL);
        for (double[] p : new double[][] {{.5, 10, .7, 12}, {.5, 10, .7, 7}, {3, 50, .2, 4}, {.3, 2, 5, 5000}}) {
            double[] gradient = new double[4];
            likelihood.at(p, gradient);
            for (int i = 0; i < 4; i++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] *= 1 + 1e-5;
                down[i] *= 1 - 1e-5;
                double slope =
                        (likelihood.at(up, new double[4]) - likelihood.at(down, new double[4])) / (up[i] - down[i]);
                assertEquals(slope, gradient[i], 1e-5 * Math.abs(slope) + 1e-7 / p[i]);
            }
        }
    }

    @Test
    void simulationIsRecovered() {
        double[] ages = new double[20000];
        Arrays.setAll(ages, i -> 30 + i % 100 * .5);
        Fitted<ParetoNbd> fit = ParetoNbd.fit(CDNOW.simulate(ages, END, 7));
        assertEquals(FitStatus.CONVERGED, fit.status());
        List<Double> truth = CDNOW.parameters();
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), ParetoNbd::parse));
    }

    @Test
    void oneTimeBuyersOnlyLeaveDropoutUnidentified() {
        double[] age = new double[200];
        Arrays.setAll(age, i -> 10 + i % 20);
        Fitted<ParetoNbd> fit =
                ParetoNbd.fit(PurchaseColumns.of(new double[200], new double[200], age, PeriodUnit.WEEK, END));
        assertEquals(FitStatus.NOT_IDENTIFIED, fit.status());
        assertTrue(fit.findings().contains(FitFinding.DROPOUT_NOT_IDENTIFIED));
    }
}
