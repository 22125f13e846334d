package io.loyalty.calendar;

import io.loyalty.time.BusinessDay;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of the business days that came up, each made once, until there are very many. A program has one, or one for each zone
 * of its stores, so they are few. Which came up before changes nothing but the time that answers take. Safe for many threads.
 */
public final class DayTables {

    /** When there are so many, all are forgotten: who asks for new days without end shall not fill the memory. */
    static final int MOST = 1_024;

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
            if (tables.size() >= MOST && !tables.containsKey(day)) {
                tables.clear();
            }
            known = tables.computeIfAbsent(day, DayTable::new);
            last = known;
        }
        return known;
    }
}
