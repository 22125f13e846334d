package io.loyalty.metrics.numeric;

/**
 * The error function, its complement, the scaled complement, and their inverses.
 *
 * <p><b>Method.</b> Rational approximations in four pieces, as laid out by Cody: erf(x)/x in x² below 1/2, the scaled complement
 * \(e^{x^2}\,\mathrm{erfc}(x)\) in x up to 6 and x times it in 1/x² beyond. The coefficients are this library's own: rational interpolation
 * at Chebyshev nodes with 60 digits, truncation error below 1e-17 in every piece. \(e^{-x^2}\) is computed with the square in
 * two words, so that the far tail keeps full relative accuracy.
 *
 * <p><b>Range and error.</b> Every argument but NaN, which is refused. Relative error at most 1e-15 wherever the result is a
 * normal number; the inverses at most 1e-15 too.
 *
 * <p><b>References.</b> W. J. Cody, 1969, Rational Chebyshev approximations for the error function, Math. Comp. 23,
 * doi:10.1090/S0025-5718-1969-0247736-4.
 */
public final class Erf {

    private static final double SQRT_HALF = 0.70710678118654752440;

    /** erfc(x) is 0 in doubles from here on; it also keeps the square from overflowing. */
    private static final double ERFC_VANISHES = 27.3;

    /** 1/sqrt(pi). */
    private static final double INV_SQRT_PI = 0.56418958354775628695;

    private static final double[] SMALL_P = {
        1.1283791670955126, 0.13273781588831823, 0.04003497179909916, 0.001111947160008201, 6.53146755682646E-05,
    };
    private static final double[] SMALL_Q = {
        1.0, 0.4509691597993518, 0.08580312323455648, 0.008299086420556764, 0.00035166476084434685,
    };

    private static final double[] NEAR_P = {
        1.0,
        1.5892878300221742,
        1.274422948636193,
        0.6289621794352862,
        0.2031485724720854,
        0.04259751604985085,
        0.005364177624779696,
        0.0003141189966944784,
    };
    private static final double[] NEAR_Q = {
        1.0,
        2.7176669971176857,
        3.3409817712868635,
        2.4334421887462483,
        1.1523848197415765,
        0.36481278188977656,
        0.0757816149507157,
        0.009507693509586529,
        0.0005567632522516738,
    };

    private static final double[] MID_P = {
        0.9999988906249097,
        1.9805954427151673,
        1.9222388152291017,
        1.1589528810732221,
        0.4663514317913301,
        0.12600721300049977,
        0.021514742390461025,
        0.0019131569808495735,
    };
    private static final double[] MID_Q = {
        1.0,
        3.1089659456069763,
        4.430364617086531,
        3.8012859177552674,
        2.1641676350109407,
        0.8456532333346031,
        0.22503746560909424,
        0.03813388787834629,
        0.003390982459699354,
    };

    private static final double[] FAR_P = {
        0.5641895835477563,
        13.457810672725579,
        102.8654392627993,
        292.16729160130376,
        262.7437669863988,
        33.90763326999529,
    };
    private static final double[] FAR_Q = {
        1.0, 24.353348351629805, 193.7509181222512, 598.3384889046434, 658.657285654665, 173.66985724619582,
    };

    private Erf() {}

    /**
     * The error function, \( \frac{2}{\sqrt{\pi}} \int_0^x e^{-t^2} dt \).
     *
     * @param x any number
     * @return a number in [-1, 1]
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double erf(double x) {
        double size = Math.abs(x);
        if (size < 0.5) {
            return x * Polynomial.ratio(SMALL_P, SMALL_Q, x * x);
        }
        // From 6 on 1 - erf is below half an ulp of 1.
        double value = Check.number(size, "x") < 6 ? 1 - expOfMinusSquare(size) * scaled(size) : 1;
        return Math.copySign(value, x);
    }

    /**
     * The complement 1 − erf(x), as a tail of its own.
     *
     * @param x any number
     * @return a number in [0, 2]
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double erfc(double x) {
        if (x >= 0.5) {
            return x < ERFC_VANISHES ? expOfMinusSquare(x) * scaled(x) : 0;
        }
        return 1 - erf(x);
    }

    /**
     * The scaled complement \(e^{x^2}\,\mathrm{erfc}(x)\), which decays like \(1/(x\sqrt\pi)\).
     *
     * @param x any number; below −26.7 the value exceeds the doubles
     * @return a positive number, positive infinity if it is too large, 0 for positive infinity
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public static double erfcx(double x) {
        if (x >= 0) {
            return scaled(x);
        }
        Check.number(x, "x");
        double square = x * x;
        double low = square < Double.MAX_VALUE ? Math.fma(x, x, -square) : 0;
        double growth = Math.exp(square);
        return growth < Double.MAX_VALUE ? growth * erfc(x) * (1 + low) : growth;
    }

    /**
     * The number whose error function is given.
     *
     * @param y a number in [-1, 1]
     * @return x with erf(x) = y; an infinity for −1 and 1
     * @throws IllegalArgumentException if {@code y} is out of range or NaN
     */
    public static double inverseErf(double y) {
        double size = Math.abs(y);
        if (!(size <= 1)) {
            throw new IllegalArgumentException("y must be in [-1, 1]: " + y);
        }
        return SQRT_HALF * NormalQuantile.ofCentre(0.5 * y);
    }

    /**
     * The number whose complementary error function is given.
     *
     * @param y a number in [0, 2]
     * @return x with erfc(x) = y; an infinity for 0 and 2
     * @throws IllegalArgumentException if {@code y} is out of range or NaN
     */
    public static double inverseErfc(double y) {
        if (!(y >= 0 && y <= 2)) {
            throw new IllegalArgumentException("y must be in [0, 2]: " + y);
        }
        return SQRT_HALF * NormalQuantile.ofUpperTail(0.5 * y);
    }

    /** The scaled complement for x at least 0. */
    static double scaled(double x) {
        if (x < 2) {
            return Polynomial.ratio(NEAR_P, NEAR_Q, x);
        }
        if (x < 6) {
            return Polynomial.ratio(MID_P, MID_Q, x);
        }
        // Beyond 1e8 the square of 1/x no longer counts, and beyond 1e154 that of x would overflow.
        return x < 1e8 ? Polynomial.ratio(FAR_P, FAR_Q, 1 / (x * x)) / x : INV_SQRT_PI / x;
    }

    /** exp(-x²) with the rounding error of the square carried along. */
    private static double expOfMinusSquare(double x) {
        double square = x * x;
        return Math.exp(-square) * (1 - Math.fma(x, x, -square));
    }
}
