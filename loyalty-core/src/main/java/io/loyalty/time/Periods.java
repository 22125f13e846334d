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

    private static final int DAYS_IN_400_YEARS = 146_097;
    /** Days and periods up to here are reckoned with {@code int}. */
    private static final int NEAR = 10_000_000;

    /**
     * The day that lies a period after a day, both counted from 1970-01-01; the same as of a {@link LocalDate}, but without making dates.
     *
     * <p>Years begin in March here, so that a leap day is the last day of a year and months have their lengths by the rule of fives: the first
     * days of the months after March are at (153 m + 2) / 5.
     */
    static long plus(long day, Period period) {
        long months = period.toTotalMonths();
        if (day < 0 || day > NEAR || months < 0 || months > NEAR || period.getDays() < 0 || period.getDays() > NEAR) {
            return plus(LocalDate.ofEpochDay(day), period).toEpochDay();
        }
        int sinceMarch = (int) day + MARCH_0;
        int in400Years = sinceMarch % DAYS_IN_400_YEARS;
        int leapDays = in400Years / 1_460 - in400Years / 36_524 + in400Years / 146_096;
        int year = (in400Years - leapDays) / 365;
        int inYear = in400Years - startOf(year);
        int month = (5 * inYear + 2) / 153;
        int inMonth = inYear - startOfMonth(month);

        int sum = (year + sinceMarch / DAYS_IN_400_YEARS * 400) * 12 + month + (int) months;
        int start = startOf(sum / 12) + startOfMonth(sum % 12);
        int next = startOf((sum + 1) / 12) + startOfMonth((sum + 1) % 12);
        return (long) Math.min(start + inMonth, next - 1) - MARCH_0 + period.getDays();
    }

    private static int startOf(int year) {
        return year * 365 + year / 4 - year / 100 + year / 400;
    }

    private static int startOfMonth(int monthFromMarch) {
        return (153 * monthFromMarch + 2) / 5;
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
