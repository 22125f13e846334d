package io.loyalty.calendar;

import io.loyalty.time.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The days of {@link BusinessDay} as numbers, for what turns every instant of a history, or very many visits, into days.
 *
 * <p>Between two changes of the clock the day is one division. The table knows the changes of the years 1970 to 2099; the first day
 * after a change, and every other year, are left to {@link BusinessDay#epochDayOf(Instant)}. Asking a zone's rules takes 8 ns for a
 * day in Tokyo and 38 in Berlin or New York, and a program asks several times for each visit. Immutable.
 */
public final class DayTable {

    private static final long SECONDS_PER_DAY = 86_400;
    /** Beyond the days of all instants. */
    private static final long DISTANT = 1L << 40;

    private static final long FROM = 0;
    private static final long TO = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private final BusinessDay day;
    private final boolean wholeSeconds;
    private final long cutOff;
    /** When the clock changed, and what it is ahead of UTC from then on. */
    private final long[] starts;

    private final ZoneOffset[] offsets;

    /**
     * Makes the table, which takes some ten microseconds.
     *
     * @param day the business day
     */
    public DayTable(BusinessDay day) {
        this.day = day;
        this.wholeSeconds = day.cutOff().getNano() == 0;
        this.cutOff = day.cutOff().toSecondOfDay();
        ZoneRules rules = day.zone().getRules();
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(FROM));
        while (next != null && next.toEpochSecond() < TO) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        starts = new long[changes.size() + 1];
        offsets = new ZoneOffset[starts.length];
        starts[0] = FROM;
        offsets[0] = rules.getOffset(Instant.ofEpochSecond(FROM));
        for (int i = 1; i < starts.length; i++) {
            starts[i] = changes.get(i - 1).toEpochSecond();
            offsets[i] = changes.get(i - 1).getOffsetAfter();
        }
    }

    /**
     * Whose days these are.
     *
     * @return the business day
     */
    public BusinessDay day() {
        return day;
    }

    /**
     * The day of an instant.
     *
     * @param instant any instant
     * @return the same as {@link BusinessDay#epochDayOf(Instant)}
     */
    public long epochDayOf(Instant instant) {
        long second = instant.getEpochSecond();
        if (wholeSeconds && isKnown(second)) {
            int index = indexOf(second);
            if (isSettled(second, index)) {
                return Math.floorDiv(second + shift(index), SECONDS_PER_DAY);
            }
        }
        return day.epochDayOf(instant);
    }

    /**
     * What the clock shows at an instant, as its distance from UTC.
     *
     * @param instant any instant
     * @return the same as the zone's rules say
     */
    public ZoneOffset offsetAt(Instant instant) {
        long second = instant.getEpochSecond();
        return isKnown(second)
                ? offsets[indexOf(second)]
                : day.zone().getRules().getOffset(instant);
    }

    /**
     * The first instant after a day.
     *
     * @param epochDay the day
     * @return the same as {@link BusinessDay#endOf(LocalDate)}
     */
    public Instant endOf(long epochDay) {
        // Offsets are less than a day, so whatever the clock shows, it shows it between these two.
        long local = (epochDay + 1) * SECONDS_PER_DAY + cutOff;
        if (wholeSeconds && isKnown(local - SECONDS_PER_DAY) && isKnown(local + SECONDS_PER_DAY)) {
            int index = indexOf(local - SECONDS_PER_DAY);
            if (index + 1 == starts.length || starts[index + 1] > local + SECONDS_PER_DAY) {
                return Instant.ofEpochSecond(local - offsets[index].getTotalSeconds());
            }
        }
        return day.endOf(LocalDate.ofEpochDay(epochDay));
    }

    private static boolean isKnown(long second) {
        return second >= FROM && second < TO;
    }

    private int indexOf(long second) {
        int found = Arrays.binarySearch(starts, second);
        return found >= 0 ? found : -found - 2;
    }

    /** For a day after a change the clock may show a time that the day before has had already. */
    private boolean isSettled(long second, int index) {
        return second >= starts[index] + SECONDS_PER_DAY;
    }

    private long shift(int index) {
        return offsets[index].getTotalSeconds() - cutOff;
    }

    /** A place in the table, for one thread: histories go forward in time, so the last answer mostly holds the next one too. */
    public final class Cursor {

        private long from;
        private long to;
        private long shift;

        /** A place at no day yet. */
        public Cursor() {}

        /**
         * The day of an instant.
         *
         * @param instant any instant
         * @return the same as {@link BusinessDay#epochDayOf(Instant)}
         */
        public long dayOf(Instant instant) {
            long second = instant.getEpochSecond();
            if (second >= from && second < to) {
                return Math.floorDiv(second + shift, SECONDS_PER_DAY);
            }
            if (!wholeSeconds || !isKnown(second)) {
                return day.epochDayOf(instant);
            }
            int index = indexOf(second);
            if (!isSettled(second, index)) {
                return day.epochDayOf(instant);
            }
            from = starts[index] + SECONDS_PER_DAY;
            to = index + 1 < starts.length ? starts[index + 1] : TO;
            shift = shift(index);
            return Math.floorDiv(second + shift, SECONDS_PER_DAY);
        }

        /**
         * The first instant of a day.
         *
         * @param epochDay the day
         * @return the same as {@link BusinessDay#startOf(LocalDate)}
         */
        public Instant startOf(long epochDay) {
            long second = epochDay * SECONDS_PER_DAY - shift;
            if (wholeSeconds && second >= from && second < to) {
                return Instant.ofEpochSecond(second);
            }
            Instant start = day.startOf(LocalDate.ofEpochDay(epochDay));
            dayOf(start);
            return start;
        }

        /**
         * A second before which a day has not begun: its first one, unless the clock changes between here and there. Clocks are
         * less than a day apart, and so are cut-offs.
         *
         * @param epochDay the day
         * @return the second, counted from 1970
         */
        public long notBefore(long epochDay) {
            if (epochDay >= DISTANT) {
                return Long.MAX_VALUE;
            }
            long second = epochDay * SECONDS_PER_DAY - shift;
            return second >= from && second < to ? second : (epochDay - 2) * SECONDS_PER_DAY;
        }

        /**
         * Another at the same place.
         *
         * @return the copy
         */
        public Cursor copy() {
            Cursor copy = new Cursor();
            copy.from = from;
            copy.to = to;
            copy.shift = shift;
            return copy;
        }
    }
}
