package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanBootstrapTest {

    private static final double[][] SAMPLES = {
        {0, 0, 0, 1, 1}, {1, 2, 2, 3, 5, 8, 9, 14, 20, 60}, {-5, 3, 7, 7, 7, 9}, {1e9, 1e9 + 1, 1e9 + 2, 1e9 + 7, 1e9}
    };

    @Test
    void boundsAreThoseOfTheDefinition() {
        for (double[] sample : SAMPLES) {
            for (double confidence : new double[] {0.5, 0.9, 0.95, 0.999}) {
                Interval interval =
                        MeanBootstrap.interval(sample, confidence, 42).orElseThrow();
                double[] expected = naive(sample, confidence, 42);
                assertEquals(expected[0], interval.lower(), 1e-9 * Math.abs(expected[0]) + 1e-12);
                assertEquals(expected[1], interval.upper(), 1e-9 * Math.abs(expected[1]) + 1e-12);
                assertEquals(confidence, interval.confidence());
            }
        }
    }

    @Test
    void extremeConfidenceEndsAtTheExtremeResamples() {
        double[] skewed = {0, 0, 0, 0, 100};
        Interval interval = MeanBootstrap.interval(skewed, 1 - 1e-15, 1).orElseThrow();
        assertEquals(0, interval.lower());
        assertTrue(interval.upper() >= 60 && interval.upper() <= 100, interval::toString);
    }

    @Test
    void fewerThanFiveValuesHaveNoInterval() {
        assertTrue(MeanBootstrap.interval(new double[] {1, 2, 3, 4}, 0.95, 1).isEmpty());
        assertTrue(MeanBootstrap.interval(new double[] {1, 2, 3, 4, 5}, 0.95, 1).isPresent());
    }

    /** Efron's definition step by step, with leave-one-out means for the acceleration. */
    private static double[] naive(double[] values, double confidence, long seed) {
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[2000];
        for (int b = 0; b < means.length; b++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += values[random.nextInt(n)] - values[0];
            }
            means[b] = sum / n + values[0];
        }
        Arrays.sort(means);
        double tolerance = 1e-9 * (values[n - 1] - values[0] == 0 ? 1 : Math.abs(values[n - 1] - values[0]));
        double below = Arrays.stream(means).filter(m -> m < mean - tolerance).count();
        double equal = Arrays.stream(means)
                .filter(m -> Math.abs(m - mean) <= tolerance)
                .count();
        double bias = Normal.quantile((below + equal / 2) / means.length);
        double[] without = IntStream.range(0, n)
                .mapToDouble(i -> (n * (mean - values[0]) - (values[i] - values[0])) / (n - 1))
                .toArray();
        double center = Arrays.stream(without).sum() / n;
        double cubes = Arrays.stream(without).map(m -> Math.pow(center - m, 3)).sum();
        double squares =
                Arrays.stream(without).map(m -> Math.pow(center - m, 2)).sum();
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        double[] bounds = new double[2];
        for (int side = 0; side < 2; side++) {
            double z = bias + Normal.quantile(side == 0 ? (1 - confidence) / 2 : (1 + confidence) / 2);
            double share = Normal.cdf(bias + z / (1 - acceleration * z));
            double place = Math.max(0, Math.min(means.length - 1, share * (means.length + 1) - 1));
            int left = (int) Math.min(place, means.length - 2);
            bounds[side] = means[left] * (1 - (place - left)) + means[left + 1] * (place - left);
        }
        return bounds;
    }
}
