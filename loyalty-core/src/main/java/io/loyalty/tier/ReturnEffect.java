package io.loyalty.tier;

import java.io.Serializable;
import java.time.Period;
import java.util.Objects;

/**
 * What becomes of a tier that was reached with something that then comes back.
 *
 * <p>The tier in question is the one that the member would not hold had the returned part never been bought. Immutable.
 */
public sealed interface ReturnEffect extends Serializable {

    /**
     * The tier is held for a period after the return; meeting its criterion again within it changes nothing.
     *
     * @param period the length, no part of it negative, not zero; the last day is that of the return plus this
     */
    record Grace(Period period) implements ReturnEffect {

        /**
         * Refuses lengths that are not positive.
         *
         * @param period the length, no part of it negative, not zero
         * @throws IllegalArgumentException if the period is zero or a part of it is negative
         */
        public Grace {
            if (Objects.requireNonNull(period, "period").isNegative() || period.isZero()) {
                throw new IllegalArgumentException("period must be positive: " + period);
            }
        }

        @Override
        public String toString() {
            return "GRACE " + period;
        }
    }

    /** The tier is lost with the return. */
    record Immediate() implements ReturnEffect {
        @Override
        public String toString() {
            return "IMMEDIATE";
        }
    }

    /** The tier is held as long as it would have been without the return. */
    record KeepToPeriodEnd() implements ReturnEffect {
        @Override
        public String toString() {
            return "KEEP_TO_PERIOD_END";
        }
    }

    /**
     * The tier is held for a period after the return.
     *
     * @param period the length; the default rules take 30 days
     * @return the effect
     * @throws IllegalArgumentException if the period is zero or a part of it is negative
     */
    static ReturnEffect grace(Period period) {
        return new Grace(period);
    }

    /**
     * The tier is lost with the return.
     *
     * @return the effect
     */
    static ReturnEffect immediate() {
        return new Immediate();
    }

    /**
     * The tier is held as long as it would have been without the return.
     *
     * @return the effect
     */
    static ReturnEffect keepToPeriodEnd() {
        return new KeepToPeriodEnd();
    }
}
