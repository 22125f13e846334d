package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.Root;
import io.loyalty.metrics.numeric.RootFinder;
import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * How many customers a test needs, how likely it finds an effect, and which effect it can find.
 *
 * <h2>Definition</h2>
 *
 * <p>Two-sided at level α, power 1 − β, k customers in the second arm for each in the first.
 *
 * <p>Shares (pooled variance under no difference, unpooled under the effect): \( n_1 = (z_{\alpha/2} \sqrt{\bar p (1 - \bar p)(1 + 1/k)} +
 * z_\beta \sqrt{p_1 (1 - p_1) + p_2 (1 - p_2)/k})^2/(p_1 - p_2)^2 \), \( \bar p = (p_1 + k p_2)/(1 + k) \).
 * Means: Student's test with the noncentral t distribution at \( \delta = \frac{|\mu_1 - \mu_2|}{\sigma} \sqrt{n_1 n_2/(n_1 + n_2)} \). Means of large samples
 * with known variances v: \( n_1 = (z_{\alpha/2} + z_\beta)^2 (v_1 + v_2/k)/\Delta^2 \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Sizes are rounded up. Which arm is the first matters as soon as sizes or shares differ; pass the treated arm as first, as in all
 * comparisons here. Count customers as they are assigned.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No effect needs no end of customers and is refused. An effect that no size of it reaches, as an increase from a share of 99.9 %, is undefined.
 * For shares and known variances the power leaves out rejections in the wrong direction, as the formulas above do; for means it
 * counts them.
 *
 * <h2>Performance</h2>
 *
 * <p>Closed forms; some dozen evaluations of a distribution for means and detectable effects.
 *
 * <h2>References</h2>
 *
 * <p>Fleiss, J. L., Levin, B. and Paik, M. C. (2003), Statistical methods for rates and proportions, chapter 4, doi:10.1002/0471445428. Cohen, J.
 * (1988), Statistical power analysis for the behavioral sciences, chapter 2.
 */
public final class SamplePlan implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final SamplePlan DEFAULTS = new SamplePlan(0.05, 0.8, 1);

    private final double significance;
    private final double power;
    private final double secondPerFirst;

    private SamplePlan(double significance, double power, double secondPerFirst) {
        this.significance = significance;
        this.power = power;
        this.secondPerFirst = secondPerFirst;
    }

    /**
     * A two-sided test at the 5 % level with power 80 % and equal arms.
     *
     * @return the plan
     */
    public static SamplePlan withDefaults() {
        return DEFAULTS;
    }

    /**
     * The plan with another level of significance.
     *
     * @param level the two-sided level, between 0 and 1; for several lifts or a one-sided test pass the level that remains
     * @return the plan
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public SamplePlan withSignificance(double level) {
        return new SamplePlan(Require.inOpenUnit(level, "significance"), power, secondPerFirst);
    }

    /**
     * The plan with another power.
     *
     * @param probability how likely the effect is to be found if it is there, between 0 and 1
     * @return the plan
     * @throws IllegalArgumentException if the probability is not in (0, 1)
     */
    public SamplePlan withPower(double probability) {
        return new SamplePlan(significance, Require.inOpenUnit(probability, "power"), secondPerFirst);
    }

    /**
     * The plan with arms of unequal sizes.
     *
     * @param ratio customers of the second arm for each of the first, above 0
     * @return the plan
     * @throws IllegalArgumentException if the ratio is not above 0 and finite
     */
    public SamplePlan withSecondPerFirst(double ratio) {
        return new SamplePlan(significance, power, Require.positive(ratio, "ratio"));
    }

    /**
     * Customers needed to find a difference of two shares.
     *
     * @param first the share of the first arm, in [0, 1]
     * @param second the share of the second arm, in [0, 1]
     * @return the sizes of the arms
     * @throws IllegalArgumentException if a share is not in [0, 1] or both are equal
     * @throws ArithmeticException if a size exceeds a {@code long}
     */
    public ArmSizes sizesForShares(double first, double second) {
        requireShare(first, "first");
        requireShare(second, "second");
        requireEffect(first - second, "difference");
        double pooled = (first + secondPerFirst * second) / (1 + secondPerFirst);
        double root = critical() * Math.sqrt(pooled * (1 - pooled) * (1 + 1 / secondPerFirst))
                + Normal.isf(1 - power) * Math.sqrt(first * (1 - first) + second * (1 - second) / secondPerFirst);
        double perUnit = Math.max(0, root) / (first - second);
        return ArmSizes.atLeast(perUnit * perUnit, secondPerFirst);
    }

    /**
     * How likely a difference of two shares is found.
     *
     * @param first the share of the first arm, in [0, 1]
     * @param second the share of the second arm, in [0, 1]
     * @param sizes the sizes of the arms
     * @return a probability
     * @throws IllegalArgumentException if a share is not in [0, 1]
     */
    public double powerForShares(double first, double second, ArmSizes sizes) {
        requireShare(first, "first");
        requireShare(second, "second");
        double n1 = sizes.first();
        double n2 = sizes.second();
        double pooled = (n1 * first + n2 * second) / (n1 + n2);
        double excess = Math.abs(first - second) - critical() * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        double error = Math.sqrt(first * (1 - first) / n1 + second * (1 - second) / n2);
        if (error == 0) {
            return excess > 0 ? 1 : 0;
        }
        return Normal.cdf(excess / error);
    }

    /**
     * The smallest larger share of the first arm that the plan's power finds.
     *
     * @param second the share of the second arm, usually the control, in [0, 1)
     * @param sizes the sizes of the arms
     * @return the share of the first arm; undefined if even 1 is not found
     * @throws IllegalArgumentException if the share is not in [0, 1)
     */
    public Measure detectableHigherShare(double second, ArmSizes sizes) {
        if (!(second >= 0 && second < 1)) {
            throw new IllegalArgumentException("second must be in [0, 1): " + second);
        }
        return detectable(share -> powerForShares(share, second, sizes), second, 1);
    }

    /**
     * The largest smaller share of the first arm that the plan's power finds.
     *
     * @param second the share of the second arm, usually the control, in (0, 1]
     * @param sizes the sizes of the arms
     * @return the share of the first arm; undefined if even 0 is not found
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    public Measure detectableLowerShare(double second, ArmSizes sizes) {
        if (!(second > 0 && second <= 1)) {
            throw new IllegalArgumentException("second must be in (0, 1]: " + second);
        }
        return detectable(share -> powerForShares(share, second, sizes), second, 0);
    }

    /**
     * Customers needed to find a difference of two means.
     *
     * @param difference the difference of the means, not 0
     * @param deviation the standard deviation within each arm, above 0
     * @return the sizes of the arms, at least 2 each
     * @throws IllegalArgumentException if the difference is 0 or not finite, or the deviation is not above 0
     * @throws ArithmeticException if a size exceeds a {@code long}
     */
    public ArmSizes sizesForMeans(double difference, double deviation) {
        Require.positive(deviation, "deviation");
        requireEffect(difference, "difference");
        return MeanPower.sizes(Math.abs(difference) / deviation, significance, power, secondPerFirst);
    }

    /**
     * How likely a difference of two means is found by Student's test.
     *
     * @param difference the difference of the means
     * @param deviation the standard deviation within each arm, above 0
     * @param sizes the sizes of the arms, three customers in all at least
     * @return a probability, at least the level of significance
     * @throws IllegalArgumentException if the difference is not finite, the deviation is not above 0, or there are too few customers
     */
    public double powerForMeans(double difference, double deviation, ArmSizes sizes) {
        Require.positive(deviation, "deviation");
        Require.finite(difference, "difference");
        Require.atLeast(3, sizes.total(), "customers");
        return MeanPower.power(Math.abs(difference) / deviation, significance, sizes.first(), sizes.second());
    }

    /**
     * The smallest difference of means that the plan's power finds.
     *
     * @param deviation the standard deviation within each arm, above 0
     * @param sizes the sizes of the arms, three customers in all at least
     * @return the difference, in the unit of the deviation; undefined if the power is not above the level of significance
     * @throws IllegalArgumentException if the deviation is not above 0 or there are too few customers
     */
    public Measure detectableMeanDifference(double deviation, ArmSizes sizes) {
        Require.positive(deviation, "deviation");
        Require.atLeast(3, sizes.total(), "customers");
        double n1 = sizes.first();
        double n2 = sizes.second();
        // The largest noncentrality that the distribution takes.
        double most = MeanPower.LARGEST_NONCENTRALITY * Math.sqrt((n1 + n2) / n1 / n2);
        Measure effect = detectable(d -> MeanPower.power(d, significance, n1, n2), 0, most);
        return effect.isDefined() ? Measure.of(effect.orElseThrow() * deviation) : effect;
    }

    /**
     * Customers needed to find a difference of two means of large samples whose variances are known, by the z test.
     *
     * @param difference the difference of the means, not 0
     * @param firstVariance the variance within the first arm, at least 0
     * @param secondVariance the variance within the second arm, at least 0
     * @return the sizes of the arms
     * @throws IllegalArgumentException if the difference is 0 or not finite, or a variance is below 0 or not finite
     * @throws ArithmeticException if a size exceeds a {@code long}
     */
    public ArmSizes sizesForKnownVariances(double difference, double firstVariance, double secondVariance) {
        requireEffect(difference, "difference");
        requireVariance(firstVariance, "firstVariance");
        requireVariance(secondVariance, "secondVariance");
        double perUnit = zSum() / difference;
        return ArmSizes.atLeast(perUnit * perUnit * (firstVariance + secondVariance / secondPerFirst), secondPerFirst);
    }

    /**
     * How likely a difference of two means of large samples is found by the z test.
     *
     * @param difference the difference of the means
     * @param firstVariance the variance within the first arm, at least 0
     * @param secondVariance the variance within the second arm, at least 0
     * @param sizes the sizes of the arms
     * @return a probability
     * @throws IllegalArgumentException if the difference is not finite, or a variance is below 0 or not finite
     */
    public double powerForKnownVariances(
            double difference, double firstVariance, double secondVariance, ArmSizes sizes) {
        double distance = Math.abs(Require.finite(difference, "difference"));
        double error = error(firstVariance, secondVariance, sizes);
        if (error == 0) {
            return distance > 0 ? 1 : 0;
        }
        return Normal.cdf(distance / error - critical());
    }

    /**
     * The smallest difference of two means of large samples that the plan's power finds by the z test.
     *
     * @param firstVariance the variance within the first arm, at least 0
     * @param secondVariance the variance within the second arm, at least 0
     * @param sizes the sizes of the arms
     * @return the difference, at least 0
     * @throws IllegalArgumentException if a variance is below 0 or not finite
     */
    public double detectableForKnownVariances(double firstVariance, double secondVariance, ArmSizes sizes) {
        return zSum() * error(firstVariance, secondVariance, sizes);
    }

    private static double error(double firstVariance, double secondVariance, ArmSizes sizes) {
        requireVariance(firstVariance, "firstVariance");
        requireVariance(secondVariance, "secondVariance");
        return Math.sqrt(firstVariance / sizes.first() + secondVariance / sizes.second());
    }

    /** Where the power reaches the plan's, from no effect at the start. */
    private Measure detectable(DoubleUnaryOperator powerAt, double start, double end) {
        if (powerAt.applyAsDouble(end) < power) {
            return Measure.undefined("no effect is large enough for arms of this size");
        }
        if (powerAt.applyAsDouble(start) >= power) {
            return Measure.undefined("a power at or below the level of significance");
        }
        DoubleUnaryOperator missing = x -> powerAt.applyAsDouble(x) - power;
        Root root = start < end ? RootFinder.find(missing, start, end) : RootFinder.find(missing, end, start);
        return Measure.of(root.point());
    }

    private double critical() {
        return Normal.isf(significance / 2);
    }

    private double zSum() {
        return Math.max(0, critical() + Normal.isf(1 - power));
    }

    private static void requireShare(double share, String name) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + share);
        }
    }

    private static void requireVariance(double variance, String name) {
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite: " + variance);
        }
    }

    private static void requireEffect(double effect, String name) {
        if (!(Math.abs(effect) > 0 && Math.abs(effect) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must not be 0 and must be finite: " + effect);
        }
    }
}
