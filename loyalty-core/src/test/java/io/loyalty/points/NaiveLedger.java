package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.points.NaiveLots.Batch;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The oracle of the points ledger: says what each verb must answer and write, from the domain guide and the documentation of the
 * types alone.
 */
final class NaiveLedger extends NaiveSpending {

    NaiveLedger(LedgerPolicy policy) {
        super(policy);
    }

    // ---- verbs --------------------------------------------------------------------------------------------------

    Answer accrue(Command command, Grant grant) {
        return run(
                command,
                List.of("accrue", grant.points(), grant.type(), grant.activation(), grant.term(), grant.source()),
                true,
                (now, stamp) -> {
                    Answer full = full(now, grant.type().currency(), BigDecimal.valueOf(grant.points()));
                    if (full != null) {
                        return full;
                    }
                    Instant activatesAt = grant.activation().activatesAt(command.at(), policy.zone());
                    return Answer.of(new Entry.Accrual(
                            stamp,
                            now.lastLot + 1,
                            grant.type(),
                            grant.points(),
                            activatesAt,
                            firstExpiry(grant.term(), command.at(), activatesAt),
                            grant.term(),
                            grant.source()));
                });
    }

    Answer activate(Command command, List<Integer> lots) {
        return run(command, List.of("activate", lots), false, (now, stamp) -> {
            List<Entry.Dates> dates = new ArrayList<>();
            for (int id : lots) {
                Batch lot = now.lots.get(id);
                if (lot == null) {
                    return Answer.no(Reason.UNKNOWN_LOT, "lot", id);
                }
                if (!now.isPending(lot)) {
                    return Answer.no(Reason.NOT_PENDING, "lot", id);
                }
                boolean setByHand = lot.term.equals(Term.never());
                Instant expiresAt = policy.expiryClock() == ExpiryClock.FROM_EARNING || setByHand
                        ? lot.expiresAt
                        : lot.term.expiresAt(command.at(), policy.zone());
                dates.add(new Entry.Dates(id, command.at(), expiresAt, lot.term));
            }
            return Answer.of(new Entry.Activation(stamp, dates));
        });
    }

    Answer adjustUp(Command command, Grant grant, String reason, String actor) {
        return run(command, List.of("adjustUp", grant, reason, actor), false, (now, stamp) -> {
            Answer full = full(now, grant.type().currency(), BigDecimal.valueOf(grant.points()));
            if (full != null) {
                return full;
            }
            Instant activatesAt = grant.activation().activatesAt(command.at(), policy.zone());
            Entry.Parcel parcel = new Entry.Parcel(
                    now.lastLot + 1,
                    grant.type(),
                    grant.points(),
                    command.at(),
                    activatesAt,
                    firstExpiry(grant.term(), command.at(), activatesAt),
                    grant.term(),
                    0,
                    grant.source());
            return Answer.of(
                    new Entry.Adjustment(stamp, grant.type().currency(), List.of(parcel), List.of(), reason, actor));
        });
    }

    Answer extend(Command command, List<Integer> lots, Instant expiresAt, String reason) {
        return run(command, List.of("extend", lots, expiresAt, reason), false, (now, stamp) -> {
            List<Entry.Dates> dates = new ArrayList<>();
            for (int id : lots) {
                Batch lot = now.lots.get(id);
                if (lot == null) {
                    return Answer.no(Reason.UNKNOWN_LOT, "lot", id);
                }
                if (lot.remaining.signum() == 0 || !now.isAlive(lot)) {
                    return Answer.no(Reason.LOT_DEAD, "lot", id);
                }
                if (!expiresAt.isAfter(now.expiryOf(lot)) || !expiresAt.isAfter(command.at())) {
                    return Answer.no(Reason.NOT_LONGER, "lot", id);
                }
                dates.add(new Entry.Dates(id, lot.activatesAt, expiresAt, Term.never()));
            }
            return Answer.of(new Entry.Extension(stamp, dates, reason));
        });
    }

    Answer changeTerm(Command command, Term term, OldLots oldLots, String reason) {
        return run(command, List.of("changeTerm", term, oldLots, reason), false, (now, stamp) -> {
            List<Entry.Dates> dates = new ArrayList<>();
            if (oldLots != OldLots.NEW_LOTS_ONLY) {
                for (String currency : now.currencies()) {
                    List<Batch> there = new ArrayList<>(now.waiting(currency));
                    there.addAll(now.inOrder(currency));
                    for (Batch lot : there) {
                        Instant change = command.at();
                        Instant start = oldLots == OldLots.ONE_PERIOD_AFTER_CHANGE ? change : lot.earnedAt;
                        Instant active = lot.activatesAt.isAfter(start) ? lot.activatesAt : start;
                        Instant expiresAt = firstExpiry(term, start, active);
                        dates.add(new Entry.Dates(
                                lot.id, lot.activatesAt, expiresAt.isBefore(change) ? change : expiresAt, term));
                    }
                }
            }
            return Answer.of(new Entry.Extension(stamp, dates, reason));
        });
    }

