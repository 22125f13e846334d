package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.program.PromotionTrail.Exposure;
import io.loyalty.metrics.program.PromotionTrail.Order;
import io.loyalty.metrics.program.PromotionTrail.Redemption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionAttributionTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final PromotionAttribution WEEK = PromotionAttribution.within(7, LAST);

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, 1).plusDays(day - 1);
    }

    private static Exposure got(String promotion, int day) {
        return new Exposure(promotion, day(day));
    }

    private static Order bought(int day, long amount) {
        return new Order(day(day), amount);
    }

    private static PromotionTrail trail(List<Exposure> exposures, Order... orders) {
        return new PromotionTrail(exposures, List.of(orders), List.of());
    }

    private static CampaignResponse response(PromotionAttribution rules, String promotion, PromotionTrail... trails) {
        return rules.of(List.of(trails)).of(promotion).orElseThrow();
    }

    @Test
    void rulesSayWhatTheyAre() {
        PromotionAttribution rules = WEEK.with(OverlapRule.SPLIT).with(PromotionAudience.REPEAT_CUSTOMERS);

        assertEquals(7, rules.days());
        assertEquals(LAST, rules.asOf());
        assertEquals(OverlapRule.SPLIT, rules.overlap());
        assertEquals(PromotionAudience.REPEAT_CUSTOMERS, rules.audience());
    }

    @Test
    void twoCustomersByHand() {
        PromotionResponse response = WEEK.of(List.of(
                trail(List.of(got("spring", 3)), bought(2, 50), bought(3, 100), bought(10, 40), bought(11, 999)),
                trail(List.of(got("spring", 4)))));
        CampaignResponse spring = response.of("spring").orElseThrow();
        assertEquals(2, spring.exposed());
        assertEquals(1, spring.responders());
        assertEquals(2, spring.orders());
        assertEquals(140, spring.revenue());
        assertEquals(Measure.of(0.5), spring.responseRate().value());
        assertEquals(Measure.of(1), spring.ordersPerExposed());
        assertEquals(Measure.of(70), spring.revenuePerExposed().value());
        assertEquals(Measure.of(70), spring.revenuePerExposed().standardError());
        assertEquals(4, response.orders());
        assertEquals(2, response.attributedOrders());
        assertEquals(140, response.attributedRevenue());
        assertEquals(2, response.customers());
        assertEquals(Optional.empty(), response.of("summer"));
    }

    @Test
    void overlapsGoByTheRule() {
        PromotionTrail trail =
                trail(List.of(got("a", 1), got("b", 3), got("c", 5)), bought(6, 90), bought(9, 30), bought(12, 7));
        // The order of day 6 is reached by all, that of day 9 by b and c, that of day 12 by c.
        assertEquals(127, response(WEEK, "c", trail).revenue());
        assertEquals(0, response(WEEK, "b", trail).revenue());
        PromotionAttribution first = WEEK.with(OverlapRule.FIRST_TOUCH);
        assertEquals(90, response(first, "a", trail).revenue());
        assertEquals(30, response(first, "b", trail).revenue());
        assertEquals(7, response(first, "c", trail).revenue());
        PromotionAttribution split = WEEK.with(OverlapRule.SPLIT);
        assertEquals(30, response(split, "a", trail).revenue());
        assertEquals(45, response(split, "b", trail).revenue());
        assertEquals(52, response(split, "c", trail).revenue());
        assertEquals(1.0 / 3 + 0.5, response(split, "b", trail).orders(), 1e-15);
        assertEquals(1, response(split, "b", trail).responders());
    }

    @Test
    void promotionsOfOneDayGoByName() {
        PromotionTrail trail = trail(List.of(got("b", 2), got("a", 2)), bought(3, 10));
        assertEquals(10, response(WEEK, "a", trail).revenue());
        assertEquals(
                10, response(WEEK.with(OverlapRule.FIRST_TOUCH), "a", trail).revenue());
        assertEquals(5, response(WEEK.with(OverlapRule.SPLIT), "b", trail).revenue());
    }

    @Test
    void whoGetsAPromotionTwiceIsExposedOnce() {
        PromotionTrail trail = trail(List.of(got("a", 1), got("a", 4), got("a", 4)), bought(5, 10), bought(11, 6));
        for (OverlapRule rule : OverlapRule.values()) {
            CampaignResponse response = response(WEEK.with(rule), "a", trail);
            assertEquals(1, response.exposed());
            assertEquals(2, response.orders());
            assertEquals(16, response.revenue());
        }
    }

    @Test
    void tooRecentPromotionsTakeTheirOrdersAndDoNotCount() {
        PromotionTrail trail = trail(List.of(got("old", 20), got("new", 25)), bought(26, 80), bought(21, 5));
        PromotionResponse response = WEEK.of(List.of(trail));
        assertEquals(5, response.of("old").orElseThrow().revenue());
        CampaignResponse young = response.of("new").orElseThrow();
        assertEquals(0, young.exposed());
        assertEquals(1, young.tooRecent());
        assertEquals(
                Measure.undefined("no exposed customers"), young.responseRate().value());
        assertEquals(
                Measure.undefined("no exposed customers"),
                young.redemptionRate().value());
        assertEquals(Measure.undefined("no exposed customers"), young.ordersPerExposed());
        assertEquals(
                Measure.undefined("no exposed customers"),
                young.revenuePerExposed().value());
        // Day 24 + 7 is the last day, and just over.
        assertEquals(1, response(WEEK, "x", trail(List.of(got("x", 24)))).exposed());
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        PromotionResponse response = WEEK.of(List.of(trail(
                List.of(got("a", 24), got("later", 32)),
                bought(25, 0),
                bought(25, -40),
                bought(32, 9),
                bought(31, 2))));
        assertEquals(1, response.orders());
        assertEquals(2, response.of("a").orElseThrow().revenue());
        assertEquals(Optional.empty(), response.of("later"));
    }

    @Test
    void repeatCustomersHaveOrderedOnTwoDaysBefore() {
        PromotionAttribution repeat = WEEK.with(PromotionAudience.REPEAT_CUSTOMERS);
        List<Exposure> exposure = List.of(got("a", 5));
        PromotionResponse response = repeat.of(List.of(
                trail(exposure, bought(1, 1), bought(4, 1), bought(6, 10)),
                trail(exposure, bought(4, 1), bought(4, 1), bought(6, 20)),
                trail(exposure, bought(4, 1), bought(5, 1), bought(6, 40))));
        CampaignResponse a = response.of("a").orElseThrow();
        assertEquals(1, a.exposed());
        assertEquals(10, a.revenue());
        assertEquals(3, response.customers());
    }

    @Test
    void couponsCountInTime() {
        PromotionResponse response = WEEK.of(List.of(
                new PromotionTrail(
                        List.of(got("a", 5)),
                        List.of(),
                        List.of(
                                new Redemption("a", day(5)),
                                new Redemption("a", day(12)),
                                new Redemption("a", day(13)))),
                new PromotionTrail(List.of(got("a", 5)), List.of(), List.of(new Redemption("b", day(6)))),
                new PromotionTrail(List.of(got("a", 28)), List.of(), List.of(new Redemption("a", day(29))))));
        CampaignResponse a = response.of("a").orElseThrow();
        assertEquals(2, a.exposed());
        assertEquals(1, a.redeemers());
        assertEquals(Measure.of(0.5), a.redemptionRate().value());
        assertEquals(2, response.strayRedemptions());
    }

    @Test
    void noDaysMeanTheDayItself() {
        PromotionTrail trail = trail(List.of(got("a", 5)), bought(5, 3), bought(6, 4));
        assertEquals(
                3, response(PromotionAttribution.within(0, LAST), "a", trail).revenue());
        assertEquals("days must be at least 0: -1", message(() -> PromotionAttribution.within(-1, LAST)));
    }

    @Test
    void resultsReadAsOneLine() {
        PromotionResponse response = WEEK.of(List.of(trail(List.of(got("a", 5)), bought(5, 3))));
        assertEquals(
                "1 promotions, 1 customers; attributed 1 of 1 orders (within 7 days, as of 2026-03-31, LAST_TOUCH, ALL)",
                response.toString());
        assertEquals(
                "a: attributed response 1.0 [0.206549, 1] (95 % Wilson), n = 1; revenue per exposed 3.0, n = 1",
                response.promotions().get(0).toString());
    }

    @Test
    void rulesAreEqualByAllTheirOptions() {
        PromotionAttribution usual = PromotionAttribution.within(7, LAST);
        assertEquals(PromotionAttribution.within(7, LAST), usual);
        assertEquals(PromotionAttribution.within(7, LAST).hashCode(), usual.hashCode());
        for (PromotionAttribution other : List.of(
                PromotionAttribution.within(8, LAST),
                PromotionAttribution.within(7, LAST.plusDays(1)),
                usual.with(OverlapRule.FIRST_TOUCH),
                usual.with(PromotionAudience.REPEAT_CUSTOMERS))) {
            assertNotEquals(usual, other);
            assertNotEquals(usual.hashCode(), other.hashCode());
        }
    }

    @Test
    void partsOfTheCustomersAddUp() {
        List<PromotionTrail> trails = List.of(
                trail(List.of(got("a", 3), got("b", 5)), bought(4, 100), bought(6, 40)),
                trail(List.of(got("b", 4)), bought(4, 7)),
                trail(List.of(got("a", 30)), bought(31, 9)),
                new PromotionTrail(
                        List.of(got("a", 2)),
                        List.of(bought(3, 20)),
                        List.of(new Redemption("a", day(3)), new Redemption("c", day(3)))));
        assertEquals(WEEK.of(trails), trails.parallelStream().collect(WEEK.collector()));
        assertEquals(1, WEEK.of(trails).of("a").orElseThrow().redeemers());
        assertEquals(0, WEEK.of(trails).of("b").orElseThrow().redeemers());
        assertEquals(1, WEEK.of(trails).strayRedemptions());
    }

    @Test
    void partsOfTheExposedAreAtMostAll() {
        Estimate none = Estimate.undefined("no exposed customers", 0);
        assertEquals(
                "responders must be in [0, 1]: 2", message(() -> new CampaignResponse("a", 1, 0, 2, 0, 0, 0, none)));
        assertEquals(
                "redeemers must be in [0, 1]: 2", message(() -> new CampaignResponse("a", 1, 0, 0, 2, 0, 0, none)));
    }
}
