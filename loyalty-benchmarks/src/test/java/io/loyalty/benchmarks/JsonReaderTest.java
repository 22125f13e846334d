package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @Test
    void objectsArraysTextsAndNumbersAreRead() {
        assertEquals(
                Map.of("name", "award", "scores", List.of(1.5, -2e-3, 7.0), "inner", Map.of(), "none", List.of()),
                JsonReader.read("""
                        { "name" : "award", "scores":[1.5, -2.0E-3,7 ],
                          "inner":{ }, "none" : [ ] }
                        """));
    }

    @Test
    void namesKeepTheirOrder() {
        Map<?, ?> object = (Map<?, ?>) JsonReader.read("{\"b\":1,\"a\":2}");
        assertEquals(List.of("b", "a"), List.copyOf(object.keySet()));
    }

    @Test
    void wordsAreTexts() {
        assertEquals(List.of("true", "false", "null"), JsonReader.read("[true, false, null]"));
    }

    @Test
    void escapesAreResolved() {
        assertEquals("\"\\/\b\f\n\r\té", JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "[1, 2;JSON must have more at index 5",
                "[1 2];JSON must have ',' at index 3",
                "{\"a\" 1};JSON must have ':' at index 5",
                "{1:2};JSON must have '\"' at index 1",
                "[1] 2;JSON must have end of text at index 4",
                "nul;JSON must have a value at index 0",
                "\"\\x\";JSON must have an escaped character at index 2",
                "'';JSON must have more at index 0"
            })
    void whatIsNotJsonIsRefused(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> JsonReader.read(text))
                        .getMessage());
    }
}
