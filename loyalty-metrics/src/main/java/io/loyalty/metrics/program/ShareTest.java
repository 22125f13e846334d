package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Hypergeometric;
import io.loyalty.metrics.numeric.Normal;

/**
 * Tests of whether two shares differ.
 *
 * <p>References: Fisher, R. A. (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98, 39–82,
 * doi:10.2307/2342435.
 */
public enum ShareTest {

    /** The z test with pooled variance: good for groups of some dozens on. */
    POOLED_Z {
        @Override
        Measure pValue(long x1, long n1, long x2, long n2) {
            double pooled = ((double) x1 + x2) / ((double) n1 + n2);
            double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
            return variance > 0
                    ? Measure.of(2 * Normal.sf(Math.abs((double) x1 / n1 - (double) x2 / n2) / Math.sqrt(variance)))
                    : Measure.undefined("all or none in both groups");
        }
    },

    /** Fisher's exact test: right for any size, on the safe side for small ones. */
    FISHER {
        @Override
        Measure pValue(long x1, long n1, long x2, long n2) {
            long population = Math.addExact(n1, n2);
            long marked = x1 + x2;
            // Tables as likely as the observed one but for rounding count as just as likely.
            double bound = Hypergeometric.pmf(population, marked, n1, x1) * (1 + 1e-7);
            boolean low = x1 <= (double) marked / population * n1;
            double near = low ? atMost(population, marked, n1, x1) : atLeast(population, marked, n1, x1);
            // From here probabilities rise to the mode, if at all, and then fall: seek the first that is no likelier.
            long likelier = x1;
            long farthest = low ? Math.min(marked, n1) + 1 : Math.max(0, marked - n2) - 1;
            long far = farthest;
            while (Math.abs(far - likelier) > 1) {
                long middle = likelier + (far - likelier) / 2;
                if (Hypergeometric.pmf(population, marked, n1, middle) <= bound) {
                    far = middle;
                } else {
                    likelier = middle;
                }
            }
            double other = 0;
            if (far != farthest) {
                other = low ? atLeast(population, marked, n1, far) : atMost(population, marked, n1, far);
            }
            return Measure.of(Math.min(1, near + other));
        }

        private double atMost(long population, long marked, long draws, long k) {
            return Hypergeometric.cdf(population, marked, draws, k);
        }

        private double atLeast(long population, long marked, long draws, long k) {
            return Hypergeometric.sf(population, marked, draws, k - 1);
        }
    };

    /** The two-sided p-value of x1 of n1 against x2 of n2; no group is empty. */
    abstract Measure pValue(long x1, long n1, long x2, long n2);
}
