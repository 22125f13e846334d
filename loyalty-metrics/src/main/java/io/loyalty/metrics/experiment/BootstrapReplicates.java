package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The figures of the resamples, and what they say of the figure of the sample. */
final class BootstrapReplicates {

    private final double value;
    private final double[] sorted;
    private final long n;

    BootstrapReplicates(double value, double[] figures, long n) {
        this.value = value;
        this.n = n;
        this.sorted = figures;
        Arrays.sort(sorted);
    }

    /** The estimate; the acceleration is asked for only if it is needed. */
    Estimate estimate(BootstrapInterval method, double confidence, DoubleSupplier acceleration) {
        SampleSummary spread = SampleSummary.of(sorted);
        if (spread.squaredDeviations() == 0) {
            Measure none = Measure.undefined("all resamples give the same");
            return new Estimate(Measure.of(value), none, Optional.empty(), n, n);
        }
        double tail = (1 - confidence) / 2;
        double low = tail;
        double high = 1 - tail;
        if (method == BootstrapInterval.BCA) {
            double bias = Normal.quantile(below());
            double a = acceleration.getAsDouble();
            low = corrected(bias, a, -Normal.isf(tail));
            high = corrected(bias, a, Normal.isf(tail));
        }
        double error = Math.sqrt(spread.variance().orElseThrow());
        // The correction breaks down if the sample's figure lies outside all resamples, or for extreme skewness.
        Optional<Interval> interval = low < high
                ? Optional.of(new Interval(quantile(low), quantile(high), confidence, method.toString()))
                : Optional.empty();
        return new Estimate(Measure.of(value), Measure.of(error), interval, n, n);
    }

    /** The share of the resamples below the sample's figure, equal ones as halves. */
    private double below() {
        long doubled = 0;
        for (double figure : sorted) {
            if (figure < value) {
                doubled += 2;
            } else if (figure == value) {
                doubled++;
            }
        }
        return doubled / (2.0 * sorted.length);
    }

    /** The level at which BCa reads its quantile: equation 14.10 of Efron and Tibshirani; NaN where it breaks down. */
    private static double corrected(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double scale = 1 - acceleration * shifted;
        return scale > 0 && Double.isFinite(bias) ? Normal.cdf(bias + shifted / scale) : Double.NaN;
    }

    /** Interpolated between order statistics (type 7). */
    private double quantile(double level) {
        double position = level * (sorted.length - 1);
        int index = (int) position;
        double lower = sorted[index];
        return index + 1 < sorted.length ? lower + (position - index) * (sorted[index + 1] - lower) : lower;
    }
}
