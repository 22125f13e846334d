package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Fractions of products, rounded once: in {@code long} where they fit, in wide numbers where they do not. */
final class Exact {

    private Exact() {}

    /** {@code a * b * c / (d * e * f)}, rounded; the divisors are above 0. */
    static long divide(long a, long b, long c, long d, long e, long f, RoundingMode mode) {
        long ab = a * b;
        long abc = ab * c;
        long de = d * e;
        long def = de * f;
        if (fits(a, b, ab) && fits(ab, c, abc) && fits(d, e, de) && fits(de, f, def)) {
            return Rounding.divide(abc, def, mode);
        }
        return round(product(a, b, c), product(d, e, f), mode);
    }

    static long round(BigInteger above, BigInteger below, RoundingMode mode) {
        BigInteger rounded =
                new BigDecimal(above).divide(new BigDecimal(below), 0, mode).toBigInteger();
        if (rounded.bitLength() > 63) {
            throw new ArithmeticException("points overflow: " + rounded);
        }
        return rounded.longValue();
    }

    static BigInteger product(long a, long b, long c) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c));
    }

    static boolean fits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> 63;
    }

    static long gcd(long a, long b) {
        while (b != 0) {
            long next = a % b;
            a = b;
            b = next;
        }
        return a;
    }

    static long times(long a, long b, String what) {
        long product = a * b;
        if (!fits(a, b, product)) {
            throw new ArithmeticException(what + " overflow: " + a + " * " + b);
        }
        return product;
    }

    static long plus(long a, long b, String what) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ArithmeticException(what + " overflow: " + a + " + " + b);
        }
        return sum;
    }
}
