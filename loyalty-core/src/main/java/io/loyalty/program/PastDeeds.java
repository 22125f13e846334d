package io.loyalty.program;

import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.reward.RewardUse;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads out of a real membership what its member did: the facts, and what was redeemed for good between them. */
final class PastDeeds {

    private final Membership membership;
    private final List<MemberHistory.Deed> deeds = new ArrayList<>();
    /** By sequence number of a redemption or capture: how much of it was given back. */
    private final Map<Integer, Long> restored = new HashMap<>();

    private final Map<String, RewardUse> rewards = new HashMap<>();
    private final Set<String> payments = new HashSet<>();
    private Instant latest = Instant.MIN;
    private int told;

    private PastDeeds(Membership membership) {
        this.membership = membership;
    }

    static List<MemberHistory.Deed> of(Membership membership) {
        return new PastDeeds(membership).all();
    }

    private List<MemberHistory.Deed> all() {
        List<Entry> entries = membership.ledger().entries();
        if (!entries.isEmpty() && entries.get(0) instanceof Entry.Opening) {
            throw new IllegalArgumentException("membership must have its whole history: customer "
                    + membership.customer().id());
        }
        for (Entry entry : entries) {
            if (entry instanceof Entry.Restoration back) {
                restored.merge(back.redemption(), back.points(), Math::addExact);
            }
        }
        for (RewardUse use : membership.uses().uses()) {
            use.redemptionKey().ifPresent(key -> rewards.put(key, use));
        }
        for (Recorded fact : membership.recorded()) {
            if (fact.activity() instanceof Visit visit) {
                payments.add(Keys.payment(visit.id()));
            }
        }
        for (Entry entry : entries) {
            if (entry instanceof Entry.Redemption redemption) {
                redeemed(entry, redemption.points());
            } else if (entry instanceof Entry.Capture capture) {
                redeemed(entry, capture.points());
            }
        }
        facts(Integer.MAX_VALUE);
        return deeds;
    }

    private void redeemed(Entry entry, long points) {
        Entry.Stamp stamp = entry.stamp();
        if (payments.contains(stamp.key())) {
            return;
        }
        facts(stamp.sequence());
        Command command = new Command(stamp.key(), stamp.effectiveAt(), later(stamp.recordedAt()));
        RewardUse use = rewards.get(stamp.key());
        long kept = points - restored.getOrDefault(stamp.sequence(), 0L);
        if (use != null && use.kept() > 0) {
            deeds.add(new MemberHistory.Rewarded(command, use.reward(), use.kept()));
        } else if (use == null && kept > 0) {
            deeds.add(new MemberHistory.Redeemed(command, kept));
        }
    }

    /** The facts that had been recorded before an entry was written. */
    private void facts(int sequence) {
        List<Recorded> recorded = membership.recorded();
        while (told < recorded.size()) {
            Recorded fact = recorded.get(told);
            // A fact without entries stands before the entry that has the number it would have had.
            if (fact.firstEntry() > sequence || fact.firstEntry() == sequence && fact.entries() > 0) {
                return;
            }
            ActivityId id = fact.activity().id();
            if (fact.activity().customer().equals(membership.customer().id())
                    && fact.key().equals(id.value())) {
                deeds.add(new MemberHistory.Fact(fact.activity(), later(fact.recordedAt())));
            }
            told++;
        }
    }

    /** What wrote no entry may be recorded late; in the history it stands where it was told. */
    private Instant later(Instant recordedAt) {
        latest = recordedAt.isAfter(latest) ? recordedAt : latest;
        return latest;
    }
}
