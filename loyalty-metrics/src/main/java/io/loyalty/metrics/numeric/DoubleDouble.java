package io.loyalty.metrics.numeric;

/**
 * An unevaluated sum of two doubles, about 106 bits: for the few places where an exponent needs more than a double holds.
 *
 * <p>A relative error of half an ulp in an exponent of −700 is a relative error of 5e-14 in the result, and exponents are
 * differences of larger terms. Only what those exponents need is here. Instances do not survive the calling formula, so that the
 * compiler keeps them in registers.
 *
 * <p>T. J. Dekker, 1971, A floating-point technique for extending the available precision, Numer. Math. 18,
 * doi:10.1007/BF01397083.
 */
record DoubleDouble(double hi, double lo) {

    static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    /** a + b, exactly. */
    static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double back = s - a;
        return new DoubleDouble(s, (a - (s - back)) + (b - back));
    }

    /** a − b, exactly. */
    static DoubleDouble difference(double a, double b) {
        return sum(a, -b);
    }

    /** a b, exactly while neither overflows nor underflows. */
    static DoubleDouble product(double a, double b) {
        double p = a * b;
        return new DoubleDouble(p, Math.fma(a, b, -p));
    }

    /** a / b. */
    static DoubleDouble quotient(double a, double b) {
        double q = a / b;
        return new DoubleDouble(q, Math.fma(-q, b, a) / b);
    }

    /** A sum of two parts that do not overlap much, renormalised; |a| at least |b|. */
    static DoubleDouble fast(double a, double b) {
        double s = a + b;
        return new DoubleDouble(s, b - (s - a));
    }

    DoubleDouble plus(DoubleDouble other) {
        DoubleDouble s = sum(hi, other.hi);
        return fast(s.hi, s.lo + (lo + other.lo));
    }

    DoubleDouble plus(double other) {
        DoubleDouble s = sum(hi, other);
        return fast(s.hi, s.lo + lo);
    }

    DoubleDouble times(double factor) {
        double p = hi * factor;
        return fast(p, Math.fma(hi, factor, -p) + lo * factor);
    }

    DoubleDouble times(DoubleDouble other) {
        double p = hi * other.hi;
        return fast(p, Math.fma(hi, other.hi, -p) + (hi * other.lo + lo * other.hi));
    }

    DoubleDouble over(DoubleDouble other) {
        double q = hi / other.hi;
        double rest = Math.fma(-q, other.hi, hi) + (lo - q * other.lo);
        return fast(q, rest / other.hi);
    }

    DoubleDouble negate() {
        return new DoubleDouble(-hi, -lo);
    }

    double value() {
        return hi + lo;
    }

    /** exp(−this): the low word as a first-order correction. */
    double expOfMinus() {
        return Math.exp(-hi) * (1 - lo);
    }
}
