package io.loyalty.metrics.monitor;

import static io.loyalty.metrics.monitor.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProportionChartTest {

    private static final List<ProportionCount> TENTH =
            List.of(new ProportionCount(8, 100), new ProportionCount(12, 100));

    @Test
    void linesNarrowWithTheBase() {
        List<ShewhartPoint> points = ProportionChart.withDefaults()
                .monitor(TENTH, List.of(new ProportionCount(10, 100), new ProportionCount(1000, 10_000)))
                .points();
        assertEquals(0.1, points.get(0).center().orElseThrow());
        assertEquals(0.19, points.get(0).upper().orElseThrow(), 1e-15);
        assertEquals(0.01, points.get(0).lower().orElseThrow(), 1e-15);
        assertEquals(0.109, points.get(1).upper().orElseThrow(), 1e-15);
    }

    @Test
    void linesAreCutAtZeroAndOne() {
        ShewhartPoint point = ProportionChart.withDefaults()
                .monitor(TENTH, List.of(new ProportionCount(1, 1)))
                .points()
                .get(0);
        assertEquals(Measure.of(0), point.lower());
        assertEquals(Measure.of(1), point.upper());
        assertEquals(0.1, point.center().orElseThrow());
    }

    @Test
    void laneyWidensTheLinesByTheScatterOfTheBaseline() {
        // Standardized shares of the baseline: −2/3 and 2/3.
        ShewhartPoint point = ProportionChart.withDefaults()
                .with(Dispersion.LANEY)
                .monitor(TENTH, List.of(new ProportionCount(10, 100)))
                .points()
                .get(0);
        double sigma = 4.0 / 3 / 1.1283791670955126 * 0.03;
        assertEquals(0.1 + 3 * sigma, point.upper().orElseThrow(), 1e-15);
    }

    @Test
    void emptyPeriodOfTheBaselineIsPassedOver() {
        List<ProportionCount> watched = List.of(new ProportionCount(10, 100));
        List<ProportionCount> withGap =
                List.of(new ProportionCount(8, 100), new ProportionCount(0, 0), new ProportionCount(12, 100));
        ProportionChart laney = ProportionChart.withDefaults().with(Dispersion.LANEY);
        assertEquals(laney.monitor(TENTH, watched), laney.monitor(withGap, watched));
    }

    @Test
    void chartsAgreeWithTheReference() {
        for (String series : List.of("small", "rare", "large")) {
            List<Map<String, String>> rows =
                    ReferenceRows.of(ProportionChartTest.class, "proportion_charts.csv").stream()
                            .filter(row -> row.get("series").equals(series))
                            .toList();
            List<ProportionCount> past = counts(
                    rows.stream().filter(row -> row.get("index").equals("-1")).toList());
            List<Map<String, String>> watched =
                    rows.stream().filter(row -> !row.get("index").equals("-1")).toList();
            ProportionChart chart = ProportionChart.withDefaults();
            List<ShewhartPoint> plain = chart.monitor(past, counts(watched)).points();
            List<ShewhartPoint> laney =
                    chart.with(Dispersion.LANEY).monitor(past, counts(watched)).points();
            for (int i = 0; i < watched.size(); i++) {
                Map<String, String> row = watched.get(i);
                assertEquals(
                        Double.parseDouble(row.get("lower")),
                        plain.get(i).lower().orElseThrow(),
                        1e-14);
                assertEquals(
                        Double.parseDouble(row.get("upper")),
                        plain.get(i).upper().orElseThrow(),
                        1e-14);
                assertEquals(rules(row.get("rules")), plain.get(i).broken(), row::toString);
                assertEquals(
                        Double.parseDouble(row.get("laneyLower")),
                        laney.get(i).lower().orElseThrow(),
                        1e-13);
                assertEquals(
                        Double.parseDouble(row.get("laneyUpper")),
                        laney.get(i).upper().orElseThrow(),
                        1e-13);
                assertEquals(rules(row.get("laneyRules")), laney.get(i).broken(), row::toString);
            }
        }
    }

    @Test
    void emptyPeriodNeitherSignalsNorInterruptsARun() {
        ProportionCount high = new ProportionCount(13, 100);
        ProportionCount none = new ProportionCount(0, 0);
        ShewhartReport report = ProportionChart.withDefaults()
                .with(Set.of(WesternElectricRule.EIGHT_ON_ONE_SIDE))
                .monitor(TENTH, List.of(high, high, high, high, none, high, high, high, high));
        assertEquals(
                List.of(8), report.signals().stream().map(ShewhartPoint::index).toList());
        ShewhartPoint empty = report.points().get(4);
        assertEquals(Measure.undefined("empty base"), empty.value());
        assertEquals(Measure.undefined("empty base"), empty.upper());
    }

    @Test
    void certainBaselineSignalsWhereAShareDiffers() {
        List<ProportionCount> all = List.of(new ProportionCount(3, 3), new ProportionCount(7, 7));
        for (Dispersion dispersion : Dispersion.values()) {
            ShewhartReport report = ProportionChart.withDefaults()
                    .with(dispersion)
                    .monitor(all, List.of(new ProportionCount(5, 5), new ProportionCount(4, 5)));
            assertEquals(
                    List.of(1),
                    report.signals().stream().map(ShewhartPoint::index).toList());
        }
    }

    @Test
    void withoutABaselineThereAreNoLines() {
        List<ProportionCount> watched = List.of(new ProportionCount(1, 2));
        ProportionChart chart = ProportionChart.withDefaults();
        List<ProportionCount> none = List.of(new ProportionCount(0, 0));
        assertEquals(
                "no baseline",
                chart.monitor(none, watched).points().get(0).upper().reason());
        assertEquals(List.of(), chart.monitor(List.of(), watched).signals());
        ShewhartPoint one = chart.with(Dispersion.LANEY)
                .monitor(List.of(new ProportionCount(1, 9)), watched)
                .points()
                .get(0);
        assertEquals("a baseline of one period", one.upper().reason());
        assertEquals(1.0 / 9, one.center().orElseThrow());
    }

    @Test
    void badCountsAreRefused() {
        assertRefused("base must be at least 0: -1", () -> new ProportionCount(0, -1));
        assertRefused("hits must be in [0, 3]: 4", () -> new ProportionCount(4, 3));
        assertRefused("hits must be in [0, 3]: -1", () -> new ProportionCount(-1, 3));
        assertThrows(
                NullPointerException.class, () -> ProportionChart.withDefaults().with((Dispersion) null));
        List<ProportionCount> huge =
                List.of(new ProportionCount(1, Long.MAX_VALUE), new ProportionCount(1, Long.MAX_VALUE));
        assertThrows(
                ArithmeticException.class, () -> ProportionChart.withDefaults().monitor(huge, List.of()));
    }

    private static List<ProportionCount> counts(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> new ProportionCount(Long.parseLong(row.get("hits")), Long.parseLong(row.get("base"))))
                .toList();
    }

    private static Set<WesternElectricRule> rules(String names) {
        Set<WesternElectricRule> rules = EnumSet.noneOf(WesternElectricRule.class);
        Arrays.stream(names.split("\\|"))
                .filter(name -> !name.isEmpty())
                .forEach(name -> rules.add(WesternElectricRule.valueOf(name)));
        return rules;
    }
}
