package io.loyalty.tier;

import io.loyalty.time.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The days of {@link BusinessDay} as numbers, for folds that turn every instant of a history into a day.
 *
 * <p>Between two changes of the clock the day is one division. The table knows the changes of the years 1970 to 2099; the first day
 * after a change, and every other year, are left to {@link BusinessDay#dateOf(Instant)}.
 */
final class DayTable {

    private static final long SECONDS_PER_DAY = 86_400;
    /** Beyond the days of all instants. */
    private static final long DISTANT = 1L << 40;

    private static final long FROM = 0;
    private static final long TO = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    final BusinessDay day;
    private final boolean wholeSeconds;
    private final long cutOff;
    private long[] starts;
    private int[] offsets;

    DayTable(BusinessDay day) {
        this.day = day;
        this.wholeSeconds = day.cutOff().getNano() == 0;
        this.cutOff = day.cutOff().toSecondOfDay();
        ZoneRules rules = day.zone().getRules();
        this.starts = new long[16];
        this.offsets = new int[16];
        Instant from = Instant.ofEpochSecond(FROM);
        offsets[0] = rules.getOffset(from).getTotalSeconds();
        int size = 1;
        ZoneOffsetTransition next = rules.nextTransition(from);
        while (next != null && next.toEpochSecond() < TO) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                offsets = Arrays.copyOf(offsets, 2 * size);
            }
            starts[size] = next.toEpochSecond();
            offsets[size++] = next.getOffsetAfter().getTotalSeconds();
            next = rules.nextTransition(next.getInstant());
        }
        starts = Arrays.copyOf(starts, size);
        offsets = Arrays.copyOf(offsets, size);
    }

    /** A place in the table: histories go forward in time, so the last answer mostly holds the next one too. */
    final class Cursor {

        private long from;
        private long to;
        private long shift;

        long dayOf(Instant instant) {
            long second = instant.getEpochSecond();
            if (second >= from && second < to) {
                return Math.floorDiv(second + shift, SECONDS_PER_DAY);
            }
            if (!wholeSeconds || second < FROM || second >= TO) {
                return day.epochDayOf(instant);
            }
            int found = Arrays.binarySearch(starts, second);
            int index = found >= 0 ? found : -found - 2;
            // For a day after a change the clock may show a time that the day before has had already.
            if (second < starts[index] + SECONDS_PER_DAY) {
                return day.epochDayOf(instant);
            }
            from = starts[index] + SECONDS_PER_DAY;
            to = index + 1 < starts.length ? starts[index + 1] : TO;
            shift = offsets[index] - cutOff;
            return Math.floorDiv(second + shift, SECONDS_PER_DAY);
        }

        /** The first instant of a day. */
        Instant startOf(long epochDay) {
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
         */
        long notBefore(long epochDay) {
            if (epochDay >= DISTANT) {
                return Long.MAX_VALUE;
            }
            long second = epochDay * SECONDS_PER_DAY - shift;
            return second >= from && second < to ? second : (epochDay - 2) * SECONDS_PER_DAY;
        }

        /** Another at the same place. */
        Cursor copy() {
            Cursor copy = new Cursor();
            copy.from = from;
            copy.to = to;
            copy.shift = shift;
            return copy;
        }
    }
}
