package io.loyalty.metrics.numeric;

import java.io.Serializable;

/**
 * Count, mean and variance of a stream of numbers, in one pass and mergeable.
 *
 * <p><b>Method.</b> The sums of the values and of their squares are held in two words each, the squares exactly; mean and variance are
 * formed from these. A variance keeps its digits until the mean exceeds the standard deviation by some eight powers of ten, and is
 * exact where squares and sums fit into 106 bits: 1e9 + 1, 1e9 + 2, 1e9 + 3 have variance 1. Unlike update formulas the result depends
 * on the order of the values or the grouping of merges in the last digit at most.
 *
 * <p><b>Range.</b> Finite numbers of size up to 1e150. Relative error of the variance at most 1e-15 plus 2e-32 n (mean/sd)². Not safe for use by
 * several threads at once.
 *
 * <p><b>References.</b> T. Ogita, S. M. Rump, S. Oishi, 2005, Accurate sum and dot product, SIAM J. Sci. Comput. 26,
 * doi:10.1137/030601818.
 */
public final class Moments implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double LARGEST = 1e150;

    private long count;
    private final NeumaierSum sum = new NeumaierSum();
    private final NeumaierSum squares = new NeumaierSum();
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    /** No values yet. */
    public Moments() {}

    /**
     * The moments of an array.
     *
     * @param values numbers of size up to 1e150
     * @return their moments
     * @throws IllegalArgumentException if a value is too large or NaN
     */
    public static Moments of(double[] values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    /**
     * Takes a value in.
     *
     * @param x a number of size up to 1e150
     * @throws IllegalArgumentException if {@code x} is too large or NaN
     */
    public void add(double x) {
        if (!(Math.abs(x) <= LARGEST)) {
            throw new IllegalArgumentException("x must be in [-1e150, 1e150]: " + x);
        }
        count++;
        sum.add(x);
        squares.addProduct(x, x);
        smallest = Math.min(smallest, x);
        largest = Math.max(largest, x);
    }

    /**
     * Takes in everything that another accumulator has seen.
     *
     * @param other the other accumulator; it is left as it is
     */
    public void combine(Moments other) {
        count += other.count;
        sum.combine(other.sum);
        squares.combine(other.squares);
        smallest = Math.min(smallest, other.smallest);
        largest = Math.max(largest, other.largest);
    }

    /**
     * How many values there were.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * The sum of the values.
     *
     * @return the sum
     */
    public double sum() {
        return sum.value();
    }

    /**
     * The smallest value.
     *
     * @return the minimum
     * @throws IllegalStateException if there were no values
     */
    public double smallest() {
        requireAtLeast(1);
        return smallest;
    }

    /**
     * The largest value.
     *
     * @return the maximum
     * @throws IllegalStateException if there were no values
     */
    public double largest() {
        requireAtLeast(1);
        return largest;
    }

    /**
     * The arithmetic mean.
     *
     * @return the mean
     * @throws IllegalStateException if there were no values
     */
    public double mean() {
        requireAtLeast(1);
        return sum.value() / count;
    }

    /**
     * The sum of squared deviations from the mean.
     *
     * @return a number that is not negative; exactly 0 if all values are equal
     * @throws IllegalStateException if there were no values
     */
    public double squaredDeviations() {
        requireAtLeast(1);
        if (smallest == largest) {
            return 0;
        }
        DoubleDouble total = sum.words();
        DoubleDouble ofMean = total.times(total).over(new DoubleDouble(count, 0));
        return Math.max(0, squares.words().plus(ofMean.negate()).value());
    }

    /**
     * The variance with divisor n − 1.
     *
     * @return a number that is not negative
     * @throws IllegalStateException if there were fewer than two values
     */
    public double variance() {
        requireAtLeast(2);
        return squaredDeviations() / (count - 1);
    }

    /**
     * The variance with divisor n, of the values as a population.
     *
     * @return a number that is not negative
     * @throws IllegalStateException if there were no values
     */
    public double populationVariance() {
        return squaredDeviations() / count;
    }

    private void requireAtLeast(int least) {
        if (count < least) {
            throw new IllegalStateException("count must be at least " + least + ": " + count);
        }
    }
}
