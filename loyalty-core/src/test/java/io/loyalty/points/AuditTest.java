package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.midnight;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Entries that no ledger could have written, offered to one that is as it should be: each breaks one rule by as little as can be. */
class AuditTest {

    private static List<Allocation> parts(long... lotsAndPoints) {
        return LongStream.range(0, lotsAndPoints.length / 2)
                .mapToObj(i -> new Allocation((int) lotsAndPoints[(int) i * 2], lotsAndPoints[(int) i * 2 + 1]))
                .toList();
    }

    /**
     * Lot 1: 35 of 100 are left and 5 held by "h". Lot 2: 40 of 50 died on day 3. Lot 3: 20 pending. Lot 4: 30 miles. Entry 5
     * redeemed 10 of lot 2, entry 6 60 of lot 1.
     */
    private static PointsLedger ledger() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(100, 90)));
        ledger = done(ledger.accrue(on(0, "b"), days(50, 2)));
        ledger = done(ledger.accrue(on(0, "c"), days(20, 90).with(Activation.onEvent())));
        ledger = done(ledger.accrue(on(0, "d"), days(30, 90).with(new PointType("miles", PointType.Nature.REGULAR))));
        ledger = done(ledger.redeem(on(1, "early"), 10));
        ledger = done(ledger.redeem(on(4, "r"), 60));
        return done(ledger.hold(on(4, "h"), 5, PointType.POINTS, day(20)));
    }

    private static Entry.Stamp next(PointsLedger ledger, int day) {
        int sequence = ledger.version() + 1;
        return new Entry.Stamp(sequence, "new" + sequence, day(day), day(day));
    }

    /** Refused on day 5. */
    private static void refused(String rule, PointsLedger ledger, Function<Entry.Stamp, Entry> entry) {
        Entry.Stamp stamp = next(ledger, 5);
        assertEquals(
                "entry " + stamp.sequence() + " ('" + stamp.key() + "') is wrong: not so: " + rule,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ledger.append(ledger.version(), List.of(entry.apply(stamp))))
                        .getMessage());
    }

    private static void refused(String rule, Function<Entry.Stamp, Entry> entry) {
        refused(rule, ledger(), entry);
    }

    private static PointsLedger taken(PointsLedger ledger, Function<Entry.Stamp, Entry> entry) {
        return done(ledger.append(ledger.version(), List.of(entry.apply(next(ledger, 5)))));
    }

    @Test
    void pointsAreTakenFromWhatIsUsable() {
        refused("a redemption takes what it says", s -> new Entry.Redemption(s, "points", 0, List.of(), ""));
        refused("lot 2 is usable", s -> new Entry.Redemption(s, "points", 1, parts(2, 1), ""));
        refused("lot 3 is usable", s -> new Entry.Redemption(s, "points", 1, parts(3, 1), ""));
        refused("lot 4 is of the currency", s -> new Entry.Redemption(s, "points", 1, parts(4, 1), ""));
        refused("lot 5 exists", s -> new Entry.Redemption(s, "points", 1, parts(5, 1), ""));
        refused("lot 3 is usable", s -> hold(s, parts(3, 1)));
        refused("lot 2 is usable", s -> hold(s, parts(2, 1)));
        refused("a hold reserves what it says", s -> hold(s, List.of()));
        assertEquals(0, taken(ledger(), s -> hold(s, parts(1, 35))).asOf(day(5)).available());
    }

    private static Entry hold(Entry.Stamp stamp, List<Allocation> parts) {
        return new Entry.Hold(stamp, "points", Allocation.sum(parts), parts, day(9), HoldOverExpiry.values()[0]);
    }

    @Test
    void onlyWhatLivesIsForfeitedOrSent() {
        refused("lot 2 lives", s -> new Entry.Forfeiture(s, "points", parts(2, 1), "x"));
        refused("lot 2 lives", s -> out(s, parts(2, 1), 0));
        refused("lot 4 is of the currency", s -> out(s, parts(4, 1), 0));
        refused("debt is not negative", s -> out(s, parts(1, 1), -1));
        refused("no more debt goes than is owed", s -> out(s, parts(1, 1), 1));
        PointsLedger sent = taken(ledger(), s -> out(s, parts(1, 1, 3, 20), 0));
        assertEquals(0, sent.asOf(day(5)).pending());
        assertEquals(21, sent.asOf(day(5)).totals().transferredOut());
    }

    private static Entry out(Entry.Stamp stamp, List<Allocation> parts, long debt) {
        return new Entry.TransferOut(stamp, TransferPurpose.TRANSFER, "ben", "", "points", parts, debt);
    }

    private static Entry.Parcel parcel(int lot, long points, String currency) {
        return new Entry.Parcel(
                lot,
                new PointType(currency, PointType.Nature.REGULAR),
                points,
                day(0),
                day(0),
                midnight(60),
                Term.never(),
                1,
                "");
    }

    private static Entry in(Entry.Stamp stamp, Entry.Parcel parcel, List<Allocation> settled, long debt) {
        return new Entry.TransferIn(
                stamp, TransferPurpose.TRANSFER, "ben", "", "points", List.of(parcel), settled, debt);
    }

    @Test
    void whatArrivesHasPointsAndTheNextNumber() {
        refused("a parcel has points", s -> in(s, parcel(5, 0, "points"), List.of(), 0));
        refused("a parcel is of the currency", s -> in(s, parcel(5, 1, "miles"), List.of(), 0));
        refused("a new lot has the next number", s -> in(s, parcel(6, 1, "points"), List.of(), 0));
        refused("debt is not negative", s -> in(s, parcel(5, 1, "points"), List.of(), -1));
        refused("lot 2 is usable", s -> in(s, parcel(5, 1, "points"), parts(2, 1), 0));
        refused("lot 3 is usable", s -> in(s, parcel(5, 1, "points"), parts(3, 1), 0));
        Totals totals = taken(ledger(), s -> in(s, parcel(5, 7, "points"), parts(1, 3), 2))
                .asOf(day(5))
                .totals();
        assertEquals(7, totals.transferredIn());
        assertEquals(5, totals.transferredOut());
    }

    @Test
    void anAdjustmentIsAParcelOrTaken() {
        refused("a parcel has points", s -> adjustment(s, List.of(parcel(5, 0, "points")), List.of()));
        refused("a parcel is of the currency", s -> adjustment(s, List.of(parcel(5, 1, "miles")), List.of()));
        refused("an adjustment gives or takes", s -> adjustment(s, List.of(parcel(5, 1, "points")), parts(1, 1)));
        refused("lot 3 is usable", s -> adjustment(s, List.of(), parts(3, 1)));
        assertEquals(
                39, taken(ledger(), s -> adjustment(s, List.of(), parts(1, 1))).balance(day(5)));
    }

    private static Entry adjustment(Entry.Stamp stamp, List<Entry.Parcel> given, List<Allocation> taken) {
        return new Entry.Adjustment(stamp, "points", given, taken, "sorry", "desk");
    }

    @Test
    void datesAreSetOncePerLotThatLives() {
        Entry.Dates one = new Entry.Dates(1, day(0), midnight(200), Term.never());
        refused("each lot is named once", s -> new Entry.Extension(s, List.of(one, one), "x"));
        refused("lot 2 lives", s -> extension(s, 2, day(0), midnight(200)));
        refused("new dates leave the activation as it is", s -> extension(s, 1, day(1), midnight(200)));
        refused("nothing dies in the past", s -> extension(s, 1, day(0), day(5).minusNanos(1)));
        assertEquals(5, taken(ledger(), s -> extension(s, 1, day(0), day(5))).balance(day(5)), "what is held");
        Entry.Dates three = new Entry.Dates(3, day(5), midnight(90), Term.never());
        refused("each lot is named once", s -> new Entry.Activation(s, List.of(three, three)));
        refused(
                "lot 1 is pending",
                s -> new Entry.Activation(s, List.of(new Entry.Dates(1, day(5), midnight(90), Term.never()))));
        refused(
                "an activation makes usable at once",
                s -> new Entry.Activation(
                        s, List.of(new Entry.Dates(3, day(5).plusNanos(1), midnight(90), Term.never()))));
        assertEquals(
                60,
                taken(ledger(), s -> new Entry.Activation(s, List.of(three))).balance(day(5)));
    }

    private static Entry extension(Entry.Stamp stamp, int lot, Instant active, Instant expires) {
        return new Entry.Extension(stamp, List.of(new Entry.Dates(lot, active, expires, Term.never())), "x");
    }

    @Test
    void onlyTheDeadAreReinstated() {
        refused("no more comes back than is dead", s -> reinstatement(s, 2, 41));
        refused("no more comes back than is dead", s -> reinstatement(s, 2, 0));
        refused("no more comes back than is dead", s -> reinstatement(s, 1, 1));
        refused("lot 4 is of the currency", s -> reinstatement(s, 4, 1));
        refused("lot 5 exists", s -> reinstatement(s, 5, 1));
        assertEquals(80, taken(ledger(), s -> reinstatement(s, 2, 40)).balance(day(5)));
    }

    private static Entry reinstatement(Entry.Stamp stamp, int from, long points) {
        return new Entry.Reinstatement(stamp, "points", List.of(new Entry.Reissue(from, 5, points, midnight(99))), "x");
    }

    @Test
    void onlyARedemptionIsUndone() {
        for (int undone : new int[] {-1, 0, 8, 9}) {
            refused("what is undone was done before", s -> restoration(s, undone, 1, parts(1, 1), List.of()));
        }
        for (int undone : new int[] {1, 7}) {
            refused("a redemption or capture is undone", s -> restoration(s, undone, 1, parts(1, 1), List.of()));
        }
        PointsLedger snapshot = done(done(ledger().release(on(4, "free"), "h")).snapshot(on(4, "s")));
        PointsLedger later = done(snapshot.redeem(on(4, "x"), 3));
        assertEquals(10, later.version());
        refused("what is undone was done before", later, s -> restoration(s, 6, 1, parts(1, 1), List.of()));
        refused("a redemption or capture is undone", later, s -> restoration(s, 9, 1, parts(1, 1), List.of()));
        assertEquals(
                40,
                taken(later, s -> restoration(s, 10, 3, parts(1, 3), List.of())).balance(day(5)));
    }

    private static Entry restoration(
            Entry.Stamp stamp,
            int undone,
            long points,
            List<Allocation> restored,
            List<Allocation> forfeited,
            Entry.Reissue... reissued) {
        return new Entry.Restoration(stamp, undone, points, restored, forfeited, List.of(reissued));
    }

    private static Entry.Reissue anew(int from, long points) {
        return new Entry.Reissue(from, 5, points, midnight(99));
    }

    @Test
    void whatIsRestoredGoesWhereItsLotSays() {
        refused("a restoration gives back what it says", s -> restoration(s, 6, 0, List.of(), List.of()));
        refused("a restoration gives back what it says", s -> restoration(s, 6, 61, parts(1, 60), List.of()));
        refused(
                "no more is restored than was redeemed of each lot",
                s -> restoration(s, 6, 61, parts(1, 61), List.of()));
        refused(
                "no more is restored than was redeemed of each lot",
                s -> restoration(s, 5, 11, List.of(), parts(2, 10), anew(2, 1)));
        refused("points return to lots that live", s -> restoration(s, 5, 1, parts(2, 1), List.of()));
        refused("points die with lots that are dead", s -> restoration(s, 6, 1, List.of(), parts(1, 1)));
        refused("points of dead lots are given anew", s -> restoration(s, 6, 1, List.of(), List.of(), anew(1, 1)));
        refused("points of dead lots are given anew", s -> restoration(s, 5, 1, List.of(), parts(2, 1), anew(2, 0)));
        refused("lot 9 exists", s -> restoration(s, 5, 1, List.of(), List.of(), anew(9, 1)));
        assertEquals(
                100,
                taken(ledger(), s -> restoration(s, 6, 60, parts(1, 60), List.of()))
                        .balance(day(5)));
        PointsLedger half = taken(ledger(), s -> restoration(s, 5, 10, List.of(), parts(2, 4), anew(2, 6)));
        assertEquals(46, half.balance(day(5)));
        assertEquals(44, half.asOf(day(5)).totals().expired());
        refused(
                "no more is restored than was redeemed of each lot",
                half,
                s -> restoration(s, 5, 1, List.of(), parts(2, 1)));
    }

    private static Entry clawback(
            Entry.Stamp stamp,
            String currency,
            List<Allocation> owed,
            List<Allocation> taken,
            List<Allocation> found,
            long debt) {
        return new Entry.Clawback(stamp, currency, owed, taken, found, debt, 0, 0);
    }

    @Test
    void aClawbackFindsWhatIsOwedOrNamesItMissing() {
        refused("lot 4 is of the currency", s -> clawback(s, "points", parts(4, 1), List.of(), List.of(), 1));
        refused("lot 5 exists", s -> clawback(s, "points", parts(5, 1), List.of(), List.of(), 1));
        refused("lot 2 lives", s -> clawback(s, "points", parts(2, 1), parts(2, 1), List.of(), 0));
        refused("lot 4 is of the currency", s -> clawback(s, "points", parts(1, 1), parts(4, 1), List.of(), 0));
        refused(
                "only what is owed is found expired",
                s -> clawback(s, "points", parts(2, 1), List.of(), parts(2, 2), 0));
        refused(
                "only what is owed is found expired",
                s -> clawback(s, "points", parts(1, 1), List.of(), parts(2, 1), 0));
        refused("what is owed is found or missing", s -> clawback(s, "points", parts(1, 3), parts(1, 1), List.of(), 1));
        refused(
                "debt and what is let go are not negative",
                s -> new Entry.Clawback(s, "points", parts(1, 1), parts(1, 2), List.of(), 0, -1, 0));
        refused(
                "debt and what is let go are not negative",
                s -> new Entry.Clawback(s, "points", parts(1, 1), parts(1, 2), List.of(), 0, 0, -1));
        PointsLedger paid =
                taken(ledger(), s -> clawback(s, "points", parts(1, 40, 2, 3), parts(1, 35), parts(2, 3), 5));
        assertEquals(5, paid.asOf(day(5)).debt());
        assertEquals(0, paid.asOf(day(5)).available());
        refused(
                "no more is clawed back than was given",
                paid,
                s -> clawback(s, "points", parts(1, 61), List.of(), List.of(), 61));
        assertEquals(
                65,
                taken(paid, s -> clawback(s, "points", parts(1, 60), List.of(), List.of(), 60))
                        .asOf(day(5))
                        .debt());
    }

    @Test
    void aHoldEndsWithWhatItHas() {
        refused("what is held of each lot is captured or goes back", s -> release(s, parts(1, 4), List.of()));
        refused("what is held of each lot is captured or goes back", s -> release(s, parts(1, 6), List.of()));
        refused("what is held of each lot is captured or goes back", s -> release(s, parts(1, 5, 2, 1), List.of()));
        refused("points die with lots that are dead", s -> release(s, parts(1, 4), parts(1, 1)));
        assertEquals(
                40,
                taken(ledger(), s -> release(s, parts(1, 5), List.of()))
                        .asOf(day(5))
                        .available());
        PointsLedger dying = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(10, 2)));
        PointsLedger held = done(dying.hold(on(1, "h"), 10, PointType.POINTS, day(20)));
        refused("points return to lots that live", held, s -> release(s, parts(1, 10), List.of()));
        refused(
                "points return to lots that live",
                held,
                s -> new Entry.Capture(s, "h", 4, parts(1, 4), parts(1, 6), List.of()));
        PointsLedger captured = taken(held, s -> new Entry.Capture(s, "h", 4, parts(1, 4), List.of(), parts(1, 6)));
        assertEquals(4, captured.asOf(day(5)).totals().redeemed());
        assertEquals(6, captured.asOf(day(5)).totals().expired());
        assertEquals(0, captured.asOf(day(5)).held());
    }

    private static Entry release(Entry.Stamp stamp, List<Allocation> returned, List<Allocation> forfeited) {
        return new Entry.Release(stamp, "h", returned, forfeited);
    }

    /** What a sweep writes, on day 5 about an earlier instant. */
    private static void refusedSweep(String rule, PointsLedger ledger, Instant at, Function<Entry.Stamp, Entry> entry) {
        int sequence = ledger.version() + 1;
        Entry.Stamp stamp = new Entry.Stamp(sequence, "~" + sequence, at, day(5));
        assertEquals(
                "entry " + sequence + " ('~" + sequence + "') is wrong: not so: " + rule,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ledger.append(ledger.version(), List.of(entry.apply(stamp))))
                        .getMessage());
    }

    @Test
    void aSweepWritesWhatTimeDid() {
        String nothing = "time did something that is not written down yet";
        Entry.Dates third = new Entry.Dates(3, day(5), midnight(91), Term.of(Period.ofDays(90)));
        refusedSweep(nothing, ledger(), day(5), s -> new Entry.Activation(s, List.of(third)));
        refusedSweep(nothing, ledger(), day(5), s -> new Entry.Lapse(s, "h", parts(1, 5), List.of()));
        refusedSweep(
                "lot 2 died then",
                ledger(),
                midnight(3).plusNanos(1),
                s -> new Entry.Expiry(s, "points", parts(2, 40)));
        refusedSweep(
                "lot 2 is of the currency", ledger(), midnight(3), s -> new Entry.Expiry(s, "miles", parts(2, 40)));
        refusedSweep(
                "all that remains of lot 2 dies",
                ledger(),
                midnight(3),
                s -> new Entry.Expiry(s, "points", parts(2, 39)));
        refusedSweep("lot 1 died then", ledger(), day(5), s -> new Entry.Expiry(s, "points", parts(1, 35)));
        PointsLedger due = done(
                PointsLedger.open(POLICY).accrue(on(0, "a"), days(10, 90).with(Activation.after(Period.ofDays(2)))));
        due = done(due.accrue(on(0, "b"), days(20, 90).with(Activation.after(Period.ofDays(3)))));
        Entry.Dates first = new Entry.Dates(1, midnight(2), midnight(91), Term.of(Period.ofDays(90)));
        Entry.Dates second = new Entry.Dates(2, midnight(3), midnight(91), Term.of(Period.ofDays(90)));
        String then = "this lot became usable then";
        refusedSweep(then, due, midnight(2).plusNanos(1), s -> new Entry.Activation(s, List.of(first)));
        refusedSweep(then, due, midnight(3), s -> new Entry.Activation(s, List.of(second)));
        refusedSweep(then, due, midnight(3), s -> new Entry.Activation(s, List.of(first, second)));
        List<Entry> both = new ArrayList<>(due.sweep(day(5)).orElseThrow().entries());
        assertEquals(2, both.size());
        assertEquals(4, done(due.append(2, both)).version());
    }

    @Test
    void anOpeningBalances() {
        Entry.Stamp stamp = new Entry.Stamp(1, "new", day(5), day(5));
        for (Object[] wrong : new Object[][] {
            {"a parcel has points", parcel(1, 0, "points"), 0L, 0L},
            {"a parcel is of the currency", parcel(1, 7, "miles"), 0L, 7L},
            {"debt is not negative", parcel(1, 7, "points"), -1L, 8L},
            {"what came in is there or went out", parcel(1, 7, "points"), 0L, 8L},
            {"what came in is there or went out", parcel(1, 7, "points"), 2L, 7L},
            {"a new lot has the next number", parcel(2, 7, "points"), 0L, 7L}
        }) {
            Entry entry = opening(stamp, (Entry.Parcel) wrong[1], (long) wrong[2], (long) wrong[3]);
            assertEquals(
                    "entry 1 ('new') is wrong: not so: " + wrong[0],
                    assertThrows(IllegalArgumentException.class, () -> PointsLedger.replay(POLICY, List.of(entry)))
                            .getMessage());
        }
        PointsLedger opened = PointsLedger.replay(POLICY, List.of(opening(stamp, parcel(1, 7, "points"), 2, 5)));
        assertEquals(7, opened.asOf(day(5)).available());
        assertEquals(2, opened.asOf(day(5)).debt());
    }

    private static Entry opening(Entry.Stamp stamp, Entry.Parcel parcel, long debt, long accrued) {
        Totals totals = new Totals(accrued, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4);
        return new Entry.Opening(stamp, List.of(new Entry.OpeningPurse("points", List.of(parcel), debt, totals)));
    }
}
