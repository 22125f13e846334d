/**
 * What points buy, and what comes back.
 *
 * <p>Start with {@link io.loyalty.reward.Catalogue}: its {@link io.loyalty.reward.Reward}s have a {@link io.loyalty.reward.Price} in
 * points, or in points and money, for everybody or by tier, with limits, dates and {@link io.loyalty.reward.Stock}. A
 * {@link io.loyalty.reward.Quote} says what a customer can have, and all reasons why not. To redeem, hold, capture, release or cancel
 * is to ask for a {@link io.loyalty.reward.Decision}; the {@link io.loyalty.reward.Redemption} that is granted carries the
 * {@link io.loyalty.reward.PointsMove} for the ledger and the values to keep.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.of(
 *         Reward.of("coffee", Price.points(500)).or(Price.points(300).and(Money.parse("JPY 200"))),
 *         Reward.of("concert", Price.points(5_000)).forTier("Gold").atMost(2, Limit.Per.YEAR).whileStockLasts());
 * RewardContext context = RewardContext.of(customer, businessDay).withTier("Gold").with(ledger.asOf(now)).with(uses).with(stock);
 * Redemption redemption = catalogue.redeem(command, Wish.of("concert", Price.points(5_000)), context).orElseThrow();
 * Outcome<Posting> outcome = redemption.applyTo(ledger);
 * }</pre>
 *
 * <p>Points also pay bills: a {@link io.loyalty.reward.RedemptionPolicy} says how many can, exactly, and makes a
 * {@link io.loyalty.reward.PointsPayment} of them. When something comes back that was paid partly with points, a
 * {@link io.loyalty.reward.ReturnPolicy} says how many points and how much money are due.
 *
 * <p>Deliberately absent: the ledger itself (room {@code points}), what the returned part had earned (room {@code earning}), what costs
 * no points (a benefit, room {@code tier}), coupon codes, delivery. A limit for all customers together is a stock that the host fills
 * anew in each period.
 *
 * @serial exclude
 */
package io.loyalty.reward;
