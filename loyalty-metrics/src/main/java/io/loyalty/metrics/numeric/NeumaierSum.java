package io.loyalty.metrics.numeric;

import java.io.Serializable;

/**
 * A running sum with the rounding errors carried along: as exact as a sum in twice the precision, rounded once.
 *
 * <p>The error of each addition is known exactly (Knuth's branch-free form of Neumaier's improvement on Kahan) and summed apart. The
 * relative error of the result is at most 1.2e-16 plus n² 1.3e-32 times the condition Σ|x| / |Σx|. Sums combine in any grouping with
 * the same bound. Not safe for use by several threads at once.
 *
 * <p>A. Neumaier, 1974, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54,
 * doi:10.1002/zamm.19740540106. T. Ogita, S. M. Rump, S. Oishi, 2005, Accurate sum and dot product, SIAM J. Sci. Comput. 26,
 * doi:10.1137/030601818.
 */
public final class NeumaierSum implements Serializable {

    private static final long serialVersionUID = 1L;

    private double sum;
    private double error;

    /** A sum of nothing. */
    public NeumaierSum() {}

    /**
     * Adds a number.
     *
     * @param x any number but NaN
     * @throws IllegalArgumentException if {@code x} is NaN
     */
    public void add(double x) {
        double next = sum + Check.number(x, "x");
        double back = next - sum;
        error += (sum - (next - back)) + (x - back);
        sum = next;
    }

    /**
     * Adds the exact product of two numbers, as in a scalar product.
     *
     * @param x any number but NaN
     * @param y any number but NaN
     * @throws IllegalArgumentException if the product is NaN
     */
    public void addProduct(double x, double y) {
        double product = x * y;
        double low = Math.fma(x, y, -product);
        add(product);
        error += low;
    }

    /**
     * Adds everything that another sum has seen.
     *
     * @param other the other sum; it is left as it is
     */
    public void combine(NeumaierSum other) {
        double low = other.error;
        add(other.sum);
        error += low;
    }

    /**
     * The sum so far.
     *
     * @return the sum, 0 for nothing; an infinity if it left the doubles
     */
    public double value() {
        // An infinity turns the error term into NaN.
        return Double.isNaN(error) ? sum : sum + error;
    }

    /** High word of the sum in two words that do not overlap. */
    DoubleDouble words() {
        return DoubleDouble.sum(sum, error);
    }
}
