package io.loyalty.earning;

import java.io.Serializable;
import java.util.Objects;

/**
 * With which purchase a customer who was brought by another makes the referral good.
 *
 * <p>A purchase is a visit with an amount above 0. It qualifies if the rule's condition holds and it lies within the window,
 * which reaches from the referral to the end of the business day so many days after the referral's.
 *
 * @param purchase which purchase counts
 * @param n for {@link Purchase#EVERY}: every so many-th qualifying purchase, at least 1; otherwise 1
 * @param windowDays how many days the window lasts, at least 0
 */
public record Qualification(Purchase purchase, int n, int windowDays) implements Serializable {

    /** Which purchase of the referee counts. */
    public enum Purchase {
        /** The first one that qualifies: the default. */
        FIRST_QUALIFYING,
        /** The first one since the referral and no other, if it qualifies. */
        FIRST_ONLY,
        /** Every so many-th one that qualifies. */
        EVERY
    }

    /**
     * Refuses numbers that mean nothing.
     *
     * @param purchase which purchase counts
     * @param n for {@link Purchase#EVERY}: every so many-th qualifying purchase, at least 1; otherwise 1
     * @param windowDays how many days the window lasts, at least 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Qualification {
        Objects.requireNonNull(purchase, "purchase");
        if (purchase == Purchase.EVERY ? n < 1 : n != 1) {
            throw new IllegalArgumentException("n must be at least 1, and 1 unless EVERY: " + n);
        }
        if (windowDays < 0) {
            throw new IllegalArgumentException("windowDays must be at least 0: " + windowDays);
        }
    }

    /**
     * The first purchase that qualifies.
     *
     * @param windowDays how many days the window lasts, at least 0
     * @return the qualification
     * @throws IllegalArgumentException if the days are below 0
     */
    public static Qualification firstQualifying(int windowDays) {
        return new Qualification(Purchase.FIRST_QUALIFYING, 1, windowDays);
    }

    /**
     * The first purchase since the referral and no other.
     *
     * @param windowDays how many days the window lasts, at least 0
     * @return the qualification
     * @throws IllegalArgumentException if the days are below 0
     */
    public static Qualification firstOnly(int windowDays) {
        return new Qualification(Purchase.FIRST_ONLY, 1, windowDays);
    }

    /**
     * Every so many-th purchase that qualifies.
     *
     * @param n every how many-th, at least 1
     * @param windowDays how many days the window lasts, at least 0
     * @return the qualification
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Qualification every(int n, int windowDays) {
        return new Qualification(Purchase.EVERY, n, windowDays);
    }

    /**
     * A readable form, for example {@code FIRST_QUALIFYING within 30 days}.
     *
     * @return which purchase, and the window
     */
    @Override
    public String toString() {
        return purchase + (purchase == Purchase.EVERY ? " " + n : "") + " within " + windowDays + " days";
    }
}
