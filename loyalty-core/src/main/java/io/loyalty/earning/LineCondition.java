package io.loyalty.earning;

import io.loyalty.visit.LineKind;
import java.util.Objects;
import java.util.Set;

/**
 * A condition that chooses lines of a visit.
 *
 * <p>What is earned on spend and per unit, and what is multiplied, is limited to the lines chosen. A rule about the visit as a
 * whole holds if at least one line is chosen.
 */
public sealed interface LineCondition extends Condition {

    /**
     * Lines of some categories.
     *
     * @param categories the categories, at least one, sorted
     */
    record InCategory(Set<String> categories) implements LineCondition {

        /**
         * Copies and sorts the set.
         *
         * @param categories the categories, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public InCategory {
            Objects.requireNonNull(categories, "categories");
            categories = Words.sorted(categories, "categories");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_CATEGORY;
        }

        @Override
        public String toString() {
            return "category " + Words.alternatives(categories);
        }
    }

    /**
     * Lines of some products.
     *
     * @param skus the products' codes, at least one, sorted
     */
    record OfSku(Set<String> skus) implements LineCondition {

        /**
         * Copies and sorts the set.
         *
         * @param skus the products' codes, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public OfSku {
            Objects.requireNonNull(skus, "skus");
            skus = Words.sorted(skus, "skus");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_SKU;
        }

        @Override
        public String toString() {
            return "sku " + Words.alternatives(skus);
        }
    }

    /**
     * Lines of some brands.
     *
     * @param brands the brands, at least one, sorted
     */
    record OfBrand(Set<String> brands) implements LineCondition {

        /**
         * Copies and sorts the set.
         *
         * @param brands the brands, at least one
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public OfBrand {
            Objects.requireNonNull(brands, "brands");
            brands = Words.sorted(brands, "brands");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_BRAND;
        }

        @Override
        public String toString() {
            return "brand " + Words.alternatives(brands);
        }
    }

    /**
     * Lines of some kinds.
     *
     * @param kinds the kinds, at least one; iterates in the order of {@link LineKind}
     */
    record OfKind(Set<LineKind> kinds) implements LineCondition {

        /**
         * Copies the set.
         *
         * @param kinds the kinds, at least one
         * @throws IllegalArgumentException if there is none
         */
        public OfKind {
            Objects.requireNonNull(kinds, "kinds");
            kinds = Words.ordered(LineKind.class, kinds, "kinds");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_LINE_KIND;
        }

        @Override
        public String toString() {
            return "line kind " + Words.alternatives(kinds);
        }
    }
}
