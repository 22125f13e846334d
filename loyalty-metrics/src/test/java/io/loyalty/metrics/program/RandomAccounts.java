package io.loyalty.metrics.program;

import io.loyalty.points.Activation;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Transfer;
import io.loyalty.points.Transfers;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Accounts to which, over some two years from January 2024, all that can happen to points has happened in a random order. */
final class RandomAccounts {

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final String MILES = "miles";

    private enum Life {
        PLAIN,
        FULL,
        WITH_SNAPSHOTS
    }

    private final SplittableRandom random;
    private final List<PointsLedger> accounts = new ArrayList<>();
    private final Life life;
    private Instant now = START;
    private int commands;

    private RandomAccounts(long seed, Life life) {
        this.random = new SplittableRandom(seed);
        this.life = life;
    }

    static List<PointsLedger> of(long seed, int count, int steps) {
        return run(new RandomAccounts(seed, Life.FULL), count, steps);
    }

    /** Some of which begin with an opening snapshot. */
    static List<PointsLedger> withSnapshots(long seed, int count, int steps) {
        return run(new RandomAccounts(seed, Life.WITH_SNAPSHOTS), count, steps);
    }

    /** To which nothing happens but accruals and redemptions, and what time does. */
    static List<PointsLedger> plain(long seed, int count, int steps) {
        return run(new RandomAccounts(seed, Life.PLAIN), count, steps);
    }

    private static List<PointsLedger> run(RandomAccounts made, int count, int steps) {
        for (int i = 0; i < count; i++) {
            made.accounts.add(PointsLedger.open(LedgerPolicy.in(ZONE)));
        }
        for (int i = 0; i < steps; i++) {
            made.now = made.now.plus(Duration.ofHours(made.random.nextInt(2 * 24 * 730 / steps + 2)));
            made.step(made.random.nextInt(count));
        }
        return made.accounts;
    }

    private void step(int account) {
        PointsLedger ledger = accounts.get(account);
        int choice = random.nextInt(life == Life.PLAIN ? 11 : 20);
        if (choice < 7 || ledger.entries().isEmpty()) {
            keep(account, ledger.accrue(command(), grant()));
        } else if (choice < 11) {
            long available = ledger.asOf(now).available();
            if (available > 0) {
                keep(account, ledger.redeem(command(), 1 + random.nextLong(available)));
            }
        } else if (choice == 11) {
            undo(account, ledger);
        } else if (choice == 12) {
            hold(account, ledger);
        } else if (choice == 13) {
            clawBack(account, ledger);
        } else if (choice == 14) {
            keep(account, ledger.adjustUp(command(), grant(), "goodwill", "desk"));
        } else if (choice == 15) {
            keep(account, ledger.adjustDown(command(), 1 + random.nextInt(30), PointType.POINTS, "mistake", "desk"));
        } else if (choice == 16 && random.nextInt(4) == 0) {
            keep(account, ledger.forfeit(command(), PointType.POINTS, "left"));
        } else if (choice == 17) {
            keep(account, ledger.sweep(now));
        } else if (choice == 18) {
            transfer(account, ledger);
        } else if (life == Life.WITH_SNAPSHOTS) {
            keep(account, ledger.snapshot(command()));
        } else {
            revive(account, ledger);
        }
    }

    private void undo(int account, PointsLedger ledger) {
        List<Entry> spent = ledger.entries().stream()
                .filter(entry -> entry instanceof Entry.Redemption || entry instanceof Entry.Capture)
                .toList();
        if (!spent.isEmpty()) {
            String key = spent.get(random.nextInt(spent.size())).stamp().key();
            keep(account, ledger.restore(command(), key, 1 + random.nextInt(40)));
        }
    }

    private void hold(int account, PointsLedger ledger) {
        long available = ledger.asOf(now).available();
        if (available == 0) {
            return;
        }
        Command command = command();
        long points = 1 + random.nextLong(available);
        keep(account, ledger.hold(command, points, PointType.POINTS, now.plus(Duration.ofDays(2))));
        now = now.plus(Duration.ofHours(random.nextInt(100)));
        int fate = random.nextInt(3);
        if (fate == 0) {
            keep(account, accounts.get(account).capture(command(), command.key(), 1 + random.nextLong(points)));
        } else if (fate == 1) {
            keep(account, accounts.get(account).release(command(), command.key()));
        }
    }

    private void clawBack(int account, PointsLedger ledger) {
        List<Entry> given = ledger.entries().stream()
                .filter(Entry.Accrual.class::isInstance)
                .toList();
        if (!given.isEmpty()) {
            Entry.Accrual accrual = (Entry.Accrual) given.get(random.nextInt(given.size()));
            long points = 1 + random.nextLong(accrual.points());
            keep(account, ledger.clawBack(command(), List.of(new Allocation(accrual.lot(), points))));
        }
    }

    private void transfer(int account, PointsLedger ledger) {
        int other = random.nextInt(accounts.size());
        long available = ledger.asOf(now).available();
        if (other != account && available > 0) {
            Transfers.Account from = new Transfers.Account("a" + account, ledger);
            Transfers.Account into = new Transfers.Account("a" + other, accounts.get(other));
            Outcome<Transfer> outcome = random.nextBoolean()
                    ? Transfers.transfer(command(), from, into, 1 + random.nextLong(available), PointType.POINTS)
                    : Transfers.merge(command(), from, into, PointType.POINTS);
            if (!outcome.isRejected()) {
                accounts.set(account, outcome.orElseThrow().from().ledger());
                accounts.set(other, outcome.orElseThrow().into().ledger());
            }
        }
    }

    private void revive(int account, PointsLedger ledger) {
        List<Allocation> expired = new ArrayList<>();
        for (Entry entry : ledger.entries()) {
            if (entry instanceof Entry.Expiry expiry && expired.isEmpty()) {
                expired.addAll(expiry.allocations());
            }
        }
        if (!expired.isEmpty()) {
            keep(account, ledger.reinstate(command(), expired, now.plus(Duration.ofDays(60)), "complaint"));
        }
    }

    private Grant grant() {
        Grant grant = Grant.of(1 + random.nextInt(100), term());
        grant = random.nextInt(10) == 0 ? grant.with(new PointType(MILES, PointType.Nature.REGULAR)) : grant;
        return random.nextInt(5) == 0 ? grant.with(Activation.after(Period.ofDays(10))) : grant;
    }

    private Term term() {
        int choice = random.nextInt(4);
        return choice == 0
                ? Term.never()
                : choice == 1 ? Term.sliding(Period.ofMonths(2)) : Term.of(Period.ofMonths(1 + random.nextInt(8)));
    }

    private Command command() {
        return Command.of("c" + commands++, now);
    }

    private void keep(int account, Outcome<Posting> outcome) {
        // Refusals are part of life and leave the account as it was.
        if (!outcome.isRejected()) {
            accounts.set(account, outcome.orElseThrow().ledger());
        }
    }
}
