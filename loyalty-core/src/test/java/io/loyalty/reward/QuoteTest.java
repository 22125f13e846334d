package io.loyalty.reward;

import static io.loyalty.reward.Till.FIVE;
import static io.loyalty.reward.Till.ID;
import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.POOR;
import static io.loyalty.reward.Till.RICH;
import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.at;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.day;
import static io.loyalty.reward.Till.key;
import static io.loyalty.reward.Till.obstacle;
import static io.loyalty.reward.Till.reasons;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.time.DateWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final Reward COFFEE =
            Reward.of("coffee", Price.points(500)).or(Price.points(300).and(yen(200)));

    private static Quote quote(Reward reward, long quantity, RewardContext context, Instant at) {
        return Catalogue.of(reward).quote(reward.id(), quantity, context, at);
    }

    private static Quote quote(Reward reward, long quantity, RewardContext context) {
        return quote(reward, quantity, context, NOON);
    }

    private static RewardContext used(RewardContext context, String reward, long quantity, Instant at) {
        String key = "u-" + context.uses().uses().size();
        return context.with(context.uses().plus(RewardUse.redeemed(key, reward, Price.points(1), quantity, at)));
    }

    @Test
    void eachPriceIsAnOfferOfItsOwn() {
        Quote quote = quote(COFFEE, 2, POOR.withPoints(900));
        assertEquals(
                List.of(
                        new Offer(
                                Price.points(500),
                                1,
                                List.of(obstacle(
                                        Reason.INSUFFICIENT_POINTS,
                                        Map.of("requested", 1_000L, "available", 900L, "missing", 100L)))),
                        new Offer(Price.points(300).and(yen(200)), 3, List.of())),
                quote.offers());
        assertEquals(List.of(), quote.obstacles());
        assertTrue(quote.isPossible());
        assertEquals(3, quote.most());
        assertEquals(Optional.of(quote.offers().get(0)), quote.offer(Price.points(500)));
        assertEquals(Optional.empty(), quote.offer(Price.points(1)));
        assertEquals(quote, copied(quote));
    }

    @Test
    void tiersSeeTheirOwnPrices() {
        Reward coffee = COFFEE.pricedFor("Gold", Price.points(400), Price.points(100, "miles"));
        RewardContext gold = POOR.withTier("Gold").withPoints(400).withPoints("miles", 350);
        Quote quote = quote(coffee, 1, gold);
        assertEquals(
                List.of(
                        new Offer(Price.points(400), 1, List.of()),
                        new Offer(Price.points(100, "miles"), 3, List.of())),
                quote.offers());
        assertEquals(3, quote.most());
    }

    @Test
    void whatIsNotInTheCatalogueIsUnknown() {
        Quote quote = Catalogue.of().quote("coffee", 1, RICH, NOON);
        assertEquals(List.of(obstacle(Reason.UNKNOWN_REWARD)), quote.obstacles());
        assertEquals(List.of(), quote.offers());
        assertFalse(quote.isPossible());
        assertEquals(0, quote.most());
    }

    @Test
    void allThatStandsAgainstItIsSaidAtOnce() {
        Reward concert = Reward.of("concert", Price.points(5_000))
                .forTier("Gold")
                .during(DateWindow.through(LocalDate.of(2026, 3, 31)))
                .atMost(1, Limit.Per.YEAR)
                .whileStockLasts();
        Quote quote = quote(concert, 2, POOR);
        assertEquals(
                List.of(
                        Reason.NO_LONGER_VALID,
                        Reason.OTHER_TIER,
                        Reason.OUT_OF_STOCK,
                        Reason.LIMIT_REACHED,
                        Reason.INSUFFICIENT_POINTS),
                reasons(quote.offers().get(0).obstacles()));
        assertEquals(4, quote.obstacles().size());
        assertEquals(0, quote.most());
    }

    @Test
    void datesAreBusinessDaysAndIncludeTheLast() {
        Reward april = COFFEE.during(DateWindow.ofDates(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)));
        long from = day("2026-04-01").toEpochMilli();
        long until = day("2026-05-01").toEpochMilli();
        assertEquals(
                List.of(obstacle(Reason.NOT_YET_VALID, Map.of("from", from))),
                quote(april, 1, RICH, at("2026-03-31T23:59")).obstacles());
        assertTrue(quote(april, 1, RICH, at("2026-04-01T00:00")).isPossible());
        assertTrue(quote(april, 1, RICH, at("2026-04-30T23:59")).isPossible());
        assertEquals(
                List.of(obstacle(Reason.NO_LONGER_VALID, Map.of("until", until))),
                quote(april, 1, RICH, at("2026-05-01T00:00")).obstacles());
        assertEquals(0, quote(april, 1, RICH, at("2026-05-01T00:00")).most());

        RewardContext late = RewardContext.of(ID, FIVE).withPoints(1_000);
        assertTrue(quote(april, 1, late, at("2026-05-01T04:59")).isPossible(), "still the evening before");
        assertEquals(
                List.of(obstacle(
                        Reason.NO_LONGER_VALID,
                        Map.of("until", at("2026-05-01T05:00").toEpochMilli()))),
                quote(april, 1, late, at("2026-05-01T05:00")).obstacles());
    }

    @Test
    void rewardsOfATierAreForItsMembers() {
        Reward lounge = COFFEE.forTier("Gold", "Platinum");
        assertEquals(
                List.of(obstacle(Reason.OTHER_TIER)), quote(lounge, 1, RICH).obstacles());
        assertEquals(0, quote(lounge, 1, RICH).most());
        assertTrue(quote(lounge, 1, RICH.withTier("Platinum")).isPossible());
    }

    @Test
    void stockLimitsAndNoStockIsNone() {
        Reward mug = Reward.of("mug", Price.points(1)).whileStockLasts();
        assertEquals(
                List.of(obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 1L, "left", 0L))),
                quote(mug, 1, RICH).obstacles());
        RewardContext three = RICH.with(Stock.of("mug", 3));
        assertTrue(quote(mug, 3, three).isPossible());
        assertEquals(3, quote(mug, 3, three).most());
        assertEquals(
                List.of(obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 4L, "left", 3L))),
                quote(mug, 4, three).obstacles());
        assertEquals(3, quote(mug, 4, three).most());
        assertTrue(
                quote(COFFEE, 9, RICH.with(Stock.of("coffee", 0))).isPossible(), "stock is for those that can run out");
    }

    @Test
    void aCalendarLimitBeginsAnewWithItsStretch() {
        Reward reward = COFFEE.atMost(2, Limit.Per.MONTH);
        RewardContext one = used(RICH, "coffee", 1, at("2026-04-01T00:00"));
        assertTrue(quote(reward, 1, one).isPossible());
        assertEquals(1, quote(reward, 1, one).most());
        RewardContext two = used(one, "coffee", 1, NOON);
        assertEquals(
                List.of(obstacle(
                        Reason.LIMIT_REACHED,
                        Map.of(
                                "requested", 1L,
                                "limit", 2L,
                                "used", 2L,
                                "left", 0L,
                                "renewsAt", day("2026-05-01").toEpochMilli()))),
                quote(reward, 1, two).obstacles());
        assertEquals(0, quote(reward, 1, two).most());
        assertTrue(quote(reward, 2, two, day("2026-05-01")).isPossible());
        assertTrue(quote(reward, 2, used(RICH, "tea", 9, NOON)).isPossible(), "another reward");
        assertTrue(
                quote(reward, 2, used(RICH, "coffee", 9, at("2026-03-31T23:59")))
                        .isPossible(),
                "in March");
    }

    @Test
    void everyLimitCounts() {
        Reward reward = COFFEE.atMost(1, Limit.Per.DAY).atMost(2, Limit.Per.LIFETIME);
        RewardContext two = used(used(RICH, "coffee", 1, at("2026-03-01T12:00")), "coffee", 1, NOON);
        List<Rejection> obstacles = quote(reward, 1, two).obstacles();
        assertEquals(List.of(Reason.LIMIT_REACHED, Reason.LIMIT_REACHED), reasons(obstacles));
        assertEquals(day("2026-04-02").toEpochMilli(), obstacles.get(0).number("renewsAt"));
        assertEquals(Long.MAX_VALUE, obstacles.get(1).number("renewsAt"));
    }

    @Test
    void aRollingLimitMovesWithEveryDay() {
        Reward reward = COFFEE.atMost(2, Period.ofDays(3));
        RewardContext two = used(used(RICH, "coffee", 1, at("2026-04-01T12:00")), "coffee", 1, at("2026-04-02T12:00"));
        Rejection obstacle =
                quote(reward, 1, two, at("2026-04-03T12:00")).obstacles().get(0);
        assertEquals(2, obstacle.number("used"));
        assertEquals(day("2026-04-04").toEpochMilli(), obstacle.number("renewsAt"));
        assertEquals(1, quote(reward, 1, two, at("2026-04-04T12:00")).most());
        assertEquals(2, quote(reward, 1, two, at("2026-04-05T12:00")).most());
    }

    @Test
    void whatIsEnteredLateMeetsWhatCameAfterIt() {
        Reward reward = COFFEE.atMost(2, Period.ofDays(3));
        RewardContext later =
                used(used(RICH, "coffee", 1, at("2026-04-03T12:00")), "coffee", 1, at("2026-04-04T12:00"));
        assertEquals(0, quote(reward, 1, later, at("2026-04-02T12:00")).most(), "the 2nd to the 4th would be three");
        assertEquals(1, quote(reward, 1, later, at("2026-04-01T12:00")).most(), "with the 3rd");
        assertEquals(2, quote(reward, 1, later, at("2026-03-31T12:00")).most());
        Rejection obstacle =
                quote(reward, 1, later, at("2026-04-02T12:00")).obstacles().get(0);
        assertEquals(day("2026-04-06").toEpochMilli(), obstacle.number("renewsAt"));
    }

    @Test
    void aRollingLimitRenewsOnTheFirstDateWithMoreRoom() {
        Reward reward = COFFEE.atMost(2, Period.ofDays(3));
        RewardContext three = used(
                used(used(RICH, "coffee", 1, at("2026-04-01T12:00")), "coffee", 1, at("2026-04-02T12:00")),
                "coffee",
                1,
                at("2026-04-04T12:00"));
        Rejection obstacle =
                quote(reward, 1, three, at("2026-04-02T12:00")).obstacles().get(0);
        assertEquals(day("2026-04-05").toEpochMilli(), obstacle.number("renewsAt"), "the 2nd to the 4th are full, too");
    }

    @Test
    void askingForMoreThanTheLimitNeverRenews() {
        Reward reward = COFFEE.atMost(2, Limit.Per.MONTH);
        Rejection obstacle = quote(reward, 3, RICH).obstacles().get(0);
        assertEquals(Long.MAX_VALUE, obstacle.number("renewsAt"));
        assertEquals(2, quote(reward, 3, RICH).most());
    }

    @Test
    void holdsCountUntilTheyLapse() {
        Reward reward = COFFEE.atMost(1, Limit.Per.MONTH);
        RewardUses held =
                RICH.uses().plus(RewardUse.held("h", "coffee", Price.points(500), 1, NOON, at("2026-04-01T13:00")));
        assertFalse(quote(reward, 1, RICH.with(held), at("2026-04-01T12:59")).isPossible());
        assertTrue(quote(reward, 1, RICH.with(held), at("2026-04-01T13:00")).isPossible());
    }

    @Test
    void pricesBeyondTheRangeAreRefusedByNumber() {
        Reward dear = Reward.of("dear", Price.points(Long.MAX_VALUE / 2));
        RewardContext all = POOR.withPoints(Long.MAX_VALUE);
        assertEquals(2, quote(dear, 2, all).most());
        assertTrue(quote(dear, 2, all).isPossible());
        assertEquals(
                List.of(obstacle(Reason.OVERFLOW, Map.of("requested", 3L, "most", 2L))),
                quote(dear, 3, all).offers().get(0).obstacles());
        Reward money = Reward.of("dear", Price.points(1).and(yen(Long.MAX_VALUE)));
        assertEquals(1, quote(money, 1, all).most());
        assertEquals(
                List.of(obstacle(Reason.OVERFLOW, Map.of("requested", 2L, "most", 1L))),
                quote(money, 2, all).offers().get(0).obstacles());
        assertEquals(
                Long.MAX_VALUE,
                quote(Reward.of("cheap", Price.points(1)), Long.MAX_VALUE, all).most());
    }

    @Test
    void theWholeCatalogueIsQuotedInItsOrder() {
        Reward tea = Reward.of("tea", Price.points(2_000_000));
        Catalogue catalogue = Catalogue.of(tea, COFFEE);
        assertEquals(
                List.of(catalogue.quote("tea", 1, RICH, NOON), catalogue.quote("coffee", 1, RICH, NOON)),
                catalogue.quotes(RICH, NOON));
        assertEquals(List.of(), Catalogue.of().quotes(RICH, NOON));
    }

    @Test
    void aRewardChosenAtAPriceThatItHasNotIsRefused() {
        Catalogue catalogue = Catalogue.of(COFFEE.forTier("Gold"));
        assertEquals(
                List.of(Reason.OTHER_TIER, Reason.NO_SUCH_PRICE),
                reasons(catalogue
                        .redeem(key("k"), Wish.of("coffee", Price.points(1)), RICH)
                        .obstacles()));
        assertEquals(
                List.of(Reason.UNKNOWN_REWARD),
                reasons(catalogue
                        .redeem(key("k"), Wish.of("tea", Price.points(1)), RICH)
                        .obstacles()));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused("quantity must be at least 1: 0", () -> quote(COFFEE, 0, RICH));
        assertRefused("quantity must be at least 1: 0", () -> new Quote("x", 0, List.of(), List.of()));
        assertRefused(
                "quantity must be at least 1: 0",
                () -> Wish.of("x", Price.points(1)).times(0));
        assertRefused("reward must not be blank", () -> Wish.of("", Price.points(1)));
        assertRefused("most must be at least 0: -1", () -> new Offer(Price.points(1), -1, List.of()));
        assertRefused("points must be at least 0: -1", () -> POOR.withPoints(-1));
        assertRefused(
                "stock of 'a' must be its own: 'b'",
                () -> new RewardContext(POOR.uses(), "", Till.MIDNIGHT, Map.of(), Map.of("a", Stock.of("b", 1))));
        assertThrows(NullPointerException.class, () -> Catalogue.of(COFFEE).redeem(null, null, RICH));
    }

    @Test
    void obstaclesTellTheirNumbers() {
        Rejection obstacle = obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 2L, "left", 1L));
        assertEquals(1, obstacle.number("left"));
        assertEquals("OUT_OF_STOCK {left=1, requested=2}", obstacle.toString());
        assertEquals("OTHER_TIER", obstacle(Reason.OTHER_TIER).toString());
        assertRefused("OUT_OF_STOCK has no number 'points', only [left, requested]", () -> obstacle.number("points"));
    }
}
