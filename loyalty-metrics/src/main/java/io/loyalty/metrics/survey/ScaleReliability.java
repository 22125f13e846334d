package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * How well the items of a Likert scale go together.
 *
 * <h2>Definition</h2>
 *
 * <p>With C the covariance matrix of k items over the respondents who answered all of them:
 * \( \alpha = \frac{k}{k-1} (1 - \mathrm{tr} C / \sum C) \) (Cronbach). Its interval is Feldt's,
 * \( 1 - (1 - \alpha) F_q \) with quantiles of F(n − 1, (n − 1)(k − 1)); its standard error is that of Duhachek and Iacobucci. Standardised
 * alpha is that of the mean correlation r, \( k r / (1 + (k - 1) r) \); \( \lambda_2 \) is Guttman's; omega comes from a single factor
 * fitted by maximum likelihood, for the sum of the items as answered.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Alpha estimates, from below, the share of the variance of the sum that the items have in common; lambda-2 is never lower. It
 * grows with the number of items, so that a high alpha does not prove that the items measure one thing.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Alpha may be negative; it is given, with a warning: an item may be keyed the wrong way. Items that correlate negatively with the
 * rest are {@link #suspects()}, nothing is turned by itself. An item without variance stays an item: k is not reduced. Without
 * variance in the sum, or with fewer than two complete respondents, alpha is undefined. For two items there is no alpha if deleted,
 * and no omega.
 *
 * <h2>Performance</h2>
 *
 * <p>Cubic in the number of items, for some tens of steps of the factor.
 *
 * <h2>References</h2>
 *
 * <p>Cronbach, L. J. (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297–334,
 * doi:10.1007/BF02310555. Feldt, L. S. (1965), The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty,
 * Psychometrika 30, 357–370, doi:10.1007/BF02289499. Duhachek, A. and Iacobucci, D. (2004), Alpha's standard error (ASE), Journal of
 * Applied Psychology 89, 792–808, doi:10.1037/0021-9010.89.5.792. Guttman, L. (1945), A basis for analyzing test-retest reliability,
 * Psychometrika 10, 255–282, doi:10.1007/BF02288892. McDonald, R. P. (1999), Test theory: a unified treatment.
 *
 * @param alpha Cronbach's alpha with standard error and Feldt's interval; its base are the complete respondents
 * @param standardizedAlpha alpha of standardised items
 * @param lambda2 Guttman's lambda-2
 * @param meanCorrelation the mean correlation between items
 * @param items each item against the rest
 * @param factor the one-factor model with omega
 * @param warnings what to look at before believing the figures, in words; often none
 */
public record ScaleReliability(
        Estimate alpha,
        Measure standardizedAlpha,
        Measure lambda2,
        Measure meanCorrelation,
        List<ItemReliability> items,
        OneFactorFit factor,
        List<String> warnings) {

    /**
     * Copies the lists in.
     *
     * @param alpha Cronbach's alpha with standard error and Feldt's interval
     * @param standardizedAlpha alpha of standardised items
     * @param lambda2 Guttman's lambda-2
     * @param meanCorrelation the mean correlation between items
     * @param items each item against the rest
     * @param factor the one-factor model with omega
     * @param warnings what to look at before believing the figures, in words
     */
    public ScaleReliability {
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(warnings, "warnings");
        Objects.requireNonNull(alpha, "alpha");
        Objects.requireNonNull(standardizedAlpha, "standardizedAlpha");
        Objects.requireNonNull(lambda2, "lambda2");
        Objects.requireNonNull(meanCorrelation, "meanCorrelation");
        items = List.copyOf(items);
        Objects.requireNonNull(factor, "factor");
        warnings = List.copyOf(warnings);
    }

    /**
     * McDonald's omega total of the sum of the items.
     *
     * @return omega, undefined where the factor could not be fitted
     */
    public Measure omega() {
        return factor.omega();
    }

    /**
     * The items that correlate negatively with the rest: keyed the wrong way, or measuring something else.
     *
     * @return their names, in the order of the items
     */
    public List<String> suspects() {
        return items.stream()
                .filter(item -> item.itemRest().value().orElse(0) < 0)
                .map(ItemReliability::name)
                .toList();
    }

    /**
     * The reliability in one line.
     *
     * @return alpha, lambda-2, omega and warnings
     */
    @Override
    public String toString() {
        return "alpha " + alpha + "; lambda-2 " + lambda2 + "; omega " + omega()
                + (warnings.isEmpty() ? "" : "; " + warnings);
    }
}
