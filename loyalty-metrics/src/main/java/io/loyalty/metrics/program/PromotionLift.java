package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.ProportionComparison;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.Objects;

/**
 * What a promotion caused, by comparison with customers who were kept from it by chance: incremental response and revenue.
 *
 * <h2>Definition</h2>
 *
 * <p>With n customers, x buyers and revenue R, t the exposed and c the held-out: response difference \( d = x_t/n_t - x_c/n_c \) with
 * Newcombe's interval; incremental buyers \( d n_t \); incremental revenue \( R_t - R_c n_t/n_c \) with Welch's interval of the means
 * times n<sub>t</sub>; relative lift \( (x_t/n_t) / (x_c/n_c) - 1 \) with the interval of the logarithm of the ratio.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Incremental only if chance alone decided who was held out, and both groups were observed over the same time, whether or not they
 * used the offer. Without such a group there is only what was attributed: {@link CampaignResponse}. Incremental revenue may be far below
 * attributed revenue, as many would have bought anyway. Revenue is skewed: with some hundred customers the interval is rough.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An empty group leaves all undefined. No response among the held-out leaves the relative lift undefined; none among the exposed makes
 * it −1 without an interval. All or none in both groups have no z test, while Fisher says 1. Groups of one, or without any variance, have
 * no error of the revenue. The comparisons are those of {@link ProportionComparison} and {@link MeanComparison}.
 *
 * <h2>Performance</h2>
 *
 * <p>Constant after the groups are summed; Fisher's test takes the steps of its tails.
 *
 * <h2>References</h2>
 *
 * <p>R. G. Newcombe, 1998, Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I. B. L. Welch, 1947, The generalization of "Student's" problem,
 * Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28. D. Katz et al., 1978, Obtaining confidence intervals for the risk ratio in cohort
 * studies, Biometrics 34, 469–474, doi:10.2307/2530610.
 *
 * @param exposed those who got the promotion
 * @param heldOut those who were kept from it
 * @param responseDifference share of buyers, exposed less held-out
 * @param responsePValue two-sided p-value of no difference
 * @param test the test that gave it
 * @param relativeLift ratio of the shares, less 1
 * @param incrementalBuyers buyers among the exposed who would not have bought
 * @param incrementalRevenue revenue of the exposed that would not have come, in minor units
 * @param revenuePValue two-sided p-value of Welch's test of equal revenue per head
 */
public record PromotionLift(
        ResponseGroup exposed,
        ResponseGroup heldOut,
        Estimate responseDifference,
        Measure responsePValue,
        ProportionTest test,
        Estimate relativeLift,
        Estimate incrementalBuyers,
        Estimate incrementalRevenue,
        Measure revenuePValue) {

    /**
     * Refuses missing parts.
     *
     * @param exposed those who got the promotion
     * @param heldOut those who were kept from it
     * @param responseDifference share of buyers, exposed less held-out
     * @param responsePValue two-sided p-value of no difference
     * @param test the test that gave it
     * @param relativeLift ratio of the shares, less 1
     * @param incrementalBuyers buyers among the exposed who would not have bought
     * @param incrementalRevenue revenue of the exposed that would not have come
     * @param revenuePValue two-sided p-value of equal revenue per head
     */
    public PromotionLift {
        Objects.requireNonNull(exposed, "exposed");
        Objects.requireNonNull(heldOut, "heldOut");
        Objects.requireNonNull(responseDifference, "responseDifference");
        Objects.requireNonNull(responsePValue, "responsePValue");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(relativeLift, "relativeLift");
        Objects.requireNonNull(incrementalBuyers, "incrementalBuyers");
        Objects.requireNonNull(incrementalRevenue, "incrementalRevenue");
        Objects.requireNonNull(revenuePValue, "revenuePValue");
    }

    /**
     * The lift with 95 % intervals and the pooled z test.
     *
     * @param exposed those who got the promotion
     * @param heldOut those who were kept from it, observed over the same time
     * @return the lift
     * @throws IllegalArgumentException if a group has more than 2<sup>53</sup> customers
     */
    public static PromotionLift of(ResponseGroup exposed, ResponseGroup heldOut) {
        return LiftAnalysis.withDefaults().compare(exposed, heldOut);
    }

    /**
     * What the promotion earned for what it cost: (incremental revenue × margin − cost) / cost.
     *
     * @param marginRate the share of revenue that is margin, before the cost of the promotion, in [0, 1]
     * @param cost what the promotion cost, rewards included, in minor units, at least 0
     * @return the return per unit of cost, 0 when it just paid for itself; undefined without cost or incremental revenue
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Estimate returnOn(double marginRate, long cost) {
        if (!(marginRate >= 0 && marginRate <= 1)) {
            throw new IllegalArgumentException("marginRate must be in [0, 1]: " + marginRate);
        }
        Rates.requireAtLeast(0, cost, "cost");
        if (cost == 0) {
            return Estimate.undefined("no cost", incrementalRevenue.n());
        }
        return Scaled.plus(Scaled.times(incrementalRevenue, marginRate / cost), -1);
    }

    /**
     * One readable line.
     *
     * @return response difference and incremental revenue
     */
    @Override
    public String toString() {
        return "response " + responseDifference + ", p = " + responsePValue + " (" + test + "); incremental revenue "
                + incrementalRevenue + ", p = " + revenuePValue;
    }
}
