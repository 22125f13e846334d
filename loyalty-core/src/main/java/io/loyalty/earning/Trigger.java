package io.loyalty.earning;

import io.loyalty.time.LeapDay;
import java.io.Serializable;
import java.util.Objects;

/** Which facts a rule with fixed points is about. Immutable. */
public sealed interface Trigger extends Serializable {

    /** Visits. */
    record OnVisit() implements Trigger {

        @Override
        public String toString() {
            return "visit";
        }
    }

    /** The customer joins. */
    record OnSignUp() implements Trigger {

        @Override
        public String toString() {
            return "sign-up";
        }
    }

    /**
     * Reviews.
     *
     * @param repeat whether a product may be reviewed more than once
     */
    record OnReview(Repeat repeat) implements Trigger {

        /** Whether a product may be reviewed more than once. */
        public enum Repeat {
            /** Only the first review of each product pays: the default. */
            ONCE_PER_PRODUCT,
            /** Each review pays. */
            EACH
        }

        /**
         * Refuses a missing policy.
         *
         * @param repeat whether a product may be reviewed more than once
         */
        public OnReview {
            Objects.requireNonNull(repeat, "repeat");
        }

        @Override
        public String toString() {
            return repeat == Repeat.EACH ? "review" : "first review of a product";
        }
    }

    /**
     * A yearly date of the customer, once a year.
     *
     * <p>The date on the customer's file decides. The day itself on which an occasion began, such as the day of joining, is no
     * occasion yet; it is so one year later. Against dates edited to be paid twice, two dates that pay lie in different
     * calendar years and are at least {@code minGapDays} apart.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @param by by what fact it is noticed
     * @param leapDay where 29 February falls in a common year
     * @param minGapDays how many days two dates that pay must be apart, from 0 to 365
     */
    record OnOccasion(String kind, By by, LeapDay leapDay, int minGapDays) implements Trigger {

        /** The gap that guards against edited dates unless another is chosen: 180 days. */
        public static final int MIN_GAP_DAYS = 180;

        /** By what fact an occasion is noticed. */
        public enum By {
            /** The host reports an {@link io.loyalty.visit.OccasionReached} of the right date. */
            REPORT,
            /** The customer visits on the day. */
            VISIT_ON_THE_DAY,
            /** The customer visits in the calendar month of the day. */
            VISIT_IN_THE_MONTH
        }

        /**
         * Refuses gaps out of range.
         *
         * @param kind the kind of the occasion
         * @param by by what fact it is noticed
         * @param leapDay where 29 February falls in a common year
         * @param minGapDays how many days two dates that pay must be apart, from 0 to 365
         * @throws IllegalArgumentException if the gap is not in [0, 365]
         */
        public OnOccasion {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(leapDay, "leapDay");
            if (minGapDays < 0 || minGapDays > 365) {
                throw new IllegalArgumentException("minGapDays must be in [0, 365]: " + minGapDays);
            }
        }

        @Override
        public String toString() {
            return kind
                    + switch (by) {
                        case REPORT -> "";
                        case VISIT_ON_THE_DAY -> ", visit on the day";
                        case VISIT_IN_THE_MONTH -> ", visit in the month";
                    };
        }
    }

    /**
     * A fact of the host's own kind.
     *
     * @param type the kind of fact
     */
    record OnCustom(String type) implements Trigger {

        /**
         * Refuses a missing kind.
         *
         * @param type the kind of fact
         */
        public OnCustom {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public String toString() {
            return type;
        }
    }

    /** The customer brings another, whether or not that one ever buys. */
    record OnReferralMade() implements Trigger {

        @Override
        public String toString() {
            return "referral";
        }
    }

    /**
     * A purchase by a customer whom this one brought makes the referral good. The rule's condition is about that purchase and
     * that customer, the rule's caps and milestone about this one.
     *
     * @param qualification with which purchase
     */
    record ToReferrer(Qualification qualification) implements Trigger {

        /**
         * Refuses a missing qualification.
         *
         * @param qualification with which purchase
         */
        public ToReferrer {
            Objects.requireNonNull(qualification, "qualification");
        }

        @Override
        public String toString() {
            return "to the referrer, " + qualification;
        }
    }

    /**
     * A purchase of the customer, who was brought by another, makes the referral good.
     *
     * @param qualification with which purchase
     */
    record ToReferee(Qualification qualification) implements Trigger {

        /**
         * Refuses a missing qualification.
         *
         * @param qualification with which purchase
         */
        public ToReferee {
            Objects.requireNonNull(qualification, "qualification");
        }

        @Override
        public String toString() {
            return "to the referee, " + qualification;
        }
    }
}
