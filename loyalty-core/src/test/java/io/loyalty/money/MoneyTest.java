package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency BHD = Currency.getInstance("BHD");
    private static final Money USD_LONG_MAX = Money.ofMinor(USD, Long.MAX_VALUE);
    private static final Money USD_LONG_MIN = Money.ofMinor(USD, Long.MIN_VALUE);

    @ParameterizedTest
    @CsvSource({
        "JPY, 1200, 1200",
        "USD, 12.34, 1234",
        "BHD, 1.234, 1234",
        "USD, -0.05, -5",
        "USD, 7, 700",
        "JPY, 1E3, 1000"
    })
    void decimalAmountsBecomeMinorUnits(String code, BigDecimal amount, long minorUnits) {
        assertEquals(Money.ofMinor(code, minorUnits), Money.of(Currency.getInstance(code), amount));
    }

    @Test
    void trailingZerosBeyondTheMinorUnitAreNoRounding() {
        assertEquals(Money.ofMinor(USD, 1230), Money.of(USD, new BigDecimal("12.3000000")));
    }

    @ParameterizedTest
    @CsvSource({
        "2.345, FLOOR, 234", "2.345, CEILING, 235", "2.345, HALF_EVEN, 234", "2.345, HALF_UP, 235",
        "-2.345, FLOOR, -235", "-2.345, CEILING, -234", "-2.345, DOWN, -234", "-2.345, UP, -235"
    })
    void fractionsOfTheMinorUnitAreRoundedAsAsked(BigDecimal amount, RoundingMode mode, long minorUnits) {
        assertEquals(Money.ofMinor(USD, minorUnits), Money.of(USD, amount, mode));
    }

    @Test
    void unroundedFractionsAreRefused() {
        assertThrows(ArithmeticException.class, () -> Money.of(JPY, new BigDecimal("0.5")));
        assertThrows(ArithmeticException.class, () -> Money.of(JPY, new BigDecimal("1E-999999999")));
        assertThrows(ArithmeticException.class, () -> Money.parse("USD 1.234"));
    }

    @Test
    void arithmeticIsExact() {
        Money price = Money.ofMinor(USD, 1999);
        assertEquals(Money.ofMinor(USD, 2099), price.plus(Money.ofMinor(USD, 100)));
        assertEquals(Money.ofMinor(USD, -1), Money.ofMinor(USD, 1998).minus(price));
        assertEquals(Money.ofMinor(USD, 5997), price.times(3));
        assertEquals(Money.ofMinor(USD, -1999), price.negated());
    }

    /** Binary floating point gives 114 and 111. */
    @Test
    void ratiosRoundOnceAndExactly() {
        assertEquals(Money.ofMinor(JPY, 115), Money.ofMinor(JPY, 100).times(Ratio.parse("1.15"), RoundingMode.FLOOR));
        assertEquals(Money.ofMinor(JPY, 110), Money.ofMinor(JPY, 100).times(Ratio.parse("1.1"), RoundingMode.CEILING));
    }

    @Test
    void signIsTold() {
        assertTrue(Money.zero(USD).isZero());
        assertFalse(Money.zero(USD).isNegative());
        assertTrue(Money.ofMinor(USD, -1).isNegative());
        assertFalse(Money.ofMinor(USD, -1).isZero());
        assertFalse(Money.ofMinor(USD, 1).isNegative());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JPY 1200", "JPY -1", "JPY 0", "GBP 12.34", "USD -0.05", "BHD 0.001", "USD 92233720368547758.07"
            })
    void textFormInverts(String text) {
        assertEquals(text, Money.parse(text).toString());
    }

    @Test
    void decimalFormHasAllDecimalsOfTheCurrency() {
        assertEquals(new BigDecimal("12.30"), Money.ofMinor(USD, 1230).toBigDecimal());
        assertEquals(new BigDecimal("1230"), Money.ofMinor(JPY, 1230).toBigDecimal());
        assertEquals(new BigDecimal("1.230"), Money.ofMinor(BHD, 1230).toBigDecimal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 1200", "1200", "JPY", "JPY ", "JPY  12", "JPY 1,200", "JPY 12 00", "JPY twelve"})
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Money.parse(text));
        assertEquals("money must read like 'JPY 1200' or 'GBP 12.34': '" + text + "'", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZ", "jpy", "", "JPYX"})
    void unknownCurrenciesAreRefused(String code) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Money.ofMinor(code, 1));
        assertEquals("currency must be an ISO 4217 code: '" + code + "'", e.getMessage());
    }

    @Test
    void currenciesWithoutMinorUnitAreRefused() {
        Currency gold = Currency.getInstance("XAU");
        String message = "currency must have a minor unit: XAU";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Money.ofMinor(gold, 1))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Money.of(gold, BigDecimal.ONE))
                        .getMessage());
    }

    @Test
    void missingCurrencyIsNamed() {
        Currency none = null;
        NullPointerException e = assertThrows(NullPointerException.class, () -> new Money(none, 1));
        assertEquals("currency", e.getMessage());
    }

    @Test
    void currenciesAreNeverMixed() {
        Money yen = Money.ofMinor(JPY, 1);
        Money dollar = Money.ofMinor(USD, 1);
        String message = "currencies must be equal: JPY and USD";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> yen.plus(dollar))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> yen.minus(dollar))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> yen.compareTo(dollar))
                        .getMessage());
    }

    @Test
    void boundsAreReachedButNotPassed() {
        Money cent = Money.ofMinor(USD, 1);
        assertEquals(USD_LONG_MAX, USD_LONG_MAX.minus(cent).plus(cent));
        assertEquals(USD_LONG_MIN, Money.parse("USD -92233720368547758.08"));
        assertThrows(ArithmeticException.class, () -> USD_LONG_MAX.plus(cent));
        assertThrows(ArithmeticException.class, () -> USD_LONG_MIN.minus(cent));
        assertThrows(ArithmeticException.class, () -> USD_LONG_MIN.negated());
        assertThrows(ArithmeticException.class, () -> USD_LONG_MAX.times(2));
        assertThrows(ArithmeticException.class, () -> USD_LONG_MAX.times(Ratio.of(2), RoundingMode.FLOOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "-92233720368547758.09", "1E+17", "1E+999999999", "-1E+2147483647"})
    void decimalAmountsThatDoNotFitAreAnOverflow(String amount) {
        BigDecimal decimal = new BigDecimal(amount);
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> Money.of(USD, decimal));
        assertEquals("money overflow: USD " + decimal, e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundingMode.class,
            names = {"UP", "CEILING"})
    void tiniestFractionsStillRoundUp(RoundingMode mode) {
        assertEquals(Money.ofMinor(JPY, 1), Money.of(JPY, new BigDecimal("1E-999999999"), mode));
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundingMode.class,
            names = {"DOWN", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN"})
    void tiniestFractionsStillRoundDown(RoundingMode mode) {
        assertEquals(Money.zero(JPY), Money.of(JPY, new BigDecimal("1E-999999999"), mode));
    }

    @Test
    void zeroWithAnyExponentIsZero() {
        assertEquals(Money.zero(USD), Money.of(USD, new BigDecimal("0E+2000000000")));
        assertEquals(Money.zero(USD), Money.of(USD, new BigDecimal("0E-2000000000")));
    }

    @Test
    void amountsOfOneCurrencyAreOrdered() {
        Money[] ordered = {
            Money.ofMinor(JPY, Long.MIN_VALUE),
            Money.ofMinor(JPY, -1),
            Money.zero(JPY),
            Money.ofMinor(JPY, Long.MAX_VALUE)
        };
        for (int i = 0; i < ordered.length; i++) {
            for (int j = 0; j < ordered.length; j++) {
                assertEquals(Integer.compare(i, j), Integer.signum(ordered[i].compareTo(ordered[j])));
            }
        }
        assertEquals(ordered[3], Money.of(JPY, new BigDecimal("9223372036854775807")));
        assertEquals(ordered[0], Money.of(JPY, new BigDecimal("-9223372036854775808")));
    }
}
