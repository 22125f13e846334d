package io.loyalty.time;

import java.time.LocalDate;
import java.time.Period;

/** A stretch of the calendar year at whose end points may die together. */
public enum CalendarUnit {
    /** A calendar month. */
    MONTH(1),
    /** A quarter, beginning in January, April, July or October. */
    QUARTER(3),
    /** Half a year, beginning in January or July. */
    HALF_YEAR(6),
    /** A calendar year. */
    YEAR(12);

    private final int months;

    CalendarUnit(int months) {
        this.months = months;
    }

    /**
     * The last date of the unit in which a date lies.
     *
     * @param date any date
     * @return the last day of its month, quarter, half-year or year
     */
    public LocalDate lastDayOf(LocalDate date) {
        int lastMonth = (date.getMonthValue() + months - 1) / months * months;
        LocalDate inLastMonth = LocalDate.of(date.getYear(), lastMonth, 1);
        return inLastMonth.withDayOfMonth(inLastMonth.lengthOfMonth());
    }

    /** The same for the day that lies a period after a day, both counted from 1970-01-01. */
    long lastDayAfter(long day, Period period) {
        long after = period.toTotalMonths();
        if (period.getDays() != 0 || !Periods.areNear(day, after, 0)) {
            return lastDayOf(LocalDate.ofEpochDay(Periods.plus(day, period))).toEpochDay();
        }
        // Units are counted from January; these months from a March.
        int month = Periods.monthOf((int) day) + (int) after + 2;
        return Periods.startOf((month / months + 1) * months - 2) - 1;
    }
}
