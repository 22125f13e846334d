package io.loyalty.tier;

import java.io.Serializable;
import java.time.Period;
import java.util.Objects;

/**
 * How long a tier, once reached, is held before it is judged again. Immutable.
 */
public sealed interface Validity extends Serializable {

    /** Through the end of the qualification period after the one in which the tier was reached: the default. */
    record EndOfNextPeriod() implements Validity {
        @Override
        public String toString() {
            return "END_OF_NEXT_PERIOD";
        }
    }

    /** Through the end of the qualification period in which the tier was reached. */
    record EndOfPeriod() implements Validity {
        @Override
        public String toString() {
            return "END_OF_PERIOD";
        }
    }

    /**
     * For a period from the day on which the tier was reached.
     *
     * @param period the length, no part of it negative, not zero; the last valid day is the day of reaching plus this
     */
    record Fixed(Period period) implements Validity {

        /**
         * Refuses lengths that are not positive.
         *
         * @param period the length, no part of it negative, not zero
         * @throws IllegalArgumentException if the period is zero or a part of it is negative
         */
        public Fixed {
            if (Objects.requireNonNull(period, "period").isNegative() || period.isZero()) {
                throw new IllegalArgumentException("period must be positive: " + period);
            }
        }

        @Override
        public String toString() {
            return "FIXED " + period;
        }
    }

    /** For ever. */
    record Forever() implements Validity {
        @Override
        public String toString() {
            return "FOREVER";
        }
    }

    /**
     * Through the end of the qualification period after the one in which the tier was reached.
     *
     * @return the default
     */
    static Validity endOfNextPeriod() {
        return new EndOfNextPeriod();
    }

    /**
     * Through the end of the qualification period in which the tier was reached.
     *
     * @return the validity
     */
    static Validity endOfPeriod() {
        return new EndOfPeriod();
    }

    /**
     * For a period from the day on which the tier was reached.
     *
     * @param period the length
     * @return the validity
     * @throws IllegalArgumentException if the period is zero or a part of it is negative
     */
    static Validity fixed(Period period) {
        return new Fixed(period);
    }

    /**
     * For ever.
     *
     * @return the validity
     */
    static Validity forever() {
        return new Forever();
    }
}
