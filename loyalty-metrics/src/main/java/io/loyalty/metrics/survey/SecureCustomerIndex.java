package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.Objects;

/**
 * Secure Customer Index (SCI): the share of customers who are satisfied, would recommend and would buy again, all at the top.
 *
 * <h2>Definition</h2>
 *
 * <p>Three questions: overall satisfaction, likelihood to recommend, likelihood to continue or buy again. The lowest answer decides: a
 * customer is <em>secure</em> if all three are in the top, <em>favorable</em> if all are at least good, <em>vulnerable</em> if the lowest
 * is in the middle, else <em>at risk</em>. The index is the share of secure customers. {@link SecureCustomerRule} has the thresholds:
 * Burke's verbal scales and the variant on 0 to 10.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Between 0 and 1, and always lower than any of its three questions alone. The favorable are the nearest to be won:
 * {@link SecureCustomerCounts#favorable()} says which single question keeps them out.
 *
 * <h2>Edge cases</h2>
 *
 * <p>9, 9 and 8 on 0 to 10 are favorable, not secure. Customers with some answers only are incomplete and stand outside the base, unless
 * the rule lets a bad answer decide. Without customers in the base all is undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; from counts, a constant.
 *
 * <h2>References</h2>
 *
 * <p>Burke, Inc., Secure Customer Index (as described in its white paper and in marketing-research textbooks); QuestionPro, variant on 0
 * to 10; Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param counts customers by class, and what stands outside the base
 * @param index the share of secure customers, with Wilson's interval
 * @param favorable the share of favorable customers
 * @param vulnerable the share of vulnerable customers
 * @param atRisk the share of customers at risk
 */
public record SecureCustomerIndex(
        SecureCustomerCounts counts, Estimate index, Estimate favorable, Estimate vulnerable, Estimate atRisk) {

    /**
     * Refuses missing parts.
     *
     * @param counts customers by class, and what stands outside the base
     * @param index the share of secure customers
     * @param favorable the share of favorable customers
     * @param vulnerable the share of vulnerable customers
     * @param atRisk the share of customers at risk
     */
    public SecureCustomerIndex {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(favorable, "favorable");
        Objects.requireNonNull(vulnerable, "vulnerable");
        Objects.requireNonNull(atRisk, "atRisk");
    }

    /**
     * The index of counted customers, with 95 % intervals.
     *
     * @param counts customers by class
     * @return the index
     */
    public static SecureCustomerIndex of(SecureCustomerCounts counts) {
        return SecureCustomerRule.BURKE_5.index(counts);
    }

    /**
     * The number of customers that the index is computed from.
     *
     * @return at least 0
     */
    public long base() {
        return counts.total().n();
    }

    /**
     * This index minus that of another group or period, with Newcombe's 95 % interval and the pooled z test.
     *
     * @param other the index to compare with
     * @return the difference in [−1, 1], this minus other
     */
    public Comparison minus(SecureCustomerIndex other) {
        return minus(other, 0.95, ProportionTest.POOLED_Z);
    }

    /**
     * This index minus that of another group or period, with Newcombe's interval.
     *
     * @param other the index to compare with
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @param test how the p-value is computed; weights enter z by the effective numbers of answers, and have no exact test
     * @return the difference in [−1, 1], this minus other
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Comparison minus(SecureCustomerIndex other, double confidence, ProportionTest test) {
        return Shares.compare(
                counts.secure(), counts.total(), other.counts.secure(), other.counts.total(), confidence, test);
    }

    /**
     * The index and its counts in one line.
     *
     * @return for example {@code SCI 0.4 [0.2, 0.6] (95 % Wilson), n = 20: 8 secure, 6 favorable (kept out: …), …}
     */
    @Override
    public String toString() {
        return "SCI " + index + ": " + counts;
    }
}
