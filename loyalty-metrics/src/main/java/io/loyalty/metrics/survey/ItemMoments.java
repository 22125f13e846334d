package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Exact sums and sums of products of several items over respondents who answered all of them: all that a reliability needs.
 *
 * <p>Sums are whole numbers, so that merging in any order gives the same moments, and an item that never varies is known for
 * certain. Immutable.
 */
public final class ItemMoments implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long n;
    private final long[] sums;
    private final long[] products;

    /** Takes the arrays over; products by row, of which only those with i ≤ j are used. */
    ItemMoments(long n, long[] sums, long[] products) {
        this.n = n;
        this.sums = sums;
        this.products = products;
    }

    /**
     * Moments from sums that the caller has made, for example in a database.
     *
     * @param n the number of respondents who answered all items
     * @param sums the sum of each item
     * @param products the sum of the products of each pair of items, square and symmetric
     * @return the moments
     * @throws IllegalArgumentException if the sizes do not fit, the products are not symmetric, or no answers have these sums
     */
    public static ItemMoments of(long n, long[] sums, long[][] products) {
        int k = sums.length;
        if (n < 0 || k == 0 || products.length != k) {
            throw new IllegalArgumentException("n must be at least 0, sums not empty and products as many: " + n + ", "
                    + k + " and " + products.length);
        }
        long[] flat = new long[k * k];
        for (int i = 0; i < k; i++) {
            if (products[i].length != k) {
                throw new IllegalArgumentException(
                        "products[" + i + "] must have length " + k + ": " + products[i].length);
            }
            for (int j = 0; j < k; j++) {
                if (products[i][j] != products[j][i]) {
                    throw new IllegalArgumentException("products must be symmetric: [" + i + "][" + j + "] is "
                            + products[i][j] + " and [" + j + "][" + i + "] is " + products[j][i]);
                }
                flat[i * k + j] = products[i][j];
            }
        }
        ItemMoments moments = new ItemMoments(n, sums.clone(), flat);
        moments.requirePossible();
        return moments;
    }

    private void requirePossible() {
        for (int i = 0; i < items(); i++) {
            if (n == 0 && (sums[i] != 0 || product(i, i) != 0)
                    || numerator(i, i).signum() < 0) {
                throw new IllegalArgumentException("sums[" + i + "] and products[" + i + "][" + i
                        + "] must be sums over n answers: " + sums[i] + " and " + product(i, i));
            }
        }
    }

    /**
     * The respondents of both.
     *
     * @param other moments of as many items
     * @return the sums
     * @throws IllegalArgumentException if the numbers of items differ
     * @throws ArithmeticException if a sum overflows
     */
    public ItemMoments plus(ItemMoments other) {
        if (items() != other.items()) {
            throw new IllegalArgumentException("other must have " + items() + " items: " + other.items());
        }
        long[] bothSums = sums.clone();
        long[] bothProducts = products.clone();
        for (int i = 0; i < bothSums.length; i++) {
            bothSums[i] = Math.addExact(bothSums[i], other.sums[i]);
        }
        for (int i = 0; i < bothProducts.length; i++) {
            bothProducts[i] = Math.addExact(bothProducts[i], other.products[i]);
        }
        return new ItemMoments(Math.addExact(n, other.n), bothSums, bothProducts);
    }

    /**
     * The number of respondents.
     *
     * @return at least 0
     */
    public long n() {
        return n;
    }

    /**
     * The number of items.
     *
     * @return at least 1
     */
    public int items() {
        return sums.length;
    }

    /**
     * The sum of an item.
     *
     * @param item its place, from 0
     * @return the sum of its answers
     */
    public long sum(int item) {
        return sums[item];
    }

    /**
     * The sum of the products of two items.
     *
     * @param i the place of one, from 0
     * @param j the place of the other, from 0
     * @return the sum of the products of their answers
     */
    public long product(int i, int j) {
        return products[Math.min(i, j) * sums.length + Math.max(i, j)];
    }

    /** The mean of an item; needs a respondent. */
    double mean(int item) {
        return sums[item] / (double) n;
    }

    /** The sample covariance (n − 1) of two items, rounded once at the end; needs two respondents. */
    double covariance(int i, int j) {
        return numerator(i, j).doubleValue() / ((double) n * (n - 1));
    }

    /** n Σxy − Σx Σy, which is 0 exactly where an item does not vary. */
    private BigInteger numerator(int i, int j) {
        return BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(product(i, j)))
                .subtract(BigInteger.valueOf(sums[i]).multiply(BigInteger.valueOf(sums[j])));
    }

    double[][] covariances() {
        int k = items();
        double[][] matrix = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                matrix[i][j] = covariance(i, j);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemMoments that && n == that.n && Arrays.equals(sums, that.sums) && sameProducts(that);
    }

    private boolean sameProducts(ItemMoments that) {
        for (int i = 0; i < items(); i++) {
            for (int j = i; j < items(); j++) {
                if (product(i, j) != that.product(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(n) + Arrays.hashCode(sums);
    }

    /**
     * Number of respondents and sums of the items.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "n = " + n + ", sums " + Arrays.toString(sums);
    }
}
