package io.loyalty.metrics.numeric;

/**
 * The trigamma function ψ′, second derivative of log Γ, for positive arguments.
 *
 * <p><b>Method.</b> Below 8, rational approximations in three pieces; below 1 one step of the recurrence; from 8 on the asymptotic
 * series as a rational function of 1/x². Own coefficients.
 *
 * <p><b>Range and error.</b> Positive finite numbers. Relative error at most 1e-15.
 *
 * <p><b>References.</b> F. W. J. Olver and others (eds.), 2010, NIST Handbook of Mathematical Functions, section 5.15,
 * https://dlmf.nist.gov/5.15.
 */
public final class Trigamma {

    private static final double[] ONE_P = {
        1.6449340668482264,
        4.0458081110550115,
        4.092676819533707,
        2.1082850466279437,
        0.5523698284336536,
        0.05903521562521141,
        5.948800078744099E-09,
    };
    private static final double[] ONE_Q = {
        1.0,
        3.9210823384140636,
        6.244891823280446,
        5.190354642236259,
        2.3893964769824354,
        0.5818863941452593,
        0.059035327750483826,
    };

    private static final double[] TWO_P = {
        0.6449340668482264,
        1.1423530625469607,
        0.8219431866463148,
        0.3003776894120767,
        0.055841776326587676,
        0.0042356581107539,
        4.0718179942175006E-12,
    };
    private static final double[] TWO_Q = {
        1.0,
        2.3978681672433377,
        2.3940200975498733,
        1.276633599792992,
        0.3844933437752313,
        0.06219526170036429,
        0.004235658236485227,
    };

    private static final double[] FOUR_P = {
        0.2838229557371153,
        0.31512036211884425,
        0.14132174303420303,
        0.03202215990740825,
        0.0036690747098677414,
        0.0001702265838731719,
        2.5563003682799707E-16,
    };
    private static final double[] FOUR_Q = {
        1.0,
        1.3922767217249579,
        0.811514820419007,
        0.25365540942852244,
        0.04487810694693319,
        0.004264867753070462,
        0.00017022658388744544,
    };

    private static final double[] FAR_P = {
        0.16666666666666666, 1.2741674885480696, 1.89699282795177, 0.3225481183491423,
    };
    private static final double[] FAR_Q = {
        1.0, 7.845004931287978, 12.808100811567522, 3.576193702365194,
    };

    private Trigamma() {}

    /**
     * ψ′(x).
     *
     * @param x a positive number
     * @return a positive number; positive infinity below 7e-155
     * @throws IllegalArgumentException if {@code x} is not positive and finite
     */
    public static double value(double x) {
        Check.positive(x, "x");
        if (x < 1) {
            return Polynomial.ratio(ONE_P, ONE_Q, x) + 1 / (x * x);
        }
        if (x < 2) {
            return Polynomial.ratio(ONE_P, ONE_Q, x - 1);
        }
        if (x < 4) {
            return Polynomial.ratio(TWO_P, TWO_Q, x - 2);
        }
        if (x < 8) {
            return Polynomial.ratio(FOUR_P, FOUR_Q, x - 4);
        }
        double t = 1 / x;
        return t + t * t * (0.5 + t * Polynomial.ratio(FAR_P, FAR_Q, t * t));
    }
}
