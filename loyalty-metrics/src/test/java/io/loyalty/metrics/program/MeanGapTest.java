package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import io.loyalty.metrics.experiment.SampleSummary;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeanGapTest {

    @Test
    void aMeanOfThreeByHand() {
        // With 2 degrees of freedom |t| stays below c sqrt(2 / (1 - c²)) with probability c.
        Interval interval =
                MeanGap.of(exact("1 2 3"), exact("4 4")).first().interval().orElseThrow();
        assertEquals(2 + 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)) / Math.sqrt(3), interval.upper(), 1e-14);
    }

    @Test
    void differencesAgreeWithReferenceGroups() {
        for (Map<String, String> row : ReferenceRows.of(MeanGapTest.class, "welch.csv")) {
            MeanGap gap = MeanGap.of(exact(row.get("a")), exact(row.get("b")));
            double error = number(row, "error");
            // One pair has means near 1e9, which leave the difference 7 decimals.
            assertEquals(number(row, "difference"), gap.difference().value().orElseThrow(), 1e-10 * error);
            assertEquals(error, gap.difference().standardError().orElseThrow(), 1e-12 * error);
            Interval interval = gap.difference().interval().orElseThrow();
            assertEquals(number(row, "lower"), interval.lower(), 1e-10 * error);
            assertEquals(number(row, "upper"), interval.upper(), 1e-10 * error);
            assertEquals(number(row, "p"), gap.pValue().orElseThrow(), 1e-10 * number(row, "p"));
        }
    }

    @Test
    void exactSumsAndValuesGiveTheSameSummary() {
        for (Map<String, String> row : ReferenceRows.of(MeanGapTest.class, "welch.csv")) {
            SampleSummary exact = exact(row.get("a"));
            SampleSummary values = SampleSummary.of(ReferenceRows.decimals(row.get("a")));
            assertEquals(exact.n(), values.n());
            assertEquals(exact.mean(), values.mean(), 1e-15 * exact.mean());
            assertEquals(exact.squaredDeviations(), values.squaredDeviations(), 1e-14 * exact.squaredDeviations());
        }
        assertEquals(2, exact("1000000001 1000000002 1000000003").squaredDeviations());
        assertEquals(SampleSummary.NONE, exact(""));
    }

    @Test
    void groupsThatAreTooSmallOrAlike() {
        SampleSummary none = exact("");
        SampleSummary one = exact("5");
        SampleSummary alike = exact("5 5 5");
        assertEquals(
                Measure.undefined("nobody in a group"),
                MeanGap.of(none, alike).first().value());
        assertEquals(
                Measure.undefined("nobody in a group"),
                MeanGap.of(none, alike).difference().value());
        assertEquals(
                Measure.undefined("nobody in a group"), MeanGap.of(alike, none).pValue());
        assertEquals(Measure.of(0), MeanGap.of(one, alike).difference().value());
        assertEquals(
                Measure.undefined("a single value"),
                MeanGap.of(one, alike).first().standardError());
        assertEquals(
                Measure.undefined("too few values for a variance"),
                MeanGap.of(one, alike).pValue());
        assertEquals(Measure.of(0), MeanGap.of(alike, one).first().standardError());
        assertTrue(MeanGap.of(alike, one).first().interval().isEmpty());
        assertEquals(
                Measure.undefined("no variance within the groups"),
                MeanGap.of(alike, exact("6 6")).pValue());
        assertTrue(MeanGap.of(alike, exact("6 7")).pValue().isDefined());
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.get(name));
    }

    private static SampleSummary exact(String cell) {
        long[] revenues = cell.isEmpty() ? new long[0] : ReferenceRows.numbers(cell);
        long[] orders = new long[revenues.length];
        Arrays.fill(orders, 1);
        return ResponseGroup.of(orders, revenues).revenues();
    }
}
