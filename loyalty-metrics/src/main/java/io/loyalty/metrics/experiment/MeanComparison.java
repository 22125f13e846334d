package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares the means of two independent groups: revenue per customer, order value, scale scores.
 *
 * <h2>Definition</h2>
 *
 * <p>\( t = (\bar x_1 - \bar x_2)/SE \). Welch (default): \( SE^2 = s_1^2/n_1 + s_2^2/n_2 \) with
 * \( \nu = SE^4 / \sum (s_i^2/n_i)^2/(n_i - 1) \) degrees of freedom. Student: \( SE^2 = s^2 (1/n_1 + 1/n_2) \), s the pooled deviation,
 * \( \nu = n_1 + n_2 - 2 \). Cohen's d is the difference over the pooled s, Hedges' g is d times
 * \( \Gamma(m/2) / (\sqrt{m/2}\,\Gamma((m-1)/2)) \), m = n<sub>1</sub> + n<sub>2</sub> − 2, with standard error
 * \( \sqrt{1/n_1 + 1/n_2 + g^2/(2 n_1 + 2 n_2)} \). The relative lift's interval is
 * \( \exp(\ln r \pm z \sqrt{v_1/\bar x_1^2 + v_2/\bar x_2^2}) - 1 \), v<sub>i</sub> the squared errors of the means (delta method).
 *
 * <h2>Interpretation</h2>
 *
 * <p>First minus second: take the treated group first. Revenue is skewed: with few customers prefer {@link Bootstrap}, and read
 * {@link MannWhitney} beside it, which asks another question. For pairs use {@link PairedComparison}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without a spread in either group there is no test, whether or not the means differ. Welch needs two values in each group, Student three in
 * all. A mean of 0 or below has no relative lift.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the values; a constant from summaries.
 *
 * <h2>References</h2>
 *
 * <p>Welch, B. L. (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28. Student (1908), Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1.
 * Hedges, L. V. (1981), Journal of Educational Statistics 6, 107–128, doi:10.3102/10769986006002107. Hedges, L. V. and Olkin, I. (1985), Statistical methods
 * for meta-analysis, section 5.E.
 */
public final class MeanComparison implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final MeanComparison DEFAULTS =
            new MeanComparison(VarianceAssumption.UNEQUAL, Alternative.TWO_SIDED, 0.95);

    private final VarianceAssumption variances;
    private final Alternative alternative;
    private final double confidence;

    private MeanComparison(VarianceAssumption variances, Alternative alternative, double confidence) {
        this.variances = variances;
        this.alternative = alternative;
        this.confidence = confidence;
    }

    /**
     * Welch's two-sided test with 95 % intervals.
     *
     * @return the comparison
     */
    public static MeanComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison under another assumption.
     *
     * @param assumption what is assumed of the variances
     * @return the comparison
     */
    public MeanComparison with(VarianceAssumption assumption) {
        return new MeanComparison(Objects.requireNonNull(assumption, "assumption"), alternative, confidence);
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from no difference count
     * @return the comparison
     */
    public MeanComparison with(Alternative direction) {
        return new MeanComparison(variances, Objects.requireNonNull(direction, "direction"), confidence);
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public MeanComparison withConfidence(double level) {
        return new MeanComparison(variances, alternative, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * The difference of the means of two samples.
     *
     * @param first values of one group, usually the treated one; finite
     * @param second values of the other; finite
     * @return first minus second
     * @throws IllegalArgumentException if a value is not finite or larger than 1e150
     */
    public MeanDifference compare(double[] first, double[] second) {
        Require.finite(first, "first");
        Require.finite(second, "second");
        return compare(SampleSummary.of(first), SampleSummary.of(second));
    }

    /**
     * The difference of the means of two summarized samples.
     *
     * @param first one group, usually the treated one
     * @param second the other
     * @return first minus second
     */
    public MeanDifference compare(SampleSummary first, SampleSummary second) {
        return compare(first, second, variances.test());
    }

    /** The same under another name, for values that were adjusted. */
    MeanDifference compare(SampleSummary first, SampleSummary second, String test) {
        long n = Math.addExact(first.n(), second.n());
        if (first.n() == 0 || second.n() == 0) {
            return MeanDifference.without(Measure.undefined("nobody in a group"), n, test, "nobody in a group");
        }
        double d = first.mean() - second.mean();
        boolean tooFew = variances == VarianceAssumption.UNEQUAL ? Math.min(first.n(), second.n()) < 2 : n < 3;
        if (tooFew) {
            return MeanDifference.without(Measure.of(d), n, test, "too few values for a variance");
        }
        double pooled = (first.squaredDeviations() + second.squaredDeviations()) / (n - 2);
        if (pooled == 0) {
            return MeanDifference.without(Measure.of(d), n, test, "no variance within the groups");
        }
        double v1 = variances == VarianceAssumption.EQUAL ? pooled / first.n() : first.squaredErrorOfMean();
        double v2 = variances == VarianceAssumption.EQUAL ? pooled / second.n() : second.squaredErrorOfMean();
        double error = Math.sqrt(v1 + v2);
        double df = variances == VarianceAssumption.EQUAL ? n - 2 : welch(v1, first.n(), v2, second.n());
        Estimate difference = new Estimate(
                Measure.of(d),
                Measure.of(error),
                Optional.of(Intervals.around(d, StudentT.isf(df, (1 - confidence) / 2) * error, confidence, test)),
                n,
                n);
        double effect = d / Math.sqrt(pooled);
        return new MeanDifference(
                difference,
                lift(first.mean(), v1, second.mean(), v2, n),
                Measure.of(effect),
                EffectSize.hedges(effect, n - 2, 1.0 / first.n() + 1.0 / second.n(), n, confidence),
                TestResult.of(test, d / error, alternative.student(df, d / error), df));
    }

    /** Satterthwaite's degrees of freedom, from shares of the variance so that small ones do not vanish when squared. */
    private static double welch(double v1, long n1, double v2, long n2) {
        double q1 = v1 / (v1 + v2);
        double q2 = v2 / (v1 + v2);
        return 1 / (q1 * q1 / (n1 - 1) + q2 * q2 / (n2 - 1));
    }

    private Estimate lift(double mean1, double v1, double mean2, double v2, long n) {
        if (!(mean1 > 0 && mean2 > 0)) {
            return Estimate.undefined("a mean that is not above 0", n);
        }
        double ratio = mean1 / mean2;
        double logError = Math.hypot(Math.sqrt(v1) / mean1, Math.sqrt(v2) / mean2);
        if (!Double.isFinite(ratio * Math.exp(Intervals.z(confidence) * logError))) {
            return Estimate.undefined("means too far apart or too uncertain for a ratio", n);
        }
        return new Estimate(
                Measure.of(ratio - 1),
                Measure.of(ratio * logError),
                Optional.of(Intervals.ofLift(ratio, logError, confidence)),
                n,
                n);
    }
}
