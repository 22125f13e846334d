package io.loyalty.benchmarks;

import java.util.function.DoubleUnaryOperator;

/**
 * Distribution tails as they are written in an afternoon: Lanczos' log gamma, the series or the continued fraction of the incomplete
 * gamma and beta functions, and quantiles by bisection.
 */
final class NaiveTail {

    private static final double EPSILON = 1e-15;
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    };

    private NaiveTail() {}

    static double normal(double z) {
        double tail = 0.5 * gammaUpper(0.5, 0.5 * z * z);
        return z > 0 ? tail : 1 - tail;
    }

    static double studentT(double df, double t) {
        double tail = 0.5 * beta(0.5 * df, 0.5, df / (df + t * t));
        return t > 0 ? tail : 1 - tail;
    }

    static double chiSquare(double df, double x) {
        return gammaUpper(0.5 * df, 0.5 * x);
    }

    static double fisher(double df1, double df2, double f) {
        return beta(0.5 * df2, 0.5 * df1, df2 / (df2 + df1 * f));
    }

    /** The argument at which a falling tail has the given probability. */
    static double inverse(DoubleUnaryOperator tail, double probability, double low, double high) {
        double left = low;
        double right = high;
        while (right - left > EPSILON * (Math.abs(left) + Math.abs(right))) {
            double middle = 0.5 * (left + right);
            if (middle <= left || middle >= right) {
                break;
            }
            if (tail.applyAsDouble(middle) > probability) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
    }

    private static double logGamma(double x) {
        double y = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (y + i);
        }
        double t = y + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
    }

    private static double gammaUpper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double kernel = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (double n = a + 1; term > EPSILON * sum; n++) {
                term *= x / n;
                sum += term;
            }
            return 1 - kernel * sum;
        }
        // Lentz' method.
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 10_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < EPSILON) {
                break;
            }
        }
        return kernel * h;
    }

    private static double beta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double kernel = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? kernel * betaFraction(a, b, x) / a
                : 1 - kernel * betaFraction(b, a, 1 - x) / b;
    }

    private static double betaFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < EPSILON) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
