/**
 * What customers bought, and what their buying says about them.
 *
 * <p>Start with {@link io.loyalty.metrics.purchase.PurchaseRules}: it turns visits and returns, or plain columns of customer, time and
 * amount, into a {@link io.loyalty.metrics.purchase.PurchaseHistory}, one summary per customer, in one pass. Data that come bit by bit
 * or from many machines go through {@link io.loyalty.metrics.purchase.LongKeyPurchases} or
 * {@link io.loyalty.metrics.purchase.StringKeyPurchases}, which can be joined. On a history stand the calculators:
 * {@link io.loyalty.metrics.purchase.Rfm} with its {@link io.loyalty.metrics.purchase.SegmentMap}, and
 * {@link io.loyalty.metrics.purchase.RepeatRate}.
 *
 * <p>A history holds one number of each kind per customer, never its single transactions. Orders are receipts, purchases are periods
 * with an order. Money is in whole minor units; figures made of it are in minor units too.
 *
 * @serial exclude
 */
package io.loyalty.metrics.purchase;
