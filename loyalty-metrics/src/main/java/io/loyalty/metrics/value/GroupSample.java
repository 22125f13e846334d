package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.Bootstrap;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.numeric.Moments;
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

    /** The values, in the order of size. */
    double[] values() {
        return sorted.clone();
    }

    /** Number, mean and spread of the values. */
    SampleSummary summary() {
        return SampleSummary.of(sorted);
    }

    /** Why there is no variance to work with; empty if there is. */
    Optional<String> lacks() {
        if (n() < 2) {
            return Optional.of(n() == 0 ? NO_CUSTOMERS : ONE_CUSTOMER);
        }
        return moments.variance() == 0 ? Optional.of(NO_VARIANCE) : Optional.empty();
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
        Optional<String> lacks = lacks();
        if (lacks.isPresent()) {
            return new Estimate(Measure.of(moments.mean()), Measure.undefined(lacks.get()), Optional.empty(), n(), n());
        }
        Estimate student = summary().mean(confidence);
        if (method == MeanInterval.STUDENT) {
            return student;
        }
        Optional<Interval> interval =
                Bootstrap.withSeed(seed).withConfidence(confidence).mean(sorted).interval();
        return new Estimate(student.value(), student.standardError(), interval, n(), n());
    }
}
