package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void onlyARefusalHasNoResult() {
        Outcome<String> applied = new Outcome.Applied<>("x");
        Outcome<String> duplicate = new Outcome.Duplicate<>("y");
        Outcome<String> rejected = new Outcome.Rejected<>(Rejection.of(Reason.UNKNOWN_LOT, "lot", 5));
        assertFalse(applied.isRejected());
        assertFalse(duplicate.isRejected());
        assertTrue(rejected.isRejected());
        assertEquals("x", applied.orElseThrow());
        assertEquals("y", duplicate.orElseThrow());
        assertEquals(
                "rejected: UNKNOWN_LOT {lot=5}",
                assertThrows(IllegalStateException.class, rejected::orElseThrow).getMessage());
    }

    @Test
    void aRefusalNamesItsNumbers() {
        assertEquals(new Rejection(Reason.SAME_ACCOUNT, Map.of()), Rejection.of(Reason.SAME_ACCOUNT));
        assertEquals("SAME_ACCOUNT", Rejection.of(Reason.SAME_ACCOUNT).toString());
        Rejection two = Rejection.of(Reason.OVERFLOW, "requested", 3, "room", 2);
        assertEquals(new Rejection(Reason.OVERFLOW, Map.of("room", 2L, "requested", 3L)), two);
        assertEquals("OVERFLOW {requested=3, room=2}", two.toString());
        assertEquals(2, two.number("room"));
    }
}
