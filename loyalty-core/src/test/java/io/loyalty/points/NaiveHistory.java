package io.loyalty.points;

import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.NaiveLots.Batch;
import io.loyalty.points.NaiveLots.OpenHold;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the oracle has in all its verbs: a list of entries with what they fold to, the keys, and the questions that every command
 * is asked first. A question about the past folds the entries anew.
 */
abstract class NaiveHistory {

    static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

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

    interface Decision extends BiFunction<NaiveAccount, Entry.Stamp, Answer> {}

    LedgerPolicy policy;
    final List<Entry> entries = new ArrayList<>();
    NaiveAccount account;
    int version;
    /** What each key was used for. */
    private final Map<String, List<Object>> contents = new HashMap<>();

    NaiveHistory(LedgerPolicy policy) {
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

    // ---- pieces -------------------------------------------------------------------------------------------------

    Entry find(String key) {
        return entries.stream()
                .filter(entry -> entry.stamp().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    Answer run(Command command, List<Object> content, boolean mayBeLate, Decision decision) {
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

    Instant firstExpiry(Term term, Instant earnedAt, Instant activatesAt) {
        if (policy.expiryClock() == ExpiryClock.FROM_EARNING) {
            return term.expiresAt(earnedAt, policy.zone());
        }
        return activatesAt.equals(Instant.MAX) ? Instant.MAX : term.expiresAt(activatesAt, policy.zone());
    }

    Answer open(NaiveAccount now, String hold, Function<OpenHold, Answer> decision) {
        if (!(find(hold) instanceof Entry.Hold)) {
            return Answer.no(Reason.UNKNOWN_HOLD);
        }
        OpenHold open = now.openHold(hold);
        return open == null ? new Answer(false, null, now.closedHolds.get(hold)) : decision.apply(open);
    }

    static Answer full(NaiveAccount now, String currency, BigDecimal points) {
        BigDecimal room = MOST.subtract(now.income(currency)).max(BigDecimal.ZERO);
        return points.compareTo(room) <= 0 ? null : Answer.no(Reason.OVERFLOW, "requested", points, "room", room);
    }

    static Answer insufficient(NaiveAccount now, String currency, long points) {
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

    static List<Allocation> first(List<Batch> lots, long points) {
        return firstOf(
                lots.stream()
                        .map(lot -> new Allocation(lot.id, NaiveAccount.number(lot.remaining)))
                        .toList(),
                points);
    }

    static List<Allocation> firstOf(List<Allocation> parts, long points) {
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

    static List<Allocation> everything(NaiveAccount now, String currency) {
        List<Batch> there = new ArrayList<>(now.inOrder(currency));
        there.addAll(now.waiting(currency));
        return there.stream()
                .map(lot -> new Allocation(lot.id, NaiveAccount.number(lot.remaining)))
                .toList();
    }

    static Entry.Parcel parcel(NaiveAccount account, Allocation part, int number) {
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