    Answer renew(Command command, Renewal activity) {
        return run(
                command,
                List.of("renew", activity),
                true,
                (now, stamp) -> Answer.of(new Entry.Renewed(stamp, activity)));
    }

    Answer reinstate(Command command, List<Allocation> expired, Instant expiresAt, String reason) {
        return run(command, List.of("reinstate", expired, expiresAt, reason), false, (now, stamp) -> {
            String currency = null;
            List<Entry.Reissue> reissued = new ArrayList<>();
            for (Allocation part : expired) {
                Batch lot = now.lots.get(part.lot());
                if (lot == null) {
                    return Answer.no(Reason.UNKNOWN_LOT, "lot", part.lot());
                }
                if (currency != null && !currency.equals(lot.type.currency())) {
                    return Answer.no(Reason.OTHER_CURRENCY, "lot", part.lot());
                }
                currency = lot.type.currency();
                long dead = NaiveAccount.number(lot.expired
                        .add(now.isAlive(lot) ? BigDecimal.ZERO : lot.remaining)
                        .subtract(lot.clawedExpired)
                        .max(BigDecimal.ZERO));
                if (part.points() > dead) {
                    return Answer.no(
                            Reason.NOT_EXPIRED, "lot", part.lot(), "requested", part.points(), "expired", dead);
                }
                reissued.add(
                        new Entry.Reissue(part.lot(), now.lastLot + 1 + reissued.size(), part.points(), expiresAt));
            }
            if (!expiresAt.isAfter(command.at())) {
                return Answer.no(Reason.NOT_LONGER, "lot", expired.get(0).lot());
            }
            return Answer.of(new Entry.Reinstatement(stamp, currency, reissued, reason));
        });
    }

    Answer snapshot(Command command) {
        return run(command, List.of("snapshot"), false, (now, stamp) -> {
            List<Entry.OpeningPurse> purses = new ArrayList<>();
            int number = 1;
            for (String currency : now.currencies()) {
                if (now.held(currency).signum() > 0) {
                    return Answer.no(Reason.OPEN_HOLDS, "held", now.held(currency));
                }
                List<Entry.Parcel> parcels = new ArrayList<>();
                for (Allocation part : everything(now, currency)) {
                    parcels.add(parcel(now, part, number++));
                }
                purses.add(new Entry.OpeningPurse(
                        currency, parcels, NaiveAccount.number(now.debt(currency)), now.totals(currency)));
            }
            return Answer.of(new Entry.Opening(stamp, purses));
        });
    }

    /** The entries that a sweep must write. */
    List<Entry> sweep(Instant at) {
        NaiveAccount then = account.copy(policy).advance(at);
        Map<Instant, List<Function<Entry.Stamp, Entry>>> lines = new TreeMap<>();
        for (String currency : then.currencies()) {
            Map<Instant, List<Allocation>> dead = new TreeMap<>();
            for (Batch lot : then.lots.values()) {
                if (lot.type.currency().equals(currency)
                        && lot.remaining.signum() > 0
                        && !then.isPending(lot)
                        && !then.expiryOf(lot).isAfter(at)) {
                    dead.computeIfAbsent(then.expiryOf(lot), t -> new ArrayList<>())
                            .add(new Allocation(lot.id, NaiveAccount.number(lot.remaining)));
                }
            }
            dead.forEach((when, lots) -> lines.computeIfAbsent(when, t -> new ArrayList<>())
                    .add(stamp -> new Entry.Expiry(stamp, currency, lots)));
        }
        for (NaiveAccount.Derived event : then.derived.subList(then.writtenDown, then.derived.size())) {
            if (event.at().isAfter(at)) {
                break;
            }
            lines.computeIfAbsent(event.at(), t -> new ArrayList<>())
                    .add(stamp -> event.hold().isEmpty()
                            ? activation(then.lots.get(event.lot()), stamp)
                            : new Entry.Lapse(stamp, event.hold(), event.returned(), event.forfeited()));
        }
        List<Entry> written = new ArrayList<>();
        lines.forEach((when, there) -> there.forEach(line -> {
            int sequence = version + written.size() + 1;
            written.add(line.apply(new Entry.Stamp(sequence, "~" + sequence, when, at)));
        }));
        return written;
    }

    private static Entry activation(Batch lot, Entry.Stamp stamp) {
        return new Entry.Activation(stamp, List.of(new Entry.Dates(lot.id, lot.activatesAt, lot.expiresAt, lot.term)));
    }

    // ---- two accounts -------------------------------------------------------------------------------------------

