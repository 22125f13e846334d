package io.loyalty.metrics.program;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Who brought whom: a forest in which everybody has at most one referrer.
 *
 * <h2>Definition</h2>
 *
 * <p>An edge leads from a referrer to each customer he brought. Generation 0 are those whom nobody brought and who brought somebody,
 * generation k + 1 those whom generation k brought. With referrals a customer is worth \( V_i + a \sum_j V_j \) over the customers j
 * brought directly, \( a \) being the share of their value that is due to the referral.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Who brings many is worth more than his own purchases say. A referred customer counts twice, for himself and for his referrer: do
 * not add such values up.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Nobody can be brought twice, nor, by however many steps, by someone that he himself brought: such referrals are mistakes or fraud
 * and are refused. A customer who is not in the graph has no referrer and brought nobody. Immutable.
 *
 * <h2>Performance</h2>
 *
 * <p>Built in time proportional to the referrals; questions about one customer take time proportional to what they visit. Chains may
 * be of any length.
 *
 * <h2>References</h2>
 *
 * <p>Kumar, V., Petersen, J. A., Leone, R. P. (2007), How valuable is word of mouth?, Harvard Business Review 85(10), 139–146.
 */
public final class ReferralGraph {

    private final Map<CustomerId, CustomerId> referrers;
    private final Map<CustomerId, List<CustomerId>> referees;

    private ReferralGraph(Map<CustomerId, CustomerId> referrers, Map<CustomerId, List<CustomerId>> referees) {
        this.referrers = referrers;
        this.referees = referees;
    }

    /**
     * The graph of some referrals.
     *
     * @param referrals who brought whom; only those that led to a customer
     * @return the graph
     * @throws IllegalArgumentException if somebody is brought twice or a circle closes; the message names the referral's index
     */
    public static ReferralGraph of(Collection<Referral> referrals) {
        Map<CustomerId, CustomerId> referrers = new HashMap<>();
        Map<CustomerId, List<CustomerId>> referees = new LinkedHashMap<>();
        Map<CustomerId, CustomerId> towardsRoot = new HashMap<>();
        int i = 0;
        for (Referral referral : referrals) {
            if (referrers.containsKey(referral.referee())) {
                throw new IllegalArgumentException(
                        "referrals[" + i + "] must bring somebody new: " + referral.referee());
            }
            CustomerId root = root(towardsRoot, referral.referrer());
            if (root.equals(referral.referee())) {
                throw new IllegalArgumentException("referrals[" + i + "] must not close a circle: "
                        + referral.referrer() + " to " + referral.referee());
            }
            referrers.put(referral.referee(), referral.referrer());
            towardsRoot.put(referral.referee(), root);
            referees.computeIfAbsent(referral.referrer(), id -> new ArrayList<>())
                    .add(referral.referee());
            i++;
        }
        return new ReferralGraph(referrers, referees);
    }

    /** Whom a chain begins with; on the way the steps are shortened, so that the next walk is short. */
    private static CustomerId root(Map<CustomerId, CustomerId> towardsRoot, CustomerId from) {
        CustomerId root = from;
        for (CustomerId next = towardsRoot.get(root); next != null; next = towardsRoot.get(root)) {
            root = next;
        }
        CustomerId step = from;
        for (CustomerId next = towardsRoot.get(step);
                next != null && !next.equals(root);
                next = towardsRoot.get(step)) {
            towardsRoot.put(step, root);
            step = next;
        }
        return root;
    }

    /**
     * How many customers were brought.
     *
     * @return the number of referrals
     */
    public int referred() {
        return referrers.size();
    }

    /**
     * How many customers brought at least one.
     *
     * @return the number of referrers
     */
    public int referrers() {
        return referees.size();
    }

    /**
     * Who brought a customer.
     *
     * @param customer the customer
     * @return the referrer; empty if nobody did
     */
    public Optional<CustomerId> referrerOf(CustomerId customer) {
        return Optional.ofNullable(referrers.get(customer));
    }

    /**
     * Whom a customer brought.
     *
     * @param customer the customer
     * @return the customers brought directly, in the order of the referrals
     */
    public List<CustomerId> broughtBy(CustomerId customer) {
        return Collections.unmodifiableList(referees.getOrDefault(customer, List.of()));
    }

    /**
     * How many customers would not be there without a customer, through however many steps.
     *
     * @param customer the customer
     * @return the number of direct and indirect referees
     */
    public int followersOf(CustomerId customer) {
        int count = 0;
        List<CustomerId> open = new ArrayList<>(broughtBy(customer));
        while (!open.isEmpty()) {
            count++;
            open.addAll(broughtBy(open.remove(open.size() - 1)));
        }
        return count;
    }

    /**
     * How many customers there are at each distance from those whom nobody brought.
     *
     * @return at index 0 the customers whom nobody brought and who brought somebody, at 1 those they brought, and so on; empty without
     *     referrals
     */
    public List<Integer> generations() {
        List<Integer> sizes = new ArrayList<>();
        List<CustomerId> generation = referees.keySet().stream()
                .filter(id -> !referrers.containsKey(id))
                .toList();
        while (!generation.isEmpty()) {
            sizes.add(generation.size());
            generation =
                    generation.stream().flatMap(id -> broughtBy(id).stream()).toList();
        }
        return Collections.unmodifiableList(sizes);
    }

    /**
     * What a customer is worth with the customers brought: own value + attribution × the sum of theirs (Kumar, Petersen and Leone 2007).
     *
     * @param customer the customer
     * @param value gives a customer's own value, such as lifetime value
     * @param attribution the share of a referee's value that is due to the referral, in [0, 1]
     * @return the value, of direct referees alone
     * @throws IllegalArgumentException if the share is out of range
     */
    public double valueWithReferrals(
            CustomerId customer, ToDoubleFunction<? super CustomerId> value, double attribution) {
        if (!(attribution >= 0 && attribution <= 1)) {
            throw new IllegalArgumentException("attribution must be in [0, 1]: " + attribution);
        }
        NeumaierSum brought = new NeumaierSum();
        for (CustomerId referee : broughtBy(customer)) {
            brought.add(value.applyAsDouble(referee));
        }
        return value.applyAsDouble(customer) + attribution * brought.value();
    }

    /**
     * One readable line.
     *
     * @return for example {@code 120 referred by 45, generations [30, 80, 40]}
     */
    @Override
    public String toString() {
        return referred() + " referred by " + referrers() + ", generations " + generations();
    }
}
