package io.loyalty.metrics.numeric;

/**
 * Logarithm of the gamma function, for positive arguments.
 *
 * <p><b>Method.</b> Below 8, rational approximations in three pieces, each with the zeros at 1 and 2 factored out; below 1 one
 * step of the recurrence; from 8 on Stirling's series with its correction as a rational function of 1/x². The coefficients are
 * this library's own (rational interpolation at Chebyshev nodes with 60 digits).
 *
 * <p><b>Range and error.</b> Positive finite numbers. Relative error at most 1e-15, also next to the zeros at 1 and 2.
 *
 * <p><b>References.</b> F. W. J. Olver and others (eds.), 2010, NIST Handbook of Mathematical Functions, section 5.11,
 * https://dlmf.nist.gov/5.11.
 */
public final class LogGamma {

    private static final double[] ONE_P = {
        0.5772156649015329,
        1.4168440382730387,
        1.256904785558402,
        0.4881110979652391,
        0.07919319903026166,
        0.004057824720597832,
        1.5541537678933775E-05,
    };
    private static final double[] ONE_Q = {
        1.0,
        2.8795050236191093,
        3.1317117280829274,
        1.600338546605783,
        0.3884668373817348,
        0.03967954948997819,
        0.0011776347614992106,
    };

    private static final double[] TWO_P = {
        0.42278433509846713,
        0.9260613401496542,
        0.7181788798251421,
        0.25465712193153295,
        0.04278760780462107,
        0.0031040452240461884,
        7.180137528723961E-05,
        1.1390400969205996E-07,
    };
    private static final double[] TWO_Q = {
        1.0,
        1.4276647846589783,
        0.7690832560518325,
        0.19449354912697653,
        0.02335098953837781,
        0.0011801161606493026,
        1.7358460238509218E-05,
    };

    private static final double[] FOUR_P = {
        1.791759469228055,
        2.4076215985784026,
        1.2206633334073012,
        0.2970312276758244,
        0.03638175676440555,
        0.002131501054846591,
        5.028470502699185E-05,
        2.977183039461264E-07,
    };
    private static final double[] FOUR_Q = {
        1.0,
        0.6426665799303395,
        0.1515197850159562,
        0.016097439602955763,
        0.0007606136278413997,
        1.3421830435861568E-05,
        5.1514093667449396E-08,
    };

    private LogGamma() {}

    /**
     * log Γ(x).
     *
     * @param x a positive number
     * @return the logarithm; positive infinity beyond 2.5e305
     * @throws IllegalArgumentException if {@code x} is not positive and finite
     */
    public static double value(double x) {
        Check.positive(x, "x");
        if (x < 1) {
            return onePlus(x) - Math.log(x);
        }
        if (x < 2) {
            return onePlus(x - 1);
        }
        if (x < 4) {
            return (x - 2) * Polynomial.ratio(TWO_P, TWO_Q, x - 2);
        }
        if (x < 8) {
            return Polynomial.ratio(FOUR_P, FOUR_Q, x - 4);
        }
        // Grouped so that nothing overflows before the result does.
        return (x - 0.5) * (Math.log(x) - 1) + (Stirling.HALF_LOG_2PI - 0.5 + Stirling.correction(x));
    }

    /**
     * log Γ(x + d) − log Γ(x), without the cancellation of the difference.
     *
     * @param x a positive number
     * @param d the increment, at least 0 and finite
     * @return the logarithm of the quotient, with a relative error of some 1e-15 of its larger parts; 0 for {@code d = 0}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double increment(double x, double d) {
        Check.positive(x, "x");
        Check.notNegative(d, "d");
        double steps = 0;
        double shifted = x;
        while (shifted < 8) {
            steps += Math.log1p(d / shifted);
            shifted++;
        }
        return (shifted - 0.5) * Math.log1p(d / shifted)
                + d * (Math.log(shifted + d) - 1)
                + Stirling.correctionIncrement(shifted, d)
                - steps;
    }

    /** log Γ(1 + u) for u in [0, 1]: u itself, so that nothing is lost next to the zeros at 0 and 1. */
    static double onePlus(double u) {
        // Adding 0 makes the zero at 1 a plain one.
        return u * (u - 1) * Polynomial.ratio(ONE_P, ONE_Q, u) + 0.0;
    }
}
