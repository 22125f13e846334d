package io.loyalty.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTest {

    private static final String TWO_HUNDRED = "x".repeat(200);

    @Test
    void printsItsValue() {
        assertEquals("c-7", CustomerId.of("c-7").toString());
        assertEquals("c-7", CustomerId.of("c-7").value());
    }

    @Test
    void parseInvertsToString() {
        CustomerId id = CustomerId.of("会員 12");
        assertEquals(id, CustomerId.parse(id.toString()));
    }

    @Test
    void caseAndCompositionMatter() {
        assertNotEquals(CustomerId.of("a"), CustomerId.of("A"));
        assertNotEquals(CustomerId.of("\u00e9"), CustomerId.of("e\u0301"));
    }

    @Test
    void ordersByCharacters() {
        assertTrue(CustomerId.of("c-10").compareTo(CustomerId.of("c-9")) < 0);
        assertEquals(0, CustomerId.of("c-9").compareTo(CustomerId.of("c-9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankIsRefused(String blank) {
        assertEquals("customerId must not be blank", refusal(blank));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a\t", "\u00a0a", "a\u3000", "\u00a0"})
    void spaceAtAnEndIsRefused(String text) {
        assertEquals("customerId must not begin or end with a space", refusal(text));
    }

    @Test
    void unprintableIsRefused() {
        assertEquals("customerId must have printable characters only, not code point 10 at index 1", refusal("a\nb"));
        assertEquals(
                "customerId must have printable characters only, not code point 127 at index 2", refusal("ab\u007f"));
        assertEquals(
                "customerId must have printable characters only, not code point 133 at index 1", refusal("a\u0085b"));
        assertEquals(
                "customerId must have printable characters only, not code point 8232 at index 1", refusal("a\u2028b"));
        assertEquals(
                "customerId must have printable characters only, not code point 8233 at index 1", refusal("a\u2029b"));
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        assertEquals(
                "customerId must have printable characters only, not code point 55357 at index 0", refusal("\ud83d"));
        assertEquals(
                "customerId must have printable characters only, not code point 56832 at index 2",
                refusal("\ud83d\ude00\ude00"));
        assertEquals("\ud83d\ude00", CustomerId.of("\ud83d\ude00").value());
    }

    @Test
    void atMostTwoHundredCharacters() {
        assertEquals(TWO_HUNDRED, CustomerId.of(TWO_HUNDRED).value());
        assertEquals("customerId must have at most 200 characters: 201", refusal(TWO_HUNDRED + "x"));
    }

    @Test
    void nullIsNamed() {
        assertEquals(
                "customerId",
                assertThrows(NullPointerException.class, () -> CustomerId.of(null))
                        .getMessage());
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> CustomerId.parse(text))
                .getMessage();
    }
}
