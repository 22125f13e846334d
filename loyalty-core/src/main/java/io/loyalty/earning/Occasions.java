package io.loyalty.earning;

import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.time.LeapDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;

/**
 * On which day a customer's occasion falls. The day on which it began is not yet one: nobody has been a member for a year on the day
 * of joining.
 */
final class Occasions {

    private static final MonthDay FEB_29 = MonthDay.of(2, 29);

    private Occasions() {}

    /** Whether an occasion falls on a date. */
    static boolean isOn(LocalDate date, Customer customer, String kind, LeapDay leapDay) {
        MonthDay day = dayIn(date.getYear(), customer, kind, leapDay);
        return day != null
                && day.getDayOfMonth() == date.getDayOfMonth()
                && day.getMonthValue() == date.getMonthValue();
    }

    /** Whether an occasion falls in the month of a date. */
    static boolean isInMonthOf(LocalDate date, Customer customer, String kind, LeapDay leapDay) {
        MonthDay day = dayIn(date.getYear(), customer, kind, leapDay);
        return day != null && day.getMonthValue() == date.getMonthValue();
    }

    /** The date on which an occasion falls in a year in which it does. */
    static LocalDate in(int year, Customer customer, String kind, LeapDay leapDay) {
        return dayIn(year, customer, kind, leapDay).atYear(year);
    }

    /** The day of a year on which an occasion falls, or null. */
    private static MonthDay dayIn(int year, Customer customer, String kind, LeapDay leapDay) {
        List<Occasion> occasions = customer.occasions();
        for (int i = 0; i < occasions.size(); i++) {
            Occasion occasion = occasions.get(i);
            if (occasion.kind().equals(kind)) {
                if (occasion.hasYear() && occasion.year() >= year) {
                    return null;
                }
                return occasion.day().equals(FEB_29) && !Year.isLeap(year)
                        ? leapDay.in(FEB_29, year).map(MonthDay::from).orElse(null)
                        : occasion.day();
            }
        }
        return null;
    }
}
