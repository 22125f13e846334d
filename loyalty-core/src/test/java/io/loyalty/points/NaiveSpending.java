package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.NaiveLots.Batch;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verbs of the oracle that take points, hold them or give them back. */
abstract class NaiveSpending extends NaiveHistory {

    NaiveSpending(LedgerPolicy policy) {
        super(policy);
    }

    Answer redeem(Command command, long points, String currency, String reference) {
        return run(command, List.of("redeem", points, currency, reference), false, (now, stamp) -> {
            Answer short_ = insufficient(now, currency, points);
            return short_ != null
                    ? short_
                    : Answer.of(new Entry.Redemption(
                            stamp, currency, points, first(now.inOrder(currency), points), reference));
        });
    }

    Answer restore(Command command, String redemption, long points) {
        return run(command, List.of("restore", redemption, points), false, (now, stamp) -> {
            Entry undone = find(redemption);
            if (!(undone instanceof Entry.Redemption) && !(undone instanceof Entry.Capture)) {
                return Answer.no(Reason.UNKNOWN_REDEMPTION);
            }
            List<Allocation> consumed =
                    undone instanceof Entry.Redemption r ? r.allocations() : ((Entry.Capture) undone).allocations();
            int sequence = undone.stamp().sequence();
            List<Allocation> back = now.restored.getOrDefault(sequence, List.of());
            List<Allocation> left = new ArrayList<>();
            for (Allocation part : consumed) {
                long gone = NaiveAccount.points(
                        back.stream().filter(b -> b.lot() == part.lot()).toList());
                if (part.points() > gone) {
                    left.add(new Allocation(part.lot(), part.points() - gone));
                }
            }
            long most = NaiveAccount.points(left);
            if (points > most) {
                return Answer.no(Reason.RESTORATION_EXCEEDS_REDEMPTION, "requested", points, "left", most);
            }
            if (policy.restorationOrder() == RestorationOrder.LAST_CONSUMED_FIRST) {
                Collections.reverse(left);
            }
            List<Allocation> due = firstOf(left, points);
            List<Allocation> dead = now.dead(due);
            List<Entry.Reissue> reissued = new ArrayList<>();
            if (!(policy.deadLots() instanceof DeadLots.Forfeit)) {
                Term term = policy.deadLots() instanceof DeadLots.Grace grace
                        ? Term.of(grace.period())
                        : ((DeadLots.Reissue) policy.deadLots()).term();
                for (Allocation part : dead) {
                    reissued.add(new Entry.Reissue(
                            part.lot(),
                            now.lastLot + 1 + reissued.size(),
                            part.points(),
                            term.expiresAt(command.at(), policy.zone())));
                }
                dead = List.of();
            }
            return Answer.of(new Entry.Restoration(stamp, sequence, points, now.alive(due), dead, reissued));
        });
    }

    Answer hold(Command command, long points, String currency, Instant lapsesAt) {
        return run(command, List.of("hold", points, currency), false, (now, stamp) -> {
            if (!lapsesAt.isAfter(command.at())) {
                return Answer.no(
                        Reason.HOLD_ENDS_BEFORE_IT_BEGINS,
                        "at",
                        command.at().toEpochMilli(),
                        "lapsesAt",
                        lapsesAt.toEpochMilli());
            }
            Answer short_ = insufficient(now, currency, points);
            return short_ != null
                    ? short_
                    : Answer.of(new Entry.Hold(
                            stamp,
                            currency,
                            points,
                            first(now.inOrder(currency), points),
                            lapsesAt,
                            policy.holdOverExpiry()));
        });
    }

    Answer capture(Command command, String hold, long points) {
        return run(
                command,
                List.of("capture", hold, points),
                false,
                (now, stamp) -> open(now, hold, open -> {
                    long held = NaiveAccount.points(open.held());
                    if (points > held) {
                        return Answer.no(Reason.CAPTURE_EXCEEDS_HOLD, "requested", points, "held", held);
                    }
                    List<Allocation> rest = new ArrayList<>();
                    long skipped = points;
                    for (Allocation part : open.held()) {
                        long captured = Math.min(skipped, part.points());
                        skipped -= captured;
                        if (captured < part.points()) {
                            rest.add(new Allocation(part.lot(), part.points() - captured));
                        }
                    }
                    return Answer.of(new Entry.Capture(
                            stamp, hold, points, firstOf(open.held(), points), now.alive(rest), now.dead(rest)));
                }));
    }

    Answer release(Command command, String hold) {
        return run(
                command,
                List.of("release", hold),
                false,
                (now, stamp) -> open(
                        now,
                        hold,
                        open -> Answer.of(
                                new Entry.Release(stamp, hold, now.alive(open.held()), now.dead(open.held())))));
    }

