package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ratios against fractions of unlimited integers. */
class RatioProperties {

    private record Fraction(BigInteger above, BigInteger below) {

        static Fraction of(Ratio ratio) {
            return new Fraction(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
        }

        Fraction reduced() {
            BigInteger divisor = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
            return new Fraction(above.divide(divisor), below.divide(divisor));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Fraction times(Fraction other) {
            return new Fraction(above.multiply(other.above), below.multiply(other.below));
        }

        Fraction inverse() {
            return new Fraction(below, above);
        }
    }

    private static void assertExact(Fraction expected, Supplier<Ratio> actual) {
        Fraction reduced = expected.reduced();
        if (reduced.above.abs().bitLength() > 63 || reduced.below.bitLength() > 63) {
            assertThrows(ArithmeticException.class, actual::get);
        } else {
            assertEquals(reduced, Fraction.of(actual.get()));
        }
    }

    @Property(seed = "3031")
    void ratiosAreInLowestTerms(@ForAll("ratios") Ratio ratio) {
        assertTrue(ratio.denominator() > 0);
        assertEquals(Fraction.of(ratio).reduced(), Fraction.of(ratio));
    }

    @Property(seed = "3032", tries = 2000)
    void arithmeticIsThatOfFractionsOrOverflow(
            @ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b, @ForAll("longs") long whole) {
        Fraction left = Fraction.of(a);
        Fraction right = Fraction.of(b);
        assertExact(left.plus(right), () -> a.plus(b));
        assertExact(left.plus(Fraction.of(b.negated())), () -> a.minus(b));
        assertExact(left.times(right), () -> a.times(b));
        assertExact(left.times(new Fraction(BigInteger.valueOf(whole), BigInteger.ONE)), () -> a.times(whole));
        if (!b.isZero()) {
            assertExact(left.times(right.inverse()), () -> a.dividedBy(b));
        }
    }

    @Property(seed = "3033", tries = 2000)
    void orderIsThatOfCrossProducts(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
        int expected = BigInteger.valueOf(a.numerator())
                .multiply(BigInteger.valueOf(b.denominator()))
                .compareTo(BigInteger.valueOf(b.numerator()).multiply(BigInteger.valueOf(a.denominator())));
        assertEquals(expected, Integer.signum(a.compareTo(b)));
        assertEquals(-expected, Integer.signum(b.compareTo(a)));
        assertEquals(a.equals(b), expected == 0);
    }

    @Property(seed = "3034")
    void textFormInverts(@ForAll("ratios") Ratio ratio) {
        assertEquals(ratio, Ratio.parse(ratio.toString()));
    }

    @Property(seed = "3035")
    void decimalsAreTakenAsTheyStand(@ForAll("decimals") BigDecimal decimal) {
        Fraction expected = decimal.scale() >= 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
        assertExact(expected, () -> Ratio.from(decimal));
        assertExact(expected, () -> Ratio.parse(decimal.toString()));
        assertExact(
                expected.times(new Fraction(BigInteger.ONE, BigInteger.valueOf(100))),
                () -> Ratio.parse(decimal + "%"));
    }

    @Property(seed = "3036", tries = 2000)
    void doubleIsTheNearest(@ForAll("ratios") Ratio ratio) {
        BigDecimal quotient = new BigDecimal(ratio.numerator())
                .divide(new BigDecimal(ratio.denominator()), new MathContext(200, RoundingMode.HALF_EVEN));
        assertEquals(quotient.doubleValue(), ratio.toDouble());
    }

    @Property(seed = "3037")
    void roundingKeepsWithinOne(@ForAll("ratios") Ratio ratio, @ForAll("modes") RoundingMode mode) {
        BigDecimal quotient =
                new BigDecimal(ratio.numerator()).divide(new BigDecimal(ratio.denominator()), 200, RoundingMode.DOWN);
        // 200 digits tell every fraction of 63-bit numbers from a half and from a whole number.
        assertEquals(quotient.setScale(0, mode).longValueExact(), ratio.round(mode));
    }

    @Provide
    Arbitrary<Ratio> ratios() {
        return MoneyArbitraries.ratios();
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return MoneyArbitraries.roundingModes();
    }

    @Provide
    Arbitrary<Long> longs() {
        return MoneyArbitraries.longs();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        MoneyArbitraries.longs(), Arbitraries.integers().between(-20, 66))
                .as(BigDecimal::valueOf);
    }
}
