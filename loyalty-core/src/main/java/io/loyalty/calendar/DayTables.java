package io.loyalty.calendar;

import io.loyalty.time.BusinessDay;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of the business days that came up, each made once. A program has one, or one for each zone of its stores, so they are
 * few. Which came up before changes nothing but the time that answers take. Safe for many threads.
 */
public final class DayTables {

    private final Map<BusinessDay, DayTable> tables = new ConcurrentHashMap<>();
    /** The one that was asked for last. Threads may see another than the last: each is as good. */
    private DayTable last;

    /** No tables yet. */
    public DayTables() {}

    /**
     * The table of a business day.
     *
     * @param day the business day
     * @return its table
     */
    public DayTable of(BusinessDay day) {
        DayTable known = last;
        if (known == null || known.day() != day && !known.day().equals(day)) {
            known = tables.computeIfAbsent(day, DayTable::new);
            last = known;
        }
        return known;
    }
}
