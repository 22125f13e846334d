package io.loyalty.metrics.experiment;

/** What CUPED does with customers who have no covariate. */
public enum MissingCovariate {

    /** They get the mean covariate of all arms, and a second covariate says that they had none. Nobody is lost. */
    IMPUTE_WITH_INDICATOR,

    /** They are left out; the result then speaks of the other customers only. */
    EXCLUDE
}
