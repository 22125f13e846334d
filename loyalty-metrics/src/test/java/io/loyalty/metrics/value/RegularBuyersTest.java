package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** BG/CNBD-k and MBG/CNBD-k: k = 1 is the plain model, the rest by brute force. */
class RegularBuyersTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final MbgCnbdK REGULAR = new MbgCnbdK(1.4, 2.5, .6, 3.2, 3, PeriodUnit.WEEK);
    private static final Horizon HORIZON = Horizon.ofWeeks(20);

    @Test
    void oneStageIsThePlainModel() {
        List<PurchaseModel> plain = List.of(
                new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK),
                new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK));
        List<PurchaseModel> staged = List.of(
                new BgCnbdK(.243, 4.414, .793, 2.426, 1, PeriodUnit.WEEK),
                new MbgCnbdK(.525, 6.183, .891, 1.614, 1, PeriodUnit.WEEK));
        AnnualRate rate = AnnualRate.of(.15);
        for (int i = 0; i < 2; i++) {
            PurchaseModel p = plain.get(i);
            PurchaseModel s = staged.get(i);
            for (RecencyFrequency h : List.of(
                    RecencyFrequency.ofWeeks(0, 0, 38.86),
                    RecencyFrequency.ofWeeks(2, 30.43, 38.86),
                    RecencyFrequency.ofWeeks(40, 38, 39))) {
                near(p.probabilityAlive(h), s.probabilityAlive(h), 1e-13);
                near(p.probabilityAlive(h, HORIZON), s.probabilityAlive(h, HORIZON), 1e-12);
                near(p.expectedPurchases(h, HORIZON), s.expectedPurchases(h, HORIZON), 1e-12);
                near(p.probabilityOf(0, h, HORIZON), s.probabilityOf(0, h, HORIZON), 1e-12);
                near(p.probabilityOf(3, h, HORIZON), s.probabilityOf(3, h, HORIZON), 1e-12);
                near(p.discountedPurchases(h, rate), s.discountedPurchases(h, rate), 1e-9);
                near(p.discountedPurchases(h, HORIZON, rate), s.discountedPurchases(h, HORIZON, rate), 1e-9);
            }
            PurchaseColumns cohort = p.simulate(ages(500), END, 3);
            assertEquals(p.logLikelihood(cohort), s.logLikelihood(cohort), 1e-9);
        }
    }

    private static void near(double want, double got, double tolerance) {
        assertEquals(want, got, tolerance * Math.abs(want));
    }

    private static double[] ages(int n) {
        double[] ages = new double[n];
        Arrays.setAll(ages, i -> 30 + i % 40);
        return ages;
    }

    @Test
    void silenceOfTwoStagesByHand() {
        // k = 2, r = α = 1, no repeat: alive with weight 1 + u after one or no stage, u = T / (1 + T).
        MbgCnbdK model = new MbgCnbdK(1, 1, 1, 1, 2, PeriodUnit.WEEK);
        double u = 3 / 4.0;
        double odds = 1 * 4 / (1 + u);
        assertEquals(1 / (1 + odds), model.probabilityAlive(RecencyFrequency.ofWeeks(0, 0, 3)), 1e-15);
    }

    @Test
    void probabilitiesOfCountsSumToOneAndHaveTheRightMean() {
        for (RecencyFrequency h : List.of(
                RecencyFrequency.ofNewCustomer(PeriodUnit.WEEK),
                RecencyFrequency.ofWeeks(0, 0, 9),
                RecencyFrequency.ofWeeks(6, 31, 34))) {
            double sum = 0;
            double mean = 0;
            for (int n = 0; n < 400; n++) {
                double mass = REGULAR.probabilityOf(n, h, HORIZON);
                assertTrue(mass >= 0 && mass <= 1);
                sum += mass;
                mean += n * mass;
            }
            assertEquals(1, sum, 1e-10);
            near(REGULAR.expectedPurchases(h, HORIZON), mean, 1e-9);
        }
    }

    @Test
    void longHorizonsReachTheDiscountedTotal() {
        RecencyFrequency h = RecencyFrequency.ofWeeks(6, 31, 34);
        AnnualRate rate = AnnualRate.of(.5);
        near(REGULAR.discountedPurchases(h, rate), REGULAR.discountedPurchases(h, Horizon.ofYears(70), rate), 1e-8);
        assertTrue(REGULAR.discountedPurchases(h, HORIZON, rate) < REGULAR.expectedPurchases(h, HORIZON));
    }

    @Test
    void expectationsAreThoseOfASimulation() {
        // New customers of 20 weeks: mean and share of those without a purchase, within 4 standard errors.
        double[] twenty = new double[40_000];
        Arrays.fill(twenty, 20);
        PurchaseColumns cohort = REGULAR.simulate(twenty, END, 9);
        double sum = 0;
        double square = 0;
        double none = 0;
        double alive = 0;
        for (int i = 0; i < twenty.length; i++) {
            RecencyFrequency h = cohort.history(i);
            sum += h.repeats();
            square += (double) h.repeats() * h.repeats();
            none += h.repeats() == 0 ? 1 : 0;
            alive += REGULAR.probabilityAlive(h);
        }
        int n = twenty.length;
        double mean = sum / n;
        double error = Math.sqrt((square / n - mean * mean) / n);
        assertEquals(REGULAR.expectedPurchases(HORIZON), mean, 4 * error);
        assertEquals(REGULAR.probabilityOf(0, HORIZON), none / n, 4 * Math.sqrt(.25 / n));
        // The mean of P(alive) over histories is that of a new customer after 20 weeks.
        RecencyFrequency fresh = RecencyFrequency.ofNewCustomer(PeriodUnit.WEEK);
        assertEquals(REGULAR.probabilityAlive(fresh, HORIZON), alive / n, 4 * Math.sqrt(.25 / n));
    }

    @Test
    void conditionalExpectationsAreThoseOfASimulation() {
        // Followed for 20 weeks more, by the same histories: expected and actual totals agree.
        double[] first = new double[20_000];
        Arrays.fill(first, 30);
        double[] second = new double[20_000];
        Arrays.fill(second, 50);
        PurchaseColumns before = REGULAR.simulate(first, END, 5);
        PurchaseColumns after = REGULAR.simulate(second, END, 5);
        double[] expected = REGULAR.expectedPurchases(before, HORIZON);
        double made = 0;
        double square = 0;
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double more = after.history(i).repeats() - before.history(i).repeats();
            made += more;
            square += (more - expected[i]) * (more - expected[i]);
            sum += expected[i];
        }
        assertEquals(made, sum, 4 * Math.sqrt(square));
    }

    @Test
    void gradientAgreesWithDifferences() {
        PurchaseColumns cohort = REGULAR.simulate(ages(300), END, 2);
        for (int first = 0; first < 2; first++) {
            for (int k : new int[] {1, 2, 5}) {
                Likelihood likelihood = new ErlangDropoutLikelihood(cohort, first, k, 7, Execution.SEQUENTIAL);
                for (double[] p : new double[][] {{1.4, 2.5, .6, 3.2}, {.3, 20, 2, .4}}) {
                    double[] gradient = new double[4];
                    likelihood.at(p, gradient);
                    for (int i = 0; i < 4; i++) {
                        double[] up = p.clone();
                        double[] down = p.clone();
                        up[i] *= 1 + 1e-5;
                        down[i] *= 1 - 1e-5;
                        double slope = (likelihood.at(up, new double[4]) - likelihood.at(down, new double[4]))
                                / (up[i] - down[i]);
                        assertEquals(slope, gradient[i], 1e-5 * Math.abs(slope) + 1e-6 / p[i]);
                    }
                }
            }
        }
    }

    @Test
    void simulationIsRecovered() {
        PurchaseColumns cohort = REGULAR.simulate(ages(8000), END, 7);
        Fitted<MbgCnbdK> fit = MbgCnbdK.fit(cohort, 0, 3, FitOptions.withDefaults());
        assertEquals(FitStatus.CONVERGED, fit.status());
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(REGULAR.parameters().get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), MbgCnbdK::parse));
        assertEquals(fit, MbgCnbdK.fit(cohort, 0, 3, FitOptions.withDefaults().with(Execution.PARALLEL)));
        BgCnbdK plain = new BgCnbdK(1.4, 2.5, .6, 3.2, 2, PeriodUnit.WEEK);
        Fitted<BgCnbdK> other = BgCnbdK.fit(plain.simulate(ages(8000), END, 7), 0, 2, FitOptions.withDefaults());
        for (int i = 0; i < 4; i++) {
            double error = other.standardErrors().get(i).orElseThrow();
            assertEquals(plain.parameters().get(i), other.model().parameters().get(i), 4 * error);
        }
        assertEquals(other.model(), BgCnbdK.parse(other.model().toString()));
    }

    @Test
    void badArgumentsAreNamed() {
        PurchaseColumns cohort = REGULAR.simulate(ages(20), END, 7);
        assertEquals(
                "k must be in [1, 100]: 0",
                assertThrows(IllegalArgumentException.class, () -> new MbgCnbdK(1, 1, 1, 1, 0, PeriodUnit.DAY))
                        .getMessage());
        assertEquals(
                "k must be in [1, 100]: 101",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BgCnbdK.fit(cohort, 0, 101, FitOptions.withDefaults()))
                        .getMessage());
        assertEquals(100, new BgCnbdK(1, 1, 1, 1, 100, PeriodUnit.DAY).k());
        assertEquals(
                "sumOfLogGaps must be finite: -Infinity",
                assertThrows(IllegalArgumentException.class, () -> MbgCnbdK.fit(cohort, Double.NEGATIVE_INFINITY))
                        .getMessage());
    }

    @Test
    @Tag("real-data")
    void groceriesAreBoughtRegularly() throws IOException {
        List<String> rows = Files.readAllLines(Path.of(System.getProperty("loyalty.data"), "grocery_log.csv"));
        String[] customers = new String[rows.size() - 1];
        int[] days = new int[customers.length];
        double[] amounts = new double[customers.length];
        Arrays.fill(amounts, 1);
        for (int i = 0; i < customers.length; i++) {
            String[] fields = rows.get(i + 1).replace("\"", "").split(",");
            customers[i] = fields[0];
            days[i] = (int) LocalDate.parse(fields[1]).toEpochDay();
        }
        Holdout holdout = TransactionLog.of(customers, days, amounts)
                .split(LocalDate.of(2006, 12, 31), LocalDate.of(2007, 12, 30), PeriodUnit.WEEK);
        CustomerBase base = holdout.calibration();
        Fitted<MbgCnbdK> fit = MbgCnbdK.fit(base.columns(), base.sumOfLogGaps());
        Fitted<MbgNbd> plain = MbgNbd.fit(base.columns());
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertEquals(2, fit.model().k());
        assertTrue(fit.logLikelihood() > plain.logLikelihood() + 100);
        HoldoutEvaluation regular = HoldoutEvaluation.of(fit.model(), holdout);
        HoldoutEvaluation poisson = HoldoutEvaluation.of(plain.model(), holdout);
        // Found by this code; kept so that a change is seen.
        assertEquals(-14978.2107, fit.logLikelihood(), 1e-4);
        assertEquals(3389, regular.actual());
        assertEquals(3811.5, regular.expected(), .1);
        assertEquals(4024.8, poisson.expected(), .1);
        assertEquals(1.400, regular.meanAbsoluteError(), .001);
        assertEquals(1.513, poisson.meanAbsoluteError(), .001);
    }

    @Test
    void manyPurchasesInALongTimeAreThoseOfThePlainModel() {
        // So many that nobody makes none: the terms begin where they matter.
        RecencyFrequency h = RecencyFrequency.ofWeeks(9000, 99.9, 100);
        MbgNbd plain = new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK);
        MbgCnbdK staged = new MbgCnbdK(.525, 6.183, .891, 1.614, 1, PeriodUnit.WEEK);
        near(plain.expectedPurchases(h, HORIZON), staged.expectedPurchases(h, HORIZON), 1e-9);
        near(plain.probabilityAlive(h, HORIZON), staged.probabilityAlive(h, HORIZON), 1e-9);
    }

    @Test
    void theLikeliestRegularityIsFound() {
        PurchaseColumns cohort = REGULAR.simulate(ages(600), END, 7);
        FitOptions defaults = FitOptions.withDefaults();
        // Gaps as even as three stages make them: their mean logarithm is digamma(3) − ln 3 above that of their mean.
        double purchases = 0;
        double sum = 0;
        for (int i = 0; i < cohort.size(); i++) {
            RecencyFrequency h = cohort.history(i);
            if (h.repeats() > 0) {
                purchases += h.repeats();
                sum += h.repeats() * (Math.log(h.last() / h.repeats()) - .18);
            }
        }
        Fitted<MbgCnbdK> found = MbgCnbdK.fit(cohort, sum);
        int k = found.model().k();
        assertTrue(k > 1 && purchases > 600, "k " + k);
        assertEquals(MbgCnbdK.fit(cohort, sum, k, defaults), found);
        assertTrue(MbgCnbdK.fit(cohort, sum, k - 1, defaults).logLikelihood() < found.logLikelihood());
        assertTrue(MbgCnbdK.fit(cohort, sum, k + 1, defaults).logLikelihood() <= found.logLikelihood());
        assertEquals(1, BgCnbdK.fit(cohort, -1e6).model().k(), "bursts are of no stages");
    }

    /** Rates spread so widely that sums over purchases would have billions of terms. */
    @Test
    void ratesWithoutMeasureAreThoseOfThePlainModel() {
        for (double[] p : new double[][] {
            {1, 1e-3, .8, 2.4},
            {1, 1e-5, 1, 2.4},
            {.3, 1e-6, .2, .05},
            {.05, 1e-9, .5, 2},
            {1e-6, 1e-5, 2, 3},
            {5, 1e-7, 2.5, 1},
            {400, 1e-3, .8, 2.4}
        }) {
            BgNbd plain = new BgNbd(p[0], p[1], p[2], p[3], PeriodUnit.WEEK);
            BgCnbdK staged = new BgCnbdK(p[0], p[1], p[2], p[3], 1, PeriodUnit.WEEK);
            for (double weeks : new double[] {1, 100, 5000}) {
                Horizon horizon = Horizon.ofWeeks(weeks);
                near(plain.expectedPurchases(horizon), staged.expectedPurchases(horizon), 1e-10);
                RecencyFrequency fresh = RecencyFrequency.ofNewCustomer(PeriodUnit.WEEK);
                near(plain.probabilityAlive(fresh, horizon), staged.probabilityAlive(fresh, horizon), 1e-10);
            }
        }
    }

    @Test
    void thousandsOfPurchasesAreSummedAsWellAsTheyAreIntegrated() {
        double a = .8;
        double b = 2.4;
        for (int k : new int[] {2, 3, 10}) {
            BgCnbdK model = new BgCnbdK(.7, 1e-3, a, b, k, PeriodUnit.WEEK);
            for (RecencyFrequency h :
                    List.of(RecencyFrequency.ofNewCustomer(PeriodUnit.WEEK), RecencyFrequency.ofWeeks(1, .001, .004))) {
                double shape = .7 + k * h.repeats();
                double z = 100 / (.001 + h.age());
                double[] weights = ErlangTerms.weights(shape, (h.age() - h.last()) / (.001 + h.age()), k);
                double purchases = 0;
                double staying = 0;
                for (int j = 0; j < k && weights[j] > 0; j++) {
                    // One by one: s stages more, after j since the last purchase.
                    double mass = weights[j] * Math.pow(1 + z, -shape - j);
                    double moment = 1;
                    double before = 0;
                    for (int s = 0; s < (shape + j + 50) * (1 + z); s++) {
                        if (s > 0 && (j + s) % k == 0) {
                            double tossed = b + h.repeats() + (j + s) / k - 1;
                            before += moment;
                            moment *= tossed / (a + tossed);
                        }
                        purchases += mass * before;
                        staying += mass * moment;
                        mass *= (shape + j + s) / (s + 1) * (z / (1 + z));
                    }
                }
                Horizon horizon = Horizon.ofWeeks(100);
                double alive = model.probabilityAlive(h);
                near(alive * purchases, model.expectedPurchases(h, horizon), 1e-10);
                near(alive * staying, model.probabilityAlive(h, horizon), 1e-10);
            }
        }
    }
}
