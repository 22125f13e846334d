package io.loyalty.points;

import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Rejected;
import java.time.Instant;
import java.util.Map;

/** What becomes of points that are given: an accrual, unless they were given before or there is no room for them. */
final class Giving {

    private Giving() {}

    /**
     * Writes an accrual, the entry that accounts are full of: without the functions that {@link JournalWriter#run} takes.
     *
     * @param like an accrual whose dates are taken over if the grant has its term and instants; or null
     * @return the new entry, or the earlier one if the grant is known, or why it is refused
     */
    static Outcome<Entry> accrue(
            JournalWriter writer,
            LedgerPolicy policy,
            String key,
            Instant at,
            Instant recordedAt,
            Grant grant,
            Entry.Accrual like) {
        Entry earlier = writer.find(key);
        if (earlier != null) {
            return JournalWriter.again(earlier, gives(policy, grant, earlier));
        }
        Rejected<Entry> early = writer.recordedTooEarly(recordedAt);
        if (early != null) {
            return early;
        }
        State now = writer.moving(at);
        Outcome<Entry> full = full(now, grant.type().currency(), grant.points());
        if (full != null) {
            return full;
        }
        Instant activatesAt = grant.activation().activatesAt(at, policy.zone());
        boolean same = like != null
                && like.term() == grant.term()
                && like.stamp().effectiveAt() == at
                && like.activatesAt().equals(activatesAt);
        Entry.Accrual accrual = new Entry.Accrual(
                new Entry.Stamp(writer.next(), key, at, recordedAt),
                now.nextLot(),
                grant.type(),
                grant.points(),
                activatesAt,
                same ? like.expiresAt() : shared(writer, Lifetimes.firstExpiry(policy, grant.term(), at, activatesAt)),
                grant.term(),
                grant.source());
        writer.write(accrual);
        return new Applied<>(accrual);
    }

    /** The instant, as the last entry has it if it is the same: points of one day die together, and one instant serves them all. */
    private static Instant shared(JournalWriter writer, Instant expiresAt) {
        return !writer.entries().isEmpty()
                        && writer.entries().last() instanceof Entry.Accrual last
                        && last.expiresAt().equals(expiresAt)
                ? last.expiresAt()
                : expiresAt;
    }

    /** Whether an earlier entry is what a grant gives. */
    private static boolean gives(LedgerPolicy policy, Grant grant, Entry earlier) {
        return earlier instanceof Entry.Accrual a
                && a.points() == grant.points()
                && a.type().equals(grant.type())
                && a.term().equals(grant.term())
                && a.activatesAt().equals(activatesAt(policy, grant, a))
                && a.source().equals(grant.source());
    }

    /** When a grant would have been active, had it been given with an earlier entry. */
    static Instant activatesAt(LedgerPolicy policy, Grant grant, Entry earlier) {
        return grant.activation().activatesAt(earlier.stamp().effectiveAt(), policy.zone());
    }

    /** Why there is no room for so many points more, or null. */
    static Outcome<Entry> full(State now, String currency, long points) {
        long room = now.purse(currency).room();
        return points <= room ? null : Spending.rejected(Reason.OVERFLOW, Map.of("requested", points, "room", room));
    }
}
