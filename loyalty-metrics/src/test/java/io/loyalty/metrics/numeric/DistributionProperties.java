package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Quantiles invert, tails add up to one, and everything is monotone. */
class DistributionProperties {

    @Property(seed = "71")
    void normalRoundTrip(@ForAll @Scale(12) @DoubleRange(min = -690, max = -0.001) double logTail) {
        double q = Math.exp(logTail);
        assertEquals(q, Normal.sf(Normal.isf(q)), 2e-15 * q * (1 - 2 * logTail));
        assertEquals(-Normal.isf(q), Normal.quantile(q));
    }

    @Property(seed = "72")
    void gammaRoundTrip(
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 5) double logShape,
            @ForAll @Scale(12) @DoubleRange(min = -690, max = -0.001) double logTail) {
        double a = Math.pow(10, logShape);
        double q = Math.exp(logTail);
        double upper = RegularizedGamma.inverseQ(a, q);
        if (upper > 1e-290) {
            assertEquals(q, RegularizedGamma.q(a, upper), allowed(a * GammaKernel.value(a, upper, 0), q));
        }
        double lower = RegularizedGamma.inverseP(a, q);
        if (lower > 1e-290) {
            assertEquals(q, RegularizedGamma.p(a, lower), allowed(a * GammaKernel.value(a, lower, 0), q));
        }
    }

    @Property(seed = "73")
    void betaRoundTrip(
            @ForAll @Scale(12) @DoubleRange(min = -2, max = 5) double logA,
            @ForAll @Scale(12) @DoubleRange(min = -2, max = 5) double logB,
            @ForAll @Scale(12) @DoubleRange(min = -690, max = -0.001) double logTail) {
        double a = Math.pow(10, logA);
        double b = Math.pow(10, logB);
        double p = Math.exp(logTail);
        BetaInverse.Split split = BetaInverse.of(a, b, p, false);
        if (split.share() > 1e-290 && split.rest() > 1e-290) {
            boolean left = split.share() < split.rest();
            DoubleDouble x = left ? new DoubleDouble(split.share(), 0) : DoubleDouble.difference(1, split.rest());
            DoubleDouble y = left ? DoubleDouble.difference(1, split.share()) : new DoubleDouble(split.rest(), 0);
            double back = RegularizedBeta.tail(a, b, x, y, false);
            assertEquals(p, back, allowed(BetaKernel.value(a, b, x, y), p));
        }
    }

    @Property(seed = "74")
    void studentRoundTrip(
            @ForAll @Scale(12) @DoubleRange(min = -0.3, max = 6) double logDf,
            @ForAll @Scale(12) @DoubleRange(min = -300, max = -0.7) double logTail) {
        double df = Math.pow(10, logDf);
        double q = Math.exp(logTail);
        double t = StudentT.isf(df, q);
        assertEquals(q, StudentT.sf(df, t), allowed(Math.abs(t) * StudentT.pdf(df, t), q));
        assertEquals(-t, StudentT.quantile(df, q));
    }

    @Property(seed = "75")
    void fisherRoundTrip(
            @ForAll @Scale(12) @DoubleRange(min = 0.5, max = 300) double df1,
            @ForAll @Scale(12) @DoubleRange(min = 0.5, max = 300) double df2,
            @ForAll @Scale(12) @DoubleRange(min = 0.0001, max = 0.9999) double p) {
        double f = FDistribution.quantile(df1, df2, p);
        assertEquals(p, FDistribution.cdf(df1, df2, f), 1e-13 * (1 + df1) * p);
        double g = FDistribution.isf(df1, df2, p);
        assertEquals(p, FDistribution.sf(df1, df2, g), 1e-13 * (1 + df2) * p);
    }

    @Property(seed = "76")
    void tailsAddUpToOne(
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 1000) double a,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 1000) double b,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double x) {
        assertEquals(1, Beta.cdf(a, b, x) + Beta.sf(a, b, x), 1e-15);
        assertEquals(1, Gamma.cdf(a, b, x * a * b * 2) + Gamma.sf(a, b, x * a * b * 2), 1e-15);
        assertEquals(1, StudentT.cdf(a, x * b) + StudentT.sf(a, x * b), 1e-15);
        assertEquals(1, FDistribution.cdf(a, b, 3 * x) + FDistribution.sf(a, b, 3 * x), 1e-15);
        assertEquals(1, Normal.cdf(8 * x) + Normal.sf(8 * x), 1e-15);
    }

    @Property(seed = "77")
    void tailsFall(
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 2000) double a,
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 2000) double b,
            @ForAll @Scale(12) @DoubleRange(min = 0.0001, max = 0.99) double x,
            @ForAll @Scale(12) @DoubleRange(min = 1e-9, max = 1e-2) double step) {
        double slack = 1 + 2e-14;
        assertTrue(Beta.sf(a, b, x + step) <= Beta.sf(a, b, x) * slack);
        assertTrue(Beta.cdf(a, b, x) <= Beta.cdf(a, b, x + step) * slack);
        double u = 2 * a * x;
        assertTrue(RegularizedGamma.q(a, u + step) <= RegularizedGamma.q(a, u) * slack);
        assertTrue(RegularizedGamma.p(a, u) <= RegularizedGamma.p(a, u + step) * slack);
        assertTrue(StudentT.sf(a, 10 * x + step) <= StudentT.sf(a, 10 * x) * slack);
        assertTrue(NoncentralT.sf(5 + a, 1, x + step) <= NoncentralT.sf(5 + a, 1, x) * slack);
    }

    @Property(seed = "78", tries = 300)
    void binomialTailsAreSums(
            @ForAll @LongRange(min = 1, max = 60) long n,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double p,
            @ForAll @LongRange(min = 0, max = 60) long k) {
        double lower = 0;
        double upper = 0;
        for (long i = 0; i <= n; i++) {
            if (i <= k) {
                lower += Binomial.pmf(n, p, i);
            } else {
                upper += Binomial.pmf(n, p, i);
            }
        }
        assertEquals(lower, Binomial.cdf(n, p, k), 2e-14 * lower);
        assertEquals(upper, Binomial.sf(n, p, k), 2e-14 * upper);
    }

    @Property(seed = "79", tries = 300)
    void poissonTailsAreSums(
            @ForAll @Scale(12) @DoubleRange(min = 0.01, max = 60) double mean,
            @ForAll @LongRange(min = 0, max = 100) long k) {
        double lower = 0;
        for (long i = 0; i <= k; i++) {
            lower += Poisson.pmf(mean, i);
        }
        double upper = 0;
        for (long i = k + 200; i > k; i--) {
            upper += Poisson.pmf(mean, i);
        }
        assertEquals(lower, Poisson.cdf(mean, k), 2e-14 * lower);
        assertEquals(upper, Poisson.sf(mean, k), 2e-14 * upper);
    }

    @Property(seed = "80", tries = 300)
    void hypergeometricIsSymmetricInItsMargins(
            @ForAll @LongRange(min = 1, max = 400) long population,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double shareMarked,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double shareDrawn,
            @ForAll @LongRange(min = 0, max = 400) long k) {
        long marked = Math.round(shareMarked * population);
        long draws = Math.round(shareDrawn * population);
        double expected = Hypergeometric.cdf(population, marked, draws, k);
        assertEquals(expected, Hypergeometric.cdf(population, draws, marked, k), 1e-14 * expected);
        assertEquals(1, expected + Hypergeometric.sf(population, marked, draws, k), 1e-14);
        double sum = 0;
        for (long i = 0; i <= k; i++) {
            sum += Hypergeometric.pmf(population, marked, draws, i);
        }
        assertEquals(sum, expected, 1e-13 * sum);
    }

    /** Five ulps of the probability, and what two ulps of the argument do to it. */
    private static double allowed(double density, double probability) {
        return 2e-14 * probability + 4e-16 * density;
    }
}
