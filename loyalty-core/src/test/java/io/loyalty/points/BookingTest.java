package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What entries do to a state, with seconds for instants; and that none can corrupt it. */
class BookingTest {

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Entry.Stamp at(int second) {
        return new Entry.Stamp(second, "k" + second, second(second), second(second));
    }

    private static List<Allocation> parts(long... lotsAndPoints) {
        return LongStream.range(0, lotsAndPoints.length / 2)
                .mapToObj(i -> new Allocation((int) lotsAndPoints[(int) i * 2], lotsAndPoints[(int) i * 2 + 1]))
                .toList();
    }

    private static Entry accrual(int second, int lot, long points, int active, int expires) {
        return new Entry.Accrual(
                at(second), lot, PointType.REGULAR, points, second(active), second(expires), Term.never(), "");
    }

    private static Entry redemption(int second, List<Allocation> parts) {
        return new Entry.Redemption(at(second), "points", Allocation.sum(parts), parts, "");
    }

    private static Entry hold(int second, List<Allocation> parts) {
        return new Entry.Hold(
                at(second), "points", Allocation.sum(parts), parts, second(100), HoldOverExpiry.HONOUR_HOLD);
    }

    private static Entry restoration(int second, int undone, List<Allocation> restored, List<Allocation> forfeited) {
        return new Entry.Restoration(
                at(second),
                undone,
                Allocation.sum(restored) + Allocation.sum(forfeited),
                restored,
                forfeited,
                List.of());
    }

    private static Entry.Parcel parcel(int lot, long points) {
        return new Entry.Parcel(lot, PointType.REGULAR, points, second(0), second(0), second(50), Term.never(), 0, "");
    }

    /** Lot 1: 10 until 50. Lot 2: 20 until 5. Lot 3: 40, pending until 30. */
    private static State state(Entry... more) {
        State state = State.empty(ZoneOffset.UTC, ConsumptionOrder.SOONEST_EXPIRY);
        state.move(accrual(1, 1, 10, 1, 50));
        state.move(accrual(2, 2, 20, 2, 5));
        state.move(accrual(3, 3, 40, 30, 90));
        for (Entry entry : more) {
            state.move(entry);
        }
        return state;
    }

    private static void refused(String rule, Entry entry, Entry... before) {
        State state = state(before);
        assertEquals(
                rule,
                assertThrows(IllegalArgumentException.class, () -> state.move(entry))
                        .getMessage());
    }

    @Test
    void noMoreIsTakenThanRemains() {
        refused("not so: no more is taken than remains of lot 1", redemption(10, parts(1, 11)));
        refused("not so: no more is taken than remains of lot 1", redemption(10, parts(1, 6, 1, 5)));
        refused(
                "not so: no more is taken than remains of lot 1",
                new Entry.Forfeiture(at(10), "points", parts(1, 11), "x"));
        refused("not so: no more is held than remains of lot 1", hold(10, parts(1, 11)));
        refused("not so: lot 4 exists", redemption(10, parts(4, 1)));
        assertEquals(0, state(redemption(10, parts(1, 10))).purse("points").available());
    }

    @Test
    void onlyTheDeadExpireAndOnlyOnce() {
        refused("not so: lot 1 has died", new Entry.Expiry(at(10), "points", parts(1, 1)));
        refused("not so: no more expires than remains of lot 2", new Entry.Expiry(at(10), "points", parts(2, 21)));
        State state = state(new Entry.Expiry(at(10), "points", parts(2, 20)));
        assertEquals(20, state.purse("points").sum(Flow.EXPIRED));
        assertEquals(0, state.purse("points").dead());
        assertEquals(20, state.lot(2).expired());
        assertEquals(10, state.purse("points").available());
    }

