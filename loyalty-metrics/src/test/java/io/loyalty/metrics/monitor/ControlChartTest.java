package io.loyalty.metrics.monitor;

import static io.loyalty.metrics.monitor.Refusals.assertRefused;
import static io.loyalty.metrics.monitor.WesternElectricRule.BEYOND_THREE_SIGMA;
import static io.loyalty.metrics.monitor.WesternElectricRule.EIGHT_ON_ONE_SIDE;
import static io.loyalty.metrics.monitor.WesternElectricRule.FOUR_OF_FIVE_BEYOND_ONE_SIGMA;
import static io.loyalty.metrics.monitor.WesternElectricRule.TWO_OF_THREE_BEYOND_TWO_SIGMA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    private static final ChartBaseline UNIT = ChartBaseline.known(0, 1);
    private static final double[] NO_VALUES = {};

    @Test
    void sigmaIsTheMeanMovingRange() {
        // Ranges 2, 1, 3: mean 2.
        ChartBaseline baseline = ChartBaseline.of(new double[] {10, 12, 11, 14});
        assertEquals(11.75, baseline.center().orElseThrow());
        assertEquals(2 / 1.1283791670955126, baseline.sigma().orElseThrow(), 1e-15);
        assertEquals(4, baseline.n());
    }

    @Test
    void linesAreThreeSigmaFromTheCentre() {
        ShewhartReport report = IndividualsChart.withDefaults()
                .monitor(ChartBaseline.known(100, 5), new double[] {100, 115, 115.1, 84.9});
        ShewhartPoint first = report.points().get(0);
        assertEquals(Measure.of(85), first.lower());
        assertEquals(Measure.of(100), first.center());
        assertEquals(Measure.of(115), first.upper());
        assertFalse(report.points().get(1).isSignal());
        assertEquals(Optional.empty(), report.points().get(1).side());
        assertEquals(List.of(2, 3), indices(report));
        assertEquals(Optional.of(Side.ABOVE), report.points().get(2).side());
        assertEquals(Optional.of(Side.BELOW), report.points().get(3).side());
    }

    @Test
    void eachRuleFiresWhereItsPatternIsComplete() {
        assertEquals(List.of(2), broken(BEYOND_THREE_SIGMA, 0, 3, 3.1, -3));
        assertEquals(List.of(2, 7), broken(TWO_OF_THREE_BEYOND_TWO_SIGMA, 2.1, 0, 2.1, -2.1, 2, 0.5, -9, -3, 0));
        assertEquals(List.of(4), broken(FOUR_OF_FIVE_BEYOND_ONE_SIGMA, 1.1, 1.1, -5, 1.1, 1.1, -1.1, 1));
        assertEquals(List.of(7, 8), broken(EIGHT_ON_ONE_SIDE, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void twoOfThreeMustBeOnOneSideAndTheLastOneBeyond() {
        assertEquals(List.of(1, 2), broken(TWO_OF_THREE_BEYOND_TWO_SIGMA, 2.5, 2.5, 2.5));
        assertEquals(List.of(), broken(TWO_OF_THREE_BEYOND_TWO_SIGMA, 2.5, -2.5, 1, 2.5));
        assertEquals(List.of(1), broken(TWO_OF_THREE_BEYOND_TWO_SIGMA, -2.5, -2.5, 0));
    }

    @Test
    void valueAtTheCentreInterruptsARun() {
        assertEquals(List.of(), broken(EIGHT_ON_ONE_SIDE, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void chosenRulesAloneMakeSignals() {
        IndividualsChart chart = IndividualsChart.withDefaults().with(Set.of(EIGHT_ON_ONE_SIDE));
        assertEquals(Set.of(EIGHT_ON_ONE_SIDE), chart.rules());
        assertEquals(List.of(), indices(chart.monitor(UNIT, new double[] {9})));
        assertEquals(
                EnumSet.allOf(WesternElectricRule.class),
                IndividualsChart.withDefaults().rules());
        assertEquals(List.of(), indices(chart.with(Set.of()).monitor(UNIT, new double[] {9, 9, 9, 9, 9, 9, 9, 9, 9})));
    }

    @Test
    void ewmaFollowsItsRecursion() {
        EwmaReport report = EwmaChart.withDefaults().monitor(ChartBaseline.known(10, 1), new double[] {15, 10});
        assertEquals(11, report.points().get(0).average().orElseThrow(), 1e-15);
        assertEquals(10.8, report.points().get(1).average().orElseThrow(), 1e-15);
        // First line: L σ λ.
        assertEquals(10.6, report.points().get(0).upper().orElseThrow(), 1e-14);
        assertEquals(9.4, report.points().get(0).lower().orElseThrow(), 1e-14);
        assertEquals(Optional.of(Side.ABOVE), report.points().get(0).signal());
        assertEquals(2, report.signals().size());
    }

    @Test
    void ewmaOfWeightOneIsAnIndividualsChart() {
        double[] values = {0, 2.9, 3.1, -3.1};
        EwmaReport report = EwmaChart.withDefaults().withWeight(1).monitor(UNIT, values);
        assertEquals(
                List.of(2, 3), report.signals().stream().map(EwmaPoint::index).toList());
        assertEquals(Optional.of(Side.BELOW), report.points().get(3).signal());
    }

    @Test
    void cusumAddsUpWhatExceedsTheAllowance() {
        CusumReport report = CusumChart.withDefaults().monitor(UNIT, new double[] {1, 3, 0, 4, -20});
        assertEquals(Measure.of(0.5), report.points().get(0).upward());
        assertEquals(Measure.of(3), report.points().get(1).upward());
        assertEquals(Measure.of(2.5), report.points().get(2).upward());
        assertEquals(Measure.of(6), report.points().get(3).upward());
        assertEquals(Measure.of(0), report.points().get(3).downward());
        assertEquals(OptionalInt.of(0), report.points().get(3).onset());
        assertEquals(OptionalInt.empty(), report.points().get(2).onset());
        assertEquals(Measure.of(19.5), report.points().get(4).downward());
        assertEquals(Optional.of(Side.BELOW), report.points().get(4).signal());
        assertEquals(OptionalInt.of(4), report.points().get(4).onset());
        assertEquals(
                List.of(3, 4), report.signals().stream().map(CusumPoint::index).toList());
    }

    @Test
    void largerCusumDecidesAfterAJumpToTheOtherSide() {
        CusumReport report = CusumChart.withDefaults().monitor(UNIT, new double[] {-8, -8, 6, 7, 12});
        List<CusumPoint> points = report.points();
        assertEquals(Measure.of(5.5), points.get(2).upward());
        assertEquals(Measure.of(8.5), points.get(2).downward());
        assertEquals(Optional.of(Side.BELOW), points.get(2).signal());
        assertEquals(OptionalInt.of(0), points.get(2).onset());
        assertEquals(Optional.of(Side.ABOVE), points.get(3).signal());
        assertEquals(OptionalInt.of(2), points.get(3).onset());
    }

    @Test
    void sumOrAverageOnItsLineIsInOrder() {
        assertEquals(
                List.of(),
                CusumChart.withDefaults().monitor(UNIT, new double[] {5.5}).signals());
        assertEquals(
                List.of(),
                EwmaChart.withDefaults()
                        .withWeight(1)
                        .monitor(UNIT, new double[] {3, -3})
                        .signals());
    }

    @Test
    void cusumOfTheTextbookFindsTheShiftAndItsStart() {
        double[] values = ReferenceRows.of(ControlChartTest.class, "control_charts.csv").stream()
                .filter(row -> row.get("series").equals("montgomery"))
                .mapToDouble(row -> Double.parseDouble(row.get("value")))
                .toArray();
        CusumPoint signal = CusumChart.withDefaults()
                .monitor(ChartBaseline.known(10, 1), values)
                .signals()
                .get(0);
        // Montgomery: C+ is 5.28 at period 29, and was last 0 seven periods before: the shift began with period 23.
        assertEquals(28, signal.index());
        assertEquals(5.28, signal.upward().orElseThrow(), 1e-12);
        assertEquals(OptionalInt.of(22), signal.onset());
    }

    @Test
    void chartsAgreeWithTheReference() {
        for (String series : List.of("montgomery", "steady", "jump", "drift", "fall")) {
            List<Map<String, String>> rows = ReferenceRows.of(ControlChartTest.class, "control_charts.csv").stream()
                    .filter(row -> row.get("series").equals(series))
                    .toList();
            double[] past = values(
                    rows.stream().filter(row -> row.get("index").equals("-1")).toList());
            List<Map<String, String>> watched =
                    rows.stream().filter(row -> !row.get("index").equals("-1")).toList();
            double[] values = values(watched);
            boolean known = series.equals("montgomery");
            ChartBaseline baseline = known ? ChartBaseline.known(10, 1) : ChartBaseline.of(past);
            EwmaChart ewma = EwmaChart.withDefaults();
            List<ShewhartPoint> points =
                    IndividualsChart.withDefaults().monitor(baseline, values).points();
            List<EwmaPoint> averages = (known ? ewma.withWeight(0.1).withWidth(2.7) : ewma)
                    .monitor(baseline, values)
                    .points();
            List<CusumPoint> sums =
                    CusumChart.withDefaults().monitor(baseline, values).points();
            for (int i = 0; i < values.length; i++) {
                Map<String, String> row = watched.get(i);
                assertEquals(rules(row.get("rules")), points.get(i).broken(), row::toString);
                assertClose(row.get("average"), averages.get(i).average());
                assertClose(row.get("lower"), averages.get(i).lower());
                assertClose(row.get("upper"), averages.get(i).upper());
                assertEquals(side(row.get("ewma")), averages.get(i).signal(), row::toString);
                assertClose(row.get("upward"), sums.get(i).upward());
                assertClose(row.get("downward"), sums.get(i).downward());
                assertEquals(side(row.get("cusum")), sums.get(i).signal(), row::toString);
            }
        }
    }

    @Test
    void constantBaselineSignalsWhereAValueDiffers() {
        // Three tenths add up to something else than 3 × 0.1.
        ChartBaseline constant = ChartBaseline.of(new double[] {0.1, 0.1, 0.1});
        double[] values = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.11};
        assertEquals(Measure.of(0), constant.sigma());
        ShewhartReport individuals = IndividualsChart.withDefaults().monitor(constant, values);
        assertEquals(List.of(9), indices(individuals));
        assertEquals(Set.of(BEYOND_THREE_SIGMA), individuals.points().get(9).broken());
        assertEquals(Measure.of(0.1), individuals.points().get(9).upper());
        assertEquals(
                List.of(9),
                EwmaChart.withDefaults().monitor(constant, values).signals().stream()
                        .map(EwmaPoint::index)
                        .toList());
        assertEquals(
                List.of(9),
                CusumChart.withDefaults().monitor(constant, values).signals().stream()
                        .map(CusumPoint::index)
                        .toList());
    }

    @Test
    void tooShortABaselineHasNoLinesAndNoSignals() {
        double[] values = {1e9, -1e9};
        for (ChartBaseline baseline : List.of(ChartBaseline.of(NO_VALUES), ChartBaseline.of(new double[] {3}))) {
            String reason = baseline.n() == 0 ? "no baseline" : "a baseline of one value";
            ShewhartReport individuals = IndividualsChart.withDefaults().monitor(baseline, values);
            assertEquals(List.of(), individuals.signals());
            assertEquals(reason, individuals.points().get(1).upper().reason());
            EwmaReport ewma = EwmaChart.withDefaults().monitor(baseline, values);
            assertEquals(List.of(), ewma.signals());
            assertEquals(reason, ewma.points().get(1).average().reason());
            CusumReport cusum = CusumChart.withDefaults().monitor(baseline, values);
            assertEquals(List.of(), cusum.signals());
            assertEquals(reason, cusum.points().get(1).upward().reason());
            assertEquals(OptionalInt.empty(), cusum.points().get(1).onset());
        }
    }

    @Test
    void nothingToWatchGivesNothing() {
        assertEquals(
                List.of(),
                IndividualsChart.withDefaults().monitor(UNIT, NO_VALUES).points());
        assertEquals(
                List.of(), EwmaChart.withDefaults().monitor(UNIT, NO_VALUES).points());
        assertEquals(
                List.of(), CusumChart.withDefaults().monitor(UNIT, NO_VALUES).points());
    }

    @Test
    void inputIsNotKept() {
        double[] values = {1, 2, 3};
        ShewhartReport report = IndividualsChart.withDefaults().monitor(UNIT, values);
        values[0] = 99;
        assertEquals(Measure.of(1), report.points().get(0).value());
    }

    @Test
    void badInputIsRefused() {
        double[] bad = {1, Double.NaN};
        assertRefused("values[1] must be finite: NaN", () -> ChartBaseline.of(bad));
        assertRefused(
                "values[1] must be finite: NaN",
                () -> IndividualsChart.withDefaults().monitor(UNIT, bad));
        assertRefused(
                "values[1] must be finite: NaN", () -> EwmaChart.withDefaults().monitor(UNIT, bad));
        assertRefused(
                "values[1] must be finite: NaN", () -> CusumChart.withDefaults().monitor(UNIT, bad));
        assertRefused("sigma must be at least 0: -1.0", () -> ChartBaseline.known(0, -1));
        assertRefused("n must be at least 0: -1", () -> new ChartBaseline(Measure.of(1), Measure.of(1), -1));
        assertRefused(
                "weight must be in (0, 1]: 0.0", () -> EwmaChart.withDefaults().withWeight(0));
        assertRefused(
                "weight must be in (0, 1]: NaN", () -> EwmaChart.withDefaults().withWeight(Double.NaN));
        double infinity = Double.POSITIVE_INFINITY;
        assertRefused(
                "width must be positive and finite: Infinity",
                () -> EwmaChart.withDefaults().withWidth(infinity));
        assertRefused(
                "allowance must be finite and at least 0: Infinity",
                () -> CusumChart.withDefaults().withAllowance(infinity));
        assertRefused(
                "limit must be positive and finite: Infinity",
                () -> CusumChart.withDefaults().withLimit(infinity));
        assertRefused(
                "limit must be positive and finite: 0.0",
                () -> CusumChart.withDefaults().withLimit(0));
        assertRefused(
                "width must be positive and finite: 0.0",
                () -> EwmaChart.withDefaults().withWidth(0));
        assertRefused(
                "allowance must be finite and at least 0: -0.1",
                () -> CusumChart.withDefaults().withAllowance(-0.1));
        assertRefused(
                "limit must be positive and finite: NaN",
                () -> CusumChart.withDefaults().withLimit(Double.NaN));
    }

    @Test
    void allowanceAndLimitAreInSigmas() {
        CusumReport report = CusumChart.withDefaults()
                .withAllowance(0)
                .withLimit(1)
                .monitor(ChartBaseline.known(0, 2), new double[] {1, 1, 0.5});
        assertEquals(Measure.of(2.5), report.points().get(2).upward());
        assertEquals(1, report.signals().size());
    }

    private static List<Integer> broken(WesternElectricRule rule, double... values) {
        return indices(IndividualsChart.withDefaults().with(Set.of(rule)).monitor(UNIT, values));
    }

    private static List<Integer> indices(ShewhartReport report) {
        return report.signals().stream().map(ShewhartPoint::index).toList();
    }

    private static double[] values(List<Map<String, String>> rows) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("value")))
                .toArray();
    }

    private static Set<WesternElectricRule> rules(String names) {
        Set<WesternElectricRule> rules = EnumSet.noneOf(WesternElectricRule.class);
        Arrays.stream(names.split("\\|"))
                .filter(name -> !name.isEmpty())
                .forEach(name -> rules.add(WesternElectricRule.valueOf(name)));
        return rules;
    }

    private static Optional<Side> side(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Side.valueOf(name));
    }

    private static void assertClose(String expected, Measure actual) {
        double value = Double.parseDouble(expected);
        assertEquals(value, actual.orElseThrow(), 1e-12 * Math.max(1, Math.abs(value)));
    }

    @Test
    void aLastPointOnTheLineCompletesNoPattern() {
        assertFalse(TWO_OF_THREE_BEYOND_TWO_SIGMA.isBrokenAt(new double[] {2.5, 2.5, 2}, 2));
        assertTrue(TWO_OF_THREE_BEYOND_TWO_SIGMA.isBrokenAt(new double[] {2.5, 0, 2.1}, 2));
    }

    @Test
    void twoValuesAreABaseline() {
        ChartBaseline two = ChartBaseline.of(new double[] {1, 3});
        assertEquals(Measure.of(2), two.center());
        assertEquals(2 / 1.128, two.sigma().orElseThrow(), 1e-3);
    }

    @Test
    void ofEqualCusumsTheUpperDecides() {
        // Both at 5 after the fall, beyond a limit of 4.
        CusumReport report =
                CusumChart.withDefaults().withAllowance(0).withLimit(4).monitor(UNIT, new double[] {10, -5});
        assertEquals(report.points().get(1).upward(), report.points().get(1).downward());
        assertEquals(Optional.of(Side.ABOVE), report.points().get(1).signal());
    }
}
