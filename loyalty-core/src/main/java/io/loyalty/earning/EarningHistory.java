package io.loyalty.earning;

import io.loyalty.customer.Referral;
import io.loyalty.visit.Review;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules must know of a customer's past: a small value, however long that past is.
 *
 * <p>It holds how many visits and purchases there were, who brought the customer, and for each rule that needs it how often, or
 * with how many points, it was used lately: by business day for the last {@value #DAYS_KEPT} days, by month for the last
 * {@value #MONTHS_KEPT} months, by week or month for as long as its streak. Only the products that a customer has reviewed are
 * kept for ever.
 *
 * <p>Each award moves it on ({@link #after(Award)}); a visit made void, or brought back in part, moves it back
 * ({@link #without(Award)}, {@link #revised(Award, Award)}). Facts may arrive late and out of order: each counts in the day, week
 * and month in which it happened. Where that lies so far back that it is kept no more, a cap gives no room.
 *
 * <p>What a rule has counted is known by the rule's id, so it outlives a change of the plan. Immutable; a step takes time and
 * memory in proportion to the number of rules, not to the length of the past.
 */
public final class EarningHistory implements Serializable {

    private static final long serialVersionUID = 1;

    /** For how many business days back a cap per day is kept: 35. */
    public static final int DAYS_KEPT = 35;

    /** For how many months back, the latest included, a cap per month is kept: 4. */
    public static final int MONTHS_KEPT = 4;

    private static final EarningHistory EMPTY =
            new EarningHistory(0, 0, null, 0, new String[0], Tallies.NONE, new TreeMap<>(), new TreeMap<>());

    private final transient long visits;
    private final transient long purchases;
    /** Who brought the customer, or null. */
    private final transient Referral referral;
    /** How many purchases there were when the referral was made. */
    private final transient long purchasesBeforeReferral;
    /** The keys of the plan by which this history was last moved on, in the plan's order. */
    private final transient String[] keys;
    /** The tallies of that plan, see {@link Tallies}. */
    private final transient long[] tallies;
    /** Tallies that this plan does not know; never changed once made. */
    private final transient TreeMap<String, long[]> others;
    /** The products reviewed, by rule; never changed once made. */
    private final transient TreeMap<String, SortedSet<String>> reviewed;

    private EarningHistory(
            long visits,
            long purchases,
            Referral referral,
            long purchasesBeforeReferral,
            String[] keys,
            long[] tallies,
            TreeMap<String, long[]> others,
            TreeMap<String, SortedSet<String>> reviewed) {
        this.visits = visits;
        this.purchases = purchases;
        this.referral = referral;
        this.purchasesBeforeReferral = purchasesBeforeReferral;
        this.keys = keys;
        this.tallies = tallies;
        this.others = others;
        this.reviewed = reviewed;
    }

    /**
     * No past.
     *
     * @return the empty history
     */
    public static EarningHistory empty() {
        return EMPTY;
    }

    /**
     * The history after a fact and what it earned.
     *
     * @param award what the fact earned under this history, maybe nothing; or what it earned for this customer, who brought the
     *     one whose fact it was
     * @return the next history
     */
    public EarningHistory after(Award award) {
        return changed(award, 1, null);
    }

    /**
     * The history as if a fact had never happened: a visit made void counts no more.
     *
     * <p>Room that was counted {@link Cap.Room#GROSS} stays used.
     *
     * @param award what the fact earned, as last given to {@link #after(Award)} or {@link #revised(Award, Award)}
     * @return the next history
     */
    public EarningHistory without(Award award) {
        return changed(award, -1, null);
    }

    /**
     * The history after a fact lost some of its worth.
     *
     * @param before what the fact earned until now
     * @param remaining what it still earns, see {@link Award#remainingAfter}
     * @return the next history
     * @throws IllegalArgumentException if the awards are of two facts
     */
    public EarningHistory revised(Award before, Award remaining) {
        if (!before.activity().id().equals(remaining.activity().id())) {
            throw new IllegalArgumentException("awards must be of one fact: "
                    + before.activity().id() + " and " + remaining.activity().id());
        }
        return changed(remaining, 1, before);
    }

    /**
     * The history of a customer who was brought by another.
     *
     * @param other who brought whom, see {@link ReferralCheck}
     * @return the next history
     */
    public EarningHistory referredBy(Referral other) {
        Objects.requireNonNull(other, "referral");
        return new EarningHistory(visits, purchases, other, purchases, keys, tallies, others, reviewed);
    }

    /**
     * The number of visits, those made void not counted.
     *
     * @return a number of at least 0
     */
    public long visits() {
        return visits;
    }

    /**
     * The number of visits with an amount above 0, those made void not counted.
     *
     * @return a number of at least 0
     */
    public long purchases() {
        return purchases;
    }

    /**
     * Who brought the customer.
     *
     * @return the referral, if there was one
     */
    public Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    /**
     * How many facts a rule has counted towards its milestones, among them those of milestones paid.
     *
     * @param ruleId the rule
     * @return a number of at least 0; for streaks and periods only what they still need
     */
    public long counted(String ruleId) {
        return Tally.total(tally(Compiled.countKey(Objects.requireNonNull(ruleId, "ruleId"))));
    }

    long purchasesBeforeReferral() {
        return purchasesBeforeReferral;
    }

    boolean hasReviewed(String ruleId, String product) {
        SortedSet<String> products = reviewed.get(ruleId);
        return products != null && products.contains(product);
    }

    /** The tallies of the plan to which this history is aligned, see {@link Tallies}. */
    long[] tallies() {
        return tallies;
    }

    private long[] tally(String key) {
        int index = Arrays.asList(keys).indexOf(key);
        return index >= 0 ? Tallies.get(tallies, index) : others.getOrDefault(key, Tally.EMPTY);
    }

    /** This history with the tallies of a plan in the plan's order. */
    EarningHistory alignedTo(Compiled plan) {
        if (keys == plan.keys) {
            return this;
        }
        long[][] aligned = new long[plan.keys.length][];
        if (Arrays.equals(keys, plan.keys)) {
            return new EarningHistory(
                    visits, purchases, referral, purchasesBeforeReferral, plan.keys, tallies, others, reviewed);
        }
        TreeMap<String, long[]> rest = all();
        for (int i = 0; i < aligned.length; i++) {
            long[] known = rest.remove(plan.keys[i]);
            aligned[i] = known == null ? Tally.EMPTY : known;
        }
        return new EarningHistory(
                visits, purchases, referral, purchasesBeforeReferral, plan.keys, Tallies.of(aligned), rest, reviewed);
    }

    private EarningHistory changed(Award award, int sign, Award before) {
        Compiled plan = award.compiled();
        EarningHistory base = alignedTo(plan);
        long[] next = base.tallies;
        for (int i = 0; i < plan.tallies.length; i++) {
            TallySpec spec = plan.tallies[i];
            long change = sign * spec.contribution(award) - (before == null ? 0 : spec.contribution(before));
            if (change > 0 || change < 0 && spec.room() == Cap.Room.NET) {
                long bucket = spec.bucketOf(change < 0 && before != null ? before : award);
                next = Tallies.add(next, i, bucket, change, spec, next != base.tallies);
            }
        }
        long visit = sign * award.visits() - (before == null ? 0 : before.visits());
        long purchase = sign * award.purchases() - (before == null ? 0 : before.purchases());
        return new EarningHistory(
                Math.max(0, visits + visit),
                Math.max(0, purchases + purchase),
                referral,
                purchasesBeforeReferral,
                plan.keys,
                next,
                base.others,
                sign > 0 ? withReviews(award) : reviewed);
    }

    private TreeMap<String, SortedSet<String>> withReviews(Award award) {
        TreeMap<String, SortedSet<String>> next = reviewed;
        if (award.activity() instanceof Review review) {
            Compiled plan = award.compiled();
            for (FixedRule rule : plan.fixed) {
                TallySpec.Kind use = TallySpec.Kind.ofUse(plan.rules.get(rule.rule));
                if (rule.remembersProducts() && use.isSaid(award.entries(), plan, rule.rule)) {
                    next = next == reviewed ? new TreeMap<>(reviewed) : next;
                    SortedSet<String> products = new TreeSet<>(next.getOrDefault(rule.id, new TreeSet<>()));
                    products.add(review.product());
                    next.put(rule.id, products);
                }
            }
        }
        return next;
    }

    /** All tallies that hold something, by key. */
    private TreeMap<String, long[]> all() {
        TreeMap<String, long[]> all = new TreeMap<>(others);
        for (int i = 0; i < keys.length; i++) {
            if (!Tallies.isEmpty(tallies, i)) {
                all.put(keys[i], Tallies.get(tallies, i));
            }
        }
        return all;
    }

    private Form form() {
        TreeMap<String, List<Long>> numbers = new TreeMap<>();
        all().forEach((key, tally) ->
                numbers.put(key, Arrays.stream(tally).boxed().toList()));
        return new Form(visits, purchases, referral, purchasesBeforeReferral, numbers, reviewed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarningHistory that && (this == that || form().equals(that.form()));
    }

    @Override
    public int hashCode() {
        return form().hashCode();
    }

    /**
     * The numbers of visits and purchases.
     *
     * @return for example {@code EarningHistory[12 visits, 10 purchases]}
     */
    @Override
    public String toString() {
        return "EarningHistory[" + visits + " visits, " + purchases + " purchases]";
    }

    private Object writeReplace() {
        return form();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("histories are read from their plain form");
    }

    /** What is written: the same for equal histories, whatever the plan. */
    private record Form(
            long visits,
            long purchases,
            Referral referral,
            long purchasesBeforeReferral,
            TreeMap<String, List<Long>> numbers,
            TreeMap<String, SortedSet<String>> reviewed)
            implements Serializable {

        private Object readResolve() {
            TreeMap<String, long[]> tallies = new TreeMap<>();
            numbers.forEach((key, tally) ->
                    tallies.put(key, tally.stream().mapToLong(Long::longValue).toArray()));
            return new EarningHistory(
                    visits,
                    purchases,
                    referral,
                    purchasesBeforeReferral,
                    new String[0],
                    Tallies.NONE,
                    tallies,
                    reviewed);
        }
    }
}
