package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgNbdTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final BgNbd CDNOW = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final BgNbd PAPER = new BgNbd(.2425982, 4.4136842, .7929899, 2.4261667, PeriodUnit.WEEK);
    private static final RecencyFrequency FIRST_CUSTOMER = RecencyFrequency.ofWeeks(2, 30.43, 38.86);

    @Test
    void aliveIsOneOverOnePlusTheOddsOfHavingLeft() {
        BgNbd model = new BgNbd(1, 1, 2, 3, PeriodUnit.WEEK);
        // odds = a / (b + x − 1) ((α + T) / (α + t_x))^(r + x) = 2/3 · (4/2)^2
        assertEquals(1 / (1 + 2.0 / 3 * 4), model.probabilityAlive(RecencyFrequency.ofWeeks(1, 1, 3)), 1e-15);
    }

    @Test
    void oneTimeBuyerIsAliveForEver() {
        assertEquals(1, CDNOW.probabilityAlive(RecencyFrequency.ofWeeks(0, 0, 5000)));
    }

    @Test
    void firstCustomerOfCdnow() {
        assertEquals(1.22602817477, CDNOW.expectedPurchases(FIRST_CUSTOMER, Horizon.ofWeeks(39)), 1e-11);
        assertEquals(.726578570081, CDNOW.probabilityAlive(FIRST_CUSTOMER), 1e-12);
        assertEquals(
                5.15637982615,
                CDNOW.discountedPurchases(FIRST_CUSTOMER, AnnualRate.ofContinuous(.0027, PeriodUnit.WEEK)),
                1e-11);
    }

    @ParameterizedTest
    @CsvSource({
        ".1429, .00782834751607",
        "1, .0532678911717",
        "3, .150865230893",
        "31.8571, 1.04199606085",
        "52, 1.4460505954",
        "78, 1.86051905794"
    })
    void expectedPurchasesOfNewCustomers(double weeks, double expected) {
        assertEquals(expected, CDNOW.expectedPurchases(Horizon.ofWeeks(weeks)), 1e-11 * expected);
    }

    @Test
    void publishedProbabilitiesOfCounts() {
        assertEquals(1.07868964037e-7, CDNOW.probabilityOf(10, Horizon.ofWeeks(2)), 1e-17);
        assertEquals(.5737864, CDNOW.probabilityOf(0, Horizon.ofWeeks(39)), 5e-8);
        double[] published = {
            .0019995214,
            .0015170236,
            .0011633150,
            .0009003148,
            .0007023638,
            .0005517902,
            .0004361913,
            .0003467171,
            .0002769613,
            .0002222260
        };
        for (int n = 11; n <= 20; n++) {
            assertEquals(published[n - 11], CDNOW.probabilityOf(n, Horizon.ofWeeks(30)), 6e-11);
        }
    }

    @Test
    void frequentBuyersFallSilentSooner() {
        double[] expected = {.347460246, .0428339542, .00415898574, .00035837044};
        int[] repeats = {10, 15, 20, 25};
        for (int i = 0; i < 4; i++) {
            double y = PAPER.expectedPurchases(RecencyFrequency.ofWeeks(repeats[i], 20, 39), Horizon.ofWeeks(52));
            assertEquals(expected[i], y, 1e-8 * expected[i]);
        }
        RecencyFrequency weekly = RecencyFrequency.ofWeeks(26, 216 / 7.0, 31);
        assertEquals(25.7565377, PAPER.expectedPurchases(weekly, Horizon.ofWeeks(52)), 5e-8);
        assertEquals(.968852151, PAPER.probabilityAlive(weekly), 5e-10);
        assertEquals(1.4440048, PAPER.expectedPurchases(Horizon.ofWeeks(52)), 5e-8);
    }

    @Test
    void inputsThatBreakOthers() {
        assertEquals(
                0.564588615532785,
                new BgNbd(.11, 2.24, .31, .5, PeriodUnit.WEEK)
                        .expectedPurchases(RecencyFrequency.ofWeeks(0, 0, 1), Horizon.ofWeeks(30)),
                1e-14);
        assertEquals(
                1.10213678603996,
                new BgNbd(.243, 4.414, 1, 2.426, PeriodUnit.WEEK)
                        .expectedPurchases(FIRST_CUSTOMER, Horizon.ofWeeks(39)),
                1e-13);
        assertEquals(
                2.64935218293832,
                new BgNbd(50, 3, .05, .01, PeriodUnit.WEEK)
                        .expectedPurchases(RecencyFrequency.ofWeeks(0, 0, 38.86), Horizon.ofWeeks(10)),
                1e-13);
        assertEquals(
                3054.59727365368,
                CDNOW.expectedPurchases(RecencyFrequency.ofWeeks(1000, 364, 365), Horizon.ofWeeks(3650)),
                1e-9);
        assertEquals(1.02829538269743e-05, CDNOW.probabilityOf(200, Horizon.ofWeeks(500)), 1e-18);
    }

    @Test
    void unitsConvert() {
        RecencyFrequency days = RecencyFrequency.ofDays(2, 7 * 30.43, 7 * 38.86);
        assertEquals(
                CDNOW.expectedPurchases(FIRST_CUSTOMER, Horizon.ofWeeks(39)),
                CDNOW.expectedPurchases(days, Horizon.ofDays(273)),
                1e-14);
        // A year of weeks: 1 % a month for 12 months is 12.68 % a year.
        double monthly = CDNOW.discountedPurchases(
                FIRST_CUSTOMER, Horizon.ofMonths(12), AnnualRate.ofPeriodic(.01, PeriodUnit.MONTH));
        double yearly =
                CDNOW.discountedPurchases(FIRST_CUSTOMER, Horizon.ofYears(1), AnnualRate.of(Math.pow(1.01, 12) - 1));
        assertEquals(yearly, monthly, 1e-13);
    }

    @Test
    void discountOfZeroIsThePlainExpectation() {
        assertEquals(
                CDNOW.expectedPurchases(FIRST_CUSTOMER, Horizon.ofWeeks(39)),
                CDNOW.discountedPurchases(FIRST_CUSTOMER, Horizon.ofWeeks(39), AnnualRate.of(0)));
        assertEquals(Double.POSITIVE_INFINITY, CDNOW.discountedPurchases(FIRST_CUSTOMER, AnnualRate.of(0)));
        BgNbd mortal = new BgNbd(.243, 4.414, 2, 2.426, PeriodUnit.WEEK);
        // E[1/p] with p ~ Beta(2, 4.426)
        assertEquals(
                mortal.probabilityAlive(FIRST_CUSTOMER) * 5.426,
                mortal.discountedPurchases(FIRST_CUSTOMER, AnnualRate.of(0)),
                1e-13);
    }

    @Test
    void pathFollowsThePurchases() {
        double[] path = CDNOW.probabilityAlivePath(new double[] {3, 10}, new double[] {0, 2, 3, 9, 10, 30});
        assertEquals(1, path[1]);
        assertEquals(CDNOW.probabilityAlive(RecencyFrequency.ofWeeks(1, 3, 9)), path[3]);
        assertEquals(CDNOW.probabilityAlive(RecencyFrequency.ofWeeks(2, 10, 30)), path[5]);
        assertTrue(path[3] < path[2] && path[5] < path[4]);
        assertEquals(
                "purchaseTimes[1] must be finite and at least 3.0: 2.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CDNOW.probabilityAlivePath(new double[] {3, 2}, new double[0]))
                        .getMessage());
    }

    @Test
    void oneTimeBuyersOnlyLeaveDropoutUnidentified() {
        double[] zero = new double[200];
        double[] age = new double[200];
        Arrays.setAll(age, i -> 10 + i % 20);
        Fitted<BgNbd> fit = BgNbd.fit(PurchaseColumns.of(zero, zero, age, PeriodUnit.WEEK, END));
        assertEquals(FitStatus.NOT_IDENTIFIED, fit.status());
        assertTrue(fit.findings().contains(FitFinding.DROPOUT_NOT_IDENTIFIED));
        assertTrue(fit.logLikelihood() <= 0 && fit.logLikelihood() > -0.01, () -> "" + fit.logLikelihood());
        assertTrue(fit.covariance().isEmpty());
        assertEquals(
                "undefined: the fit ended as NOT_IDENTIFIED",
                fit.standardErrors().get(0).toString());
    }

    @Test
    void nobodyLeavesIsABoundary() {
        // 500 customers who buy at a steady ten a year and never leave: simulated, since a ~ 0 is a model too.
        double[] ages = new double[500];
        Arrays.fill(ages, 1);
        PurchaseColumns steady = new BgNbd(1e6, 1e5, 1e-9, 1e3, PeriodUnit.YEAR).simulate(ages, END, 11);
        Fitted<BgNbd> fit = BgNbd.fit(steady);
        assertEquals(FitStatus.BOUNDARY, fit.status(), fit::toString);
        assertTrue(fit.findings().contains(FitFinding.NO_DROPOUT), fit::toString);
        double poisson = 0;
        for (int i = 0; i < 500; i++) {
            poisson += steady.history(i).repeats();
        }
        BgNbd model = fit.model();
        assertEquals(poisson / 500, model.r() / model.alpha(), 0.02 * poisson / 500);
        assertTrue(model.probabilityAlive(steady.history(0)) > 0.999);
        assertTrue(Double.isFinite(fit.logLikelihood()));
    }

    @Test
    void fitDoesNotDependOnTheOrderOfCustomers() {
        double[] ages = new double[700];
        Arrays.setAll(ages, i -> 20 + i % 13);
        PurchaseColumns cohort = PAPER.simulate(ages, END, 3);
        double[] x = new double[700];
        double[] last = new double[700];
        double[] age = new double[700];
        double[] weights = new double[700];
        for (int i = 0; i < 700; i++) {
            RecencyFrequency h = cohort.history((i * 331 + 17) % 700);
            x[i] = h.repeats();
            last[i] = h.last();
            age[i] = h.age();
            weights[i] = 1;
        }
        Fitted<BgNbd> fit = BgNbd.fit(cohort);
        assertEquals(fit, BgNbd.fit(PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END)));
        assertEquals(fit, BgNbd.fit(PurchaseColumns.ofWeighted(x, last, age, weights, PeriodUnit.WEEK, END)));
        assertEquals(FitStatus.CONVERGED, fit.status());
    }

    @Test
    void simulationIsRecovered() {
        double[] ages = new double[20000];
        Arrays.setAll(ages, i -> 30 + i % 100 * .5);
        Fitted<BgNbd> fit = BgNbd.fit(PAPER.simulate(ages, END, 7));
        List<Double> truth = PAPER.parameters();
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.get(i), fit.model().parameters().get(i), 4 * error);
        }
    }

    @Test
    void textFormsReadBackEqual() {
        assertEquals("BgNbd{r=0.243, alpha=4.414, a=0.793, b=2.426, unit=WEEK}", CDNOW.toString());
        assertEquals(CDNOW, BgNbd.parse(CDNOW.toString()));
        double[] ages = new double[300];
        Arrays.fill(ages, 40);
        Fitted<BgNbd> fit = BgNbd.fit(PAPER.simulate(ages, END, 5));
        assertEquals(fit, Fitted.parse(fit.toString(), BgNbd::parse));
        assertEquals(
                "text must be BgNbd{…}: MbgNbd{}",
                assertThrows(IllegalArgumentException.class, () -> BgNbd.parse("MbgNbd{}"))
                        .getMessage());
    }

    @Test
    void impossibleParametersAreRefused() {
        assertEquals(
                "alpha must be finite and above 0: 0.0",
                assertThrows(IllegalArgumentException.class, () -> new BgNbd(1, 0, 1, 1, PeriodUnit.DAY))
                        .getMessage());
        assertEquals(
                "b must be finite and above 0: NaN",
                assertThrows(IllegalArgumentException.class, () -> new BgNbd(1, 1, 1, Double.NaN, PeriodUnit.DAY))
                        .getMessage());
    }
}
