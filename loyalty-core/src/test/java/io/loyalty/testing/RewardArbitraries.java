package io.loyalty.testing;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Limit;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.time.DateWindow;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Valid prices, rewards, catalogues and policies of payment: prices that a few hundred points just reach or just miss, limits that a few
 * uses exhaust, steps and worths that round.
 */
public final class RewardArbitraries {

    private RewardArbitraries() {}

    /**
     * Prices in points, and in points and money.
     *
     * @param currency the currency of the money
     * @return prices of up to a few hundred points
     */
    public static Arbitrary<Price> prices(Currency currency) {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(1L, 10L, 50L, 100L),
                                Arbitraries.longs().between(1, 300)),
                        Arbitraries.of(PointType.POINTS, PointType.POINTS, "miles"),
                        Arbitraries.longs().between(-500, 500))
                .as((points, name, money) -> money <= 0
                        ? (Price) Price.points(points, name)
                        : Price.points(points, name).and(Money.ofMinor(currency, money)))
                .withoutEdgeCases();
    }

    /**
     * Limits of every kind.
     *
     * @return limits that a few uses exhaust
     */
    public static Arbitrary<Limit> limits() {
        Arbitrary<Long> most = Arbitraries.longs().between(1, 6);
        return Arbitraries.<Limit>oneOf(
                        Combinators.combine(most, Arbitraries.of(Limit.Per.class))
                                .as(Limit.Calendar::new),
                        Combinators.combine(
                                        most,
                                        Arbitraries.of(
                                                Period.ofDays(1),
                                                Period.ofDays(3),
                                                Period.ofWeeks(2),
                                                Period.ofMonths(1)))
                                .as(Limit.Rolling::new))
                .withoutEdgeCases();
    }

    /**
     * Rewards of any make: some for a tier, some priced for one, some limited, some for a season, some while stock lasts.
     *
     * @param id the reward's id
     * @param currency the currency of the money in prices
     * @return rewards for the tiers Silver and Gold and for everybody, in the spring of 2026
     */
    public static Arbitrary<Reward> rewards(String id, Currency currency) {
        Arbitrary<List<Price>> prices =
                prices(currency).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
        Arbitrary<DateWindow> windows = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(DateWindow.always())),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 20),
                                        Arbitraries.integers().between(1, 40))
                                .as((from, days) -> {
                                    LocalDate first = LocalDate.of(2026, 3, 15).plusDays(from);
                                    return DateWindow.of(first, first.plusDays(days));
                                })));
        return Combinators.combine(
                        prices,
                        prices,
                        Arbitraries.integers().between(0, 7),
                        limits().list().ofMaxSize(2),
                        windows,
                        Arbitraries.of(Reward.Supply.class))
                .as((forAll, forGold, tiers, limits, window, supply) -> {
                    Reward reward = Reward.of(id, forAll.get(0)).during(window);
                    for (Price price : forAll.subList(1, forAll.size())) {
                        reward = reward.or(price);
                    }
                    for (Limit limit : limits) {
                        reward = reward.atMost(limit);
                    }
                    reward = (tiers & 1) == 0 ? reward : reward.pricedFor("Gold", forGold.toArray(new Price[0]));
                    reward = tiers < 6 ? reward : reward.forTier("Silver", "Gold");
                    return supply == Reward.Supply.UNLIMITED ? reward : reward.whileStockLasts();
                })
                .withoutEdgeCases();
    }

    /**
     * Catalogues of a few rewards.
     *
     * @param currency the currency of the money in prices
     * @return catalogues of the rewards coffee, mug and concert
     */
    public static Arbitrary<Catalogue> catalogues(Currency currency) {
        return Combinators.combine(rewards("coffee", currency), rewards("mug", currency), rewards("concert", currency))
                .as(Catalogue::of);
    }

    /**
     * Terms of payment with points: every rounding, steps, least and greatest numbers, shares.
     *
     * @param currency the currency of bills
     * @return policies under which some hundred points may pay some hundred minor units
     */
    public static Arbitrary<RedemptionPolicy> redemptionPolicies(Currency currency) {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of(1L, 1L, 2L, 3L, 5L, 10L, 50L),
                        Arbitraries.of(1L, 1L, 2L, 7L, 30L, 100L),
                        Arbitraries.of(0L, 1L, 50L, Long.MAX_VALUE),
                        Arbitraries.of("1", "1", "1/2", "1/3", "30%", "99%", "1%"),
                        Arbitraries.of(RoundingMode.class))
                .as((points, money, step, minimum, more, share, mode) -> {
                    RedemptionPolicy policy = RedemptionPolicy.of(points, Money.ofMinor(currency, money))
                            .inStepsOf(mode == RoundingMode.UNNECESSARY ? step * points : step)
                            .atLeast(minimum)
                            .atMost(Ratio.parse(share))
                            .rounded(mode);
                    return more == Long.MAX_VALUE ? policy : policy.atMost(policy.least() + more);
                })
                .withoutEdgeCases();
    }

    /**
     * Any way to split a refund.
     *
     * @return one of the constants
     */
    public static Arbitrary<ReturnPolicy> returnPolicies() {
        return Arbitraries.of(ReturnPolicy.class);
    }

    /**
     * Visits as {@link VisitArbitraries} makes them, paid in other ways: by several tenders, points of any worth among them, that add up
     * to a little more or less than the lines.
     *
     * @param visits the visits
     * @return visits, most of them paid partly with points
     */
    public static Arbitrary<Visit> paidPartlyWithPoints(Arbitrary<Visit> visits) {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 100).list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(
                        visits,
                        parts,
                        Arbitraries.of(TenderKind.class).list().ofSize(4),
                        Arbitraries.of("1", "2", "1/2", "1/3", "7/3", "1/100", "100"),
                        Arbitraries.longs().between(-3, 3))
                .as((visit, shares, kinds, pointsPerUnit, odd) -> {
                    List<Tender> tenders = new ArrayList<>();
                    long rest = Math.max(0, visit.amountMinor() + odd);
                    for (int i = 0; i < shares.size(); i++) {
                        long amount = i == shares.size() - 1
                                ? rest
                                : Ratio.ofPercent(shares.get(i)).times(rest, RoundingMode.FLOOR);
                        rest -= amount;
                        Money money = Money.ofMinor(visit.currency(), amount);
                        long points = Ratio.parse(pointsPerUnit).times(amount, RoundingMode.CEILING);
                        tenders.add(
                                kinds.get(i) == TenderKind.POINTS || i == 0 && kinds.get(3) != TenderKind.CASH
                                        ? Tender.points(Math.max(1, points), money)
                                        : Tender.of(kinds.get(i), money));
                    }
                    return new Visit(
                            visit.id(),
                            visit.customer(),
                            visit.at(),
                            visit.place(),
                            visit.currency(),
                            visit.lines(),
                            tenders);
                })
                .withoutEdgeCases();
    }
}
