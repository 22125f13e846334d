package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Binomial;
import io.loyalty.metrics.numeric.ChiSquare;
import java.util.Objects;
import java.util.Optional;

/**
 * McNemar's test: did the same customers say yes more often the first time than the second?
 *
 * <h2>Definition</h2>
 *
 * <p>With b pairs of yes and no, and c of no and yes: under the null hypothesis b is binomial with b + c trials and probability 1/2. Exact
 * \( \min(1, 2 P(X \le \min(b, c))) \); mid-p takes half the probability of the observed number off on each side; the approximation is
 * \( \chi^2 = (b - c)^2/(b + c) \). The difference of the shares is \( (b - c)/n \), with the interval of Bonett and Price:
 * Wald's after adding one to b and c and two to n.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Only those who changed their mind decide the test. The exact test is safe and cautious, mid-p nearer to the nominal level.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Nobody changed: the exact p-value is 1, chi-square has none. No pairs: undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One tail of a distribution.
 *
 * <h2>References</h2>
 *
 * <p>McNemar, Q. (1947), Psychometrika 12, 153–157, doi:10.1007/BF02295996. Fagerland, M. W., Lydersen, S. and Laake, P. (2013), BMC Medical
 * Research Methodology 13:91, doi:10.1186/1471-2288-13-91 (mid-p). Bonett, D. G. and Price, R. M. (2012), Journal of Educational and
 * Behavioral Statistics 37, 479–488, doi:10.3102/1076998611411915.
 *
 * @param difference share of the first minus share of the second, with standard error and 95 % interval
 * @param exact the exact test
 * @param midP the exact test with half the probability of the observed table
 * @param chiSquare the approximate test, without continuity correction
 */
public record McNemar(Estimate difference, TestResult exact, TestResult midP, TestResult chiSquare) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Refuses missing parts.
     *
     * @param difference share of the first minus share of the second
     * @param exact the exact test
     * @param midP the exact test with half the probability of the observed table
     * @param chiSquare the approximate test
     */
    public McNemar {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(exact, "exact");
        Objects.requireNonNull(midP, "midP");
        Objects.requireNonNull(chiSquare, "chiSquare");
    }

    /**
     * The test of four counts of pairs.
     *
     * @param both yes both times
     * @param firstOnly yes the first time only
     * @param secondOnly yes the second time only
     * @param neither no both times
     * @return the test
     * @throws IllegalArgumentException if a count is negative
     */
    public static McNemar of(long both, long firstOnly, long secondOnly, long neither) {
        Require.atLeast(0, both, "both");
        Require.atLeast(0, firstOnly, "firstOnly");
        Require.atLeast(0, secondOnly, "secondOnly");
        Require.atLeast(0, neither, "neither");
        long changed = Math.addExact(firstOnly, secondOnly);
        long n = Math.addExact(changed, Math.addExact(both, neither));
        if (n == 0) {
            TestResult none = TestResult.undefined("McNemar", "no pairs");
            return new McNemar(Estimate.undefined("no pairs", 0), none, none, none);
        }
        long fewer = Math.min(firstOnly, secondOnly);
        double tail = Binomial.cdf(changed, 0.5, fewer);
        double observed = Binomial.pmf(changed, 0.5, fewer);
        double change = (double) firstOnly - secondOnly;
        TestResult chiSquare = changed == 0
                ? TestResult.undefined("McNemar chi-square", "nobody changed")
                : TestResult.of(
                        "McNemar chi-square",
                        change / changed * change,
                        ChiSquare.sf(1, change / changed * change),
                        1.0);
        return new McNemar(
                difference(firstOnly, secondOnly, n),
                TestResult.of("McNemar exact", firstOnly, Math.min(1, 2 * tail)),
                // At b = c both tails share the observed number, and twice the tail less that number is 1.
                TestResult.of("McNemar mid-p", firstOnly, Math.min(1, 2 * tail - observed)),
                chiSquare);
    }

    private static Estimate difference(long firstOnly, long secondOnly, long n) {
        double p = (double) firstOnly / n;
        double q = (double) secondOnly / n;
        double adjustedP = (firstOnly + 1.0) / (n + 2.0);
        double adjustedQ = (secondOnly + 1.0) / (n + 2.0);
        double half = Intervals.z(CONFIDENCE) * Math.sqrt(variance(adjustedP, adjustedQ) / (n + 2.0));
        return new Estimate(
                Measure.of(p - q),
                Measure.of(Math.sqrt(variance(p, q) / n)),
                Optional.of(new Interval(
                        Math.max(-1, adjustedP - adjustedQ - half),
                        Math.min(1, adjustedP - adjustedQ + half),
                        CONFIDENCE,
                        "Bonett-Price")),
                n,
                n);
    }

    private static double variance(double p, double q) {
        return p + q - (p - q) * (p - q);
    }
}
