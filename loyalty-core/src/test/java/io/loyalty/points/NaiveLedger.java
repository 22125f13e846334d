package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.points.NaiveAccount.Batch;
import io.loyalty.points.NaiveAccount.OpenHold;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The oracle of the points ledger: says what each verb must answer and write, from the domain guide and the documentation of the
 * types alone. Keeps a list of entries and what they fold to; a question about the past folds them anew.
 */
final class NaiveLedger {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** What a verb must answer: the entry it writes or wrote, or why not. */
    record Answer(boolean isDuplicate, Entry entry, Rejection rejection) {
        static Answer of(Entry entry) {
            return new Answer(false, entry, null);
        }

        static Answer no(Reason reason, Object... numbers) {
            Map<String, Long> named = new HashMap<>();
            for (int i = 0; i < numbers.length; i += 2) {
                named.put((String) numbers[i], ((Number) numbers[i + 1]).longValue());
            }
            return new Answer(false, null, new Rejection(reason, named));
        }
    }

    private interface Decision extends BiFunction<NaiveAccount, Entry.Stamp, Answer> {}

    LedgerPolicy policy;
    final List<Entry> entries = new ArrayList<>();
    NaiveAccount account;
    private int version;
    /** What each key was used for. */
    private final Map<String, List<Object>> contents = new HashMap<>();

    NaiveLedger(LedgerPolicy policy) {
        this.policy = policy;
        this.account = new NaiveAccount(policy);
    }

    void change(LedgerPolicy other) {
        policy = other;
        account = account.copy(other);
    }

    /** The account as of an instant: what it is now, or a new fold. */
    NaiveAccount asOf(Instant at) {
        return at.isBefore(account.clock)
                ? fold(entries, at)
                : account.copy(policy).advance(at);
    }

    /** The account as of an instant, as it was known at another. */
    NaiveAccount asOf(Instant at, Instant known) {
        return fold(
                entries.stream()
                        .filter(entry -> !entry.stamp().recordedAt().isAfter(known))
                        .toList(),
                at);
    }

    /**
     * All entries before the first that took effect after the instant, and then those learnt later about the time before: late
     * accruals and renewals. What a sweep wrote down later is what time does anyway.
     */
    NaiveAccount fold(List<Entry> known, Instant at) {
        NaiveAccount folded = new NaiveAccount(policy);
        boolean later = false;
        for (Entry entry : known) {
            later |= entry.stamp().effectiveAt().isAfter(at);
            boolean tells = entry instanceof Entry.Accrual || entry instanceof Entry.Renewed;
            if (!entry.stamp().effectiveAt().isAfter(at) && (!later || tells)) {
                folded.apply(entry);
            }
        }
        return folded.advance(at);
    }

