package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A quantity with its standard error: the gradient by the parameters, from differences, through their covariance. */
final class DeltaMethod {

    /** Steps as parts of a parameter's standard error, and of the parameter: small against curvature, large against rounding. */
    private static final double STEP_OF_ERROR = 0.01;

    private static final double STEP_OF_SIZE = 1e-4;
    private static final double LARGEST_STEP_OF_SIZE = 0.05;

    private final double value;
    private final Measure error;

    private DeltaMethod(double value, Measure error) {
        this.value = value;
        this.error = error;
    }

    static <M extends ValueModel> DeltaMethod of(Fitted<M> fit, ToDoubleFunction<? super M> quantity) {
        double value = quantity.applyAsDouble(fit.model());
        if (fit.covariance().isEmpty()) {
            return new DeltaMethod(value, fit.standardErrors().get(0));
        }
        List<Double> p = fit.model().parameters();
        double[] slope = new double[p.size()];
        for (int i = 0; i < slope.length; i++) {
            double up = quantity.applyAsDouble(moved(fit, i, 1));
            double down = quantity.applyAsDouble(moved(fit, i, -1));
            slope[i] = (up - down) / (2 * step(fit, i));
        }
        double variance = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                variance += slope[i] * fit.covariance().get(i).get(j) * slope[j];
            }
        }
        return new DeltaMethod(
                value,
                Double.isFinite(variance)
                        ? Measure.of(Math.sqrt(Math.max(0, variance)))
                        : Measure.undefined("the quantity is infinite nearby"));
    }

    private static double step(Fitted<?> fit, int i) {
        double size = Math.abs(fit.model().parameters().get(i));
        double error = Math.sqrt(fit.covariance().get(i).get(i));
        double step = Math.max(STEP_OF_ERROR * error, STEP_OF_SIZE * size);
        return size > 0
                ? Math.min(step, Math.max(LARGEST_STEP_OF_SIZE * size, STEP_OF_ERROR * STEP_OF_SIZE * error))
                : step;
    }

    @SuppressWarnings("unchecked") // a model with other parameters is of its own kind
    private static <M extends ValueModel> M moved(Fitted<M> fit, int i, int direction) {
        List<Double> p = new ArrayList<>(fit.model().parameters());
        p.set(i, p.get(i) + direction * step(fit, i));
        return (M) fit.model().withParameters(p);
    }

    Estimate estimate(IntervalScale scale, double confidence, double customers) {
        return estimate(value, error, scale, confidence, customers);
    }

    static Estimate estimate(double value, Measure error, IntervalScale scale, double confidence, double customers) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        long n = Math.round(customers);
        if (!Double.isFinite(value)) {
            return Estimate.undefined("the quantity is infinite", n);
        }
        Optional<Interval> interval = error.isDefined()
                ? Optional.of(interval(value, error.orElseThrow(), scale, confidence))
                : Optional.empty();
        return new Estimate(Measure.of(value), error, interval, n, customers);
    }

    private static Interval interval(double value, double error, IntervalScale scale, double confidence) {
        double reach = Normal.isf(0.5 * (1 - confidence)) * error;
        if (reach == 0) {
            return new Interval(value, value, confidence, "delta method");
        }
        if (scale == IntervalScale.POSITIVE && value > 0) {
            double factor = Math.exp(reach / value);
            return new Interval(value / factor, value * factor, confidence, "delta method, logarithmic");
        }
        if (scale == IntervalScale.PROBABILITY && value > 0 && value < 1) {
            // p / (p + (1 − p) e^±shift), in which neither end is a difference
            double growth = Math.exp(reach / (value * (1 - value)));
            double lower = value / (value + (1 - value) * growth);
            double upper = value / (value + (1 - value) / growth);
            return new Interval(lower, upper, confidence, "delta method, logit");
        }
        return new Interval(value - reach, value + reach, confidence, "delta method");
    }
}
