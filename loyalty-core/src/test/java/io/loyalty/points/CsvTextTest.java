package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of comma-separated values after RFC 4180. */
class CsvTextTest {

    private static void refused(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> CsvText.split(text))
                        .getMessage());
    }

    @Test
    void onlyValuesThatNeedItStandInQuotes() {
        assertEquals("a,b c,1", CsvText.join(List.of("a", "b c", "1")));
        assertEquals("\",a\"", CsvText.join(List.of(",a")));
        assertEquals("\"a,\"", CsvText.join(List.of("a,")));
        assertEquals("\"\"\"a\"", CsvText.join(List.of("\"a")));
        assertEquals("\"a\"\"b\"", CsvText.join(List.of("a\"b")));
        assertEquals("x,\",\",\"\"\"\",y", CsvText.join(List.of("x", ",", "\"", "y")));
    }

    @Test
    void emptyValuesAreToldFromNone() {
        assertEquals("", CsvText.join(List.of()));
        assertEquals("\"\"", CsvText.join(List.of("")));
        assertEquals(",", CsvText.join(List.of("", "")));
        assertEquals("a,", CsvText.join(List.of("a", "")));
        assertEquals(List.of(), CsvText.split(""));
        assertEquals(List.of(""), CsvText.split("\"\""));
        assertEquals(List.of("", ""), CsvText.split(","));
        assertEquals(List.of("a", ""), CsvText.split("a,"));
        assertEquals(List.of("", "a"), CsvText.split("\"\",a"));
    }

    /** The list is the caller's own, as that of a full record is. */
    @Test
    void whatIsReadMayBeChanged() {
        List<String> none = CsvText.split("");
        none.add("a");
        assertEquals(List.of("a"), none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "\"", "\"\"", "a\"", ",\"", "\",\"", "\n", "ポイント,1"})
    void everyValueReadsBackInEveryPlace(String value) {
        for (List<String> values :
                List.of(List.of(value), List.of(value, "x"), List.of("x", value), List.of("x", value, value))) {
            assertEquals(values, CsvText.split(CsvText.join(values)));
        }
    }

    @Test
    void recordsNestAsDeeplyAsOneLikes() {
        List<String> innermost = List.of("a,b", "\"", "");
        String text = CsvText.join(innermost);
        for (int depth = 0; depth < 5; depth++) {
            text = CsvText.join(List.of(text, "z"));
        }
        for (int depth = 0; depth < 5; depth++) {
            List<String> values = new ArrayList<>(CsvText.split(text));
            assertEquals("z", values.get(1));
            text = values.get(0);
        }
        assertEquals(innermost, CsvText.split(text));
    }

    @Test
    void whatCannotBeReadIsRefusedWhereItIsWrong() {
        refused("\"", "quotes must be closed: opened at index 0");
        refused("a,\"b\"\"", "quotes must be closed: opened at index 2");
        refused("\"a\"b", "a comma must follow closing quotes: at index 3");
        refused("a\"", "a quote must stand in quotes: at index 0");
        refused("x, \"a\"", "a quote must stand in quotes: at index 2");
    }
}
