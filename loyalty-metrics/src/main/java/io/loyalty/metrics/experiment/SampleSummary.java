package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Count, mean and spread of a sample: all that a comparison of means needs of the values.
 *
 * <p>Summaries of shards and days add up with {@link #plus}, so a database or a cluster may do the counting. The order of adding shows at most
 * in the last digits.
 *
 * @param n the number of values
 * @param mean their mean; 0 without values
 * @param squaredDeviations the sum of their squared distances from the mean; 0 for fewer than two values
 */
public record SampleSummary(long n, double mean, double squaredDeviations) implements Serializable {

    /** No values yet. */
    public static final SampleSummary NONE = new SampleSummary(0, 0, 0);

    /**
     * Refuses figures that no sample has.
     *
     * @param n the number of values
     * @param mean their mean; 0 without values
     * @param squaredDeviations the sum of their squared distances from the mean
     * @throws IllegalArgumentException if a figure is out of place
     */
    public SampleSummary {
        Require.atLeast(0, n, "n");
        Require.finite(mean, "mean");
        if (!(squaredDeviations >= 0 && squaredDeviations < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("squaredDeviations must be at least 0 and finite: " + squaredDeviations);
        }
        if (n < 2 && squaredDeviations != 0) {
            throw new IllegalArgumentException(
                    "squaredDeviations of fewer than two values must be 0: " + squaredDeviations);
        }
        if (n == 0 && mean != 0) {
            throw new IllegalArgumentException("mean of no values must be 0: " + mean);
        }
    }

    /**
     * The summary of values.
     *
     * @param values finite numbers of size up to 1e150
     * @return the summary
     * @throws IllegalArgumentException if a value is not finite or too large
     */
    public static SampleSummary of(double... values) {
        return from(Moments.of(Require.finite(values, "values")));
    }

    /**
     * The summary from figures that a database gives.
     *
     * @param n the number of values, at least 1
     * @param mean their mean
     * @param variance their variance with divisor n − 1; 0 for a single value
     * @return the summary
     * @throws IllegalArgumentException if a figure is out of place
     */
    public static SampleSummary ofVariance(long n, double mean, double variance) {
        Require.atLeast(1, n, "n");
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance must be at least 0 and finite: " + variance);
        }
        return new SampleSummary(n, mean, variance * (n - 1));
    }

    /**
     * A collector of values, also for parallel streams.
     *
     * @param value the value of an element, finite, of size up to 1e150
     * @param <T> the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, SampleSummary> collector(ToDoubleFunction<? super T> value) {
        return Collector.of(
                Moments::new,
                (moments, element) -> moments.add(value.applyAsDouble(element)),
                (left, right) -> {
                    left.combine(right);
                    return left;
                },
                SampleSummary::from);
    }

    static SampleSummary from(Moments moments) {
        if (moments.count() == 0) {
            return NONE;
        }
        // A constant sample keeps its value to the last digit, so that constant samples add up to a constant sample.
        double mean = moments.smallest() == moments.largest() ? moments.smallest() : moments.mean();
        return new SampleSummary(moments.count(), mean, moments.squaredDeviations());
    }

    /**
     * The summary of both samples together (Chan, Golub and LeVeque 1983).
     *
     * @param other another sample
     * @return the summary of all values
     */
    public SampleSummary plus(SampleSummary other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        long all = Math.addExact(n, other.n);
        double distance = other.mean - mean;
        double part = (double) other.n / all;
        return new SampleSummary(
                all,
                mean + distance * part,
                squaredDeviations + other.squaredDeviations + distance * distance * part * n);
    }

    /**
     * The variance with divisor n − 1.
     *
     * @return the variance; undefined for fewer than two values
     */
    public Measure variance() {
        return n < 2 ? Measure.undefined("fewer than two values") : Measure.of(squaredDeviations / (n - 1));
    }

    /**
     * The mean with its standard error and Student's t interval.
     *
     * @param confidence nominal coverage, between 0 and 1
     * @return the mean; undefined without values; without interval for fewer than two values or values that are all equal
     * @throws IllegalArgumentException if the confidence is not in (0, 1)
     */
    public Estimate mean(double confidence) {
        Require.inOpenUnit(confidence, "confidence");
        if (n == 0) {
            return Estimate.undefined("no values", 0);
        }
        if (n == 1) {
            return new Estimate(Measure.of(mean), Measure.undefined("a single value"), Optional.empty(), 1, 1);
        }
        double error = Math.sqrt(squaredErrorOfMean());
        return new Estimate(
                Measure.of(mean),
                Measure.of(error),
                error == 0
                        ? Optional.empty()
                        : Optional.of(Intervals.around(
                                mean, StudentT.isf(n - 1, (1 - confidence) / 2) * error, confidence, "t")),
                n,
                n);
    }

    /** s²/n, of at least two values. */
    double squaredErrorOfMean() {
        return squaredDeviations / (n - 1) / n;
    }
}
