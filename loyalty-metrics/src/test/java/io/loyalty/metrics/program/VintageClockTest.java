package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.CalendarUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VintageClockTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final VintageClock MONTHS = new VintageClock(TOKYO, CalendarUnit.MONTH);

    /** Both sides of the start of every month, within the table and beyond. */
    @Test
    void everyMonthBeginsAtMidnightOfItsZone() {
        for (LocalDate first = LocalDate.of(1960, 1, 1); first.getYear() < 2130; first = first.plusMonths(1)) {
            Instant start = first.atStartOfDay(TOKYO).toInstant();
            int vintage = MONTHS.vintage(first);
            assertEquals(vintage, MONTHS.vintage(start), first::toString);
            assertEquals(vintage - 1, MONTHS.vintage(start.minusNanos(1)), first::toString);
            assertEquals(first, MONTHS.firstDay(vintage));
        }
    }

    @Test
    void longerUnitsHoldWholeMonths() {
        VintageClock quarters = new VintageClock(TOKYO, CalendarUnit.QUARTER);
        Instant march = LocalDate.of(2026, 3, 31).atTime(23, 59).atZone(TOKYO).toInstant();
        assertEquals(LocalDate.of(2026, 1, 1), quarters.firstDay(quarters.vintage(march)));
        assertEquals(LocalDate.of(2026, 4, 1), quarters.firstDay(quarters.vintage(march.plusSeconds(60))));
        assertEquals(LocalDate.of(1969, 10, 1), quarters.firstDay(quarters.vintage(LocalDate.of(1969, 12, 31))));
    }
}
