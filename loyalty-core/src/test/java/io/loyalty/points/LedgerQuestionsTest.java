package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.midnight;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.PointType.Nature;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ledger answers about itself: numbers of a position, what is due, what moved, and when something changes next. */
class LedgerQuestionsTest {

    private static final PointType MILES = new PointType("miles", Nature.REGULAR);

    private static LocalDate date(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day);
    }

    private static PointsLedger open() {
        return PointsLedger.open(POLICY);
    }

    // ---- positions ----------------------------------------------------------------------------------------------

    /** 100 regular and 30 promotional points, of which 20 are held, 8 pending and 5 owed. */
    private static PointsLedger mixed() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(100, 30)));
        ledger = done(ledger.accrue(on(0, "b"), days(30, 10).with(PointType.PROMOTIONAL)));
        ledger = done(ledger.accrue(on(0, "c"), days(8, 30).with(Activation.onEvent())));
        ledger = done(ledger.hold(on(1, "h"), 20, "points", day(50)));
        return done(ledger.accrue(on(1, "m"), days(3, 9).with(MILES)));
    }

    @Test
    void availableHeldAndPendingAreDifferentThings() {
        Position position = mixed().asOf(day(2));
        assertEquals(110, position.available());
        assertEquals(20, position.held());
        assertEquals(130, position.balance());
        assertEquals(130, position.net());
        assertEquals(8, position.pending());
        assertEquals(100, position.available(Nature.REGULAR));
        assertEquals(10, position.available(Nature.PROMOTIONAL));
        assertEquals(100, mixed().asOf(day(11)).available(Nature.REGULAR));
        assertEquals(0, mixed().asOf(day(11)).available(Nature.PROMOTIONAL));
        assertEquals("points", position.currency());
        assertEquals(day(2), position.at());
        assertEquals(Instant.MAX.minusNanos(1), mixed().asOf(Instant.MAX).at());
        assertEquals(130, mixed().balance(day(2)));
        assertEquals("points at 2026-01-03T12:00:00Z: available 110, held 20, pending 8, debt 0", position.toString());
    }

    @Test
    void debtIsTakenOffTheNet() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(10, 30)));
        ledger = done(ledger.hold(on(1, "h"), 4, "points", day(50)));
        ledger = done(ledger.redeem(on(1, "r"), 6));
        ledger = done(ledger.clawBack(on(2, "c"), List.of(new Allocation(1, 9))));
        Position position = ledger.asOf(day(2));
        assertEquals(9, position.debt());
        assertEquals(4, position.balance());
        assertEquals(-5, position.net());
    }

    @Test
    void eachCurrencyIsAskedForByName() {
        assertEquals(List.of("points", "miles"), mixed().currencies());
        assertEquals(List.of(), open().currencies());
        Position miles = mixed().asOf(day(2), "miles");
        assertEquals(3, miles.balance());
        assertEquals("miles", miles.currency());
        assertEquals(List.of(4), miles.lots().stream().map(Lot::id).toList());
        assertEquals(0, mixed().asOf(day(2), "stars").balance());
    }

    @Test
    void whatExpiresIsToldByInstantAndByLastDay() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(1, 5)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 7)));
        ledger = done(ledger.accrue(on(0, "c"), days(4, 9).with(PointType.PROMOTIONAL)));
        Term sliding = Term.sliding(Period.ofDays(7), List.of(Renewal.VISIT));
        ledger = done(ledger.accrue(on(0, "d"), Grant.of(8, sliding)));
        Position now = ledger.asOf(day(1));
        assertEquals(0, now.expiringBy(midnight(6).minusNanos(1)));
        assertEquals(1, now.expiringBy(midnight(6)));
        assertEquals(11, now.expiringBy(midnight(8)));
        assertEquals(15, now.expiringBy(Instant.MAX));
        assertEquals(0, now.expiringBy(day(1)));
        assertEquals(0, now.expiringBy(day(0)));
        assertEquals(Map.of(date(5), 1L, date(7), 10L), now.expiringThrough(date(8)));
        assertEquals(Map.of(date(5), 1L, date(7), 10L, date(9), 4L), now.expiringThrough(date(9)));
        assertEquals(Map.of(), now.expiringThrough(date(4)));
        Position later = ledger.asOf(midnight(8));
        assertEquals(4, later.expiringBy(Instant.MAX));
        assertEquals(0, later.expiringBy(midnight(9)));
        assertEquals(Map.of(date(9), 4L), later.expiringThrough(date(20)));
        assertEquals(0, later.expiringBy(day(-3)));
    }

    @Test
    void aRenewedGroupExpiresOnTheDayOfTheGroup() {
        Term sliding = Term.sliding(Period.ofDays(7), List.of(Renewal.VISIT));
        PointsLedger ledger = done(open().accrue(on(0, "a"), Grant.of(8, sliding)));
        ledger = done(ledger.renew(on(6, "v"), Renewal.VISIT));
        Position late = ledger.asOf(day(10));
        assertEquals(Map.of(date(13), 8L), late.expiringThrough(date(20)));
        assertEquals(8, late.expiringBy(midnight(14)));
        assertEquals(0, late.expiringBy(midnight(14).minusNanos(1)));
    }

    @Test
    void allThatIsThereMayBeTakenByHand() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(10, 9)));
        assertEquals(
                0,
                done(ledger.adjustDown(on(1, "d"), 10, "points", "error", "desk"))
                        .balance(day(1)));
    }

    @Test
    void reinstatedLotsAreNumberedOn() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(1, 2)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 2)));
        ledger = done(ledger.reinstate(
                on(9, "x"), List.of(new Allocation(2, 2), new Allocation(1, 1)), midnight(40), "kindness"));
        assertEquals(
                List.of(3, 4), ledger.asOf(day(9)).lots().stream().map(Lot::id).toList());
        assertEquals(3, ledger.balance(day(9)));
        assertEquals(0, ledger.asOf(day(9)).totals().expired());
    }

    @Test
    void reissuedLotsAreNumberedOn() {
        LedgerPolicy policy = POLICY.with(new LedgerPolicy.DeadLots.Reissue(Term.never()));
        PointsLedger ledger = done(PointsLedger.open(policy).accrue(on(0, "a"), days(1, 2)));
        ledger = done(ledger.accrue(on(0, "b"), days(2, 2)));
        ledger = done(ledger.redeem(on(1, "r"), 3));
        ledger = done(ledger.restore(on(9, "u"), "r", 3));
        assertEquals(
                List.of(3, 4), ledger.asOf(day(9)).lots().stream().map(Lot::id).toList());
        assertEquals(3, ledger.balance(day(9)));
        assertEquals(ledger, PointsLedger.replay(policy, ledger.entries()));
    }

    // ---- what changes next --------------------------------------------------------------------------------------

    @Test
    void theNextChangeIsAnActivationAnExpiryALapseOrAnEntry() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(5, 9)));
        ledger = done(ledger.accrue(on(1, "b"), days(5, 9).with(Activation.after(Period.ofDays(3)))));
        ledger = done(ledger.hold(on(2, "h"), 1, "points", day(6)));
        Instant[] changes = {day(0), day(1), day(2), midnight(4), day(6), midnight(10), midnight(11)};
        for (int i = 0; i + 1 < changes.length; i++) {
            assertEquals(Optional.of(changes[i + 1]), ledger.nextChangeAt(changes[i]));
            assertEquals(Optional.of(changes[i + 1]), ledger.nextChangeAt(changes[i + 1].minusNanos(1)));
        }
        assertEquals(Optional.of(day(0)), ledger.nextChangeAt(Instant.MIN));
        assertEquals(Optional.empty(), ledger.nextChangeAt(midnight(11)));
        assertEquals(Optional.empty(), open().nextChangeAt(day(0)));
    }

    // ---- what moved ---------------------------------------------------------------------------------------------

    @Test
    void aStatementRunsByWhenThingsTookEffect() {
        PointsLedger ledger = done(open().accrue(on(1, "a"), days(1, 90)));
        ledger = done(ledger.accrue(on(5, "b"), days(1, 90)));
        ledger = done(ledger.accrue(new Command("late", day(3), day(6)), days(1, 90)));
        ledger = done(ledger.accrue(new Command("same", day(3), day(7)), days(1, 90)));
        assertEquals(List.of("a", "late", "same", "b"), keys(ledger.statement(Instant.MIN, Instant.MAX)));
        assertEquals(List.of("late", "same"), keys(ledger.statement(day(3), day(5))));
        assertEquals(List.of("b"), keys(ledger.statement(day(3).plusNanos(1), day(5).plusNanos(1))));
        assertEquals(List.of(), ledger.statement(day(3), day(3)));
        List<Entry> statement = ledger.statement(Instant.MIN, Instant.MAX);
        assertThrows(UnsupportedOperationException.class, () -> statement.remove(0));
    }

    private static List<String> keys(List<Entry> entries) {
        return entries.stream().map(entry -> entry.stamp().key()).toList();
    }

    // ---- several grants together --------------------------------------------------------------------------------

    @Test
    void grantsTogetherAreLotsOfTheirOwn() {
        Term month = Term.of(Period.ofDays(30));
        List<Grant> grants = List.of(
                Grant.of(1, month).from("v/1"),
                Grant.of(2, month).from("v/2"),
                Grant.of(4, month).with(Activation.after(Period.ofDays(3))).from("v/3"),
                Grant.of(8, Term.of(Period.ofDays(9))).from("v/4"));
        Posting posting = assertInstanceOf(Outcome.Applied.class, open().accrue(grants, day(0), day(1)))
                                .result()
                        instanceof Posting applied
                ? applied
                : null;
        assertEquals(List.of("v/1", "v/2", "v/3", "v/4"), keys(posting.entries()));
        assertEquals(
                List.of(midnight(31), midnight(31), midnight(31), midnight(10)),
                posting.entries().stream()
                        .map(entry -> ((Entry.Accrual) entry).expiresAt())
                        .toList());
        assertEquals(day(1), posting.entries().get(3).stamp().recordedAt());
        PointsLedger ledger = posting.ledger();
        assertEquals(11, ledger.balance(day(0)));
        assertEquals(
                new Outcome.Duplicate<>(new Posting(ledger, posting.entries())), ledger.accrue(grants, day(0), day(1)));
        Outcome<Posting> half =
                done(open().accrue(Command.of("v/2", day(0)), grants.get(1))).accrue(grants, day(0), day(1));
        assertEquals(
                4,
                assertInstanceOf(Outcome.Applied.class, half).result() instanceof Posting all
                        ? all.ledger().version()
                        : 0);
        assertEquals(
                new Outcome.Rejected<>(new Rejection(Reason.KEY_REUSED, Map.of("sequence", 1L))),
                ledger.accrue(List.of(Grant.of(9, month).from("v/1")), day(2), day(2)));
    }

    // ---- as a value ---------------------------------------------------------------------------------------------

    @Test
    void aLedgerIsItsPolicyAndItsEntries() {
        PointsLedger ledger = mixed();
        assertEquals(mixed(), ledger);
        assertEquals(mixed().hashCode(), ledger.hashCode());
        PointsLedger strict = ledger.with(POLICY.with(HoldOverExpiry.STRICT));
        assertNotEquals(strict, ledger);
        assertNotEquals(strict.hashCode(), ledger.hashCode());
        assertNotEquals(open(), ledger);
        assertNotEquals(ledger, null);
        assertEquals(ledger, ledger.with(POLICY));
        assertEquals(POLICY.with(HoldOverExpiry.STRICT), strict.policy());
        assertEquals("PointsLedger[version 5, available 110]", ledger.toString());
        assertEquals("version must be in [0, 5]: -1", atVersion(ledger, -1));
        assertEquals("version must be in [0, 5]: 6", atVersion(ledger, 6));
    }

    private static String atVersion(PointsLedger ledger, int version) {
        return assertThrows(IllegalArgumentException.class, () -> ledger.atVersion(version))
                .getMessage();
    }

    @Test
    void aSnapshotKeepsEveryNumber() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), days(100, 30)));
        ledger = done(ledger.accrue(on(0, "p"), days(30, 10).with(Activation.onEvent())));
        ledger = done(ledger.accrue(on(0, "m"), days(50, 10).with(MILES)));
        ledger = done(ledger.redeem(on(1, "r"), 95));
        ledger = done(ledger.clawBack(on(2, "c"), List.of(new Allocation(1, 9))));
        ledger = done(ledger.redeem(on(3, "r2"), 50, "miles", ""));
        ledger = done(ledger.clawBack(on(3, "c2"), List.of(new Allocation(3, 7))));
        PointsLedger after = done(ledger.snapshot(on(4, "s")));
        for (String currency : ledger.currencies()) {
            for (int day = 4; day < 40; day++) {
                Position before = ledger.asOf(day(day), currency);
                Position then = after.asOf(day(day), currency);
                assertEquals(before.totals(), then.totals(), currency + " on day " + day);
                assertEquals(before.toString(), then.toString());
            }
        }
        assertEquals(4, after.asOf(day(4)).debt());
        assertEquals(7, after.asOf(day(4), "miles").debt());
    }
}
