package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Points given to a journal that is being written, by hand. */
class GivingTest {

    private static final LedgerPolicy POLICY = LedgerPolicy.in(ZoneOffset.UTC);
    private static final Grant TEN = Grant.of(10, Term.of(Period.ofDays(1)));
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private final JournalWriter writer = new JournalWriter(Journal.startingAfter(0, POLICY));

    private Outcome<Entry> give(String key, Instant at, Instant recordedAt, Grant grant, Entry.Accrual like) {
        return Giving.accrue(writer, POLICY, key, at, recordedAt, grant, like);
    }

    private Entry.Accrual given(String key, Instant at) {
        Outcome<Entry> outcome = give(key, at, NOON, TEN, null);
        return (Entry.Accrual) assertInstanceOf(Applied.class, outcome).result();
    }

    @Test
    void aGrantBecomesAnAccrualWithTheNextNumbers() {
        given("a", NOON);
        assertEquals(
                new Entry.Accrual(
                        new Entry.Stamp(2, "b", NOON.minusSeconds(1), NOON),
                        2,
                        PointType.REGULAR,
                        10,
                        NOON.minusSeconds(1),
                        Instant.parse("2026-04-03T00:00:00Z"),
                        TEN.term(),
                        ""),
                given("b", NOON.minusSeconds(1)),
                "it may be given late");
    }

    @Test
    void theSameGrantUnderTheSameKeyIsThereAlready() {
        Entry first = given("a", NOON);
        Outcome<Entry> again = give("a", NOON.plusSeconds(5), NOON.minusSeconds(9), TEN, null);
        assertSame(first, assertInstanceOf(Duplicate.class, again).result());
    }

    @Test
    void anotherGrantUnderTheSameKeyIsRefused() {
        given("a", NOON);
        Outcome<Entry> other = give("a", NOON, NOON, Grant.of(11, TEN.term()), null);
        assertEquals(
                new Rejection(Reason.KEY_REUSED, Map.of("sequence", 1L)),
                assertInstanceOf(Rejected.class, other).rejection());
    }

    @Test
    void nothingIsRecordedBeforeTheLastEntry() {
        given("a", NOON);
        Outcome<Entry> early = give("b", NOON, NOON.minusMillis(1), TEN, null);
        assertEquals(
                Reason.RECORDED_OUT_OF_ORDER,
                assertInstanceOf(Rejected.class, early).rejection().reason());
    }

    @Test
    void whatHasNoRoomIsRefused() {
        given("a", NOON);
        Outcome<Entry> full = give("b", NOON, NOON, Grant.of(Long.MAX_VALUE, TEN.term()), null);
        assertEquals(
                new Rejection(Reason.OVERFLOW, Map.of("requested", Long.MAX_VALUE, "room", Long.MAX_VALUE - 10)),
                assertInstanceOf(Rejected.class, full).rejection());
        assertNull(Giving.full(writer.moving(), "points", Long.MAX_VALUE - 10));
    }

    @Test
    void theDatesOfALikeGrantAreTakenOver() {
        Entry.Accrual first = given("a", NOON);
        Entry.Accrual second = (Entry.Accrual) give("b", NOON, NOON, TEN, first).orElseThrow();
        assertSame(first.expiresAt(), second.expiresAt());
        Grant longer = Grant.of(10, Term.of(Period.ofDays(2)));
        Entry.Accrual third =
                (Entry.Accrual) give("c", NOON, NOON, longer, first).orElseThrow();
        assertEquals(Instant.parse("2026-04-04T00:00:00Z"), third.expiresAt());
    }

    @Test
    void pointsOfOneDayShareTheInstantAtWhichTheyDie() {
        Entry.Accrual first = given("a", NOON.minusSeconds(2));
        assertSame(first.expiresAt(), given("b", NOON.minusSeconds(1)).expiresAt());
        Entry.Accrual earlier = given("c", NOON.minusSeconds(86_400));
        assertEquals(first.expiresAt().minusSeconds(86_400), earlier.expiresAt());
    }
}
