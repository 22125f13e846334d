package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.time.CalendarUnit;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the five numbers of a step as the arguments of a command on what an account holds. */
abstract class Dice {

    /** Five numbers, any values. */
    record Step(int verb, int who, int amount, int when, int more) {
        Step varied(int by) {
            return by == 0
                    ? this
                    : new Step(mix(verb, by), mix(who, by), mix(amount, by), mix(when, by), mix(more, by));
        }

        private static int mix(int value, int by) {
            int mixed = (value ^ by * 0x9E3779B9) * 0x85EBCA6B;
            return mixed ^ mixed >>> 15;
        }
    }

    static final List<String> CURRENCIES = List.of(PointType.POINTS, "miles");

    final ZoneId zone;
    private final List<Term> terms;
    Instant now;
    int number;
    Step step;

    Dice(ZoneId zone, Instant start, List<Term> terms) {
        this.zone = zone;
        this.terms = terms;
        now = start;
    }

    static int pick(int number, int of) {
        return Math.floorMod(number, of);
    }

    /** Lets time pass: not at all, a moment, some hours or weeks, or up to the edge of something that time does. */
    void pass(NaiveLedger naive) {
        int kind = pick(step.when, 8);
        int size = step.when >>> 3;
        if (kind < 2) {
            now = now.plusNanos(kind);
        } else if (kind < 5) {
            now = now.plus(Duration.ofMinutes(pick(size, 60 * 24 * 6)));
        } else if (kind < 6) {
            now = now.plus(Duration.ofDays(pick(size, 30)));
        } else {
            List<Instant> edges = new ArrayList<>();
            NaiveAccount account = naive.account;
            account.lots.values().forEach(lot -> {
                edges.add(account.expiryOf(lot));
                edges.add(lot.activatesAt);
            });
            account.holds.forEach(hold -> edges.add(hold.entry().lapsesAt()));
            edges.removeIf(edge -> !edge.isAfter(now) || edge.isAfter(now.plus(Duration.ofDays(60))));
            edges.sort(null);
            if (!edges.isEmpty()) {
                Instant edge = edges.get(pick(size, Math.min(3, edges.size())));
                now = edge.minusNanos(pick(size >> 4, 3) == 0 ? 1 : 0);
            }
        }
    }

    Command command(NaiveLedger naive, Instant at) {
        String key = "k" + number;
        if (pick(step.more * 31 + step.when, 40) == 0 && !naive.entries.isEmpty()) {
            String old = naive.entries
                    .get(pick(step.amount, naive.entries.size()))
                    .stamp()
                    .key();
            key = old.startsWith("~") ? key : old;
        }
        Instant recordedAt = pick(step.more * 17 + step.when, 60) == 0 ? now.minusSeconds(90_000) : now;
        return new Command(key, at, recordedAt);
    }

    /** Now, or sometimes too early or ahead of time. */
    Instant inOrder(NaiveLedger naive) {
        int kind = pick(step.when * 7 + step.amount, 40);
        return kind == 0 ? now.minus(Duration.ofDays(9)) : kind == 1 ? now.plus(Duration.ofDays(2)) : now;
    }

    String currency() {
        return CURRENCIES.get(pick(step.more * 13 + step.who, 9) == 0 ? 1 : 0);
    }

    long amount(NaiveLedger naive) {
        int kind = pick(step.amount, 12);
        long there = NaiveAccount.number(
                naive.account.copy(naive.policy).advance(now).available(PointType.POINTS));
        return switch (kind) {
            case 0 -> Math.max(1, there);
            case 1 -> there == Long.MAX_VALUE ? there : there + 1;
            case 2 -> Math.max(1, there / 2);
            case 3 -> pick(step.more, 30) == 0 ? Long.MAX_VALUE - pick(step.when, 3) : 7;
            default -> 1 + pick(step.amount >> 4, kind < 10 ? (int) Math.max(1, Math.min(90, there)) : 120);
        };
    }