    @Test
    void noMoreIsRestoredThanWasUsed() {
        Entry used = redemption(4, parts(1, 6, 2, 15));
        refused("not so: no more is restored than was used of lot 1", restoration(10, 4, parts(1, 7), parts()), used);
        refused("not so: no more is restored than was used of lot 2", restoration(10, 4, parts(), parts(2, 16)), used);
        State state = state(used, restoration(10, 4, parts(1, 5), parts(2, 4)));
        assertEquals(9, state.purse("points").available());
        assertEquals(12, state.purse("points").sum(Flow.REDEEMED));
        assertEquals(4, state.purse("points").sum(Flow.EXPIRED));
        assertEquals(4, state.lot(2).expired());
        assertEquals(5, state.lot(2).remaining(), "dead, and not yet written down");
        assertEquals(11, state.lot(2).used());
    }

    @Test
    void onlyPendingLotsAreActivated() {
        Entry.Dates one = new Entry.Dates(1, second(10), second(60), Term.never());
        refused("not so: lot 1 is pending", new Entry.Activation(at(10), List.of(one)));
        Entry.Dates three = new Entry.Dates(3, second(10), second(60), Term.never());
        State state = state(new Entry.Activation(at(10), List.of(three)));
        assertEquals(50, state.purse("points").available());
        assertEquals(second(60), state.expiryOf(state.lot(3)));
        assertEquals(0, state.purse("points").pending.total());
        State empty = state(new Entry.Forfeiture(at(9), "points", parts(3, 40), "x"));
        empty.move(new Entry.Activation(at(10), List.of(three)));
        assertEquals(10, empty.purse("points").available(), "nothing was left of it");
    }

    @Test
    void onlyWhatHasPointsGetsOtherDates() {
        Entry gone = redemption(4, parts(1, 10));
        Entry.Dates one = new Entry.Dates(1, second(1), second(60), Term.never());
        refused("not so: lot 1 has points left", new Entry.Extension(at(10), List.of(one), "x"), gone);
        State state = state(new Entry.Extension(at(10), List.of(one), "x"));
        assertEquals(second(60), state.expiryOf(state.lot(1)));
        assertEquals(second(60), state.advance(second(30)).expiryOf(state.lot(1)));
        assertEquals(0, state.advance(second(90)).purse("points").available());
    }

    @Test
    void noMoreIsReinstatedThanDied() {
        refused(
                "not so: no more comes back than has expired of lot 2",
                new Entry.Reinstatement(at(10), "points", List.of(new Entry.Reissue(2, 4, 21, second(60))), "x"));
        refused(
                "not so: a new lot has the next number",
                new Entry.Reinstatement(at(10), "points", List.of(new Entry.Reissue(2, 5, 1, second(60))), "x"));
        Entry written = new Entry.Expiry(at(9), "points", parts(2, 20));
        Entry back = new Entry.Reinstatement(at(10), "points", List.of(new Entry.Reissue(2, 4, 12, second(60))), "x");
        for (State state : List.of(state(back), state(written, back))) {
            assertEquals(22, state.purse("points").available());
            assertEquals(8, state.purse("points").totals().expired());
            assertEquals(8, state.lot(2).remaining() + state.lot(2).expired());
            assertEquals(second(60), state.expiryOf(state.lot(4)));
            assertEquals(second(2), state.lot(4).earnedAt());
        }
    }

    @Test
    void noMoreIsClawedBackThanWasGiven() {
        Entry first = new Entry.Clawback(at(9), "points", parts(1, 6), parts(1, 6), parts(), 0, 0, 0);
        refused(
                "not so: no more is clawed back than was given",
                new Entry.Clawback(at(10), "points", parts(1, 5), parts(1, 4), parts(), 1, 0, 0),
                first);
        State state = state(first, new Entry.Clawback(at(10), "points", parts(1, 4), parts(), parts(), 1, 2, 1));
        assertEquals(10, state.clawed(1).points());
        assertEquals(7, state.purse("points").sum(Flow.CLAWED_BACK));
        assertEquals(2, state.purse("points").sum(Flow.UNCOLLECTED));
        assertEquals(1, state.purse("points").sum(Flow.MONEY_DUE));
        assertEquals(1, state.purse("points").debt());
    }

