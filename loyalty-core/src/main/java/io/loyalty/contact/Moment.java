package io.loyalty.contact;

import io.loyalty.money.Ratio;
import io.loyalty.text.Code;
import io.loyalty.time.LeapDay;
import java.io.Serializable;
import java.time.Period;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a rule has something to say: the fact after which, or the date before which, a contact is due.
 *
 * <p>All dates are those of the customer's calendar. What is true on a date is what has happened by its end. Each moment tells what
 * its contacts are about (the subject: a rule says the same thing once only) and which parameters they carry. Immutable.
 */
public sealed interface Moment extends Serializable {

    /** For how many days a contact after a fact may still go out when it cannot at once: 7. */
    int USUAL_PATIENCE_DAYS = 7;

    /**
     * After a purchase, as long as it is of the kind that is meant. Subject: the visit's id. Parameters: {@code visit} (text),
     * {@code purchase} (its number), {@code amount} (less what has come back).
     *
     * @param which the purchases meant
     * @param later how long after it; zero for the same day
     */
    record AfterPurchase(Purchases which, Period later) implements Moment {

        /**
         * Refuses a time before the purchase.
         *
         * @param which the purchases meant
         * @param later how long after it, no part negative
         * @throws IllegalArgumentException if a part of the period is negative
         */
        public AfterPurchase {
            Objects.requireNonNull(which, "which");
            requireNotNegative(later);
        }

