package io.loyalty.metrics.numeric;

/**
 * Tails of the gamma and the beta distribution next to their centre, relative to the density, for large parameters.
 *
 * <p><b>Method.</b> With \(\tfrac12 n r^2\) the deviance of the argument, a tail is
 * \(\int_r^\infty e^{-\frac12 n s^2} g(s)\,ds\) times a constant, where g is analytic: Temme's uniform form. Here g is expanded at 0
 * and integrated term by term, \(J_k = \int_r^\infty s^k e^{-\frac12 n (s^2 - r^2)} ds\), with \(J_0\) a scaled complementary error function
 * and \(n J_k = r^{k-1} + (k-1) J_{k-2}\): all terms positive, hence stable. For the lower tail the sign of s changes.
 *
 * <p>With the centred variable w, \(g = s/w\) and \(w\,w' = s\,(1 + c w - e w^2)\): for the gamma distribution c = 1, e = 0, n = a; for
 * the beta distribution with mean p = 1 − q: c = q − p, e = p q, n = a b/(a + b). The nearest singularity is at \(|s| = \sqrt{4\pi}\)
 * for the gamma and at \(\sqrt{4\pi/\max(p,q)}\) for the beta distribution, so r up to 1 and a, b from 16 on leave a truncation error
 * below 1e-16.
 *
 * <p><b>References.</b> N. M. Temme, 1979, The asymptotic expansion of the incomplete gamma functions, SIAM J. Math. Anal. 10,
 * doi:10.1137/0510071. N. M. Temme, 1982, The uniform asymptotic expansion of a class of integrals related to cumulative
 * distribution functions, SIAM J. Math. Anal. 13, doi:10.1137/0513017.
 */
final class UniformTail {

    /** The smallest shape parameter for which the expansion is good. */
    static final double LEAST_SHAPE = 16;

    /** The largest r²/2 for which it is good: deviance over shape. */
    static final double FARTHEST = 0.5;

    /** A deviance below it is better taken from the distance to the mean. */
    static final double TINY = 1e-16;

    private static final double SQRT_2 = 1.41421356237309504880;
    private static final double INV_SQRT_2PI = 0.39894228040143267794;

    /** Terms below this share of the sum no longer count. */
    private static final double NEGLIGIBLE = 1e-17;

    /** Number of coefficients, even. */
    private static final int TERMS = 34;

    /** Expansion of g for the gamma distribution, from the recurrence with 80 digits. */
    private static final double[] GAMMA = {
        1.0,
        -0.3333333333333333,
        0.08333333333333333,
        -0.014814814814814815,
        0.0011574074074074073,
        0.0003527336860670194,
        -0.0001787551440329218,
        3.919263178522438E-05,
        -2.185448510679992E-06,
        -1.85406221071516E-06,
        8.296711340953087E-07,
        -1.7665952736826078E-07,
        6.707853543401498E-09,
        1.0261809784240309E-08,
        -4.382036018453353E-09,
        9.14769958223679E-10,
        -2.5514193994946248E-11,
        -5.830772132550426E-11,
        2.4361948020667415E-11,
        -5.0276692801141755E-12,
        1.1004392031956135E-13,
        3.371763262400985E-13,
        -1.392388722418162E-13,
        2.8534893807047445E-14,
        -5.139111834242572E-16,
        -1.9752288294349442E-15,
        8.099521156704561E-16,
        -1.6522531216398162E-16,
        2.5305430097478883E-18,
        1.1686939738559576E-17,
        -4.770037049820485E-18,
        9.699126059056237E-19,
        -1.2932565538038175E-20,
        -6.969230253185693E-20,
    };

    private UniformTail() {}

    /**
     * The factor that makes a tail of the gamma distribution of shape n out of exp(−D − correction(n)).
     *
     * @param n the shape
     * @param root the square root of the deviance D
     * @param upper whether the argument lies above n and the upper tail is wanted; otherwise both are below
     */
    static double ofGamma(double n, double root, boolean upper) {
        double sign = upper ? 1 : -1;
        double inverse = 1 / n;
        double width = Math.sqrt(inverse);
        double r = SQRT_2 * root * width;
        // J_k times sqrt(n/(2 pi)), from here on.
        double even = 0.5 * Erf.scaled(root);
        double odd = INV_SQRT_2PI * width;
        double power = odd * n * r;
        double sum = even + sign * GAMMA[1] * odd;
        for (int k = 2; k < TERMS; k += 2) {
            even = (power + (k - 1) * even) * inverse;
            odd = (power * r + k * odd) * inverse;
            power *= r * r;
            double terms = GAMMA[k] * even + sign * GAMMA[k + 1] * odd;
            sum += terms;
            if (Math.abs(terms) < NEGLIGIBLE * sum) {
                break;
            }
        }
        return sum;
    }

    /**
     * The factor that makes the upper tail of the beta distribution of shapes a and b out of exp(−D − corrections), for an argument above
     * the mean. For the lower tail exchange a and b.
     *
     * @param a the first shape
     * @param b the second shape
     * @param root the square root of the deviance D
     */
    static double ofBeta(double a, double b, double root) {
        double p = a / (a + b);
        double q = b / (a + b);
        double c = q - p;
        double e = p * q;
        double inverse = 1 / a + 1 / b;
        double width = Math.sqrt(inverse);
        double r = SQRT_2 * root * width;
        // w and g as series in s; index = power.
        double[] w = new double[TERMS + 2];
        double[] g = new double[TERMS];
        w[1] = 1;
        g[0] = 1;
        double square = 0;
        double next = 1;
        // J_k times sqrt(n/(2 pi)).
        double last = 0.5 * Erf.scaled(root);
        double integral = INV_SQRT_2PI * width;
        double power = integral / inverse * r;
        double sum = last;
        double previous = sum;
        for (int k = 1; k < TERMS; k++) {
            // The coefficient of s^(k+2) in w², first from the differential equation, then as a product.
            double now = next;
            next = 2 * (c * w[k] - e * square) / (k + 2);
            w[k + 1] = 0.5 * next - halfSquare(w, k + 2);
            square = now;
            g[k] = -quotientTerm(w, g, k);
            double term = g[k] * integral;
            sum += term;
            if (Math.abs(term) + Math.abs(previous) < NEGLIGIBLE * sum) {
                break;
            }
            previous = term;
            double following = (power + k * last) * inverse;
            last = integral;
            integral = following;
            power *= r;
        }
        return sum;
    }

    /** Half the sum of w[i] w[m − i] over i from 2 to m − 2. */
    private static double halfSquare(double[] w, int m) {
        double sum = 0;
        double other = 0;
        int i = 2;
        for (; i + 1 < m - i - 1; i += 2) {
            sum += w[i] * w[m - i];
            other += w[i + 1] * w[m - i - 1];
        }
        for (; i < m - i; i++) {
            sum += w[i] * w[m - i];
        }
        return i == m - i ? sum + other + 0.5 * w[i] * w[i] : sum + other;
    }

    /** The sum of w[i + 1] g[k − i] over i from 1 to k. */
    private static double quotientTerm(double[] w, double[] g, int k) {
        double sum = 0;
        double other = 0;
        int i = 1;
        for (; i < k; i += 2) {
            sum += w[i + 1] * g[k - i];
            other += w[i + 2] * g[k - i - 1];
        }
        return i == k ? sum + other + w[k + 1] : sum + other;
    }
}