    @Test
    void aHoldEndsWithAllItHas() {
        Entry held = hold(4, parts(1, 6, 2, 7));
        refused(
                "not so: capture and return add up to what is held",
                new Entry.Capture(at(10), "k4", 3, parts(1, 3), parts(1, 3), parts(2, 6)),
                held);
        refused(
                "not so: a release gives back what is held",
                new Entry.Release(at(10), "k4", parts(1, 6), parts(2, 6)),
                held);
        refused("hold 'k9' must be open", new Entry.Release(at(10), "k9", parts(), parts()), held);
        State captured = state(held, new Entry.Capture(at(10), "k4", 3, parts(1, 3), parts(1, 3), parts(2, 7)));
        assertEquals(0, captured.purse("points").held());
        assertEquals(3, captured.purse("points").sum(Flow.REDEEMED));
        assertEquals(7, captured.purse("points").sum(Flow.EXPIRED));
        assertEquals(20, captured.purse("points").totals().expired());
        assertEquals(7, captured.lot(2).expired());
        assertEquals(0, captured.lot(1).held() + captured.lot(2).held());
        assertEquals(7, captured.purse("points").available());
        assertEquals(new State.Resolution(Reason.HOLD_CAPTURED, 3), captured.resolution((Entry.Hold) held));
        State released = state(held, new Entry.Release(at(10), "k4", parts(1, 6), parts(2, 7)));
        assertEquals(10, released.purse("points").available());
        assertEquals(20, released.purse("points").totals().expired());
        assertEquals(0, released.holds().length);
    }

    @Test
    void debtGoesAndComesWithTransfers() {
        Entry owing = new Entry.Clawback(at(9), "points", parts(1, 5), parts(), parts(), 5, 0, 0);
        refused(
                "not so: no more debt goes than is owed",
                new Entry.TransferOut(at(10), TransferPurpose.MERGE, "ben", "", "points", parts(), 6),
                owing);
        State out = state(
                owing, new Entry.TransferOut(at(10), TransferPurpose.MERGE, "ben", "", "points", parts(1, 10), 4));
        assertEquals(1, out.purse("points").debt());
        assertEquals(4, out.purse("points").sum(Flow.TRANSFERRED_IN));
        assertEquals(10, out.purse("points").sum(Flow.TRANSFERRED_OUT));
        State in = state(new Entry.TransferIn(
                at(10), TransferPurpose.MERGE, "ben", "", "points", List.of(parcel(4, 7)), parts(1, 2), 3));
        assertEquals(0, in.purse("points").debt(), "the points that came have paid it");
        assertEquals(10 - 2 + 7 - 3, in.purse("points").available());
        assertEquals(7, in.purse("points").sum(Flow.TRANSFERRED_IN));
        assertEquals(5, in.purse("points").sum(Flow.TRANSFERRED_OUT));
    }

    @Test
    void anAdjustmentIsCountedBothWays() {
        State up = state(new Entry.Adjustment(at(10), "points", List.of(parcel(4, 7)), parts(), "x", "y"));
        assertEquals(7, up.purse("points").sum(Flow.ADJUSTED_UP));
        assertEquals(17, up.purse("points").available());
        State down = state(new Entry.Adjustment(at(10), "points", List.of(), parts(1, 4), "x", "y"));
        assertEquals(4, down.purse("points").sum(Flow.ADJUSTED_DOWN));
        assertEquals(6, down.purse("points").available());
        State forfeited = state(new Entry.Forfeiture(at(10), "points", parts(1, 4, 3, 40), "x"));
        assertEquals(44, forfeited.purse("points").sum(Flow.FORFEITED));
        refused(
                "not so: a new lot has the next number",
                new Entry.Adjustment(at(10), "points", List.of(parcel(5, 7)), parts(), "x", "y"));
    }

    @Test
    void anOpeningForgetsAllBefore() {
        Totals totals = new Totals(100, 1, 2, 80, 4, 5, 6, 7, 8, 9, 10);
        State state = state(new Entry.Opening(
                at(10), List.of(new Entry.OpeningPurse("points", List.of(parcel(1, 3)), 5, totals))));
        assertEquals(2, state.nextLot());
        assertEquals(totals, state.purse("points").totals());
        assertEquals(5, state.purse("points").debt());
        assertEquals(3, state.purse("points").available());
    }
}
