package io.loyalty.metrics.experiment;

/**
 * The sizes of two arms.
 *
 * @param first the customers of the first arm
 * @param second the customers of the second arm
 */
public record ArmSizes(long first, long second) {

    /**
     * Refuses empty arms.
     *
     * @param first the customers of the first arm, at least 1
     * @param second the customers of the second arm, at least 1
     * @throws IllegalArgumentException if a size is below 1
     */
    public ArmSizes {
        Require.atLeast(1, first, "first");
        Require.atLeast(1, second, "second");
    }

    /**
     * Sizes of two arms.
     *
     * @param first the customers of the first arm, at least 1
     * @param second the customers of the second arm, at least 1
     * @return the sizes
     * @throws IllegalArgumentException if a size is below 1
     */
    public static ArmSizes of(long first, long second) {
        return new ArmSizes(first, second);
    }

    /** The smallest whole sizes that are not below a number for the first arm and that number times a ratio. */
    static ArmSizes atLeast(double first, double secondPerFirst) {
        double second = Math.ceil(first * secondPerFirst);
        if (!(Math.ceil(first) < Long.MAX_VALUE && second < Long.MAX_VALUE)) {
            throw new ArithmeticException("more customers needed than a long can count: " + first + " and " + second);
        }
        return new ArmSizes(Math.max(1, (long) Math.ceil(first)), Math.max(1, (long) second));
    }

    /**
     * The customers of both arms.
     *
     * @return the sum
     * @throws ArithmeticException if it exceeds a {@code long}
     */
    public long total() {
        return Math.addExact(first, second);
    }
}
