package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotTest {

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Lot lot(int id, int earned, int active, int expires, Term term) {
        return new Lot(
                id, PointType.REGULAR, 10, 10, 0, 0, second(earned), second(active), second(expires), term, 0, "");
    }

    private static Lot parts(long amount, long remaining, long held, long expired) {
        return new Lot(
                7,
                PointType.REGULAR,
                amount,
                remaining,
                held,
                expired,
                second(1),
                second(2),
                second(9),
                Term.never(),
                0,
                "");
    }

    @Test
    void whatIsNotThereHasBeenUsed() {
        assertEquals(0, parts(10, 10, 0, 0).used());
        assertEquals(4, parts(10, 1, 2, 3).used());
        assertEquals(Long.MAX_VALUE, parts(Long.MAX_VALUE, 0, 0, 0).used());
        assertEquals(parts(10, 3, 2, 3), parts(10, 5, 2, 3).take(2));
        assertEquals(parts(10, 3, 2, 5), parts(10, 5, 2, 3).expire(2));
    }

    @Test
    void partsStayWithinTheAmount() {
        assertEquals(0, parts(6, 1, 2, 3).used());
        for (long[] wrong : new long[][] {
            {5, 1, 2, 3},
            {5, -1, 2, 3},
            {5, 1, -1, 3},
            {5, 1, 2, -1},
            {0, 1, 0, 0},
            {0, 0, 1, 0},
            {0, 0, 0, 1}
        }) {
            assertEquals(
                    "lot 7 must have parts within its amount: " + wrong[1] + " remaining, " + wrong[2] + " held, "
                            + wrong[3] + " expired of " + wrong[0],
                    assertThrows(IllegalArgumentException.class, () -> parts(wrong[0], wrong[1], wrong[2], wrong[3]))
                            .getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> lot(0, 1, 1, 2, Term.never()));
    }

    @Test
    void itLivesFromItsActivationToItsExpiry() {
        Lot lot = lot(1, 1, 5, 9, Term.never());
        assertFalse(lot.isLive(second(4)));
        assertTrue(lot.isLive(second(5)));
        assertTrue(lot.isLive(second(8)));
        assertFalse(lot.isLive(second(9)));
    }

    @Test
    void pendingEndsWithTheFirstOfUseAndDeath() {
        Term sliding = Term.sliding(Period.ofDays(1));
        assertEquals(second(5), lot(1, 1, 5, 9, Term.never()).endOfPending());
        assertEquals(second(3), lot(1, 1, 5, 3, Term.never()).endOfPending());
        assertEquals(second(5), lot(1, 1, 5, 5, Term.never()).endOfPending());
        assertEquals(second(5), lot(1, 1, 5, 3, sliding).endOfPending(), "its group may keep it alive");
    }

    @Test
    void theOlderThenTheLowerNumberIsFirst() {
        List<Lot> expected =
                List.of(lot(9, 1, 1, 9, Term.never()), lot(2, 3, 3, 9, Term.never()), lot(5, 3, 3, 8, Term.never()));
        List<Lot> sorted = new ArrayList<>(List.of(expected.get(2), expected.get(0), expected.get(1)));
        sorted.sort(Lot.BY_AGE);
        assertEquals(expected, sorted);
        List<Lot> pending =
                List.of(lot(9, 1, 1, 9, Term.never()), lot(2, 1, 7, 3, Term.never()), lot(5, 1, 3, 8, Term.never()));
        List<Lot> byEnd = new ArrayList<>(List.of(pending.get(2), pending.get(1), pending.get(0)));
        byEnd.sort(Lot.BY_END_OF_PENDING);
        assertEquals(pending, byEnd);
    }

    @Test
    void newDatesLeaveThePointsAlone() {
        Entry.Dates dates = new Entry.Dates(7, second(3), second(99), Term.of(Period.ofDays(1)));
        Lot redated = parts(10, 5, 2, 3).redated(dates);
        assertEquals(second(3), redated.activatesAt());
        assertEquals(second(99), redated.expiresAt());
        assertEquals(second(1), redated.earnedAt());
        assertEquals(dates.term(), redated.term());
        assertEquals(parts(10, 5, 2, 3).used(), redated.used());
        assertEquals(0, redated.group());
        Entry.Dates sliding = new Entry.Dates(7, second(3), second(99), Term.sliding(Period.ofDays(1)));
        assertEquals(Lot.FROM_ELSEWHERE, parts(10, 5, 2, 3).redated(sliding).group());
    }
}
