package io.loyalty.metrics.numeric;

/**
 * Logarithm of the beta function, for positive arguments.
 *
 * <p><b>Method.</b> log Γ of the smaller argument less the increment of log Γ from the larger one to the sum, so that large terms do not
 * cancel.
 *
 * <p><b>Range and error.</b> Positive finite numbers whose sum is finite. Error at most 2e-15 times the larger of 1 and the result.
 *
 * <p><b>References.</b> F. W. J. Olver and others (eds.), 2010, NIST Handbook of Mathematical Functions, sections 5.11 and 5.12,
 * https://dlmf.nist.gov/5.12.
 */
public final class LogBeta {

    private LogBeta() {}

    /**
     * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b).
     *
     * @param a a positive number
     * @param b a positive number
     * @return the logarithm
     * @throws IllegalArgumentException if an argument or their sum is not positive and finite
     */
    public static double value(double a, double b) {
        Check.positive(a, "a");
        Check.positive(b, "b");
        Check.positive(a + b, "a + b");
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        if (small < 8) {
            return LogGamma.value(small) - LogGamma.increment(large, small);
        }
        // Stirling's formula for all three, with the leading terms combined.
        double n = small + large;
        return Stirling.HALF_LOG_2PI
                - 0.5 * Math.log(small * (large / n))
                + small * Math.log(small / n)
                + large * Math.log1p(-small / n)
                + (Stirling.correction(small) + Stirling.correction(large) - Stirling.correction(n));
    }
}
