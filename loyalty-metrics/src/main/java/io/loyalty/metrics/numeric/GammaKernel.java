package io.loyalty.metrics.numeric;

/**
 * x<sup>a</sup> e<sup>−x</sup> / Γ(a + 1): the Poisson probability of a, for real a, and the factor of every incomplete gamma
 * function.
 *
 * <p><b>Method.</b> Loader's saddle-point form, exp(−D − correction(a)) / sqrt(2πa) with the deviance D = a log(a/x) + x − a, here in two
 * words; below a = 1 directly, exp(a log x − x) / Γ(1 + a). Relative error at most 1e-15 for every a and x whose result is a normal
 * number: D is never more than 745 then, and is known to 1e-17.
 *
 * <p>C. Loader, 2000, Fast and accurate computation of binomial probabilities.
 */
final class GammaKernel {

    private GammaKernel() {}

    /** The deviance a log(a/x) + x − a, for a positive a and a positive x in two words. */
    static DoubleDouble deviance(double a, double x, double xLow) {
        DoubleDouble excess = DoubleDouble.difference(x, a).plus(xLow);
        return LogRatio.of(a, 0, x, xLow).times(a).plus(excess);
    }

    /** The kernel for a at least 0 and a positive finite x in two words. */
    static double value(double a, double x, double xLow) {
        if (a < 1) {
            return smallExponent(a, x, xLow).expOfMinus() / GammaOnUnit.onePlus(a);
        }
        return decay(a, deviance(a, x, xLow)) / (Stirling.SQRT_2PI * Math.sqrt(a));
    }

    /** exp(−D − correction(a)) for a at least 1: the kernel but for its slowly varying factor. */
    static double decay(double a, DoubleDouble deviance) {
        return deviance.plus(Stirling.correction(a)).expOfMinus();
    }

    /** Logarithm of the kernel. */
    static double log(double a, double x, double xLow) {
        if (a < 1) {
            return -smallExponent(a, x, xLow).plus(LogGamma.onePlus(a)).value();
        }
        return -(deviance(a, x, xLow).plus(Stirling.correction(a)).value() + Stirling.HALF_LOG_2PI + 0.5 * Math.log(a));
    }

    private static DoubleDouble smallExponent(double a, double x, double xLow) {
        return LogRatio.of(1, 0, x, xLow).times(a).plus(new DoubleDouble(x, xLow));
    }
}
