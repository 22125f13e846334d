package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ProportionIntervals;
import java.util.Objects;
import java.util.Optional;

/**
 * Repeat rate: the share of the customers of a window who are repeat customers.
 *
 * <h2>Definition</h2>
 *
 * <p>\( k/n \), n the customers with at least one purchase in the window (usually a year), k those of them with at
 * least two; with a 95 % Wilson interval. Who counts as a repeat customer is a {@link RepeatBasis};
 * {@link RepeatBuying} has the options.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Customers who came last week had no time to come again, so the rate of a growing shop is too low: leave them out
 * with {@link RepeatBuying#acquiredAtLeastDaysAgo}, and compare windows of the same length.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers the rate is undefined. No or only repeat customers give an interval of positive width.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the summaries.
 *
 * <h2>References</h2>
 *
 * <p>Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209–212,
 * doi:10.1080/01621459.1927.10502953. Newcombe, R. G. (1998), Interval estimation for the difference between
 * independent proportions, Statistics in Medicine 17, 873–890,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
 *
 * @param repeaters number of repeat customers
 * @param customers number of customers in the base
 * @param tooNew number of customers left out because they had too little time
 * @param rate the share with its standard error and interval
 */
public record RepeatRate(long repeaters, long customers, long tooNew, Estimate rate) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Refuses counts that cannot be.
     *
     * @param repeaters number of repeat customers
     * @param customers number of customers in the base
     * @param tooNew number of customers left out because they had too little time
     * @param rate the share with its standard error and interval
     * @throws IllegalArgumentException if a count is negative, or there are more repeaters than customers
     */
    public RepeatRate {
        if (repeaters < 0 || repeaters > customers) {
            throw new IllegalArgumentException("repeaters must be in [0, " + customers + "]: " + repeaters);
        }
        if (tooNew < 0) {
            throw new IllegalArgumentException("tooNew must be at least 0: " + tooNew);
        }
        Objects.requireNonNull(rate, "rate");
    }

    /**
     * The rate of a history: customers with at least two purchases, among all.
     *
     * @param history summaries of a window
     * @return the rate with a 95 % Wilson interval
     */
    public static RepeatRate of(PurchaseHistory history) {
        return RepeatBuying.withDefaults().rate(history);
    }

    /**
     * The rate of counts.
     *
     * @param repeaters number of repeat customers
     * @param customers number of customers with at least one purchase
     * @return the rate with a 95 % Wilson interval
     * @throws IllegalArgumentException if a count is negative, or there are more repeaters than customers
     */
    public static RepeatRate of(long repeaters, long customers) {
        return of(repeaters, customers, 0, CONFIDENCE);
    }

    static RepeatRate of(long repeaters, long customers, long tooNew, double confidence) {
        if (customers <= 0) {
            return new RepeatRate(repeaters, customers, tooNew, Estimate.undefined("no customers", 0));
        }
        if (repeaters < 0 || repeaters > customers) {
            throw new IllegalArgumentException("repeaters must be in [0, " + customers + "]: " + repeaters);
        }
        double share = (double) repeaters / customers;
        return new RepeatRate(
                repeaters,
                customers,
                tooNew,
                new Estimate(
                        Measure.of(share),
                        Measure.of(Math.sqrt(share * (1 - share) / customers)),
                        Optional.of(ProportionIntervals.wilson(repeaters, customers, confidence)),
                        customers,
                        customers));
    }

    /**
     * The rate of both groups of customers together, who must be different people.
     *
     * @param other the rate of another group, on the same basis
     * @return the rate of the added counts, with an interval of this rate's confidence
     * @throws ArithmeticException if a count overflows
     */
    public RepeatRate plus(RepeatRate other) {
        return of(
                Math.addExact(repeaters, other.repeaters),
                Math.addExact(customers, other.customers),
                Math.addExact(tooNew, other.tooNew),
                confidence());
    }

    /**
     * This rate minus another, of different customers or of another period.
     *
     * @param other the rate to subtract
     * @return the difference of the shares with Newcombe's interval of this rate's confidence; undefined if one base is
     *     empty
     */
    public Estimate minus(RepeatRate other) {
        long both = Math.addExact(customers, other.customers);
        if (!rate.isDefined() || !other.rate.isDefined()) {
            return Estimate.undefined("no customers on one side", both);
        }
        Interval interval = ProportionIntervals.newcombeDifference(
                repeaters, customers, other.repeaters, other.customers, confidence());
        double difference = rate.value().orElseThrow() - other.rate.value().orElseThrow();
        double error = Math.hypot(
                rate.standardError().orElseThrow(), other.rate.standardError().orElseThrow());
        return new Estimate(Measure.of(difference), Measure.of(error), Optional.of(interval), both, both);
    }

    /**
     * One readable line.
     *
     * @return for example {@code repeat rate 0.7 [0.574913, 0.801018] (95 % Wilson), n = 60}
     */
    @Override
    public String toString() {
        return "repeat rate " + rate;
    }

    private double confidence() {
        return rate.interval().map(Interval::confidence).orElse(CONFIDENCE);
    }
}
