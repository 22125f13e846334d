package io.loyalty.benchmarks;

import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Does a points account stay fast as it grows? Growing from nothing, append, redeem, balance, balance of a past instant, points
 * expiring soon, and rebuilding, on accounts of 10 to 1,000,000 entries; beside a list of entries folded with {@code BigDecimal}, as in-house code
 * does it ({@link NaiveAccount}), which must give the same balances. The account earns several times a day on points of one year
 * and redeems now and then.
 *
 * <p>Run: {@code java -jar loyalty-benchmarks/target/benchmarks.jar LedgerBenchmark -prof gc}. The heap is large enough for a rebuilt account of a million entries to come
 * and go without being copied by the collector.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {
            "-Xms6g",
            "-Xmx6g",
            "-Xmn4500m",
            "-XX:+AlwaysPreTouch",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC"
        })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerBenchmark {

    private static final LedgerPolicy POLICY = LedgerPolicy.in(ZoneId.of("Asia/Tokyo"));
    private static final Term ONE_YEAR = Term.of(Period.ofYears(1));
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    /** Rolling appends start anew after so many, so that the account keeps its size. */
    private static final int ROLL = 4096;
    /** Growing accounts take so many appends at a time. */
    private static final int STEP = 1000;
    /** At so many instants before the last entry, and after it, both sides must agree. */
    private static final int COMPARED = 10;

    /** The number of entries. */
    @Param({"10", "1000", "100000", "1000000"})
    public int count;

    private final NaiveAccount naive = new NaiveAccount();
    private PointsLedger ledger;
    private Instant now;
    private Instant past;
    private Instant soon;
    private List<Entry> all;

    private PointsLedger rolling;
    private int rolled;
    private PointsLedger spending;
    private int spent;
    private final Command[] commands = new Command[ROLL];
    private Grant grant;

    private PointsLedger growing;
    private NaiveAccount growingNaive;
    private int grown;
    private Command[] growth;

    @Setup
    public void setUp() {
        grant = Grant.of(50, ONE_YEAR);
        ledger = grown(count, naive);
        Instant last = ledger.entries().get(count - 1).stamp().effectiveAt();
        now = last.plusSeconds(1);
        past = START.plusSeconds((last.getEpochSecond() - START.getEpochSecond()) / 3);
        soon = now.plusSeconds(30L * 86_400);
        all = List.copyOf(ledger.entries());
        rolling = ledger;
        spending = ledger;
        for (int i = 0; i < ROLL; i++) {
            commands[i] = Command.of("n" + i, now);
        }
        growth = commands(count);
        grown = count;
        for (int i = 0; i < COMPARED; i++) {
            requireSame(START.plusSeconds((last.getEpochSecond() - START.getEpochSecond()) * i / COMPARED));
            requireSame(now.plusSeconds(i * 40L * 86_400));
        }
        if (rebuildNaively().balance(now) != naive.balance(now)) {
            throw new IllegalStateException("an account rebuilt must be as it was");
        }
        // An account of a million entries has been there for long: else each collection would copy all of it once more.
        System.gc();
    }

    private void requireSame(Instant at) {
        long ours = ledger.asOf(at).expiringBy(soon);
        if (ledger.balance(at) != naive.balance(at) || at.isAfter(past) && ours != naive.expiring(at, soon)) {
            throw new IllegalStateException("ledger and naive account must agree at " + at);
        }
    }

    /** An account of so many entries: nine times points are earned, then some are redeemed, and so on. */
    private static PointsLedger grown(int count, NaiveAccount naive) {
        SplittableRandom random = new SplittableRandom(20261121);
        Grant grant = Grant.of(50, ONE_YEAR);
        PointsLedger ledger = PointsLedger.open(POLICY);
        Instant at = START;
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(random.nextInt(3, 3600));
            Command command = Command.of("k" + i, at);
            if (i % 10 == 9) {
                ledger = ledger.redeem(command, 40).orElseThrow().ledger();
                naive.take(at, 40);
            } else {
                Posting posting = ledger.accrue(command, grant).orElseThrow();
                ledger = posting.ledger();
                naive.accrue(at, 50, ((Entry.Accrual) posting.entries().get(0)).expiresAt());
            }
        }
        return ledger;
    }

    /** So many commands, some in a day. */
    private static Command[] commands(int count) {
        SplittableRandom random = new SplittableRandom(20261121);
        Command[] commands = new Command[count];
        Instant at = START;
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(random.nextInt(3, 3600));
            commands[i] = Command.of("k" + i, at);
        }
        return commands;
    }

    /** The accruals of an account from its first to its last, then of another: the time of one, with all that the collector does. */
    @Benchmark
    @OperationsPerInvocation(STEP)
    public PointsLedger grow() {
        for (int i = 0; i < STEP; i++) {
            if (grown == count) {
                grown = 0;
                growing = PointsLedger.open(POLICY);
            }
            growing = growing.accrue(growth[grown++], grant).orElseThrow().ledger();
        }
        return growing;
    }

    /** The same on the list, whose keys stand in a set, so that none is booked twice. */
    @Benchmark
    @OperationsPerInvocation(STEP)
    public NaiveAccount growNaively() {
        for (int i = 0; i < STEP; i++) {
            if (grown == count) {
                grown = 0;
                growingNaive = new NaiveAccount();
            }
            Command command = growth[grown++];
            growingNaive.accrue(
                    command.key(), command.at(), grant.points(), ONE_YEAR.expiresAt(command.at(), POLICY.zone()));
        }
        return growingNaive;
    }

    /** One accrual more on an account that keeps growing. */
    @Benchmark
    public PointsLedger append() {
        if (rolled == ROLL) {
            rolled = 0;
            rolling = ledger;
        }
        rolling = rolling.accrue(commands[rolled++], grant).orElseThrow().ledger();
        return rolling;
    }

    /** One redemption that consumes one or two lots. */
    @Benchmark
    public PointsLedger redeem() {
        if (spent == ROLL || spending.balance(now) < 40) {
            spent = 0;
            spending = ledger;
        }
        spending = spending.redeem(commands[spent++], 40).orElseThrow().ledger();
        return spending;
    }

    /** One redemption on the list, which is folded to know whether there is enough. */
    @Benchmark
    public boolean redeemNaively() {
        boolean redeemed = naive.redeem(now, 40);
        if (redeemed) {
            naive.undo();
        }
        return redeemed;
    }

    /** What the customer has now. */
    @Benchmark
    public long balance() {
        return ledger.balance(now);
    }

    /** The same by folding the list. */
    @Benchmark
    public long balanceNaively() {
        return naive.balance(now);
    }

    /** What the customer had long ago. */
    @Benchmark
    public long balanceInThePast() {
        return ledger.balance(past);
    }

    /** The same by folding the list. */
    @Benchmark
    public long balanceInThePastNaively() {
        return naive.balance(past);
    }

    /** How much dies within thirty days. */
    @Benchmark
    public long expiringSoon() {
        return ledger.asOf(now).expiringBy(soon);
    }

    /** The same by folding the list. */
    @Benchmark
    public long expiringSoonNaively() {
        return naive.expiring(now, soon);
    }

    /** The account from its entries. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public PointsLedger rebuild() {
        return PointsLedger.replay(POLICY, all);
    }

    /** The list from the entries, with the set of their keys. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public NaiveAccount rebuildNaively() {
        NaiveAccount rebuilt = new NaiveAccount();
        for (Entry entry : all) {
            Entry.Stamp stamp = entry.stamp();
            if (entry instanceof Entry.Accrual accrual) {
                rebuilt.accrue(stamp.key(), stamp.effectiveAt(), accrual.points(), accrual.expiresAt());
            } else if (entry instanceof Entry.Redemption redemption) {
                rebuilt.take(stamp.key(), stamp.effectiveAt(), redemption.points());
            }
        }
        return rebuilt;
    }

    /** The entries merely read. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public long rebuildFloor() {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            Entry entry = all.get(i);
            sum += 3
                    * (entry instanceof Entry.Accrual accrual
                            ? accrual.points()
                            : entry.stamp().sequence());
        }
        return sum;
    }
}