    /** Takes an entry over. */
    void add(Entry entry) {
        version++;
        if (entry instanceof Entry.Opening) {
            entries.clear();
            List<Object> content = contents.get(entry.stamp().key());
            contents.clear();
            contents.put(entry.stamp().key(), content);
            account = new NaiveAccount(policy);
        }
        entries.add(entry);
        account.apply(entry);
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

    Answer adjustDown(Command command, long points, String currency, String reason, String actor) {
        return run(command, List.of("adjustDown", points, currency, reason, actor), false, (now, stamp) -> {
            Answer short_ = insufficient(now, currency, points);
            return short_ != null
                    ? short_
                    : Answer.of(new Entry.Adjustment(
                            stamp, currency, List.of(), first(now.inOrder(currency), points), reason, actor));
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
                if (!expiresAt.isAfter(now.expiryOf(lot))) {
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
        return run(command, List.of("reinstate", expired, reason), false, (now, stamp) -> {
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

    // ---- pieces -------------------------------------------------------------------------------------------------

    Entry find(String key) {
        return entries.stream()
                .filter(entry -> entry.stamp().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Answer run(Command command, List<Object> content, boolean mayBeLate, Decision decision) {
        Entry earlier = find(command.key());
        if (earlier != null) {
            return content.equals(contents.get(command.key()))
                    ? new Answer(true, earlier, null)
                    : Answer.no(Reason.KEY_REUSED, "sequence", earlier.stamp().sequence());
        }
        if (!entries.isEmpty()) {
            Instant last = entries.get(entries.size() - 1).stamp().recordedAt();
            if (command.recordedAt().isBefore(last)) {
                return Answer.no(
                        Reason.RECORDED_OUT_OF_ORDER,
                        "recordedAt",
                        command.recordedAt().toEpochMilli(),
                        "lastRecordedAt",
                        last.toEpochMilli());
            }
        }
        if (!mayBeLate && command.at().isBefore(account.clock)) {
            return Answer.no(
                    Reason.TOO_LATE, "at", command.at().toEpochMilli(), "earliest", account.clock.toEpochMilli());
        }
        Answer answer = decision.apply(
                account.copy(policy).advance(command.at()),
                new Entry.Stamp(version + 1, command.key(), command.at(), command.recordedAt()));
        if (answer.entry() != null) {
            contents.put(command.key(), content);
        }
        return answer;
    }

    /** Forgets what a key was used for, if the command came to nothing in the other account. */
    void forget(String key) {
        if (find(key) == null) {
            contents.remove(key);
        }
    }

    private Instant firstExpiry(Term term, Instant earnedAt, Instant activatesAt) {
        if (policy.expiryClock() == ExpiryClock.FROM_EARNING) {
            return term.expiresAt(earnedAt, policy.zone());
        }
        return activatesAt.equals(Instant.MAX) ? Instant.MAX : term.expiresAt(activatesAt, policy.zone());
    }

    private Answer open(NaiveAccount now, String hold, Function<OpenHold, Answer> decision) {
        if (!(find(hold) instanceof Entry.Hold)) {
            return Answer.no(Reason.UNKNOWN_HOLD);
        }
        OpenHold open = now.openHold(hold);
        return open == null ? new Answer(false, null, now.closedHolds.get(hold)) : decision.apply(open);
    }

    private static Answer full(NaiveAccount now, String currency, BigDecimal points) {
        BigDecimal room = MOST.subtract(now.income(currency)).max(BigDecimal.ZERO);
        return points.compareTo(room) <= 0 ? null : Answer.no(Reason.OVERFLOW, "requested", points, "room", room);
    }

    private static Answer insufficient(NaiveAccount now, String currency, long points) {
        long available = NaiveAccount.number(now.available(currency));
        return available >= points
                ? null
                : Answer.no(
                        Reason.INSUFFICIENT_POINTS,
                        "requested",
                        points,
                        "available",
                        available,
                        "missing",
                        points - available);
    }

    private static List<Allocation> first(List<Batch> lots, long points) {
        return firstOf(
                lots.stream()
                        .map(lot -> new Allocation(lot.id, NaiveAccount.number(lot.remaining)))
                        .toList(),
                points);
    }

    private static List<Allocation> firstOf(List<Allocation> parts, long points) {
        List<Allocation> taken = new ArrayList<>();
        long left = points;
        for (Allocation part : parts) {
            if (left > 0) {
                taken.add(new Allocation(part.lot(), Math.min(left, part.points())));
                left -= Math.min(left, part.points());
            }
        }
        return taken;
    }

    private static BigDecimal takeUpTo(Map<Integer, BigDecimal> taken, Batch lot, BigDecimal most) {
        BigDecimal there = lot.remaining.subtract(taken.getOrDefault(lot.id, BigDecimal.ZERO));
        BigDecimal part = there.min(most);
        if (part.signum() > 0) {
            taken.merge(lot.id, part, BigDecimal::add);
        }
        return part;
    }

    private static List<Allocation> everything(NaiveAccount now, String currency) {
        List<Batch> there = new ArrayList<>(now.inOrder(currency));
        there.addAll(now.waiting(currency));
        return there.stream()
                .map(lot -> new Allocation(lot.id, NaiveAccount.number(lot.remaining)))
                .toList();
    }

    private static Entry.Parcel parcel(NaiveAccount account, Allocation part, int number) {
        Batch lot = account.lots.get(part.lot());
        return new Entry.Parcel(
                number,
                lot.type,
                part.points(),
                lot.earnedAt,
                lot.activatesAt,
                account.expiryOf(lot),
                lot.term,
                lot.id,
                lot.source);
    }
}
