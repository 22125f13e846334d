package io.loyalty.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/** Dates moved by periods, with overflow told as {@link ArithmeticException}. */
final class Periods {

    static final Period ONE_DAY = Period.ofDays(1);

    private Periods() {}

    static void requireNotNegative(String name, Period period) {
        if (Objects.requireNonNull(period, name).isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative in any part: " + period);
        }
    }

    static LocalDate plus(LocalDate date, Period period) {
        try {
            return date.plus(period);
        } catch (DateTimeException | ArithmeticException e) {
            throw overflow(period + " after " + date, e);
        }
    }

    /** Days from 1 March of the year 0 to 1 January 1970. */
    private static final int MARCH_0 = 719_468;
    /** Days and periods up to here are reckoned with {@code int}. */
    private static final int NEAR = 10_000_000;

    /**
     * The day that lies a period after a day, both counted from 1970-01-01; the same as of a {@link LocalDate}, but without making dates.
     */
    static long plus(long day, Period period) {
        long months = period.toTotalMonths();
        if (!areNear(day, months, period.getDays())) {
            return plus(LocalDate.ofEpochDay(day), period).toEpochDay();
        }
        int month = monthOf((int) day);
        int sum = month + (int) months;
        return Math.min(startOf(sum) + day - startOf(month), startOf(sum + 1) - 1) + period.getDays();
    }

    /** Whether a day, months and days after it are reckoned without dates. */
    static boolean areNear(long day, long months, int days) {
        return day >= 0 && day <= NEAR && months >= 0 && months <= NEAR && days >= 0 && days <= NEAR;
    }

    /**
     * The month in which a near day lies, counted from March of the year 0.
     *
     * <p>Years begin in March here, so that a leap day is the last day of a year. Day counts of centuries, years and months all grow like
     * straight lines that are rounded down, and are turned round by the same means: Cassio Neri, Lorenz Schneider (2022),
     * Euclidean affine functions and their application to calendar algorithms, doi:10.1002/spe.3172.
     */
    static int monthOf(int day) {
        long quarters = 4L * (day + MARCH_0) + 3;
        long century = quarters / 146_097;
        // 2^32 / 2,939,745 is the length of a year in quarters of a day, as near as it must be.
        long years = 2_939_745 * (quarters % 146_097 | 3);
        long inYear = (years & 0xFFFF_FFFFL) / (4 * 2_939_745);
        return (int) (1_200 * century + 12 * (years >>> 32) + (2_141 * inYear + 1_305 >>> 16));
    }

    /** The first day, from 1970-01-01, of a month counted from March of the year 0. */
    static int startOf(int month) {
        int year = month / 12;
        int leapDays = year / 4 - year / 100 + year / 400;
        // Five months in a row have 153 days.
        return year * 365 + leapDays + (153 * (month - 12 * year) + 2) / 5 - MARCH_0;
    }

    static LocalDate minus(LocalDate date, Period period) {
        try {
            return date.minus(period);
        } catch (DateTimeException | ArithmeticException e) {
            throw overflow(period + " before " + date, e);
        }
    }

    static ArithmeticException overflow(String what, RuntimeException cause) {
        ArithmeticException overflow = new ArithmeticException("date overflow: " + what);
        overflow.initCause(cause);
        return overflow;
    }
}
