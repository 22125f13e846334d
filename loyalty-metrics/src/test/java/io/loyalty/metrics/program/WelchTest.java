package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WelchTest {

    @Test
    void differencesOfReferenceGroups() {
        for (Map<String, String> row : ReferenceTable.rows("welch.csv")) {
            Welch welch = Welch.of(exact(row.get("a")), exact(row.get("b")), 0.95);
            double error = number(row, "error");
            // One pair has means near 1e9, which leave the difference 7 decimals.
            assertEquals(number(row, "difference"), welch.difference().value().orElseThrow(), 1e-10 * error);
            assertEquals(error, welch.difference().standardError().orElseThrow(), 1e-12 * error);
            Interval interval = welch.difference().interval().orElseThrow();
            assertEquals(number(row, "lower"), interval.lower(), 1e-10 * error);
            assertEquals(number(row, "upper"), interval.upper(), 1e-10 * error);
            assertEquals(number(row, "p"), welch.pValue().orElseThrow(), 1e-10 * number(row, "p"));
        }
    }

    @Test
    void exactSumsAndMomentsAgree() {
        for (Map<String, String> row : ReferenceTable.rows("welch.csv")) {
            Spread exact = exact(row.get("a"));
            Spread moments = Spread.of(ReferenceTable.decimals(row.get("a")));
            assertEquals(exact.mean(), moments.mean(), 1e-15 * exact.mean());
            assertEquals(exact.variance(), moments.variance(), 1e-14 * exact.variance());
        }
    }

    @Test
    void largeNumbersKeepTheirVariance() {
        assertEquals(1, Spread.of(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3}).variance());
        assertEquals(1, exact("1000000001 1000000002 1000000003").variance());
    }

    @Test
    void groupsThatAreTooSmallOrAlike() {
        Spread none = exact("");
        Spread one = exact("5");
        Spread alike = exact("5 5 5");
        assertEquals(
                Measure.undefined("an empty group"),
                Welch.of(none, alike, 0.95).difference().value());
        assertEquals(
                Measure.undefined("an empty group"), Welch.of(alike, none, 0.95).pValue());
        assertEquals(Measure.of(0), Welch.of(one, alike, 0.95).difference().value());
        assertEquals(
                Measure.undefined("a group of one"), Welch.of(one, alike, 0.95).pValue());
        assertEquals(
                Measure.undefined("no variance in either group"),
                Welch.of(alike, exact("6 6"), 0.95).pValue());
        assertTrue(Welch.of(alike, exact("6 7"), 0.95).pValue().isDefined());
    }

    @Test
    void meansOfSmallGroups() {
        assertEquals(Measure.undefined("none"), exact("").estimate(0.95, "none").value());
        assertEquals(
                Measure.undefined("a group of one"),
                exact("5").estimate(0.95, "none").standardError());
        assertEquals(Measure.of(0), exact("5 5").estimate(0.95, "none").standardError());
        assertTrue(exact("5 5").estimate(0.95, "none").interval().isEmpty());
        // With 2 degrees of freedom |t| stays below c sqrt(2 / (1 - c²)) with probability c.
        Interval interval = exact("1 2 3").estimate(0.95, "none").interval().orElseThrow();
        assertEquals(2 + 0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)) / Math.sqrt(3), interval.upper(), 1e-14);
    }

    @Test
    void aNegativeFactorTurnsTheIntervalOver() {
        Welch welch = Welch.of(exact("1 2 3"), exact("5 6 9"), 0.95);
        Interval interval = welch.difference().interval().orElseThrow();
        Interval turned = welch.times(-2).interval().orElseThrow();
        assertEquals(-2 * interval.upper(), turned.lower());
        assertEquals(-2 * interval.lower(), turned.upper());
        assertEquals(
                Measure.of(2 * welch.difference().standardError().orElseThrow()),
                welch.times(-2).standardError());
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.get(name));
    }

    private static Spread exact(String cell) {
        long[] revenues = cell.isEmpty() ? new long[0] : ReferenceTable.numbers(cell);
        long[] orders = new long[revenues.length];
        Arrays.fill(orders, 1);
        return ResponseGroup.of(orders, revenues).spread();
    }
}
