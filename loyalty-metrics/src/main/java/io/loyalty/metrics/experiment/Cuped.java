package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * CUPED: a comparison of means with less noise, by a covariate that was known before the experiment.
 *
 * <h2>Definition</h2>
 *
 * <p>The outcome y becomes \( y - \theta (x - \bar x) \), x the covariate, usually the same figure before the experiment, and x̄ its mean over
 * both groups. \( \theta = \sum_g S_{xy,g} / \sum_g S_{xx,g} \) from the deviations within the groups (the slope of an analysis of
 * covariance). The adjusted outcomes are compared by Welch's test. Customers without a covariate get x̄ and the value 1 of a second covariate
 * "had none", which is 0 for all others; θ is then a pair from the same deviations.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The same difference is estimated, with \( 1 - r^2 \) of the variance, r the correlation within the groups. The covariate must not be touched
 * by the treatment: take it from before the assignment.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No covariate at all, or one that does not vary within the groups: the plain difference, and {@link CupedDifference#slope()} says why. An
 * outcome that is a straight function of the covariate leaves no variance, and no test.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant from summaries.
 *
 * <h2>References</h2>
 *
 * <p>Deng, A., Xu, Y., Kohavi, R. and Walker, T. (2013), Improving the sensitivity of online controlled experiments by utilizing pre-experiment
 * data, WSDM '13, 123–132, doi:10.1145/2433396.2433413. Zhao, A. and Ding, P. (2024), To adjust or not to adjust? Estimating the average
 * treatment effect in randomized experiments with missing covariates, JASA 119, 450–460, doi:10.1080/01621459.2022.2123814.
 */
public final class Cuped implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEST = "CUPED, Welch t";
    /** What is left of a variance that is explained entirely is a rounding error. */
    private static final double NOTHING_LEFT = 1e-13;

    private static final Cuped DEFAULTS =
            new Cuped(MissingCovariate.IMPUTE_WITH_INDICATOR, MeanComparison.withDefaults());

    private final MissingCovariate missing;
    private final MeanComparison means;

    private Cuped(MissingCovariate missing, MeanComparison means) {
        this.missing = missing;
        this.means = means;
    }

    /**
     * Imputation with an indicator, Welch's two-sided test, 95 % intervals.
     *
     * @return the comparison
     */
    public static Cuped withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with another way to treat customers without a covariate.
     *
     * @param policy what is done with them
     * @return the comparison
     */
    public Cuped with(MissingCovariate policy) {
        return new Cuped(Objects.requireNonNull(policy, "policy"), means);
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from no difference count
     * @return the comparison
     */
    public Cuped with(Alternative direction) {
        return new Cuped(missing, means.with(direction));
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Cuped withConfidence(double level) {
        return new Cuped(missing, means.withConfidence(level));
    }

    /**
     * The difference of two groups, adjusted and plain.
     *
     * @param first one group, usually the treated one
     * @param second the other
     * @return first minus second
     */
    public CupedDifference compare(CovariateSummary first, CovariateSummary second) {
        long without = first.withoutCovariate().n() + second.withoutCovariate().n();
        boolean excludes = missing == MissingCovariate.EXCLUDE;
        long imputed = excludes ? 0 : without;
        long excluded = excludes ? without : 0;
        SampleSummary firstOutcomes = excludes ? first.outcome() : first.allOutcomes();
        SampleSummary secondOutcomes = excludes ? second.outcome() : second.allOutcomes();
        MeanDifference plain = means.compare(firstOutcomes, secondOutcomes);
        SampleSummary covariate = first.covariate().plus(second.covariate());
        double spread =
                first.covariate().squaredDeviations() + second.covariate().squaredDeviations();
        if (!(spread > 0)) {
            Measure none = Measure.undefined(
                    covariate.n() == 0 ? "no covariate" : "a covariate that does not vary within the groups");
            return new CupedDifference(plain, plain, none, none, imputed, excluded);
        }
        CovariateDeviations a = CovariateDeviations.of(first, excludes, covariate.mean());
        CovariateDeviations b = CovariateDeviations.of(second, excludes, covariate.mean());
        CovariateSlopes slopes = CovariateSlopes.of(a, b);
        double meanM = (a.n() * a.meanM() + b.n() * b.meanM()) / (a.n() + b.n());
        MeanDifference adjusted = means.compare(
                adjusted(firstOutcomes, a, slopes, meanM), adjusted(secondOutcomes, b, slopes, meanM), TEST);
        return new CupedDifference(
                adjusted, plain, Measure.of(slopes.x()), reduction(adjusted, plain), imputed, excluded);
    }

    private static SampleSummary adjusted(
            SampleSummary outcomes, CovariateDeviations group, CovariateSlopes slopes, double meanM) {
        if (outcomes.n() == 0) {
            return outcomes;
        }
        // The covariate is centred at the mean of both groups, the indicator is not.
        double mean = outcomes.mean() - slopes.x() * group.meanX() - slopes.m() * (group.meanM() - meanM);
        double left = outcomes.squaredDeviations() - slopes.explained(group);
        return new SampleSummary(outcomes.n(), mean, left > NOTHING_LEFT * outcomes.squaredDeviations() ? left : 0);
    }

    private static Measure reduction(MeanDifference adjusted, MeanDifference plain) {
        Estimate before = plain.difference();
        if (!before.standardError().isDefined()) {
            return before.standardError();
        }
        if (!adjusted.difference().standardError().isDefined()) {
            return Measure.of(1);
        }
        double ratio = adjusted.difference().standardError().orElseThrow()
                / before.standardError().orElseThrow();
        return Measure.of(1 - ratio * ratio);
    }
}
