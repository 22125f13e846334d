package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.money.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of liabilities, forecasts and comparisons. */
class ProgramProperties {

    @Property(tries = 500, seed = "2026110301")
    void theRevenueOfAllPeriodsIsTheAllocation(
            @ForAll @LongRange(max = 1_000_000_000_000L) long allocated,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(max = 5_000) Long> redeemed,
            @ForAll @Size(min = 6, max = 6) List<@LongRange(max = 20_000) Long> estimates) {
        PointsLiability liability = PointsLiability.open(allocated, estimates.get(0));
        LiabilityMovement all = LiabilityMovement.ofNew(liability);
        long toDate = 0;
        for (int i = 0; i < redeemed.size(); i++) {
            toDate += redeemed.get(i);
            PointsLiability next = liability.after(toDate, estimates.get(i));
            LiabilityMovement movement = LiabilityMovement.of(next);
            assertEquals(liability.remaining(), movement.opening());
            assertEquals(next.remaining(), movement.closing());
            assertTrue(next.recognised() >= 0 && next.recognised() <= allocated);
            assertTrue(next.expected() >= next.redeemed());
            all = all.plus(new LiabilityMovement(0, 0, movement.recognised(), movement.catchUp()));
            liability = next;
        }
        assertEquals(liability.remaining(), all.closing());
        // Once the estimate is what has been redeemed, nothing is left.
        assertEquals(0, liability.after(toDate, toDate).remaining());
    }

    @Property(tries = 300, seed = "2026110302")
    void anUnchangedEstimateHasNoCatchUpButRounding(
            @ForAll @LongRange(max = 1_000_000_000L) long allocated,
            @ForAll @LongRange(min = 1, max = 100_000) long expected,
            @ForAll @LongRange(max = 100_000) long first,
            @ForAll @LongRange(max = 100_000) long second) {
        long toDate = Math.min(first, expected);
        PointsLiability liability = PointsLiability.open(allocated, expected)
                .after(toDate, expected)
                .after(Math.min(expected, toDate + second), expected);
        assertEquals(0, liability.catchUp());
        assertTrue(liability.periodRevenue() >= 0);
    }

    @Property(tries = 500, seed = "2026110303")
    void pricesSplitToTheMinorUnit(
            @ForAll @LongRange(max = 10_000_000_000L) long price,
            @ForAll @LongRange(max = 10_000_000_000L) long goods,
            @ForAll @LongRange(min = 1, max = 100_000) long issued,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        PointsPromise promise = new PointsPromise(issued, Ratio.of(3, 7), Ratio.ofPercent(percent));
        PriceSplit split = promise.split(price, goods);
        assertEquals(price, split.goods() + split.points());
        BigDecimal standalone = new BigDecimal(issued)
                .multiply(BigDecimal.valueOf(percent * 3L))
                .divide(BigDecimal.valueOf(700), new MathContext(40));
        BigDecimal exact = standalone
                .multiply(BigDecimal.valueOf(price))
                .divide(standalone.add(BigDecimal.valueOf(goods)), new MathContext(40));
        assertTrue(exact.subtract(BigDecimal.valueOf(split.points())).abs().compareTo(new BigDecimal("0.5000001")) < 0);
    }

