package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Days that are moved by numbers alone against dates of the Java platform. */
class PeriodsProperties {

    private static void same(long day, Period period) {
        assertEquals(
                LocalDate.ofEpochDay(day).plus(period).toEpochDay(), Periods.plus(day, period), day + " " + period);
    }

    /** Four hundred years, day by day, in which leap years come in every way that they can. */
    @Property(tries = 40, seed = "3081")
    void everyDayOfTheCalendarMovesLikeADate(
            @ForAll @IntRange(max = 9) int years,
            @ForAll @IntRange(max = 30) int months,
            @ForAll @IntRange(max = 800) int days) {
        Period period = Period.of(years, months, days);
        for (long day = 0; day <= 146_097; day += 1 + (day + days) % 3) {
            same(day, period);
        }
    }

    @Property(tries = 2000, seed = "3082")
    void farDaysAndPeriodsMoveLikeDates(
            @ForAll @LongRange(min = -1_000_000, max = 20_000_000) long day,
            @ForAll @IntRange(min = -12_000_000, max = 12_000_000) int months,
            @ForAll @IntRange(min = -12_000_000, max = 12_000_000) int days) {
        same(day, Period.of(0, months, days));
    }

    @Property(tries = 4000, seed = "3083")
    void unitsOfFarDaysEndLikeThoseOfDates(
            @ForAll CalendarUnit unit,
            @ForAll @LongRange(min = -1_000_000, max = 20_000_000) long day,
            @ForAll @IntRange(min = 0, max = 12_000_000) int months,
            @ForAll @IntRange(min = 0, max = 1) int days) {
        Period period = Period.of(0, months, days);
        assertEquals(
                unit.lastDayOf(LocalDate.ofEpochDay(day).plus(period)).toEpochDay(),
                unit.lastDayAfter(day, period),
                () -> unit + " of " + period + " after " + day);
    }
}
