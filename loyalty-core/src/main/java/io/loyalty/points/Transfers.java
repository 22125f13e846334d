package io.loyalty.points;

import io.loyalty.points.JournalWriter.Decision;
import io.loyalty.points.JournalWriter.Timing;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Points that move between two accounts: transfer, merge, un-merge. The sum of both accounts' net points never changes.
 *
 * <p>Both accounts are named, as the host names them, so that each entry tells where points went or came from. The same key is
 * used in both.
 */
public final class Transfers {

    private Transfers() {}

    /**
     * An account with the name that the host gives it.
     *
     * @param name the name, not blank
     * @param ledger the account
     */
    public record Account(String name, PointsLedger ledger) {
        /**
         * Refuses blank names.
         *
         * @param name the name, not blank
         * @param ledger the account
         * @throws IllegalArgumentException if the name is blank or has control characters
         */
        public Account {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(ledger, "ledger");
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("name must be one line of text, not blank");
            }
        }
    }

    /**
     * Sends points to another account. The sender's policy says what becomes of their expiry.
     *
     * @param command key and instants
     * @param from who sends
     * @param into who receives
     * @param points how many, above 0
     * @param currency name of the points
     * @return applied with an {@link Entry.TransferOut} and an {@link Entry.TransferIn}, or refused:
     *     {@link Reason#SAME_ACCOUNT}, {@link Reason#INSUFFICIENT_POINTS}, {@link Reason#OVERFLOW}
     * @throws IllegalArgumentException if the points are below 1
     */
    public static Outcome<Transfer> transfer(
            Command command, Account from, Account into, long points, String currency) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        return move(
                new Move(TransferPurpose.TRANSFER, "", currency),
                command,
                from,
                into,
                out -> Allocation.sum(out.allocations()) == points,
                (now, stamp) -> {
                    long available = now.purse(currency).available();
                    return available < points
                            ? Spending.insufficient(points, available)
                            : new Applied<>(new Entry.TransferOut(
                                    stamp,
                                    TransferPurpose.TRANSFER,
                                    into.name(),
                                    "",
                                    currency,
                                    Spending.take(now, currency, points),
                                    0));
                });
    }

    /** Sends what is left of given lots; which they are is judged when the command takes effect. */
    static Outcome<Transfer> sendLots(
            Command command, Account from, Account into, String currency, Function<State, List<Allocation>> lots) {
        return move(
                new Move(TransferPurpose.TRANSFER, "", currency),
                command,
                from,
                into,
                out -> true,
                (now, stamp) -> new Applied<>(new Entry.TransferOut(
                        stamp, TransferPurpose.TRANSFER, into.name(), "", currency, lots.apply(now), 0)));
    }

    /**
     * Moves all that an account has in a currency, pending points and debt included, into another. Points keep their dates and
     * terms; the debt of one is paid with the points of the other that die soonest.
     *
     * @param command key and instants
     * @param from the account that ends
     * @param into the account that goes on
     * @param currency name of the points
     * @return applied with an {@link Entry.TransferOut} and an {@link Entry.TransferIn}, or refused:
     *     {@link Reason#SAME_ACCOUNT}, {@link Reason#OPEN_HOLDS}, {@link Reason#OVERFLOW}
     */
    public static Outcome<Transfer> merge(Command command, Account from, Account into, String currency) {
        return move(new Move(TransferPurpose.MERGE, "", currency), command, from, into, out -> true, (now, stamp) -> {
            Purse purse = now.purse(currency);
            if (purse.held() > 0) {
                return Spending.rejected(Reason.OPEN_HOLDS, Map.of("held", purse.held()));
            }
            return out(
                    now,
                    new Entry.TransferOut(
                            stamp,
                            TransferPurpose.MERGE,
                            into.name(),
                            "",
                            currency,
                            Spending.everything(now, purse),
                            purse.debt()));
        });
    }

    /**
     * Undoes a merge as far as it can be undone: what is neither spent nor dead of the points that came goes back, and so does
     * debt that came and is still owed. What has been spent or paid stays so.
     *
     * @param command key and instants
     * @param from the account that went on
     * @param into the account that had ended
     * @param merge key of the merge
     * @return applied with an {@link Entry.TransferOut} and an {@link Entry.TransferIn}, or refused:
     *     {@link Reason#SAME_ACCOUNT}, {@link Reason#UNKNOWN_MERGE}, {@link Reason#OVERFLOW}
     */
    public static Outcome<Transfer> unmerge(Command command, Account from, Account into, String merge) {
        Entry merged = from.ledger().entry(merge).orElse(null);
        if (!(merged instanceof Entry.TransferIn in)
                || in.purpose() != TransferPurpose.MERGE
                || !in.account().equals(into.name())) {
            return new Rejected<>(Rejection.of(Reason.UNKNOWN_MERGE));
        }
        boolean undone = from.ledger().entries().stream()
                .anyMatch(entry -> entry instanceof Entry.TransferOut out
                        && out.reference().equals(merge)
                        && !out.stamp().key().equals(command.key()));
        if (undone) {
            return new Rejected<>(Rejection.of(Reason.UNKNOWN_MERGE));
        }
        return move(
                new Move(TransferPurpose.UNMERGE, merge, in.currency()),
                command,
                from,
                into,
                out -> true,
                (now, stamp) -> {
                    List<Allocation> left = new ArrayList<>();
                    for (Entry.Parcel parcel : in.parcels()) {
                        Lot lot = now.lot(parcel.lot());
                        if (lot.remaining() > 0 && now.isAlive(lot)) {
                            left.add(new Allocation(lot.id(), lot.remaining()));
                        }
                    }
                    long debt = Math.min(in.debt(), now.purse(in.currency()).debt());
                    return out(
                            now,
                            new Entry.TransferOut(
                                    stamp, TransferPurpose.UNMERGE, into.name(), merge, in.currency(), left, debt));
                });
    }

    /** The entry, if the debt that goes, which counts as income of the giver, stays in range. */
    private static Outcome<Entry> out(State now, Entry.TransferOut entry) {
        Outcome<Entry> full = Giving.full(now, entry.currency(), entry.debt());
        return full != null ? full : new Applied<>(entry);
    }

    private record Move(TransferPurpose purpose, String reference, String currency) {}

    private interface SameContent {
        boolean as(Entry.TransferOut earlier);
    }

    private static Outcome<Transfer> move(
            Move move, Command command, Account from, Account into, SameContent same, Decision decision) {
        if (from.name().equals(into.name())) {
            return new Rejected<>(Rejection.of(Reason.SAME_ACCOUNT));
        }
        Outcome<Posting> sent = from.ledger()
                .run(
                        command,
                        earlier -> earlier instanceof Entry.TransferOut out
                                && out.purpose() == move.purpose
                                && out.account().equals(into.name())
                                && out.reference().equals(move.reference)
                                && out.currency().equals(move.currency)
                                && same.as(out),
                        Timing.IN_ORDER,
                        decision);
        if (sent instanceof Rejected<Posting> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        Entry.TransferOut out = (Entry.TransferOut) sent.orElseThrow().entries().get(0);
        // The sender as it was before the command knows the lots that go.
        State sender = from.ledger().state().advance(command.at());
        Outcome<Posting> received = into.ledger()
                .run(
                        command,
                        earlier -> earlier instanceof Entry.TransferIn in
                                && in.purpose() == move.purpose
                                && in.account().equals(from.name()),
                        Timing.IN_ORDER,
                        (now, stamp) -> receive(move, stamp, from, out, sender, now));
        if (received instanceof Rejected<Posting> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        if (sent instanceof Duplicate != received instanceof Duplicate) {
            // One account has left the first transfer behind in a snapshot: doing half of it again would lose or make
            // points.
            Posting known = (sent instanceof Duplicate ? sent : received).orElseThrow();
            return Spending.rejected(Reason.KEY_REUSED, Map.of("sequence", (long)
                    known.entries().get(0).stamp().sequence()));
        }
        Transfer transfer = new Transfer(sent.orElseThrow(), received.orElseThrow());
        return sent instanceof Duplicate ? new Duplicate<>(transfer) : new Applied<>(transfer);
    }

    private static Outcome<Entry> receive(
            Move move, Entry.Stamp stamp, Account from, Entry.TransferOut out, State sender, State now) {
        List<Entry.Parcel> parcels = new ArrayList<>(out.allocations().size());
        long sum = 0;
        for (Allocation allocation : out.allocations()) {
            Entry.Parcel parcel = Lifetimes.parcel(sender, allocation, now.nextLot() + parcels.size());
            parcels.add(
                    move.purpose == TransferPurpose.TRANSFER
                            ? withExpiry(parcel, from.ledger().policy(), stamp.effectiveAt())
                            : parcel);
            sum += allocation.points();
        }
        Purse purse = now.purse(move.currency);
        Outcome<Entry> full = Giving.full(now, move.currency, sum);
        if (full != null) {
            return full;
        }
        long room = Long.MAX_VALUE - Math.max(purse.debt(), purse.sum(Flow.TRANSFERRED_OUT));
        if (out.debt() > room) {
            return Spending.rejected(Reason.OVERFLOW, Map.of("requested", out.debt(), "room", room));
        }
        long settled = Math.min(out.debt(), purse.available());
        return new Applied<>(new Entry.TransferIn(
                stamp,
                move.purpose,
                from.name(),
                move.reference,
                move.currency,
                parcels,
                settled == 0 ? List.of() : Spending.take(now, move.currency, settled),
                out.debt() - settled));
    }

    private static Entry.Parcel withExpiry(Entry.Parcel parcel, LedgerPolicy policy, Instant at) {
        Term term = policy.transferExpiry() instanceof TransferExpiry.Renew renew ? renew.term() : Term.never();
        Instant expiresAt = policy.transferExpiry() instanceof TransferExpiry.Renew renew
                ? renew.term().expiresAt(at, policy.zone())
                : parcel.expiresAt();
        return new Entry.Parcel(
                parcel.lot(),
                parcel.type(),
                parcel.points(),
                parcel.earnedAt(),
                parcel.activatesAt(),
                expiresAt,
                term,
                parcel.from(),
                parcel.source());
    }
}
