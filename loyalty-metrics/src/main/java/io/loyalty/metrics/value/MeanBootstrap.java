package io.loyalty.metrics.value;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** The BCa bootstrap interval of a mean. */
final class MeanBootstrap {

    static final int LEAST_VALUES = 5;

    private static final int RESAMPLES = 2000;

    private MeanBootstrap() {}

    /** The interval of values that are not all equal; empty for fewer than five. */
    static Optional<Interval> interval(double[] values, double confidence, long seed) {
        int n = values.length;
        if (n < LEAST_VALUES) {
            return Optional.empty();
        }
        Moments moments = Moments.of(values);
        double mean = moments.mean();
        double[] means = means(values, mean, seed);
        int below = 0;
        int equal = 0;
        for (double resampled : means) {
            if (resampled < 0) {
                below++;
            } else if (resampled == 0) {
                equal++;
            }
        }
        double bias = Normal.quantile((below + 0.5 * equal) / RESAMPLES);
        // The jackknife's acceleration, which for a mean is a sixth of the skewness over √n.
        double scale = Math.sqrt(moments.squaredDeviations());
        double cubes = 0;
        for (double value : values) {
            double deviation = (value - mean) / scale;
            cubes += deviation * deviation * deviation;
        }
        double acceleration = cubes / 6;
        double z = Normal.isf(0.5 * (1 - confidence));
        return Optional.of(new Interval(
                mean + quantile(means, share(bias, acceleration, -z)),
                mean + quantile(means, share(bias, acceleration, z)),
                confidence,
                "BCa bootstrap"));
    }

    /** The means of the resamples less the mean of the values, in the order of size. */
    private static double[] means(double[] values, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = values.length;
        double[] means = new double[RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                // Deviations, so that a common offset costs no digits.
                sum += values[random.nextInt(n)] - mean;
            }
            means[b] = sum / n;
        }
        Arrays.sort(means);
        return means;
    }

    private static double share(double bias, double acceleration, double z) {
        double shifted = bias + z;
        if (acceleration * shifted >= 1) {
            // So far out that the normalising transformation has no inverse.
            return shifted > 0 ? 1 : 0;
        }
        return Normal.cdf(bias + shifted / (1 - acceleration * shifted));
    }

    /** Interpolated between the two nearest of B values at places 1 to B of B + 1; the outermost beyond them. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length + 1) - 1;
        if (!(place > 0)) {
            return sorted[0];
        }
        if (place >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        int left = (int) place;
        return sorted[left] + (place - left) * (sorted[left + 1] - sorted[left]);
    }
}
