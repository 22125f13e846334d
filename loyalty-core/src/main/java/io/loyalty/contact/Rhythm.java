package io.loyalty.contact;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/** How often a customer usually comes. Immutable. */
public sealed interface Rhythm extends Serializable {

    /**
     * What the customer's own visits show: the median of the gaps between the days of visits so far; the mean of the middle two of an
     * even number of gaps.
     *
     * @param fewestGaps how many gaps it takes to tell, at least 1
     */
    record Own(int fewestGaps) implements Rhythm {

        /**
         * Refuses to tell from nothing.
         *
         * @param fewestGaps how many gaps it takes to tell, at least 1
         * @throws IllegalArgumentException if the number is below 1
         */
        public Own {
            if (fewestGaps < 1) {
                throw new IllegalArgumentException("fewestGaps must be at least 1: " + fewestGaps);
            }
        }
    }

    /**
     * What somebody else has found, a calculator of metrics for example.
     *
     * @param gap the usual time from one visit to the next, above zero
     */
    record Given(Duration gap) implements Rhythm {

        /**
         * Refuses a gap that is none.
         *
         * @param gap the usual time from one visit to the next, above zero
         * @throws IllegalArgumentException if the gap is not above zero
         */
        public Given {
            if (Objects.requireNonNull(gap, "gap").isNegative() || gap.isZero()) {
                throw new IllegalArgumentException("gap must be above zero: " + gap);
            }
        }
    }

    /**
     * The customer's own rhythm, as soon as there are three gaps to tell it from.
     *
     * @return the rhythm
     */
    static Rhythm own() {
        return new Own(3);
    }

    /**
     * A rhythm that is known from elsewhere.
     *
     * @param gap the usual time from one visit to the next, above zero
     * @return the rhythm
     * @throws IllegalArgumentException if the gap is not above zero
     */
    static Rhythm of(Duration gap) {
        return new Given(gap);
    }
}
