package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static final int BASE = 0;

    /** One rule earns on tea, another on everything, on the default base: goods and services without tax. */
    private static Compiled teaAndAll() {
        return EarningPlan.of(Shop.base(), Shop.base().named("tea").onCategory("tea"))
                .compiled();
    }

    private static Line withTax(String category, long amount) {
        return new Line(
                "",
                category,
                "",
                LineKind.GOODS,
                1,
                yen(amount),
                Money.zero(Shop.JPY),
                Ratio.of(1, 10),
                TaxBasis.INCLUDED);
    }

    private static Visit visit(List<Line> lines) {
        return Shop.visit(lines.toArray(new Line[0]));
    }

    private static long ofClass(Basket basket, long[] byClass, int line) {
        return byClass[basket.classOf(line)];
    }

    @Test
    void linesOfAClassAreAddedUp() {
        List<Line> lines = List.of(line("tea", 100), line("cake", 20), line("tea", 3), line("milk", 4));
        Basket basket = new Basket(teaAndAll(), visit(lines), null, 0);
        assertEquals(1, basket.amounts(BASE).below());
        long[] sums = basket.sums(BASE);
        assertEquals(103, ofClass(basket, sums, 0));
        assertEquals(24, ofClass(basket, sums, 1), "cake and milk are the same to all rules");
        assertEquals(basket.classOf(0), basket.classOf(2));
        assertNotEquals(basket.classOf(0), basket.classOf(1));
        assertEquals(1L << basket.classOf(0) | 1L << basket.classOf(1), basket.present(0));
    }

    @Test
    void taxIsTakenOffOverACommonDivisor() {
        Basket basket =
                new Basket(teaAndAll(), visit(List.of(withTax("tea", 110), line("tea", 5), line("cake", 7))), null, 0);
        assertEquals(11, basket.amounts(BASE).below());
        assertEquals(1_100 + 55, ofClass(basket, basket.sums(BASE), 0));
        assertEquals(77, ofClass(basket, basket.sums(BASE), 2));
    }

    @Test
    void whatPointsPaidIsTakenOff() {
        Basket basket = new Basket(teaAndAll(), visit(List.of(line("tea", 100), line("cake", 300))), null, 40);
        assertEquals(90, ofClass(basket, basket.sums(BASE), 0));
        assertEquals(270, ofClass(basket, basket.sums(BASE), 1));
    }

    @Test
    void whatCameBackCountsNoMore() {
        List<Line> lines = List.of(line("tea", 100), line("cake", 300), line("tea", 50), line("cake", 0));
        Basket basket = new Basket(teaAndAll(), visit(lines), new long[] {0, 0, 20, 0}, 0);
        assertEquals(20, ofClass(basket, basket.sums(BASE), 0));
        assertEquals(0, ofClass(basket, basket.sums(BASE), 1));
        assertEquals(
                1L << basket.classOf(0) | 1L << basket.classOf(1),
                basket.present(0),
                "the cake that cost nothing is still there");
        Basket none = new Basket(teaAndAll(), visit(lines.subList(0, 2)), new long[] {0, 0}, 0);
        assertEquals(0, none.present(0));
    }

    @Test
    void unitsAreAddedUpByClassToo() {
        Line three = Line.of("tea", 3, yen(10));
        Line fee = line("tea", 10).withKind(LineKind.FEE);
        Basket basket = new Basket(teaAndAll(), visit(List.of(three, fee, line("tea", 7))), null, 0);
        assertEquals(4, ofClass(basket, basket.sums(basket.units()), 0), "a fee is no unit");
    }

    @Test
    void aFactWithoutLinesHasNoneOfAnyClass() {
        Basket basket = new Basket(teaAndAll(), visit(List.of()), null, 0);
        assertEquals(0, basket.present(0));
    }

    @Test
    void whereThereAreManyClassesEachLineIsOne() {
        List<EarningRule> rules = new ArrayList<>(List.of(Shop.base()));
        for (int i = 0; i < 70; i++) {
            rules.add(Shop.base().named("r" + i).onCategory("c" + i));
        }
        List<Line> lines = new ArrayList<>();
        long[] left = new long[130];
        for (int i = 0; i < left.length; i++) {
            lines.add(line("c" + i, 100 + i));
            left[i] = i % 2 == 0 ? 0 : 100;
        }
        Basket basket = new Basket(EarningPlan.of(rules).compiled(), visit(lines), null, 0);
        assertEquals(3, basket.chunks);
        assertArrayEquals(lines.stream().mapToLong(Line::amountMinor).toArray(), basket.sums(BASE));
        assertEquals(-1L, basket.present(1));
        assertEquals(3L, basket.present(2), "two lines are in the last word");
        Basket half = new Basket(EarningPlan.of(rules).compiled(), visit(lines), left, 0);
        assertArrayEquals(left, half.sums(BASE));
        assertEquals(0xAAAA_AAAA_AAAA_AAAAL, half.present(0));
    }
}
