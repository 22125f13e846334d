package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * Exact sums of pairs of whole numbers, one pair per customer: enough for the ratio of the totals and for both means,
 * with errors.
 */
final class PairSums implements Serializable {

    private static final double CONFIDENCE = 0.95;
    private static final long serialVersionUID = 1L;

    private final WideSum x = new WideSum();
    private final WideSum y = new WideSum();
    private final WideSum xx = new WideSum();
    private final WideSum xy = new WideSum();
    private final WideSum yy = new WideSum();
    private long count;

    void add(long first, long second) {
        count++;
        x.add(first);
        y.add(second);
        xx.addProduct(first, first);
        xy.addProduct(first, second);
        yy.addProduct(second, second);
    }

    void combine(PairSums other) {
        count += other.count;
        x.combine(other.x);
        y.combine(other.y);
        xx.combine(other.xx);
        xy.combine(other.xy);
        yy.combine(other.yy);
    }

    long count() {
        return count;
    }

    /** The mean of the first numbers with its t interval. */
    Estimate meanOfFirst() {
        return mean(x.value(), xx.value());
    }

    /** The mean of the second numbers with its t interval. */
    Estimate meanOfSecond() {
        return mean(y.value(), yy.value());
    }

    /**
     * The total of the second numbers over that of the first, R, by the delta method: the variance is that of the mean
     * of y − R x, over the squared mean of x. Pairs belong to customers, so that the dependence within one does not
     * matter.
     */
    Estimate ratio() {
        BigInteger sx = x.value();
        BigInteger sy = y.value();
        if (sx.signum() <= 0) {
            return Estimate.undefined(count == 0 ? "no customers" : "nothing to divide by", count);
        }
        double ratio = quotient(sy, sx);
        if (count < 2) {
            return only(ratio, "one customer");
        }
        // Σ(y − R x)² · (Σx)² without rounding; the sum of y − R x itself is 0.
        BigInteger residual = yy.value()
                .multiply(sx.pow(2))
                .subtract(xy.value().multiply(sx).multiply(sy).shiftLeft(1))
                .add(xx.value().multiply(sy.pow(2)));
        // Over n (n − 1) and the squared mean of x, (Σx / n)².
        BigInteger divisor = sx.pow(4).multiply(BigInteger.valueOf(count - 1));
        double variance = quotient(residual.multiply(BigInteger.valueOf(count)), divisor);
        return estimate(ratio, Math.sqrt(variance), "delta method by customer, t");
    }

    private Estimate mean(BigInteger sum, BigInteger squares) {
        if (count == 0) {
            return Estimate.undefined("no customers", 0);
        }
        BigInteger n = BigInteger.valueOf(count);
        double mean = quotient(sum, n);
        if (count < 2) {
            return only(mean, "one customer");
        }
        BigInteger deviations = n.multiply(squares).subtract(sum.pow(2));
        double variance = quotient(deviations, n.pow(2).multiply(BigInteger.valueOf(count - 1)));
        return estimate(mean, Math.sqrt(variance), "t");
    }

    private Estimate estimate(double value, double error, String method) {
        double reach = StudentT.isf(count - 1, 0.5 * (1 - CONFIDENCE)) * error;
        return new Estimate(
                Measure.of(value),
                Measure.of(error),
                Optional.of(new Interval(value - reach, value + reach, CONFIDENCE, method)),
                count,
                count);
    }

    private Estimate only(double value, String reason) {
        return new Estimate(Measure.of(value), Measure.undefined(reason), Optional.empty(), count, count);
    }

    /** The quotient of whole numbers of any size, rounded to a double once more than once would need. */
    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
