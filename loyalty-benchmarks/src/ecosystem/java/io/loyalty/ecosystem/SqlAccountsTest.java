package io.loyalty.ecosystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Reason;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Points in an SQL database, and two cashiers at one account. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SqlAccountsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LedgerPolicy POLICY = LedgerPolicy.in(TOKYO);
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final String ACCOUNT = "c-7";

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:loyalty;DB_CLOSE_DELAY=-1", "sa", "");
    private final SqlAccounts accounts = new SqlAccounts(database, POLICY);

    @BeforeEach
    void createTables() throws Exception {
        accounts.createTables();
    }

    @AfterEach
    void close() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        database.dispose();
    }

    @Test
    void anUnknownAccountIsEmpty() throws Exception {
        assertEquals(PointsLedger.open(POLICY), accounts.ledger("nobody"));
        assertEquals(List.of(), accounts.facts("nobody"));
    }

    @Test
    void storedEntriesReplayToTheSameLedger() throws Exception {
        PointsLedger ledger = PointsLedger.open(POLICY);
        ledger = ledger.accrue(Command.of("visit 1", NOON), Grant.of(100, Term.of(Period.ofMonths(12))))
                .orElseThrow()
                .ledger();
        ledger = ledger.redeem(Command.of("coffee, \"large\"", NOON.plusSeconds(60)), 40)
                .orElseThrow()
                .ledger();
        ledger = ledger.restore(Command.of("returned", NOON.plusSeconds(120)), "coffee, \"large\"", 40)
                .orElseThrow()
                .ledger();

        assertTrue(accounts.append(ACCOUNT, 0, List.of(), ledger.entries()));

        assertEquals(ledger, accounts.ledger(ACCOUNT));
        assertEquals(ledger.entries(), accounts.entries(ACCOUNT));
    }

    @Test
    void storedFactsAndEntriesRebuildTheSameMembership() throws Exception {
        Program program = Program.in(TOKYO, Currency.getInstance("JPY"))
                .earning(EarningRule.earn(1)
                        .perFull(Money.parse("JPY 100"))
                        .named("spend")
                        .valid(Term.of(Period.ofMonths(12))));
        Customer customer = Customer.of(CustomerId.of(ACCOUNT));
        Membership member = program.join(customer, NOON);
        Visit visit = visit("receipt-1", NOON.plusSeconds(60));
        List<Activity> facts = List.of(
                visit,
                visit("receipt-2", NOON.plusSeconds(3600)),
                Return.whole(ActivityId.of("back-1"), NOON.plusSeconds(7200), visit));
        for (Activity fact : facts) {
            Step step = program.record(member, fact).orElseThrow();
            Membership next = step.membership();
            assertTrue(accounts.append(
                    ACCOUNT,
                    member.facts().size(),
                    next.facts().subList(member.facts().size(), next.facts().size()),
                    step.entries()));
            member = next;
        }

        Membership read =
                program.rebuild(customer, NOON, List.of(), accounts.entries(ACCOUNT), accounts.facts(ACCOUNT));

        assertEquals(member, read);
        assertEquals(128, read.ledger().balance(NOON.plusSeconds(7200)));
    }

    @Test
    void ofTwoWritersOnOneVersionTheSecondWritesNothing() throws Exception {
        accrue(100);
        PointsLedger seen = accounts.ledger(ACCOUNT);
        Posting first = redeem(seen, "first", 80).orElseThrow();
        Posting second = redeem(seen, "second", 80).orElseThrow();

        assertTrue(accounts.append(ACCOUNT, 0, List.of(), first.entries()));
        assertFalse(accounts.append(ACCOUNT, 0, List.of(), second.entries()));

        assertEquals(first.ledger(), accounts.ledger(ACCOUNT));
        Outcome<Posting> asked = accounts.change(ACCOUNT, ledger -> redeem(ledger, "second", 80));
        Outcome.Rejected<?> refused = assertInstanceOf(Outcome.Rejected.class, asked);
        assertEquals(Reason.INSUFFICIENT_POINTS, refused.rejection().reason());
        // In memory the same question has the same answer.
        assertEquals(
                Reason.VERSION_CONFLICT,
                assertInstanceOf(Outcome.Rejected.class, first.ledger().append(seen.version(), second.entries()))
                        .rejection()
                        .reason());
    }

    @Test
    void aFactIsStoredOnce() throws Exception {
        Membership.Fact fact = new Membership.Fact(visit("receipt-1", NOON), NOON);

        assertTrue(accounts.append(ACCOUNT, 0, List.of(fact), List.of()));
        assertFalse(accounts.append(ACCOUNT, 1, List.of(fact), List.of()));

        assertEquals(List.of(fact), accounts.facts(ACCOUNT));
    }

    @Test
    void factsWithTakenEntriesAreNotStoredEither() throws Exception {
        accrue(100);
        List<Entry> taken = accounts.entries(ACCOUNT);
        Membership.Fact fact = new Membership.Fact(visit("receipt-1", NOON), NOON);

        assertFalse(accounts.append(ACCOUNT, 0, List.of(fact), taken));

        assertEquals(List.of(), accounts.facts(ACCOUNT));
    }

    @Test
    void racingCashiersSpendEveryPointOnce() throws Exception {
        accrue(1_000);
        List<Spender> spenders = race(new Spender("left", 7), new Spender("right", 7));

        PointsLedger ledger = accounts.ledger(ACCOUNT);
        long spent = 0;
        Set<String> keys = new HashSet<>();
        for (Entry entry : ledger.entries()) {
            if (entry instanceof Entry.Redemption redemption) {
                spent += redemption.points();
                assertTrue(keys.add(redemption.stamp().key()));
            }
        }
        assertEquals(142 * 7, spent);
        assertEquals(1_000 - 142 * 7, ledger.balance(NOON.plusSeconds(1_000_000)));
        Set<String> promised = new HashSet<>();
        spenders.forEach(spender -> promised.addAll(spender.served));
        assertEquals(keys, promised);
        assertEquals(142, spenders.get(0).served.size() + spenders.get(1).served.size());
    }

    @Test
    void inEachRoundThatBothDecideOnOneVersionOneMustAskAgain() throws Exception {
        int rounds = 25;
        accrue(rounds * 10);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < rounds; round++) {
            String key = "round " + round;
            List<Future<Boolean>> written = new ArrayList<>();
            for (String who : List.of("left", "right")) {
                written.add(threads.submit(() -> {
                    Posting posting = redeem(accounts.ledger(ACCOUNT), who + " " + key, 10)
                            .orElseThrow();
                    together.await();
                    return accounts.append(ACCOUNT, 0, List.of(), posting.entries());
                }));
            }
            assertEquals(1, (written.get(0).get() ? 1 : 0) + (written.get(1).get() ? 1 : 0), key);
        }
        threads.shutdown();

        assertEquals(0, accounts.ledger(ACCOUNT).balance(NOON.plusSeconds(1)));
    }

    @Test
    void aCommandThatBothSendIsDoneOnce() throws Exception {
        accrue(100);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Outcome<Posting>>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(threads.submit(() -> {
                together.await();
                return accounts.change(ACCOUNT, ledger -> redeem(ledger, "order 9", 60));
            }));
        }
        Set<Class<?>> kinds =
                Set.of(answers.get(0).get().getClass(), answers.get(1).get().getClass());
        threads.shutdown();

        assertEquals(Set.of(Outcome.Applied.class, Outcome.Duplicate.class), kinds);
        assertEquals(40, accounts.ledger(ACCOUNT).balance(NOON.plusSeconds(1)));
    }

    private List<Spender> race(Spender... spenders) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(spenders.length);
        CyclicBarrier together = new CyclicBarrier(spenders.length);
        List<Future<Spender>> running = new ArrayList<>();
        for (Spender spender : spenders) {
            running.add(threads.submit(() -> {
                together.await();
                spender.spendAll(accounts);
                return spender;
            }));
        }
        List<Spender> done = new ArrayList<>();
        for (Future<Spender> one : running) {
            done.add(one.get());
        }
        threads.shutdown();
        return done;
    }

    /** Redeems from the account until it is refused, and remembers which redemptions it was promised. */
    private static final class Spender {

        private final String name;
        private final long points;
        private final List<String> served = new ArrayList<>();

        Spender(String name, long points) {
            this.name = name;
            this.points = points;
        }

        void spendAll(SqlAccounts accounts) throws Exception {
            for (int i = 0; ; i++) {
                String key = name + " " + i;
                Outcome<Posting> outcome = accounts.change(ACCOUNT, ledger -> redeem(ledger, key, points));
                if (outcome instanceof Outcome.Rejected<Posting> refused) {
                    assertEquals(Reason.INSUFFICIENT_POINTS, refused.rejection().reason());
                    return;
                }
                served.add(key);
            }
        }
    }

    private void accrue(long points) throws Exception {
        accounts.change(ACCOUNT, ledger -> ledger.accrue(Command.of("start", NOON), Grant.of(points, Term.never())));
    }

    private static Outcome<Posting> redeem(PointsLedger ledger, String key, long points) {
        // One instant for all: which cashier comes first is for the database to say.
        return ledger.redeem(Command.of(key, NOON.plusSeconds(1)), points);
    }

    private static Visit visit(String id, Instant at) {
        return Visit.ofAmount(
                ActivityId.of(id), CustomerId.of(ACCOUNT), at, Place.store("ginza"), Money.parse("JPY 12800"));
    }
}
