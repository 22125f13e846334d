package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    private static final KaplanMeier DEFAULTS = KaplanMeier.withDefaults();
    private static final int[] TIMES = {2, 3, 3, 5, 8, 8, 9, 12};
    private static final boolean[] EVENTS = {true, true, false, true, false, true, true, false};

    private static SurvivalCurve example() {
        return DEFAULTS.estimate(TIMES, EVENTS);
    }

    @Test
    void workedExampleHasItsSteps() {
        List<SurvivalPoint> points = example().points();
        assertEquals(
                List.of(2.0, 3.0, 5.0, 8.0, 9.0),
                points.stream().map(SurvivalPoint::time).toList());
        double[] expected = {.875, .75, .6, .45, .225};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], points.get(i).survival().value().orElseThrow(), 1e-16);
        }
        assertEquals(5, points.get(2).atRisk());
        assertEquals(1, points.get(2).events());
        assertThrows(IndexOutOfBoundsException.class, () -> points.get(5));
    }

    @Test
    void workedExampleHasItsErrorAndInterval() {
        assertEstimate(.6, .181659, 5e-7, example().at(5));
        assertInterval(.195496, .852254, 5e-7, example().at(5));
        assertEquals("log-log", example().at(5).interval().orElseThrow().method());
        assertEquals(8, example().at(5).n());
    }

    @Test
    void otherScalesOfTheInterval() {
        double error = Math.sqrt(1 / 56.0 + 1 / 42.0 + 1 / 20.0);
        double z = 1.959963984540054;
        assertInterval(
                .6 - z * .6 * error,
                .6 + z * .6 * error,
                1e-14,
                DEFAULTS.with(SurvivalInterval.PLAIN).estimate(TIMES, EVENTS).at(5));
        assertInterval(
                .6 * Math.exp(-z * error),
                1,
                1e-14,
                DEFAULTS.with(SurvivalInterval.LOG).estimate(TIMES, EVENTS).at(5));
        Interval ninety = DEFAULTS.withConfidence(0.9)
                .estimate(TIMES, EVENTS)
                .at(5)
                .interval()
                .orElseThrow();
        assertEquals(0.9, ninety.confidence());
        assertEquals(
                Math.exp(Math.log(.6) * Math.exp(1.6448536269514722 * error / Math.log(.6) * -1)),
                ninety.lower(),
                1e-14);
    }

    @Test
    void plainIntervalIsCutOff() {
        SurvivalCurve curve = DEFAULTS.with(SurvivalInterval.PLAIN).estimate(TIMES, EVENTS);
        assertEquals(1, curve.at(2).interval().orElseThrow().upper());
        assertEquals(0, curve.at(9).interval().orElseThrow().lower());
    }

    @Test
    void medianIsTheFirstTimeAtOrBelowOneHalf() {
        assertMeasure(8, 0, example().median().value());
        assertFalse(example().median().standardError().isDefined());
        assertInterval(2, Double.POSITIVE_INFINITY, 0, example().median());
    }

    @Test
    void lastTimeAddsNoEvent() {
        assertMeasure(.225, 1e-16, example().at(12).value());
        assertUndefined("beyond the last observed time 12.0", example().at(12.5).value());
    }

    @Test
    void beforeTheFirstEventEverybodyIsThere() {
        assertEstimate(1, 0, 0, example().at(0));
        assertInterval(1, 1, 0, example().at(1.99));
    }

    @Test
    void eventsComeBeforeCensoringsAtEqualTimes() {
        SurvivalCurve curve = DEFAULTS.estimate(new int[] {4, 4}, new boolean[] {false, true});
        assertMeasure(.5, 0, curve.at(4).value());
        assertEquals(2, curve.points().get(0).atRisk());
    }

    @Test
    void exactlyOneHalfIsTheMedianOrTheMiddleOfTheFlat() {
        int[] times = {1, 2, 3, 7, 9};
        boolean[] events = {true, false, true, false, false};
        // 4/5, then 2/3 of it: not at one half.
        assertUndefined(
                "0.5333333333333333 are still there at the end",
                DEFAULTS.estimate(times, events).median().value());
        int[] even = {1, 2, 6, 10};
        boolean[] all = {true, true, true, true};
        assertMeasure(2, 0, DEFAULTS.estimate(even, all).median().value());
        KaplanMeier midpoint = DEFAULTS.with(QuantileRule.MIDPOINT);
        assertMeasure(4, 0, midpoint.estimate(even, all).median().value());
        assertMeasure(
                6,
                0,
                midpoint.estimate(even, new boolean[] {true, true, false, false})
                        .median()
                        .value());
        assertMeasure(8, 0, midpoint.estimate(TIMES, EVENTS).median().value());
        assertMeasure(1, 0, midpoint.estimate(even, all).quantile(0.1).value());
    }

    @Test
    void oneHalfIsFoundWhereTheProductIsNotExact() {
        // 12/14 · 7/12: both quotients are rounded, their product is one half.
        LifeTable table = LifeTable.ofCounts(new double[] {1, 2}, new long[] {2, 5}, new long[] {0, 7});
        SurvivalCurve curve = DEFAULTS.estimate(table);
        assertMeasure(.5, 0, curve.at(2).value());
        assertMeasure(2, 0, curve.median().value());
    }

    @Test
    void nobodyLeftHasNoErrorAndNoInterval() {
        SurvivalCurve curve = DEFAULTS.estimate(new int[] {1, 2}, new boolean[] {true, true});
        assertMeasure(0, 0, curve.at(2).value());
        assertUndefined("nobody is left", curve.at(2).standardError());
        assertEquals(Optional.empty(), curve.at(2).interval());
        assertMeasure(0, 0, curve.at(1e9).value());
    }

    @Test
    void allCensoredStaysAtOne() {
        SurvivalCurve curve = DEFAULTS.estimate(new int[] {1, 5}, new boolean[] {false, false});
        assertMeasure(1, 0, curve.at(5).value());
        assertUndefined("1.0 are still there at the end", curve.median().value());
        assertMeasure(5, 0, curve.restrictedMean().value());
        assertEquals(List.of(), curve.points());
    }

    @Test
    void nobodyIsUndefined() {
        SurvivalCurve curve = DEFAULTS.estimate(new int[0], new boolean[0]);
        assertUndefined("no customers", curve.at(0).value());
        assertUndefined("no customers", curve.median().value());
        assertUndefined("no customers", curve.restrictedMean().value());
        assertUndefined("no customers", curve.restrictedMean(3).value());
        assertUndefined("no customers", curve.between(1, 2).value());
        assertEquals(0, curve.median().n());
    }

    @Test
    void timeZeroIsATime() {
        SurvivalCurve curve = DEFAULTS.estimate(new double[] {0, -0.0, 3}, new boolean[] {true, false, true});
        assertMeasure(2.0 / 3, 1e-16, curve.at(0).value());
        assertEquals(2, curve.table().size());
        assertMeasure(2, 1e-15, curve.restrictedMean().value());
    }

    @Test
    void oneCustomer() {
        SurvivalCurve curve = DEFAULTS.estimate(new int[] {7}, new boolean[] {true});
        assertMeasure(7, 0, curve.median().value());
        assertEquals(Optional.empty(), curve.median().interval());
        assertEstimate(7, 0, 0, curve.restrictedMean());
    }

    @Test
    void restrictedMeanIsTheAreaWithItsError() {
        SurvivalCurve curve = example();
        // 2 + .875 + 2 · .75 + 3 · .6 + 1 · .45 + 3 · .225
        assertMeasure(7.3, 1e-14, curve.restrictedMean().value());
        double[] after = {5.3, 4.425, 2.925, 1.125, .675};
        double[] terms = {1 / 56.0, 1 / 42.0, 1 / 20.0, 1 / 12.0, 1 / 2.0};
        double variance = 0;
        for (int i = 0; i < after.length; i++) {
            variance += after[i] * after[i] * terms[i];
        }
        assertMeasure(Math.sqrt(variance), 1e-14, curve.restrictedMean().standardError());
        assertMeasure(2 + .875 + .75, 1e-15, curve.restrictedMean(4).value());
        assertEstimate(1, 0, 0, curve.restrictedMean(1));
        assertEstimate(0, 0, 0, curve.restrictedMean(0));
        assertUndefined(
                "beyond the last observed time 12.0", curve.restrictedMean(13).value());
        assertMeasure(
                1.5,
                0,
                DEFAULTS.estimate(new int[] {1, 2}, new boolean[] {true, true})
                        .restrictedMean(100)
                        .value());
    }

    @Test
    void conditionalSurvivalComparesTwoAges() {
        assertEstimate(
                .75,
                .75 * Math.sqrt(1 / 20.0 + 1 / 12.0 - 1 / 20.0),
                1e-15,
                example().between(5, 8));
        assertEstimate(
                .45,
                .45 * Math.sqrt(1 / 56.0 + 1 / 42.0 + 1 / 20.0 + 1 / 12.0),
                1e-15,
                example().between(0, 8));
        assertInterval(1, 1, 0, example().between(3, 4));
        assertUndefined(
                "nobody is left",
                DEFAULTS.estimate(new int[] {1}, new boolean[] {true})
                        .between(1, 2)
                        .value());
        assertUndefined(
                "beyond the last observed time 12.0", example().between(3, 13).value());
    }

    @Test
    void lateEntriesAreAtRiskAfterTheirEntry() {
        LifeTable table = LifeTable.ofEntered(
                new double[] {0, 2, 3, 0}, new double[] {3, 5, 6, 6}, new boolean[] {true, true, false, true});
        assertEquals(3, table.atRisk(0));
        assertEquals(3, table.atRisk(1));
        assertEquals(2, table.atRisk(2));
        SurvivalCurve curve = DEFAULTS.estimate(table);
        assertMeasure(2.0 / 3, 1e-16, curve.at(3).value());
        assertMeasure(4.0 / 9, 1e-16, curve.at(5).value());
        assertMeasure(2.0 / 9, 1e-16, curve.at(6).value());
    }

    @Test
    void curveThatReachedNobodyStaysThereDespiteEntries() {
        LifeTable table = LifeTable.ofEntered(new double[] {0, 2}, new double[] {1, 5}, new boolean[] {true, true});
        SurvivalCurve curve = DEFAULTS.estimate(table);
        assertEquals(1, curve.points().size());
        assertMeasure(0, 0, curve.at(5).value());
    }

    @Test
    void weightsAreRepeatedRows() {
        LifeTable weighted = LifeTable.of(
                new double[] {2.5, 3.25, 3.25, 7}, new boolean[] {true, true, false, false}, new long[] {2, 3, 1, 0});
        LifeTable repeated = LifeTable.of(
                new double[] {2.5, 2.5, 3.25, 3.25, 3.25, 3.25}, new boolean[] {true, true, true, true, true, false});
        assertEquals(repeated, weighted);
        assertEquals(repeated.hashCode(), weighted.hashCode());
        assertEquals("6 customers, 5 events at 2 different times", weighted.toString());
    }

    @Test
    void retentionListsWholePeriods() {
        List<Measure> shares = example().retention(4, 4);
        assertEquals(5, shares.size());
        assertMeasure(1, 0, shares.get(0));
        assertMeasure(.75, 1e-16, shares.get(1));
        assertMeasure(.45, 1e-16, shares.get(2));
        assertMeasure(.225, 1e-16, shares.get(3));
        assertUndefined("beyond the last observed time 12.0", shares.get(4));
    }

    @Test
    void badInputIsRefused() {
        assertEquals(
                "times[1] must be finite and at least 0: -1.0",
                refusal(() -> DEFAULTS.estimate(new int[] {1, -1}, new boolean[2])));
        assertEquals(
                "times[0] must be finite and at least 0: NaN",
                refusal(() -> DEFAULTS.estimate(new double[] {Double.NaN}, new boolean[1])));
        assertEquals(
                "times[0] must be finite and at least 0: Infinity",
                refusal(() -> DEFAULTS.estimate(new double[] {Double.POSITIVE_INFINITY}, new boolean[1])));
        assertEquals(
                "times and events must be equally long: 2 and 1",
                refusal(() -> DEFAULTS.estimate(new int[2], new boolean[1])));
        assertEquals(
                "times and weights must be equally long: 1 and 2",
                refusal(() -> LifeTable.of(new double[1], new boolean[1], new long[2])));
        assertEquals(
                "weights[0] must be at least 0: -2",
                refusal(() -> LifeTable.of(new double[1], new boolean[1], new long[] {-2})));
        assertEquals(
                "entries[0] must be in [0, 2.0): 2.0",
                refusal(() -> LifeTable.ofEntered(new double[] {2}, new double[] {2}, new boolean[1])));
        assertEquals("level must be in (0, 1): 1.0", refusal(() -> DEFAULTS.withConfidence(1)));
        assertEquals("share must be in (0, 1): 1.0", refusal(() -> example().quantile(1)));
        assertEquals("time must be at least 0: NaN", refusal(() -> example().at(Double.NaN)));
        assertEquals("to must be at least 5.0: 3.0", refusal(() -> example().between(5, 3)));
        assertEquals("limit must be finite: Infinity", refusal(() -> example().restrictedMean(1.0 / 0)));
        assertEquals(
                "width must be positive and finite: 0.0",
                refusal(() -> example().retention(0, 1)));
        assertEquals("periods must be at least 0: -1", refusal(() -> example().retention(1, -1)));
    }

    @Test
    void countsThatOverflowAreReported() {
        assertThrows(
                ArithmeticException.class,
                () -> LifeTable.of(new double[] {1, 2}, new boolean[2], new long[] {Long.MAX_VALUE, 1}));
    }

    @Test
    void printsOneLine() {
        assertEquals(
                "8 customers, 5 events at 6 different times: median 8.0 [2, Infinity] (95 % log-log), n = 8",
                example().toString());
        assertEquals("Kaplan-Meier (log-log 95.0 %, quantiles FIRST)", DEFAULTS.toString());
        assertEquals(
                "5.0: 1 of 5, S = 0.6 [0.195496, 0.852254] (95 % log-log), n = 8",
                example().points().get(2).toString());
    }
}
