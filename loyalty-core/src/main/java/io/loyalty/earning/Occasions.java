package io.loyalty.earning;

import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.time.LeapDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** On which day a customer's occasion falls. */
final class Occasions {

    /** Stands for no day. */
    static final long NEVER = Long.MIN_VALUE;

    private Occasions() {}

    /**
     * The epoch day on which an occasion falls in a year. The day on which it began is not yet one: nobody has been a member
     * for a year on the day of joining.
     */
    static long fallsIn(int year, Customer customer, String kind, LeapDay leapDay) {
        List<Occasion> occasions = customer.occasions();
        for (int i = 0; i < occasions.size(); i++) {
            Occasion occasion = occasions.get(i);
            if (occasion.kind().equals(kind)) {
                return occasion.hasYear() && occasion.year() == year
                        ? NEVER
                        : occasion.in(year, leapDay).map(LocalDate::toEpochDay).orElse(NEVER);
            }
        }
        return NEVER;
    }

    /** The day itself, if the occasion falls on it, or NEVER. */
    static long on(LocalDate day, Customer customer, String kind, LeapDay leapDay) {
        long falls = fallsIn(day.getYear(), customer, kind, leapDay);
        return falls == day.toEpochDay() ? falls : NEVER;
    }

    /** The day on which the occasion falls in the month of a date, or NEVER. */
    static long inMonthOf(LocalDate day, Customer customer, String kind, LeapDay leapDay) {
        long falls = fallsIn(day.getYear(), customer, kind, leapDay);
        return falls != NEVER && YearMonth.from(LocalDate.ofEpochDay(falls)).equals(YearMonth.from(day))
                ? falls
                : NEVER;
    }
}
