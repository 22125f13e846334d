package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;

/**
 * A churn rate per period, and what it comes to over other times.
 *
 * <h2>Definition</h2>
 *
 * <p>With churn c per period: over k periods \( 1 - (1 - c)^k \), k possibly a fraction; mean lifetime 1/c periods,
 * counting the one in which the customer leaves.
 *
 * <h2>Interpretation</h2>
 *
 * <p>All of it holds if every customer leaves with the same chance in every period. Customers differ, and those who stay
 * are ever less likely to leave, so the mean lifetime is too short: where it matters use {@link KaplanMeier}. 2 % a month
 * are 21.5 % a year, not 24 %.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without churn the mean lifetime is undefined: it has no end. A churn of 1 ends every life in its first period.
 *
 * <h2>Performance</h2>
 *
 * <p>Constant time; small rates keep their digits.
 *
 * <h2>References</h2>
 *
 * <p>Gupta, S., Lehmann, D. R. (2003), Customers as assets, Journal of Interactive Marketing 17(1), 9–24,
 * doi:10.1002/dir.10045.
 *
 * @param churn c: the share of customers who leave in a period, from 0 to 1
 */
public record ChurnRate(double churn) implements Serializable {

    /**
     * Refuses what is no share.
     *
     * @param churn the share of customers who leave in a period
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public ChurnRate {
        if (!(churn >= 0 && churn <= 1)) {
            throw new IllegalArgumentException("churn must be in [0, 1]: " + churn);
        }
    }

    /**
     * The rate of a churn per period.
     *
     * @param churn the share of customers who leave in a period
     * @return the rate
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public static ChurnRate of(double churn) {
        return new ChurnRate(churn);
    }

    /**
     * The rate that belongs to a retention per period.
     *
     * @param retention the share of customers who stay in a period
     * @return the rate
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public static ChurnRate ofRetention(double retention) {
        if (!(retention >= 0 && retention <= 1)) {
            throw new IllegalArgumentException("retention must be in [0, 1]: " + retention);
        }
        return new ChurnRate(1 - retention);
    }

    /**
     * The share of customers who stay in a period.
     *
     * @return 1 − churn
     */
    public double retention() {
        return 1 - churn;
    }

    /**
     * The rate of a longer or shorter period.
     *
     * @param periods how many of the present periods make one of the new, for example 12 from months to years and 1/12
     *     back; positive
     * @return the rate per new period
     * @throws IllegalArgumentException if the number is not positive and finite
     */
    public ChurnRate over(double periods) {
        if (!(periods > 0 && periods < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("periods must be positive and finite: " + periods);
        }
        return new ChurnRate(-Math.expm1(periods * Math.log1p(-churn)));
    }

    /**
     * The mean number of periods until a customer has left.
     *
     * @return 1 / churn; undefined without churn
     */
    public Measure meanLifetime() {
        double periods = 1 / churn;
        return periods < Double.POSITIVE_INFINITY ? Measure.of(periods) : Measure.undefined("nobody leaves");
    }

    /**
     * One readable line.
     *
     * @return for example {@code churn 0.02 per period}
     */
    @Override
    public String toString() {
        return "churn " + churn + " per period";
    }
}
