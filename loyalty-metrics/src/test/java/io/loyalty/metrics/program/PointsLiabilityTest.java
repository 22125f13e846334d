package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.money.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointsLiabilityTest {

    /** IFRS 15 Illustrative Example 52: 10,000 points worth 1, of which 9,500 are expected, with goods of 100,000. */
    private static final PointsPromise EXAMPLE_52 = new PointsPromise(10_000, Ratio.ONE, Ratio.of(95, 100));

    @Test
    void illustrativeExample52() {
        PriceSplit split = EXAMPLE_52.split(100_000, 100_000);
        assertEquals(new PriceSplit(91_324, 8_676), split);
        PointsLiability sold = PointsLiability.open(split.points(), EXAMPLE_52.expectedRedemptions());
        assertEquals(9_500, sold.expected());
        PointsLiability year1 = sold.after(4_500, 9_500);
        assertEquals(4_110, year1.periodRevenue());
        assertEquals(0, year1.catchUp());
        PointsLiability year2 = year1.after(8_500, 9_700);
        assertEquals(3_493, year2.periodRevenue());
        assertEquals(1_073, year2.remaining());
        // 8,676 × 4,500 / 9,700 = 4,025 would have been recognised in the first year.
        assertEquals(-85, year2.catchUp());
        assertEquals("liability 1073 of 8676, revenue of the period 3493, of which catch-up -85", year2.toString());
    }

    @Test
    void goodsOfTwentyThousandWithTwoThousandPoints() {
        // In hundredths, so that the cents of the example show.
        PointsPromise promise = new PointsPromise(2_000, Ratio.of(100), Ratio.of(9, 10));
        PriceSplit split = promise.split(2_000_000, 2_000_000);
        assertEquals(165_138, split.points());
        assertEquals(2_000_000, split.goods() + split.points());
        assertEquals(
                55_046,
                PointsLiability.open(split.points(), promise.expectedRedemptions())
                        .after(600, 1_800)
                        .recognised());
    }

    @Test
    void nothingIssuedOrExpectedLeavesTheGoodsTheWholePrice() {
        assertEquals(new PriceSplit(500, 0), new PointsPromise(0, Ratio.ONE, Ratio.ONE).split(500, 400));
        assertEquals(new PriceSplit(500, 0), new PointsPromise(90, Ratio.ONE, Ratio.ZERO).split(500, 400));
        assertEquals(new PriceSplit(0, 0), new PointsPromise(0, Ratio.ONE, Ratio.ONE).split(0, 0));
        PointsLiability none = PointsLiability.open(0, 0).after(0, 0);
        assertEquals(0, none.remaining());
        assertEquals(0, none.periodRevenue());
    }

    @Test
    void pointsSoldAloneGetTheWholePrice() {
        assertEquals(new PriceSplit(0, 500), new PointsPromise(90, Ratio.ONE, Ratio.ONE).split(500, 0));
    }

    @Test
    void anEstimateBelowTheRedeemedIsRaisedAndFlagged() {
        PointsLiability liability = PointsLiability.open(1_000, 100).after(90, 80);
        assertTrue(liability.isEstimateClamped());
        assertEquals(90, liability.expected());
        assertEquals(1_000, liability.recognised());
        assertEquals(0, liability.remaining());
        assertTrue(liability.toString().endsWith("(estimate below redeemed)"));
        assertFalse(PointsLiability.open(1_000, 100).after(90, 90).isEstimateClamped());
    }

    @Test
    void aRaisedEstimateMayTurnRevenueNegative() {
        PointsLiability year1 = PointsLiability.open(1_000, 100).after(50, 100);
        PointsLiability year2 = year1.after(55, 200);
        assertEquals(275, year2.recognised());
        assertEquals(-225, year2.periodRevenue());
        assertEquals(-250, year2.catchUp());
        assertEquals(725, year2.remaining());
    }

    @Test
    void aLoweredEstimateCatchesUp() {
        PointsLiability year2 = PointsLiability.open(1_000, 100).after(50, 100).after(50, 80);
        assertEquals(625, year2.recognised());
        assertEquals(125, year2.catchUp());
        assertEquals(125, year2.periodRevenue());
    }

    @Test
    void noPointsExpectedAnyMoreRecognisesTheRest() {
        assertEquals(1_000, PointsLiability.open(1_000, 100).after(0, 0).periodRevenue());
        assertEquals(
                500,
                PointsLiability.open(1_000, 100).after(50, 100).after(50, 50).periodRevenue());
    }

    @Test
    void restoredRedemptionsLowerRevenue() {
        PointsLiability liability =
                PointsLiability.open(1_000, 100).after(50, 100).after(40, 100);
        assertEquals(-100, liability.periodRevenue());
        assertEquals(0, liability.catchUp());
    }

    @Test
    void movementsAddUp() {
        PointsLiability old =
                PointsLiability.open(8_676, 9_500).after(4_500, 9_500).after(8_500, 9_700);
        PointsLiability fresh = PointsLiability.open(500, 100).after(20, 100);
        LiabilityMovement sum = List.of(LiabilityMovement.of(old), LiabilityMovement.ofNew(fresh)).stream()
                .collect(LiabilityMovement.collector());
        assertEquals(new LiabilityMovement(4_566, 500, 3_593, -85), sum);
        assertEquals(old.remaining() + fresh.remaining(), sum.closing());
        assertEquals("4566 + 500 - 3593 = 1473, of which catch-up -85", sum.toString());
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertEquals(
                "standalone prices must not both be 0 for a price of 5",
                message(() -> new PointsPromise(0, Ratio.ONE, Ratio.ONE).split(5, 0)));
        assertEquals("price must be at least 0: -5", message(() -> EXAMPLE_52.split(-5, 1)));
        assertEquals("goodsStandalonePrice must be at least 0: -1", message(() -> EXAMPLE_52.split(5, -1)));
        assertEquals(
                "expectedShare must be in [0, 1]: 3/2", message(() -> new PointsPromise(1, Ratio.ONE, Ratio.of(3, 2))));
        assertEquals(
                "valuePerPoint must be at least 0: -1", message(() -> new PointsPromise(1, Ratio.of(-1), Ratio.ONE)));
        assertEquals("issued must be at least 0: -1", message(() -> new PointsPromise(-1, Ratio.ONE, Ratio.ONE)));
        assertEquals("allocated must be at least 0: -1", message(() -> PointsLiability.open(-1, 0)));
        assertEquals("estimate must be at least 0: -1", message(() -> PointsLiability.open(0, -1)));
        PointsLiability open = PointsLiability.open(10, 10);
        assertEquals("redeemedToDate must be at least 0: -1", message(() -> open.after(-1, 0)));
        assertEquals("newEstimate must be at least 0: -1", message(() -> open.after(0, -1)));
        assertThrows(
                ArithmeticException.class,
                () -> new PointsPromise(3, Ratio.of(1, 3), Ratio.of(1, 7)).split(1, Long.MAX_VALUE));
    }

    @Test
    void costsPerPointAndOfSales() {
        RewardCost cost = List.of(new RewardCost(300, 500, 20_000), new RewardCost(100, 0, 5_000)).stream()
                .collect(RewardCost.collector());
        assertEquals(Measure.of(0.8), cost.perPoint());
        assertEquals(Measure.of(0.016), cost.shareOfSales());
        assertEquals(Measure.of(80), cost.toCome(Measure.of(100)));
        assertEquals("cost per point 0.8, of sales 0.016", cost.toString());
        assertEquals(Measure.undefined("no points redeemed"), RewardCost.ZERO.perPoint());
        assertEquals(Measure.undefined("no sales to members"), RewardCost.ZERO.shareOfSales());
        assertEquals(Measure.undefined("no points redeemed"), RewardCost.ZERO.toCome(Measure.of(1)));
        assertEquals(Measure.undefined("x"), cost.toCome(Measure.undefined("x")));
    }

    @Test
    void partsOfAPriceAddAndReadAsOneLine() {
        PriceSplit split = EXAMPLE_52.split(100_000, 100_000);
        PriceSplit twice = split.plus(split);
        assertEquals(2 * split.goods(), twice.goods());
        assertEquals(2 * split.points(), twice.points());
        assertEquals("goods " + split.goods() + ", points " + split.points(), split.toString());
        assertEquals("goods must be at least 0: -1", message(() -> new PriceSplit(-1, 0)));
        assertEquals("points must be at least 0: -1", message(() -> new PriceSplit(0, -1)));
        assertEquals(
                "2000 points worth 1, 9/10 expected", new PointsPromise(2_000, Ratio.ONE, Ratio.of(9, 10)).toString());
        assertEquals("redeemed must be at least 0: -1", message(() -> new PointsLiability(1, 1, -1, 0, 0, 0)));
        assertEquals("recognised must be in [0, 1]: 2", message(() -> new PointsLiability(1, 1, 0, 2, 0, 0)));
    }
}
