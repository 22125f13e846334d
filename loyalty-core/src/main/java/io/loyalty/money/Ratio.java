package io.loyalty.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact fraction of two whole numbers, in lowest terms with a positive denominator.
 *
 * <p>Rates, tax rates, multipliers and shares are ratios, so that {@code 100 × 1.15} is 115 and not 114.99…; a whole number
 * comes out only through {@link #times(long, RoundingMode)} or {@link #round(RoundingMode)}. Equal fractions are equal
 * values however they were made: {@code 6/4}, {@code 1.5} and {@code 150%} are one ratio. Immutable.
 *
 * <p>Numerator and denominator lie in ±{@link Long#MAX_VALUE}; a result that does not fit throws
 * {@link ArithmeticException}, nothing wraps around.
 *
 * @param numerator the upper number, in lowest terms
 * @param denominator the lower number, in lowest terms, above 0
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio>, Serializable {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private static final MathContext TIES_ARE_EXACT = new MathContext(100, RoundingMode.DOWN);

    /** Nothing. */
    public static final Ratio ZERO = new Ratio(0, 1);

    /** The neutral factor. */
    public static final Ratio ONE = new Ratio(1, 1);

    /**
     * Reduces to lowest terms.
     *
     * @param numerator any number but {@link Long#MIN_VALUE}
     * @param denominator any number but 0 and {@link Long#MIN_VALUE}; a negative one turns the sign of the fraction
     * @throws IllegalArgumentException if the denominator is 0 or a part is {@link Long#MIN_VALUE}
     */
    public Ratio {
        if (denominator == 0) {
            throw new IllegalArgumentException("denominator must not be 0");
        }
        if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
            throw new IllegalArgumentException("ratio parts must be above " + Long.MIN_VALUE);
        }
        if (denominator < 0) {
            numerator = -numerator;
            denominator = -denominator;
        }
        // Most ratios are whole or in lowest terms already, and divisions are slow.
        long divisor = denominator == 1 ? 1 : gcd(Math.abs(numerator), denominator);
        if (divisor != 1) {
            numerator /= divisor;
            denominator /= divisor;
        }
    }

    /**
     * A whole number as a ratio.
     *
     * @param whole any number but {@link Long#MIN_VALUE}
     * @return {@code whole / 1}
     */
    public static Ratio of(long whole) {
        return new Ratio(whole, 1);
    }

    /**
     * A fraction of two whole numbers.
     *
     * @param numerator the upper number
     * @param denominator the lower number, not 0
     * @return the fraction in lowest terms
     * @throws IllegalArgumentException if the denominator is 0 or a part is {@link Long#MIN_VALUE}
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator);
    }

    /**
     * So many hundredths.
     *
     * @param percent a whole number of per cent
     * @return {@code percent / 100}
     */
    public static Ratio ofPercent(long percent) {
        return new Ratio(percent, 100);
    }

    /**
     * A decimal number as it stands, without rounding.
     *
     * @param decimal any decimal number whose digits fit
     * @return the same number as a fraction
     * @throws ArithmeticException if the fraction in lowest terms does not fit
     */
    public static Ratio from(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        // Keeps a hostile exponent like 1e999999999 from being written out: beyond 19 digits before the point, or 63
        // behind
        // it, nothing fits anyway.
        if (stripped.scale() > 63 || (long) stripped.precision() - stripped.scale() > 19) {
            throw overflow(decimal);
        }
        return stripped.scale() <= 0
                ? reduced(stripped.toBigIntegerExact(), BigInteger.ONE)
                : reduced(stripped.unscaledValue(), BigInteger.TEN.pow(stripped.scale()));
    }

    /**
     * Reads {@code 3/2}, {@code 12}, {@code 1.15} or {@code 8%}; inverts {@link #toString()}.
     *
     * @param text a fraction, a decimal number or a percentage
     * @return the ratio
     * @throws IllegalArgumentException if the text is none of these, or the denominator is 0
     * @throws ArithmeticException if the fraction does not fit
     */
    public static Ratio parse(String text) {
        String trimmed = text.trim();
        try {
            int slash = trimmed.indexOf('/');
            if (slash >= 0) {
                return reduced(
                        new BigInteger(trimmed.substring(0, slash)), new BigInteger(trimmed.substring(slash + 1)));
            }
            if (trimmed.endsWith("%")) {
                return from(new BigDecimal(trimmed.substring(0, trimmed.length() - 1)).scaleByPowerOfTen(-2));
            }
            return from(new BigDecimal(trimmed));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ratio must read like '3/2', '1.15' or '8%': '" + text + "'", e);
        }
    }

    /**
     * The sum.
     *
     * @param other what to add
     * @return this + other
     * @throws ArithmeticException if the result does not fit
     */
    public Ratio plus(Ratio other) {
        if (numerator == 0 || other.numerator == 0) {
            return numerator == 0 ? other : this;
        }
        if (denominator == other.denominator) {
            long sum = numerator + other.numerator;
            if (((numerator ^ sum) & (other.numerator ^ sum)) >= 0 && sum != Long.MIN_VALUE) {
                return new Ratio(sum, denominator);
            }
        }
        if (isSmall() && other.isSmall()) {
            return new Ratio(
                    numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        BigInteger below = BigInteger.valueOf(denominator);
        BigInteger otherBelow = BigInteger.valueOf(other.denominator);
        return reduced(
                BigInteger.valueOf(numerator)
                        .multiply(otherBelow)
                        .add(BigInteger.valueOf(other.numerator).multiply(below)),
                below.multiply(otherBelow));
    }

    /** Whether the product of any two parts of such ratios, and the sum of two products, fits. */
    private boolean isSmall() {
        return numerator >= -Integer.MAX_VALUE && numerator <= Integer.MAX_VALUE && denominator <= Integer.MAX_VALUE;
    }

    /**
     * The difference.
     *
     * @param other what to take away
     * @return this − other
     * @throws ArithmeticException if the result does not fit
     */
    public Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    /**
     * The product.
     *
     * @param other the factor
     * @return this × other
     * @throws ArithmeticException if the result does not fit
     */
    public Ratio times(Ratio other) {
        // Reduced crosswise first, the product is in lowest terms, so it overflows only if the result does not fit.
        long left = gcd(Math.abs(numerator), other.denominator);
        long right = gcd(Math.abs(other.numerator), denominator);
        return exact(
                Math.multiplyExact(numerator / left, other.numerator / right),
                Math.multiplyExact(denominator / right, other.denominator / left));
    }

    /**
     * The exact product with a whole number.
     *
     * @param whole the factor
     * @return this × whole
     * @throws ArithmeticException if the result does not fit
     */
    public Ratio times(long whole) {
        long product = numerator * whole;
        if (Math.multiplyHigh(numerator, whole) == product >> 63 && product != Long.MIN_VALUE) {
            return new Ratio(product, denominator);
        }
        long common = gcd(Math.abs(whole % denominator), denominator);
        return exact(Math.multiplyExact(numerator, whole / common), denominator / common);
    }

    /**
     * The product with a whole number, rounded once.
     *
     * @param whole the factor
     * @param mode how a fraction becomes a whole number
     * @return this × whole, rounded
     * @throws ArithmeticException if the result exceeds the range of {@code long}, or if {@code mode} is
     *     {@link RoundingMode#UNNECESSARY} and the product is not whole
     */
    public long times(long whole, RoundingMode mode) {
        return Rounding.multiplyDivide(whole, numerator, denominator, mode);
    }

    /**
     * The quotient.
     *
     * @param other the divisor, not 0
     * @return this ÷ other
     * @throws ArithmeticException if the divisor is 0 or the result does not fit
     */
    public Ratio dividedBy(Ratio other) {
        if (other.numerator == 0) {
            throw new ArithmeticException("division by zero: " + this + " / 0");
        }
        return times(new Ratio(/* numerator= */ other.denominator, /* denominator= */ other.numerator));
    }

    /**
     * The ratio with the opposite sign.
     *
     * @return −this
     */
    public Ratio negated() {
        return new Ratio(-numerator, denominator);
    }

    /**
     * The nearest whole number in the sense of the mode.
     *
     * @param mode how a fraction becomes a whole number
     * @return the rounded value
     * @throws ArithmeticException if {@code mode} is {@link RoundingMode#UNNECESSARY} and the ratio is not whole
     */
    public long round(RoundingMode mode) {
        return Rounding.divide(numerator, denominator, mode);
    }

    /**
     * Whether the ratio is 0.
     *
     * @return true for 0
     */
    public boolean isZero() {
        return numerator == 0;
    }

    /**
     * Whether the ratio is below 0.
     *
     * @return true for a value below 0
     */
    public boolean isNegative() {
        return numerator < 0;
    }

    /**
     * The nearest floating-point number, for statistics and display.
     *
     * @return the value as {@code double}, correctly rounded
     */
    public double toDouble() {
        if (Math.abs(numerator) <= EXACT_IN_DOUBLE && denominator <= EXACT_IN_DOUBLE) {
            return (double) numerator / (double) denominator;
        }
        // Enough digits for each tie between two doubles to be exact: those have a power of two below, at most 2^62.
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), TIES_ARE_EXACT)
                .doubleValue();
    }

    /** Orders by value. */
    @Override
    public int compareTo(Ratio other) {
        long high = Math.multiplyHigh(numerator, other.denominator);
        long otherHigh = Math.multiplyHigh(other.numerator, denominator);
        return high != otherHigh
                ? Long.compare(high, otherHigh)
                : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    /**
     * The fraction in lowest terms, for example {@code 3/2}, or {@code 12} if it is whole.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    /** A result whose parts fit into {@code long}; the one value more that it has below 0 is an overflow, too. */
    private static Ratio exact(long numerator, long denominator) {
        if (numerator == Long.MIN_VALUE) {
            throw overflow(numerator + "/" + denominator);
        }
        return new Ratio(numerator, denominator);
    }

    private static Ratio reduced(BigInteger above, BigInteger below) {
        if (below.signum() == 0) {
            throw new IllegalArgumentException("denominator must not be 0");
        }
        BigInteger divisor = above.gcd(below);
        BigInteger numerator = above.divide(divisor);
        BigInteger denominator = below.divide(divisor);
        // The magnitude, as -2^63 has no more than 63 bits either.
        if (numerator.abs().bitLength() > 63 || denominator.abs().bitLength() > 63) {
            throw overflow(numerator + "/" + denominator);
        }
        return new Ratio(numerator.longValue(), denominator.longValue());
    }

    private static ArithmeticException overflow(Object value) {
        return new ArithmeticException("ratio overflow: " + value);
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long next = a % b;
            a = b;
            b = next;
        }
        return a;
    }
}
