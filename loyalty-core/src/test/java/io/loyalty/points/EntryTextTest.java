package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.Entry.Dates;
import io.loyalty.points.Entry.Parcel;
import io.loyalty.points.Entry.Reissue;
import io.loyalty.points.Entry.Stamp;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EntryTextTest {

    private static final Instant NOW = Instant.parse("2026-01-01T03:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-01T00:00:00.000000001Z");
    private static final String NASTY = "a, \"b\" 'c' | ; ~ポイント";
    private static final List<Allocation> SOME = List.of(new Allocation(1, 30), new Allocation(2, Long.MAX_VALUE));
    private static final List<Allocation> NONE = List.of();
    private static final Parcel PARCEL =
            new Parcel(7, PointType.PROMOTIONAL, 5, NOW, NOW, Instant.MAX, Term.sliding(Period.ofYears(1)), 3, NASTY);

    private static Stamp stamp() {
        return new Stamp(1, NASTY, NOW, LATER);
    }

    /** One entry of each kind, with lists empty and full, and texts that need quoting. */
    private static List<Entry> oneOfEachKind() {
        List<Reissue> reissues = List.of(new Reissue(1, 3, 30, LATER), new Reissue(2, 4, 1, Instant.MAX));
        List<Dates> dates = List.of(new Dates(1, NOW, LATER, Term.endOfMonth(Period.ofMonths(12))));
        Totals totals = new Totals(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        return List.of(
                new Entry.Accrual(
                        stamp(),
                        1,
                        new PointType("miles", PointType.Nature.REGULAR),
                        100,
                        NOW,
                        Instant.MAX,
                        Term.until(LocalDate.of(2026, 3, 31)),
                        NASTY),
                new Entry.Activation(stamp(), dates),
                new Entry.Redemption(stamp(), "points", 80, SOME, NASTY),
                new Entry.Redemption(stamp(), "points", 80, SOME, ""),
                new Entry.Restoration(stamp(), 2, 80, SOME, NONE, reissues),
                new Entry.Restoration(stamp(), 2, 80, NONE, SOME, List.of()),
                new Entry.Hold(stamp(), "points", 80, SOME, Instant.MAX, HoldOverExpiry.STRICT),
                new Entry.Capture(stamp(), NASTY, 50, SOME, SOME, NONE),
                new Entry.Release(stamp(), NASTY, NONE, SOME),
                new Entry.Lapse(stamp(), NASTY, SOME, NONE),
                new Entry.Clawback(stamp(), "points", SOME, SOME, NONE, 1, 2, 3),
                new Entry.Expiry(stamp(), "points", SOME),
                new Entry.Forfeiture(stamp(), "points", NONE, NASTY),
                new Entry.Extension(stamp(), List.of(), NASTY),
                new Entry.Extension(stamp(), dates, NASTY),
                new Entry.Renewed(stamp(), Renewal.VISIT),
                new Entry.Reinstatement(stamp(), "points", reissues, NASTY),
                new Entry.Adjustment(stamp(), "points", List.of(PARCEL), NONE, NASTY, NASTY),
                new Entry.TransferOut(stamp(), TransferPurpose.MERGE, NASTY, "", "points", SOME, 9),
                new Entry.TransferIn(
                        stamp(), TransferPurpose.UNMERGE, NASTY, NASTY, "points", List.of(PARCEL, PARCEL), SOME, 9),
                new Entry.Opening(
                        stamp(),
                        List.of(
                                new Entry.OpeningPurse("miles", List.of(), 4, totals),
                                new Entry.OpeningPurse("points", List.of(PARCEL), 0, Totals.NONE))),
                new Entry.Opening(stamp(), List.of()));
    }

    @Test
    void everyKindReadsBackEqual() {
        for (Entry entry : oneOfEachKind()) {
            String line = EntryText.format(entry);
            assertEquals(entry, EntryText.parse(line), line);
            assertEquals(line, EntryText.format(EntryText.parse(line)));
        }
    }

    @Test
    void theFormIsStable() {
        Entry.Stamp plain = new Stamp(2, "order 9", NOW, NOW);
        assertEquals(
                "1,2,order 9,2026-01-01T03:00:00Z,2026-01-01T03:00:00Z,REDEMPTION,points,80,\"30@1,50@2\",cup",
                EntryText.format(new Entry.Redemption(
                        plain, "points", 80, List.of(new Allocation(1, 30), new Allocation(2, 50)), "cup")));
        assertEquals(
                "1,2,order 9,2026-01-01T03:00:00Z,2026-01-01T03:00:00Z,ACCRUAL,1,points/REGULAR,100,"
                        + "2026-01-01T03:00:00Z,MAX,NEVER,v17",
                EntryText.format(
                        new Entry.Accrual(plain, 1, PointType.REGULAR, 100, NOW, Instant.MAX, Term.never(), "v17")));
    }

    @Test
    void aLineThatCannotBeReadIsRefusedByItsFirstWrongValue() {
        String good = "1,2,k,2026-01-01T03:00:00Z,2026-01-01T03:00:00Z,REDEMPTION,points,80,80@1,cup";
        assertEquals(80, ((Entry.Redemption) EntryText.parse(good)).points());
        refused("2" + good.substring(1), "version must be 1: 2");
        refused("", "value 1 must not be missing");
        refused(good.substring(0, good.length() - 4), "value 10 must not be missing");
        refused(good + ",more", "value 11 must be the end: 'more'");
        refused(good.replace(",80,", ",x,"), "value 8 must be a whole number: 'x' (For input string: \"x\")");
        refused(
                good.replace("80@1", "80"),
                "value 9 must be a list: '80' (value 1 must be points@lot: '80' (For input string: \"\"))");
        refused(good.replace("cup", "\"cup"), "quotes must be closed: opened at index 74");
        refused(good.replace("cup", "\"c\"up"), "a comma must follow closing quotes: at index 77");
        refused(good.replace("cup", "c\"up"), "a quote must stand in quotes: at index 74");
        IllegalArgumentException second = assertThrows(
                IllegalArgumentException.class, () -> EntryText.parseAll(List.of(good, good.replace("80@1", "0@1"))));
        assertEquals(
                "line 2 cannot be read: value 9 must be a list: '0@1' "
                        + "(value 1 must be points@lot: '0@1' (lot and points must be at least 1: 1 and 0))",
                second.getMessage());
    }

    private static void refused(String line, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> EntryText.parse(line))
                        .getMessage());
    }

    @Test
    void aLedgerComesBackFromItsLines() {
        LedgerPolicy policy = LedgerPolicy.in(ZoneOffset.UTC);
        PointsLedger ledger = PointsLedger.open(policy)
                .accrue(Command.of("a", NOW), Grant.of(100, Term.of(Period.ofMonths(1))))
                .orElseThrow()
                .ledger()
                .redeem(Command.of("b", NOW), 40)
                .orElseThrow()
                .ledger()
                .sweep(LATER)
                .orElseThrow()
                .ledger();
        List<String> lines = ledger.entries().stream().map(EntryText::format).toList();
        assertEquals(ledger, PointsLedger.replay(policy, EntryText.parseAll(lines)));
    }

    /** The expected digest is from Python: hashlib.sha256(b"\n" + line), with the line of theFormIsStable's accrual. */
    @Test
    void digestsAreTheChainOfSha256() {
        Entry accrual = new Entry.Accrual(
                new Stamp(2, "order 9", NOW, NOW), 1, PointType.REGULAR, 100, NOW, Instant.MAX, Term.never(), "v17");
        String first = EntryDigest.extend(EntryDigest.START, accrual);
        assertEquals("0b84387f6ec8cb5462c7dd154a66ccc0b4d9d5f353b9799c72ec73cb003975ea", first);
        assertEquals(
                "362b1d875839a83832ef8edc02f11cdf1639f599e6faed16bafaca74059bf152", EntryDigest.extend(first, accrual));
    }

    @Test
    void digestsNoticeEveryChange() {
        List<Entry> entries = oneOfEachKind();
        List<String> digests = EntryDigest.chain(entries);
        assertEquals(OptionalInt.empty(), EntryDigest.firstDifference(entries, digests));
        List<Entry> shorter = entries.subList(0, 5);
        assertEquals(OptionalInt.of(5), EntryDigest.firstDifference(shorter, digests));
        List<Entry> altered = new ArrayList<>(entries);
        altered.set(3, entries.get(2));
        assertEquals(OptionalInt.of(3), EntryDigest.firstDifference(altered, digests));
        assertEquals(OptionalInt.of(5), EntryDigest.firstDifference(entries, digests.subList(0, 5)));
    }
}
