package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What all purchase models have in common. */
class PurchaseModelTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final List<PurchaseModel> MODELS = List.of(
            new BgNbd(.243, 4.414, 3, 2.426, PeriodUnit.WEEK),
            new MbgNbd(.525, 6.183, 3, 1.614, PeriodUnit.WEEK),
            new ParetoNbd(.553, 10.58, 3, 11.66, PeriodUnit.WEEK),
            new BgCnbdK(1.4, 2.5, 3, 3.2, 2, PeriodUnit.WEEK),
            new MbgCnbdK(1.4, 2.5, 3, 3.2, 3, PeriodUnit.WEEK));
    private static final RecencyFrequency HISTORY = RecencyFrequency.ofWeeks(2, 30.43, 38.86);
    private static final Horizon NOW = Horizon.ofWeeks(0);
    private static final Horizon AHEAD = Horizon.ofWeeks(26);
    private static final AnnualRate RATE = AnnualRate.of(.15);

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static double[] agesApart(int n) {
        double[] ages = new double[n];
        Arrays.setAll(ages, i -> 20 + .01 * i);
        return ages;
    }

    @Test
    void overNoTimeNothingHappens() {
        for (PurchaseModel model : MODELS) {
            double alive = model.probabilityAlive(HISTORY);
            assertEquals(alive, model.probabilityAlive(HISTORY, NOW));
            assertEquals(0, model.expectedPurchases(HISTORY, NOW));
            assertEquals(1, model.probabilityOf(0, HISTORY, NOW), 1e-15);
            assertEquals(0, model.probabilityOf(2, HISTORY, NOW));
            assertEquals(0, model.discountedPurchases(HISTORY, NOW, RATE));
            assertEquals(0, model.discountedPurchases(HISTORY, NOW, AnnualRate.of(0)));
        }
    }

    @Test
    void withoutDiscountAHorizonHoldsWhatIsExpected() {
        for (PurchaseModel model : MODELS) {
            double expected = model.expectedPurchases(HISTORY, AHEAD);
            assertEquals(
                    expected,
                    model.discountedPurchases(HISTORY, AHEAD, AnnualRate.of(0)),
                    1e-12 * expected,
                    model::toString);
        }
    }

    @Test
    void coinsWithoutDiscountAreTossedUntilTheyFall() {
        // E[1 / p] of Beta(a, b + tosses) is 1 + (b + tosses) / (a − 1).
        for (PurchaseModel model : MODELS) {
            if (!(model instanceof ParetoNbd)) {
                double b = model.parameters().get(3);
                int tosses = model instanceof BgNbd || model instanceof BgCnbdK ? 2 : 3;
                double want = model.probabilityAlive(HISTORY) * (1 + (b + tosses) / 2);
                assertEquals(want, model.discountedPurchases(HISTORY, AnnualRate.of(0)), 1e-13 * want);
                List<Double> p = new ArrayList<>(model.parameters());
                p.set(2, 1.0);
                assertEquals(
                        Double.POSITIVE_INFINITY,
                        ((PurchaseModel) model.withParameters(p)).discountedPurchases(HISTORY, AnnualRate.of(0)));
            }
        }
    }

    @Test
    void parametersAreExchangedInTheirOrder() {
        for (PurchaseModel model : MODELS) {
            List<Double> p = List.of(2.0, 3.0, 5.0, 7.0);
            ValueModel other = model.withParameters(p);
            assertEquals(model.getClass(), other.getClass());
            assertEquals(p, other.parameters());
            assertEquals(model, other.withParameters(model.parameters()));
            assertEquals("parameters must be 4 numbers: 3", refusal(() -> model.withParameters(p.subList(0, 3))));
        }
    }

    @Test
    void parametersAreAboveZeroAndFinite() {
        for (PurchaseModel model : MODELS) {
            List<String> names =
                    model instanceof ParetoNbd ? List.of("r", "alpha", "s", "beta") : List.of("r", "alpha", "a", "b");
            for (int i = 0; i < 4; i++) {
                for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
                    List<Double> p = new ArrayList<>(model.parameters());
                    p.set(i, bad);
                    assertEquals(
                            names.get(i) + " must be finite and above 0: " + bad,
                            refusal(() -> model.withParameters(p)));
                }
            }
        }
    }

    @Test
    void columnsGiveWhatSingleCustomersGive() {
        for (PurchaseModel model : MODELS) {
            PurchaseColumns cohort = model.simulate(new double[] {30, 12, 30, 0, 52.5, 30}, END, 3);
            for (int i = 0; i < cohort.size(); i++) {
                RecencyFrequency h = cohort.history(i);
                assertEquals(model.probabilityAlive(h), model.probabilityAlive(cohort)[i]);
                assertEquals(model.expectedPurchases(h, AHEAD), model.expectedPurchases(cohort, AHEAD)[i]);
                assertEquals(model.discountedPurchases(h, RATE), model.discountedPurchases(cohort, RATE)[i]);
                assertEquals(
                        model.discountedPurchases(h, AHEAD, RATE), model.discountedPurchases(cohort, AHEAD, RATE)[i]);
            }
        }
    }

    @Test
    void columnsInAnotherUnitAreRefused() {
        PurchaseColumns days =
                PurchaseColumns.of(new double[] {1}, new double[] {9}, new double[] {20}, PeriodUnit.DAY, END);
        for (PurchaseModel model : MODELS) {
            for (Consumer<PurchaseColumns> question : List.<Consumer<PurchaseColumns>>of(
                    model::logLikelihood,
                    model::probabilityAlive,
                    c -> model.expectedPurchases(c, AHEAD),
                    c -> model.discountedPurchases(c, RATE),
                    c -> model.discountedPurchases(c, AHEAD, RATE))) {
                assertEquals(
                        "columns must be in the model's unit WEEK: DAY",
                        refusal(() -> question.accept(days)),
                        model::toString);
            }
        }
    }

    private static double sumOverEach(PurchaseModel model, PurchaseColumns cohort) {
        double sum = 0;
        for (int i = 0; i < cohort.size(); i++) {
            RecencyFrequency h = cohort.history(i);
            sum += model.logLikelihood(PurchaseColumns.of(
                    new double[] {h.repeats()}, new double[] {h.last()}, new double[] {h.age()}, PeriodUnit.WEEK, END));
        }
        return sum;
    }

    @Test
    void theLogLikelihoodOfManyIsTheSumOverEach() {
        // More rows than are taken at a time, no two alike; those without a repeat first.
        double[] ages = agesApart(3000);
        for (PurchaseModel model : MODELS) {
            PurchaseColumns cohort = model.simulate(ages, END, 5);
            double sum = sumOverEach(model, cohort);
            assertEquals(sum, model.logLikelihood(cohort), 1e-12 * Math.abs(sum), model::toString);
        }
    }

    @Test
    void theLikelihoodOfManyWhoAreLongGoneDoesNotVanish() {
        double[] x = new double[2000];
        double[] last = new double[2000];
        double[] age = new double[2000];
        Arrays.fill(x, 20);
        Arrays.setAll(last, i -> 8 + .001 * i);
        Arrays.setAll(age, i -> 400 + .01 * i);
        PurchaseColumns gone = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
        for (PurchaseModel model : MODELS) {
            double sum = sumOverEach(model, gone);
            assertEquals(sum, model.logLikelihood(gone), 1e-12 * Math.abs(sum), model::toString);
        }
    }

    @Test
    void weightsCountAsManyRows() {
        double[] x = {0, 2, 0, 5};
        double[] last = {0, 7.5, 0, 30};
        double[] age = {9, 20, 33, 40};
        for (PurchaseModel model : MODELS) {
            double once = model.logLikelihood(PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END));
            PurchaseColumns half =
                    PurchaseColumns.ofWeighted(x, last, age, new double[] {2.5, 2.5, 2.5, 2.5}, PeriodUnit.WEEK, END);
            assertEquals(2.5 * once, model.logLikelihood(half), 1e-13 * Math.abs(once));
        }
    }

    @Test
    void secondDerivativesOfTheCoinsAreThoseOfDifferences() {
        for (int first = 0; first < 2; first++) {
            PurchaseColumns cohort = MODELS.get(first).simulate(agesApart(300), END, 4);
            GeometricDropoutLikelihood likelihood = new GeometricDropoutLikelihood(cohort, first, Execution.SEQUENTIAL);
            double[] p = {.3, 5, .9, 2};
            double[] gradient = new double[4];
            double[][] hessian = new double[4][4];
            likelihood.at(p, gradient, hessian);
            for (int i = 0; i < 4; i++) {
                double h = 1e-5 * p[i];
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] += h;
                down[i] -= h;
                double[] above = new double[4];
                double[] below = new double[4];
                likelihood.at(up, above);
                likelihood.at(down, below);
                for (int j = 0; j < 4; j++) {
                    double slope = (above[j] - below[j]) / (2 * h);
                    assertEquals(slope, hessian[i][j], 1e-6 * Math.abs(slope) + 1e-5, first + ": " + i + " " + j);
                }
            }
        }
    }

    @Test
    void pathsLookAtPurchasesUpToAndAtTheMoment() {
        for (PurchaseModel model : MODELS) {
            double[] path = model.probabilityAlivePath(new double[] {4, 4, 9}, new double[] {9, 0, 4, 8.5});
            assertArrayEquals(
                    new double[] {
                        model.probabilityAlive(RecencyFrequency.ofWeeks(3, 9, 9)),
                        model.probabilityAlive(RecencyFrequency.ofWeeks(0, 0, 0)),
                        model.probabilityAlive(RecencyFrequency.ofWeeks(2, 4, 4)),
                        model.probabilityAlive(RecencyFrequency.ofWeeks(2, 4, 8.5))
                    },
                    path);
            double infinite = Double.POSITIVE_INFINITY;
            double[] none = {};
            assertEquals(
                    "purchaseTimes[1] must be finite and at least 4.0: 3.0",
                    refusal(() -> model.probabilityAlivePath(new double[] {4, 3}, none)));
            assertEquals(
                    "purchaseTimes[0] must be finite and at least 0.0: Infinity",
                    refusal(() -> model.probabilityAlivePath(new double[] {infinite}, none)));
            assertEquals(
                    "moments[0] must be finite and at least 0: Infinity",
                    refusal(() -> model.probabilityAlivePath(none, new double[] {infinite})));
            assertEquals(
                    "moments[1] must be finite and at least 0: -1.0",
                    refusal(() -> model.probabilityAlivePath(none, new double[] {0, -1})));
        }
    }

    @Test
    void refitsAreOfTheSameKind() {
        double[] ages = new double[400];
        Arrays.setAll(ages, i -> 30 + i % 20);
        FitOptions defaults = FitOptions.withDefaults();
        PurchaseColumns cohort = MODELS.get(4).simulate(ages, END, 3);
        assertEquals(BgNbd.fit(cohort), PurchaseFit.again(MODELS.get(0), cohort));
        assertEquals(MbgNbd.fit(cohort), PurchaseFit.again(MODELS.get(1), cohort));
        assertEquals(ParetoNbd.fit(cohort), PurchaseFit.again(MODELS.get(2), cohort));
        assertEquals(BgCnbdK.fit(cohort, 0, 2, defaults), PurchaseFit.again(MODELS.get(3), cohort));
        assertEquals(MbgCnbdK.fit(cohort, 0, 3, defaults), PurchaseFit.again(MODELS.get(4), cohort));
    }

    @Test
    void informationCriteriaByHand() {
        PurchaseColumns cohort = MODELS.get(0).simulate(agesApart(200), END, 3);
        Fitted<BgNbd> fit = BgNbd.fit(cohort);
        assertEquals(8 - 2 * fit.logLikelihood(), fit.aic(), 1e-12 * fit.aic());
        assertEquals(4 * Math.log(200) - 2 * fit.logLikelihood(), fit.bic(), 1e-12 * fit.bic());
    }
}
