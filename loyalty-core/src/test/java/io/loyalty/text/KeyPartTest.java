package io.loyalty.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class KeyPartTest {

    @Test
    void idsWithoutSlashesStandAsTheyAre() {
        String id = "visit 7:1";
        assertSame(id, KeyPart.of(id));
        assertEquals("", KeyPart.of(""));
    }

    @Test
    void slashesAndPercentSignsAreEscapedWhereverTheyStand() {
        assertEquals("%2Fa", KeyPart.of("/a"));
        assertEquals("a%2F%2Fb", KeyPart.of("a//b"));
        assertEquals("%25", KeyPart.of("%"));
        assertEquals("%252F%2F", KeyPart.of("%2F/"));
    }

    @Test
    void noTwoIdsMeetInOneKey() {
        assertNotEquals(KeyPart.of("a") + "/" + KeyPart.of("b/c"), KeyPart.of("a/b") + "/" + KeyPart.of("c"));
        assertNotEquals(KeyPart.of("a/b"), KeyPart.of("a%2Fb"));
    }
}
