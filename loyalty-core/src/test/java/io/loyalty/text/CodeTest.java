package io.loyalty.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeTest {

    private static String refusal(String value) {
        return assertThrows(IllegalArgumentException.class, () -> Code.require(value, "code"))
                .getMessage();
    }

    @Test
    void printableTextsAreTakenAsTheyAre() {
        for (String value : new String[] {"a", "~", "A-1/2:x", "two words", "渋谷 1号店", "a\uD83C\uDF63b", "x\u00ADy"}) {
            assertSame(value, Code.require(value, "code"));
        }
    }

    @Test
    void nothingIsNoCode() {
        for (String value : new String[] {"", " ", "\u3000", "\t\n"}) {
            assertEquals("code must not be blank", refusal(value));
        }
        assertEquals(
                "code",
                assertThrows(NullPointerException.class, () -> Code.require(null, "code"))
                        .getMessage());
    }

    @Test
    void codesHaveTwoHundredCharactersAtMost() {
        String longest = "x".repeat(200);
        assertSame(longest, Code.require(longest, "code"));
        assertEquals("code must have at most 200 characters: 201", refusal(longest + "x"));
    }

    @Test
    void spacesStandWithinOnly() {
        // A no-break space is a space, but no white space; a tab the other way round.
        for (String space : new String[] {" ", "\u3000", "\u00A0", "\t", "\u2028"}) {
            assertEquals("code must not begin or end with a space", refusal(space + "a"));
            assertEquals("code must not begin or end with a space", refusal("a" + space));
        }
    }

    @Test
    void whatCannotBePrintedIsRefusedWithItsPlace() {
        String rule = "code must have printable characters only, not code point ";
        assertEquals(rule + "9 at index 1", refusal("a\tb"));
        assertEquals(rule + "0 at index 0", refusal("\0a"));
        assertEquals(rule + "127 at index 1", refusal("a\u007F"));
        assertEquals(rule + "133 at index 1", refusal("a\u0085b"));
        assertEquals(rule + "8232 at index 1", refusal("a\u2028b"));
        assertEquals(rule + "8233 at index 1", refusal("a\u2029b"));
        // Half of a pair; the whole pair before it is one character in two places.
        assertEquals(rule + "55356 at index 3", refusal("a\uD83C\uDF63\uD83Cb"));
    }

    @Test
    void theTextItselfIsNotShown() {
        assertEquals(-1, refusal("secret\tword").indexOf("secret"));
    }
}
