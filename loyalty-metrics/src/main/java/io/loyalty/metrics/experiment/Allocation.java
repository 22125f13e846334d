package io.loyalty.metrics.experiment;

import io.loyalty.customer.CustomerId;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The plan of an experiment: its arms, their shares, and which customer belongs to which arm.
 *
 * <h2>Definition</h2>
 *
 * <p>A customer's arm is a function of the experiment's name and the customer's id, so nothing needs to be stored: the first eight bytes of the
 * SHA-256 digest of {@code experiment + "\n" + id} in UTF-8, read as a big-endian number and halved to h in [0, 2<sup>63</sup>), give
 * the slot \( \lfloor h W / 2^{63} \rfloor \) of W, the sum of the weights; the arms take as many slots as their weights, in order. Any
 * database with SHA-256 can compute the same.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The share of an arm differs from its weight by at most 2<sup>−63</sup> times W beyond chance, as far as SHA-256 behaves as a random
 * function; arms of experiments with different names are independent. A change of weights, names or order of arms moves customers: keep
 * the plan while the experiment runs.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An arm's weight cannot be 0; the name of an experiment has no control characters, so name and id cannot run into each other.
 *
 * <h2>Performance</h2>
 *
 * <p>One digest of one block for an assignment, about a microsecond.
 *
 * <h2>References</h2>
 *
 * <p>NIST (2015), Secure Hash Standard, FIPS PUB 180-4, doi:10.6028/NIST.FIPS.180-4. Kohavi, R., Tang, D. and Xu, Y. (2020), Trustworthy Online
 * Controlled Experiments, chapter 14, doi:10.1017/9781108653985.
 *
 * @param arms the arms with their weights, in order
 */
public record Allocation(List<ArmWeight> arms) implements Serializable {

    /**
     * Refuses plans without a choice.
     *
     * @param arms at least two arms of different names; the weights add up to less than 2<sup>31</sup>
     * @throws IllegalArgumentException if there are fewer than two arms, two of one name, or too large weights
     */
    public Allocation {
        Objects.requireNonNull(arms, "arms");
        arms = List.copyOf(arms);
        if (arms.size() < 2) {
            throw new IllegalArgumentException("arms must be at least 2: " + arms.size());
        }
        Set<String> names = new HashSet<>();
        for (ArmWeight arm : arms) {
            if (!names.add(arm.arm())) {
                throw new IllegalArgumentException("arms must have different names: " + arm.arm());
            }
        }
        long total = arms.stream().mapToLong(ArmWeight::weight).sum();
        if (total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("weights must add up to less than 2^31: " + total);
        }
    }

    /**
     * Arms of equal shares.
     *
     * @param arms their names
     * @return the plan
     * @throws IllegalArgumentException if there are fewer than two arms or two of one name
     */
    public static Allocation even(String... arms) {
        return new Allocation(
                Arrays.stream(arms).map(arm -> new ArmWeight(arm, 1)).toList());
    }

    /**
     * Arms of given shares.
     *
     * @param arms at least two arms of different names
     * @return the plan
     * @throws IllegalArgumentException if there are fewer than two arms, two of one name, or too large weights
     */
    public static Allocation of(ArmWeight... arms) {
        return new Allocation(List.of(arms));
    }

    /**
     * The arm of a customer; always the same for the same plan, experiment and customer.
     *
     * @param experiment the name of the experiment, without control characters
     * @param customer the customer
     * @return the arm's name
     * @throws IllegalArgumentException if the name is blank or has control characters
     */
    public String assign(String experiment, CustomerId customer) {
        Objects.requireNonNull(customer, "customer");
        requireName(experiment);
        byte[] text = (experiment + "\n" + customer.value()).getBytes(StandardCharsets.UTF_8);
        long half = ByteBuffer.wrap(sha256().digest(text)).getLong() >>> 1;
        // Twice the weight, and the upper 64 of 128 bits: half · W / 2^63.
        long slot = Math.multiplyHigh(half, 2 * totalWeight());
        for (ArmWeight arm : arms) {
            if (slot < arm.weight()) {
                return arm.arm();
            }
            slot -= arm.weight();
        }
        throw new AssertionError("a slot beyond all arms");
    }

    /**
     * The planned share of an arm.
     *
     * @param arm the arm's name
     * @return its weight over that of all arms, in (0, 1)
     * @throws IllegalArgumentException if there is no such arm
     */
    public double share(String arm) {
        return (double) arms.get(indexOf(arm)).weight() / totalWeight();
    }

    /** The position of an arm. */
    int indexOf(String arm) {
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).arm().equals(arm)) {
                return i;
            }
        }
        throw new IllegalArgumentException("arm must be one of the plan: " + arm);
    }

    private long totalWeight() {
        return arms.stream().mapToLong(ArmWeight::weight).sum();
    }

    private static void requireName(String experiment) {
        if (experiment.isBlank() || experiment.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("experiment must not be blank or have control characters");
        }
    }

    private static MessageDigest sha256() {
        try {
            // Every Java platform must have SHA-256; an own copy would be code without a gain.
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("a Java platform without SHA-256", e);
        }
    }
}
