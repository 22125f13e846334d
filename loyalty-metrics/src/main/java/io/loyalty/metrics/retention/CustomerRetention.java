package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import java.io.Serializable;

/**
 * Customer retention of a period from three counts: customers at the start, at the end, and new ones.
 *
 * <h2>Definition</h2>
 *
 * <p>\( CRR = (E - N) / S \), S the customers at the start, E those at the end, N those of them who are new; churn is
 * \( 1 - CRR \). Intervals are Wilson's, 95 %.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The share of the customers at the start who are still customers at the end. Where it is known who bought when,
 * {@link PeriodRetention} says more.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers at the start the rate is undefined; so it is if more are new than there are at the end, or if more
 * stayed than there were: then customers who came back have not been counted as new.
 *
 * <h2>Performance</h2>
 *
 * <p>Constant time.
 *
 * <h2>References</h2>
 *
 * <p>Reichheld, F. F., Sasser, W. E. (1990), Zero defections: quality comes to services, Harvard Business Review 68(5),
 * 105–111. Wilson, E. B. (1927), Probable inference, JASA 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param start S: number of customers at the start
 * @param end E: number of customers at the end
 * @param acquired N: number of customers at the end who are new
 */
public record CustomerRetention(long start, long end, long acquired) implements Serializable {

    /**
     * Refuses negative counts.
     *
     * @param start number of customers at the start
     * @param end number of customers at the end
     * @param acquired number of customers at the end who are new
     * @throws IllegalArgumentException if a count is negative
     */
    public CustomerRetention {
        if (start < 0 || end < 0 || acquired < 0) {
            throw new IllegalArgumentException(
                    "start, end and acquired must be at least 0: " + start + ", " + end + " and " + acquired);
        }
    }

    /**
     * The retention of counts.
     *
     * @param start number of customers at the start
     * @param end number of customers at the end
     * @param acquired number of customers at the end who are new
     * @return the retention
     * @throws IllegalArgumentException if a count is negative
     */
    public static CustomerRetention of(long start, long end, long acquired) {
        return new CustomerRetention(start, end, acquired);
    }

    /**
     * The share of the customers at the start who stayed.
     *
     * @return (E − N) / S with a Wilson interval
     */
    public Estimate retention() {
        return isConsistent() ? Confidence.share(end - acquired, start, "") : undefined();
    }

    /**
     * The share of the customers at the start who left.
     *
     * @return 1 − (E − N) / S with a Wilson interval
     */
    public Estimate churn() {
        return isConsistent() ? Confidence.share(start - (end - acquired), start, "") : undefined();
    }

    /**
     * The counts of other customers in the same period added.
     *
     * @param other the retention of different customers
     * @return the retention of both groups together
     * @throws ArithmeticException if a count overflows
     */
    public CustomerRetention plus(CustomerRetention other) {
        return new CustomerRetention(
                Math.addExact(start, other.start),
                Math.addExact(end, other.end),
                Math.addExact(acquired, other.acquired));
    }

    /**
     * This retention minus another, of different customers.
     *
     * @param other the retention to subtract
     * @return the difference of the shares with Newcombe's interval; undefined if one is
     */
    public Estimate minus(CustomerRetention other) {
        if (!isConsistent() || !other.isConsistent()) {
            return (isConsistent() ? other : this).undefined();
        }
        return Confidence.difference(end - acquired, start, other.end - other.acquired, other.start, "");
    }

    /**
     * One readable line.
     *
     * @return for example {@code retention 0.9 [0.85, 0.93] (95 % Wilson), n = 200}
     */
    @Override
    public String toString() {
        return "retention " + retention();
    }

    private boolean isConsistent() {
        return start > 0 && end >= acquired && end - acquired <= start;
    }

    private Estimate undefined() {
        return Estimate.undefined(
                start == 0
                        ? "no customers at the start"
                        : end < acquired ? "more are new than there are at the end" : "more stayed than there were",
                start);
    }
}
