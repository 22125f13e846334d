/**
 * What customers bought, and what their buying says about them.
 *
 * <p>Start with {@link io.loyalty.metrics.purchase.PurchaseRules}: it turns visits and returns, or plain columns of
 * customer, time and amount, into a {@link io.loyalty.metrics.purchase.PurchaseHistory}, one summary per customer, in
 * one pass. Data that come bit by bit or from many machines go through
 * {@link io.loyalty.metrics.purchase.LongKeyPurchases} or {@link io.loyalty.metrics.purchase.StringKeyPurchases}, which
 * can be joined in any order. On a history stand the calculators:
 *
 * <ul> <li>{@link io.loyalty.metrics.purchase.Rfm}: scores by recency, frequency and money, and a
 * {@link io.loyalty.metrics.purchase.SegmentMap} that names them; <li>{@link io.loyalty.metrics.purchase.RepeatRate},
 * {@link io.loyalty.metrics.purchase.OrderFigures}, {@link io.loyalty.metrics.purchase.RevenueGap}: how many come
 * again, how often, for how much, and what they bring; <li>{@link io.loyalty.metrics.purchase.VisitRhythm},
 * {@link io.loyalty.metrics.purchase.GapDistribution}, {@link io.loyalty.metrics.purchase.Overdue}: the time between
 * visits, and who is late; <li>{@link io.loyalty.metrics.purchase.Concentration}: how much of the revenue a few
 * customers make; <li>{@link io.loyalty.metrics.purchase.FollowUp}: who was contacted after the first purchase, and who
 * came again; <li>{@link io.loyalty.metrics.purchase.ShareOfWallet},
 * {@link io.loyalty.metrics.purchase.WalletAllocation}: how much of their spending comes here.
 * </ul>
 *
 * <p>Orders are receipts, purchases are periods with an order. Money is in whole minor units, and figures made of it
 * are in minor units too. Figures by group are made by collectors:
 * {@code groupingBy(segment, OrderFigures.collector())}.
 *
 * <p>Deliberately absent: the single transactions, which a history does not keep; returns matched to their orders,
 * since a stream does not know them; retention and churn, which are a subject of their own; revenue by tier.
 *
 * @serial exclude
 */
package io.loyalty.metrics.purchase;
