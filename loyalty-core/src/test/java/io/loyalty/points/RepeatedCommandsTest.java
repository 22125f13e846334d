package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A command that comes again does nothing again, however much has happened meanwhile; another command with its key is refused. Each
 * kind of command against all others, and against itself with one part changed.
 */
class RepeatedCommandsTest {

    private static final Term MONTH = Term.of(Period.ofDays(30));

    private interface Act extends Function<PointsLedger, Outcome<Posting>> {}

    private static Command key(int day) {
        return Command.of("key", day(day));
    }

    /** Lot 1 alive, lot 2 pending, lot 3 dead, lot 4 pending; a redemption "r" of 20 and a hold "h" of 10, both of lot 1. */
    private static PointsLedger ledger() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(Command.of("a", day(0)), Grant.of(100, MONTH)));
        Grant pending = Grant.of(50, MONTH).with(Activation.onEvent());
        ledger = done(ledger.accrue(Command.of("b", day(0)), pending));
        ledger = done(ledger.accrue(Command.of("c", day(0)), Grant.of(40, Term.of(Period.ofDays(2)))));
        ledger = done(ledger.accrue(Command.of("d", day(0)), pending));
        ledger = done(ledger.redeem(Command.of("r", day(4)), 20));
        ledger = done(ledger.redeem(Command.of("r2", day(4)), 20));
        ledger = done(ledger.hold(Command.of("h", day(4)), 10, "points", day(20)));
        return done(ledger.hold(Command.of("h2", day(4)), 10, "points", day(20)));
    }

    private static List<Allocation> parts(int lot, long points) {
        return List.of(new Allocation(lot, points));
    }

    /** All commands on day 5, each kind followed by those that differ from it in one part. */
    private static List<List<Act>> commands(int day) {
        Grant grant = Grant.of(5, MONTH).from("v1");
        return List.of(
                List.of(
                        l -> l.accrue(key(day), grant),
                        l -> l.accrue(key(day), Grant.of(6, MONTH).from("v1")),
                        l -> l.accrue(key(day), grant.from("v2")),
                        l -> l.accrue(key(day), grant.with(PointType.PROMOTIONAL)),
                        l -> l.accrue(key(day), Grant.of(5, Term.never()).from("v1")),
                        l -> l.accrue(key(day), grant.with(Activation.onEvent()))),
                List.of(
                        l -> l.activate(key(day), List.of(2)),
                        l -> l.activate(key(day), List.of(4)),
                        l -> l.activate(key(day), List.of(2, 4))),
                List.of(
                        l -> l.redeem(key(day), 7, "points", "cup"),
                        l -> l.redeem(key(day), 8, "points", "cup"),
                        l -> l.redeem(key(day), 7, "points", "mug"),
                        l -> l.redeem(key(day), 7, "miles", "cup")),
                List.of(
                        l -> l.restore(key(day), "r", 7),
                        l -> l.restore(key(day), "r", 8),
                        l -> l.restore(key(day), "r2", 7)),
                List.of(
                        l -> l.hold(key(day), 7, "points", day(9)),
                        l -> l.hold(key(day), 8, "points", day(9)),
                        l -> l.hold(key(day), 7, "miles", day(9))),
                List.of(
                        l -> l.capture(key(day), "h", 7),
                        l -> l.capture(key(day), "h", 8),
                        l -> l.capture(key(day), "h2", 7)),
                List.of(l -> l.release(key(day), "h"), l -> l.release(key(day), "h2")),
                List.of(
                        l -> l.clawBack(key(day), parts(1, 7)),
                        l -> l.clawBack(key(day), parts(1, 8)),
                        l -> l.clawBack(key(day), parts(3, 7))),
                List.of(
                        l -> l.forfeit(key(day), "points", "left"),
                        l -> l.forfeit(key(day), "miles", "left"),
                        l -> l.forfeit(key(day), "points", "died")),
                List.of(
                        l -> l.adjustUp(key(day), grant, "sorry", "desk"),
                        l -> l.adjustUp(key(day), Grant.of(6, MONTH).from("v1"), "sorry", "desk"),
                        l -> l.adjustUp(key(day), grant.from("v2"), "sorry", "desk"),
                        l -> l.adjustUp(key(day), grant.with(PointType.PROMOTIONAL), "sorry", "desk"),
                        l -> l.adjustUp(key(day), Grant.of(5, Term.never()).from("v1"), "sorry", "desk"),
                        l -> l.adjustUp(key(day), grant.with(Activation.onEvent()), "sorry", "desk"),
                        l -> l.adjustUp(key(day), grant, "oops", "desk"),
                        l -> l.adjustUp(key(day), grant, "sorry", "till")),
                List.of(
                        l -> l.adjustDown(key(day), 7, "points", "error", "desk"),
                        l -> l.adjustDown(key(day), 8, "points", "error", "desk"),
                        l -> l.adjustDown(key(day), 7, "miles", "error", "desk"),
                        l -> l.adjustDown(key(day), 7, "points", "oops", "desk"),
                        l -> l.adjustDown(key(day), 7, "points", "error", "till")),
                List.of(
                        l -> l.extend(key(day), List.of(1), day(90), "kindness"),
                        l -> l.extend(key(day), List.of(2), day(90), "kindness"),
                        l -> l.extend(key(day), List.of(1, 2), day(90), "kindness"),
                        l -> l.extend(key(day), List.of(1), day(91), "kindness"),
                        l -> l.extend(key(day), List.of(1), day(90), "malice")),
                List.of(
                        l -> l.changeTerm(key(day), Term.never(), OldLots.IMMEDIATE_ON_CHANGE, "new terms"),
                        l -> l.changeTerm(key(day), MONTH, OldLots.IMMEDIATE_ON_CHANGE, "new terms"),
                        l -> l.changeTerm(key(day), Term.never(), OldLots.IMMEDIATE_ON_CHANGE, "old terms")),
                List.of(l -> l.renew(key(day), Renewal.VISIT), l -> l.renew(key(day), Renewal.ACCRUAL)),
                List.of(
                        l -> l.reinstate(key(day), parts(3, 7), day(90), "kindness"),
                        l -> l.reinstate(key(day), parts(3, 8), day(90), "kindness"),
                        l -> l.reinstate(key(day), parts(1, 7), day(90), "kindness"),
                        l -> l.reinstate(key(day), parts(3, 7), day(91), "kindness"),
                        l -> l.reinstate(key(day), parts(3, 7), day(90), "malice")));
    }

    @Test
    void whatComesAgainIsADuplicate() {
        List<List<Act>> first = commands(5);
        List<List<Act>> later = commands(9);
        for (int kind = 0; kind < first.size(); kind++) {
            Posting posting = first.get(kind).get(0).apply(ledger()).orElseThrow();
            PointsLedger after = done(posting.ledger().accrue(Command.of("more", day(8)), Grant.of(1, MONTH)));
            for (List<List<Act>> again : List.of(first, later)) {
                Outcome<Posting> outcome = again.get(kind).get(0).apply(after);
                Posting known = assertInstanceOf(Outcome.Duplicate.class, outcome, "kind " + kind)
                                        .result()
                                instanceof Posting found
                        ? found
                        : null;
                assertEquals(new Posting(after, posting.entries()), known);
            }
        }
    }

    @Test
    void aKeyStandsForOneContentOfOneKind() {
        List<List<Act>> commands = commands(5);
        Outcome<Posting> refused = new Outcome.Rejected<>(new Rejection(Reason.KEY_REUSED, Map.of("sequence", 9L)));
        for (int kind = 0; kind < commands.size(); kind++) {
            PointsLedger after = done(commands.get(kind).get(0).apply(ledger()));
            for (int other = 0; other < commands.size(); other++) {
                for (int variant = other == kind ? 1 : 0;
                        variant < commands.get(other).size();
                        variant++) {
                    assertEquals(
                            refused,
                            commands.get(other).get(variant).apply(after),
                            "kind " + kind + ", then " + other + " variant " + variant);
                }
            }
        }
    }

    @Test
    void aHoldThatComesAgainKeepsItsFirstEnd() {
        PointsLedger held = done(ledger().hold(key(5), 7, "points", day(9)));
        Outcome<Posting> again = held.hold(key(6), 7, "points", day(10));
        Entry.Hold known =
                assertInstanceOf(Entry.Hold.class, again.orElseThrow().entries().get(0));

        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(day(9), known.lapsesAt());
    }

    @Test
    void keysOfTheLedgersOwnMeanNothingToCommands() {
        PointsLedger swept = done(ledger().sweep(day(9)));
        assertEquals(
                Reason.UNKNOWN_HOLD,
                ((Outcome.Rejected<Posting>) swept.release(Command.of("x", day(9)), "~9"))
                        .rejection()
                        .reason());
    }
}
