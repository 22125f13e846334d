package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lines count for: amounts turned into the base's form, less what points paid, over one common divisor. */
class LineAmountsTest {

    private static final EarningBase NET = EarningBase.DEFAULT;
    private static final EarningBase GROSS = EarningBase.DEFAULT.with(TaxBasis.INCLUDED);
    private static final EarningBase LESS_POINTS = NET.with(PointsPaid.PRO_RATA_REMOVED);

    private static Line taxed(long amount, long percent, TaxBasis basis) {
        return line(amount).withTax(Ratio.ofPercent(percent), basis);
    }

    private static LineAmounts amounts(EarningBase base, long[] left, long paidWithPoints, List<Line> lines) {
        return LineAmounts.of(base, LineAmounts.asWritten(base), lines, left, paidWithPoints);
    }

    private static List<Ratio> counted(EarningBase base, long[] left, long paidWithPoints, Line... lines) {
        List<Line> all = List.of(lines);
        LineAmounts amounts = amounts(base, left, paidWithPoints, all);
        return IntStream.range(0, lines.length)
                .mapToObj(i -> Ratio.of(amounts.above(all, i), amounts.below()))
                .toList();
    }

    @Test
    void amountsInTheFormOfTheBaseCountAsWritten() {
        LineAmounts written = LineAmounts.asWritten(NET.excluding(LineKind.FEE));
        List<Line> lines = List.of(line(100), line(30).withKind(LineKind.FEE));
        assertEquals(1, written.below());
        assertEquals(100, written.above(lines, 0));
        assertEquals(0, written.above(lines, 1));
        assertEquals(1, amounts(NET, null, 0, lines).below());
    }

    @Test
    void taxIsTakenOffAndPutOnExactly() {
        assertEquals(
                List.of(Ratio.of(100), Ratio.of(10_000, 110), Ratio.of(50)),
                counted(
                        NET,
                        null,
                        0,
                        taxed(110, 10, TaxBasis.INCLUDED),
                        taxed(100, 10, TaxBasis.INCLUDED),
                        taxed(50, 8, TaxBasis.EXCLUDED)));
        assertEquals(
                List.of(Ratio.of(110), Ratio.of(54), Ratio.of(7)),
                counted(GROSS, null, 0, taxed(100, 10, TaxBasis.EXCLUDED), taxed(50, 8, TaxBasis.EXCLUDED), line(7)));
    }

    @Test
    void divisorsOfTwoRatesHaveACommonOne() {
        List<Line> lines = List.of(taxed(1, 10, TaxBasis.INCLUDED), taxed(1, 8, TaxBasis.INCLUDED));
        assertEquals(11 * 27, amounts(NET, null, 0, lines).below());
        assertEquals(
                11, amounts(NET, null, 0, List.of(lines.get(0), lines.get(0))).below());
    }

    @Test
    void pointsPayForAllLinesInProportion() {
        assertEquals(List.of(Ratio.of(75), Ratio.of(225)), counted(LESS_POINTS, null, 100, line(100), line(300)));
        assertEquals(
                List.of(Ratio.of(100), Ratio.of(300)),
                counted(NET.with(PointsPaid.GROSS), null, 100, line(100), line(300)),
                "unless they count");
        assertEquals(List.of(Ratio.of(0), Ratio.of(0)), counted(LESS_POINTS, null, 400, line(100), line(300)));
        assertEquals(List.of(Ratio.of(0), Ratio.of(0)), counted(LESS_POINTS, null, 401, line(100), line(300)));
    }

    @Test
    void pointsPayWithTaxSoThatWhatTheyPaidIsTurned() {
        // 110 with tax, of which points paid 55: half of 100 without.
        assertEquals(List.of(Ratio.of(50)), counted(LESS_POINTS, null, 55, taxed(110, 10, TaxBasis.INCLUDED)));
        assertEquals(List.of(Ratio.of(50)), counted(LESS_POINTS, null, 55, taxed(100, 10, TaxBasis.EXCLUDED)));
    }

    @Test
    void whatCameBackCountsNoMore() {
        assertEquals(List.of(Ratio.of(40), Ratio.of(0)), counted(NET, new long[] {40, 0}, 0, line(100), line(300)));
        assertEquals(List.of(Ratio.of(40)), counted(NET, new long[] {44}, 0, taxed(110, 10, TaxBasis.INCLUDED)));
    }

    @Test
    void unitsAreThoseOfGoodsAndServicesThatAreLeft() {
        List<Line> lines = List.of(
                Line.of("tea", 3, yen(10)),
                Line.of("repair", 2, yen(10)).withKind(LineKind.SERVICE),
                Line.of("delivery", 2, yen(10)).withKind(LineKind.SHIPPING));
        LineAmounts all = LineAmounts.units(lines, null);
        assertEquals(
                List.of(3L, 2L, 0L),
                IntStream.range(0, 3).mapToObj(i -> all.above(lines, i)).toList());
        LineAmounts left = LineAmounts.units(lines, new long[] {25, 0, 20});
        assertEquals(
                List.of(2L, 0L, 0L),
                IntStream.range(0, 3).mapToObj(i -> left.above(lines, i)).toList(),
                "a part of a unit is none");
    }
}
