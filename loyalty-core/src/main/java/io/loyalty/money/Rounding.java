package io.loyalty.money;

import java.io.Serializable;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How and how often an exact fraction becomes a whole number: a {@link RoundingMode} and the {@link Scope} at which it is
 * applied.
 *
 * <p>Between the scope's boundaries nothing is rounded; at each boundary it happens exactly once.
 *
 * @param mode how a fraction becomes a whole number
 * @param scope how often that happens within one visit
 */
public record Rounding(RoundingMode mode, Scope scope) implements Serializable {

    /** Down to the whole number below, once for the whole visit: the default of a program. */
    public static final Rounding DEFAULT = new Rounding(RoundingMode.FLOOR, Scope.TRANSACTION);

    private static final String PER = " per ";

    /** The piece of a visit of which each gets a rounding of its own. */
    public enum Scope {
        /** Each single unit of each line is rounded, then multiplied by the quantity. */
        UNIT,
        /** Each line is rounded, then the lines are summed. */
        LINE,
        /** The exact sum over all lines is rounded once. */
        TRANSACTION
    }

    /**
     * Refuses missing parts.
     *
     * @param mode how a fraction becomes a whole number
     * @param scope how often that happens within one visit
     */
    public Rounding {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(scope, "scope");
    }

    /**
     * Quotient of two whole numbers, rounded.
     *
     * @param dividend any number
     * @param divisor a number above 0
     * @param mode how a fraction becomes a whole number
     * @return the rounded quotient
     * @throws IllegalArgumentException if the divisor is not above 0
     * @throws ArithmeticException if {@code mode} is {@link RoundingMode#UNNECESSARY} and the quotient is not whole
     */
    public static long divide(long dividend, long divisor, RoundingMode mode) {
        if (divisor <= 0) {
            throw new IllegalArgumentException("divisor must be above 0: " + divisor);
        }
        if (divisor == 1) {
            return dividend;
        }
        long quotient = dividend / divisor;
        long remainder = dividend - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        boolean awayFromZero = switch (mode) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> remainder > 0;
            case FLOOR -> remainder < 0;
            case HALF_UP, HALF_DOWN, HALF_EVEN -> {
                long part = Math.abs(remainder);
                // Compares twice the part with the divisor, in a form that cannot overflow.
                int half = Long.compare(part, divisor - part);
                boolean tieAway =
                        mode == RoundingMode.HALF_UP || (mode == RoundingMode.HALF_EVEN && (quotient & 1) != 0);
                yield half > 0 || (half == 0 && tieAway);
            }
            case UNNECESSARY -> throw new ArithmeticException("rounding necessary: " + dividend + "/" + divisor);
        };
        if (!awayFromZero) {
            return quotient;
        }
        return remainder > 0 ? quotient + 1 : quotient - 1;
    }

    /**
     * Product of two whole numbers, divided by a third and rounded once; the product may exceed the range of {@code long}.
     *
     * @param factor one factor
     * @param other the other factor
     * @param divisor a number above 0
     * @param mode how a fraction becomes a whole number
     * @return {@code factor * other / divisor}, rounded
     * @throws IllegalArgumentException if the divisor is not above 0
     * @throws ArithmeticException if the result exceeds the range of {@code long}, or if {@code mode} is
     *     {@link RoundingMode#UNNECESSARY} and the result is not whole
     */
    public static long multiplyDivide(long factor, long other, long divisor, RoundingMode mode) {
        long low = factor * other;
        if (Math.multiplyHigh(factor, other) == low >> 63) {
            return divide(low, divisor, mode);
        }
        if (divisor <= 0) {
            throw new IllegalArgumentException("divisor must be above 0: " + divisor);
        }
        BigInteger[] parts = BigInteger.valueOf(factor)
                .multiply(BigInteger.valueOf(other))
                .divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger quotient = parts[0];
        // The remainder rounds by the same rules as a small number with the quotient's parity and sign would.
        long remainder = parts[1].longValueExact();
        if (remainder != 0) {
            if (mode == RoundingMode.UNNECESSARY) {
                throw new ArithmeticException("rounding necessary: " + factor + " * " + other + " / " + divisor);
            }
            quotient = quotient.add(BigInteger.valueOf(step(quotient, remainder, divisor, mode)));
        }
        if (quotient.bitLength() > 63) {
            throw new ArithmeticException(
                    "long overflow: " + factor + " * " + other + " / " + divisor + " = " + quotient);
        }
        return quotient.longValue();
    }

    private static long step(BigInteger quotient, long remainder, long divisor, RoundingMode mode) {
        if (mode == RoundingMode.HALF_EVEN && Math.abs(remainder) == divisor - Math.abs(remainder)) {
            return quotient.testBit(0) ? Long.signum(remainder) : 0;
        }
        return divide(remainder, divisor, mode);
    }

    /**
     * A readable form, for example {@code FLOOR per TRANSACTION}.
     *
     * @return mode and scope
     */
    @Override
    public String toString() {
        return mode + PER + scope;
    }

    /**
     * The rounding that {@link #toString()} printed.
     *
     * @param text mode, the word {@code per}, scope
     * @return the rounding
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Rounding parse(String text) {
        int per = text.indexOf(PER);
        try {
            return new Rounding(
                    RoundingMode.valueOf(text.substring(0, Math.max(per, 0))),
                    Scope.valueOf(text.substring(per + PER.length())));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rounding must read like 'FLOOR per TRANSACTION': '" + text + "'", e);
        }
    }
}
