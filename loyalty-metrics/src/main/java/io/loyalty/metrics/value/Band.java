package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * A band of a number, such as an age, or the band of those whose number is not known.
 *
 * <p>Bands sort by their lower bound, the unknown last.
 */
public sealed interface Band extends Comparable<Band>, Serializable {

    /**
     * The band of those whose number is not known.
     *
     * @return the band
     */
    static Band unknown() {
        return new Unknown();
    }

    /**
     * Numbers from a lower bound, included, up to an upper bound, not included.
     *
     * @param from the lower bound; minus infinity for the first band
     * @param to the upper bound, above the lower one; infinity for the last band
     */
    record Range(double from, double to) implements Band {

        /**
         * Refuses bounds in the wrong order and NaN.
         *
         * @param from the lower bound; minus infinity for the first band
         * @param to the upper bound, above the lower one; infinity for the last band
         * @throws IllegalArgumentException if the bounds are not in order
         */
        public Range {
            if (!(from < to)) {
                throw new IllegalArgumentException("from must be below to: " + from + " and " + to);
            }
        }

        @Override
        public int compareTo(Band other) {
            if (!(other instanceof Range that)) {
                return -1;
            }
            int byLower = Double.compare(from, that.from);
            return byLower != 0 ? byLower : Double.compare(to, that.to);
        }

        @Override
        public String toString() {
            if (from == Double.NEGATIVE_INFINITY) {
                return "below " + to;
            }
            return to == Double.POSITIVE_INFINITY ? "from " + from : "[" + from + ", " + to + ")";
        }
    }

    /** The band of unknown numbers; all instances are equal. */
    record Unknown() implements Band {

        @Override
        public int compareTo(Band other) {
            return other instanceof Unknown ? 0 : 1;
        }

        @Override
        public String toString() {
            return "unknown";
        }
    }
}
