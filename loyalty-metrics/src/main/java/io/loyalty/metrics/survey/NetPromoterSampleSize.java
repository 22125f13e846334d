package io.loyalty.metrics.survey;

import io.loyalty.metrics.numeric.Normal;
import java.io.Serializable;

/**
 * How many answers a Net Promoter Score needs, to be known to within a margin or to show a difference.
 *
 * <h2>Definition</h2>
 *
 * <p>With v the variance of one answer that counts −1, 0 or 1, and points as fractions: for a margin e of the interval
 * \( n = z^2 v / e^2 \); for a difference \( \delta \) of two groups, in each
 * \( n = (z_{\alpha/2} + z_\beta)^2 (v_1 + v_2) / \delta^2 \), rounded up.
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
    private static final NetPromoterSampleSize DEFAULTS = new NetPromoterSampleSize(0.95, 0.8);
    private static final double WORST_VARIANCE = 1;

    private final double confidence;
    private final double power;

    private NetPromoterSampleSize(double confidence, double power) {
        this.confidence = confidence;
        this.power = power;
    }

    /**
     * Confidence 95 %, power 80 %.
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
        return new NetPromoterSampleSize(level, power);
    }

    /**
     * The plan with another power.
     *
     * @param probability how likely the difference is to be found if it is there, between 0 and 1
     * @return the plan
     * @throws IllegalArgumentException if the probability is not in (0, 1)
     */
    public NetPromoterSampleSize withPower(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("power must be in (0, 1): " + probability);
        }
        return new NetPromoterSampleSize(confidence, probability);
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
     * Answers needed in each of two groups in the worst case, to find a difference of their scores.
     *
     * @param points the difference, in points, above 0
     * @return the number of answers per group, at least 1
     * @throws IllegalArgumentException if the difference is not above 0
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long forDifference(double points) {
        return difference(points, 2 * WORST_VARIANCE);
    }

    /**
     * Answers needed in each of two groups to find a difference of their scores, if their answers are spread as expected.
     *
     * @param points the difference, in points, above 0
     * @param first expected answers of the first group
     * @param second expected answers of the second group
     * @return the number of answers per group, at least 1
     * @throws IllegalArgumentException if the difference is not above 0 or nothing is expected of a group
     * @throws ArithmeticException if the number exceeds a {@code long}
     */
    public long forDifference(double points, NetPromoterCounts first, NetPromoterCounts second) {
        return difference(points, variance(first, "first") + variance(second, "second"));
    }

    private long margin(double points, double variance) {
        return needed(Normal.isf((1 - confidence) / 2), variance, points, "margin");
    }

    private long difference(double points, double variance) {
        return needed(Normal.isf((1 - confidence) / 2) + Normal.isf(1 - power), variance, points, "difference");
    }

    private static long needed(double z, double variance, double points, String name) {
        if (!(points > 0 && points <= 200)) {
            throw new IllegalArgumentException(name + " must be in (0, 200] points: " + points);
        }
        double ratio = z / (points / 100);
        double n = Math.ceil(ratio * ratio * variance);
        if (n >= Long.MAX_VALUE) {
            throw new ArithmeticException("more answers needed than a long can count: " + n);
        }
        return Math.max(1, (long) n);
    }

    private static double variance(NetPromoterCounts counts, String name) {
        if (counts.base() == 0) {
            throw new IllegalArgumentException(name + " must have answers: " + counts);
        }
        return NetShare.of(counts.detractors(), counts.passives(), counts.promoters())
                .variance();
    }
}
