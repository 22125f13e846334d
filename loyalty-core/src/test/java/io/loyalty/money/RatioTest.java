package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    private static final Ratio LARGEST = Ratio.of(Long.MAX_VALUE);
    private static final Ratio SMALLEST = Ratio.of(1, Long.MAX_VALUE);
    /** Half of 2^63, the magnitude that only a negative long has. */
    private static final Ratio TWO_TO_62 = Ratio.of(1L << 62);

    @Test
    void equalFractionsAreEqualValues() {
        Ratio oneAndAHalf = Ratio.of(3, 2);
        assertEquals(oneAndAHalf, Ratio.of(6, 4));
        assertEquals(oneAndAHalf, Ratio.of(-6, -4));
        assertEquals(oneAndAHalf, Ratio.ofPercent(150));
        assertEquals(oneAndAHalf, Ratio.from(new BigDecimal("1.500")));
        assertEquals(oneAndAHalf.hashCode(), Ratio.parse("1.5").hashCode());
        assertEquals(Ratio.ZERO, Ratio.of(0, -7));
    }

    @Test
    void signIsInTheNumerator() {
        assertEquals(-3, Ratio.of(3, -2).numerator());
        assertEquals(2, Ratio.of(3, -2).denominator());
        assertTrue(Ratio.of(3, -2).isNegative());
        assertFalse(Ratio.ZERO.isNegative());
        assertTrue(Ratio.ZERO.isZero());
        assertFalse(Ratio.ONE.isZero());
    }

    @Test
    void arithmeticByHand() {
        assertEquals(Ratio.of(5, 6), Ratio.of(1, 2).plus(Ratio.of(1, 3)));
        assertEquals(Ratio.of(1, 6), Ratio.of(1, 2).minus(Ratio.of(1, 3)));
        assertEquals(Ratio.of(1, 3), Ratio.of(2, 3).times(Ratio.of(1, 2)));
        assertEquals(Ratio.of(4, 3), Ratio.of(2, 3).dividedBy(Ratio.of(1, 2)));
        assertEquals(Ratio.of(8), Ratio.of(2, 3).times(12));
        assertEquals(Ratio.of(1, 6), Ratio.of(4, 9).times(Ratio.of(3, 8)));
        assertEquals(Ratio.of(-15, 14), Ratio.of(25, -21).times(Ratio.of(9, 10)));
        assertEquals(Ratio.of(-2, 3), Ratio.of(2, 3).negated());
    }

    /** 100 points × 1.15 FLOOR = 115; 100 × 1.1 CEILING = 110; binary floating point gives 114 and 111. */
    @Test
    void multiplesOfDecimalsAreExact() {
        assertEquals(115, Ratio.parse("1.15").times(100, RoundingMode.FLOOR));
        assertEquals(110, Ratio.parse("1.1").times(100, RoundingMode.CEILING));
    }

    /** 5 % of three units at 333 in one line and one unit at 333 in another: the scope decides. */
    @ParameterizedTest
    @CsvSource({
        "UNIT, HALF_UP, 68",
        "UNIT, FLOOR, 64",
        "LINE, FLOOR, 65",
        "TRANSACTION, FLOOR, 66",
        "TRANSACTION, HALF_UP, 67"
    })
    void scopesOfRoundingByHand(Rounding.Scope scope, RoundingMode mode, long points) {
        Ratio rate = Ratio.ofPercent(5);
        long[] quantities = {3, 1};
        Ratio exact = Ratio.ZERO;
        long rounded = 0;
        for (long quantity : quantities) {
            exact = exact.plus(rate.times(333 * quantity));
            rounded +=
                    scope == Rounding.Scope.UNIT ? quantity * rate.times(333, mode) : rate.times(333 * quantity, mode);
        }
        assertEquals(points, scope == Rounding.Scope.TRANSACTION ? exact.round(mode) : rounded);
    }

    /** FLOOR of a negative number goes away from zero: never round a negative clawback. */
    @Test
    void floorOfMinusTenAndAHalfIsMinusEleven() {
        assertEquals(-11, Ratio.parse("-10.5").round(RoundingMode.FLOOR));
        assertEquals(-10, Ratio.parse("-10.5").round(RoundingMode.DOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "3/2, 3, 2",
        "6/4, 3, 2",
        "-3/2, -3, 2",
        "3/-2, -3, 2",
        "12, 12, 1",
        "1.15, 23, 20",
        "8%, 2, 25",
        "0.5%, 1, 200",
        "' 8% ', 2, 25",
        "1e3, 1000, 1",
        "1e18, 1000000000000000000, 1",
        "9223372036854775807, 9223372036854775807, 1",
        "-9223372036854775807/9223372036854775806, -9223372036854775807, 9223372036854775806",
        "-0.0, 0, 1",
        "36893488147419103232/18446744073709551616, 2, 1"
    })
    void textIsRead(String text, long numerator, long denominator) {
        assertEquals(new Ratio(numerator, denominator), Ratio.parse(text));
    }

    @Test
    void textFormIsShort() {
        assertEquals("3/2", Ratio.of(6, 4).toString());
        assertEquals("-12", Ratio.of(-12).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "/", "1/", "/2", "1/2/3", "1.5/2", "half", "1 %", "1,5"})
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Ratio.parse(text));
        assertEquals("ratio must read like '3/2', '1.15' or '8%': '" + text + "'", e.getMessage());
    }

    @Test
    void denominatorZeroIsRefused() {
        String message = "denominator must not be 0";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, 0))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Ratio.parse("0/0"))
                        .getMessage());
    }

    @Test
    void smallestLongIsRefusedAsPart() {
        String message = "ratio parts must be above -9223372036854775808";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Ratio.of(Long.MIN_VALUE, 2))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Ratio.of(2, Long.MIN_VALUE))
                        .getMessage());
    }

    @Test
    void overflowIsReported() {
        assertThrows(ArithmeticException.class, () -> LARGEST.plus(Ratio.ONE));
        assertThrows(ArithmeticException.class, () -> LARGEST.plus(Ratio.of(2)));
        assertThrows(ArithmeticException.class, () -> LARGEST.plus(LARGEST));
        assertThrows(ArithmeticException.class, () -> LARGEST.negated().minus(Ratio.of(2)));
        assertThrows(ArithmeticException.class, () -> LARGEST.negated().minus(LARGEST));
        assertThrows(ArithmeticException.class, () -> LARGEST.plus(SMALLEST));
        assertThrows(ArithmeticException.class, () -> LARGEST.negated().minus(Ratio.ONE));
        assertThrows(ArithmeticException.class, () -> LARGEST.times(LARGEST));
        assertThrows(ArithmeticException.class, () -> LARGEST.times(2));
        assertThrows(ArithmeticException.class, () -> SMALLEST.times(Ratio.of(1, 2)));
        assertThrows(ArithmeticException.class, () -> LARGEST.dividedBy(SMALLEST));
        assertThrows(ArithmeticException.class, () -> LARGEST.times(2, RoundingMode.FLOOR));
    }

    /** The result −2^63 is a long but not a ratio. */
    @Test
    void oneBelowTheRangeIsAnOverflow() {
        assertThrows(ArithmeticException.class, () -> TWO_TO_62.times(-2));
        assertThrows(ArithmeticException.class, () -> Ratio.ONE.times(Long.MIN_VALUE));
        assertThrows(ArithmeticException.class, () -> TWO_TO_62.times(Ratio.of(-2)));
        assertThrows(ArithmeticException.class, () -> TWO_TO_62.negated().plus(TWO_TO_62.negated()));
        assertThrows(ArithmeticException.class, () -> Ratio.from(BigDecimal.valueOf(Long.MIN_VALUE)));
        assertThrows(ArithmeticException.class, () -> Ratio.parse("1/-9223372036854775808"));
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> TWO_TO_62.times(-2));
        assertEquals("ratio overflow: -9223372036854775808/1", e.getMessage());
    }

    @Test
    void roundedProductReachesTheSmallestLong() {
        assertEquals(Long.MIN_VALUE, Ratio.ONE.times(Long.MIN_VALUE, RoundingMode.UNNECESSARY));
        assertEquals(Long.MIN_VALUE, TWO_TO_62.times(-2, RoundingMode.UNNECESSARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "1E+19",
                "1E-19",
                "1E+999999999",
                "1E-999999999",
                "1E+2147483647",
                "1E-2147483647"
            })
    void decimalsThatDoNotFitAreAnOverflow(String text) {
        BigDecimal decimal = new BigDecimal(text);
        assertThrows(ArithmeticException.class, () -> Ratio.from(decimal));
        assertThrows(ArithmeticException.class, () -> Ratio.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+22%", "1E+999999999%", "1E-999999999%", "9223372036854775807/9223372036854775808"})
    void textsThatDoNotFitAreAnOverflow(String text) {
        assertThrows(ArithmeticException.class, () -> Ratio.parse(text));
    }

    @Test
    void onlyTheReducedFractionMustFit() {
        assertEquals(Ratio.of(1L << 61, 25), Ratio.parse("9223372036854775808%"));
        assertEquals(Ratio.of(100_000_000_000_000_000L), Ratio.parse("1E+19%"));
    }

    @Test
    void zeroWithAnyExponentIsZero() {
        assertEquals(Ratio.ZERO, Ratio.from(new BigDecimal("0E-2000000000")));
        assertEquals(Ratio.ZERO, Ratio.from(new BigDecimal("0E+2000000000")));
    }

    @Test
    void finestPowerOfTwoFits() {
        Ratio finest = Ratio.of(1, 1L << 62);
        assertEquals(finest, Ratio.from(BigDecimal.ONE.divide(BigDecimal.valueOf(1L << 62))));
    }

    @Test
    void divisionByZeroIsReported() {
        ArithmeticException e =
                assertThrows(ArithmeticException.class, () -> Ratio.of(3, 2).dividedBy(Ratio.ZERO));
        assertEquals("division by zero: 3/2 / 0", e.getMessage());
    }

    @Test
    void nearestDoubleIsCorrectlyRounded() {
        assertEquals(0.1, Ratio.of(1, 10).toDouble());
        assertEquals(1e-18, Ratio.of(1, 1_000_000_000_000_000_000L).toDouble());
        assertEquals(0x1p63, LARGEST.toDouble());
        // Rounding both parts first, then their quotient, gives the neighbour 0x1.fffffffffffffp-1.
        assertEquals(1.0, Ratio.of((1L << 62) - 1, 1L << 62).toDouble());
        // Halfway between 2^53 and 2^53 + 2: the even one.
        assertEquals(0x1p53, Ratio.of((1L << 53) + 1).toDouble());
    }

    /** 5·10⁹/3 + 1/(2·10⁹) has 10¹⁹ + 3 above; each product alone fits or wraps around. */
    @Test
    void sumsOfLargePartsAreExactOrReported() {
        assertEquals(Ratio.of(1, 2_000_000_000), Ratio.of(1, 3_000_000_000L).plus(Ratio.of(1, 6_000_000_000L)));
        assertEquals(Ratio.of(1, 6_000_000_000L), Ratio.of(1, 3_000_000_000L).minus(Ratio.of(1, 6_000_000_000L)));
        assertEquals(Ratio.of(2_147_483_649L, 2_147_483_648L), Ratio.of(1).plus(Ratio.of(1, 2_147_483_648L)));
        for (int sign : new int[] {1, -1}) {
            ArithmeticException e = assertThrows(
                    ArithmeticException.class,
                    () -> Ratio.of(sign * 5_000_000_000L, 3).plus(Ratio.of(sign, 2_000_000_000)));
            assertEquals(
                    "ratio overflow: " + (sign < 0 ? "-" : "") + "10000000000000000003/6000000000", e.getMessage());
        }
    }

    @Test
    void sumsOverOneDenominatorStayInRange() {
        assertEquals(LARGEST, Ratio.of(Long.MAX_VALUE, 2).plus(Ratio.of(Long.MAX_VALUE, 2)));
        assertEquals(LARGEST.negated(), Ratio.of(-Long.MAX_VALUE, 2).plus(Ratio.of(-Long.MAX_VALUE, 2)));
        assertEquals(Ratio.ZERO, LARGEST.minus(LARGEST));
        assertEquals(Ratio.of(2), Ratio.of(5).plus(Ratio.of(-3)));
        assertThrows(ArithmeticException.class, () -> LARGEST.plus(Ratio.ONE));
        assertThrows(ArithmeticException.class, () -> LARGEST.negated().minus(Ratio.ONE));
    }

    /** Reduced before they are multiplied: 3·10¹⁸ + 1 times 21, over 14, is thrice that over 2. */
    @Test
    void multiplesAreReducedBeforeTheyOverflow() {
        Ratio ratio = Ratio.of(3_000_000_000_000_000_001L, 14);
        assertEquals(Ratio.of(9_000_000_000_000_000_003L, 2), ratio.times(21));
        assertEquals(Ratio.of(-9_000_000_000_000_000_003L, 2), ratio.times(-21));
        assertEquals(
                Ratio.of(4_000_000_000_000_000_001L),
                Ratio.of(4_000_000_000_000_000_001L, 7).times(7));
        assertThrows(ArithmeticException.class, () -> ratio.times(63));
    }

    @Test
    void orderIsExactHoweverCloseTwoRatiosAre() {
        long most = Long.MAX_VALUE;
        List<Ratio> ordered = List.of(
                Ratio.of(-most),
                Ratio.of(-most, 2),
                Ratio.of(-5, 3),
                Ratio.of(-1, most),
                Ratio.ZERO,
                Ratio.of(1, most),
                Ratio.of(1, most - 1),
                Ratio.of(1, 3),
                Ratio.of(1, 2),
                Ratio.of(most - 3, most - 2),
                Ratio.of(most - 2, most - 1),
                Ratio.of(most - 1, most),
                Ratio.ONE,
                Ratio.of(most, most - 1),
                Ratio.of(most - 1, most - 2),
                Ratio.of(most - 1),
                Ratio.of(most));
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertEquals(
                        Integer.compare(i, j),
                        Integer.signum(ordered.get(i).compareTo(ordered.get(j))),
                        ordered.get(i) + " and " + ordered.get(j));
            }
        }
    }

    /** Expected: Python's division of integers, which rounds correctly. */
    @Test
    void largePartsAreNotRoundedBeforeTheirQuotient() {
        long odd = (1L << 53) + 1;
        assertEquals(1286742750677284.8, Ratio.of(odd, 7).toDouble());
        assertEquals(818836295885544.9, Ratio.of(odd, 11).toDouble());
        assertEquals(1.1102230246251564e-16, Ratio.of(1, odd).toDouble());
        assertEquals(7.771561172376095e-16, Ratio.of(7, odd).toDouble());
        assertEquals(-8191.99999999255, Ratio.of(-odd, (1L << 40) + 1).toDouble());
        assertEquals((double) (1L << 53) / 3, Ratio.of(1L << 53, 3).toDouble());
        assertEquals(3 / (double) (1L << 53), Ratio.of(3, 1L << 53).toDouble());
    }
}
