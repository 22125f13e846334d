package io.loyalty.points;

import static io.loyalty.points.TokyoAccounts.POLICY;
import static io.loyalty.points.TokyoAccounts.done;
import static io.loyalty.points.TokyoAccounts.give;
import static io.loyalty.points.TokyoAccounts.midnight;
import static io.loyalty.points.TokyoAccounts.noon;
import static io.loyalty.points.TokyoAccounts.on;
import static io.loyalty.points.TokyoAccounts.parts;
import static io.loyalty.points.TokyoAccounts.through;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.time.Term;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transfers, merges and un-merges of two accounts, by hand. */
class TransfersTest {

    // ---- transfers and merges -----------------------------------------------------------------------------------

    private static Transfers.Account account(String name, PointsLedger ledger) {
        return new Transfers.Account(name, ledger);
    }

    @Test
    void example19TransferKeepsTheExpiryOrRenewsIt() {
        for (TransferExpiry choice :
                List.of(new TransferExpiry.Keep(), new TransferExpiry.Renew(Term.of(Period.ofMonths(1))))) {
            PointsLedger ann = give(PointsLedger.open(POLICY.with(choice)), "a", 1, 1, Grant.of(30, through(3, 31)));
            ann = give(ann, "b", 1, 2, Grant.of(70, through(12, 31)));
            Transfer transfer = Transfers.transfer(
                            on(2, 1, "t"),
                            account("ann", ann),
                            account("ben", PointsLedger.open(POLICY)),
                            40,
                            PointType.POINTS)
                    .orElseThrow();
            assertEquals(60, transfer.from().ledger().balance(noon(2, 1)));
            List<Lot> lots = transfer.into().ledger().asOf(noon(2, 1)).lots();
            assertEquals(List.of(30L, 10L), lots.stream().map(Lot::remaining).toList());
            boolean keeps = choice instanceof TransferExpiry.Keep;
            assertEquals(
                    keeps
                            ? List.of(midnight(4, 1), midnight(12, 31).plusSeconds(86_400))
                            : List.of(midnight(3, 2), midnight(3, 2)),
                    lots.stream().map(Lot::expiresAt).toList());
        }
    }

