package io.loyalty.earning;

import io.loyalty.money.Ratio;
import io.loyalty.visit.AttributeValue;
import java.util.Objects;
import java.util.Set;

/** A condition on a review or on a fact of the host's own kind; never met by other facts. */
public sealed interface FactCondition extends Condition {

    /** The writer of a review is known to have bought the product. */
    record VerifiedPurchase() implements FactCondition {

        @Override
        public Reason failure() {
            return Reason.UNVERIFIED;
        }

        @Override
        public String toString() {
            return "verified purchase";
        }
    }

    /**
     * A review gives at least so many stars.
     *
     * @param stars the least number of stars, 1 to 5
     */
    record RatedAtLeast(int stars) implements FactCondition {

        /**
         * Refuses numbers that no review gives.
         *
         * @param stars the least number of stars, 1 to 5
         * @throws IllegalArgumentException if the number is not in [1, 5]
         */
        public RatedAtLeast {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("stars must be in [1, 5]: " + stars);
            }
        }

        @Override
        public Reason failure() {
            return Reason.RATED_LOWER;
        }

        @Override
        public String toString() {
            return "at least " + stars + " stars";
        }
    }

    /**
     * A review is about one of some products.
     *
     * @param products the products' codes, at least one, sorted
     */
    record OfProduct(Set<String> products) implements FactCondition {

        /**
         * Copies and sorts the set.
         *
         * @param products the products' codes, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public OfProduct {
            Objects.requireNonNull(products, "products");
            products = Words.sorted(products, "products");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_SKU;
        }

        @Override
        public String toString() {
            return "product " + Words.alternatives(products);
        }
    }

    /**
     * An attribute of the payload has a value.
     *
     * @param name the attribute's name
     * @param value the value, of the same type
     */
    record PayloadIs(String name, AttributeValue value) implements FactCondition {

        /**
         * Refuses missing parts.
         *
         * @param name the attribute's name
         * @param value the value, of the same type
         */
        public PayloadIs {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_PAYLOAD;
        }

        @Override
        public String toString() {
            return name + " is " + value.text();
        }
    }

    /**
     * A number of the payload reaches a minimum.
     *
     * @param name the attribute's name
     * @param minimum the minimum, itself enough
     */
    record PayloadAtLeast(String name, Ratio minimum) implements FactCondition {

        /**
         * Refuses missing parts.
         *
         * @param name the attribute's name
         * @param minimum the minimum, itself enough
         */
        public PayloadAtLeast {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(minimum, "minimum");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_PAYLOAD;
        }

        @Override
        public String toString() {
            return name + " at least " + minimum;
        }
    }
}
