package io.loyalty.metrics.value;

import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Referral value: what a customer is worth by its own purchases and by the customers it brought.
 *
 * <h2>Definition</h2>
 *
 * <p>\( V + \sum_j (a_j V_j + c_j) \): V the customer's own lifetime value, V<sub>j</sub> that of a referred customer,
 * a<sub>j</sub> the attribution, c<sub>j</sub> the acquisition cost that the referral saved.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Customers who would not have come otherwise count in full (a = 1), those who would have come anyway for the saved cost
 * alone (a = 0); in between, a is how likely the first is. The value of a referred customer goes to whoever referred it
 * <em>and</em> to itself: do not add these values up over all customers.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without referrals it is the own value. Values may be negative. A sum that leaves the doubles is refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of referred customers.
 *
 * <h2>References</h2>
 *
 * <p>Kumar, V., Petersen, J. A., Leone, R. P. (2007), How valuable is word of mouth?, Harvard Business Review 85(10), 139–146.
 * Kumar, V., Petersen, J. A., Leone, R. P. (2010), Driving profitability by encouraging customer referrals, Journal of
 * Marketing 74(5), 1–17, doi:10.1509/jmkg.74.5.001.
 *
 * @param own the customer's own lifetime value
 * @param referred the customers it brought
 */
public record ReferralValue(double own, List<ReferredCustomer> referred) implements Serializable {

    /**
     * Copies the list in.
     *
     * @param own the customer's own lifetime value
     * @param referred the customers it brought
     * @throws IllegalArgumentException if the own value or the sum is not finite
     */
    public ReferralValue {
        Objects.requireNonNull(referred, "referred");
        if (!Double.isFinite(own)) {
            throw new IllegalArgumentException("own must be finite: " + own);
        }
        referred = List.copyOf(referred);
        double value = sum(own, referred);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: " + value);
        }
    }

    /**
     * What the referrals are worth.
     *
     * @return the sum of their contributions; 0 without any
     */
    public double ofReferrals() {
        return sum(0, referred);
    }

    /**
     * Own value and referrals together.
     *
     * @return the sum
     */
    public double value() {
        return sum(own, referred);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 320.0 = 200.0 own + 120.0 by 2 referrals}
     */
    @Override
    public String toString() {
        return value() + " = " + own + " own + " + ofReferrals() + " by " + referred.size()
                + (referred.size() == 1 ? " referral" : " referrals");
    }

    private static double sum(double own, List<ReferredCustomer> referred) {
        NeumaierSum sum = new NeumaierSum();
        sum.add(own);
        referred.forEach(customer -> sum.add(customer.contribution()));
        return sum.value();
    }
}