    private static PointsLedger owing(int points) {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "x", 1, 1, Grant.of(points, Term.never()));
        ledger = done(ledger.redeem(on(1, 2, "r"), points));
        return done(ledger.clawBack(on(1, 3, "back"), parts(1, points)));
    }

    private static PointsLedger owning() {
        PointsLedger ledger = give(PointsLedger.open(POLICY), "late", 1, 1, Grant.of(70, through(12, 31)));
        return give(ledger, "soon", 1, 2, Grant.of(30, through(3, 31)));
    }

    @Test
    void example19MergeNetsDebtAgainstTheSoonestLotOnEitherSide() {
        Transfer debtComes = Transfers.merge(
                        on(2, 1, "m"), account("ann", owing(40)), account("ben", owning()), PointType.POINTS)
                .orElseThrow();
        Transfer pointsCome = Transfers.merge(
                        on(2, 1, "m"), account("ann", owning()), account("ben", owing(40)), PointType.POINTS)
                .orElseThrow();
        for (Transfer merge : List.of(debtComes, pointsCome)) {
            Position into = merge.into().ledger().asOf(noon(2, 1));
            assertEquals(60, into.available());
            assertEquals(0, into.debt());
            assertEquals(
                    List.of(midnight(12, 31).plusSeconds(86_400)),
                    into.lots().stream().map(Lot::expiresAt).toList());
            Position from = merge.from().ledger().asOf(noon(2, 1));
            assertEquals(0, from.net());
            assertEquals(0, from.debt());
        }
    }

    @Test
    void unmergeReturnsWhatIsLeft() {
        Transfer merge = Transfers.merge(
                        on(2, 1, "m"),
                        account("ann", owning()),
                        account("ben", PointsLedger.open(POLICY)),
                        PointType.POINTS)
                .orElseThrow();
        PointsLedger into = done(merge.into().ledger().redeem(on(2, 2, "r"), 45));
        Transfer undone = Transfers.unmerge(
                        on(2, 3, "u"),
                        account("ben", into),
                        account("ann", merge.from().ledger()),
                        "m")
                .orElseThrow();
        assertEquals(0, undone.from().ledger().balance(noon(2, 3)));
        assertEquals(55, undone.into().ledger().balance(noon(2, 3)));
    }

    @Test
    void unmergeReturnsDebtThatIsStillOwed() {
        Transfer merge = Transfers.merge(
                        on(2, 1, "m"),
                        account("ann", owing(40)),
                        account("ben", PointsLedger.open(POLICY)),
                        PointType.POINTS)
                .orElseThrow();
        PointsLedger into = give(merge.into().ledger(), "y", 2, 2, Grant.of(15, Term.never()));
        Transfer undone = Transfers.unmerge(
                        on(2, 3, "u"),
                        account("ben", into),
                        account("ann", merge.from().ledger()),
                        "m")
                .orElseThrow();
        assertEquals(0, undone.from().ledger().asOf(noon(2, 3)).debt());
        assertEquals(25, undone.into().ledger().asOf(noon(2, 3)).debt());
    }

    // ---- once more ----------------------------------------------------------------------------------------------

    private static Outcome<Transfer> send(String key, Transfers.Account from, Transfers.Account into, long points) {
        return Transfers.transfer(on(2, 5, key), from, into, points, PointType.POINTS);
    }

    private static Object reason(Outcome<Transfer> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection().reason();
    }

    @Test
    void aTransferThatComesAgainIsADuplicateIfItIsTheSame() {
        PointsLedger empty = PointsLedger.open(POLICY);
        Transfers.Account ann = account("ann", owning());
        Transfer first = send("t", ann, account("ben", empty), 40).orElseThrow();
        Transfers.Account annAfter = account("ann", first.from().ledger());
        Transfers.Account benAfter = account("ben", first.into().ledger());
        assertInstanceOf(Outcome.Duplicate.class, send("t", annAfter, benAfter, 40));
        assertEquals(Reason.KEY_REUSED, reason(send("t", annAfter, benAfter, 41)));
        assertEquals(
                Reason.KEY_REUSED,
                reason(send("t", annAfter, account("cat", first.into().ledger()), 40)));
        assertEquals(Reason.KEY_REUSED, reason(Transfers.merge(on(2, 5, "t"), annAfter, benAfter, "points")));
        // Ben knows the key from Ann, and Cat has not used it yet.
        assertEquals(Reason.KEY_REUSED, reason(send("t", account("cat", owning()), benAfter, 40)));
        assertEquals(
                Reason.KEY_REUSED,
                reason(Transfers.merge(on(2, 5, "t"), account("ann", owning()), benAfter, "points")));
    }

    @Test
    void aMergeThatComesAgainIsADuplicate() {
        Transfer merge = Transfers.merge(
                        on(2, 1, "m"), account("ann", owning()), account("ben", owing(40)), PointType.POINTS)
                .orElseThrow();
        Transfers.Account ann = account("ann", merge.from().ledger());
        Transfers.Account ben = account("ben", merge.into().ledger());
        assertInstanceOf(Outcome.Duplicate.class, Transfers.merge(on(2, 9, "m"), ann, ben, PointType.POINTS));
        assertEquals(Reason.KEY_REUSED, reason(Transfers.merge(on(2, 9, "m"), ann, ben, "miles")));
        Transfer undone = Transfers.unmerge(on(2, 10, "u"), ben, ann, "m").orElseThrow();
        assertInstanceOf(
                Outcome.Duplicate.class,
                Transfers.unmerge(
                        on(2, 11, "u"),
                        account("ben", undone.from().ledger()),
                        account("ann", undone.into().ledger()),
                        "m"));
    }

    @Test
    void debtOfTwoStaysWithinTheRange() {
        for (long more : new long[] {1, 2}) {
            PointsLedger much = give(PointsLedger.open(POLICY), "a", 1, 5, Grant.of(Long.MAX_VALUE - 1, Term.never()));
            much = done(much.redeem(on(1, 6, "r"), Long.MAX_VALUE - 1));
            much = done(much.clawBack(on(1, 7, "c"), List.of(new Allocation(1, Long.MAX_VALUE - 1))));
            PointsLedger little = give(PointsLedger.open(POLICY), "a", 1, 5, Grant.of(more, Term.never()));
            little = done(little.redeem(on(1, 6, "r"), more));
            little = done(little.clawBack(on(1, 7, "c"), List.of(new Allocation(1, more))));
            Outcome<Transfer> merge =
                    Transfers.merge(on(2, 1, "m"), account("ann", little), account("ben", much), PointType.POINTS);
            if (more == 1) {
                assertEquals(
                        Long.MAX_VALUE,
                        merge.orElseThrow().into().ledger().asOf(noon(2, 1)).debt());
            } else {
                assertEquals(new Outcome.Rejected<>(Rejection.of(Reason.OVERFLOW, "requested", 2, "room", 1)), merge);
            }
        }
    }

    @Test
    void whatIsEarnedAtTheInstantOfATransferMayGoWithIt() {
        PointsLedger ann = give(PointsLedger.open(POLICY), "a", 2, 5, Grant.of(10, Term.never()));
        Transfer all = send("t", account("ann", ann), account("ben", PointsLedger.open(POLICY)), 10)
                .orElseThrow();
        assertEquals(10, all.into().ledger().balance(noon(2, 5)));
    }
}
