package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.testing.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.function.Executable;

class MoneyProperties {

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    @Property(seed = "3021")
    void textAndDecimalFormsInvert(@ForAll("money") Money money) {
        assertEquals(money, Money.parse(money.toString()));
        assertEquals(money, Money.of(money.currency(), money.toBigDecimal()));
    }

    @Property(seed = "3022")
    void sumAndDifferenceAreThoseOfIntegersOrOverflow(@ForAll("longs") long a, @ForAll("longs") long b) {
        Money left = Money.ofMinor("EUR", a);
        Money right = Money.ofMinor("EUR", b);
        assertExact(BigInteger.valueOf(a).add(BigInteger.valueOf(b)), () -> left.plus(right));
        assertExact(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)), () -> left.minus(right));
        assertExact(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), () -> left.times(b));
        assertExact(BigInteger.valueOf(a).negate(), left::negated);
    }

    @Property(seed = "3023")
    void orderIsThatOfAmounts(@ForAll("longs") long a, @ForAll("longs") long b) {
        assertEquals(
                Integer.signum(Long.compare(a, b)),
                Integer.signum(Money.ofMinor("EUR", a).compareTo(Money.ofMinor("EUR", b))));
    }

    @Property(seed = "3024")
    void decimalsRoundAsBigDecimalDoes(
            @ForAll("currencies") Currency currency, @ForAll("decimals") BigDecimal amount, @ForAll RoundingMode mode) {
        BigDecimal expected;
        try {
            expected = amount.setScale(currency.getDefaultFractionDigits(), mode);
        } catch (ArithmeticException e) {
            assertThrows(ArithmeticException.class, () -> Money.of(currency, amount, mode));
            return;
        }
        BigInteger minorUnits = expected.unscaledValue();
        if (minorUnits.compareTo(LONG_MIN) < 0 || minorUnits.compareTo(LONG_MAX) > 0) {
            assertThrows(ArithmeticException.class, () -> Money.of(currency, amount, mode));
        } else {
            assertEquals(expected, Money.of(currency, amount, mode).toBigDecimal());
        }
    }

    private interface Result {
        Money compute();
    }

    private static void assertExact(BigInteger expected, Result result) {
        if (expected.compareTo(LONG_MIN) < 0 || expected.compareTo(LONG_MAX) > 0) {
            Executable computing = result::compute;
            assertThrows(ArithmeticException.class, computing);
        } else {
            assertEquals(expected.longValueExact(), result.compute().minorUnits());
        }
    }

    @Provide
    Arbitrary<Money> money() {
        return MoneyArbitraries.money();
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return MoneyArbitraries.currencies();
    }

    @Provide
    Arbitrary<Long> longs() {
        return MoneyArbitraries.longs();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        MoneyArbitraries.longs(), Arbitraries.integers().between(-20, 40))
                .as(BigDecimal::valueOf);
    }
}
