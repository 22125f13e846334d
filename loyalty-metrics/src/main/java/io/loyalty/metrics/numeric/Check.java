package io.loyalty.metrics.numeric;

/** The argument checks of this room: a NaN is refused everywhere, so that none leaves it. */
final class Check {

    private Check() {}

    /** Refuses NaN. */
    static double number(double value, String name) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " must be a number: NaN");
        }
        return value;
    }

    /** Refuses what is not positive and finite. */
    static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + value);
        }
        return value;
    }

    /** Refuses what is negative or infinite. */
    static double notNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite: " + value);
        }
        return value;
    }

    /** Refuses ends of a bracket that are not in order, or further apart than the largest number. */
    static void bracket(double low, double high) {
        if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "low must be less than high, both and their distance finite: " + low + " and " + high);
        }
    }

    /** Refuses what is not a probability. */
    static double probability(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
        }
        return value;
    }
}
