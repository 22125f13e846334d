package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.column.PairSums;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Revenue retention: how much of last period's revenue came again from the same customers.
 *
 * <h2>Definition</h2>
 *
 * <p>With b<sub>i</sub> &gt; 0 the revenue of customer i in the period before, the base, and a<sub>i</sub> that of now:
 * net retention \( NRR = \sum a_i / \sum b_i \), gross retention \( GRR = \sum \min(\max(a_i, 0), b_i) / \sum b_i \):
 * no customer counts for more than its base. Expansion is what customers spend beyond their base, contraction what they
 * fall short of it while still spending, churned the base of those who spend nothing: NRR = (base + expansion −
 * contraction − churned) / base. Errors are by the delta method with customers as units; intervals are 95 % normal.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Gross retention cannot exceed 1 and shows the leak; net retention above 1 means that the old customers alone make
 * the business grow. New customers are in neither. A few large customers can decide both: the error says so.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Customers without a positive base, new ones and those whose refunds outweighed their purchases, are counted apart. A
 * negative revenue now counts in full in the net figure, as a contraction beyond the base, and as 0 in the gross one.
 * Without a base both are undefined; one customer has no error.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; sums of 128 bits, so that neither order nor split matters to the last digit.
 *
 * <h2>References</h2>
 *
 * <p>Cochran, W. G. (1977), Sampling Techniques, 3rd ed., Wiley, section 6.3 (error of a ratio). The terms are those of
 * subscription businesses' annual reports.
 *
 * @param customers number of customers with a positive base
 * @param withoutBase number of customers left out because they have none
 * @param base revenue before, in minor units
 * @param expansion revenue beyond the base
 * @param contraction what customers who still spend, or got money back, fall short of their base
 * @param churned the base of customers who spend nothing now
 * @param net NRR, at least 0 unless refunds outweigh purchases
 * @param gross GRR, from 0 to 1
 */
public record RevenueRetention(
        long customers,
        long withoutBase,
        long base,
        long expansion,
        long contraction,
        long churned,
        Estimate net,
        Estimate gross) {

    /**
     * Refuses negative counts and sums.
     *
     * @param customers number of customers with a positive base
     * @param withoutBase number of customers left out
     * @param base revenue before, in minor units
     * @param expansion revenue beyond the base
     * @param contraction what customers who still spend fall short of their base
     * @param churned the base of customers who spend nothing now
     * @param net the net retention
     * @param gross the gross retention
     * @throws IllegalArgumentException if a count or sum is negative
     */
    public RevenueRetention {
        if (customers < 0 || withoutBase < 0) {
            throw new IllegalArgumentException(
                    "customers and withoutBase must be at least 0: " + customers + " and " + withoutBase);
        }
        if (base < 0 || expansion < 0 || contraction < 0 || churned < 0) {
            throw new IllegalArgumentException(
                    "sums must be at least 0: " + base + ", " + expansion + ", " + contraction + " and " + churned);
        }
        Objects.requireNonNull(net, "net");
        Objects.requireNonNull(gross, "gross");
    }

    /**
     * The retention of columns, one row per customer.
     *
     * @param before revenue in the period before, in minor units; 0 for new customers
     * @param now revenue in the period, in minor units; 0 for lost customers
     * @return the retention
     * @throws IllegalArgumentException if the columns differ in length
     * @throws ArithmeticException if a sum overflows
     */
    public static RevenueRetention of(long[] before, long[] now) {
        LifeTimes.requireEqual(before.length, now.length, "before and now");
        Tally tally = new Tally();
        for (int i = 0; i < before.length; i++) {
            tally.add(before[i], now[i]);
        }
        return tally.result();
    }

    /**
     * A collector of customers to their retention, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the customers
     * @param before revenue in the period before, in minor units
     * @param now revenue in the period, in minor units
     * @return the collector
     */
    public static <T> Collector<T, ?, RevenueRetention> collector(
            ToLongFunction<? super T> before, ToLongFunction<? super T> now) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(now, "now");
        return Collector.of(
                Tally::new,
                (tally, customer) -> tally.add(before.applyAsLong(customer), now.applyAsLong(customer)),
                Tally::combine,
                Tally::result,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * One readable line.
     *
     * @return for example {@code net revenue retention 1.04 […], n = 200; gross 0.87 […], n = 200}
     */
    @Override
    public String toString() {
        return "net revenue retention " + net + "; gross " + gross;
    }

    /** The sums while they are made. */
    static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private final PairSums net = new PairSums();
        private final PairSums gross = new PairSums();
        private long customers;
        private long withoutBase;
        private long base;
        private long expansion;
        private long contraction;
        private long churned;

        void add(long before, long now) {
            if (before <= 0) {
                withoutBase++;
                return;
            }
            customers++;
            base = Math.addExact(base, before);
            if (now == 0) {
                churned = Math.addExact(churned, before);
            } else if (now > before) {
                expansion = Math.addExact(expansion, now - before);
            } else {
                contraction = Math.addExact(contraction, Math.subtractExact(before, now));
            }
            net.add(before, now);
            gross.add(before, Math.min(Math.max(now, 0), before));
        }

        Tally combine(Tally other) {
            net.combine(other.net);
            gross.combine(other.gross);
            customers += other.customers;
            withoutBase += other.withoutBase;
            base = Math.addExact(base, other.base);
            expansion = Math.addExact(expansion, other.expansion);
            contraction = Math.addExact(contraction, other.contraction);
            churned = Math.addExact(churned, other.churned);
            return this;
        }

        RevenueRetention result() {
            return new RevenueRetention(
                    customers,
                    withoutBase,
                    base,
                    expansion,
                    contraction,
                    churned,
                    ratio(net, Double.POSITIVE_INFINITY),
                    ratio(gross, 1));
        }

        private static Estimate ratio(PairSums sums, double most) {
            if (!sums.hasBase()) {
                return Estimate.undefined("nobody has revenue before", sums.count());
            }
            return sums.count() < 2
                    ? Confidence.withoutError(sums.ratio(), sums.count(), "one customer")
                    : Confidence.normal(
                            sums.ratio(),
                            Math.sqrt(sums.varianceOfRatio()),
                            sums.count(),
                            Double.NEGATIVE_INFINITY,
                            most,
                            "delta method by customer");
        }
    }
}
