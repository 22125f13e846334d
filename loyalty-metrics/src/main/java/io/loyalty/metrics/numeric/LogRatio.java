package io.loyalty.metrics.numeric;

/**
 * log(a/b) in two words.
 *
 * <p>The quotient is compared with the nearest c = 2^k j/128: log(a/b) = k log 2 + log(j/128) + 2 atanh((a − b c)/(a + b c)), where the
 * last argument is at most 1/360, so that four terms of its series are enough. The logarithms of the table follow from one
 * another by the same series. Absolute error below 1e-24 where |a/b − 1| is small, 1e-22 elsewhere.
 */
final class LogRatio {

    private static final int FIRST = 90;
    private static final int LAST = 182;
    private static final double SQRT_HALF = 0.70710678118654752440;

    /** High words are multiples of this, so that a sum of two of them, one times an exponent, is exact. */
    private static final double GRAIN = 0x1p-42;

    private static final double LN2_HIGH = 0.6931471805598903;
    private static final double LN2_LOW = 5.497923018708371E-14;

    private static final double[] LOG_HIGH = new double[LAST + 1];
    private static final double[] LOG_LOW = new double[LAST + 1];

    static {
        DoubleDouble up = DoubleDouble.ZERO;
        for (int j = 129; j <= LAST; j++) {
            up = up.plus(logOfStep(j));
            store(j, up);
        }
        DoubleDouble down = DoubleDouble.ZERO;
        for (int j = 127; j >= FIRST; j--) {
            down = down.plus(logOfStep(j + 1).negate());
            store(j, down);
        }
    }

    private LogRatio() {}

    /** log(j/(j − 1)) = 2 atanh(1/(2j − 1)), summed from the small end. */
    private static DoubleDouble logOfStep(int j) {
        DoubleDouble s = DoubleDouble.quotient(1, 2 * j - 1);
        DoubleDouble square = s.times(s);
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 17; k >= 1; k -= 2) {
            sum = sum.times(square).plus(DoubleDouble.quotient(2, k));
        }
        return sum.times(s);
    }

    private static void store(int j, DoubleDouble log) {
        LOG_HIGH[j] = Math.rint(log.hi() / GRAIN) * GRAIN;
        LOG_LOW[j] = log.hi() - LOG_HIGH[j] + log.lo();
    }

    /** log(a/b) of two positive finite numbers. */
    static DoubleDouble of(double a, double b) {
        return of(a, 0, b, 0);
    }

    /** log(a/b) of two positive finite numbers, each in two words. */
    static DoubleDouble of(double a, double aLow, double b, double bLow) {
        double quotient = a / b;
        if (quotient > 1e-200 && quotient < 1e200 && b > 1e-200 && b < 1e200) {
            return ofOrdinary(a, aLow, b, bLow, quotient);
        }
        return ofExtremes(a, aLow, b, bLow);
    }

    private static DoubleDouble ofOrdinary(double a, double aLow, double b, double bLow, double quotient) {
        // Scale by a power of two so that the quotient lies between sqrt(1/2) and sqrt(2): exact.
        int k = Math.getExponent(quotient * (1 / SQRT_HALF));
        double scale = powerOfTwo(k);
        int j = (int) (quotient * powerOfTwo(-k) * 128 + 0.5);
        double c = j * 0.0078125 * scale;
        double bc = b * c;
        double bcLow = Math.fma(b, c, -bc) + bLow * c;
        // a and b c differ by less than a factor of 1.006: their difference is exact.
        double difference = a - bc;
        double rest = aLow - bcLow;
        double numerator = difference + rest;
        double numeratorLow = rest - (numerator - difference);
        double sum = a + bc;
        double sumLow = sum * 0.5 - a + (sum * 0.5 - bc);
        double reciprocal = 1 / sum;
        double s = numerator * reciprocal;
        double sLow = (Math.fma(-s, sum, numerator) + (numeratorLow - s * (aLow + bcLow - sumLow))) * reciprocal;
        double square = s * s;
        double series = 2 * s * square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)));
        // Exact; and either 0 or larger than 2 s.
        double base = k * LN2_HIGH + LOG_HIGH[j];
        double high = base + 2 * s;
        double low = 2 * s - (high - base) + (k * LN2_LOW + LOG_LOW[j] + (2 * sLow + series));
        return DoubleDouble.fast(high, low);
    }

    /** Both numbers brought near 1 first. */
    private static DoubleDouble ofExtremes(double a, double aLow, double b, double bLow) {
        // Of a subnormal number 2^-1023 is near enough.
        int ka = Math.getExponent(a);
        int kb = Math.getExponent(b);
        double na = Math.scalb(a, -ka);
        double nb = Math.scalb(b, -kb);
        DoubleDouble log = ofOrdinary(na, Math.scalb(aLow, -ka), nb, Math.scalb(bLow, -kb), na / nb);
        int k = ka - kb;
        return log.plus(new DoubleDouble(k * LN2_HIGH, k * LN2_LOW));
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52);
    }
}
