package io.loyalty.metrics.experiment;

/**
 * The slopes of the outcome on a covariate and on the indicator that it is missing, common to both groups.
 *
 * @param x the slope on the covariate
 * @param m the slope on the indicator; 0 if nobody's covariate is missing
 */
record CovariateSlopes(double x, double m) {

    /** Least squares within the groups, by elimination of the covariate. */
    static CovariateSlopes of(CovariateDeviations first, CovariateDeviations second) {
        double xx = first.xx() + second.xx();
        double xm = first.xm() + second.xm();
        double mm = first.mm() + second.mm();
        double xy = first.xy() + second.xy();
        double my = first.my() + second.my();
        double pivot = mm - xm / xx * xm;
        // The indicator may be constant within each group, or say no more than the covariate.
        double slopeM = pivot > 1e-12 * mm ? (my - xm / xx * xy) / pivot : 0;
        return new CovariateSlopes((xy - xm * slopeM) / xx, slopeM);
    }

    /** The squared deviations of a group's outcome that the slopes take away; may be negative. */
    double explained(CovariateDeviations group) {
        return 2 * (x * group.xy() + m * group.my())
                - (x * x * group.xx() + 2 * x * m * group.xm() + m * m * group.mm());
    }
}