    Answer send(Command command, String to, long points, String currency) {
        return run(command, List.of("send", to, points, currency), false, (now, stamp) -> {
            Answer short_ = insufficient(now, currency, points);
            return short_ != null
                    ? short_
                    : Answer.of(new Entry.TransferOut(
                            stamp,
                            TransferPurpose.TRANSFER,
                            to,
                            "",
                            currency,
                            first(now.inOrder(currency), points),
                            0));
        });
    }

    Answer sendAll(Command command, String to, String currency) {
        return run(command, List.of("merge", to, currency), false, (now, stamp) -> {
            if (now.held(currency).signum() > 0) {
                return Answer.no(Reason.OPEN_HOLDS, "held", now.held(currency));
            }
            return out(
                    now, stamp, TransferPurpose.MERGE, to, "", currency, everything(now, currency), now.debt(currency));
        });
    }

    Answer sendBack(Command command, String to, String merge) {
        Entry merged = find(merge);
        boolean undone = entries.stream()
                .anyMatch(entry -> entry instanceof Entry.TransferOut out
                        && out.reference().equals(merge)
                        && !out.stamp().key().equals(command.key()));
        if (!(merged instanceof Entry.TransferIn in)
                || in.purpose() != TransferPurpose.MERGE
                || !in.account().equals(to)
                || undone) {
            return Answer.no(Reason.UNKNOWN_MERGE);
        }
        return run(command, List.of("unmerge", to, merge), false, (now, stamp) -> {
            List<Allocation> left = new ArrayList<>();
            for (Entry.Parcel parcel : in.parcels()) {
                Batch lot = now.lots.get(parcel.lot());
                if (lot.remaining.signum() > 0 && now.isAlive(lot)) {
                    left.add(new Allocation(lot.id, NaiveAccount.number(lot.remaining)));
                }
            }
            BigDecimal debt = BigDecimal.valueOf(in.debt()).min(now.debt(in.currency()));
            return out(now, stamp, TransferPurpose.UNMERGE, to, merge, in.currency(), left, debt);
        });
    }

    private static Answer out(
            NaiveAccount now,
            Entry.Stamp stamp,
            TransferPurpose purpose,
            String to,
            String reference,
            String currency,
            List<Allocation> parts,
            BigDecimal debt) {
        Answer full = full(now, currency, debt);
        return full != null
                ? full
                : Answer.of(new Entry.TransferOut(
                        stamp, purpose, to, reference, currency, parts, NaiveAccount.number(debt)));
    }

    /** What the receiver of {@code out} must write; {@code sender} is the giver before it gave. */
    Answer receive(Command command, String from, NaiveLedger sender, NaiveAccount before, Entry.TransferOut out) {
        return run(
                command,
                List.of("receive", from, out.purpose(), out.reference(), out.currency()),
                false,
                (now, stamp) -> {
                    List<Entry.Parcel> parcels = new ArrayList<>();
                    for (Allocation part : out.allocations()) {
                        Entry.Parcel parcel = parcel(before, part, now.lastLot + 1 + parcels.size());
                        if (out.purpose() == TransferPurpose.TRANSFER) {
                            parcel = sender.transferred(parcel, command.at());
                        }
                        parcels.add(parcel);
                    }
                    Answer full = full(now, out.currency(), BigDecimal.valueOf(NaiveAccount.points(out.allocations())));
                    if (full != null) {
                        return full;
                    }
                    BigDecimal room = MOST.subtract(
                            now.debt(out.currency()).max(now.sum(out.currency(), NaiveAccount.Sum.TRANSFERRED_OUT)));
                    if (BigDecimal.valueOf(out.debt()).compareTo(room) > 0) {
                        return Answer.no(Reason.OVERFLOW, "requested", out.debt(), "room", room);
                    }
                    long settled = BigDecimal.valueOf(out.debt())
                            .min(now.available(out.currency()))
                            .longValueExact();
                    return Answer.of(new Entry.TransferIn(
                            stamp,
                            out.purpose(),
                            from,
                            out.reference(),
                            out.currency(),
                            parcels,
                            first(now.inOrder(out.currency()), settled),
                            out.debt() - settled));
                });
    }

    private Entry.Parcel transferred(Entry.Parcel parcel, Instant at) {
        boolean renewed = policy.transferExpiry() instanceof TransferExpiry.Renew;
        Term term = policy.transferExpiry() instanceof TransferExpiry.Renew renew ? renew.term() : Term.never();
        return new Entry.Parcel(
                parcel.lot(),
                parcel.type(),
                parcel.points(),
                parcel.earnedAt(),
                parcel.activatesAt(),
                renewed ? term.expiresAt(at, policy.zone()) : parcel.expiresAt(),
                term,
                parcel.from(),
                parcel.source());
    }
}
