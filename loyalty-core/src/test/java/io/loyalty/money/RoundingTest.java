package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {

    /** The table of {@link RoundingMode}, in fifths and halves. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            55, 6, 5, 6, 5, 6, 5, 6
            25, 3, 2, 3, 2, 3, 2, 2
            16, 2, 1, 2, 1, 2, 2, 2
            11, 2, 1, 2, 1, 1, 1, 1
            10, 1, 1, 1, 1, 1, 1, 1
            -10, -1, -1, -1, -1, -1, -1, -1
            -11, -2, -1, -1, -2, -1, -1, -1
            -16, -2, -1, -1, -2, -2, -2, -2
            -25, -3, -2, -2, -3, -3, -2, -2
            -55, -6, -5, -5, -6, -6, -5, -6
            """)
    void tenthsRoundByTheTable(
            long tenths, long up, long down, long ceiling, long floor, long halfUp, long halfDown, long halfEven) {
        assertEquals(up, Rounding.divide(tenths, 10, RoundingMode.UP));
        assertEquals(down, Rounding.divide(tenths, 10, RoundingMode.DOWN));
        assertEquals(ceiling, Rounding.divide(tenths, 10, RoundingMode.CEILING));
        assertEquals(floor, Rounding.divide(tenths, 10, RoundingMode.FLOOR));
        assertEquals(halfUp, Rounding.divide(tenths, 10, RoundingMode.HALF_UP));
        assertEquals(halfDown, Rounding.divide(tenths, 10, RoundingMode.HALF_DOWN));
        assertEquals(halfEven, Rounding.divide(tenths, 10, RoundingMode.HALF_EVEN));
    }

    @Test
    void unnecessaryRoundingIsReported() {
        assertEquals(3, Rounding.divide(9, 3, RoundingMode.UNNECESSARY));
        ArithmeticException small =
                assertThrows(ArithmeticException.class, () -> Rounding.divide(10, 3, RoundingMode.UNNECESSARY));
        assertEquals("rounding necessary: 10/3", small.getMessage());
        ArithmeticException large = assertThrows(
                ArithmeticException.class,
                () -> Rounding.multiplyDivide(Long.MAX_VALUE, 4, 3, RoundingMode.UNNECESSARY));
        assertEquals("rounding necessary: 9223372036854775807 * 4 / 3", large.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void divisorsMustBePositive(long divisor) {
        String message = "divisor must be above 0: " + divisor;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Rounding.divide(1, divisor, RoundingMode.FLOOR))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Rounding.multiplyDivide(1, 1, divisor, RoundingMode.FLOOR))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Rounding.multiplyDivide(Long.MAX_VALUE, 2, divisor, RoundingMode.FLOOR))
                        .getMessage());
    }

    /** Twice the remainder would overflow. */
    @Test
    void halvesOfTheLargestDivisorAreCompared() {
        long half = Long.MAX_VALUE / 2;
        assertEquals(0, Rounding.divide(half, Long.MAX_VALUE, RoundingMode.HALF_UP));
        assertEquals(1, Rounding.divide(half + 1, Long.MAX_VALUE, RoundingMode.HALF_DOWN));
        assertEquals(-1, Rounding.divide(-half - 1, Long.MAX_VALUE, RoundingMode.HALF_EVEN));
        assertEquals(Long.MIN_VALUE, Rounding.divide(Long.MIN_VALUE, 1, RoundingMode.UNNECESSARY));
    }

    @Test
    void productsBeyondLongAreExact() {
        assertEquals(
                Long.MAX_VALUE,
                Rounding.multiplyDivide(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, RoundingMode.UNNECESSARY));
        assertEquals(Long.MIN_VALUE, Rounding.multiplyDivide(Long.MIN_VALUE, 6, 6, RoundingMode.UNNECESSARY));
    }

    @Test
    void resultBeyondLongIsReported() {
        ArithmeticException e = assertThrows(
                ArithmeticException.class, () -> Rounding.multiplyDivide(Long.MAX_VALUE, 3, 2, RoundingMode.FLOOR));
        assertEquals("long overflow: 9223372036854775807 * 3 / 2 = 13835058055282163710", e.getMessage());
    }

    @Test
    void roundingUpOverTheEdgeIsReported() {
        // 9223372036854775807.5, where only the rounding does not fit.
        assertEquals(Long.MAX_VALUE, Rounding.multiplyDivide(6148914691236517205L, 3, 2, RoundingMode.DOWN));
        assertThrows(
                ArithmeticException.class, () -> Rounding.multiplyDivide(6148914691236517205L, 3, 2, RoundingMode.UP));
    }

    @Test
    void defaultFloorsTheWholeVisit() {
        assertEquals("FLOOR per TRANSACTION", Rounding.DEFAULT.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "FLOOR",
                "FLOOR per",
                "FLOOR per VISIT",
                "ROUND per LINE",
                "FLOOR per LINE per UNIT",
                " per "
            })
    void unreadableTextIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Rounding.parse(text));
        assertEquals("rounding must read like 'FLOOR per TRANSACTION': '" + text + "'", e.getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "mode",
                assertThrows(NullPointerException.class, () -> new Rounding(null, Rounding.Scope.LINE))
                        .getMessage());
        assertEquals(
                "scope",
                assertThrows(NullPointerException.class, () -> new Rounding(RoundingMode.FLOOR, null))
                        .getMessage());
    }

    /** 2⁶² + 1 or + 3, times 6, by 4: 3·2⁶¹ + 1 (odd) or + 4 (even), and a half. */
    @Test
    void tiesBeyondLongGoToTheEvenNeighbour() {
        long odd = 3 * (1L << 61) + 1;
        long even = 3 * (1L << 61) + 4;
        long factor = 1L << 62;
        assertEquals(odd + 1, Rounding.multiplyDivide(factor + 1, 6, 4, RoundingMode.HALF_EVEN));
        assertEquals(even, Rounding.multiplyDivide(factor + 3, 6, 4, RoundingMode.HALF_EVEN));
        assertEquals(-odd - 1, Rounding.multiplyDivide(-factor - 1, 6, 4, RoundingMode.HALF_EVEN));
        assertEquals(-even, Rounding.multiplyDivide(-factor - 3, 6, 4, RoundingMode.HALF_EVEN));
        assertEquals(odd + 1, Rounding.multiplyDivide(factor + 1, 6, 4, RoundingMode.HALF_UP));
        assertEquals(odd, Rounding.multiplyDivide(factor + 1, 6, 4, RoundingMode.HALF_DOWN));
        assertEquals(-odd - 1, Rounding.multiplyDivide(-factor - 1, 6, 4, RoundingMode.FLOOR));
        // 2⁶³ and 2⁶⁴ thirds are no ties.
        assertEquals(3074457345618258603L, Rounding.multiplyDivide(factor, 6, 9, RoundingMode.HALF_EVEN));
        assertEquals(6148914691236517205L, Rounding.multiplyDivide(factor, 12, 9, RoundingMode.HALF_EVEN));
    }

    @Test
    void everyRoundingReadsBackFromItsText() {
        for (RoundingMode mode : RoundingMode.values()) {
            for (Rounding.Scope scope : Rounding.Scope.values()) {
                Rounding rounding = new Rounding(mode, scope);
                assertEquals(mode + " per " + scope, rounding.toString());
                assertEquals(rounding, Rounding.parse(rounding.toString()));
            }
        }
    }
}