    Answer clawBack(Command command, List<Allocation> owed) {
        return run(command, List.of("clawBack", owed), false, (now, stamp) -> {
            String currency = null;
            for (Allocation due : owed) {
                Batch lot = now.lots.get(due.lot());
                if (lot == null) {
                    return Answer.no(Reason.UNKNOWN_LOT, "lot", due.lot());
                }
                if (currency != null && !currency.equals(lot.type.currency())) {
                    return Answer.no(Reason.OTHER_CURRENCY, "lot", due.lot());
                }
                currency = lot.type.currency();
                long left = NaiveAccount.number(lot.amount.subtract(lot.clawed));
                if (due.points() > left) {
                    return Answer.no(
                            Reason.CLAWBACK_EXCEEDS_LOT, "lot", due.lot(), "requested", due.points(), "left", left);
                }
            }
            Map<Integer, BigDecimal> taken = new LinkedHashMap<>();
            List<Allocation> expired = new ArrayList<>();
            BigDecimal missing = BigDecimal.ZERO;
            boolean own = policy.clawbackSource() == ClawbackSource.OWN_LOT_FIRST;
            for (Allocation due : owed) {
                Batch lot = now.lots.get(due.lot());
                BigDecimal left = BigDecimal.valueOf(due.points());
                if (own && now.isAlive(lot) || now.isPending(lot)) {
                    left = left.subtract(takeUpTo(taken, lot, left));
                }
                BigDecimal dead = lot.expired
                        .add(now.isAlive(lot) ? BigDecimal.ZERO : lot.remaining)
                        .subtract(lot.clawedExpired)
                        .max(BigDecimal.ZERO)
                        .min(left);
                if (dead.signum() > 0) {
                    expired.add(new Allocation(lot.id, NaiveAccount.number(dead)));
                }
                missing = missing.add(left.subtract(dead));
            }
            if (own) {
                for (Batch lot : now.inOrder(currency)) {
                    missing = missing.subtract(takeUpTo(taken, lot, missing));
                }
            }
            BigDecimal debt = BigDecimal.ZERO;
            BigDecimal uncollected = BigDecimal.ZERO;
            BigDecimal moneyDue = BigDecimal.ZERO;
            if (policy.shortfall() instanceof Shortfall.Debt limited) {
                BigDecimal room = BigDecimal.valueOf(limited.limit()).subtract(now.debt(currency));
                debt = missing.min(room.max(BigDecimal.ZERO));
                uncollected = missing.subtract(debt);
            } else if (policy.shortfall() instanceof Shortfall.Clamp) {
                uncollected = missing;
            } else {
                moneyDue = missing;
            }
            BigDecimal collected = debt;
            for (BigDecimal points : taken.values()) {
                collected = collected.add(points);
            }
            BigDecimal asked = BigDecimal.ZERO;
            for (Allocation due : owed) {
                asked = asked.add(BigDecimal.valueOf(due.points()));
            }
            BigDecimal room = MOST.subtract(now.sum(currency, NaiveAccount.Sum.CLAWED_BACK)
                    .max(now.sum(currency, NaiveAccount.Sum.UNCOLLECTED))
                    .max(now.sum(currency, NaiveAccount.Sum.MONEY_DUE)));
            if (asked.compareTo(room) > 0) {
                return Answer.no(Reason.OVERFLOW, "requested", asked.min(MOST), "room", room);
            }
            List<Allocation> allocations = new ArrayList<>();
            taken.forEach((lot, points) -> allocations.add(new Allocation(lot, NaiveAccount.number(points))));
            return Answer.of(new Entry.Clawback(
                    stamp,
                    currency,
                    owed,
                    allocations,
                    expired,
                    NaiveAccount.number(debt),
                    NaiveAccount.number(uncollected),
                    NaiveAccount.number(moneyDue)));
        });
    }

    Answer forfeit(Command command, String currency, String reason) {
        return run(
                command,
                List.of("forfeit", currency, reason),
                false,
                (now, stamp) -> Answer.of(new Entry.Forfeiture(stamp, currency, everything(now, currency), reason)));
    }

    Answer adjustDown(Command command, long points, String currency, String reason, String actor) {
        return run(command, List.of("adjustDown", points, currency, reason, actor), false, (now, stamp) -> {
            Answer short_ = insufficient(now, currency, points);
            return short_ != null
                    ? short_
                    : Answer.of(new Entry.Adjustment(
                            stamp, currency, List.of(), first(now.inOrder(currency), points), reason, actor));
        });
    }

    private static BigDecimal takeUpTo(Map<Integer, BigDecimal> taken, Batch lot, BigDecimal most) {
        BigDecimal there = lot.remaining.subtract(taken.getOrDefault(lot.id, BigDecimal.ZERO));
        BigDecimal part = there.min(most);
        if (part.signum() > 0) {
            taken.merge(lot.id, part, BigDecimal::add);
        }
        return part;
    }
}
