package io.loyalty.contact;

import static io.loyalty.contact.Guests.date;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OccurrenceTest {

    private static final ContactRule WELCOME = ContactRule.send("welcome").onJoining();

    private static Occurrence occurrence(ContactRule rule, String subject, String due, String last) {
        return new Occurrence(rule, subject, date(due), date(last), Guests.JOINED, any -> Optional.of(Map.of()));
    }

    @Test
    void itIsOpenFromItsFirstToItsLastDate() {
        Occurrence one = occurrence(WELCOME, "x", "2026-03-02", "2026-03-04");
        assertFalse(one.isOpenOn(date("2026-03-01")));
        assertTrue(one.isOpenOn(date("2026-03-02")));
        assertTrue(one.isOpenOn(date("2026-03-04")));
        assertFalse(one.isOpenOn(date("2026-03-05")));
    }

    /** Each of these goes before the next by one thing: priority, purpose, age, rule, subject, last date. */
    @Test
    void rankGoesBeforeAgeAndNamesDecideTheRest() {
        ContactRule urgent = WELCOME.withPriority(-1);
        ContactRule greeting = ContactRule.send("b").at(WELCOME.moment(), ContactPurpose.values()[0]);
        ContactRule later = ContactRule.send("a").at(WELCOME.moment(), ContactPurpose.values()[1]);
        ContactRule namedLater = later.named("c");
        List<Occurrence> expected = List.of(
                occurrence(urgent, "x", "2026-03-09", "2026-03-09"),
                occurrence(greeting, "x", "2026-03-08", "2026-03-08"),
                occurrence(later, "x", "2026-03-01", "2026-03-03"),
                occurrence(later, "x", "2026-03-02", "2026-03-03"),
                occurrence(namedLater, "x", "2026-03-02", "2026-03-03"),
                occurrence(namedLater, "y", "2026-03-02", "2026-03-03"),
                occurrence(namedLater, "y", "2026-03-02", "2026-03-04"));
        List<Occurrence> sorted = new ArrayList<>(expected);
        Collections.reverse(sorted);
        sorted.sort(Occurrence.ORDER);
        assertEquals(expected, sorted);
        assertEquals(0, Occurrence.BY_RANK.compare(expected.get(2), expected.get(6)));
    }
}
