package io.loyalty.points;

import io.loyalty.points.JournalWriter.Decision;
import io.loyalty.points.JournalWriter.Timing;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The points account of one member: an immutable value that knows its whole history.
 *
 * <p>A verb takes a {@link Command} and gives an {@link Outcome}; the ledger itself never changes, so it may be shared between
 * threads, and trying something out is the same as doing it and dropping the result. Equal ledgers, equal commands and equal
 * instants give equal outcomes.
 *
 * <p><b>Commands.</b> The key makes a command idempotent: known with the same content it is a duplicate that gives the first
 * entry again, known with other content it is refused. Commands are recorded in order. A command that takes points, or decides
 * about points that are there, takes effect at or after everything decided before; points may be given late, with an effective
 * instant in the past.
 *
 * <p><b>Time.</b> Expiry, activation on a date and the time-out of a hold happen by themselves: every number is right whether
 * or not anybody writes them down. {@link #sweep} writes them down.
 *
 * <p><b>Cost.</b> Appending and the balance at the latest instant cost the same at a million entries as at ten. A redemption
 * costs what it consumes. A question about the past takes time logarithmic in the length of the history, and in addition
 * linear in the number of entries that were learnt late.
 */
public final class PointsLedger implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient LedgerPolicy policy;
    private final transient Journal journal;

    private PointsLedger(LedgerPolicy policy, Journal journal) {
        this.policy = policy;
        this.journal = journal;
    }

    /**
     * An account without history.
     *
     * @param policy how it decides
     * @return the empty ledger
     */
    public static PointsLedger open(LedgerPolicy policy) {
        return new PointsLedger(policy, Journal.startingAfter(0, policy));
    }

    /**
     * The ledger that some persisted entries amount to.
     *
     * @param policy how it decides from now on
     * @param entries all entries from the first or from an opening snapshot on, in sequence
     * @return the ledger, equal to the one that wrote the entries
     * @throws IllegalArgumentException if the entries could not have been written by a ledger; the message names the first
     *     that is wrong
     */
    public static PointsLedger replay(LedgerPolicy policy, Iterable<Entry> entries) {
        return new PointsLedger(policy, Journal.replay(policy, entries));
    }

    /**
     * Takes over entries that another copy of this ledger wrote.
     *
     * @param version the {@link #version()} that the entries were written on
     * @param added the entries, in sequence
     * @return the ledger with the entries; refused as {@link Reason#VERSION_CONFLICT} if this ledger has another version
     * @throws IllegalArgumentException if the entries could not have been written on this ledger; the message names the first
     *     that is wrong
     */
    public Outcome<Posting> append(int version, List<Entry> added) {
        if (version != version()) {
            return Spending.rejected(
                    Reason.VERSION_CONFLICT, Map.of("expected", (long) version, "actual", (long) version()));
        }
        Journal longer = journal.checked(added);
        return new Applied<>(new Posting(new PointsLedger(policy, longer), added));
    }

    // ---- what there is ------------------------------------------------------------------------------------------

    /**
     * How the ledger decides.
     *
     * @return the policy
     */
    public LedgerPolicy policy() {
        return policy;
    }

    /**
     * The ledger with another policy, for what is decided from now on.
     *
     * @param other the policy; of the same zone and consumption order, or the ledger is built anew in linear time
     * @return the changed copy
     */
    public PointsLedger with(LedgerPolicy other) {
        if (other.zone().equals(policy.zone()) && other.consumptionOrder() == policy.consumptionOrder()) {
            return new PointsLedger(other, journal);
        }
        return replay(other, journal.entries);
    }

    /**
     * Sequence number of the last entry: the host's optimistic lock.
     *
     * @return a number from 0
     */
    public int version() {
        return journal.version();
    }

    /**
     * The history, unmodifiable.
     *
     * @return all entries in sequence, since the opening snapshot if there was one
     */
    public List<Entry> entries() {
        return journal.entries;
    }

    /**
     * The entry that a command wrote.
     *
     * @param key the command's key
     * @return the entry, or empty if the key is not known
     */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(journal.find(key));
    }

    /**
     * The account in the usual currency at an instant.
     *
     * @param at any instant
     * @return what it holds
     */
    public Position asOf(Instant at) {
        return asOf(at, PointType.POINTS);
    }

    /**
     * The account in a currency at an instant.
     *
     * @param at any instant
     * @param currency name of the points
     * @return what it holds
     */
    public Position asOf(Instant at, String currency) {
        return new Position(journal.stateAt(at), currency, at);
    }

    /**
     * The names of all points that were ever given or asked for.
     *
     * @return the currencies, in the order in which they came up
     */
    public List<String> currencies() {
        return Arrays.stream(state().purses()).map(purse -> purse.currency()).toList();
    }

    /**
     * What the customer has in the usual currency at an instant: available and held.
     *
     * @param at any instant
     * @return a number at least 0
     */
    public long balance(Instant at) {
        State then = journal.stateAt(at);
        for (Purse purse : then.purses()) {
            if (purse.currency().equals(PointType.POINTS)) {
                return purse.available() + purse.held();
            }
        }
        return 0;
    }

    /**
     * Before which instant the passing of time alone changes nothing. From the latest instant on this is known at once; for the past the whole
     * history is read.
     *
     * @param asOf from when on
     * @return an instant after {@code asOf}, the first at which points may become usable or die, a hold may lapse, or an entry takes
     *     effect; empty if there is none
     */
    public Optional<Instant> nextChangeAt(Instant asOf) {
        State then = journal.stateAt(asOf);
        Instant next = then.quietUntil();
        if (journal.state.clock().isAfter(asOf)) {
            for (Entry entry : journal.entries) {
                Instant at = entry.stamp().effectiveAt();
                next = at.isAfter(asOf) && at.isBefore(next) ? at : next;
            }
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    /**
     * The ledger as it was known at an instant: without what was recorded later.
     *
     * @param instant any instant
     * @return the earlier ledger, of which every question can be asked
     */
    public PointsLedger asKnownAt(Instant instant) {
        return new PointsLedger(policy, journal.asKnownAt(instant));
    }

    /**
     * The ledger as it was after its first entries.
     *
     * @param version the version it had then, from {@code version() - entries().size()} to {@code version()}
     * @return the earlier ledger
     * @throws IllegalArgumentException if there was no such version
     */
    public PointsLedger atVersion(int version) {
        if (version < journal.base() || version > version()) {
            throw new IllegalArgumentException(
                    "version must be in [" + journal.base() + ", " + version() + "]: " + version);
        }
        return new PointsLedger(policy, journal.take(version - journal.base()));
    }

    /**
     * What moved between two instants.
     *
     * @param from the beginning, included
     * @param to the end, not included
     * @return the entries whose effective instant lies in between, by effective instant and sequence
     */
    public List<Entry> statement(Instant from, Instant to) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : journal.entries) {
            Instant at = entry.stamp().effectiveAt();
            if (!at.isBefore(from) && at.isBefore(to)) {
                found.add(entry);
            }
        }
        found.sort(Comparator.comparing(e -> e.stamp().effectiveAt()));
        return Collections.unmodifiableList(found);
    }

    // ---- giving -------------------------------------------------------------------------------------------------

    /**
     * Gives points, as a new lot. May take effect in the past.
     *
     * @param command key and instants
     * @param grant what is given
     * @return applied with an {@link Entry.Accrual}, or refused: {@link Reason#OVERFLOW}
     */
    public Outcome<Posting> accrue(Command command, Grant grant) {
        JournalWriter writer = new JournalWriter(journal);
        return posting(
                writer, Giving.accrue(writer, policy, command.key(), command.at(), command.recordedAt(), grant, null));
    }

    /**
     * Gives points by several grants together, such as all that a visit earns: all of them, or none if one is refused. What a grant is
     * for is its key, too. May take effect in the past.
     *
     * @param grants the grants, each with a source that can be a key, see {@link Command}
     * @param at when they take effect
     * @param recordedAt when they are written down
     * @return applied with an {@link Entry.Accrual} for each grant, among them those that were there before; a duplicate if all were;
     *     or refused as one grant is: {@link Reason#OVERFLOW}
     * @throws IllegalArgumentException if a source cannot be a key, or {@code at} is {@link Instant#MAX}
     */
    public Outcome<Posting> accrue(List<Grant> grants, Instant at, Instant recordedAt) {
        Command.requireInstants(at, recordedAt);
        JournalWriter writer = new JournalWriter(journal);
        Entry[] entries = new Entry[grants.size()];
        boolean written = false;
        for (int i = 0; i < entries.length; i++) {
            Grant grant = grants.get(i);
            String key = grant.source();
            Command.requireLength(key);
            Command.requireForeign(key);
            Entry.Accrual like = i > 0 && entries[i - 1] instanceof Entry.Accrual before ? before : null;
            Outcome<Entry> outcome = Giving.accrue(writer, policy, key, at, recordedAt, grant, like);
            if (outcome instanceof Rejected<Entry> rejected) {
                return new Rejected<>(rejected.rejection());
            }
            entries[i] = outcome.orElseThrow();
            written |= outcome instanceof Applied;
        }
        List<Entry> all = List.of(entries);
        return written
                ? new Applied<>(new Posting(with(writer.journal()), all))
                : new Duplicate<>(new Posting(this, all));
    }

    /**
     * Makes pending lots usable, because what they waited for has happened.
     *
     * @param command key and instants
     * @param lots the lots' numbers
     * @return applied with an {@link Entry.Activation}, or refused: {@link Reason#UNKNOWN_LOT}, {@link Reason#NOT_PENDING}
     */
    public Outcome<Posting> activate(Command command, List<Integer> lots) {
        requireDistinct(lots);
        return run(
                command,
                earlier -> earlier instanceof Entry.Activation a
                        && a.lots().stream().map(Entry.Dates::lot).toList().equals(lots),
                Timing.IN_ORDER,
                (now, stamp) -> Lifetimes.activate(now, policy, stamp, lots));
    }

    // ---- taking -------------------------------------------------------------------------------------------------

    /**
     * Redeems points of the usual currency.
     *
     * @param command key and instants
     * @param points how many, above 0
     * @return applied with an {@link Entry.Redemption}, or refused: {@link Reason#INSUFFICIENT_POINTS}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> redeem(Command command, long points) {
        return redeem(command, points, PointType.POINTS, "");
    }

    /**
     * Redeems points.
     *
     * @param command key and instants
     * @param points how many, above 0
     * @param currency name of the points
     * @param reference what for, for example a reward's id; may be empty
     * @return applied with an {@link Entry.Redemption}, or refused: {@link Reason#INSUFFICIENT_POINTS}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> redeem(Command command, long points, String currency, String reference) {
        requirePositive(points);
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(reference, "reference");
        return run(
                command,
                earlier -> earlier instanceof Entry.Redemption r
                        && r.points() == points
                        && r.currency().equals(currency)
                        && r.reference().equals(reference),
                Timing.IN_ORDER,
                (now, stamp) -> Spending.redeem(now, stamp, currency, points, reference));
    }

    /**
     * Undoes a redemption or capture, in whole or in part.
     *
     * @param command key and instants
     * @param redemption key of the redemption or capture
     * @param points how many come back, above 0
     * @return applied with an {@link Entry.Restoration}, or refused: {@link Reason#UNKNOWN_REDEMPTION},
     *     {@link Reason#RESTORATION_EXCEEDS_REDEMPTION}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> restore(Command command, String redemption, long points) {
        requirePositive(points);
        Entry undone = journal.find(redemption);
        return run(
                command,
                earlier -> earlier instanceof Entry.Restoration r
                        && r.points() == points
                        && undone != null
                        && r.redemption() == undone.stamp().sequence(),
                Timing.IN_ORDER,
                (now, stamp) -> undone instanceof Entry.Redemption || undone instanceof Entry.Capture
                        ? Spending.restore(now, policy, stamp, undone, points)
                        : Spending.rejected(Reason.UNKNOWN_REDEMPTION, Map.of()));
    }

    /**
     * Reserves points. The hold is known by the command's key.
     *
     * @param command key and instants
     * @param points how many, above 0
     * @param currency name of the points
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never. Like the command's own instants no part of the
     *     content: a retry mostly counts it from a later time, and the hold keeps its first
     * @return applied with an {@link Entry.Hold}, or refused: {@link Reason#INSUFFICIENT_POINTS},
     *     {@link Reason#HOLD_ENDS_BEFORE_IT_BEGINS}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> hold(Command command, long points, String currency, Instant lapsesAt) {
        requirePositive(points);
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(lapsesAt, "lapsesAt");
        return run(
                command,
                earlier -> earlier instanceof Entry.Hold h
                        && h.points() == points
                        && h.currency().equals(currency),
                Timing.IN_ORDER,
                (now, stamp) -> Spending.hold(now, policy, stamp, currency, points, lapsesAt));
    }

    /**
     * Redeems held points, and gives the rest of the hold back.
     *
     * @param command key and instants
     * @param hold the hold's key
     * @param points how many, above 0
     * @return applied with an {@link Entry.Capture}, or refused: {@link Reason#UNKNOWN_HOLD}, {@link Reason#HOLD_CAPTURED},
     *     {@link Reason#HOLD_RELEASED}, {@link Reason#HOLD_LAPSED}, {@link Reason#CAPTURE_EXCEEDS_HOLD}
     * @throws IllegalArgumentException if the points are below 1
     */
    public Outcome<Posting> capture(Command command, String hold, long points) {
        requirePositive(points);
        return run(
                command,
                earlier -> earlier instanceof Entry.Capture c
                        && c.points() == points
                        && c.hold().equals(hold),
                Timing.IN_ORDER,
                (now, stamp) -> resolve(now, hold, open -> Spending.capture(now, stamp, open, points)));
    }

    /**
     * Gives held points back.
     *
     * @param command key and instants
     * @param hold the hold's key
     * @return applied with an {@link Entry.Release}, or refused: {@link Reason#UNKNOWN_HOLD}, {@link Reason#HOLD_CAPTURED},
     *     {@link Reason#HOLD_RELEASED}, {@link Reason#HOLD_LAPSED}
     */
    public Outcome<Posting> release(Command command, String hold) {
        return run(
                command,
                earlier -> earlier instanceof Entry.Release r && r.hold().equals(hold),
                Timing.IN_ORDER,
                (now, stamp) -> resolve(now, hold, open -> Spending.release(now, stamp, open)));
    }

    private Outcome<Entry> resolve(State now, String hold, Function<State.OpenHold, Outcome<Entry>> decision) {
        if (!(journal.find(hold) instanceof Entry.Hold entry)) {
            return Spending.rejected(Reason.UNKNOWN_HOLD, Map.of());
        }
        State.OpenHold open = now.hold(hold);
        return open == null ? Spending.closed(now, entry) : decision.apply(open);
    }

    /**
     * Takes back points that were given for something that came back.
     *
     * @param command key and instants
     * @param owed how many of which lots are owed, each lot once
     * @return applied with an {@link Entry.Clawback}, or refused: {@link Reason#UNKNOWN_LOT}, {@link Reason#OTHER_CURRENCY},
     *     {@link Reason#CLAWBACK_EXCEEDS_LOT}, {@link Reason#OVERFLOW}
     * @throws IllegalArgumentException if nothing is owed or a lot is named twice
     */
    public Outcome<Posting> clawBack(Command command, List<Allocation> owed) {
        requireDistinct(owed.stream().map(Allocation::lot).toList());
        return run(
                command,
                earlier -> earlier instanceof Entry.Clawback c && c.owed().equals(owed),
                Timing.IN_ORDER,
                (now, stamp) -> Clawbacks.clawBack(now, policy, stamp, owed));
    }

    /**
     * Lets all points of a currency that are not on hold die, such as at the end of a membership.
     *
     * @param command key and instants
     * @param currency name of the points
     * @param reason why, not blank
     * @return applied with an {@link Entry.Forfeiture} of what was active or pending, maybe nothing
     * @throws IllegalArgumentException if the reason is blank
     */
    public Outcome<Posting> forfeit(Command command, String currency, String reason) {
        requireText("reason", reason);
        return run(
                command,
                earlier -> earlier instanceof Entry.Forfeiture f
                        && f.currency().equals(currency)
                        && f.reason().equals(reason),
                Timing.IN_ORDER,
                (now, stamp) -> Spending.forfeit(now, stamp, currency, reason));
    }

    /**
     * Gives points by hand.
     *
     * @param command key and instants
     * @param grant what is given
     * @param reason why, not blank
     * @param actor who does it, not blank
     * @return applied with an {@link Entry.Adjustment}, or refused: {@link Reason#OVERFLOW}
     * @throws IllegalArgumentException if reason or actor is blank
     */
    public Outcome<Posting> adjustUp(Command command, Grant grant, String reason, String actor) {
        requireText("reason", reason);
        requireText("actor", actor);
        return run(
                command,
                earlier -> earlier instanceof Entry.Adjustment a
                        && a.taken().isEmpty()
                        && a.given().get(0).points() == grant.points()
                        && a.given().get(0).type().equals(grant.type())
                        && a.given().get(0).term().equals(grant.term())
                        && a.given().get(0).activatesAt().equals(Giving.activatesAt(policy, grant, a))
                        && a.given().get(0).source().equals(grant.source())
                        && a.reason().equals(reason)
                        && a.actor().equals(actor),
                Timing.IN_ORDER,
                (now, stamp) -> {
                    Outcome<Entry> full = Giving.full(now, grant.type().currency(), grant.points());
                    return full != null
                            ? full
                            : new Applied<>(new Entry.Adjustment(
                                    stamp,
                                    grant.type().currency(),
                                    List.of(Lifetimes.parcel(policy, grant, command.at(), now.nextLot())),
                                    List.of(),
                                    reason,
                                    actor));
                });
    }

    /**
     * Takes points by hand, in consumption order.
     *
     * @param command key and instants
     * @param points how many, above 0
     * @param currency name of the points
     * @param reason why, not blank
     * @param actor who does it, not blank
     * @return applied with an {@link Entry.Adjustment}, or refused: {@link Reason#INSUFFICIENT_POINTS}
     * @throws IllegalArgumentException if the points are below 1, or reason or actor is blank
     */
    public Outcome<Posting> adjustDown(Command command, long points, String currency, String reason, String actor) {
        requirePositive(points);
        requireText("reason", reason);
        requireText("actor", actor);
        return run(
                command,
                earlier -> earlier instanceof Entry.Adjustment a
                        && a.given().isEmpty()
                        && Allocation.sum(a.taken()) == points
                        && a.currency().equals(currency)
                        && a.reason().equals(reason)
                        && a.actor().equals(actor),
                Timing.IN_ORDER,
                (now, stamp) -> {
                    long available = now.purse(currency).available();
                    return available < points
                            ? Spending.insufficient(points, available)
                            : new Applied<>(new Entry.Adjustment(
                                    stamp, currency, List.of(), Spending.take(now, currency, points), reason, actor));
                });
    }

    // ---- time ---------------------------------------------------------------------------------------------------

    /**
     * Lengthens the life of living lots.
     *
     * @param command key and instants
     * @param lots the lots' numbers
     * @param expiresAt the new exclusive end of their life
     * @param reason why, not blank
     * @return applied with an {@link Entry.Extension}, or refused: {@link Reason#UNKNOWN_LOT}, {@link Reason#LOT_DEAD},
     *     {@link Reason#NOT_LONGER}
     * @throws IllegalArgumentException if no lot or one twice is named, or the reason is blank
     */
    public Outcome<Posting> extend(Command command, List<Integer> lots, Instant expiresAt, String reason) {
        requireDistinct(lots);
        requireText("reason", reason);
        return run(
                command,
                earlier -> earlier instanceof Entry.Extension e
                        && e.reason().equals(reason)
                        && e.lots().stream().map(Entry.Dates::lot).toList().equals(lots)
                        && e.lots().get(0).expiresAt().equals(expiresAt),
                Timing.IN_ORDER,
                (now, stamp) -> Lifetimes.extend(now, stamp, lots, expiresAt, reason));
    }

    /**
     * Applies a change of the program's term to the points that are there. Points on hold keep their expiry.
     *
     * @param command key and instants
     * @param term the new term
     * @param oldLots what it means for points that were given before; no part of the content, since the entry has its outcome alone
     * @param reason why, not blank
     * @return applied with an {@link Entry.Extension} of the lots whose dates change, which may be none
     * @throws IllegalArgumentException if the reason is blank
     */
    public Outcome<Posting> changeTerm(Command command, Term term, OldLots oldLots, String reason) {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(oldLots, "oldLots");
        requireText("reason", reason);
        return run(
                command,
                earlier -> earlier instanceof Entry.Extension e
                        && e.reason().equals(reason)
                        && e.lots().stream().allMatch(dates -> dates.term().equals(term)),
                Timing.IN_ORDER,
                (now, stamp) -> Lifetimes.changeTerm(now, policy, stamp, term, oldLots, reason));
    }

    /**
     * Tells of an activity that gives or takes no points but renews the life of sliding ones, such as a visit. May take effect in
     * the past.
     *
     * @param command key and instants
     * @param activity what kind of activity it was
     * @return applied with an {@link Entry.Renewed}
     */
    public Outcome<Posting> renew(Command command, Renewal activity) {
        Objects.requireNonNull(activity, "activity");
        return run(
                command,
                earlier -> earlier instanceof Entry.Renewed r && r.activity() == activity,
                Timing.MAY_BE_LATE,
                (now, stamp) -> new Applied<>(new Entry.Renewed(stamp, activity)));
    }

    /**
     * Brings dead points back to life, in lots of their own.
     *
     * @param command key and instants
     * @param expired how many of which dead lots, each lot once
     * @param expiresAt the exclusive end of their new life
     * @param reason why, not blank
     * @return applied with an {@link Entry.Reinstatement}, or refused: {@link Reason#UNKNOWN_LOT},
     *     {@link Reason#OTHER_CURRENCY}, {@link Reason#NOT_EXPIRED}, {@link Reason#NOT_LONGER}
     * @throws IllegalArgumentException if no lot or one twice is named, or the reason is blank
     */
    public Outcome<Posting> reinstate(Command command, List<Allocation> expired, Instant expiresAt, String reason) {
        requireDistinct(expired.stream().map(Allocation::lot).toList());
        requireText("reason", reason);
        return run(
                command,
                earlier -> earlier instanceof Entry.Reinstatement r
                        && r.reason().equals(reason)
                        && r.reissued().get(0).expiresAt().equals(expiresAt)
                        && r.reissued().stream()
                                .map(piece -> new Allocation(piece.from(), piece.points()))
                                .toList()
                                .equals(expired),
                Timing.IN_ORDER,
                (now, stamp) -> Lifetimes.reinstate(now, stamp, expired, expiresAt, reason));
    }

    /**
     * Leaves the history behind: an opening snapshot stands for all of it. Lots get new numbers from 1; what older keys did is
     * no longer known, so it can be neither repeated as a duplicate nor undone.
     *
     * @param command key and instants
     * @return applied with an {@link Entry.Opening}, after which the ledger has that entry alone; or refused:
     *     {@link Reason#OPEN_HOLDS}
     */
    public Outcome<Posting> snapshot(Command command) {
        Outcome<Posting> outcome = run(
                command,
                Entry.Opening.class::isInstance,
                Timing.IN_ORDER,
                (now, stamp) -> Lifetimes.snapshot(now, stamp));
        if (!(outcome instanceof Applied<Posting> applied)) {
            return outcome;
        }
        Entry opening = applied.result().entries().get(0);
        return new Applied<>(new Posting(replay(policy, List.of(opening)), List.of(opening)));
    }

    /**
     * Writes down what time alone has done and no entry says yet: expiries, activations on a date, lapses of holds. Changes no
     * number. Doing it again writes nothing.
     *
     * @param at the instant up to which it is done, and when it is recorded
     * @return applied with entries effective when those things happened, oldest first; refused:
     *     {@link Reason#RECORDED_OUT_OF_ORDER}
     * @throws IllegalArgumentException if the instant is {@link Instant#MAX}
     */
    public Outcome<Posting> sweep(Instant at) {
        if (at.equals(Instant.MAX)) {
            throw new IllegalArgumentException("at must be before the end of time: " + at);
        }
        Outcome<Posting> early = new JournalWriter(journal).recordedTooEarly(at);
        return early != null ? early : new Applied<>(Sweep.of(this, at));
    }

    // ---- machinery ----------------------------------------------------------------------------------------------

    Outcome<Posting> run(Command command, Predicate<Entry> sameContent, Timing timing, Decision decision) {
        JournalWriter writer = new JournalWriter(journal);
        return posting(writer, writer.run(command, sameContent, timing, decision));
    }

    /** What became of a command, told with the ledger that a writer has come to. */
    private Outcome<Posting> posting(JournalWriter writer, Outcome<Entry> outcome) {
        if (outcome instanceof Applied<Entry> applied) {
            return new Applied<>(new Posting(with(writer.journal()), List.of(applied.result())));
        }
        if (outcome instanceof Duplicate<Entry> duplicate) {
            return new Duplicate<>(new Posting(this, List.of(duplicate.result())));
        }
        return new Rejected<>(((Rejected<Entry>) outcome).rejection());
    }

    State state() {
        return journal.state;
    }

    /** The ledger with what was written to its journal. */
    PointsLedger with(Journal longer) {
        return new PointsLedger(policy, longer);
    }

    Journal journal() {
        return journal;
    }

    private static void requirePositive(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
    }

    private static void requireText(String name, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must be one line of text, not blank");
        }
    }

    private static void requireDistinct(List<Integer> lots) {
        if (lots.isEmpty()) {
            throw new IllegalArgumentException("lots must not be empty");
        }
        if (lots.stream().distinct().count() < lots.size()) {
            throw new IllegalArgumentException("lots must be distinct: " + lots);
        }
    }

    // ---- value --------------------------------------------------------------------------------------------------

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PointsLedger that && policy.equals(that.policy) && journal.equals(that.journal);
    }

    @Override
    public int hashCode() {
        return 31 * policy.hashCode() + journal.hashCode();
    }

    /**
     * Version and chief numbers, for the latest instant the ledger has decided about.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return "PointsLedger[version " + version() + ", available "
                + state().purse(PointType.POINTS).available() + "]";
    }

    private Object writeReplace() {
        return new Journal.Serialized(policy, journal.entries.toArray(new Entry[0]));
    }
}
