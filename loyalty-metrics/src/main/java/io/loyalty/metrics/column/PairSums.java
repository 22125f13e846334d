package io.loyalty.metrics.column;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Exact sums of pairs of whole numbers, a pair per customer: enough for both means and for the ratio of the totals, with their variances.
 *
 * <p>Nothing is rounded before the last division, so no figure depends on the order of the pairs or on how they were merged.
 */
public final class PairSums implements Serializable {

    private static final long serialVersionUID = 1L;

    private final WideSum x = new WideSum();
    private final WideSum y = new WideSum();
    private final WideSum xx = new WideSum();
    private final WideSum xy = new WideSum();
    private final WideSum yy = new WideSum();
    private long count;

    /** No pairs yet. */
    public PairSums() {}

    /**
     * Adds a pair.
     *
     * @param first its first number, x
     * @param second its second number, y
     * @throws ArithmeticException if a sum of squares overflows 128 bits
     */
    public void add(long first, long second) {
        count++;
        x.add(first);
        y.add(second);
        xx.addProduct(first, first);
        xy.addProduct(first, second);
        yy.addProduct(second, second);
    }

    /**
     * Adds the pairs of others.
     *
     * @param other other sums
     * @throws ArithmeticException if a sum of squares overflows 128 bits
     */
    public void combine(PairSums other) {
        count += other.count;
        x.combine(other.x);
        y.combine(other.y);
        xx.combine(other.xx);
        xy.combine(other.xy);
        yy.combine(other.yy);
    }

    /**
     * The number of pairs.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    /**
     * The mean of the first numbers.
     *
     * @return the mean
     * @throws ArithmeticException if there is no pair
     */
    public double meanOfFirst() {
        return quotient(x.value(), BigInteger.valueOf(count));
    }

    /**
     * The variance of the mean of the first numbers.
     *
     * @return s² / n
     * @throws ArithmeticException if there are fewer than two pairs
     */
    public double varianceOfMeanOfFirst() {
        return varianceOfMean(x, xx);
    }

    /**
     * The mean of the second numbers.
     *
     * @return the mean
     * @throws ArithmeticException if there is no pair
     */
    public double meanOfSecond() {
        return quotient(y.value(), BigInteger.valueOf(count));
    }

    /**
     * The variance of the mean of the second numbers.
     *
     * @return s² / n
     * @throws ArithmeticException if there are fewer than two pairs
     */
    public double varianceOfMeanOfSecond() {
        return varianceOfMean(y, yy);
    }

    /**
     * Whether there is something to divide by.
     *
     * @return whether the total of the first numbers is more than 0
     */
    public boolean hasBase() {
        return x.value().signum() > 0;
    }

    /**
     * The ratio of the totals.
     *
     * @return R, the total of the second numbers over that of the first
     * @throws ArithmeticException if the total of the first is 0
     */
    public double ratio() {
        return quotient(y.value(), x.value());
    }

    /**
     * The variance of the ratio of the totals by the delta method: that of the mean of y − R x, over the squared mean of x. Pairs belong to
     * customers, so that the dependence within one does not matter.
     *
     * @return n / (n − 1) Σ(y − R x)² / (Σx)²
     * @throws ArithmeticException if there are fewer than two pairs, or the total of the first numbers is 0
     */
    public double varianceOfRatio() {
        BigInteger sx = x.value();
        BigInteger sy = y.value();
        // Σ(y − R x)² (Σx)² without rounding; the sum of y − R x itself is 0.
        BigInteger residual = yy.value()
                .multiply(sx.pow(2))
                .subtract(xy.value().multiply(sx).multiply(sy).shiftLeft(1))
                .add(xx.value().multiply(sy.pow(2)));
        return quotient(
                residual.multiply(BigInteger.valueOf(count)), sx.pow(4).multiply(BigInteger.valueOf(count - 1)));
    }

    private double varianceOfMean(WideSum sum, WideSum squares) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger deviations = n.multiply(squares.value()).subtract(sum.value().pow(2));
        return quotient(deviations, n.pow(2).multiply(BigInteger.valueOf(count - 1)));
    }

    /** The quotient of whole numbers of any size, rounded to a double once more than once would need. */
    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
