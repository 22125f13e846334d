package io.loyalty.metrics.value;

/** What is special about a fit that did not end in an interior maximum. */
public enum FitFinding {

    /** The best mean purchase rate is at the edge of what was searched. */
    RATE_AT_LIMIT,

    /** All customers buy at one rate: the gamma distribution of rates has shrunk to a point. */
    ONE_RATE_FOR_ALL,

    /** Next to nobody buys, a few buy without end: the gamma distribution of rates has a shape near 0. */
    RATES_ALL_OR_NOTHING,

    /** Nobody drops out. */
    NO_DROPOUT,

    /** Everybody drops out at the first opportunity. */
    DROPOUT_AT_ONCE,

    /** All customers drop out with one probability or rate. */
    ONE_DROPOUT_FOR_ALL,

    /** A customer drops out at once or never. */
    DROPOUT_ALL_OR_NOTHING,

    /** The data say nothing about dropout. */
    DROPOUT_NOT_IDENTIFIED,

    /** All customers buy at an opportunity with one probability. */
    ONE_PROPENSITY_FOR_ALL,

    /** A customer buys at every opportunity or at none. */
    PROPENSITY_ALL_OR_NOTHING,

    /** Everybody buys at every opportunity. */
    ALWAYS_BUYING,

    /** Nobody buys at any opportunity. */
    NEVER_BUYING,

    /** The purchases of one customer do not differ in value. */
    EQUAL_SPEND_WITHIN_CUSTOMERS,

    /** The customers do not differ in mean value. */
    EQUAL_SPEND_ACROSS_CUSTOMERS,

    /** The values differ without bound. */
    SPEND_WITHOUT_BOUND,

    /** The values of a customer tell nothing about his mean. */
    SPEND_AT_LIMIT,

    /** The effect of a covariate is at the edge of what was searched: it parts those who do from those who never do. */
    EFFECT_AT_LIMIT,

    /** The duration dependence is at the edge of what was searched. */
    DURATION_DEPENDENCE_AT_LIMIT,

    /** The likelihood was penalised: the parameters are drawn towards the centre of the penalty. */
    PENALISED,

    /** Some combination of parameters leaves the likelihood unchanged. */
    FLAT_DIRECTION,

    /** The number of iterations allowed was used up. */
    ITERATIONS_EXHAUSTED
}
