package io.loyalty.reward;

import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.DateWindow;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewardTest {

    private static final Price FIVE_HUNDRED = Price.points(500);

    @Test
    void aSentenceBecomesAReward() {
        Reward coffee = Reward.of("coffee", FIVE_HUNDRED)
                .or(Price.points(300).and(yen(200)))
                .forTier("Silver", "Gold")
                .pricedFor("Gold", Price.points(400))
                .atMost(2, Limit.Per.MONTH)
                .atMost(1, Period.ofDays(3))
                .during(DateWindow.since(LocalDate.of(2026, 4, 1)))
                .whileStockLasts();

        assertEquals(
                new Reward(
                        "coffee",
                        List.of(FIVE_HUNDRED, new Price.PointsAndMoney(300, "points", yen(200))),
                        Map.of("Gold", List.of(Price.points(400))),
                        Set.of("Gold", "Silver"),
                        List.of(new Limit.Calendar(2, Limit.Per.MONTH), new Limit.Rolling(1, Period.ofDays(3))),
                        DateWindow.since(LocalDate.of(2026, 4, 1)),
                        Reward.Supply.WHILE_STOCK_LASTS),
                coffee);
        assertEquals(coffee, copied(coffee));
        assertEquals(List.of("Gold", "Silver"), List.copyOf(coffee.tiers()));
    }

    @Test
    void withoutMoreWordsARewardIsForEverybodyAlways() {
        Reward coffee = Reward.of("coffee", FIVE_HUNDRED);
        assertTrue(coffee.isFor(""));
        assertTrue(coffee.isFor("Gold"));
        assertEquals(List.of(FIVE_HUNDRED), coffee.pricesIn("Gold"));
        assertEquals(DateWindow.always(), coffee.window());
        assertEquals(Reward.Supply.UNLIMITED, coffee.supply());
        assertEquals(List.of(), coffee.limits());
    }

    @Test
    void tiersMayHaveRewardsAndPricesOfTheirOwn() {
        Reward suite = Reward.of("suite", FIVE_HUNDRED).forTier("Gold").pricedFor("Gold", Price.points(1));
        assertFalse(suite.isFor(""));
        assertFalse(suite.isFor("Silver"));
        assertTrue(suite.isFor("Gold"));
        assertEquals(List.of(Price.points(1)), suite.pricesIn("Gold"));
        assertEquals(List.of(FIVE_HUNDRED), suite.pricesIn("Silver"));
    }

    @Test
    void pricesAreInPointsOrInPointsAndMoney() {
        assertEquals(Optional.empty(), FIVE_HUNDRED.money());
        assertEquals("points", FIVE_HUNDRED.currency());
        assertEquals("500 points", FIVE_HUNDRED.toString());
        Price both = Price.points(300, "miles").and(yen(200));
        assertEquals(Optional.of(yen(200)), both.money());
        assertEquals("300 miles and JPY 200", both.toString());
        assertEquals(Price.points(900, "miles").and(yen(600)), both.times(3));
        assertEquals(Price.points(1_000), FIVE_HUNDRED.times(2));
        assertEquals(both, copied(both));
    }

    @Test
    void aPriceKnowsHowManyFit() {
        assertEquals(Long.MAX_VALUE, Price.points(1).mostTimes());
        assertEquals(1, Price.points(Long.MAX_VALUE).mostTimes());
        assertEquals(1, Price.points(1).and(yen(Long.MAX_VALUE)).mostTimes());
        assertEquals(Long.MAX_VALUE / 2, Price.points(2).and(yen(1)).mostTimes());
        assertThrows(
                ArithmeticException.class, () -> Price.points(Long.MAX_VALUE).times(2));
        assertThrows(
                ArithmeticException.class,
                () -> Price.points(1).and(yen(Long.MAX_VALUE)).times(2));
    }

    @Test
    void whatIsNoPriceIsRefused() {
        assertRefused("points must be at least 1: 0", () -> Price.points(0));
        assertRefused("points must be at least 1: 0", () -> FIVE_HUNDRED.times(0));
        assertRefused("copayment must be above 0: JPY 0", () -> Price.points(1).and(yen(0)));
        assertRefused(
                "currency must be letters, digits, '-', '_' or '.': 'air miles'", () -> Price.points(1, "air miles"));
    }

    @Test
    void contradictionsAreRefusedByTheCallThatMakesThem() {
        Reward coffee = Reward.of("coffee", FIVE_HUNDRED);
        assertRefused("prices must differ: [500 points, 500 points]", () -> coffee.or(Price.points(500)));
        assertRefused("prices of the tier must not be empty", () -> coffee.pricedFor("Gold"));
        assertRefused("names must not be empty", coffee::forTier);
        assertRefused("tier must not be blank", () -> coffee.forTier(" "));
        assertRefused("tier must not be blank", () -> coffee.pricedFor("", FIVE_HUNDRED));
        assertRefused("id must not be blank", () -> Reward.of("", FIVE_HUNDRED));
        assertRefused(
                "prices must be for tiers among [Silver]: [Gold]",
                () -> coffee.forTier("Silver").pricedFor("Gold", FIVE_HUNDRED));
        assertRefused(
                "prices must be for tiers among [Silver]: [Gold]",
                () -> coffee.pricedFor("Gold", FIVE_HUNDRED).forTier("Silver"));
        LocalDate date = LocalDate.of(2026, 4, 1);
        assertRefused(
                "window must not be empty: 2026-04-01/2026-04-01", () -> coffee.during(DateWindow.of(date, date)));
        assertRefused("most must be at least 1: 0", () -> coffee.atMost(0, Limit.Per.DAY));
        assertRefused("most must be at least 1: 0", () -> coffee.atMost(0, Period.ofDays(1)));
        assertRefused("period must not be zero: P0D", () -> coffee.atMost(1, Period.ZERO));
        assertRefused(
                "prices must not be empty",
                () -> new Reward(
                        "x", List.of(), Map.of(), Set.of(), List.of(), DateWindow.always(), Reward.Supply.UNLIMITED));
    }

    @Test
    void aCatalogueHasEachIdOnce() {
        Reward coffee = Reward.of("coffee", FIVE_HUNDRED);
        Reward tea = Reward.of("tea", FIVE_HUNDRED);
        assertEquals(Catalogue.of(coffee, tea), Catalogue.of(List.of(coffee, tea)));
        assertEquals(Optional.of(tea), Catalogue.of(coffee, tea).reward("tea"));
        assertEquals(Optional.empty(), Catalogue.of().reward("tea"));
        assertRefused(
                "rewards must have ids of their own: 'tea'", () -> Catalogue.of(tea, coffee, tea.whileStockLasts()));
    }

    @Test
    void aCopaymentNeedsPointsBesideIt() {
        assertRefused("points must be at least 1: 0", () -> new Price.PointsAndMoney(0, "points", yen(5)));
    }
}
