package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Columns of covariates, their units, and what of them is refused. */
class CovariatesTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final BgNbd PLAIN = new BgNbd(.8, 8, .9, 2.5, PeriodUnit.WEEK);
    private static final FitOptions DEFAULTS = FitOptions.withDefaults();

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static PurchaseColumns cohort(int n) {
        double[] ages = new double[n];
        Arrays.setAll(ages, i -> 30 + i % 20);
        return PLAIN.simulate(ages, END, 4);
    }

    private static double[] column(int n, int period, double unit) {
        double[] column = new double[n];
        Arrays.setAll(column, i -> unit * (i % period));
        return column;
    }

    @Test
    void zeroHasNoSign() {
        assertArrayEquals(
                new double[] {0, 3}, Covariates.of("z", -0.0).with("y", 3).of(0));
        assertEquals(
                1,
                new CovariateGroups(2, Covariates.of("z", 0, -0.0), Covariates.none(2))
                        .groups()
                        .size());
    }

    @Test
    void theUnitOfACovariateDoesNotMatter() {
        int n = 400;
        PurchaseColumns cohort = cohort(n);
        Fitted<CovariateModel<BgNbd>> plain = BgNbd.fit(
                cohort,
                Covariates.of("size", column(n, 4, 1)),
                Covariates.of("size", column(n, 4, 1)).with("age", column(n, 3, 1)),
                DEFAULTS);
        Fitted<CovariateModel<BgNbd>> small = BgNbd.fit(
                cohort,
                Covariates.of("size", column(n, 4, 1e-6)),
                Covariates.of("size", column(n, 4, 1e5)).with("age", column(n, 3, 1e3)),
                DEFAULTS);
        assertEquals(FitStatus.CONVERGED, plain.status());
        assertEquals(plain.logLikelihood(), small.logLikelihood(), 1e-9 * Math.abs(plain.logLikelihood()));
        double[] unit = {1, 1, 1, 1, 1e-6, 1e5, 1e3};
        for (int i = 0; i < 7; i++) {
            double error = plain.standardErrors().get(i).orElseThrow();
            assertEquals(
                    plain.model().parameters().get(i),
                    small.model().parameters().get(i) * unit[i],
                    1e-4 * error);
            assertEquals(error, small.standardErrors().get(i).orElseThrow() * unit[i], 1e-4 * error);
        }
    }

    @Test
    void aCovariateThatIsAlwaysZeroSaysNothing() {
        Fitted<CovariateModel<BgNbd>> fit =
                BgNbd.fit(cohort(200), Covariates.of("nothing", new double[200]), Covariates.none(200), DEFAULTS);
        assertEquals(FitStatus.NOT_IDENTIFIED, fit.status());
        assertEquals(0, fit.model().purchaseEffects().get(0), 1e-12);
    }

    @Test
    void gradientAgreesWithDifferences() {
        int n = 120;
        PurchaseColumns cohort = cohort(n);
        Covariates purchase = Covariates.of("a", column(n, 2, 3)).with("b", column(n, 3, .5));
        Covariates dropout = Covariates.of("c", column(n, 4, 2)).with("d", column(n, 5, 1));
        for (PurchaseModel kind : List.of(PLAIN, new ParetoNbd(.8, 8, .9, 12, PeriodUnit.WEEK))) {
            CovariateLikelihood likelihood = new CovariateLikelihood(
                    cohort,
                    purchase,
                    dropout,
                    kind,
                    c -> kind instanceof ParetoNbd
                            ? new LomaxDropoutLikelihood(c, Execution.SEQUENTIAL)
                            : new GeometricDropoutLikelihood(c, 0, Execution.SEQUENTIAL));
            double[] p = {.8, 8, .9, 3, .4, -.3, .7, -.2};
            double[] gradient = new double[8];
            likelihood.at(p, gradient);
            for (int i = 0; i < 8; i++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (likelihood.at(up, new double[8]) - likelihood.at(down, new double[8])) / 2e-5;
                assertEquals(slope, gradient[i], 1e-5 * Math.abs(slope) + 1e-5, "by " + i);
            }
        }
    }

    @Test
    void parametersAreThoseOfTheModelThenTheEffects() {
        CovariateModel<BgNbd> model =
                new CovariateModel<>(PLAIN, List.of("a", "b"), List.of(.1, .2), List.of("c"), List.of(.3));
        CovariateModel<BgNbd> other = model.withParameters(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));
        assertEquals(new BgNbd(1, 2, 3, 4, PeriodUnit.WEEK), other.base());
        assertEquals(List.of(5.0, 6.0), other.purchaseEffects());
        assertEquals(List.of(7.0), other.dropoutEffects());
        assertEquals(List.of("a", "b"), other.purchaseNames());
        assertEquals(List.of("c"), other.dropoutNames());
        assertEquals(model, model.withParameters(model.parameters()));
        assertEquals(
                "parameters must be 7 numbers: 6",
                refusal(() -> model.withParameters(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))));
    }

    @Test
    void namesAndEffectsBelongTogether() {
        List<String> none = List.of();
        assertEquals(
                "purchaseEffects must be one for each name, 1: 0",
                refusal(() -> new CovariateModel<>(PLAIN, List.of("a"), List.of(), none, List.of())));
        assertEquals(
                "dropoutEffects must be one for each name, 0: 1",
                refusal(() -> new CovariateModel<>(PLAIN, none, List.of(), none, List.of(1.0))));
        assertEquals(
                "dropoutEffects[1] must be finite: NaN",
                refusal(() ->
                        new CovariateModel<>(PLAIN, none, List.of(), List.of("a", "b"), List.of(1.0, Double.NaN))));
        assertEquals(
                "names must differ: [a, a]",
                refusal(() -> new CovariateModel<>(PLAIN, List.of("a", "a"), List.of(1.0, 2.0), none, List.of())));
    }

    @Test
    void covariatesAreOfTheCustomersAndTheModel() {
        PurchaseColumns cohort = cohort(5);
        assertEquals(
                "dropout must have one row for each customer, 5: 4",
                refusal(() -> BgNbd.fit(cohort, Covariates.none(5), Covariates.none(4), DEFAULTS)));
        CovariateModel<BgNbd> model = new CovariateModel<>(PLAIN, List.of(), List.of(), List.of("c"), List.of(.3));
        assertEquals(
                "dropout must have the columns [c]: [d]",
                refusal(() -> model.score(
                        cohort,
                        Covariates.none(5),
                        Covariates.of("d", new double[5]),
                        PurchaseModel::probabilityAlive)));
    }
}
