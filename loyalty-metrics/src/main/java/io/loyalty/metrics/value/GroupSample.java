package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.StudentT;
import java.util.Arrays;
import java.util.Optional;

/** The values of one group of customers, sorted, with their moments. */
final class GroupSample {

    static final String NO_CUSTOMERS = "no customers";
    static final String ONE_CUSTOMER = "one customer";
    static final String NO_VARIANCE = "no variance";

    private final double[] sorted;
    private final Moments moments;

    private GroupSample(double[] sorted, Moments moments) {
        this.sorted = sorted;
        this.moments = moments;
    }

    static GroupSample of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // In the order of size, so that equal groups have equal sums whatever the order of the customers.
        return new GroupSample(sorted, Moments.of(sorted));
    }

    int n() {
        return sorted.length;
    }

    double total() {
        return moments.sum();
    }

    Measure median() {
        if (n() == 0) {
            return Measure.undefined(NO_CUSTOMERS);
        }
        int middle = n() / 2;
        return Measure.of(n() % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2);
    }

    /** The value of one customer, in the order of size. */
    double at(int rank) {
        return sorted[rank];
    }

    /** The mean of at least one value. */
    double mean() {
        return moments.mean();
    }

    /** Why there is no variance to work with; empty if there is. */
    Optional<String> lacks() {
        if (n() < 2) {
            return Optional.of(n() == 0 ? NO_CUSTOMERS : ONE_CUSTOMER);
        }
        return moments.variance() == 0 ? Optional.of(NO_VARIANCE) : Optional.empty();
    }

    /** s²/n, for a group that lacks nothing. */
    double squaredError() {
        return moments.variance() / n();
    }

    /** The mean with its t interval. */
    Estimate mean(double confidence) {
        return mean(confidence, MeanInterval.STUDENT, 0);
    }

    /** The mean with an interval. */
    Estimate mean(double confidence, MeanInterval method, long seed) {
        if (n() == 0) {
            return Estimate.undefined(NO_CUSTOMERS, 0);
        }
        Measure mean = Measure.of(moments.mean());
        Optional<String> lacks = lacks();
        if (lacks.isPresent()) {
            return new Estimate(mean, Measure.undefined(lacks.get()), Optional.empty(), n(), n());
        }
        double error = Math.sqrt(squaredError());
        Optional<Interval> interval = method == MeanInterval.STUDENT
                ? Optional.of(student(error, confidence))
                : MeanBootstrap.interval(sorted, confidence, seed);
        return new Estimate(mean, Measure.of(error), interval, n(), n());
    }

    private Interval student(double error, double confidence) {
        double reach = StudentT.isf(n() - 1.0, 0.5 * (1 - confidence)) * error;
        return new Interval(mean() - reach, mean() + reach, confidence, "Student's t");
    }
}
