package io.loyalty.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exact amount in one currency: a whole number of the currency's minor units.
 *
 * <p>The minor unit is the smallest that {@link Currency#getDefaultFractionDigits()} knows: one cent for USD, one yen for
 * JPY, one fils for BHD. Amounts may be negative and reach from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE} minor
 * units; a result beyond that throws {@link ArithmeticException}, nothing wraps around. Two currencies are never mixed: such
 * a call throws {@link IllegalArgumentException}. Immutable.
 *
 * @param currency the currency
 * @param minorUnits the amount in the currency's minor units
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money>, Serializable {

    /** The zeros asked for so far, as many as there are currencies: what most lines are reduced by is in memory once. */
    private static final Map<Currency, Money> ZEROS = new ConcurrentHashMap<>();

    /**
     * Refuses currencies without a minor unit.
     *
     * @param currency the currency
     * @param minorUnits the amount in the currency's minor units
     * @throws IllegalArgumentException if the currency is no money in use (such as gold, {@code XAU})
     */
    public Money {
        if (Objects.requireNonNull(currency, "currency").getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency must have a minor unit: " + currency);
        }
    }

    /**
     * So many minor units.
     *
     * @param currency the currency
     * @param minorUnits the amount in cents, pence, yen …
     * @return the amount
     */
    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /**
     * So many minor units.
     *
     * @param currencyCode an ISO 4217 code such as {@code "JPY"}
     * @param minorUnits the amount in cents, pence, yen …
     * @return the amount
     * @throws IllegalArgumentException if there is no such currency
     */
    public static Money ofMinor(String currencyCode, long minorUnits) {
        return new Money(currency(currencyCode), minorUnits);
    }

    /**
     * A decimal amount that is whole in minor units.
     *
     * @param currency the currency
     * @param amount the amount in major units, such as 12.34
     * @return the amount
     * @throws ArithmeticException if the amount has more decimals than the currency, or does not fit
     */
    public static Money of(Currency currency, BigDecimal amount) {
        return of(currency, amount, RoundingMode.UNNECESSARY);
    }

    /**
     * A decimal amount, rounded to whole minor units.
     *
     * @param currency the currency
     * @param amount the amount in major units, such as 12.345
     * @param mode how a fraction of the minor unit becomes whole
     * @return the amount
     * @throws ArithmeticException if the amount does not fit, or if {@code mode} is {@link RoundingMode#UNNECESSARY} and
     *     rounding is needed
     */
    public static Money of(Currency currency, BigDecimal amount, RoundingMode mode) {
        int digits = zero(currency).currency.getDefaultFractionDigits();
        if (amount.signum() == 0) {
            return zero(currency);
        }
        // Where the first digit stands, counted from the point: keeps a hostile exponent from being written out.
        long magnitude = (long) amount.precision() - amount.scale() + digits;
        if (magnitude > 19) {
            throw overflow(currency, amount);
        }
        // Below a hundredth of a minor unit, all fractions of one sign round alike.
        BigDecimal minor = magnitude < -1 ? BigDecimal.valueOf(amount.signum(), 2) : amount.scaleByPowerOfTen(digits);
        BigInteger whole = minor.setScale(0, mode).toBigInteger();
        if (whole.bitLength() > 63) {
            throw overflow(currency, amount);
        }
        return new Money(currency, whole.longValue());
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency the currency
     * @return an amount of 0
     */
    public static Money zero(Currency currency) {
        Money known = ZEROS.get(Objects.requireNonNull(currency, "currency"));
        if (known != null) {
            return known;
        }
        Money zero = new Money(currency, 0);
        Money first = ZEROS.putIfAbsent(currency, zero);
        return first == null ? zero : first;
    }

    /**
     * Reads {@code JPY 1200} or {@code GBP 12.34}; inverts {@link #toString()}.
     *
     * @param text a currency code, a space, a decimal amount
     * @return the amount
     * @throws IllegalArgumentException if the text is not of that form
     * @throws ArithmeticException if the amount has more decimals than the currency, or does not fit
     */
    public static Money parse(String text) {
        int space = text.indexOf(' ');
        if (space <= 0) {
            throw new IllegalArgumentException(unreadable(text));
        }
        try {
            return of(currency(text.substring(0, space)), new BigDecimal(text.substring(space + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
    }

    /**
     * The sum.
     *
     * @param other an amount in the same currency
     * @return this + other
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the result does not fit
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
    }

    /**
     * The difference.
     *
     * @param other an amount in the same currency
     * @return this − other
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the result does not fit
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
    }

    /**
     * The product with a whole number.
     *
     * @param factor any whole number
     * @return this × factor
     * @throws ArithmeticException if the result does not fit
     */
    public Money times(long factor) {
        return new Money(currency, Math.multiplyExact(minorUnits, factor));
    }

    /**
     * The product with a ratio, rounded once to whole minor units.
     *
     * @param factor any ratio
     * @param mode how a fraction of the minor unit becomes whole
     * @return this × factor
     * @throws ArithmeticException if the result does not fit, or if {@code mode} is {@link RoundingMode#UNNECESSARY} and
     *     rounding is needed
     */
    public Money times(Ratio factor, RoundingMode mode) {
        return new Money(currency, factor.times(minorUnits, mode));
    }

    /**
     * The amount with the opposite sign.
     *
     * @return −this
     * @throws ArithmeticException if the result does not fit
     */
    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    /**
     * Whether the amount is 0.
     *
     * @return true for 0
     */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * Whether the amount is below 0.
     *
     * @return true for an amount below 0
     */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * The amount in major units, with all decimals of the currency.
     *
     * @return for example 12.30
     */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /**
     * Orders amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /**
     * Currency code and decimal amount, for example {@code JPY 1200} or {@code GBP 12.34}.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toBigDecimal().toPlainString();
    }

    /** Currencies are singletons, except after some deserializers: equals costs little and is always right. */
    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies must be equal: " + currency + " and " + other.currency);
        }
    }

    private static ArithmeticException overflow(Currency currency, BigDecimal amount) {
        return new ArithmeticException("money overflow: " + currency + " " + amount);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code: '" + code + "'", e);
        }
    }

    private static String unreadable(String text) {
        return "money must read like 'JPY 1200' or 'GBP 12.34': '" + text + "'";
    }
}
