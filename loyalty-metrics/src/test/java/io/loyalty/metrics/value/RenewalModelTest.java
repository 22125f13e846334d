package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalModelTest {

    private static final LocalDate END = LocalDate.of(2006, 12, 31);
    private static final AnnualRate TENTH = AnnualRate.of(.1);

    /** Fader and Hardie (2007), table 1: per cent of a cohort surviving, years 0 to 12. */
    private static final double[] REGULAR = {100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3
    };

    private static final double[] HIGH_END = {
        100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4
    };

    private static RenewalCohorts years(double[] percent, int years) {
        double[] survivors = new double[years + 1];
        for (int i = 0; i <= years; i++) {
            survivors[i] = 10 * percent[i];
        }
        return RenewalCohorts.ofSurvivors(survivors, PeriodUnit.YEAR, END);
    }

    private static void check(Fitted<?> fit, double logLikelihood, double... parameters) {
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertEquals(logLikelihood, fit.logLikelihood(), 6e-6);
        for (int i = 0; i < parameters.length; i++) {
            assertEquals(parameters[i], fit.model().parameters().get(i), 1e-5 * parameters[i]);
        }
    }

    private static void checkSurvival(RenewalModel model, double... percent) {
        for (int t = 1; t <= percent.length; t++) {
            assertEquals(percent[t - 1], 100 * model.survival(t), 6e-5);
        }
    }

    @Test
    void uniformChanceToLeaveByHand() {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(1, 1, PeriodUnit.YEAR);
        // S(t) = 1 / (t + 1)
        assertEquals(1.0 / 4, model.survival(3), 1e-15);
        assertEquals(3.0 / 4, model.retentionRate(3), 1e-15);
        assertEquals(1.0 / 3 - 1.0 / 4, model.probabilityOfChurn(3), 1e-15);
        assertEquals(4.0 / 5 + 4.0 / 6, model.expectedRenewals(3, 2), 1e-15);
    }

    @Test
    void fitsOfTheClassicCohorts() {
        check(ShiftedBetaGeometric.fit(years(REGULAR, 7)), -1680.26519, .7040773, 1.182043);
        check(ShiftedBetaGeometric.fit(years(HIGH_END, 7)), -1611.15815, .6680884, 3.806095);
        check(BetaDiscreteWeibull.fit(years(REGULAR, 7)), -1679.60283, .4556140, .7793255, 1.283451);
        check(BetaDiscreteWeibull.fit(years(REGULAR, 12)), -1930.92973, .5083087, .8688463, 1.209378);
        check(BetaDiscreteWeibull.fit(years(HIGH_END, 7)), -1605.31421, .2142533, 1.426575, 1.723565);
    }

    @Test
    void projectedSurvival() {
        checkSurvival(
                ShiftedBetaGeometric.fit(years(REGULAR, 7)).model(),
                62.6706,
                47.3819,
                38.7974,
                33.2068,
                29.2347,
                26.2456,
                23.9024,
                22.0085,
                20.4411,
                19.119,
                17.9865,
                17.0037);
        checkSurvival(
                ShiftedBetaGeometric.fit(years(HIGH_END, 7)).model(),
                85.0679,
                74.6859,
                66.9789,
                60.9919,
                56.1834,
                52.2216,
                48.8906,
                46.044,
                43.578,
                41.4172,
                39.5055,
                37.7999);
        checkSurvival(
                BetaDiscreteWeibull.fit(years(REGULAR, 7)).model(),
                63.1064,
                46.7445,
                38.1544,
                32.7704,
                29.027,
                26.2447,
                24.0791,
                22.3353,
                20.8945,
                19.6796,
                18.6381,
                17.7331);
        checkSurvival(
                BetaDiscreteWeibull.fit(years(HIGH_END, 7)).model(),
                86.9424,
                74.0365,
                65.5289,
                59.6162,
                55.233,
                51.82,
                49.0637,
                46.7752,
                44.8338,
                43.1582,
                41.6916,
                40.393);
    }

    @Test
    void retentionRises() {
        ShiftedBetaGeometric regular = new ShiftedBetaGeometric(.7040772985, 1.182043026, PeriodUnit.YEAR);
        int[] years = {1, 2, 3, 7, 12};
        double[] expected = {.626706, .756047, .818823, .910719, .945362};
        for (int i = 0; i < 5; i++) {
            assertEquals(expected[i], regular.retentionRate(years[i]), 6e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ".7040772985, 1.182043026, 0, 2.9643993",
        ".7040772985, 1.182043026, 1, 4.1031398",
        ".7040772985, 1.182043026, 7, 6.8423149",
        ".6680883511, 3.806094964, 0, 5.4144788",
        ".6680883511, 3.806094964, 1, 5.9013776",
        ".6680883511, 3.806094964, 7, 7.5296281",
        "3.8, 15.2, 0, 3.3098184",
        "3.8, 15.2, 1, 3.4510003",
        "3.8, 15.2, 2, 3.5865437",
        "3.8, 15.2, 3, 3.7168115",
        "3.8, 15.2, 4, 3.842134",
        ".067, .267, 0, 7.6708355",
        ".067, .267, 1, 9.4552994",
        ".067, .267, 2, 9.8508338",
        ".067, .267, 3, 10.056167",
        ".067, .267, 4, 10.18864"
    })
    void residualLifetimes(double alpha, double beta, int renewals, double expected) {
        RenewalModel plain = new ShiftedBetaGeometric(alpha, beta, PeriodUnit.YEAR);
        assertEquals(expected, plain.discountedRenewals(renewals, TENTH), 6e-7 * 10);
        RenewalModel weibull = new BetaDiscreteWeibull(alpha, beta, 1 + 1e-13, PeriodUnit.YEAR);
        assertEquals(plain.discountedRenewals(renewals, TENTH), weibull.discountedRenewals(renewals, TENTH), 1e-10);
        assertEquals(plain.discountedRenewals(renewals, TENTH), plain.discountedRenewals(renewals, 2000, TENTH), 1e-12);
    }

    @Test
    void agreesEverywhere() {
        List<OracleTable.Case> cases = OracleTable.read("renewals.csv");
        for (OracleTable.Case c : cases) {
            double shape = c.number("c");
            RenewalModel model = shape == 1
                    ? new ShiftedBetaGeometric(c.number("alpha"), c.number("beta"), PeriodUnit.YEAR)
                    : new BetaDiscreteWeibull(c.number("alpha"), c.number("beta"), shape, PeriodUnit.YEAR);
            int t = c.count("t");
            int h = c.count("h");
            near(model.survival(t), c, "survival");
            if (t > 0) {
                near(model.retentionRate(t), c, "retention");
                near(model.probabilityOfChurn(t), c, "churn");
            }
            near(model.survival(t, h), c, "after");
            near(model.expectedRenewals(t, h), c, "renewals");
            near(model.discountedRenewals(t, AnnualRate.of(c.number("d"))), c, "derl");
        }
        assertTrue(cases.size() > 170);
    }

    private static void near(double got, OracleTable.Case c, String quantity) {
        if (c.has(quantity)) {
            double error = OracleTable.relativeError(got, c.number(quantity));
            assertTrue(error <= 1e-11, () -> quantity + " off by " + error + ": " + got + " in " + c);
        }
    }

    @Test
    void weakDiscountOfWeibullMeetsShiftedBetaGeometric() {
        RenewalModel plain = new ShiftedBetaGeometric(1.5, 1.2, PeriodUnit.YEAR);
        RenewalModel weibull = new BetaDiscreteWeibull(1.5, 1.2, 1 + 1e-12, PeriodUnit.YEAR);
        for (double d : new double[] {.01, 1e-3, 1e-5, 1e-8, 0}) {
            double expected = plain.discountedRenewals(3, AnnualRate.of(d));
            assertEquals(expected, weibull.discountedRenewals(3, AnnualRate.of(d)), 1e-9 * expected);
        }
        RenewalModel endless = new BetaDiscreteWeibull(.5, 1, 1.9, PeriodUnit.YEAR);
        assertEquals(Double.POSITIVE_INFINITY, endless.discountedRenewals(0, AnnualRate.of(0)));
    }

    @Test
    void cohortsOfDifferentAgesAdd() {
        RenewalCohorts both = years(REGULAR, 7).plus(years(REGULAR, 12));
        Fitted<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(both);
        assertEquals(2000, fit.customers(), 1e-9);
        ShiftedBetaGeometric model = fit.model();
        assertEquals(
                model.logLikelihood(years(REGULAR, 7)) + model.logLikelihood(years(REGULAR, 12)),
                fit.logLikelihood(),
                1e-9);
        assertEquals(fit, Fitted.parse(fit.toString(), ShiftedBetaGeometric::parse));
    }

    @Test
    void oneDateDoesNotTellTheSpread() {
        Fitted<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(RenewalCohorts.ofSurvivors(new double[] {100, 60}, PeriodUnit.YEAR, END));
        assertEquals(FitStatus.NOT_IDENTIFIED, fit.status(), fit::toString);
        assertEquals(.6, fit.model().survival(1), 1e-6);
    }

    @Test
    void nobodyLeavingIsABoundary() {
        Fitted<ShiftedBetaGeometric> fit =
                ShiftedBetaGeometric.fit(RenewalCohorts.ofSurvivors(new double[] {9, 9, 9}, PeriodUnit.YEAR, END));
        assertTrue(fit.findings().contains(FitFinding.NO_DROPOUT), fit::toString);
        assertTrue(fit.model().survival(5) > 0.99999);
    }

    @Test
    void simulationIsRecovered() {
        BetaDiscreteWeibull truth = new BetaDiscreteWeibull(.46, .78, 1.28, PeriodUnit.MONTH);
        Fitted<BetaDiscreteWeibull> fit = BetaDiscreteWeibull.fit(truth.simulate(50000, 12, END, 3));
        assertEquals(FitStatus.CONVERGED, fit.status());
        for (int i = 0; i < 3; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.parameters().get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), BetaDiscreteWeibull::parse));
    }

    @Test
    void impossibleCohortsAreNamed() {
        assertEquals(
                "survivors[2] must be in [0, 5.0]: 6.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RenewalCohorts.ofSurvivors(new double[] {9, 5, 6}, PeriodUnit.YEAR, END))
                        .getMessage());
        assertEquals(
                "survivors must have at least 2 sizes: 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RenewalCohorts.ofSurvivors(new double[] {9}, PeriodUnit.YEAR, END))
                        .getMessage());
        assertEquals(
                "renewal must be at least 1: 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ShiftedBetaGeometric(1, 1, PeriodUnit.YEAR).retentionRate(0))
                        .getMessage());
    }

    /**
     * mpmath 1.2.1 with 60 digits: 999 terms or more, the rest by the integral in the logarithm of the date, half a term and the
     * first two derivatives.
     */
    @ParameterizedTest
    @CsvSource({
        "3, 2, .8, 0, 0, 1.5298450193251435",
        "3, 2, .8, 2, 0, 3.7938175085416944",
        "1.5, 1.2, 1.9, 1, 0, .63193104361238382",
        ".8, 1.5, 1.1, 0, .0001, 19.634954429729217",
        ".8, 1.5, .7, 3, .00001, 863.72537781044003",
        "1.26, 1.5, .8, 1, 0, 415.60239478108072",
        ".6, 1.2, 1.7, 0, 0, 50.818055821164894"
    })
    void lifetimesOfWeibullAreExactFarOut(
            double alpha, double beta, double c, int renewals, double discount, double expected) {
        assertEquals(
                expected,
                new BetaDiscreteWeibull(alpha, beta, c, PeriodUnit.YEAR)
                        .discountedRenewals(renewals, AnnualRate.of(discount)),
                1e-12 * expected);
    }

    @Test
    void cohortsMayHaveLostMoreDatesThanTheyHaveActiveOnes() {
        // With both parameters 1, S(t) = 1 / (t + 1) and the chance to leave at t is 1 / (t (t + 1)).
        RenewalCohorts cohorts = new RenewalCohorts(List.of(1.0, 2.0, 3.0), List.of(5.0, 4.0), PeriodUnit.YEAR, END);
        double expected = Math.log(1 / 2.0) + 2 * Math.log(1 / 6.0) + 3 * Math.log(1 / 12.0) + 4 * Math.log(1 / 2.0);
        assertEquals(expected, new ShiftedBetaGeometric(1, 1, PeriodUnit.YEAR).logLikelihood(cohorts), 1e-13);
        assertEquals(15, cohorts.customers());
        RenewalCohorts more = new RenewalCohorts(List.of(1.0), List.of(0.0, 1.0, 2.0), PeriodUnit.YEAR, END);
        RenewalCohorts sum = new RenewalCohorts(List.of(2.0, 2.0, 3.0), List.of(5.0, 5.0, 2.0), PeriodUnit.YEAR, END);
        assertEquals(sum, cohorts.plus(more));
        assertEquals(sum, more.plus(cohorts));
    }

    @Test
    void cohortsHoldFiniteCountsOfSomebodyWhoCameToADate() {
        assertEquals(
                "churned and active must hold somebody who came to a renewal date",
                refusal(() -> new RenewalCohorts(List.of(0.0), List.of(5.0, 0.0), PeriodUnit.YEAR, END)));
        assertEquals(
                "active[1] must be finite and at least 0: Infinity",
                refusal(() -> new RenewalCohorts(List.of(0.0), List.of(0.0, 1.0 / 0), PeriodUnit.YEAR, END)));
        assertEquals(
                "churned[0] must be finite and at least 0: -1.0",
                refusal(() -> new RenewalCohorts(List.of(-1.0), List.of(), PeriodUnit.YEAR, END)));
        assertEquals(
                RenewalCohorts.ofSurvivors(new double[] {5, 0}, PeriodUnit.YEAR, END),
                new RenewalCohorts(List.of(5.0), List.of(0.0, 0.0), PeriodUnit.YEAR, END));
        assertEquals(
                "survivors[1] must be in [0, 5.0]: 6.0",
                refusal(() -> RenewalCohorts.ofSurvivors(new double[] {5, 6}, PeriodUnit.YEAR, END)));
    }

    @Test
    void oneCustomerAndOneDateCanBeSimulated() {
        RenewalModel model = new ShiftedBetaGeometric(1, 1, PeriodUnit.YEAR);
        assertEquals(1, model.simulate(1, 1, END, 3).customers());
        assertEquals("customers and dates must be at least 1: 0 and 1", refusal(() -> model.simulate(0, 1, END, 3)));
        assertEquals("customers and dates must be at least 1: 1 and 0", refusal(() -> model.simulate(1, 0, END, 3)));
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
