package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.Objects;

/**
 * The Kaplan-Meier (product-limit) estimator of how long customers stay, those who are still there included.
 *
 * <h2>Definition</h2>
 *
 * <p>\( S(t) = \prod_{s \le t} (1 - d_s / n_s) \), d<sub>s</sub> the events at time s, n<sub>s</sub> the customers at
 * risk just before. Greenwood's variance is \( S(t)^2 \sum_{s \le t} d_s / (n_s (n_s - d_s)) \). Intervals are
 * pointwise: by default 95 % on the scale of log(−log S).
 *
 * <p>The mean restricted to τ is the area below the curve up to τ, with variance \( \sum_{s \le \tau} A_s^2 d_s / (n_s
 * (n_s - d_s)) \), A<sub>s</sub> the area from s to τ.
 *
 * <h2>Interpretation</h2>
 *
 * <p>S(t) is the share still there after t, if those whose observation was cut off would have gone on like the others.
 * It is so if the cut is the end of observation; it is not if customers are cut off because they are about to leave.
 * Where the lifetime has no end in sight, give the median or the restricted mean, never the mean of the observed
 * times.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Events come before cut-offs at equal times. Where nobody has left, S = 1 and the interval is [1, 1]. Where nobody
 * is left, S = 0 and has neither error nor interval; with late entries the curve then stays at 0, although others may
 * enter. After the last observed time S is undefined unless it is 0. A median that is not reached is undefined. Without
 * any event S is 1. Times are equal by value: times that differ by a rounding error are different, so give times in
 * whole days where it matters (R's {@code survfit} merges nearly equal times).
 *
 * <p>Weights are counts of equal customers, see {@link LifeTable}. Weights of inverse probability are not offered:
 * Greenwood's formula does not hold for them.
 *
 * <h2>Performance</h2>
 *
 * <p>Whole times: one pass, memory by the longest time. Others: a sort, n log n. The product is carried in two words, so
 * S has the error of one rounding whatever the number of times.
 *
 * <h2>References</h2>
 *
 * <p>Kaplan, E. L., Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA 53, 457–481,
 * doi:10.1080/01621459.1958.10501452. Greenwood, M. (1926), The natural duration of cancer, Reports on Public Health 33.
 * Kalbfleisch, J. D., Prentice, R. L. (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4,
 * doi:10.1002/9781118032985 (log-log interval). Klein, J. P., Moeschberger, M. L. (2003), Survival Analysis, 2nd ed.,
 * chapter 4, doi:10.1007/b97377 (restricted mean, late entry).
 */
public final class KaplanMeier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double CONFIDENCE = 0.95;

    private final SurvivalInterval scale;
    private final QuantileRule quantiles;
    private final double confidence;

    private KaplanMeier(SurvivalInterval scale, QuantileRule quantiles, double confidence) {
        this.scale = scale;
        this.quantiles = quantiles;
        this.confidence = confidence;
    }

    /**
     * The usual options: log-log intervals of 95 %, quantiles at the first time.
     *
     * @return the estimator
     */
    public static KaplanMeier withDefaults() {
        return new KaplanMeier(SurvivalInterval.LOG_LOG, QuantileRule.FIRST, CONFIDENCE);
    }

    /**
     * The same options with intervals on another scale.
     *
     * @param interval the scale
     * @return the changed copy
     */
    public KaplanMeier with(SurvivalInterval interval) {
        return new KaplanMeier(Objects.requireNonNull(interval, "interval"), quantiles, confidence);
    }

    /**
     * The same options with another rule for quantiles.
     *
     * @param rule what a quantile is on a flat stretch
     * @return the changed copy
     */
    public KaplanMeier with(QuantileRule rule) {
        return new KaplanMeier(scale, Objects.requireNonNull(rule, "rule"), confidence);
    }

    /**
     * The same options with another level of the intervals.
     *
     * @param level the nominal coverage, between 0 and 1
     * @return the changed copy
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public KaplanMeier withConfidence(double level) {
        return new KaplanMeier(scale, quantiles, Confidence.checked(level));
    }

    /**
     * The curve of a table, which holds late entries and weights.
     *
     * @param table how long customers were observed, and how each observation ended
     * @return the curve
     */
    public SurvivalCurve estimate(LifeTable table) {
        return new SurvivalCurve(Objects.requireNonNull(table, "table"), this);
    }

    /**
     * The curve of a column of times.
     *
     * @param times how long each customer was observed, finite and at least 0
     * @param events whether the event ended the observation
     * @return the curve
     * @throws IllegalArgumentException if the columns differ in length or a time is negative, infinite or NaN
     */
    public SurvivalCurve estimate(double[] times, boolean[] events) {
        return estimate(LifeTable.of(times, events));
    }

    /**
     * The curve of a column of whole times, such as days.
     *
     * @param times how long each customer was observed, at least 0
     * @param events whether the event ended the observation
     * @return the curve
     * @throws IllegalArgumentException if the columns differ in length or a time is negative
     */
    public SurvivalCurve estimate(int[] times, boolean[] events) {
        return estimate(LifeTable.of(times, events));
    }

    SurvivalInterval scale() {
        return scale;
    }

    QuantileRule quantiles() {
        return quantiles;
    }

    double confidence() {
        return confidence;
    }

    /**
     * One readable line.
     *
     * @return for example {@code Kaplan-Meier (log-log 95.0 %, quantiles FIRST)}
     */
    @Override
    public String toString() {
        return "Kaplan-Meier (" + scale.label() + " " + 100 * confidence + " %, quantiles " + quantiles + ")";
    }
}
