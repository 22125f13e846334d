package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The edges of a survival curve, and its sums over very many steps. */
class SurvivalCurveTest {

    private static final MathContext DIGITS = new MathContext(40);
    private static final int STEPS = 5_000;

    private static SurvivalCurve curve(double... times) {
        boolean[] events = new boolean[times.length];
        Arrays.fill(events, true);
        return KaplanMeier.withDefaults().estimate(times, events);
    }

    /** One customer leaves at each time, from 3 · steps customers at the beginning; another is lost from sight. */
    private static LifeTable manySteps() {
        double[] times = new double[STEPS];
        long[] events = new long[STEPS];
        long[] censored = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            times[i] = (i + 1) / 7.0;
            events[i] = 1;
            censored[i] = i == STEPS - 1 ? STEPS + 1 : 1;
        }
        return LifeTable.ofCounts(times, events, censored);
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }

    private static BigDecimal over(BigDecimal value, double divisor) {
        return value.divide(exact(divisor), DIGITS);
    }

    @Test
    void longSumsOfGreenwoodAreExactToTheLastPlaces() {
        LifeTable table = manySteps();
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < STEPS; row++) {
            double n = table.atRisk(row);
            sum = sum.add(over(BigDecimal.ONE, n * (n - 1)));
        }
        Estimate last = KaplanMeier.withDefaults().estimate(table).at(table.time(STEPS - 1));
        double share = last.value().orElseThrow();
        double error = share * Math.sqrt(sum.doubleValue());
        assertEquals(error, last.standardError().orElseThrow(), 2 * Math.ulp(error));
    }

    @Test
    void longAreasAreExactToTheLastPlaces() {
        LifeTable table = manySteps();
        SurvivalCurve curve = KaplanMeier.withDefaults().estimate(table);
        BigDecimal area = exact(table.time(0));
        for (int row = 1; row < STEPS; row++) {
            double share = curve.at(table.time(row - 1)).value().orElseThrow();
            area = area.add(exact(share).multiply(exact(table.time(row) - table.time(row - 1))));
        }
        double mean = area.doubleValue();
        assertEquals(mean, curve.restrictedMean().value().orElseThrow(), 2 * Math.ulp(mean));
    }

    @Test
    void longSumsOfHazardAreExactToTheLastPlaces() {
        LifeTable table = manySteps();
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < STEPS; row++) {
            sum = sum.add(over(BigDecimal.ONE, table.atRisk(row)));
        }
        assertMeasure(
                sum.doubleValue(),
                Math.ulp(sum.doubleValue()),
                CumulativeHazard.of(table).at(table.time(STEPS - 1)).value());
    }

    @Test
    void severalWhoLeaveAtOnceAreOneStepOfTheArea() {
        // 1 + .5 · 1 + .25 · 1; behind the steps lie .75 and .25.
        assertEstimate(
                1.75,
                Math.sqrt(.75 * .75 * 2 / (4 * 2) + .25 * .25 / 2),
                1e-15,
                curve(1, 1, 2, 3).restrictedMean());
    }

    @Test
    void theLowerBoundOfAQuantileMayBeTheQuantile() {
        Estimate median = curve(1, 2).median();
        assertMeasure(1, 0, median.value());
        assertInterval(1, Double.POSITIVE_INFINITY, 0, median);
    }

    @Test
    void survivalFromAnAgeLeavesOutWhatCameBefore() {
        SurvivalCurve curve = curve(1, 2, 3, 4);
        assertEstimate(1, 0, 0, curve.between(2, 2));
        assertEstimate(2 / 3.0, 2 / 3.0 * Math.sqrt(1 / 6.0), 1e-15, curve.between(1, 2));
    }

    @Test
    void nothingIsKnownBeyondTheLastTimeIfNobodyLeft() {
        SurvivalCurve curve = KaplanMeier.withDefaults().estimate(new double[] {1, 5}, new boolean[] {false, false});
        assertUndefined("beyond the last observed time 5.0", curve.at(6).value());
    }

    @Test
    void retentionMayAskForTheBeginningAlone() {
        assertEquals(1, curve(1, 2).retention(7, 0).size());
        assertMeasure(1, 0, curve(1, 2).retention(7, 0).get(0));
    }

    @Test
    void timesAndSharesOutsideTheirRangeAreRefused() {
        SurvivalCurve curve = curve(1, 2);
        assertEquals("from must be at least 0: -1.0", refusal(() -> curve.between(-1, 2)));
        assertEquals("limit must be at least 0: -1.0", refusal(() -> curve.restrictedMean(-1)));
        assertEquals("share must be in (0, 1): 0.0", refusal(() -> curve.quantile(0)));
        assertEquals("width must be positive and finite: Infinity", refusal(() -> curve.retention(1.0 / 0, 1)));
        assertEquals(
                "level must be in (0, 1): 0.0",
                refusal(() -> KaplanMeier.withDefaults().withConfidence(0)));
    }

    @Test
    void aPointHasNoMoreEventsThanCustomersAtRisk() {
        Estimate half = curve(1, 2).at(1);
        assertEquals(0, new SurvivalPoint(1, 2, 0, half).events());
        assertEquals(2, new SurvivalPoint(1, 2, 2, half).events());
        assertEquals("events must be in [0, 2]: 3", refusal(() -> new SurvivalPoint(1, 2, 3, half)));
        assertEquals("events must be in [0, 2]: -1", refusal(() -> new SurvivalPoint(1, 2, -1, half)));
    }
}
