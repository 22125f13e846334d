package io.loyalty.spark;

import io.loyalty.metrics.purchase.LongKeyPurchases;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Purchase summaries as a typed aggregator of rows {@code (customer, at, amount)}, all three numbers.
 *
 * <p>One accumulator holds many customers: group by a shard of the customers, not by the customer.
 */
final class PurchaseAggregator extends Aggregator<Row, LongKeyPurchases, PurchaseHistory> {

    private static final long serialVersionUID = 1L;

    private final PurchaseRules rules;

    PurchaseAggregator(PurchaseRules rules) {
        this.rules = rules;
    }

    @Override
    public LongKeyPurchases zero() {
        return rules.longKeys();
    }

    @Override
    public LongKeyPurchases reduce(LongKeyPurchases purchases, Row sale) {
        purchases.accept(sale.getLong(0), sale.getLong(1), sale.getLong(2));
        return purchases;
    }

    @Override
    public LongKeyPurchases merge(LongKeyPurchases left, LongKeyPurchases right) {
        return left.combine(right);
    }

    @Override
    public PurchaseHistory finish(LongKeyPurchases purchases) {
        return purchases.snapshot();
    }

    @Override
    public Encoder<LongKeyPurchases> bufferEncoder() {
        return Encoders.javaSerialization(LongKeyPurchases.class);
    }

    @Override
    public Encoder<PurchaseHistory> outputEncoder() {
        return Encoders.javaSerialization(PurchaseHistory.class);
    }
}
