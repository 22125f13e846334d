package io.loyalty.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.loyalty.time.BusinessDay;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Each business day has one table, whoever was asked for in between. */
class DayTablesTest {

    private static final BusinessDay TOKYO = BusinessDay.midnight(ZoneId.of("Asia/Tokyo"));

    private final DayTables tables = new DayTables();

    @Test
    void oneTableForEachDay() {
        DayTable tokyo = tables.of(TOKYO);
        DayTable later = tables.of(BusinessDay.of(TOKYO.zone(), LocalTime.parse("05:00")));
        DayTable berlin = tables.of(BusinessDay.midnight(ZoneId.of("Europe/Berlin")));
        assertEquals(TOKYO, tokyo.day());
        assertEquals(LocalTime.parse("05:00"), later.day().cutOff());
        assertEquals(ZoneId.of("Europe/Berlin"), berlin.day().zone());
        assertSame(tokyo, tables.of(TOKYO));
        assertSame(tokyo, tables.of(BusinessDay.parse("00:00 Asia/Tokyo")), "an equal day, made elsewhere");
        assertSame(berlin, tables.of(berlin.day()));
        assertNotSame(tokyo, new DayTables().of(TOKYO));
    }

    @Test
    void veryManyAreForgotten() {
        DayTable first = tables.of(TOKYO);
        for (int nano = 1; nano < DayTables.MOST; nano++) {
            tables.of(BusinessDay.of(ZoneOffset.UTC, LocalTime.ofNanoOfDay(nano)));
        }
        assertSame(first, tables.of(TOKYO), "as many as are kept");
        tables.of(BusinessDay.of(ZoneOffset.UTC, LocalTime.NOON));
        assertNotSame(first, tables.of(TOKYO));
        assertEquals(first.day(), tables.of(TOKYO).day());
    }
}
