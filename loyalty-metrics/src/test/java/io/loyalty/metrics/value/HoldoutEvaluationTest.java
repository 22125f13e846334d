package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluation and tracking by hand. */
class HoldoutEvaluationTest {

    private static final int START = (int) LocalDate.of(2024, 1, 1).toEpochDay();

    private static final TransactionLog LOG = TransactionLog.of(
            new long[] {1, 1, 1, 2, 3, 3, 4},
            new int[] {START, START + 4, START + 15, START + 2, START + 1, START + 12, START + 11},
            new double[] {1, 1, 1, 1, 1, 1, 1});

    private static final Holdout HOLDOUT =
            LOG.split(LocalDate.of(2024, 1, 11), LocalDate.of(2024, 1, 31), PeriodUnit.DAY);

    @Test
    void errorsByHand() {
        HoldoutEvaluation evaluation = HoldoutEvaluation.of(new double[] {2, .5, .25}, HOLDOUT, 7);
        assertEquals(3, evaluation.customers());
        assertEquals(2.75, evaluation.expected());
        assertEquals(2, evaluation.actual());
        assertEquals(.375, evaluation.bias().orElseThrow());
        assertEquals((1 + .5 + .75) / 3, evaluation.meanAbsoluteError(), 1e-15);
        assertEquals(Math.sqrt((1 + .25 + .5625) / 3), evaluation.rootMeanSquareError(), 1e-15);
        // Customer 1 at 1/10 a day for 20 days: 2 against 1; the others at 0 against 0 and 1.
        assertEquals(2 / 3.0, evaluation.naiveMeanAbsoluteError(), 1e-15);
        assertEquals(Math.sqrt(2 / 3.0), evaluation.naiveRootMeanSquareError(), 1e-15);
        assertEquals(
                List.of(new HoldoutEvaluation.Group(0, 2, .375, .5), new HoldoutEvaluation.Group(1, 1, 2, 1)),
                evaluation.byFrequency());
    }

    @Test
    void lastGroupIsOpen() {
        HoldoutEvaluation evaluation = HoldoutEvaluation.of(new double[] {2, .5, .25}, HOLDOUT, 0);
        assertEquals(List.of(new HoldoutEvaluation.Group(0, 3, 2.75 / 3, 2 / 3.0)), evaluation.byFrequency());
    }

    @Test
    void withoutPurchasesThereIsNoBias() {
        Holdout quiet = LOG.split(LocalDate.of(2024, 1, 17), LocalDate.of(2024, 1, 31), PeriodUnit.DAY);
        assertEquals(
                "nothing was bought in the holdout",
                HoldoutEvaluation.of(new double[4], quiet, 7).bias().reason());
    }

    @Test
    void forecastsOfAnotherLengthAreRefused() {
        assertEquals(
                "expected must have one number for each customer, 3: 1",
                assertThrows(IllegalArgumentException.class, () -> HoldoutEvaluation.of(new double[1], HOLDOUT, 7))
                        .getMessage());
        assertEquals(
                "last must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> HoldoutEvaluation.of(new double[3], HOLDOUT, -1))
                        .getMessage());
    }

    @Test
    void expectationsAddUpFromEachFirstPurchase() {
        BgNbd model = new BgNbd(.5, 4, .8, 2, PeriodUnit.DAY);
        CumulativeTracking tracking = CumulativeTracking.of(
                model, LOG, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 11), LocalDate.of(2024, 1, 20), 5);
        assertEquals(4, tracking.points().size());
        CumulativeTracking.Point second = tracking.points().get(1);
        assertEquals(LocalDate.of(2024, 1, 10), second.day());
        assertEquals(1, second.actual());
        assertEquals(
                model.expectedPurchases(Horizon.ofDays(9))
                        + model.expectedPurchases(Horizon.ofDays(8))
                        + model.expectedPurchases(Horizon.ofDays(7)),
                second.expected(),
                1e-14);
        // Customer 4 came after calibration and does not count.
        assertEquals(3, tracking.points().get(3).actual());
        double third = tracking.points().get(2).expected();
        double fourth = tracking.points().get(3).expected();
        assertEquals(
                (Math.abs(third / 2 - 1) + Math.abs(fourth / 3 - 1)) / 2,
                tracking.meanRelativeError().orElseThrow(),
                1e-14);
    }

    @Test
    void daysOutOfOrderAreRefused() {
        LocalDate day = LocalDate.of(2024, 1, 11);
        BgNbd model = new BgNbd(.5, 4, .8, 2, PeriodUnit.DAY);
        assertEquals(
                "from, calibrationEnd and end must be in order: 2024-01-11, 2024-01-10 and 2024-01-11",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CumulativeTracking.of(model, LOG, day, day.minusDays(1), day, 7))
                        .getMessage());
        assertEquals(
                "stepDays must be at least 1: 0",
                assertThrows(IllegalArgumentException.class, () -> CumulativeTracking.of(model, LOG, day, day, day, 0))
                        .getMessage());
        assertEquals(
                "no step ends after calibration",
                CumulativeTracking.of(model, LOG, day, day, day, 1)
                        .meanRelativeError()
                        .reason());
    }

    @Test
    void theNaiveForecastGoesOnAsBefore() {
        Holdout tenDays = LOG.split(LocalDate.of(2024, 1, 11), LocalDate.of(2024, 1, 21), PeriodUnit.DAY);
        HoldoutEvaluation evaluation = HoldoutEvaluation.of(new double[3], tenDays, 7);
        // Customer 1 at 1/10 a day for 10 days: 1 against 1; the others at 0 against 0 and 1.
        assertEquals(1 / 3.0, evaluation.naiveMeanAbsoluteError(), 1e-15);
        assertEquals(Math.sqrt(1 / 3.0), evaluation.naiveRootMeanSquareError(), 1e-15);
    }

    @Test
    void aModelIsEvaluatedByItsForecasts() {
        BgNbd model = new BgNbd(.5, 4, .8, 2, PeriodUnit.DAY);
        double[] forecasts = model.expectedPurchases(HOLDOUT.calibration().columns(), HOLDOUT.horizon());
        assertEquals(HoldoutEvaluation.of(forecasts, HOLDOUT, 7), HoldoutEvaluation.of(model, HOLDOUT));
        assertEquals(HoldoutEvaluation.of(forecasts, HOLDOUT, 2), HoldoutEvaluation.of(model, HOLDOUT, 2));
    }

    @Test
    void purchasesOfTheDayOfAStepBelongToIt() {
        BgNbd model = new BgNbd(.5, 4, .8, 2, PeriodUnit.DAY);
        CumulativeTracking tracking = CumulativeTracking.of(
                model, LOG, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 12), LocalDate.of(2024, 1, 13), 3);
        // From 2 January: customer 1 came before; 3 begins on the 2nd, 2 on the 3rd and 4 on the 12th, the last day of
        // calibration.
        assertEquals(LocalDate.of(2024, 1, 13), tracking.points().get(3).day());
        assertEquals(
                model.expectedPurchases(Horizon.ofDays(11))
                        + model.expectedPurchases(Horizon.ofDays(10))
                        + model.expectedPurchases(Horizon.ofDays(1)),
                tracking.points().get(3).expected(),
                1e-14);
        assertEquals(1, tracking.points().get(3).actual(), "customer 3 comes back on the 13th");
        assertEquals(0, tracking.points().get(2).actual());
        CumulativeTracking quiet = CumulativeTracking.of(
                model, LOG, LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 8), LocalDate.of(2024, 1, 12), 1);
        assertEquals(
                "nothing has been bought again yet", quiet.meanRelativeError().reason());
    }
}
