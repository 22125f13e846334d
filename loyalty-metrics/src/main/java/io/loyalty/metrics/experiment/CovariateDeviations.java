package io.loyalty.metrics.experiment;

/**
 * Deviations of a group's outcome y, covariate x (measured from a centre that is imputed where it is missing) and indicator m of a
 * missing covariate.
 *
 * @param n the customers
 * @param meanX the mean of x
 * @param meanM the share of missing covariates
 * @param xx sum of squared deviations of x
 * @param mm sum of squared deviations of m
 * @param xm sum of products of deviations of x and m
 * @param xy sum of products of deviations of x and y
 * @param my sum of products of deviations of m and y
 */
record CovariateDeviations(
        double n, double meanX, double meanM, double xx, double mm, double xm, double xy, double my) {

    static CovariateDeviations of(CovariateSummary group, boolean excludesMissing, double centre) {
        double known = group.outcome().n();
        double missing = excludesMissing ? 0 : group.withoutCovariate().n();
        double n = known + missing;
        if (n == 0) {
            return new CovariateDeviations(0, 0, 0, 0, 0, 0, 0, 0);
        }
        // Those with a covariate lie off from the others, who all have x = 0.
        double offX = known == 0 ? 0 : group.covariate().mean() - centre;
        double offY = known == 0 || missing == 0
                ? 0
                : group.outcome().mean() - group.withoutCovariate().mean();
        double between = known * missing / n;
        return new CovariateDeviations(
                n,
                known / n * offX,
                missing / n,
                group.covariate().squaredDeviations() + between * offX * offX,
                between,
                -between * offX,
                group.coDeviations() + between * offX * offY,
                -between * offY);
    }
}