        @Override
        public int patienceDays() {
            return USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * After joining. Subject: {@code joining}. Parameter: {@code joined} (date).
     *
     * @param later how long after it; zero for the same day
     */
    record AfterJoining(Period later) implements Moment {

        /**
         * Refuses a time before joining.
         *
         * @param later how long after it, no part negative
         * @throws IllegalArgumentException if a part of the period is negative
         */
        public AfterJoining {
            requireNotNegative(later);
        }

        @Override
        public int patienceDays() {
            return USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * Before each return of a yearly date. Subject: the year. Parameters: {@code day} (the date of this year), and {@code years}
     * (how often it has returned) if the year is known in which it began. The day of joining is known of every member.
     *
     * @param kind the kind of occasion
     * @param days how many days before, at least 0; it may go out until the day itself
     * @param leapDay on which day 29 February is kept in common years
     */
    record BeforeOccasion(String kind, int days, LeapDay leapDay) implements Moment {

        /**
         * Refuses kinds that are no proper words.
         *
         * @param kind the kind of occasion
         * @param days how many days before, 0 to 366
         * @param leapDay on which day 29 February is kept in common years
         * @throws IllegalArgumentException if the kind is no proper word or the number is out of range
         */
        public BeforeOccasion {
            Code.require(kind, "kind");
            requireDays(days);
            Objects.requireNonNull(leapDay, "leapDay");
        }

        @Override
        public int patienceDays() {
            return days;
        }
    }

    /**
     * Before points die. Subject: the currency and their last valid day. Parameters: {@code points} (how many),
     * {@code lastDay} (date, by the ledger's calendar).
     *
     * @param days how many days before their last valid day, at least 0; it may go out until that day
     * @param atLeast how many points must die on one day to be worth a word, at least 1
     * @param currency the name of the points
     */
    record BeforePointsExpire(int days, long atLeast, String currency) implements Moment {

        /**
         * Refuses numbers out of range.
         *
         * @param days how many days before their last valid day, 0 to 366
         * @param atLeast how many points must die on one day to be worth a word, at least 1
         * @param currency the name of the points
         * @throws IllegalArgumentException if a number is out of range or the name is no proper word
         */
        public BeforePointsExpire {
            requireDays(days);
            if (atLeast < 1) {
                throw new IllegalArgumentException("atLeast must be at least 1: " + atLeast);
            }
            Code.require(currency, "currency");
        }

        @Override
        public int patienceDays() {
            return days;
        }
    }

    /**
     * When a fact has brought the next tier near, as long as it is. Subject: the tier and the beginning of the qualification period, or
     * of the stay in the present tier where periods do not recur. Parameters: {@code tier} (text) and for each basis of which
     * something remains {@code remaining.} with the basis (number).
     *
     * @param share how much of what the tier asks for must have been reached, above 0 and below 1
     */
    record NearNextTier(Ratio share) implements Moment {

        /**
         * Refuses shares out of range.
         *
         * @param share how much of what the tier asks for must have been reached, above 0 and below 1
         * @throws IllegalArgumentException if the share is out of range
         */
        public NearNextTier {
            Objects.requireNonNull(share, "share");
            if (share.compareTo(Ratio.ZERO) <= 0 || share.compareTo(Ratio.ONE) >= 0) {
                throw new IllegalArgumentException("share must be in (0, 1): " + share);
            }
        }

        @Override
        public int patienceDays() {
            return 2 * USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * Before a tier runs out into a lower one. Subject: the tier and its end. Parameters: {@code tier} and {@code nextTier} (texts),
     * {@code lastDay} (date), and for each basis of which something remains to keep the tier {@code remaining.} with the basis
     * (number).
     *
     * @param days how many days before its last day, at least 0; it may go out until that day
     */
    record BeforeTierEnds(int days) implements Moment {

        /**
         * Refuses numbers out of range.
         *
         * @param days how many days before its last day, 0 to 366
         * @throws IllegalArgumentException if the number is out of range
         */
        public BeforeTierEnds {
            requireDays(days);
        }

        @Override
        public int patienceDays() {
            return days;
        }
    }

    /**
     * Before the allowance of a benefit begins anew, or ends with the tier, if some of it is left. Benefits without limit are never
     * left. Subject: the benefit and that instant. Parameters: {@code benefit} (text), {@code remaining} (number), {@code lastDay}
     * (date).
     *
     * @param days how many days before the last day, at least 0; it may go out until that day
     * @param benefits the ids of the benefits meant; empty for all
     */
    record BeforeBenefitLapses(int days, Set<String> benefits) implements Moment {

        /**
         * Copies the ids.
         *
         * @param days how many days before the last day, 0 to 366
         * @param benefits the ids of the benefits meant; empty for all
         * @throws IllegalArgumentException if the number is out of range
         */
        public BeforeBenefitLapses {
            Objects.requireNonNull(benefits, "benefits");
            requireDays(days);
            benefits = Collections.unmodifiableSet(new TreeSet<>(benefits));
        }

        @Override
        public int patienceDays() {
            return days;
        }
    }

    /**
     * When the customer has not come for longer than usual, as long as nothing changes that. Subject: the id of the last visit.
     * Parameters: {@code lastVisit} (date), {@code usualGapDays} (number). Nobody is overdue whose rhythm is not known.
     *
     * @param factor how many times the usual gap must have passed, above 0
     */
    record WhenOverdue(Ratio factor) implements Moment {

        /**
         * Refuses factors that are not positive.
         *
         * @param factor how many times the usual gap must have passed, above 0
         * @throws IllegalArgumentException if the factor is not above 0
         */
        public WhenOverdue {
            Objects.requireNonNull(factor, "factor");
            if (factor.compareTo(Ratio.ZERO) <= 0) {
                throw new IllegalArgumentException("factor must be above 0: " + factor);
            }
        }

        @Override
        public int patienceDays() {
            return 2 * USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * When the customer has not come for so long, whatever is usual. Subject: the id of the last visit. Parameter: {@code lastVisit}
     * (date).
     *
     * @param away how long, not zero
     */
    record WhenAway(Period away) implements Moment {

        /**
         * Refuses no time at all.
         *
         * @param away how long, not zero, no part negative
         * @throws IllegalArgumentException if the period is zero or a part of it is negative
         */
        public WhenAway {
            Objects.requireNonNull(away, "away");
            requireNotNegative(away);
            if (away.isZero()) {
                throw new IllegalArgumentException("away must not be zero: " + away);
            }
        }

        @Override
        public int patienceDays() {
            return 2 * USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * After a fact of the host's own kind, a complaint for example. Subject: the fact's id. Parameter: {@code activity} (text).
     *
     * @param type the kind of fact
     * @param later how long after it; zero for the same day
     */
    record AfterFact(String type, Period later) implements Moment {

        /**
         * Refuses kinds that are no proper words.
         *
         * @param type the kind of fact
         * @param later how long after it, no part negative
         * @throws IllegalArgumentException if the kind is no proper word or a part of the period is negative
         */
        public AfterFact {
            Code.require(type, "type");
            requireNotNegative(later);
        }

        @Override
        public int patienceDays() {
            return USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * After a low answer: a number that a fact of the host's own kind carries. Subject: the fact's id. Parameters: {@code activity}
     * (text), {@code answer} (number).
     *
     * @param type the kind of fact, a survey for example
     * @param attribute the name of the number
     * @param atMost the highest number that is low
     * @param later how long after it; zero for the same day
     */
    record AfterLowAnswer(String type, String attribute, Ratio atMost, Period later) implements Moment {

        /**
         * Refuses names that are no proper words.
         *
         * @param type the kind of fact
         * @param attribute the name of the number
         * @param atMost the highest number that is low
         * @param later how long after it, no part negative
         * @throws IllegalArgumentException if a name is no proper word or a part of the period is negative
         */
        public AfterLowAnswer {
            Code.require(type, "type");
            Code.require(attribute, "attribute");
            Objects.requireNonNull(atMost, "atMost");
            requireNotNegative(later);
        }

        @Override
        public int patienceDays() {
            return USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * After a review with few stars. Subject: the review's id. Parameters: {@code activity} and {@code product} (texts),
     * {@code rating} (number).
     *
     * @param atMost the highest number of stars that is low, 1 to 5
     * @param later how long after it; zero for the same day
     */
    record AfterLowRating(int atMost, Period later) implements Moment {

        /**
         * Refuses numbers of stars that there are not.
         *
         * @param atMost the highest number of stars that is low, 1 to 5
         * @param later how long after it, no part negative
         * @throws IllegalArgumentException if the number is out of range or a part of the period is negative
         */
        public AfterLowRating {
            if (atMost < 1 || atMost > 5) {
                throw new IllegalArgumentException("atMost must be in [1, 5]: " + atMost);
            }
            requireNotNegative(later);
        }

        @Override
        public int patienceDays() {
            return USUAL_PATIENCE_DAYS;
        }
    }

    /**
     * For how many days after the date on which it is due a contact may still go out, unless the rule says otherwise.
     *
     * @return a number of at least 0
     */
    int patienceDays();

    private static void requireNotNegative(Period later) {
        if (Objects.requireNonNull(later, "later").isNegative()) {
            throw new IllegalArgumentException("period must not be negative in any part: " + later);
        }
    }

    private static void requireDays(int days) {
        if (days < 0 || days > 366) {
            throw new IllegalArgumentException("days must be in [0, 366]: " + days);
        }
    }
}
