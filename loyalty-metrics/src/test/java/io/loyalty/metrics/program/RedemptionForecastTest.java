package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import io.loyalty.metrics.program.RedemptionTriangle.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedemptionForecastTest {

    /** Factors (50 + 60) / (40 + 40) at age 0 and 60 / 50 at age 1. */
    private static final RedemptionTriangle SMALL =
            RedemptionTriangle.of(Row.of(100, 40, 10, 10), Row.of(100, 40, 20), Row.of(200, 80));

    /** Claims of T. Mack 1993, ASTIN Bulletin 23, table 1, of Taylor and Ashe 1983: a published run-off as good as any. */
    private static final String[] TAYLOR_ASHE = {
        "357848 766940 610542 482940 527326 574398 146342 139950 227229 67948",
        "352118 884021 933894 1183289 445745 320996 527804 266172 425046",
        "290507 1001799 926219 1016654 750816 146923 495992 280405",
        "310608 1108250 776189 1562400 272482 352053 206286",
        "443160 693190 991983 769488 504851 470639",
        "396132 937085 847498 805037 705960",
        "440832 847631 1131398 1063269",
        "359480 1061648 1443370",
        "376686 986608",
        "344014"
    };

    @Test
    void threeVintagesByHand() {
        RedemptionForecast forecast = RedemptionForecast.of(SMALL);
        assertEquals(List.of(Measure.of(1.375), Measure.of(1.2)), forecast.development());
        assertEquals(Measure.of(60), forecast.vintages().get(0).ultimate());
        assertEquals(Measure.of(72), forecast.vintages().get(1).ultimate());
        assertEquals(80 * 1.375 * 1.2, forecast.vintages().get(2).ultimate().orElseThrow(), 1e-12);
        assertEquals(0.66, forecast.vintages().get(2).ultimateRate().orElseThrow(), 1e-15);
        assertEquals(0.34, forecast.vintages().get(2).breakage().orElseThrow(), 1e-15);
        assertEquals(52, forecast.vintages().get(2).toCome().orElseThrow(), 1e-12);
        assertEquals(264.0 / 400, forecast.total().ultimateRate().orElseThrow(), 1e-15);
        assertEquals(264 - 200, forecast.total().toCome().orElseThrow(), 1e-12);
        assertEquals("fewer than 4 vintages", forecast.total().standardError().reason());
        assertFalse(forecast.total().isClamped());
    }

    @Test
    void sharesOfTheIssueByHand() {
        RedemptionForecast forecast = RedemptionProjection.withDefaults()
                .with(ProjectionMethod.SHARE_OF_ISSUE)
                .forecast(SMALL);
        assertEquals(List.of(Measure.of(0.15), Measure.of(0.1)), forecast.development());
        assertEquals(70, forecast.vintages().get(1).ultimate().orElseThrow(), 1e-12);
        assertEquals(130, forecast.vintages().get(2).ultimate().orElseThrow(), 1e-12);
        assertEquals(
                Measure.undefined("no error for SHARE_OF_ISSUE"),
                forecast.total().standardError());
    }

    @Test
    void theTailComesLast() {
        RedemptionForecast forecast =
                RedemptionProjection.withDefaults().withTail(1.1).forecast(SMALL);
        assertEquals(66, forecast.vintages().get(0).ultimate().orElseThrow(), 1e-12);
        assertEquals(79.2, forecast.vintages().get(1).ultimate().orElseThrow(), 1e-12);
    }

    @Test
    void theLatestUnitsAlone() {
        RedemptionForecast forecast =
                RedemptionProjection.withDefaults().fromLatest(1).forecast(SMALL);
        assertEquals(List.of(Measure.of(1.5), Measure.of(1.2)), forecast.development());
    }

    @Test
    void publishedReservesAndErrors() {
        List<Row> rows = new ArrayList<>();
        for (String line : TAYLOR_ASHE) {
            rows.add(Row.of(100_000_000, ReferenceRows.numbers(line)));
        }
        RedemptionForecast forecast = RedemptionForecast.of(new RedemptionTriangle(rows));
        long[] reserves = {0, 94_634, 469_511, 709_638, 984_889, 1_419_459, 2_177_641, 3_920_301, 4_278_972, 4_625_811};
        long[] errors = {0, 75_535, 121_699, 133_549, 261_406, 411_010, 558_317, 875_328, 971_258, 1_363_155};
        for (int i = 0; i < reserves.length; i++) {
            VintageForecast vintage = forecast.vintages().get(i);
            assertEquals(reserves[i], Math.round(vintage.toCome().orElseThrow()));
            assertEquals(errors[i], Math.round(vintage.standardError().orElseThrow()));
        }
        assertEquals(18_680_856, Math.round(forecast.total().toCome().orElseThrow()));
        assertEquals(2_447_095, Math.round(forecast.total().standardError().orElseThrow()));
    }

    @Test
    void ultimatesAndErrorsOfReferenceTriangles() {
        for (Map<String, String> reference : ReferenceRows.of(RedemptionForecastTest.class, "mack.csv")) {
            List<Row> rows = new ArrayList<>();
            for (String line : reference.get("redeemed").split(";")) {
                rows.add(Row.of(1_000_000, ReferenceRows.numbers(line)));
            }
            RedemptionForecast forecast = RedemptionForecast.of(new RedemptionTriangle(rows));
            double[] ultimates = ReferenceRows.decimals(reference.get("ultimates"));
            double[] errors = ReferenceRows.decimals(reference.get("errors"));
            for (int i = 0; i < ultimates.length; i++) {
                near(ultimates[i], forecast.vintages().get(i).ultimate());
                near(errors[i], forecast.vintages().get(i).standardError());
            }
            near(Double.parseDouble(reference.get("total")), forecast.total().standardError());
        }
    }

    private static void near(double expected, Measure actual) {
        assertEquals(expected, actual.orElseThrow(), 2e-13 * expected);
    }

    @Test
    void projectionsAreKeptWithinTheIssue() {
        RedemptionForecast forecast =
                RedemptionForecast.of(RedemptionTriangle.of(Row.of(100, 40, 40), Row.of(100, 60)));
        VintageForecast young = forecast.vintages().get(1);
        assertEquals(Measure.of(120), young.projected());
        assertEquals(Measure.of(100), young.ultimate());
        assertEquals(Measure.of(0), young.breakage());
        assertTrue(young.isClamped());
        assertTrue(forecast.total().isClamped());
        assertEquals(Measure.of(180), forecast.total().ultimate());
        VintageForecast over = VintageForecast.of(100, 130, Measure.of(125), Measure.undefined("-"));
        assertEquals(Measure.of(130), over.ultimate());
        assertEquals(-0.3, over.breakage().orElseThrow(), 1e-15);
    }

    @Test
    void noVintagesHaveNoForecast() {
        RedemptionForecast forecast = RedemptionForecast.of(new RedemptionTriangle(List.of()));
        assertEquals(Measure.undefined("no vintages"), forecast.total().ultimate());
        assertEquals(
                Measure.undefined("no points issued, or all taken back"),
                forecast.total().breakage());
    }

    @Test
    void aSingleVintageIsTakenAsComplete() {
        RedemptionForecast forecast = RedemptionForecast.of(RedemptionTriangle.of(Row.of(10, 4)));
        assertEquals(Measure.of(0.6), forecast.total().breakage());
    }

    @Test
    void nothingRedeemedUpToAnAgeHasNoFactor() {
        RedemptionForecast forecast = RedemptionForecast.of(RedemptionTriangle.of(Row.of(100, 0, 30), Row.of(100, 0)));
        assertEquals(
                Measure.undefined("no redemptions up to age 0"),
                forecast.development().get(0));
        assertEquals(Measure.of(30), forecast.vintages().get(0).ultimate());
        assertEquals(
                Measure.undefined("no redemptions up to age 0"),
                forecast.vintages().get(1).ultimate());
        assertEquals(
                Measure.undefined("no redemptions up to age 0"),
                forecast.vintages().get(1).breakage());
        assertEquals(
                Measure.undefined("no redemptions up to age 0"),
                forecast.vintages().get(1).toCome());
        assertEquals(
                Measure.undefined("no redemptions up to age 0"),
                forecast.total().ultimate());
        // The other method needs no start.
        assertEquals(
                Measure.of(30),
                RedemptionProjection.withDefaults()
                        .with(ProjectionMethod.SHARE_OF_ISSUE)
                        .forecast(RedemptionTriangle.of(Row.of(100, 0, 30), Row.of(100, 0)))
                        .vintages()
                        .get(1)
                        .ultimate());
    }

    @Test
    void noIssueAtAnAgeHasNoShare() {
        RedemptionForecast forecast = RedemptionProjection.withDefaults()
                .with(ProjectionMethod.SHARE_OF_ISSUE)
                .forecast(RedemptionTriangle.of(Row.of(0, 0, 0), Row.of(100, 5)));
        assertEquals(
                Measure.undefined("no points issued in vintages of age 1"),
                forecast.vintages().get(1).ultimate());
    }

    @Test
    void errorsOfTrianglesThatCannotHaveOne() {
        Row[] late = {Row.of(99, 4, 1, 1, 1), Row.of(99, 0, 3, 1), Row.of(99, 5, 2), Row.of(99, 6)};
        assertEquals(
                Measure.undefined("redemptions that begin after age 0"),
                RedemptionForecast.of(RedemptionTriangle.of(late)).total().standardError());
        Row[] usual = {Row.of(99, 4, 1, 1, 1), Row.of(99, 5, 3, 1), Row.of(99, 5, 2), Row.of(99, 0)};
        RedemptionForecast forecast = RedemptionForecast.of(RedemptionTriangle.of(usual));
        assertTrue(forecast.vintages().get(2).standardError().isDefined());
        assertEquals(
                Measure.undefined("no redemptions of vintage 3"),
                forecast.vintages().get(3).standardError());
        assertEquals(
                Measure.undefined("a vintage without redemptions"),
                forecast.total().standardError());
        assertEquals(
                Measure.undefined("a factor from a single vintage"),
                RedemptionProjection.withDefaults()
                        .fromLatest(1)
                        .forecast(RedemptionTriangle.of(usual))
                        .total()
                        .standardError());
    }

    @Test
    void equalVintagesHaveNoError() {
        Row[] rows = {Row.of(99, 8, 4, 2, 1), Row.of(99, 8, 4, 2), Row.of(99, 8, 4), Row.of(99, 8)};
        RedemptionForecast forecast = RedemptionForecast.of(RedemptionTriangle.of(rows));
        assertEquals(Measure.of(0), forecast.total().standardError());
        assertEquals(15, forecast.vintages().get(3).ultimate().orElseThrow(), 1e-14);
    }

    @Test
    void openCellsAreUndefined() {
        assertEquals(Measure.of(0.5), SMALL.redeemedShare(0, 1));
        assertEquals(Measure.of(0.6), SMALL.redeemedShare(1, 1));
        assertEquals(Measure.undefined("age 2 is not over"), SMALL.redeemedShare(1, 2));
        assertEquals(
                Measure.undefined("no points issued, or all taken back"),
                RedemptionTriangle.of(Row.of(0, 0)).redeemedShare(0, 0));
    }

    @Test
    void trianglesOfDifferentAgeAdd() {
        RedemptionTriangle young = RedemptionTriangle.of(Row.of(5, 1, 2), Row.of(7, 3));
        RedemptionTriangle sum = RedemptionTriangle.of(Row.of(100, 40, 10, 10), Row.of(105, 41, 22), Row.of(207, 83));
        assertEquals(sum, SMALL.plus(young));
        assertEquals(sum, young.plus(SMALL));
        assertEquals("3 vintages, 412.0 issued, 206.0 redeemed", sum.toString());
    }

    @Test
    void whatIsNoTriangleIsRefused() {
        assertEquals(
                "rows[1] must have 1 observed ages: 2",
                message(() -> RedemptionTriangle.of(Row.of(1, 1, 1), Row.of(1, 1, 1))));
        assertEquals("issued must be at least 0: -1", message(() -> Row.of(-1, 0)));
        assertEquals("observed ages must be at least 1: 0", message(() -> Row.of(1)));
        assertEquals("redeemed must have sums of at least 0: -1 up to age 1", message(() -> Row.of(9, 3, -4)));
        assertEquals(
                "factor must be at least 1 and finite: NaN",
                message(() -> RedemptionProjection.withDefaults().withTail(Double.NaN)));
        assertEquals(
                "units must be at least 1: 0",
                message(() -> RedemptionProjection.withDefaults().fromLatest(0)));
    }

    @Test
    void resultsReadAsOneLine() {
        assertEquals(
                "200 of 400 redeemed, 264.0 expected, breakage 0.34 (CHAIN_LADDER, 3 vintages)",
                RedemptionForecast.of(SMALL).toString());
        assertEquals(
                "SHARE_OF_ISSUE, tail 1.5, from the latest 6 units",
                RedemptionProjection.withDefaults()
                        .with(ProjectionMethod.SHARE_OF_ISSUE)
                        .withTail(1.5)
                        .fromLatest(6)
                        .toString());
    }

    @Test
    void tailsBeginAtOneAndEnd() {
        RedemptionTriangle triangle = RedemptionTriangle.of(Row.of(1_000, 100, 50), Row.of(1_000, 100));
        assertEquals(
                RedemptionProjection.withDefaults().forecast(triangle),
                RedemptionProjection.withDefaults().withTail(1).forecast(triangle));
        assertEquals(
                "factor must be at least 1 and finite: Infinity",
                message(() -> RedemptionProjection.withDefaults().withTail(Double.POSITIVE_INFINITY)));
        assertEquals(
                "factor must be at least 1 and finite: 0.5",
                message(() -> RedemptionProjection.withDefaults().withTail(0.5)));
    }
}
