package io.loyalty.metrics.numeric;

/**
 * The digamma function ψ, derivative of log Γ, for positive arguments.
 *
 * <p><b>Method.</b> Below 8, rational approximations in three pieces, the root near 1.46 factored out with its value in two words;
 * below 1 one step of the recurrence; from 8 on the asymptotic series as a rational function of 1/x². Own coefficients.
 *
 * <p><b>Range and error.</b> Positive finite numbers. Relative error at most 1e-15, also next to the root.
 *
 * <p><b>References.</b> F. W. J. Olver and others (eds.), 2010, NIST Handbook of Mathematical Functions, section 5.11,
 * https://dlmf.nist.gov/5.11.
 */
public final class Digamma {

    /** The root, in two words. */
    private static final double ROOT = 1.4616321449683622;

    private static final double ROOT_LOW = 9.549995429965697E-17;

    private static final double[] ONE_P = {
        1.2503801375034054,
        1.8675925104074453,
        0.9711327526262392,
        0.21631407251432455,
        0.01996408274151926,
        0.0005811135063985677,
        1.0894678528383955E-06,
    };
    private static final double[] ONE_Q = {
        1.0,
        2.1771665986671342,
        1.6630736963665909,
        0.5710455727133128,
        0.09111902253303285,
        0.006100975692434821,
        0.00012043151172286901,
    };

    private static final double[] TWO_P = {
        0.4227843350984672,
        1.1719560665545063,
        0.8396776140955055,
        0.24124941278031845,
        0.029689097206967597,
        0.0013880624879548716,
        1.5795987197863922E-05,
    };
    private static final double[] TWO_Q = {
        1.0,
        1.246550441807504,
        0.5624420101401689,
        0.11368038978532215,
        0.01023151355178188,
        0.00034656170605563405,
        2.586843396122687E-06,
    };

    private static final double[] FOUR_P = {
        1.2561176684318005,
        1.1923497950038695,
        0.4128444637763371,
        0.06615999809389102,
        0.005047356027085525,
        0.0001661457784078864,
        1.7240559381851218E-06,
        1.0044518416103125E-09,
    };
    private static final double[] FOUR_Q = {
        1.0,
        0.7232816336394701,
        0.19709968662255142,
        0.025225870717852174,
        0.0015362643056898637,
        3.953411443176781E-05,
        2.9756413237137427E-07,
    };

    private static final double[] FAR_P = {
        0.08333333333333333, 0.5337215481907368, 0.6425705471498631, 0.08699889806767507,
    };
    private static final double[] FAR_Q = {
        1.0, 6.504658578288773, 8.313693376078882, 1.6156104400764297,
    };

    private Digamma() {}

    /**
     * ψ(x).
     *
     * @param x a positive number
     * @return the value; negative infinity for subnormal numbers whose reciprocal is too large
     * @throws IllegalArgumentException if {@code x} is not positive and finite
     */
    public static double value(double x) {
        Check.positive(x, "x");
        if (x < 1) {
            // The root is far away: x, rounded into 1 + x, is good enough.
            return (x - (ROOT - 1)) * Polynomial.ratio(ONE_P, ONE_Q, x) - 1 / x;
        }
        if (x < 2) {
            return (x - ROOT - ROOT_LOW) * Polynomial.ratio(ONE_P, ONE_Q, x - 1);
        }
        if (x < 4) {
            return Polynomial.ratio(TWO_P, TWO_Q, x - 2);
        }
        if (x < 8) {
            return Polynomial.ratio(FOUR_P, FOUR_Q, x - 4);
        }
        double t = 1 / x;
        return Math.log(x) - (0.5 * t + t * t * Polynomial.ratio(FAR_P, FAR_Q, t * t));
    }
}
