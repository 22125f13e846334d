package io.loyalty.points;

import static io.loyalty.points.UtcAccounts.POLICY;
import static io.loyalty.points.UtcAccounts.day;
import static io.loyalty.points.UtcAccounts.days;
import static io.loyalty.points.UtcAccounts.done;
import static io.loyalty.points.UtcAccounts.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of a ledger in several hands: of two writers on one version one wins; and accounts of any size. */
class LedgerCopiesTest {

    // ---- copies -------------------------------------------------------------------------------------------------

    @Test
    void entriesOfAnotherCopyAreTakenOverOnTheirVersionOnly() {
        PointsLedger early = ReplayTest.full().atVersion(12);
        List<Entry> rest = ReplayTest.full().entries().subList(12, 20);
        assertEquals(ReplayTest.full(), done(early.append(12, rest)));
        assertEquals(
                new Outcome.Rejected<>(new Rejection(Reason.VERSION_CONFLICT, Map.of("expected", 12L, "actual", 13L))),
                ReplayTest.full().atVersion(13).append(12, rest));
        assertEquals(
                "entry 14 ('~14') is wrong: sequence must be 13",
                assertThrows(IllegalArgumentException.class, () -> early.append(12, rest.subList(1, 3)))
                        .getMessage());
    }

    @Test
    void ofTwoWritersOnOneVersionExactlyOneWins() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            PointsLedger start = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(1_000_000, 30)));
            AtomicReference<PointsLedger> store = new AtomicReference<>(start);
            for (int round = 0; round < 2_000; round++) {
                CountDownLatch gate = new CountDownLatch(2);
                PointsLedger seen = store.get();
                int number = round;
                List<Future<Boolean>> writers = new ArrayList<>();
                for (String name : List.of("x", "y")) {
                    writers.add(pool.submit(() -> {
                        Posting posting = seen.redeem(on(1, name + number), 1).orElseThrow();
                        gate.countDown();
                        gate.await();
                        return write(store, seen.version(), posting.entries());
                    }));
                }
                assertTrue(writers.get(0).get() ^ writers.get(1).get(), "one of two");
                assertEquals(seen.version() + 1, store.get().version());
            }
            assertEquals(998_000, store.get().balance(day(2)));
        } finally {
            pool.shutdownNow();
        }
    }

    /** As a host does it: append to what is stored now, and store that only if nobody else did meanwhile. */
    private static boolean write(AtomicReference<PointsLedger> store, int version, List<Entry> entries) {
        while (true) {
            PointsLedger now = store.get();
            Outcome<Posting> outcome = now.append(version, entries);
            if (outcome instanceof Outcome.Rejected<Posting> rejected) {
                assertEquals(Reason.VERSION_CONFLICT, rejected.rejection().reason());
                return false;
            }
            if (store.compareAndSet(now, outcome.orElseThrow().ledger())) {
                return true;
            }
        }
    }

    @Test
    void futuresOfOneLedgerMadeByManyThreadsKeepApart() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 150; round++) {
                PointsLedger base = PointsLedger.open(POLICY);
                for (int i = 0; i < round; i++) {
                    base = done(base.accrue(on(0, "base" + i), days(10, 30)));
                }
                PointsLedger shared = base;
                CountDownLatch gate = new CountDownLatch(threads);
                List<Future<PointsLedger>> futures = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    String name = "writer" + t + "-";
                    futures.add(pool.submit(() -> {
                        gate.countDown();
                        gate.await();
                        PointsLedger mine = shared;
                        for (int i = 0; i < 40; i++) {
                            mine = done(mine.accrue(on(1, name + i), days(1 + i, 30)));
                        }
                        return mine;
                    }));
                }
                for (int t = 0; t < threads; t++) {
                    PointsLedger mine = futures.get(t).get();
                    assertEquals(round + 40, mine.version());
                    assertEquals(10L * round + 820, mine.balance(day(1)));
                    for (int i = 0; i < 40; i++) {
                        assertEquals(
                                round + i + 1,
                                mine.entry("writer" + t + "-" + i)
                                        .orElseThrow()
                                        .stamp()
                                        .sequence());
                        assertTrue(mine.entry("writer" + (t + 1) % threads + "-" + i)
                                .isEmpty());
                    }
                    assertEquals(mine, PointsLedger.replay(POLICY, mine.entries()));
                }
                assertEquals(round, shared.entries().size());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 20})
    void serializedLedgerReadsBackEqual(int version) throws IOException, ClassNotFoundException {
        PointsLedger ledger = ReplayTest.full().atVersion(version);
        PointsLedger back = (PointsLedger) copied(ledger);
        assertEquals(ledger, back);
        assertEquals(ledger.asOf(day(30)).lots(), back.asOf(day(30)).lots());
        assertEquals(ledger.sweep(day(30)), back.sweep(day(30)));
    }

    @Test
    void serializedRefusalReadsBackEqual() throws IOException, ClassNotFoundException {
        Outcome<Posting> refused = ReplayTest.full().redeem(on(30, "z"), 5);
        assertEquals(refused, copied(refused));
    }

    private static Object copied(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    // ---- much ---------------------------------------------------------------------------------------------------

    @Test
    void amountsUpToTheLargestLongAreExact() {
        PointsLedger ledger = done(PointsLedger.open(POLICY).accrue(on(0, "a"), days(Long.MAX_VALUE - 5, 30)));
        ledger = done(ledger.accrue(on(0, "b"), days(5, 40)));
        assertEquals(Long.MAX_VALUE, ledger.balance(day(1)));
        assertEquals(Long.MAX_VALUE, ledger.asOf(day(1)).expiringBy(day(50)));
        ledger = done(ledger.redeem(on(1, "r"), Long.MAX_VALUE));
        assertEquals(0, ledger.balance(day(1)));
        ledger = done(ledger.restore(on(2, "u"), "r", Long.MAX_VALUE));
        assertEquals(Long.MAX_VALUE, ledger.balance(day(2)));
        assertEquals(
                new Outcome.Rejected<>(new Rejection(Reason.OVERFLOW, Map.of("requested", 1L, "room", 0L))),
                ledger.accrue(on(3, "c"), days(1, 3)));
    }

    @Test
    void millionEntriesInOneAccount() {
        PointsLedger ledger = PointsLedger.open(POLICY);
        Grant grant = days(2, 365);
        long given = 0;
        long taken = 0;
        for (int i = 0; i < 1_000_000; i++) {
            Command command = Command.of("k" + i, day(0).plusSeconds(i));
            boolean gives = i % 4 != 3;
            ledger = done(gives ? ledger.accrue(command, grant) : ledger.redeem(command, 3));
            given += gives ? 2 : 0;
            taken += gives ? 0 : 3;
        }
        assertEquals(1_000_000, ledger.version());
        Instant end = day(0).plusSeconds(1_000_000);
        assertEquals(given - taken, ledger.balance(end));
        assertEquals(taken, ledger.asOf(end).totals().redeemed());
        assertEquals(0, ledger.balance(day(400)));
        Instant half = day(0).plusSeconds(499_999);
        assertEquals((given - taken) / 2, ledger.balance(half));
        assertEquals(ledger.atVersion(500_000).balance(half), ledger.balance(half));
        assertInstanceOf(Outcome.Duplicate.class, ledger.redeem(Command.of("k3", end), 3));
        assertEquals(ledger, PointsLedger.replay(POLICY, ledger.entries()));
    }
}
