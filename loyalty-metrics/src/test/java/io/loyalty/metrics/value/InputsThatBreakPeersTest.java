package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.purchase.RefundPolicy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Inputs to which other packages give NaN, infinity, a wrong number or an error without a name; the numbers are in one list of such. */
class InputsThatBreakPeersTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final BgNbd BG = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final RecencyFrequency FIRST = RecencyFrequency.ofWeeks(2, 30.43, 38.86);

    @Test
    void input10ParetoAtAShapeOfOneExactly() {
        // 30-digit arithmetic for these parameters; 1.186192 is the figure of the list, whose digits of r and alpha are
        // not given.
        ParetoNbd one = new ParetoNbd(.5532755, 10.577612, 1, 11.667911, PeriodUnit.WEEK);
        double expected = one.expectedPurchases(FIRST, Horizon.ofWeeks(39));
        assertEquals(1.18616960581309387622, expected, 1e-14);
        assertEquals(1.18619197544722, expected, 3e-5);
    }

    @Test
    void input19UnitsBelongToTheModel() {
        // Twelve months at 1 % a month, discounted continuously: 24.6637 * 1.4796234892599232, by 30-digit quadrature.
        // By monthly
        // steps of 4.345 weeks it is 36.29; with months taken for days of a weekly model, 140.13.
        double value = PredictedLifetimeValue.of(
                        BG, new GammaGamma(6.25, 3.74, 15.44), AnnualRate.ofPeriodic(.01, PeriodUnit.MONTH))
                .over(Horizon.ofMonths(12))
                .value(FIRST, 2, 22.35)
                .value()
                .value()
                .orElseThrow();
        assertEquals(36.493010434748727, value, 1e-10);
        RecencyFrequency days = RecencyFrequency.ofDays(2, 7 * 30.43, 7 * 38.86);
        assertEquals(
                value,
                PredictedLifetimeValue.of(BG, new GammaGamma(6.25, 3.74, 15.44), AnnualRate.of(Math.pow(1.01, 12) - 1))
                        .over(Horizon.ofDays(365.2425))
                        .value(days, 2, 22.35)
                        .value()
                        .value()
                        .orElseThrow(),
                1e-10);
    }

    @Test
    void input20NobodyLeaves() {
        // 500 customers who buy ten times a year on average, one rate for all, for one to three years.
        SplittableRandom random = new SplittableRandom(20);
        double[] x = new double[500];
        double[] last = new double[500];
        double[] age = new double[500];
        double rate = 0;
        for (int i = 0; i < 500; i++) {
            age[i] = 52 + random.nextInt(104);
            double time = -Math.log(1 - random.nextDouble()) * 5.2;
            while (time <= age[i]) {
                x[i]++;
                last[i] = time;
                time -= Math.log(1 - random.nextDouble()) * 5.2;
            }
            rate += x[i];
        }
        rate /= Arrays.stream(age).sum();
        PurchaseColumns columns = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
        for (Fitted<? extends PurchaseModel> fit :
                Arrays.asList(BgNbd.fit(columns), MbgNbd.fit(columns), ParetoNbd.fit(columns))) {
            assertEquals(FitStatus.BOUNDARY, fit.status(), fit::toString);
            assertTrue(fit.findings().contains(FitFinding.NO_DROPOUT), fit::toString);
            PurchaseModel model = fit.model();
            model.parameters().forEach(p -> assertTrue(p > 1e-12 && p < 1e12, fit::toString));
            // The limit is a Poisson process of one rate, in fit and forecast.
            assertEquals(4 * rate, model.expectedPurchases(Horizon.ofWeeks(4)), 1e-3);
            assertTrue(model.probabilityAlive(columns.history(0)) > .9999);
        }
    }

    @Test
    void input26FractionalCountsAreRefused() {
        assertEquals(
                "repeats[0] must be a whole number of at least 0: 1.5",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PurchaseColumns.of(
                                        new double[] {1.5}, new double[] {1}, new double[] {2}, PeriodUnit.WEEK, END))
                        .getMessage());
    }

    @Test
    void input29NobodyObservedForAnyTime() {
        assertEquals(
                "age must be above 0 for at least one customer: nobody was observed for any time",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PurchaseColumns.of(
                                        new double[3], new double[3], new double[3], PeriodUnit.WEEK, END))
                        .getMessage());
    }

    @Test
    void input30OneRefundFollowsAPolicy() {
        int day = (int) END.minusDays(100).toEpochDay();
        TransactionLog log = TransactionLog.of(
                new long[] {1, 1, 1, 1, 2, 2},
                new int[] {day, day + 10, day + 20, day + 25, day, day + 7},
                new double[] {30, 20, 50, -10, 5, 8});
        assertArrayEquals(new double[] {30, 8}, log.upTo(END, PeriodUnit.WEEK).meanSpends(), 1e-12);
        assertArrayEquals(
                new double[] {35, 8},
                log.with(RefundPolicy.GROSS).upTo(END, PeriodUnit.WEEK).meanSpends(),
                1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> log.with(RefundPolicy.REFUSE).upTo(END, PeriodUnit.WEEK));
        Fitted<GammaGamma> fit = GammaGamma.fit(log.upTo(END, PeriodUnit.WEEK).spend());
        assertTrue(Double.isFinite(fit.logLikelihood()));
        // Straight into the columns, a refund is named.
        assertEquals(
                "means[0] must be finite and above 0: -3.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SpendColumns.of(new double[] {1}, new double[] {-3}, END))
                        .getMessage());
    }

    @Test
    void input18InfiniteMeanSpendIsNoNumber() {
        assertFalse(new GammaGamma(6.25, .9, 15.44).expectedSpend().isDefined());
    }
}
