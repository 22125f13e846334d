package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ArmSizes;
import io.loyalty.metrics.experiment.SamplePlan;
import io.loyalty.metrics.numeric.Normal;
import java.io.Serializable;

/**
 * How many answers a Net Promoter Score needs, to be known to within a margin or to show a difference, and what given numbers of answers show.
 *
 * <h2>Definition</h2>
 *
 * <p>With v the variance of one answer that counts −1, 0 or 1, and points as fractions: for a margin e of the interval
 * \( n = z^2 v / e^2 \); for a difference \( \delta \) of two groups, the second k times as large,
 * \( n_1 = (z_{\alpha/2} + z_\beta)^2 (v_1 + v_2/k) / \delta^2 \), rounded up: {@link SamplePlan} with known variances.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Answers in the base, not invitations: divide by the response rate.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without an expectation the worst case counts: v = 1, half promoters and half detractors. Where all expected answers agree, v is
 * 0 and one answer is said to be enough; plan with more doubt.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant.
 *
 * <h2>References</h2>
 *
 * <p>Rocks, B. (2016), The American Statistician 70(4), 365–372, doi:10.1080/00031305.2016.1158124 (variance of the score); the
 * formulas are the usual ones for means.
 */
public final class NetPromoterSampleSize implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final NetPromoterSampleSize DEFAULTS = new NetPromoterSampleSize(0.95, SamplePlan.withDefaults());
    private static final double WORST_VARIANCE = 1;

    private final double confidence;
    private final SamplePlan plan;

    private NetPromoterSampleSize(double confidence, SamplePlan plan) {
        this.confidence = confidence;
        this.plan = plan;
    }

    /**
     * Confidence 95 %, power 80 %, groups of equal size.
     *
     * @return the plan
     */
    public static NetPromoterSampleSize withDefaults() {
        return DEFAULTS;
    }

    /**
     * The plan with another level of confidence.
     *
     * @param level nominal coverage of the interval, one minus the two-sided level of the test, between 0 and 1
     * @return the plan
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public NetPromoterSampleSize withConfidence(double level) {
        Shares.requireConfidence(level);
        return new NetPromoterSampleSize(level, plan.withSignificance(1 - level));
    }

    /**
     * The plan with another power.
     *
     * @param probability how likely the difference is to be found if it is there, between 0 and 1
     * @return the plan
     * @throws IllegalArgumentException if the probability is not in (0, 1)
     */
    public NetPromoterSampleSize withPower(double probability) {
        return new NetPromoterSampleSize(confidence, plan.withPower(probability));
    }

    /**
     * The plan with groups of unequal sizes.
     *
     * @param ratio answers of the second group for each of the first, above 0
     * @return the plan
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public NetPromoterSampleSize withSecondPerFirst(double ratio) {
        return new NetPromoterSampleSize(confidence, plan.withSecondPerFirst(ratio));
    }

    /**
     * Answers needed in the worst case for a margin.
     *
     * @param points half the width of the interval, in points, above 0
     * @return the number of answers, at least 1
     * @throws IllegalArgumentException if the margin is not above 0
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long forMargin(double points) {
        return margin(points, WORST_VARIANCE);
    }

    /**
     * Answers needed for a margin if the answers are spread as expected.
     *
     * @param points half the width of the interval, in points, above 0
     * @param expected an earlier wave or a pilot, with answers
     * @return the number of answers, at least 1
     * @throws IllegalArgumentException if the margin is not above 0 or nothing is expected
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long forMargin(double points, NetPromoterCounts expected) {
        return margin(points, variance(expected, "expected"));
    }

    /**
     * Answers needed in two groups in the worst case, half promoters and half detractors, to find a difference of their scores.
     *
     * @param points the difference, in points, above 0
     * @return the numbers of answers
     * @throws IllegalArgumentException if the difference is not in (0, 200]
     * @throws ArithmeticException if a number exceeds a {@code long}
     */
    public ArmSizes forDifference(double points) {
        return plan.sizesForKnownVariances(fraction(points, "difference"), WORST_VARIANCE, WORST_VARIANCE);
    }

    /**
     * Answers needed in two groups to find a difference of their scores, if their answers are spread as expected.
     *
     * @param points the difference, in points, above 0
     * @param first expected answers of the first group: an earlier wave or a pilot
     * @param second expected answers of the second group
     * @return the numbers of answers
     * @throws IllegalArgumentException if the difference is not in (0, 200] or nothing is expected of a group
     * @throws ArithmeticException if a number exceeds a {@code long}
     */
    public ArmSizes forDifference(double points, NetPromoterCounts first, NetPromoterCounts second) {
        return plan.sizesForKnownVariances(
                fraction(points, "difference"), variance(first, "first"), variance(second, "second"));
    }

    /**
     * How likely a difference of two scores is found.
     *
     * @param points the difference, in points, above 0
     * @param first expected answers of the first group
     * @param second expected answers of the second group
     * @param sizes the numbers of answers of the groups
     * @return a probability
     * @throws IllegalArgumentException if the difference is not in (0, 200] or nothing is expected of a group
     */
    public double power(double points, NetPromoterCounts first, NetPromoterCounts second, ArmSizes sizes) {
        return plan.powerForKnownVariances(
                fraction(points, "difference"), variance(first, "first"), variance(second, "second"), sizes);
    }

    /**
     * The smallest difference of two scores that the plan's power finds.
     *
     * @param first expected answers of the first group
     * @param second expected answers of the second group
     * @param sizes the numbers of answers of the groups
     * @return the difference, in points; undefined if even 200 points are not found
     * @throws IllegalArgumentException if nothing is expected of a group
     */
    public Measure detectable(NetPromoterCounts first, NetPromoterCounts second, ArmSizes sizes) {
        double points =
                100 * plan.detectableForKnownVariances(variance(first, "first"), variance(second, "second"), sizes);
        return points <= 200
                ? Measure.of(points)
                : Measure.undefined("no difference is large enough for so few answers");
    }

    private long margin(double points, double variance) {
        double ratio = Normal.isf((1 - confidence) / 2) / fraction(points, "margin");
        double n = Math.ceil(ratio * ratio * variance);
        if (n >= Long.MAX_VALUE) {
            throw new ArithmeticException("more answers needed than a long can count: " + n);
        }
        return Math.max(1, (long) n);
    }

    private static double fraction(double points, String name) {
        if (!(points > 0 && points <= 200)) {
            throw new IllegalArgumentException(name + " must be in (0, 200] points: " + points);
        }
        return points / 100;
    }

    private static double variance(NetPromoterCounts counts, String name) {
        if (counts.base() == 0) {
            throw new IllegalArgumentException(name + " must have answers: " + counts);
        }
        return NetShare.of(counts.detractors(), counts.passives(), counts.promoters())
                .variance();
    }
}
