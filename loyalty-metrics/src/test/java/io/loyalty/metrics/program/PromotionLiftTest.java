package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.ProportionTest;
import io.loyalty.metrics.experiment.SampleSummary;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromotionLiftTest {

    private static ResponseGroup group(long... revenues) {
        return ResponseGroup.of(Arrays.stream(revenues).map(r -> r == 0 ? 0 : 1).toArray(), revenues);
    }

    private static ResponseGroup buyers(int buyers, int customers) {
        return group(LongStream.range(0, customers)
                .map(i -> i < buyers ? 100 + i : 0)
                .toArray());
    }

    @Test
    void fourAgainstTwoByHand() {
        PromotionLift lift = PromotionLift.of(group(0, 300, 500, 400), group(0, 200));
        assertEquals(Measure.of(0.25), lift.responseDifference().value());
        assertEquals(Measure.of(0.5), lift.relativeLift().value());
        assertEquals(Measure.of(1), lift.incrementalBuyers().value());
        // 1,200 - 200 × 4 / 2
        assertEquals(Measure.of(800), lift.incrementalRevenue().value());
        assertEquals(Measure.of(0.5), lift.returnOn(0.75, 400).value());
    }

    @Test
    void theWorkedExampleOfTwoShares() {
        PromotionLift lift = PromotionLift.of(buyers(42, 60), buyers(30, 55));
        Interval interval = lift.responseDifference().interval().orElseThrow();
        assertEquals(0.154545, lift.responseDifference().value().orElseThrow(), 5e-7);
        assertEquals(-0.021794, interval.lower(), 5e-7);
        assertEquals(0.319360, interval.upper(), 5e-7);
        assertEquals("Newcombe", interval.method());
        assertEquals(
                60 * interval.upper(),
                lift.incrementalBuyers().interval().orElseThrow().upper(),
                1e-12);
    }

    @Test
    void theRatioHasTheIntervalOfItsLogarithm() {
        PromotionLift lift = LiftAnalysis.withDefaults().withConfidence(0.9).compare(buyers(42, 60), buyers(30, 55));
        double ratio = 0.7 / (30.0 / 55);
        double error = Math.sqrt(1.0 / 42 - 1.0 / 60 + 1.0 / 30 - 1.0 / 55);
        Interval interval = lift.relativeLift().interval().orElseThrow();
        assertEquals(ratio - 1, lift.relativeLift().value().orElseThrow(), 1e-15);
        assertEquals(ratio * Math.exp(1.6448536269514722 * error) - 1, interval.upper(), 1e-14);
        assertEquals(ratio * Math.exp(-1.6448536269514722 * error) - 1, interval.lower(), 1e-14);
        assertEquals(0.9, interval.confidence());
        assertEquals(0.9, lift.incrementalRevenue().interval().orElseThrow().confidence());
    }

    @Test
    void revenueIsWelchTimesTheExposed() {
        ResponseGroup exposed = group(0, 300, 500, 400, 0, 250);
        ResponseGroup heldOut = group(0, 200, 0, 380);
        PromotionLift lift = PromotionLift.of(exposed, heldOut);
        MeanDifference welch = MeanComparison.withDefaults()
                .compare(SampleSummary.of(0, 300, 500, 400, 0, 250), SampleSummary.of(0, 200, 0, 380));
        assertEquals(welch.test().pValue(), lift.revenuePValue());
        assertEquals(Scaled.times(welch.difference(), 6), lift.incrementalRevenue());
    }

    @Test
    void returnsCarryTheIntervalOfTheRevenue() {
        PromotionLift lift = PromotionLift.of(group(0, 300, 500, 400), group(0, 200));
        Interval revenue = lift.incrementalRevenue().interval().orElseThrow();
        Interval result = lift.returnOn(0.5, 100).interval().orElseThrow();
        assertEquals(revenue.lower() * 0.005 - 1, result.lower(), 1e-12);
        assertEquals(revenue.upper() * 0.005 - 1, result.upper(), 1e-12);
        assertEquals(Measure.of(-1), lift.returnOn(0, 100).value());
        assertEquals(Measure.undefined("no cost"), lift.returnOn(0.5, 0).value());
    }

    @Test
    void emptyGroupsHaveNoLift() {
        PromotionLift lift = PromotionLift.of(ResponseGroup.EMPTY, buyers(1, 2));
        assertEquals(
                Measure.undefined("nobody in a group"),
                lift.responseDifference().value());
        assertEquals(Measure.undefined("nobody in a group"), lift.responsePValue());
        assertEquals(Measure.undefined("nobody in a group"), lift.relativeLift().value());
        assertEquals(
                Measure.undefined("nobody in a group"),
                lift.incrementalRevenue().value());
        assertEquals(
                Measure.undefined("nobody in a group"), lift.returnOn(0.5, 10).value());
        assertEquals(
                Measure.undefined("nobody in a group"),
                PromotionLift.of(buyers(1, 2), ResponseGroup.EMPTY)
                        .incrementalBuyers()
                        .value());
    }

    @Test
    void noResponseOnOneSide() {
        PromotionLift none = PromotionLift.of(buyers(3, 10), buyers(0, 10));
        assertEquals(
                Measure.undefined("no successes in the second group"),
                none.relativeLift().value());
        assertTrue(none.responseDifference().interval().isPresent());
        PromotionLift all = PromotionLift.of(buyers(0, 10), buyers(3, 10));
        assertEquals(Measure.of(-1), all.relativeLift().value());
        assertTrue(all.relativeLift().interval().isEmpty());
    }

    @Test
    void fisherInPlaceOfZ() {
        PromotionLift lift =
                LiftAnalysis.withDefaults().with(ProportionTest.FISHER).compare(buyers(0, 10), buyers(0, 20));
        assertEquals(Measure.of(1), lift.responsePValue());
        assertEquals(
                Measure.undefined("no successes"),
                PromotionLift.of(buyers(0, 10), buyers(0, 20)).responsePValue());
    }

    @Test
    void groupsOfOneAndWithoutVariance() {
        assertEquals(
                Measure.undefined("too few values for a variance"),
                PromotionLift.of(buyers(1, 1), buyers(0, 1)).revenuePValue());
        assertEquals(
                Measure.undefined("no variance within the groups"),
                PromotionLift.of(group(5, 5), group(5, 5)).incrementalRevenue().standardError());
    }

    @Test
    void groupsAddAndCollect() {
        long[] revenues = {0, 300, Long.MAX_VALUE / 4, -400, 7};
        ResponseGroup sum = Arrays.stream(revenues)
                .mapToObj(r -> ResponseGroup.ofCustomer(r == 0 ? 0 : 1, r))
                .reduce(ResponseGroup.EMPTY, ResponseGroup::plus);
        assertEquals(sum, group(revenues));
        assertEquals(
                sum,
                Arrays.stream(revenues)
                        .boxed()
                        .parallel()
                        .collect(ResponseGroup.collector(r -> r == 0 ? 0 : 1, Long::longValue)));
        assertEquals(Measure.of(0.8), sum.responseRate().value());
        assertEquals(
                Measure.undefined("no customers"),
                ResponseGroup.EMPTY.responseRate().value());
        assertEquals(
                Measure.undefined("no customers"),
                ResponseGroup.EMPTY.revenuePerCustomer().value());
        assertEquals(
                "1 of 2 bought, 3 orders, revenue 50",
                ResponseGroup.ofCustomer(3, 50)
                        .plus(ResponseGroup.ofCustomer(0, 0))
                        .toString());
    }

    @Test
    void squaresBeyondTheRangeOfLongAreKept() {
        ResponseGroup group = group(Long.MAX_VALUE, -Long.MAX_VALUE);
        BigInteger square = BigInteger.valueOf(Long.MAX_VALUE).pow(2);
        assertEquals(square.multiply(BigInteger.valueOf(2)), group.squaredRevenue());
        assertThrows(ArithmeticException.class, () -> group(Long.MAX_VALUE, 1));
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertEquals(
                "columns must be equally long: 1 and 0", message(() -> ResponseGroup.of(new long[1], new long[0])));
        assertEquals(
                "orders[1] must be at least 0: -2",
                message(() -> ResponseGroup.of(new long[] {1, -2}, new long[] {1, 1})));
        assertEquals("orders must be at least 0: -1", message(() -> ResponseGroup.ofCustomer(-1, 0)));
        assertEquals(
                "orders must be at least 0: -1",
                message(() -> Stream.of(1L).collect(ResponseGroup.collector(r -> -1, r -> 0))));
        assertEquals("buyers must be in [0, 2]: 3", message(() -> new ResponseGroup(2, 3, 3, 0, BigInteger.ZERO)));
        assertEquals("orders must be at least 2: 1", message(() -> new ResponseGroup(2, 2, 1, 0, BigInteger.ZERO)));
        assertEquals(
                "squaredRevenue must be at least revenue² / customers: 7",
                message(() -> new ResponseGroup(2, 2, 2, 4, BigInteger.valueOf(7))));
        assertEquals(
                "marginRate must be in [0, 1]: NaN",
                message(() -> PromotionLift.of(buyers(1, 2), buyers(1, 2)).returnOn(Double.NaN, 1)));
        assertEquals(
                "cost must be at least 0: -1",
                message(() -> PromotionLift.of(buyers(1, 2), buyers(1, 2)).returnOn(0.5, -1)));
        assertEquals(
                "confidence must be in (0, 1): 1.0",
                message(() -> LiftAnalysis.withDefaults().withConfidence(1)));
    }

    @Test
    void differencesInDifferencesByHand() {
        double[] before = {10, 20, 30};
        double[] after = {15, 27, 33};
        double[] controlBefore = {12, 18};
        double[] controlAfter = {13, 20};
        DifferenceInDifferences result = DifferenceInDifferences.of(before, after, controlBefore, controlAfter);
        assertEquals(Measure.of(5), result.treatedChange().value());
        assertEquals(Measure.of(1.5), result.controlChange().value());
        assertEquals(Measure.of(3.5), result.effect().value());
        MeanDifference welch = MeanComparison.withDefaults().compare(SampleSummary.of(5, 7, 3), SampleSummary.of(1, 2));
        assertEquals(welch.difference(), result.effect());
        assertEquals(welch.test().pValue(), result.pValue());
        // Without the effect the treated would have been at 20 + 1.5.
        assertEquals(Measure.of(3.5 / 21.5), result.relativeTo(20));
        assertEquals(Measure.undefined("nothing would have been without the effect"), result.relativeTo(-1.5));
    }

    @Test
    void differencesInDifferencesOfAStream() {
        double[][] units = {{1, 10, 15}, {0, 12, 13}, {1, 20, 27}, {0, 18, 20}, {1, 30, 33}};
        DifferenceInDifferences streamed = Arrays.stream(units)
                .parallel()
                .collect(DifferenceInDifferences.collector(
                        unit -> unit[0] == 1 ? StudyArm.TREATED : StudyArm.CONTROL, unit -> unit[1], unit -> unit[2]));
        assertEquals(
                DifferenceInDifferences.of(
                        new double[] {10, 20, 30}, new double[] {15, 27, 33}, new double[] {12, 18}, new double[] {
                            13, 20
                        }),
                streamed);
    }

    @Test
    void differencesInDifferencesWithoutAGroup() {
        double[] none = {};
        double[] some = {1, 2};
        DifferenceInDifferences result = DifferenceInDifferences.of(some, some, none, none);
        assertEquals(Measure.undefined("no controls"), result.controlChange().value());
        assertEquals(Measure.undefined("nobody in a group"), result.effect().value());
        assertEquals(Measure.undefined("nobody in a group"), result.relativeTo(1));
        assertEquals(
                Measure.undefined("no treated units"),
                DifferenceInDifferences.of(none, none, some, some)
                        .treatedChange()
                        .value());
        assertEquals(
                Measure.undefined("no variance within the groups"),
                DifferenceInDifferences.of(some, some, some, some).pValue());
        assertEquals(
                "treated columns must be equally long: 2 and 0",
                message(() -> DifferenceInDifferences.of(some, none, some, some)));
        assertEquals(
                "control[0] must be finite: NaN and 1.0",
                message(() -> DifferenceInDifferences.of(some, some, new double[] {Double.NaN}, new double[] {1})));
    }

    @Test
    void marginsAndConfidencesAtTheirLimits() {
        PromotionLift lift = PromotionLift.of(group(0, 300, 500, 400), group(0, 200));
        assertEquals(Measure.of(1), lift.returnOn(1, 400).value());
        assertEquals(Measure.of(-1), lift.returnOn(0, 400).value());
        assertEquals("marginRate must be in [0, 1]: -0.1", message(() -> lift.returnOn(-0.1, 400)));
        assertEquals("marginRate must be in [0, 1]: 1.1", message(() -> lift.returnOn(1.1, 400)));
        assertEquals(
                "confidence must be in (0, 1): 0.0",
                message(() -> LiftAnalysis.withDefaults().withConfidence(0)));
    }

    @Test
    void ordersAreNotNegative() {
        assertEquals("orders must be at least 0: -1", message(() -> ResponseGroup.ofCustomer(-1, 5)));
        assertEquals(
                "orders must be at least 0: -2",
                message(() -> Stream.of(5, -2).collect(ResponseGroup.collector(orders -> orders, orders -> 5))));
    }

    @Test
    void linesCanBeRead() {
        PromotionLift lift = PromotionLift.of(group(0, 300, 500, 400), group(0, 200));
        assertEquals(
                "response " + lift.responseDifference() + ", p = " + lift.responsePValue()
                        + " (pooled z); incremental revenue " + lift.incrementalRevenue() + ", p = "
                        + lift.revenuePValue(),
                lift.toString());
        assertEquals(
                "confidence 0.95, test pooled z", LiftAnalysis.withDefaults().toString());
        double[] none = {};
        assertEquals(
                "effect undefined: nobody in a group, n = 0, p = undefined: nobody in a group",
                DifferenceInDifferences.of(none, none, none, none).toString());
    }
}