    Grant grant(int amount, int more) {
        long points = pick(amount, 300) == 0 ? Long.MAX_VALUE - pick(more, 1000) : 1 + pick(amount >> 3, 100);
        PointType type = pick(more, 12) == 0
                ? new PointType("miles", PointType.Nature.REGULAR)
                : pick(more, 4) == 1 ? PointType.PROMOTIONAL : PointType.REGULAR;
        Activation activation = switch (pick(amount * 5 + more, 9)) {
            case 0 -> Activation.onEvent();
            case 1, 2 -> Activation.after(Period.ofDays(pick(more >> 3, 20)));
            case 3 -> Activation.on(now.atZone(zone).toLocalDate().plusDays(pick(more >> 3, 20) - 4));
            default -> Activation.immediate();
        };
        return new Grant(points, type, activation, term(more >> 5), "v" + pick(amount, 5));
    }

    Term term(int number) {
        int size = pick(number >> 5, 40);
        return switch (pick(number, 12)) {
            case 0, 1 -> Term.of(Period.ofDays(size));
            case 2 -> Term.endOf(CalendarUnit.values()[pick(size, CalendarUnit.values().length)], Period.ofDays(size));
            case 3 -> Term.endOfFiscalYear(Month.of(1 + pick(size, 12)), Term.FiscalYear.values()[pick(size, 2)]);
            case 4 -> Term.until(now.atZone(zone).toLocalDate().plusDays(size - 5));
            case 5, 6, 7 -> Term.sliding(Period.ofDays(20));
            case 8 ->
                Term.sliding(
                        Period.ofDays(15 + pick(size, 2)),
                        List.of(
                                        Set.of(Renewal.REDEMPTION),
                                        Set.of(Renewal.VISIT),
                                        Set.of(Renewal.ACCRUAL, Renewal.VISIT))
                                .get(pick(size, 3)));
            case 9 -> terms.get(pick(size, terms.size()));
            default -> Term.never();
        };
    }

    List<Allocation> someLots(NaiveLedger naive) {
        int last = naive.account.lastLot;
        int first = 1 + pick(step.more, Math.max(1, last));
        // Mostly one of the lots of late, now and then several, now and then one that does not exist.
        int lot = pick(step.more >> 3, 40) == 0
                ? last + 1
                : pick(step.more >> 4, 3) == 0 ? first : Math.max(1, last - pick(first, 4));
        NaiveAccount.Batch batch = naive.account.lots.get(lot);
        long most = batch == null ? 1 : NaiveAccount.number(batch.amount);
        long points = pick(step.amount, 4) == 0 ? most : Math.min(most, 1 + pick(step.amount >> 2, 60));
        List<Allocation> some = new ArrayList<>();
        some.add(new Allocation(lot, points));
        if (pick(step.amount >> 5, 3) == 0 && lot > 1) {
            some.add(new Allocation(lot - 1, 1 + pick(step.more, 40)));
        }
        return some;
    }

    static LedgerPolicy policy(LedgerPolicy from, int bits) {
        LedgerPolicy policy = from;
        int which = pick(bits, 3);
        int value = bits >>> 3;
        if (which != 1) {
            policy = policy.with(ConsumptionOrder.values()[pick(value, 4)])
                    .with(ClawbackSource.values()[pick(value >> 5, 5) == 0 ? 1 : 0])
                    .with(HoldOverExpiry.values()[pick(value >> 3, 2)]);
        }
        if (which != 2) {
            policy = policy.with(ExpiryClock.values()[pick(value >> 1, 2)])
                    .with(RestorationOrder.values()[pick(value >> 2, 2)])
                    .with(List.of(
                                    new DeadLots.Forfeit(),
                                    new DeadLots.Grace(Period.ofDays(pick(value, 9))),
                                    new DeadLots.Reissue(Term.endOfMonth(Period.ofDays(3))))
                            .get(pick(value >> 4, 3)));
        }
        return policy.with(List.of(
                                Shortfall.Debt.UNLIMITED,
                                new Shortfall.Debt(40),
                                new Shortfall.Clamp(),
                                new Shortfall.MoneyDue())
                        .get(pick(value >> 6, 7) > 3 ? 0 : pick(value >> 6, 7)))
                .with(List.of(
                                new TransferExpiry.Keep(),
                                new TransferExpiry.Renew(Term.of(Period.ofDays(12))),
                                new TransferExpiry.Renew(Term.sliding(Period.ofDays(20))))
                        .get(pick(value >> 2, 3)));
    }
}
