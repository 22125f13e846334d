package io.loyalty.metrics.value;

/** The one rule for parameters of the models. */
final class Positive {

    private Positive() {}

    static double require(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above 0: " + value);
        }
        return value;
    }
}
