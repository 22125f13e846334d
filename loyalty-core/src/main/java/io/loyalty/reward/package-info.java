/**
 * What points buy, and what comes back.
 *
 * <p>Start with {@link io.loyalty.reward.Catalogue}: its {@link io.loyalty.reward.Reward}s have a {@link io.loyalty.reward.Price} in
 * points, or in points and money, for everybody or by tier, with limits, dates and {@link io.loyalty.reward.Stock}. A
 * {@link io.loyalty.reward.Quote} says what a customer can have, and all reasons why not. To redeem, hold, capture, release or cancel
 * is to ask for a {@link io.loyalty.reward.Decision}; what is granted carries the {@link io.loyalty.reward.PointsMove} for the ledger
 * and the values to keep.
 *
 * <p>Deliberately absent: the ledger itself (room {@code points}), what costs no points (a benefit, room {@code tier}), coupon codes,
 * delivery. A limit for all customers together is a stock that the host fills anew in each period.
 *
 * @serial exclude
 */
package io.loyalty.reward;
