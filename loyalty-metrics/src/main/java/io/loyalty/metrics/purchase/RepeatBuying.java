package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * How repeat customers are counted: the options of {@link RepeatRate}.
 *
 * <p>Without options, a repeat customer has at least two purchases, every customer of the window is in the base, and
 * the interval holds 95 %. Immutable.
 */
public final class RepeatBuying implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RepeatBasis basis;
    private final int leastDays;
    private final double confidence;

    private RepeatBuying(RepeatBasis basis, int leastDays, double confidence) {
        this.basis = basis;
        this.leastDays = leastDays;
        this.confidence = confidence;
    }

    /**
     * Two purchases, everybody, 95 %.
     *
     * @return the default options
     */
    public static RepeatBuying withDefaults() {
        return new RepeatBuying(RepeatBasis.PURCHASES, 0, 0.95);
    }

    /**
     * The same options on another basis.
     *
     * @param newBasis who counts as a repeat customer
     * @return the changed copy
     */
    public RepeatBuying with(RepeatBasis newBasis) {
        return new RepeatBuying(Objects.requireNonNull(newBasis, "newBasis"), leastDays, confidence);
    }

    /**
     * The same options, leaving out customers who had too little time to come again. Customers who bought before the
     * window stay in.
     *
     * @param days the least age of a customer: days from the first purchase to the end of observation
     * @return the changed copy
     * @throws IllegalArgumentException if the number is negative
     */
    public RepeatBuying acquiredAtLeastDaysAgo(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must be at least 0: " + days);
        }
        return new RepeatBuying(basis, days, confidence);
    }

    /**
     * The same options with another coverage.
     *
     * @param newConfidence the nominal coverage of the interval, between 0 and 1
     * @return the changed copy
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public RepeatBuying withConfidence(double newConfidence) {
        if (!(newConfidence > 0 && newConfidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + newConfidence);
        }
        return new RepeatBuying(basis, leastDays, newConfidence);
    }

    /**
     * The rate of a history.
     *
     * @param history summaries of a window
     * @return the rate
     */
    public RepeatRate rate(PurchaseHistory history) {
        Buyers buyers = history.buyers();
        Tally tally = new Tally(this);
        for (int i = 0; i < history.customers(); i++) {
            tally.count(
                    buyers.orders(i),
                    buyers.purchases(i),
                    buyers.clock().age(buyers.first(i)),
                    buyers.hasBoughtBefore(i));
        }
        return tally.rate();
    }

    /**
     * A collector of summaries to their rate, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public Collector<PurchaseSummary, ?, RepeatRate> collector() {
        return Collector.of(() -> new Tally(this), Tally::accept, Tally::combine, Tally::rate);
    }

    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private final RepeatBuying options;
        private long repeaters;
        private long customers;
        private long tooNew;

        Tally(RepeatBuying options) {
            this.options = options;
        }

        void accept(PurchaseSummary summary) {
            count(summary.orders(), summary.purchases(), summary.age(), summary.boughtBefore());
        }

        void count(int orders, int purchases, double age, boolean boughtBefore) {
            if (!boughtBefore && age < options.leastDays) {
                tooNew++;
                return;
            }
            customers++;
            repeaters += options.basis.repeats(orders, purchases, boughtBefore) ? 1 : 0;
        }

        Tally combine(Tally other) {
            repeaters += other.repeaters;
            customers += other.customers;
            tooNew += other.tooNew;
            return this;
        }

        RepeatRate rate() {
            return RepeatRate.of(repeaters, customers, tooNew, options.confidence);
        }
    }
}
