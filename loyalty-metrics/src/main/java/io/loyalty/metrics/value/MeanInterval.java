package io.loyalty.metrics.value;

/** How the interval of a group's mean value is made. */
public enum MeanInterval {

    /** Student's t: exact for normal values, good from some hundred customers on even if values are skewed. */
    STUDENT,

    /**
     * The bias-corrected and accelerated bootstrap (BCa) with 2,000 resamples: follows the skew of the values. Needs five customers.
     *
     * <p>Efron, B. (1987), Better bootstrap confidence intervals, Journal of the American Statistical Association 82, 171–185,
     * doi:10.1080/01621459.1987.10478410.
     */
    BOOTSTRAP
}
