package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans that tell so many lines apart that each line is a class of its own, over visits of more lines than a word has bits. */
class ManyClassesTest {

    private static final int LINES = 130;
    private static final int[] PLACES = {0, 1, 62, 63, 64, 65, 127, 128, 129};

    private static EarningPlan plan(EarningRule... rules) {
        List<EarningRule> all = new ArrayList<>(List.of(rules));
        for (int i = 0; i < 70; i++) {
            all.add(EarningRule.bonus("never " + i, 1).when(Condition.sku("never sold " + i)));
        }
        return EarningPlan.of(all);
    }

    /** Cake for 100, 200, 300 and so on, but at one place another line. */
    private static Line[] lines(int place, Line other) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> i == place ? other : line("cake", 100L * (i + 1)))
                .toArray(Line[]::new);
    }

    private static long points(EarningPlan plan, String rule, Line... lines) {
        return plan.award(visit(lines), Shop.CONTEXT)
                .explanation()
                .verdict(rule)
                .points();
    }

    @Test
    void eachLineCountsForItself() {
        EarningPlan plan = plan(
                Shop.base().onCategory("tea").named("tea"),
                Shop.base().unless(Condition.category("tea")).named("rest"),
                Shop.base().unless(Condition.category("cake")).named("no cake"),
                EarningRule.bonus("much tea", 7).when(Condition.minimumSpend(yen(12_345), Condition.category("tea"))));
        long all = 100L * LINES * (LINES + 1) / 2;
        for (int place : PLACES) {
            Line[] lines = lines(place, line("tea", 12_345));
            assertEquals(123, points(plan, "tea", lines));
            assertEquals((all - 100L * (place + 1)) / 100, points(plan, "rest", lines));
            assertEquals(123, points(plan, "no cake", lines));
            assertEquals(7, points(plan, "much tea", lines));
            assertEquals(0, points(plan, "much tea", lines(place, line("tea", 12_344))));
        }
    }

    @Test
    void eachLineIsMultipliedByItself() {
        EarningPlan plan = plan(
                Shop.base(),
                EarningRule.multiply("tea", Ratio.of(3)).onCategory("tea"),
                EarningRule.multiply("brand", Ratio.of(2)).when(Condition.brand("b")),
                EarningRule.multiply("sku", Ratio.of(5)).when(Condition.sku("s")));
        for (int place : PLACES) {
            assertEquals(200, points(plan, "tea", lines(place, line("tea", 10_000))));
            assertEquals(
                    100, points(plan, "brand", lines(place, line("cake", 10_000).withBrand("b"))));
            assertEquals(
                    400, points(plan, "sku", lines(place, line("cake", 10_000).withSku("s"))));
        }
    }

    @Test
    void eachLineIsRoundedByItself() {
        EarningRule byLine = EarningRule.earn(1)
                .per(yen(100))
                .rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.LINE))
                .named("base");
        EarningPlan plan = plan(byLine, EarningRule.multiply("tea", Ratio.of(2)).onCategory("tea"));
        long rest = LINES * (LINES + 1) / 2;
        for (int place : PLACES) {
            Line[] lines = lines(place, line("tea", 175));
            assertEquals(rest - (place + 1) + 1, points(plan, "base", lines), "1.75 points of one line are 1");
            assertEquals(2, points(plan, "tea", lines), "3.5 points are 3");
        }
    }
}
