package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityIdTest {

    private static final String TWO_HUNDRED = "x".repeat(200);

    @Test
    void printsItsValueAndParsesIt() {
        ActivityId id = ActivityId.of("r 10/01");
        assertEquals("r 10/01", id.toString());
        assertEquals(id, ActivityId.parse("r 10/01"));
    }

    @Test
    void ordersByCharacters() {
        assertTrue(ActivityId.of("r-10").compareTo(ActivityId.of("r-9")) < 0);
        assertEquals(0, ActivityId.of("r-9").compareTo(ActivityId.of("r-9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankIsRefused(String blank) {
        assertEquals("activityId must not be blank", refusal(blank));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "\u00a0a", "a\u3000"})
    void spaceAtAnEndIsRefused(String text) {
        assertEquals("activityId must not begin or end with a space", refusal(text));
    }

    @Test
    void unprintableIsRefused() {
        String rule = "activityId must have printable characters only, not code point ";
        assertEquals(rule + "0 at index 1", refusal("a\0b"));
        assertEquals(rule + "31 at index 1", refusal("a\u001fb"));
        assertEquals(rule + "127 at index 1", refusal("a\u007fb"));
        assertEquals(rule + "8232 at index 1", refusal("a\u2028b"));
        assertEquals(rule + "8233 at index 1", refusal("a\u2029b"));
        assertEquals(rule + "56832 at index 2", refusal("\ud83d\ude00\ude00"));
        assertEquals("a b~\ud83d\ude00", ActivityId.of("a b~\ud83d\ude00").value());
    }

    @Test
    void atMostTwoHundredCharacters() {
        assertEquals(TWO_HUNDRED, ActivityId.of(TWO_HUNDRED).value());
        assertEquals("activityId must have at most 200 characters: 201", refusal(TWO_HUNDRED + "x"));
    }

    @Test
    void nullIsNamed() {
        assertEquals(
                "activityId",
                assertThrows(NullPointerException.class, () -> ActivityId.parse(null))
                        .getMessage());
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> ActivityId.of(text))
                .getMessage();
    }
}
