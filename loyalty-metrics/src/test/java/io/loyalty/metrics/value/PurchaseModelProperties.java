package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PurchaseModelProperties {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private static Arbitrary<Double> scale(double low, double high) {
        return Arbitraries.integers().between(0, 1000).map(i -> low * Math.pow(high / low, i / 1000.0));
    }

    @Provide
    Arbitrary<PurchaseModel> models() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        scale(.01, 50),
                        scale(.1, 1000),
                        scale(.02, 50),
                        scale(.05, 500))
                .as((kind, r, alpha, s, b) -> kind == 0
                        ? new BgNbd(r, alpha, s, b, PeriodUnit.WEEK)
                        : kind == 1
                                ? new MbgNbd(r, alpha, s, b, PeriodUnit.WEEK)
                                : new ParetoNbd(r, alpha, s, b, PeriodUnit.WEEK));
    }

    @Provide
    Arbitrary<RecencyFrequency> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        scale(.1, 500),
                        Arbitraries.integers().between(0, 1000).map(i -> i / 1000.0))
                .as((x, age, share) -> RecencyFrequency.ofWeeks(x, x == 0 ? 0 : age * share, age));
    }

    @Property(tries = 200, seed = "1")
    void probabilitiesAreProbabilitiesAndFallWithTime(
            @ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        double before = model.probabilityAlive(h);
        assertTrue(before >= 0 && before <= 1);
        for (double t : new double[] {0.1, 1, 10, 100, 1000}) {
            double later = model.probabilityAlive(h, Horizon.ofWeeks(t));
            assertTrue(later >= 0 && later <= before * (1 + 1e-12), () -> later + " at " + t);
            before = later;
        }
    }

    @Property(tries = 200, seed = "2")
    void expectationsGrowWithTheHorizonAndNeverFasterThanAtFirst(
            @ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        double before = 0;
        for (double t : new double[] {1, 2, 4, 8}) {
            double y = model.expectedPurchases(h, Horizon.ofWeeks(t));
            assertTrue(y >= before * (1 - 1e-12) && y <= 2 * before * (1 + 1e-9) + (t == 1 ? Double.MAX_VALUE : 0));
            before = y;
        }
    }

    @Property(tries = 60, seed = "3")
    void probabilitiesOfCountsSumToOneAndHaveTheRightMean(
            @ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        double rate = model.parameters().get(0) / model.parameters().get(1);
        Horizon ahead = Horizon.ofWeeks(Math.min(5, 2 / rate));
        double sum = 0;
        double mean = 0;
        double last = 1;
        int n = 0;
        for (; n < 3000 && !(n > 50 && last < 1e-16); n++) {
            last = model.probabilityOf(n, h, ahead);
            assertTrue(last >= 0 && last <= 1);
            sum += last;
            mean += n * last;
        }
        if (n < 3000) {
            assertEquals(1, sum, 1e-9);
            assertEquals(model.expectedPurchases(h, ahead), mean, 1e-8 * (1 + mean));
        }
    }

    @Property(tries = 100, seed = "4")
    void discountedPurchasesFallWithTheRateAndStayBelowThePlainExpectation(
            @ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        Horizon year = Horizon.ofYears(1);
        double plain = model.expectedPurchases(h, year);
        double before = Double.POSITIVE_INFINITY;
        for (double rate : new double[] {0.01, 0.1, 0.5, 3}) {
            double all = model.discountedPurchases(h, AnnualRate.of(rate));
            double one = model.discountedPurchases(h, year, AnnualRate.of(rate));
            assertTrue(all < before || all == 0);
            assertTrue(one <= plain * (1 + 1e-9) && one >= plain / (1 + rate) * (1 - 1e-9));
            assertTrue(one <= all * (1 + 1e-9));
            before = all;
        }
    }

    @Property(tries = 60, seed = "5")
    void slightDiscountChangesLittle(@ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        // Two routes to one number: a sum over counts, and an integral over time.
        AnnualRate none = AnnualRate.of(0);
        double both = model.discountedPurchases(h, Horizon.ofWeeks(20), none);
        assertEquals(both, model.expectedPurchases(h, Horizon.ofWeeks(20)), 1e-12 * both);
        AnnualRate slight = AnnualRate.of(1e-12);
        assertEquals(both, model.discountedPurchases(h, Horizon.ofWeeks(20), slight), 1e-9 * both + 1e-300);
    }

    @Property(tries = 30, seed = "6")
    void columnsGiveWhatSingleCustomersGive(@ForAll("models") PurchaseModel model) {
        double[] ages = new double[40];
        Arrays.setAll(ages, i -> 5 + i % 7);
        PurchaseColumns cohort = model.simulate(ages, END, 12);
        Horizon ahead = Horizon.ofMonths(3);
        AnnualRate rate = AnnualRate.of(.12);
        double[] alive = model.probabilityAlive(cohort);
        double[] expected = model.expectedPurchases(cohort, ahead);
        double[] discounted = model.discountedPurchases(cohort, rate);
        double[] year = model.discountedPurchases(cohort, ahead, rate);
        double logLikelihood = 0;
        for (int i = 0; i < ages.length; i++) {
            RecencyFrequency h = cohort.history(i);
            assertEquals(model.probabilityAlive(h), alive[i]);
            assertEquals(model.expectedPurchases(h, ahead), expected[i]);
            assertEquals(model.discountedPurchases(h, rate), discounted[i]);
            assertEquals(model.discountedPurchases(h, ahead, rate), year[i]);
            logLikelihood += model.logLikelihood(PurchaseColumns.of(
                    new double[] {h.repeats()}, new double[] {h.last()}, new double[] {h.age()}, PeriodUnit.WEEK, END));
        }
        assertEquals(logLikelihood, model.logLikelihood(cohort), 1e-11 * Math.max(1, Math.abs(logLikelihood)));
    }

    @Property(tries = 60, seed = "7")
    void gradientOfTheCoinModelsAgreesWithDifferences(
            @ForAll("models") PurchaseModel model, @ForAll("models") PurchaseModel other) {
        double[] ages = new double[100];
        Arrays.setAll(ages, i -> 5 + i % 11);
        PurchaseColumns cohort = model.simulate(ages, END, 4);
        double[] p =
                other.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        for (int first = 0; first <= 1; first++) {
            Likelihood likelihood = new GeometricDropoutLikelihood(cohort, first, Execution.SEQUENTIAL);
            double[] gradient = new double[4];
            double value = likelihood.at(p, gradient);
            for (int i = 0; i < 4; i++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] *= 1 + 1e-5;
                down[i] *= 1 - 1e-5;
                double slope =
                        (likelihood.at(up, new double[4]) - likelihood.at(down, new double[4])) / (up[i] - down[i]);
                assertEquals(
                        slope * p[i],
                        gradient[i] * p[i],
                        1e-5 * (Math.abs(slope * p[i]) + 1e-5 * Math.abs(value)) + 1e-8);
            }
        }
    }

    @Property(tries = 40, seed = "8")
    void secondDerivativesOfTheCoinModelsAgreeWithDifferences(
            @ForAll("models") PurchaseModel model, @ForAll("models") PurchaseModel other) {
        double[] ages = new double[100];
        Arrays.setAll(ages, i -> 5 + i % 11 + i * .001);
        PurchaseColumns cohort = model.simulate(ages, END, 4);
        double[] p =
                other.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        for (int first = 0; first <= 1; first++) {
            CurvedLikelihood likelihood = new GeometricDropoutLikelihood(cohort, first, Execution.SEQUENTIAL);
            double[][] hessian = new double[4][4];
            double[] gradient = new double[4];
            double value = likelihood.at(p, gradient, hessian);
            for (int i = 0; i < 4; i++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] *= 1 + 1e-5;
                down[i] *= 1 - 1e-5;
                double[] gradientUp = new double[4];
                double[] gradientDown = new double[4];
                likelihood.at(up, gradientUp);
                likelihood.at(down, gradientDown);
                for (int j = 0; j < 4; j++) {
                    double slope = p[i] * p[j] * (gradientUp[j] - gradientDown[j]) / (up[i] - down[i]);
                    double size = Math.abs(slope) + Math.abs(gradient[j] * p[j]) + 1e-5 * Math.abs(value);
                    assertEquals(slope, p[i] * p[j] * hessian[i][j], 1e-5 * size, i + " " + j);
                }
            }
        }
    }
}
