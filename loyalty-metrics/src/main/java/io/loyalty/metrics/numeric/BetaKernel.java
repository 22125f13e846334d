package io.loyalty.metrics.numeric;

/**
 * x<sup>a</sup> y<sup>b</sup> / B(a, b) with y = 1 − x: the density of the log odds of a beta variate, and the factor of every incomplete
 * beta function.
 *
 * <p><b>Method.</b> Loader's saddle-point form: with n = a + b the exponent is the deviance D = a log(a/(n x)) + b log(b/(n y)), here in two words,
 * plus Stirling's corrections. A shape below 1 enters by Γ(1 + a) instead. Both x and y are given in two words, because a rounded
 * 1 − x would cost b half ulps. Relative error at most 2e-15 wherever the result is a normal number.
 *
 * <p>C. Loader, 2000, Fast and accurate computation of binomial probabilities.
 */
final class BetaKernel {

    private BetaKernel() {}

    /** The deviance a log(a/(n x)) + b log(b/(n y)) of positive a, b, x, y. */
    static DoubleDouble deviance(double a, double b, DoubleDouble x, DoubleDouble y) {
        DoubleDouble n = DoubleDouble.sum(a, b);
        DoubleDouble nx = n.times(x);
        DoubleDouble ny = n.times(y);
        return LogRatio.of(a, 0, nx.hi(), nx.lo())
                .times(a)
                .plus(LogRatio.of(b, 0, ny.hi(), ny.lo()).times(b));
    }

    /** The kernel. */
    static double value(double a, double b, DoubleDouble x, DoubleDouble y) {
        if (a >= 1 && b >= 1) {
            return decay(a, b, deviance(a, b, x, y)) * factor(a, b);
        }
        return exponent(a, b, x, y).expOfMinus() * factor(a, b);
    }

    /** exp(−D − corrections) for a and b at least 1: the kernel but for its slowly varying factor. */
    static double decay(double a, double b, DoubleDouble deviance) {
        return deviance.plus(corrections(a, b)).expOfMinus();
    }

    /** Logarithm of the kernel. */
    static double log(double a, double b, DoubleDouble x, DoubleDouble y) {
        return Math.log(factor(a, b)) - exponent(a, b, x, y).value();
    }

    /** Logarithm of the kernel over x y, the density of x: the quotient is taken before anything is rounded. */
    static double logDensity(double a, double b, DoubleDouble x, DoubleDouble y) {
        DoubleDouble logs = LogRatio.of(x.hi(), x.lo(), 1, 0).plus(LogRatio.of(y.hi(), y.lo(), 1, 0));
        return Math.log(factor(a, b)) - exponent(a, b, x, y).plus(logs).value();
    }

    private static DoubleDouble exponent(double a, double b, DoubleDouble x, DoubleDouble y) {
        if (a >= 1 && b >= 1) {
            return deviance(a, b, x, y).plus(corrections(a, b));
        }
        if (a >= 1) {
            return exponent(b, a, y, x);
        }
        if (b < 1) {
            return LogRatio.of(1, 0, x.hi(), x.lo())
                    .times(a)
                    .plus(LogRatio.of(1, 0, y.hi(), y.lo()).times(b));
        }
        DoubleDouble n = DoubleDouble.sum(a, b);
        DoubleDouble nx = n.times(x);
        DoubleDouble ny = n.times(y);
        return LogRatio.of(1, 0, nx.hi(), nx.lo())
                .times(a)
                .plus(LogRatio.of(b, 0, ny.hi(), ny.lo()).times(b))
                .plus(a)
                .plus(Stirling.correction(b) - Stirling.correction(n.hi()));
    }

    /** The slowly varying factor of the kernel. */
    static double factor(double a, double b) {
        double n = a + b;
        if (a >= 1 && b >= 1) {
            return Math.sqrt(a * (b / n)) / Stirling.SQRT_2PI;
        }
        if (a >= 1) {
            return factor(b, a);
        }
        if (b >= 1) {
            return a / GammaOnUnit.onePlus(a) * Math.sqrt(b / n);
        }
        return a * (b / n) * GammaOnUnit.onePlusUpToTwo(n) / (GammaOnUnit.onePlus(a) * GammaOnUnit.onePlus(b));
    }

    private static double corrections(double a, double b) {
        return Stirling.correction(a) + Stirling.correction(b) - Stirling.correction(a + b);
    }
}
