package io.loyalty.tier;

import io.loyalty.time.CalendarUnit;
import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.LocalDate;

/** After which time a used-up allowance is there again. */
public enum AllowancePeriod {
    /** Every calendar month. */
    MONTH,
    /** Every quarter, beginning in January, April, July and October. */
    QUARTER,
    /** Every half-year, beginning in January and July. */
    HALF_YEAR,
    /** Every calendar year. */
    YEAR,
    /** Every year of membership, on the yearly return of the joining day. */
    MEMBERSHIP_YEAR,
    /** Not before the member comes to the tier anew. */
    STAY;

    /** The period around a date; all dates for a stay. */
    DateWindow windowAt(LocalDate date, LocalDate joined) {
        switch (this) {
            case MONTH:
                return months(CalendarUnit.MONTH, 1, date);
            case QUARTER:
                return months(CalendarUnit.QUARTER, 3, date);
            case HALF_YEAR:
                return months(CalendarUnit.HALF_YEAR, 6, date);
            case YEAR:
                return months(CalendarUnit.YEAR, 12, date);
            case MEMBERSHIP_YEAR:
                return QualificationPeriod.anniversary().windowAt(date, joined);
            default:
                return DateWindow.always();
        }
    }

    private static DateWindow months(CalendarUnit unit, int months, LocalDate date) {
        LocalDate to = unit.lastDayOf(date).plusDays(1);
        return DateWindow.of(to.minusMonths(months), to);
    }
}
