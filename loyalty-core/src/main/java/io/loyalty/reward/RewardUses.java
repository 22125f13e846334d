package io.loyalty.reward;

import io.loyalty.customer.CustomerId;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rewards that one customer has had or holds, from which limits are reckoned.
 *
 * <p>Each key names one thing, so that a command delivered twice is known for the same. Questions look at each use once.
 * Immutable.
 *
 * @param customer whose
 * @param uses all uses, in the order in which they were entered
 */
public record RewardUses(CustomerId customer, List<RewardUse> uses) implements Serializable {

    /**
     * Copies the list and refuses a key twice.
     *
     * @param customer whose
     * @param uses all uses, each key once
     * @throws IllegalArgumentException if two uses or changes have one key
     */
    public RewardUses {
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(customer, "customer");
        uses = List.copyOf(uses);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < uses.size(); i++) {
            RewardUse use = uses.get(i);
            boolean own = keys.add(use.key());
            for (RewardUse.Change change : use.changes()) {
                own &= change.key().equals(use.key()) || keys.add(change.key());
            }
            if (!own) {
                throw new IllegalArgumentException("uses[" + i + "] must have keys of its own");
            }
        }
    }

    /**
     * No use so far.
     *
     * @param customer whose
     * @return the empty value
     */
    public static RewardUses none(CustomerId customer) {
        return new RewardUses(customer, List.of());
    }

    /**
     * The use of a key.
     *
     * @param key the key of a redemption, a hold, or of a change to one
     * @return the use; empty if the key is not known
     */
    public Optional<RewardUse> find(String key) {
        Objects.requireNonNull(key, "key");
        return uses.stream().filter(use -> use.knows(key)).findFirst();
    }

    /**
     * How many of a reward count towards limits within some dates.
     *
     * @param reward the reward's id
     * @param window the dates, business days of the program
     * @param day the program's zone, and the time at which its day turns
     * @param asOf the instant at which holds may have lapsed
     * @return those held or kept, whether from before {@code asOf} or later; {@link Long#MAX_VALUE} if they are more
     */
    public long counted(String reward, DateWindow window, BusinessDay day, Instant asOf) {
        long counted = 0;
        for (RewardUse use : uses) {
            if (use.reward().equals(reward) && window.contains(day.dateOf(use.at()))) {
                counted += Math.min(use.counted(asOf), Long.MAX_VALUE - counted);
            }
        }
        return counted;
    }

    /** The dates of uses that count, each once, in order. */
    SortedSet<LocalDate> dates(String reward, BusinessDay day, Instant asOf) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (RewardUse use : uses) {
            if (use.reward().equals(reward) && use.counted(asOf) > 0) {
                dates.add(day.dateOf(use.at()));
            }
        }
        return dates;
    }

    RewardUses plus(RewardUse use) {
        List<RewardUse> more = new ArrayList<>(uses);
        more.add(use);
        return new RewardUses(customer, more);
    }

    RewardUses with(RewardUse before, RewardUse after) {
        List<RewardUse> changed = new ArrayList<>(uses);
        changed.set(uses.indexOf(before), after);
        return new RewardUses(customer, changed);
    }
}
