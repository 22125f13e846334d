package io.loyalty.earning;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** When a rule holds. Immutable. */
public sealed interface Condition extends Serializable {

    /** Holds always. */
    record Always() implements Condition {
        private static final Always INSTANCE = new Always();

        @Override
        public String toString() {
            return "always";
        }
    }

    /**
     * Holds if all parts hold.
     *
     * @param of the parts
     */
    record All(List<Condition> of) implements Condition {

        /**
         * Copies the list.
         *
         * @param of the parts
         */
        public All {
            of = List.copyOf(of);
        }
    }

    /**
     * Holds for members of some tiers.
     *
     * @param tier the tier's name
     */
    record InTier(String tier) implements Condition {

        /**
         * Refuses a missing name.
         *
         * @param tier the tier's name
         */
        public InTier {
            Objects.requireNonNull(tier, "tier");
        }
    }

    /**
     * Holds always.
     *
     * @return the condition
     */
    static Condition always() {
        return Always.INSTANCE;
    }

    /**
     * Holds for members of a tier.
     *
     * @param tier the tier's name
     * @return the condition
     */
    static Condition inTier(String tier) {
        return new InTier(tier);
    }

    /**
     * Holds if this and another condition hold.
     *
     * @param other the other condition
     * @return the condition
     */
    default Condition and(Condition other) {
        return this instanceof Always ? other : new All(List.of(this, other));
    }
}
