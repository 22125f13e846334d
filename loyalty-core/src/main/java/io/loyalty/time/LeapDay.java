package io.loyalty.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;

/**
 * On which date a yearly day of 29 February falls in a common year. Every other day falls on itself, whatever the constant.
 *
 * <p>Needed because {@code MonthDay.of(2, 29).atYear(2026)} is 28 February without a word.
 */
public enum LeapDay {
    /** On 28 February, the day before the missing one: the default. */
    FEB_28 {
        @Override
        Optional<LocalDate> inCommonYear(int year) {
            return Optional.of(LocalDate.of(year, 2, 28));
        }
    },
    /** On 1 March, the day after the missing one. */
    MAR_1 {
        @Override
        Optional<LocalDate> inCommonYear(int year) {
            return Optional.of(LocalDate.of(year, 3, 1));
        }
    },
    /** On no date: the day is kept in leap years only. */
    LEAP_ONLY {
        @Override
        Optional<LocalDate> inCommonYear(int year) {
            return Optional.empty();
        }
    };

    private static final MonthDay FEB_29 = MonthDay.of(2, 29);

    /**
     * The date of a yearly day in a year; at most one.
     *
     * @param day the yearly day
     * @param year the year, from {@link Year#MIN_VALUE} to {@link Year#MAX_VALUE}
     * @return the date; empty if the day is left out in that year
     * @throws DateTimeException if the year is out of range
     */
    public Optional<LocalDate> in(MonthDay day, int year) {
        return day.equals(FEB_29) && !Year.isLeap(year) ? inCommonYear(year) : Optional.of(day.atYear(year));
    }

    /**
     * The next date of a yearly day.
     *
     * @param day the yearly day
     * @param date where to start
     * @return the first date of the day on or after {@code date}
     * @throws ArithmeticException if there is none before {@link LocalDate#MAX}
     */
    public LocalDate nextOnOrAfter(MonthDay day, LocalDate date) {
        for (int year = date.getYear(); year <= Year.MAX_VALUE; year++) {
            Optional<LocalDate> found = in(day, year).filter(d -> !d.isBefore(date));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ArithmeticException("date overflow: " + day + " on or after " + date);
    }

    /**
     * The latest date of a yearly day.
     *
     * @param day the yearly day
     * @param date where to start
     * @return the last date of the day on or before {@code date}
     * @throws ArithmeticException if there is none after {@link LocalDate#MIN}
     */
    public LocalDate lastOnOrBefore(MonthDay day, LocalDate date) {
        for (int year = date.getYear(); year >= Year.MIN_VALUE; year--) {
            Optional<LocalDate> found = in(day, year).filter(d -> !d.isAfter(date));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ArithmeticException("date overflow: " + day + " on or before " + date);
    }

    abstract Optional<LocalDate> inCommonYear(int year);
}
