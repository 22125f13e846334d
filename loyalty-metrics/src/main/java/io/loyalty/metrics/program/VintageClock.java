package io.loyalty.metrics.program;

import io.loyalty.time.CalendarUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Numbers the months, quarters, half-years or years of a zone, 0 being the one that begins 1970, and finds the one in which an
 * instant lies without making a date of it.
 */
final class VintageClock implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1970;
    private static final int YEARS = 150;
    private static final int MONTHS_PER_YEAR = 12;
    private static final long MEAN_MONTH_SECONDS = 2_629_746;

    private final ZoneId zone;
    private final int monthsPerUnit;

    /** Epoch second at which each month begins, from January 1970. */
    private final long[] starts = new long[YEARS * MONTHS_PER_YEAR + 1];

    VintageClock(ZoneId zone, CalendarUnit unit) {
        this.zone = zone;
        this.monthsPerUnit = months(unit);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = firstOfMonth(i).atStartOfDay(zone).toEpochSecond();
        }
    }

    /** How many months a unit has: its first ends with the month of that number. */
    static int months(CalendarUnit unit) {
        return unit.lastDayOf(LocalDate.of(FIRST_YEAR, 1, 1)).getMonthValue();
    }

    /** The number of the unit in which an instant lies. */
    int vintage(Instant instant) {
        return Math.floorDiv(month(instant), monthsPerUnit);
    }

    /** The number of the unit in which a date lies. */
    int vintage(LocalDate date) {
        return Math.floorDiv((date.getYear() - FIRST_YEAR) * MONTHS_PER_YEAR + date.getMonthValue() - 1, monthsPerUnit);
    }

    /** The first day of a unit. */
    LocalDate firstDay(int vintage) {
        return firstOfMonth(Math.multiplyExact(vintage, monthsPerUnit));
    }

    private int month(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < starts[0] || second >= starts[starts.length - 1]) {
            LocalDate date = LocalDate.ofInstant(instant, zone);
            return (date.getYear() - FIRST_YEAR) * MONTHS_PER_YEAR + date.getMonthValue() - 1;
        }
        int month = (int) Math.min(Math.max(0, second / MEAN_MONTH_SECONDS), starts.length - 2);
        while (second < starts[month]) {
            month--;
        }
        while (second >= starts[month + 1]) {
            month++;
        }
        return month;
    }

    private static LocalDate firstOfMonth(int month) {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusMonths(month);
    }
}
