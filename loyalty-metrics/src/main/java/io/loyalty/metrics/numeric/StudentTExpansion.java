package io.loyalty.metrics.numeric;

/**
 * Two-sided tails of Student's t distribution for many degrees of freedom, next to the centre.
 *
 * <p><b>Method.</b> With s² = log(1 + t²/ν) and n = ν − 1/2 the tail is proportional to \(\int_s^\infty e^{-\frac12 n u^2} h(u)\,du\),
 * \(h = (\sinh y / y)^{-1/2}\), y = u²/2: the half taken from ν makes h a series in u⁴. It is integrated term by term as in
 * {@link UniformTail}, and divided by the same integral from 0. The nearest singularity is at u² = 2π, so that nine terms are good to
 * 1e-16 for ν from 20 and s² up to 1.
 *
 * <p>D. L. Wallace, 1959, Bounds on normal approximations to Student's and the chi-square distributions, Ann. Math. Statist. 30,
 * doi:10.1214/aoms/1177706100, has s as the leading normal deviate.
 */
final class StudentTExpansion {

    /** The fewest degrees of freedom for which the expansion is good. */
    static final double LEAST_DF = 20;

    /** The largest t²/ν for which it is good: s² up to 1. */
    static final double FARTHEST = 1.7;

    private static final double NEGLIGIBLE = 1e-17;
    private static final double SQRT_HALF_PI = 1.25331413731550025121;

    /** Coefficients of u⁰, u⁴, u⁸, … in h, from the recurrence for powers of a series with 60 digits. */
    private static final double[] SERIES = {
        1.0,
        -0.020833333333333332,
        3.90625E-4,
        -7.879670965608466E-6,
        1.6967665791721782E-7,
        -3.805064191721906E-9,
        8.748377596315407E-11,
        -2.044523359411974E-12,
        4.833351797967704E-14,
        -1.152434101767386E-15,
        2.76605204359937E-17,
    };

    private StudentTExpansion() {}

    /** P(|T| > t) from the logarithm of 1 + t²/df. */
    static double twoSided(double df, DoubleDouble logRatio) {
        double n = df - 0.5;
        double squared = logRatio.value();
        DoubleDouble deviance = logRatio.times(0.5 * n);
        double inverse = 1 / n;
        // Integrals of u^2j from s, and from 0, relative to that of 1 from 0.
        double part = Erf.scaled(Math.sqrt(deviance.hi()));
        double whole = 1;
        double power = Math.sqrt(squared) * Math.sqrt(n) / SQRT_HALF_PI * inverse;
        double parts = part;
        double wholes = 1;
        for (int k = 1; k < SERIES.length; k++) {
            for (int j = 4 * k - 3; j < 4 * k; j += 2) {
                part = power + j * inverse * part;
                whole *= j * inverse;
                power *= squared;
            }
            double term = SERIES[k] * part;
            parts += term;
            wholes += SERIES[k] * whole;
            if (Math.abs(term) < NEGLIGIBLE * parts) {
                break;
            }
        }
        return deviance.expOfMinus() * parts / wholes;
    }
}
