package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares the means of pairs by the paired t test: the same customers before and after, or matched ones.
 *
 * <h2>Definition</h2>
 *
 * <p>With differences d<sub>i</sub>, first minus second, \( t = \bar d \sqrt n / s_d \) with n − 1 degrees of freedom; Cohen's d is
 * \( \bar d / s_d \), Hedges' g the same without its bias. The relative lift is \( \bar x/\bar y - 1 \); its error is that of
 * \( x_i/\bar x - y_i/\bar y \) (delta method).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Each customer is compared with himself, which takes the differences between customers out. Without a control group a change over time is not
 * the effect of anything that happened meanwhile.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fewer than two pairs, or differences that are all the same, have no test.
 *
 * <h2>Performance</h2>
 *
 * <p>Two passes over the pairs.
 *
 * <h2>References</h2>
 *
 * <p>Student (1908), Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1. For differences that are far from normal: {@link SignedRank}.
 */
public final class PairedComparison implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEST = "paired t";
    private static final PairedComparison DEFAULTS = new PairedComparison(Alternative.TWO_SIDED, 0.95);

    private final Alternative alternative;
    private final double confidence;

    private PairedComparison(Alternative alternative, double confidence) {
        this.alternative = alternative;
        this.confidence = confidence;
    }

    /**
     * The two-sided test with 95 % intervals.
     *
     * @return the comparison
     */
    public static PairedComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from no difference count
     * @return the comparison
     */
    public PairedComparison with(Alternative direction) {
        return new PairedComparison(Objects.requireNonNull(direction, "direction"), confidence);
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public PairedComparison withConfidence(double level) {
        return new PairedComparison(alternative, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * The mean difference of pairs.
     *
     * @param first the first value of each pair, usually the later one
     * @param second the second value of each pair
     * @return first minus second; n counts pairs
     * @throws IllegalArgumentException if the columns differ in length or a value is not finite
     */
    public MeanDifference compare(double[] first, double[] second) {
        SampleSummary differences = SampleSummary.of(differences(first, second));
        long n = differences.n();
        if (n == 0) {
            return MeanDifference.without(Measure.undefined("no pairs"), 0, TEST, "no pairs");
        }
        double mean = differences.mean();
        if (n < 2 || differences.squaredDeviations() == 0) {
            String reason = n < 2 ? "a single pair" : "all differences are the same";
            return MeanDifference.without(Measure.of(mean), n, TEST, reason);
        }
        double df = n - 1;
        double error = Math.sqrt(differences.squaredErrorOfMean());
        Estimate difference = new Estimate(
                Measure.of(mean),
                Measure.of(error),
                Optional.of(Intervals.around(mean, StudentT.isf(df, (1 - confidence) / 2) * error, confidence, TEST)),
                n,
                n);
        double effect = mean / Math.sqrt(differences.squaredDeviations() / df);
        return new MeanDifference(
                difference,
                lift(first, second),
                Measure.of(effect),
                EffectSize.hedges(effect, df, 1.0 / n, n, confidence),
                TestResult.of(TEST, mean / error, alternative.student(df, mean / error), df));
    }

    private Estimate lift(double[] first, double[] second) {
        long n = first.length;
        double mean1 = SampleSummary.of(first).mean();
        double mean2 = SampleSummary.of(second).mean();
        if (!(mean1 > 0 && mean2 > 0)) {
            return Estimate.undefined("a mean that is not above 0", n);
        }
        double[] scaled = new double[first.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = first[i] / mean1 - second[i] / mean2;
        }
        double logError = Math.sqrt(SampleSummary.of(scaled).squaredErrorOfMean());
        double ratio = mean1 / mean2;
        if (!(logError > 0) || !Double.isFinite(ratio * Math.exp(Intervals.z(confidence) * logError))) {
            return Estimate.undefined("no usable spread of the ratio", n);
        }
        return new Estimate(
                Measure.of(ratio - 1),
                Measure.of(ratio * logError),
                Optional.of(Intervals.ofLift(ratio, logError, confidence)),
                n,
                n);
    }

    /** First minus second, checked. */
    static double[] differences(double[] first, double[] second) {
        Require.finite(first, "first");
        Require.finite(second, "second");
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "first and second must have one length: " + first.length + " and " + second.length);
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }
}
