package io.loyalty.earning;

import java.math.BigInteger;
import java.math.RoundingMode;

/** A sum of fractions, rounded at the end: in {@code long} as far as that goes, then in wide numbers. */
final class ExactSum {

    private long above;
    private long below = 1;
    /** Not null from the first step on that does not fit. */
    private BigInteger wideAbove;

    private BigInteger wideBelow;

    /** Adds {@code a * b * c / (d * e)}; the divisors are above 0. */
    void add(long a, long b, long c, long d, long e) {
        if (wideAbove == null && addNarrow(a, b, c, d, e)) {
            return;
        }
        if (wideAbove == null) {
            wideAbove = BigInteger.valueOf(above);
            wideBelow = BigInteger.valueOf(below);
        }
        BigInteger termBelow = Exact.product(d, e, 1);
        wideAbove = wideAbove.multiply(termBelow).add(Exact.product(a, b, c).multiply(wideBelow));
        wideBelow = wideBelow.multiply(termBelow);
        BigInteger common = wideAbove.gcd(wideBelow);
        wideAbove = wideAbove.divide(common);
        wideBelow = wideBelow.divide(common);
    }

    private boolean addNarrow(long a, long b, long c, long d, long e) {
        long ab = a * b;
        long abc = ab * c;
        long de = d * e;
        if (!(Exact.fits(a, b, ab) && Exact.fits(ab, c, abc) && Exact.fits(d, e, de))) {
            return false;
        }
        if (de != below) {
            long common = Exact.gcd(de, below);
            long widen = de / common;
            long termWiden = below / common;
            long newBelow = below * widen;
            long newAbove = above * widen;
            long newTerm = abc * termWiden;
            if (!(Exact.fits(below, widen, newBelow)
                    && Exact.fits(above, widen, newAbove)
                    && Exact.fits(abc, termWiden, newTerm))) {
                return false;
            }
            below = newBelow;
            above = newAbove;
            abc = newTerm;
        }
        long sum = above + abc;
        if (((above ^ sum) & (abc ^ sum)) < 0) {
            return false;
        }
        above = sum;
        return true;
    }

    long round(RoundingMode mode) {
        return wideAbove == null
                ? Exact.divide(above, 1, 1, below, 1, 1, mode)
                : Exact.round(wideAbove, wideBelow, mode);
    }
}
