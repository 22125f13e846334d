package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.StudentT;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What tests of means need to know of a group.
 *
 * @param n how many
 * @param mean their mean; 0 if there are none
 * @param variance their variance with divisor n − 1; 0 if there are fewer than two
 */
record Spread(long n, double mean, double variance) {

    static Spread of(Moments moments) {
        long n = moments.count();
        return new Spread(n, n == 0 ? 0 : moments.mean(), n < 2 ? 0 : moments.variance());
    }

    static Spread of(double[] values) {
        return of(Moments.of(values));
    }

    /** From exact sums: no digit is lost to a large mean. */
    static Spread of(long n, long sum, BigInteger squares) {
        if (n == 0) {
            return new Spread(0, 0, 0);
        }
        BigInteger exact = BigInteger.valueOf(sum);
        double spread = squares.multiply(BigInteger.valueOf(n))
                .subtract(exact.multiply(exact))
                .doubleValue();
        return new Spread(n, (double) sum / n, n < 2 ? 0 : spread / n / (n - 1));
    }

    /** The mean with Student's t interval; none where all agree. */
    Estimate estimate(double confidence, String whenEmpty) {
        if (n == 0) {
            return Estimate.undefined(whenEmpty, 0);
        }
        if (n < 2) {
            return new Estimate(Measure.of(mean), Measure.undefined("a group of one"), Optional.empty(), 1, 1);
        }
        double error = Math.sqrt(variance / n);
        if (error == 0) {
            return new Estimate(Measure.of(mean), Measure.of(0), Optional.empty(), n, n);
        }
        double reach = StudentT.isf(n - 1.0, 0.5 * (1 - confidence)) * error;
        return new Estimate(
                Measure.of(mean),
                Measure.of(error),
                Optional.of(new Interval(mean - reach, mean + reach, confidence, "t")),
                n,
                n);
    }
}
