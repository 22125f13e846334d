package io.loyalty.tier;

import java.time.Period;

/**
 * How far a rolling period looks back, on days counted since 1970: {@link java.time.LocalDate#minus} as plain arithmetic.
 *
 * <p>Months are numbered through, from March to February, so that the leap day ends a year. The conversion of days to months is
 * that of Howard Hinnant, "chrono-compatible low-level date algorithms" (2013), in which a year of 365.2425 days is an era of
 * 400 years and 146,097 days.
 */
final class RollingSpan {

    private static final long DAYS_PER_ERA = 146_097;
    private static final long MONTHS_PER_ERA = 4_800;
    /** From 1 March of the year 0 to 1 January 1970. */
    private static final long SHIFT = 719_468;
    /** So many days every month has. */
    private static final long SHORTEST_MONTH = 28;

    /** The months of the years 1970 to 2099: to reckon each anew was a quarter of the profile of judging members. */
    private static final long FIRST_MONTH = monthReckoned(0);

    private static final int[] STARTS = new int[130 * 12 + 1];
    private static final long LAST_START;

    static {
        for (int i = 0; i < STARTS.length; i++) {
            STARTS[i] = (int) startReckoned(FIRST_MONTH + i);
        }
        LAST_START = STARTS[STARTS.length - 1];
    }

    /** A fact stays in the window for at least so many days: months have 28, twelve in a row 365. */
    final long least;

    /** And for no more than so many. */
    private final long most;

    private final long months;
    private final long days;

    RollingSpan(Period period) {
        months = period.toTotalMonths();
        days = period.getDays();
        least = days + months / 12 * 365 + months % 12 * 28;
        most = days + months / 12 * 366 + months % 12 * 31;
    }

    /** The first day that is seen from another. */
    long firstSeenFrom(long day) {
        return plusMonths(day, -months) - days + 1;
    }

    /** Whether a day is seen from another, not before it. */
    boolean sees(long from, long day) {
        long apart = from - day;
        // The calendar is only needed where it decides.
        return apart < least || apart < most && from < firstBlindTo(day);
    }

    /**
     * The first day from which a day is no longer seen: the first d with d - period at or after it.
     *
     * <p>Where d - period falls into a month without that day of the month, its last day stands in; so the day of the month is
     * reached where there is one, and otherwise only by the first of the following month.
     */
    long firstBlindTo(long day) {
        long shifted = day + days;
        long month = month(shifted);
        long dayOfMonth = shifted - start(month);
        long later = start(month + months) + dayOfMonth;
        return dayOfMonth < SHORTEST_MONTH ? later : Math.min(later, start(month + months + 1));
    }

    /** The day so many months later, or the last of that month if it is too short. */
    static long plusMonths(long day, long months) {
        long month = month(day);
        long dayOfMonth = day - start(month);
        long later = start(month + months) + dayOfMonth;
        return dayOfMonth < SHORTEST_MONTH ? later : Math.min(later, start(month + months + 1) - 1);
    }

    private static long month(long day) {
        if (day < 0 || day >= LAST_START) {
            return monthReckoned(day);
        }
        // A month has 30.44 days on the average, so that the guess is at most one month off.
        int guess = (int) (day * 2153 >> 16);
        while (STARTS[guess] > day) {
            guess--;
        }
        while (STARTS[guess + 1] <= day) {
            guess++;
        }
        return FIRST_MONTH + guess;
    }

    private static long start(long month) {
        long place = month - FIRST_MONTH;
        return place >= 0 && place < STARTS.length ? STARTS[(int) place] : startReckoned(month);
    }

    private static long monthReckoned(long day) {
        long era = Math.floorDiv(day + SHIFT, DAYS_PER_ERA);
        long inEra = day + SHIFT - era * DAYS_PER_ERA;
        long year = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
        long inYear = inEra - (365 * year + year / 4 - year / 100);
        return era * MONTHS_PER_ERA + year * 12 + (5 * inYear + 2) / 153;
    }

    private static long startReckoned(long month) {
        long era = Math.floorDiv(month, MONTHS_PER_ERA);
        long inEra = month - era * MONTHS_PER_ERA;
        long year = inEra / 12;
        return era * DAYS_PER_ERA + year * 365 + year / 4 - year / 100 + (153 * (inEra % 12) + 2) / 5 - SHIFT;
    }
}
