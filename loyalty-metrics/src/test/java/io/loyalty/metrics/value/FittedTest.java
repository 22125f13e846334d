package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of any fit: intervals, penalties, threads. */
class FittedTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final BgNbd TRUTH = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final ParetoNbd PARETO = new ParetoNbd(.553, 10.58, .606, 11.66, PeriodUnit.WEEK);
    private static final RecencyFrequency CUSTOMER = RecencyFrequency.ofWeeks(2, 30.43, 38.86);

    private static double[] ages(int n) {
        double[] ages = new double[n];
        Arrays.setAll(ages, i -> 30 + i % 20);
        return ages;
    }

    @Test
    void errorOfAParameterIsThatOfTheFit() {
        Fitted<BgNbd> fit = BgNbd.fit(TRUTH.simulate(ages(2000), END, 4));
        Estimate r = fit.estimate(BgNbd::r, IntervalScale.POSITIVE, .95);
        double error = fit.standardErrors().get(0).orElseThrow();
        assertEquals(error, r.standardError().orElseThrow(), 1e-8 * error);
        Interval interval = r.interval().orElseThrow();
        assertEquals(
                Math.exp(1.959963984540054 * error / fit.model().r()),
                interval.upper() / fit.model().r(),
                1e-8);
        Interval plain =
                fit.estimate(BgNbd::r, IntervalScale.REAL, .95).interval().orElseThrow();
        assertEquals(2 * 1.959963984540054 * error, plain.width(), 1e-8 * plain.width());
        assertEquals(2000, r.n());
    }

    @Test
    void errorOfARatioFollowsTheDeltaMethodByHand() {
        Fitted<BgNbd> fit = BgNbd.fit(TRUTH.simulate(ages(2000), END, 4));
        double r = fit.model().r();
        double alpha = fit.model().alpha();
        List<List<Double>> v = fit.covariance();
        double variance = v.get(0).get(0) / (alpha * alpha)
                - 2 * v.get(0).get(1) * r / Math.pow(alpha, 3)
                + v.get(1).get(1) * r * r / Math.pow(alpha, 4);
        assertEquals(
                Math.sqrt(variance),
                fit.estimate(m -> m.r() / m.alpha(), IntervalScale.POSITIVE, .9)
                        .standardError()
                        .orElseThrow(),
                1e-4 * Math.sqrt(variance));
    }

    @Test
    void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
        // 60 cohorts: 90 % intervals miss 6 times on average; 14 or more has a probability of 0.2 %.
        double alive = PARETO.probabilityAlive(CUSTOMER);
        double expected = PARETO.expectedPurchases(CUSTOMER, Horizon.ofWeeks(39));
        int missedAlive = 0;
        int missedExpected = 0;
        for (int seed = 0; seed < 60; seed++) {
            Fitted<ParetoNbd> fit = ParetoNbd.fit(PARETO.simulate(ages(1500), END, seed));
            if (fit.status() == FitStatus.CONVERGED) {
                missedAlive +=
                        missed(fit.estimate(m -> m.probabilityAlive(CUSTOMER), IntervalScale.PROBABILITY, .9), alive);
                missedExpected += missed(
                        fit.estimate(
                                m -> m.expectedPurchases(CUSTOMER, Horizon.ofWeeks(39)), IntervalScale.POSITIVE, .9),
                        expected);
            }
        }
        assertTrue(missedAlive >= 1 && missedAlive < 14, "missed " + missedAlive);
        assertTrue(missedExpected >= 1 && missedExpected < 14, "missed " + missedExpected);
    }

    private static int missed(Estimate estimate, double truth) {
        return estimate.interval().orElseThrow().contains(truth) ? 0 : 1;
    }

    @Test
    void probabilitiesStayProbabilities() {
        Fitted<BgNbd> fit = BgNbd.fit(TRUTH.simulate(ages(2000), END, 4));
        Interval interval = fit.estimate(
                        m -> m.probabilityAlive(RecencyFrequency.ofWeeks(30, 2, 39)), IntervalScale.PROBABILITY, .999)
                .interval()
                .orElseThrow();
        assertTrue(interval.lower() > 0 && interval.upper() < 1, interval::toString);
        // A one-time buyer of BG/NBD is alive whatever the parameters.
        Interval sure = fit.estimate(
                        m -> m.probabilityAlive(RecencyFrequency.ofWeeks(0, 0, 39)), IntervalScale.PROBABILITY, .95)
                .interval()
                .orElseThrow();
        assertEquals(1, sure.lower());
        assertEquals(1, sure.upper());
    }

    @Test
    void withoutConvergenceThereIsNoInterval() {
        double[] zero = new double[50];
        Fitted<BgNbd> fit = BgNbd.fit(PurchaseColumns.of(zero, zero, ages(50), PeriodUnit.WEEK, END));
        Estimate estimate = fit.estimate(m -> m.expectedPurchases(Horizon.ofWeeks(9)), IntervalScale.POSITIVE, .95);
        assertTrue(estimate.isDefined() && estimate.interval().isEmpty());
        assertEquals(
                "undefined: the fit ended as NOT_IDENTIFIED",
                estimate.standardError().toString());
        assertEquals(
                "confidence must be in (0, 1): 1.0",
                assertThrows(IllegalArgumentException.class, () -> fit.estimate(m -> m.r(), IntervalScale.POSITIVE, 1))
                        .getMessage());
    }

    @Test
    void threadsDoNotChangeALastBit() {
        PurchaseColumns cohort = PARETO.simulate(ages(30_000), END, 8);
        FitOptions parallel = FitOptions.withDefaults().with(Execution.PARALLEL);
        assertEquals(ParetoNbd.fit(cohort), ParetoNbd.fit(cohort, parallel));
        assertEquals(ParetoNbd.fit(cohort), ParetoNbd.fit(compressedOnSeveralThreads(cohort)));
        assertEquals(BgNbd.fit(cohort), BgNbd.fit(cohort, parallel));
        assertEquals(MbgNbd.fit(cohort), MbgNbd.fit(cohort, parallel));
        double[] x = new double[20_000];
        Arrays.setAll(x, i -> i % 7);
        SpendColumns spend = new GammaGamma(6.25, 3.74, 15.44).simulate(x, END, 2);
        assertEquals(GammaGamma.fit(spend), GammaGamma.fit(spend, parallel));
    }

    private static PurchaseColumns compressedOnSeveralThreads(PurchaseColumns cohort) {
        double[] x = new double[cohort.size()];
        double[] last = new double[cohort.size()];
        double[] age = new double[cohort.size()];
        for (int i = 0; i < x.length; i++) {
            RecencyFrequency history = cohort.history(x.length - 1 - i);
            x[i] = history.repeats();
            last[i] = history.last();
            age[i] = history.age();
        }
        return PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END, Execution.PARALLEL);
    }

    @Test
    void manyRowsAreBegunWithASampleAndEndAtTheSameSummit() {
        double[] ages = new double[90_000];
        Arrays.setAll(ages, i -> 27 + 12 * (i / 90_000.0));
        PurchaseColumns cohort = TRUTH.simulate(ages, END, 12);
        assertTrue(cohort.sample().isPresent());
        Fitted<BgNbd> fit = BgNbd.fit(cohort);
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertTrue(fit.gradientNorm() < 1e-9, "" + fit.gradientNorm());
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(TRUTH.parameters().get(i), fit.model().parameters().get(i), 4 * error);
        }
    }

    @Test
    void fitBegunWithASampleHasTheStandardErrorsOfAllRows() {
        double[] ages = new double[62_000];
        Arrays.setAll(ages, i -> 27 + 12 * (i / 62_000.0));
        PurchaseColumns cohort = PARETO.simulate(ages, END, 12);
        Likelihood whole = new LomaxDropoutLikelihood(cohort, Execution.SEQUENTIAL);
        assertTrue(whole.sample().isPresent());
        Coordinates coordinates = PurchaseFit.lifetimes(cohort);
        Maximum sampled = Maximizer.maximize(whole, coordinates, 62_000, 0);
        Maximum plain = Maximizer.maximize(whole::at, coordinates, 62_000, 0);
        assertEquals(plain.logLikelihood(), sampled.logLikelihood(), 1e-9 * Math.abs(plain.logLikelihood()));
        for (int i = 0; i < 4; i++) {
            double error = Math.sqrt(plain.covariance()[i][i]);
            assertEquals(plain.parameters()[i], sampled.parameters()[i], 1e-4 * error);
            assertEquals(error, Math.sqrt(sampled.covariance()[i][i]), 1e-4 * error);
        }
    }

    @Test
    void penaltyShrinksAndOfZeroChangesNothing() {
        PurchaseColumns cohort = TRUTH.simulate(ages(400), END, 3);
        Fitted<BgNbd> plain = BgNbd.fit(cohort);
        assertEquals(plain, BgNbd.fit(cohort, FitOptions.withDefaults().withRidge(0)));
        Fitted<BgNbd> slight = BgNbd.fit(cohort, FitOptions.withDefaults().withRidge(.001));
        Fitted<BgNbd> strong = BgNbd.fit(cohort, FitOptions.withDefaults().withRidge(.1));
        assertEquals(FitStatus.CONVERGED, strong.status());
        assertEquals(List.of(FitFinding.PENALISED), strong.findings());
        assertTrue(plain.logLikelihood() > slight.logLikelihood());
        assertTrue(slight.logLikelihood() > strong.logLikelihood());
        assertEquals(strong.model().logLikelihood(cohort), strong.logLikelihood(), 1e-9);
        // Shrunk estimates scatter less.
        assertTrue(strong.standardErrors().get(2).orElseThrow()
                < plain.standardErrors().get(2).orElseThrow());
        assertEquals(strong, Fitted.parse(strong.toString(), BgNbd::parse));
    }

    @Test
    void penaltyDoesNotKnowTheUnit() {
        PurchaseColumns weeks = PARETO.simulate(ages(400), END, 3);
        double[] x = new double[400];
        double[] last = new double[400];
        double[] age = new double[400];
        for (int i = 0; i < 400; i++) {
            RecencyFrequency h = weeks.history(i).in(PeriodUnit.DAY);
            x[i] = h.repeats();
            last[i] = h.last();
            age[i] = h.age();
        }
        FitOptions ridge = FitOptions.withDefaults().withRidge(.01);
        ParetoNbd byWeek = ParetoNbd.fit(weeks, ridge).model();
        ParetoNbd byDay = ParetoNbd.fit(PurchaseColumns.of(x, last, age, PeriodUnit.DAY, END), ridge)
                .model();
        assertEquals(byWeek.r(), byDay.r(), 1e-7);
        assertEquals(7 * byWeek.alpha(), byDay.alpha(), 1e-6 * byDay.alpha());
        assertEquals(7 * byWeek.beta(), byDay.beta(), 1e-6 * byDay.beta());
    }

    @Test
    void badPenaltiesAreNamed() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "ridge must be finite and at least 0: " + bad,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> FitOptions.withDefaults().withRidge(bad))
                            .getMessage());
        }
    }

    @Test
    void rangeOfPurchasesHoldsWhatItSays() {
        Horizon horizon = Horizon.ofWeeks(39);
        PurchaseRange range = PARETO.purchaseRange(CUSTOMER, horizon, .8);
        double within = 0;
        double below = 0;
        double above = 1;
        for (int n = 0; n <= range.most(); n++) {
            double mass = PARETO.probabilityOf(n, CUSTOMER, horizon);
            above -= mass;
            if (n < range.least()) {
                below += mass;
            } else {
                within += mass;
            }
        }
        assertEquals(within, range.probability(), 1e-12);
        assertTrue(within >= .8 && below <= .1 && above <= .1);
        assertEquals(new PurchaseRange(0, 0, 1), PARETO.purchaseRange(CUSTOMER, Horizon.ofWeeks(0), .9));
        assertEquals(
                "probability must be in (0, 1): 0.0",
                assertThrows(IllegalArgumentException.class, () -> PARETO.purchaseRange(CUSTOMER, horizon, 0))
                        .getMessage());
    }
}
