package io.loyalty.customer;

import io.loyalty.text.Code;
import io.loyalty.time.LeapDay;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Optional;

/**
 * A yearly date of a customer: a birthday, a wedding day, the day of joining, or one of the host's own kind.
 *
 * <p>The year in which it began may be unknown, as with customers who give their birthday but not their age. Printed without
 * its date. Immutable.
 *
 * @param kind one of the constants or a word of the host's own
 * @param day the day of the year
 * @param year the year in which it began, from 1 to 9999, or 0 if that is unknown
 */
public record Occasion(String kind, MonthDay day, int year) implements Serializable {

    /** The kind of a birthday. */
    public static final String BIRTHDAY = "BIRTHDAY";

    /** The kind of a wedding day. */
    public static final String WEDDING_DAY = "WEDDING_DAY";

    /** The kind of the day on which the customer joined. */
    public static final String JOINING_DAY = "JOINING_DAY";

    private static final int UNKNOWN_YEAR = 0;
    private static final int MAX_YEAR = 9999;

    /**
     * Refuses years out of range and a 29 February that never was. The messages show no date.
     *
     * @param kind one of the constants or a word of the host's own, 1 to 200 printable characters
     * @param day the day of the year
     * @param year the year in which it began, from 1 to 9999, or 0 if that is unknown
     * @throws IllegalArgumentException if the kind is no proper word, the year is out of range, or the year has no such day
     */
    public Occasion {
        Code.require(kind, "kind");
        Objects.requireNonNull(day, "day");
        if (year < UNKNOWN_YEAR || year > MAX_YEAR) {
            throw new IllegalArgumentException("year of " + kind + " must be in [1, 9999], or 0 if unknown");
        }
        if (year != UNKNOWN_YEAR && !day.isValidYear(year)) {
            throw new IllegalArgumentException("day of " + kind + " must exist in the year in which it began");
        }
    }

    /**
     * An occasion of any kind that began on a known date.
     *
     * @param kind one of the constants or a word of the host's own
     * @param date the date on which it began
     * @return the occasion
     * @throws IllegalArgumentException if the kind is no proper word, or the year is not in [1, 9999]
     */
    public static Occasion of(String kind, LocalDate date) {
        if (Objects.requireNonNull(date, "date").getYear() == UNKNOWN_YEAR) {
            throw new IllegalArgumentException("year of " + kind + " must be in [1, 9999]");
        }
        return new Occasion(kind, MonthDay.from(date), date.getYear());
    }

    /**
     * An occasion of any kind that began in an unknown year.
     *
     * @param kind one of the constants or a word of the host's own
     * @param day the day of the year
     * @return the occasion
     * @throws IllegalArgumentException if the kind is no proper word
     */
    public static Occasion of(String kind, MonthDay day) {
        return new Occasion(kind, day, UNKNOWN_YEAR);
    }

    /**
     * A birthday.
     *
     * @param born the date of birth
     * @return the occasion
     * @throws IllegalArgumentException if the year is not in [1, 9999]
     */
    public static Occasion birthday(LocalDate born) {
        return of(BIRTHDAY, born);
    }

    /**
     * A birthday without the year of birth.
     *
     * @param day the day of the year
     * @return the occasion
     */
    public static Occasion birthday(MonthDay day) {
        return of(BIRTHDAY, day);
    }

    /**
     * A wedding day.
     *
     * @param wedding the date of the wedding
     * @return the occasion
     * @throws IllegalArgumentException if the year is not in [1, 9999]
     */
    public static Occasion weddingDay(LocalDate wedding) {
        return of(WEDDING_DAY, wedding);
    }

    /**
     * A wedding day without the year of the wedding.
     *
     * @param day the day of the year
     * @return the occasion
     */
    public static Occasion weddingDay(MonthDay day) {
        return of(WEDDING_DAY, day);
    }

    /**
     * The day of joining.
     *
     * @param joined the date on which the customer joined
     * @return the occasion
     * @throws IllegalArgumentException if the year is not in [1, 9999]
     */
    public static Occasion joiningDay(LocalDate joined) {
        return of(JOINING_DAY, joined);
    }

    /**
     * Whether the year in which the occasion began is known.
     *
     * @return true if {@link #year()} is not 0
     */
    public boolean hasYear() {
        return year != UNKNOWN_YEAR;
    }

    /**
     * The date on which the occasion falls in a year.
     *
     * @param calendarYear the year in question
     * @param policy where 29 February falls in a common year
     * @return the date; empty before the known year in which the occasion began, or if the policy leaves the day out. In the
     *     known year itself it is the date of the beginning
     * @throws java.time.DateTimeException if the year is beyond those of {@link LocalDate}
     */
    public Optional<LocalDate> in(int calendarYear, LeapDay policy) {
        Objects.requireNonNull(policy, "policy");
        return hasYear() && calendarYear < year ? Optional.empty() : policy.in(day, calendarYear);
    }

    /**
     * The kind without the date.
     *
     * @return for example {@code Occasion[BIRTHDAY]}
     */
    @Override
    public String toString() {
        return "Occasion[" + kind + "]";
    }
}
