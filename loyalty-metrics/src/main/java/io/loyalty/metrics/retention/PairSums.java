package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Exact sums of pairs of whole numbers: enough for the ratio of the totals with its error. */
final class PairSums implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Wide x = new Wide();
    private final Wide y = new Wide();
    private final Wide xx = new Wide();
    private final Wide xy = new Wide();
    private final Wide yy = new Wide();
    private long count;

    void add(long first, long second) {
        count++;
        x.addProduct(first, 1);
        y.addProduct(second, 1);
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

    /**
     * The total of the second numbers over that of the first, R: variance n / (n − 1) Σ(y − R x)² / (Σx)², which is the
     * delta method with customers as units.
     */
    Estimate ratio(double most, String reasonWithoutBase) {
        BigInteger sx = x.value();
        BigInteger sy = y.value();
        if (sx.signum() <= 0) {
            return Estimate.undefined(reasonWithoutBase, count);
        }
        double ratio = quotient(sy, sx);
        if (count < 2) {
            return Confidence.withoutError(ratio, count, "one customer");
        }
        // Σ(y − R x)² (Σx)², without rounding.
        BigInteger residual = yy.value()
                .multiply(sx.pow(2))
                .subtract(xy.value().multiply(sx).multiply(sy).shiftLeft(1))
                .add(xx.value().multiply(sy.pow(2)));
        double variance = quotient(
                residual.multiply(BigInteger.valueOf(count)), sx.pow(4).multiply(BigInteger.valueOf(count - 1)));
        return Confidence.normal(
                ratio, Math.sqrt(variance), count, Double.NEGATIVE_INFINITY, most, "delta method by customer");
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** A sum of products in 128 bits. */
    private static final class Wide implements Serializable {

        private static final long serialVersionUID = 1L;

        private long high;
        private long low;

        void addProduct(long a, long b) {
            add(Math.multiplyHigh(a, b), a * b);
        }

        void combine(Wide other) {
            add(other.high, other.low);
        }

        private void add(long termHigh, long termLow) {
            long sum = low + termLow;
            long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            high = Math.addExact(high, termHigh + carry);
            low = sum;
        }

        BigInteger value() {
            BigInteger unsigned = BigInteger.valueOf(low);
            return BigInteger.valueOf(high)
                    .shiftLeft(Long.SIZE)
                    .add(low < 0 ? unsigned.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : unsigned);
        }
    }
}
