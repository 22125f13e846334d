package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.PointType.Nature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointTypeTest {

    @ParameterizedTest
    @ValueSource(strings = {"points", "a", "z", "A", "Z", "0", "9", "-", "_", ".", "AZ-az_09."})
    void lettersDigitsAndThreeSignsNameACurrency(String currency) {
        for (Nature nature : Nature.values()) {
            PointType type = new PointType(currency, nature);
            assertEquals(currency + "/" + nature, type.toString());
            assertEquals(type, PointType.parse(type.toString()));
        }
    }

    /** Each sign stands beside an allowed one in the table of characters. */
    @ParameterizedTest
    @ValueSource(strings = {"", "`", "{", "@", "[", "/", ":", ",", "^", "a b", "ポイント", "é"})
    void nothingElseDoes(String currency) {
        assertEquals(
                "currency must be letters, digits, '-', '_' or '.': '" + currency + "'",
                assertThrows(IllegalArgumentException.class, () -> new PointType(currency, Nature.REGULAR))
                        .getMessage());
    }

    @Test
    void otherTextIsRefused() {
        assertEquals(
                "point type must read like 'points/REGULAR': 'points'",
                assertThrows(IllegalArgumentException.class, () -> PointType.parse("points"))
                        .getMessage());
        assertEquals(
                "currency must be letters, digits, '-', '_' or '.': ''",
                assertThrows(IllegalArgumentException.class, () -> PointType.parse("/REGULAR"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PointType.parse("points/regular"));
        assertThrows(IllegalArgumentException.class, () -> PointType.parse("points/REGULAR/"));
    }
}
