package io.loyalty.metrics.value;

import java.util.List;

/** The one rule for parameters of the models. */
final class Positive {

    private Positive() {}

    static void require(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above 0: " + value);
        }
    }

    static void requireRegularity(int k) {
        if (k < 1 || k > 100) {
            throw new IllegalArgumentException("k must be in [1, 100]: " + k);
        }
    }

    static void requireCount(List<Double> parameters, int count) {
        if (parameters.size() != count) {
            throw new IllegalArgumentException("parameters must be " + count + " numbers: " + parameters.size());
        }
    }
}
