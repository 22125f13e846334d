package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.testing.PointsArbitraries;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Several grants given together, against giving them one after the other. */
class GrantsTogetherProperties {

    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final PointsLedger LEDGER = PointsLedger.open(LedgerPolicy.in(ZoneId.of("Asia/Tokyo")));

    @Provide
    Arbitrary<LedgerPolicy> policies() {
        return PointsArbitraries.policies(ZoneId.of("Asia/Tokyo"));
    }

    /** Few keys, so that some come again, with the same content or another. */
    @Provide
    Arbitrary<List<Tuple2<String, Grant>>> grants() {
        Arbitrary<Grant> grants = Arbitraries.oneOf(
                PointsArbitraries.grants(), Arbitraries.just(Grant.of(Long.MAX_VALUE / 3, Term.never())));
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .flatMap(key -> grants.map(grant -> Tuple.of(key, grant)))
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 300, seed = "61", edgeCases = EdgeCasesMode.NONE)
    void areWhatTheyAreOneByOneOrNothing(
            @ForAll("policies") LedgerPolicy policy,
            @ForAll("grants") List<Tuple2<String, Grant>> before,
            @ForAll("grants") List<Tuple2<String, Grant>> together) {
        PointsLedger ledger = PointsLedger.open(policy);
        for (Tuple2<String, Grant> one : before) {
            Outcome<Posting> outcome =
                    ledger.accrue(Command.of(one.get1(), NOON), one.get2().from(one.get1()));
            ledger = outcome.isRejected() ? ledger : outcome.orElseThrow().ledger();
        }
        Instant at = NOON.minusSeconds(together.size());
        Instant recordedAt = NOON.plusSeconds(5);
        List<Grant> grants = new ArrayList<>();
        PointsLedger last = ledger;
        List<Entry> entries = new ArrayList<>();
        Rejection refused = null;
        for (Tuple2<String, Grant> one : together) {
            Grant grant = one.get2().from(one.get1());
            grants.add(grant);
            Outcome<Posting> outcome = last.accrue(new Command(one.get1(), at, recordedAt), grant);
            if (outcome instanceof Rejected<Posting> rejected) {
                refused = refused == null ? rejected.rejection() : refused;
            } else if (refused == null) {
                last = outcome.orElseThrow().ledger();
                entries.addAll(outcome.orElseThrow().entries());
            }
        }

        Outcome<Posting> outcome = ledger.accrue(grants, at, recordedAt);

        if (refused != null) {
            assertEquals(new Rejected<Posting>(refused), outcome);
        } else {
            assertEquals(new Posting(last, entries), outcome.orElseThrow());
            assertEquals(last.version() > ledger.version(), outcome instanceof Applied);
            assertEquals(
                    last.asOf(NOON).lots(),
                    outcome.orElseThrow().ledger().asOf(NOON).lots());
            assertEquals(
                    last.asOf(NOON).totals(),
                    outcome.orElseThrow().ledger().asOf(NOON).totals());
        }
    }

    @Example
    void noneIsGivenIfOneIsRefused() {
        List<Grant> grants = List.of(
                Grant.of(5, Term.never()).from("a"),
                Grant.of(Long.MAX_VALUE, Term.never()).from("b"));
        Rejected<Posting> refused = (Rejected<Posting>) LEDGER.accrue(grants, NOON, NOON);
        assertEquals(Reason.OVERFLOW, refused.rejection().reason());
        PointsLedger next = LEDGER.accrue(Command.of("a", NOON), Grant.of(7, Term.never()))
                .orElseThrow()
                .ledger();
        assertEquals(7, next.balance(NOON));
        assertEquals(1, next.version());
    }

    @Example
    void noGrantsAreADuplicateOfNothing() {
        assertEquals(new Duplicate<>(new Posting(LEDGER, List.of())), LEDGER.accrue(List.of(), NOON, NOON));
    }

    @Example
    void whatAGrantIsForMustDoAsAKey() {
        Grant grant = Grant.of(5, Term.never());
        assertEquals("key must have 1 to 500 characters: 0", refusal(grant, NOON));
        assertEquals("key must have 1 to 500 characters: 501", refusal(grant.from("x".repeat(501)), NOON));
        assertEquals("key must not begin with '~': '~1'", refusal(grant.from("~1"), NOON));
        assertEquals("at must be before the end of time: " + Instant.MAX, refusal(grant.from("a"), Instant.MAX));
    }

    private static String refusal(Grant grant, Instant at) {
        return assertThrows(IllegalArgumentException.class, () -> LEDGER.accrue(List.of(grant), at, NOON))
                .getMessage();
    }
}
