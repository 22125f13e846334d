package io.loyalty.tier;

import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The benefits that a member has used, and how often they can still be used.
 *
 * <p>A benefit comes with the tier and ends with it. Its allowance is there in full when the tier is reached, less what has been
 * used of the same benefit within the same period, and there again when the next period begins. Whoever loses a tier and comes
 * back within a period has used what he has used. Immutable.
 *
 * @param uses all uses, in the order in which they were entered, each key once
 */
public record BenefitUses(List<BenefitUse> uses) implements Serializable {

    private static final BenefitUses NONE = new BenefitUses(List.of());

    /**
     * Copies the uses and refuses a key twice.
     *
     * @param uses all uses, each key once
     * @throws IllegalArgumentException if two uses have one key
     */
    public BenefitUses {
        Objects.requireNonNull(uses, "uses");
        uses = List.copyOf(uses);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < uses.size(); i++) {
            if (!keys.add(uses.get(i).key())) {
                throw new IllegalArgumentException("uses[" + i + "] must have a key of its own");
            }
        }
    }

    /**
     * No use so far.
     *
     * @return the empty value
     */
    public static BenefitUses none() {
        return NONE;
    }

    /**
     * Uses a benefit, if the tier held at that instant grants it and its allowance is not used up.
     *
     * @param history the member's tiers
     * @param key the host's key of the use
     * @param benefit the id of the benefit
     * @param at when
     * @return what came of it; this value is never changed
     * @throws IllegalArgumentException if a text is blank or {@code at} is before the membership began
     */
    public BenefitOutcome use(TierHistory history, String key, String benefit, Instant at) {
        BenefitUse use = new BenefitUse(key, benefit, at);
        Optional<BenefitUse> known =
                uses.stream().filter(other -> other.key().equals(key)).findFirst();
        if (known.isPresent() && known.get().equals(use)) {
            return new BenefitOutcome.Duplicate(use);
        }
        TierStatus status = history.statusAt(at);
        // Uses entered already count even if they are of a later instant of the same period.
        Optional<BenefitStanding> before = status.tier().benefits().stream()
                .filter(one -> one.id().equals(benefit))
                .map(one -> standing(history, status, one, at, Instant.MAX))
                .findFirst();
        long used = before.map(BenefitStanding::used).orElse(0L);
        long allowed = before.map(one -> one.benefit().allowance().uses()).orElse(0L);
        Instant renewsAt = before.map(BenefitStanding::renewsAt).orElse(Instant.MAX);
        if (known.isPresent()) {
            return new BenefitOutcome.Refused(BenefitOutcome.Reason.KEY_REUSED, used, allowed, renewsAt);
        }
        if (before.isEmpty()) {
            return new BenefitOutcome.Refused(BenefitOutcome.Reason.NOT_IN_TIER, used, allowed, renewsAt);
        }
        if (before.get().remaining() == 0) {
            return new BenefitOutcome.Refused(BenefitOutcome.Reason.USED_UP, used, allowed, renewsAt);
        }
        List<BenefitUse> more = new ArrayList<>(uses);
        more.add(use);
        BenefitUses next = new BenefitUses(more);
        return new BenefitOutcome.Used(
                next, next.standing(history, status, before.get().benefit(), at, Instant.MAX));
    }

    /**
     * What the member has of each benefit of the tier held at an instant.
     *
     * @param history the member's tiers
     * @param asOf the instant; later uses are left out
     * @return one element for each benefit, in the order of the tier
     * @throws IllegalArgumentException if the instant is before the membership began
     */
    public List<BenefitStanding> standingsAt(TierHistory history, Instant asOf) {
        TierStatus status = history.statusAt(asOf);
        return status.tier().benefits().stream()
                .map(benefit -> standing(history, status, benefit, asOf, asOf))
                .toList();
    }

    private BenefitStanding standing(
            TierHistory history, TierStatus status, Benefit benefit, Instant at, Instant lastUse) {
        Allowance allowance = benefit.allowance();
        BusinessDay day = history.plan().day();
        DateWindow window = allowance.per().windowAt(day.dateOf(at), day.dateOf(history.joinedAt()));
        boolean stay = allowance.per() == AllowancePeriod.STAY;
        Instant from = stay ? status.since() : day.startOf(window.from());
        Instant to = stay ? Instant.MAX : day.startOf(window.to());
        long used = 0;
        for (BenefitUse use : uses) {
            if (use.benefit().equals(benefit.id())
                    && !use.at().isBefore(from)
                    && use.at().isBefore(to)
                    && !use.at().isAfter(lastUse)) {
                used++;
            }
        }
        return new BenefitStanding(
                benefit,
                used,
                allowance.isUnlimited() ? Long.MAX_VALUE : Math.max(0, allowance.uses() - used),
                to.isBefore(status.until()) ? to : Instant.MAX,
                status.until());
    }
}
