package io.loyalty.metrics.experiment;

import java.io.Serializable;
import java.util.Objects;

/**
 * An arm of an experiment and its planned share of the customers.
 *
 * @param arm the arm's name, for example {@code control}
 * @param weight its share, in relation to the weights of the other arms; at least 1
 */
public record ArmWeight(String arm, int weight) implements Serializable {

    /**
     * Refuses a blank name and weights below 1.
     *
     * @param arm the arm's name
     * @param weight its share, in relation to the weights of the other arms
     * @throws IllegalArgumentException if the name is blank or the weight is below 1
     */
    public ArmWeight {
        Objects.requireNonNull(arm, "arm");
        if (arm.isBlank()) {
            throw new IllegalArgumentException("arm must not be blank");
        }
        Require.atLeast(1, weight, "weight");
    }
}
