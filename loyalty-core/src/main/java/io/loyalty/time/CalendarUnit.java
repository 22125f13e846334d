package io.loyalty.time;

import java.time.LocalDate;

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
}
