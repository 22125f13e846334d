package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.testing.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundingProperties {

    /** The oracle: division of unlimited integers, told apart by twice the remainder. */
    private static BigInteger quotient(BigInteger dividend, long divisor, RoundingMode mode) {
        return new BigDecimal(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, mode)
                .toBigIntegerExact();
    }

    @Property(seed = "3041", tries = 3000)
    void quotientIsThatOfBigDecimal(
            @ForAll("longs") long dividend, @ForAll("divisors") long divisor, @ForAll("modes") RoundingMode mode) {
        assertEquals(
                quotient(BigInteger.valueOf(dividend), divisor, mode),
                BigInteger.valueOf(Rounding.divide(dividend, divisor, mode)));
    }

    @Property(seed = "3042", tries = 5000)
    void productThenQuotientIsThatOfBigDecimalOrOverflow(
            @ForAll("longs") long factor,
            @ForAll("longs") long other,
            @ForAll("divisors") long divisor,
            @ForAll("modes") RoundingMode mode) {
        BigInteger product = BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other));
        BigInteger expected = quotient(product, divisor, mode);
        if (expected.bitLength() > 63) {
            assertThrows(ArithmeticException.class, () -> Rounding.multiplyDivide(factor, other, divisor, mode));
        } else {
            assertEquals(expected.longValueExact(), Rounding.multiplyDivide(factor, other, divisor, mode));
        }
    }

    /** Ties of products beyond long, even and odd, which random numbers hardly meet. */
    @Property(seed = "3043")
    void largeTiesRoundAsBigDecimalDoes(@ForAll("longs") long whole, @ForAll("modes") RoundingMode mode) {
        long odd = whole | 1;
        BigInteger expected = quotient(BigInteger.valueOf(odd).multiply(BigInteger.valueOf(1L << 40)), 1L << 41, mode);
        assertEquals(expected.longValueExact(), Rounding.multiplyDivide(odd, 1L << 40, 1L << 41, mode));
    }

    @Property(seed = "3044")
    void textFormInverts(@ForAll("roundings") Rounding rounding) {
        assertEquals(rounding, Rounding.parse(rounding.toString()));
    }

    @Provide
    Arbitrary<Long> longs() {
        return MoneyArbitraries.longs();
    }

    @Provide
    Arbitrary<Long> divisors() {
        return MoneyArbitraries.longs().filter(divisor -> divisor > 0);
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return MoneyArbitraries.roundingModes();
    }

    @Provide
    Arbitrary<Rounding> roundings() {
        return MoneyArbitraries.roundings();
    }
}
