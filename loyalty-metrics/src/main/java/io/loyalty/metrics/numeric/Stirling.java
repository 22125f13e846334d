package io.loyalty.metrics.numeric;

/**
 * What Stirling's formula leaves out: log Γ(a) = (a − 1/2) log a − a + log(2π)/2 + correction(a).
 *
 * <p>The correction is 1/(12 a) − 1/(360 a³) + …; here it is a rational function of 1/a in three pieces with own coefficients
 * (rational interpolation with 60 digits). Range: a at least 1. Absolute error at most 3e-17, and that is what counts: it enters
 * exponents.
 *
 * <p>C. Loader, 2000, Fast and accurate computation of binomial probabilities, shows why densities are best built from this
 * correction and deviances, and not from differences of log Γ.
 */
final class Stirling {

    /** log(2π)/2. */
    static final double HALF_LOG_2PI = 0.91893853320467274178;

    /** sqrt(2π). */
    static final double SQRT_2PI = 2.50662827463100050242;

    private static final double[] FAR_P = {
        0.08333333333333333, 0.43750760452374887, 0.4102414022816047, 0.04154332341876104,
    };
    private static final double[] FAR_Q = {
        1.0, 5.283424587618314, 5.08948717078196, 0.6249939788112522,
    };

    private static final double[] MID_P = {
        0.0833333333443223,
        0.17980196219255024,
        0.27401875394377617,
        0.16935329063421944,
        0.054853130870475754,
        0.00037232653633525727,
    };
    private static final double[] MID_Q = {
        1.0, 2.1576235534357844, 3.321558206493186, 2.1041628197828017, 0.7594075593681149, 0.05422704820751912,
    };

    private static final double[] NEAR_P = {
        0.083333335899776,
        0.2831477339655106,
        0.45484107486837205,
        0.35528751255011454,
        0.1266775891884544,
        0.00966217277944618,
        3.309039278661841E-05,
    };
    private static final double[] NEAR_Q = {
        1.0,
        3.3977736126284075,
        5.491416341012919,
        4.37678506486843,
        1.693250075719503,
        0.23105997221100455,
        0.007084183731588294,
    };

    /** The coefficients of 1/a, 1/a³, … in the asymptotic series, B(2k)/(2k(2k − 1)). */
    private static final double[] SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    };

    private Stirling() {}

    /** The correction for a at least 1. */
    static double correction(double a) {
        double t = 1 / a;
        if (a >= 8) {
            return t * Polynomial.ratio(FAR_P, FAR_Q, t * t);
        }
        return t * (a > 8.0 / 3 ? Polynomial.ratio(MID_P, MID_Q, t) : Polynomial.ratio(NEAR_P, NEAR_Q, t));
    }

    /** correction(a + d) − correction(a) for a at least 8, with relative accuracy for any small d. */
    static double correctionIncrement(double a, double d) {
        double u = 1 / (a + d);
        double v = 1 / a;
        double squares = -d * u * v * (u + v);
        // u^m − v^m for m = 1, 3, 5, …
        double difference = -d * u * v;
        double power = v;
        double sum = 0;
        for (double coefficient : SERIES) {
            sum += coefficient * difference;
            difference = difference * u * u + power * squares;
            power *= v * v;
        }
        return sum;
    }
}