    @Provide
    Arbitrary<RedemptionTriangle> triangles() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(n -> Arbitraries.longs()
                        .between(1, 500)
                        .list()
                        .ofSize(n * (n + 1) / 2)
                        .map(cells -> {
                            List<RedemptionTriangle.Row> rows = new ArrayList<>();
                            int next = 0;
                            for (int i = 0; i < n; i++) {
                                rows.add(new RedemptionTriangle.Row(10_000 + i, cells.subList(next, next + n - i)));
                                next += n - i;
                            }
                            return new RedemptionTriangle(rows);
                        }));
    }

    @Property(tries = 200, seed = "2026110304")
    void ultimatesAreAtLeastTheRedeemedAndBreakageIsTheRest(
            @ForAll("triangles") RedemptionTriangle triangle, @ForAll ProjectionMethod method) {
        RedemptionForecast forecast =
                RedemptionProjection.withDefaults().with(method).forecast(triangle);
        double sum = 0;
        for (VintageForecast vintage : forecast.vintages()) {
            double ultimate = vintage.ultimate().orElseThrow();
            assertTrue(ultimate >= vintage.redeemed() && ultimate <= vintage.issued());
            assertEquals(
                    1, vintage.ultimateRate().orElseThrow() + vintage.breakage().orElseThrow(), 1e-15);
            sum += ultimate;
        }
        assertEquals(sum, forecast.total().ultimate().orElseThrow(), 1e-9);
        // The oldest vintage is complete.
        assertEquals(
                Measure.of(forecast.vintages().get(0).redeemed()),
                forecast.vintages().get(0).ultimate());
    }

    @Property(tries = 200, seed = "2026110305")
    void twiceThePointsHaveTwiceTheForecast(@ForAll("triangles") RedemptionTriangle triangle) {
        RedemptionForecast once = RedemptionForecast.of(triangle);
        RedemptionForecast twice = RedemptionForecast.of(triangle.plus(triangle));
        double ultimate = once.total().ultimate().orElseThrow();
        assertEquals(2 * ultimate, twice.total().ultimate().orElseThrow(), 1e-12 * ultimate);
        Measure error = once.total().standardError();
        assertEquals(error.isDefined(), twice.total().standardError().isDefined());
        if (error.isDefined()) {
            assertEquals(2 * error.orElseThrow(), twice.total().standardError().orElseThrow(), 1e-9 * ultimate);
        }
    }

    @Property(tries = 300, seed = "2026110306")
    void liftTurnsItsSignWithTheGroups(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 5_000) Integer> first,
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 5_000) Integer> second) {
        ResponseGroup a = group(first);
        ResponseGroup b = group(second);
        PromotionLift lift = PromotionLift.of(a, b);
        PromotionLift back = PromotionLift.of(b, a);
        assertEquals(
                0,
                lift.responseDifference().value().orElseThrow()
                        + back.responseDifference().value().orElseThrow());
        assertEquals(lift.responsePValue(), back.responsePValue());
        assertEquals(
                lift.incrementalRevenue().value().orElseThrow() * b.customers(),
                -back.incrementalRevenue().value().orElseThrow() * a.customers(),
                1e-6);
        assertEquals(lift.revenuePValue().isDefined(), back.revenuePValue().isDefined());
    }

    @Property(tries = 300, seed = "2026110307")
    void groupsOfAnySplitAreTheGroupOfAll(
            @ForAll @Size(max = 40) List<@IntRange(min = -500, max = 5_000) Integer> revenues,
            @ForAll @IntRange(max = 40) int at) {
        int cut = Math.min(at, revenues.size());
        ResponseGroup whole = group(revenues);
        assertEquals(whole, group(revenues.subList(0, cut)).plus(group(revenues.subList(cut, revenues.size()))));
        assertEquals(whole, revenues.parallelStream().collect(ResponseGroup.collector(r -> r == 0 ? 0 : 1, r -> r)));
        BigInteger squares = BigInteger.ZERO;
        for (int revenue : revenues) {
            squares = squares.add(BigInteger.valueOf((long) revenue * revenue));
        }
        assertEquals(squares, whole.squaredRevenue());
    }

    @Property(tries = 200, seed = "2026110308")
    void growthByReferralIsTheSumOfItsCycles(
            @ForAll @LongRange(min = 1, max = 1_000) long customers,
            @ForAll @LongRange(max = 1_500) long referred,
            @ForAll @IntRange(max = 30) int cycles) {
        ReferralFigures figures = new ReferralFigures(customers, 0, referred, referred, referred);
        double sum = 0;
        double cycle = customers;
        for (int t = 0; t <= cycles; t++) {
            sum += cycle;
            cycle *= (double) referred / customers;
        }
        assertEquals(sum, figures.customersAfter(cycles).orElseThrow(), 1e-11 * sum);
    }

    private static ResponseGroup group(List<Integer> revenues) {
        return revenues.stream()
                .map(r -> ResponseGroup.ofCustomer(r == 0 ? 0 : 1, r))
                .reduce(ResponseGroup.EMPTY, ResponseGroup::plus);
    }
}
