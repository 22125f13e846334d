package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Entry.Accrual accrual(int lot, String currency, int points, int at, int active, int expires) {
        return new Entry.Accrual(
                new Entry.Stamp(lot, "k" + lot, second(at), second(at)),
                lot,
                new PointType(currency, PointType.Nature.REGULAR),
                points,
                second(active),
                second(expires),
                Term.never(),
                "");
    }

    private static State state(Entry... entries) {
        State state = State.empty(ZoneOffset.UTC, ConsumptionOrder.SOONEST_EXPIRY);
        List.of(entries).forEach(state::move);
        return state;
    }

    @Test
    void eachCurrencyHasAPurseOfItsOwn() {
        State state = state(
                accrual(1, "points", 1, 1, 1, 100),
                accrual(2, "miles", 2, 2, 2, 100),
                accrual(3, "stars", 4, 3, 3, 100),
                accrual(4, "miles", 8, 4, 4, 100));
        assertEquals(3, state.purses().length);
        assertEquals(1, state.purse("points").available());
        assertEquals(10, state.purse("miles").available());
        assertEquals(4, state.purse("stars").available());
        assertEquals(0, state.purse("coins").available());
        assertEquals(3, state.purses().length, "a question opens none");
    }

    @Test
    void aLotIsPendingThenUsableThenDead() {
        State state = state(accrual(1, "points", 5, 0, 10, 20));
        boolean[][] expected = {{true, true, false}, {false, true, true}, {false, false, false}};
        int[] from = {0, 10, 20};
        int[] last = {9, 19, 30};
        for (int phase = 0; phase < 3; phase++) {
            for (int at : new int[] {from[phase], last[phase]}) {
                State then = state.advance(second(at));
                Lot lot = then.lot(1);
                assertEquals(expected[phase][0], then.isPending(lot), "pending at " + at);
                assertEquals(expected[phase][1], then.isAlive(lot), "alive at " + at);
                assertEquals(expected[phase][2], then.isUsable(lot), "usable at " + at);
                assertEquals(phase == 1 ? 5 : 0, then.purse("points").available());
            }
        }
    }

    @Test
    void timeGoesOneWay() {
        State state = state(accrual(1, "points", 5, 5, 5, 20));
        assertSame(state, state.advance(second(5)));
        assertSame(state, state.advance(second(4)));
        State later = state.advance(second(6));
        assertNotSame(state, later);
        assertEquals(second(6), later.clock());
        assertEquals(second(5), state.clock());
        later.pass(second(3));
        assertEquals(second(6), later.clock());
    }

    @Test
    void itIsQuietUntilTheNextActivationOrExpiry() {
        State state = state(accrual(1, "points", 5, 0, 10, 20), accrual(2, "miles", 5, 0, 0, 15));
        assertEquals(second(10), state.quietUntil());
        assertEquals(second(15), state.advance(second(10)).quietUntil());
        assertEquals(second(20), state.advance(second(15)).quietUntil());
        assertEquals(Instant.MAX, state.advance(second(20)).quietUntil());
    }

    @Test
    void lotsAreNumberedFromOne() {
        State state = state(accrual(1, "points", 5, 0, 0, 20));
        assertFalse(state.hasLot(-1));
        assertFalse(state.hasLot(0));
        assertTrue(state.hasLot(1));
        assertFalse(state.hasLot(2));
        assertEquals(2, state.nextLot());
        for (int id : new int[] {0, 2}) {
            assertEquals(
                    "not so: lot " + id + " exists",
                    assertThrows(IllegalArgumentException.class, () -> state.lot(id))
                            .getMessage());
        }
        assertEquals(
                "not so: a new lot has the next number",
                assertThrows(IllegalArgumentException.class, () -> state.move(accrual(3, "points", 1, 1, 1, 9)))
                        .getMessage());
    }

    @Test
    void ofALateEntryAllLotsInBetweenAreMissing() {
        State state = state(accrual(1, "points", 5, 0, 0, 20));
        state.moveLate(accrual(4, "points", 7, 3, 3, 20));
        assertEquals(12, state.purse("points").available());
        assertEquals(5, state.nextLot());
        state.moveLate(accrual(5, "points", 1, 4, 4, 20));
        assertEquals(13, state.purse("points").available());
        assertEquals(6, state.nextLot());
    }

    @Test
    void onlyWhatTimeDidIsWrittenDown() {
        State state = state(accrual(1, "points", 5, 0, 10, 20), accrual(2, "points", 5, 0, 11, 20));
        String none = "not so: time did something that is not written down yet";
        assertEquals(
                none,
                assertThrows(IllegalArgumentException.class, state::writeDown).getMessage());
        state.pass(second(11));
        assertEquals(
                List.of(1, 2),
                state.unwritten().stream().map(State.Unwritten::lot).toList());
        state.writeDown();
        assertEquals(
                List.of(2), state.unwritten().stream().map(State.Unwritten::lot).toList());
        state.writeDown();
        assertEquals(List.of(), state.unwritten());
        assertEquals(
                none,
                assertThrows(IllegalArgumentException.class, state::writeDown).getMessage());
    }

    @Test
    void aCopyChangesApart() {
        State state = state(accrual(1, "points", 9, 1, 1, 100));
        State copy = state.copy();
        Entry.Hold hold = new Entry.Hold(
                new Entry.Stamp(2, "h", second(2), second(2)),
                "points",
                4,
                List.of(new Allocation(1, 4)),
                second(50),
                HoldOverExpiry.HONOUR_HOLD);
        copy.move(hold);
        copy.setClawed(1, new State.Clawed(3, 0));
        copy.setRestored(7, List.of(new Allocation(1, 2)));
        copy.open("points").owe(5);
        copy.open("points").count(Flow.REDEEMED, 6);

        assertEquals(1, copy.holds().length);
        assertEquals(second(50), copy.nextHoldEvent());
        assertEquals(3, copy.clawed(1).points());
        assertEquals(List.of(new Allocation(1, 2)), copy.restored(7));
        assertEquals(4, copy.purse("points").held());
        assertEquals(5, copy.purse("points").debt());
        assertEquals(6, copy.purse("points").sum(Flow.REDEEMED));

        assertEquals(0, state.holds().length);
        assertEquals(Instant.MAX, state.nextHoldEvent());
        assertEquals(0, state.clawed(1).points());
        assertEquals(List.of(), state.restored(7));
        assertEquals(0, state.purse("points").held());
        assertEquals(0, state.purse("points").debt());
        assertEquals(0, state.purse("points").sum(Flow.REDEEMED));
    }

    @Test
    void theEndOfTimeStandsForNever() {
        assertEquals(Instant.MAX.minusNanos(1), State.inTime(Instant.MAX));
        assertEquals(Instant.MAX.minusNanos(1), State.inTime(Instant.MAX.minusNanos(1)));
        assertEquals(second(3), State.inTime(second(3)));
    }
}
