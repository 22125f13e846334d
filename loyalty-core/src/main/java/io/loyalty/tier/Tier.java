package io.loyalty.tier;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A step of the ladder.
 *
 * @param name what it is called, unique in its ladder
 * @param order its place in the ladder, from 0 for the lowest
 * @param criterion what a member must reach for it
 * @param benefits what comes with it, each id once
 */
public record Tier(String name, int order, Criterion criterion, List<Benefit> benefits) implements Serializable {

    /**
     * Refuses a blank name and a benefit twice.
     *
     * @param name what it is called, unique in its ladder
     * @param order its place in the ladder, from 0 for the lowest
     * @param criterion what a member must reach for it
     * @param benefits what comes with it, each id once
     * @throws IllegalArgumentException if the name is blank, the order below 0, or two benefits have one id
     */
    public Tier {
        Objects.requireNonNull(benefits, "benefits");
        Label.require(name, "name");
        if (order < 0) {
            throw new IllegalArgumentException("order must be at least 0: " + order);
        }
        Objects.requireNonNull(criterion, "criterion");
        benefits = List.copyOf(benefits);
        for (int i = 0; i < benefits.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (benefits.get(i).id().equals(benefits.get(j).id())) {
                    throw new IllegalArgumentException(name + " benefits[" + i + "] must have an id of its own: "
                            + benefits.get(i).id());
                }
            }
        }
    }

    /**
     * The same tier with one more benefit.
     *
     * @param benefit the benefit
     * @return the changed copy
     * @throws IllegalArgumentException if the tier has a benefit with this id
     */
    public Tier with(Benefit benefit) {
        List<Benefit> more = new ArrayList<>(benefits);
        more.add(Objects.requireNonNull(benefit, "benefit"));
        return new Tier(name, order, criterion, more);
    }

    /**
     * Whether this tier stands at least as high as another of the same ladder.
     *
     * @param other the other
     * @return true if it does
     */
    public boolean isAtLeast(Tier other) {
        return order >= other.order;
    }

    /**
     * The name.
     *
     * @return for example {@code Gold}
     */
    @Override
    public String toString() {
        return name;
    }
}
