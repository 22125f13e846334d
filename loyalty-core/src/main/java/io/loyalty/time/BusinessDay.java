package io.loyalty.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * The day to which an instant belongs, where the day turns at a cut-off time instead of midnight.
 *
 * <p>The business day {@code d} lasts from {@code d} at the cut-off until {@code d + 1} at the cut-off, by the zone's clock:
 * with a cut-off of 05:00 a visit at 00:30 belongs to the day before. Business days follow each other without gap or
 * overlap, whatever the clock does:
 *
 * <ul>
 *   <li>if the clock is put forward over the cut-off, the day begins at that moment;
 *   <li>if the clock is put back over the cut-off, the day begins when the cut-off is first reached, and what follows
 *       belongs to it although the clock shows an earlier time again;
 *   <li>a date that a zone skipped (Pacific/Apia, 30 December 2011) has a day of length zero at midnight: it starts when it
 *       ends, and no instant belongs to it.
 * </ul>
 *
 * <p>{@link LocalDate#MIN} and {@link LocalDate#MAX} stand for open ends: the first begins at {@link Instant#MIN}, the second
 * ends at {@link Instant#MAX}. Immutable.
 *
 * @param zone the zone whose clock is read
 * @param cutOff the time at which a day begins
 */
public record BusinessDay(ZoneId zone, LocalTime cutOff) implements Serializable {

    private static final long SECONDS_PER_DAY = 86_400;

    private static final long FIRST_DAY = LocalDate.MIN.toEpochDay();

    private static final long LAST_DAY = LocalDate.MAX.toEpochDay();

    /**
     * Refuses missing parts.
     *
     * @param zone the zone whose clock is read
     * @param cutOff the time at which a day begins
     */
    public BusinessDay {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(cutOff, "cutOff");
    }

    /**
     * Days that turn at midnight, or where a zone lacks midnight, at the first moment of the date.
     *
     * @param zone the zone whose clock is read
     * @return the ordinary calendar day
     */
    public static BusinessDay midnight(ZoneId zone) {
        return new BusinessDay(zone, LocalTime.MIDNIGHT);
    }

    /**
     * Days that turn at a time of one's own choice.
     *
     * @param zone the zone whose clock is read
     * @param cutOff the time at which a day begins
     * @return the business day
     */
    public static BusinessDay of(ZoneId zone, LocalTime cutOff) {
        return new BusinessDay(zone, cutOff);
    }

    /**
     * Reads {@code 05:00 Asia/Tokyo}; inverts {@link #toString()}.
     *
     * @param text the cut-off, a space, the zone
     * @return the business day
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static BusinessDay parse(String text) {
        int space = text.indexOf(' ');
        try {
            return new BusinessDay(
                    ZoneId.of(text.substring(space + 1)), LocalTime.parse(text.substring(0, Math.max(space, 0))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("business day must read like '05:00 Asia/Tokyo': '" + text + "'", e);
        }
    }

    /**
     * The date of the business day to which an instant belongs.
     *
     * @param instant any instant; one beyond the range of {@link LocalDate} belongs to its first or last date
     * @return the date {@code d} with {@code startOf(d) <= instant < endOf(d)}
     */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofEpochDay(epochDayOf(instant));
    }

    /**
     * The number of the business day to which an instant belongs, for loops over many instants.
     *
     * @param instant any instant
     * @return {@link LocalDate#toEpochDay()} of {@link #dateOf(Instant)}
     */
    public long epochDayOf(Instant instant) {
        return dayOf(instant, zone.getRules(), cutOff);
    }

    // What follows takes the parts of a day, not the day: so the machine need not make one for a single question.

    private static long dayOf(Instant instant, ZoneRules rules, LocalTime cutOff) {
        int offset = rules.getOffset(instant).getTotalSeconds();
        long local = instant.getEpochSecond() + offset;
        long day = Math.floorDiv(local, SECONDS_PER_DAY);
        long nanoOfDay = (local - day * SECONDS_PER_DAY) * 1_000_000_000 + instant.getNano();
        if (nanoOfDay < cutOff.toNanoOfDay()) {
            day--;
        }
        if (day <= FIRST_DAY || day >= LAST_DAY) {
            return day <= FIRST_DAY ? FIRST_DAY : LAST_DAY;
        }
        // No zone ever put its clock back by more than a day, so only then may the next day have begun already.
        boolean putBack = rules.getOffset(instant.minusSeconds(SECONDS_PER_DAY)).getTotalSeconds() > offset;
        return putBack && !instant.isBefore(startOf(day + 1, rules, cutOff)) ? day + 1 : day;
    }

    /**
     * The instant at which a business day begins.
     *
     * @param date the date of the day
     * @return its first instant; {@link Instant#MIN} for {@link LocalDate#MIN}
     */
    public Instant startOf(LocalDate date) {
        return startOf(date.toEpochDay(), zone.getRules(), cutOff);
    }

    private static Instant startOf(long day, ZoneRules rules, LocalTime cutOff) {
        if (day <= FIRST_DAY || day > LAST_DAY) {
            return day <= FIRST_DAY ? Instant.MIN : Instant.MAX;
        }
        long local = day * SECONDS_PER_DAY + cutOff.toSecondOfDay();
        if (Math.abs(local) < Instant.MAX.getEpochSecond() - SECONDS_PER_DAY) {
            // Offsets are less than a day. Rules find instants in half the time that they need for local times.
            Instant before = Instant.ofEpochSecond(local - SECONDS_PER_DAY);
            ZoneOffsetTransition next = rules.nextTransition(before);
            if (next == null || next.toEpochSecond() > local + SECONDS_PER_DAY) {
                int offset = rules.getOffset(before).getTotalSeconds();
                return Instant.ofEpochSecond(local - offset, cutOff.getNano());
            }
        }
        return startNearChange(day, rules, cutOff);
    }

    private static Instant startNearChange(long day, ZoneRules rules, LocalTime cutOff) {
        LocalDateTime start = LocalDate.ofEpochDay(day).atTime(cutOff);
        ZoneOffsetTransition change = rules.getTransition(start);
        // Where the clock shows the time twice, the rules give the earlier offset, hence the first occurrence.
        return change != null && change.isGap() ? change.getInstant() : start.toInstant(rules.getOffset(start));
    }

    /**
     * The instant at which a business day is over and the next begins.
     *
     * @param date the date of the day
     * @return the first instant after it; {@link Instant#MAX} for {@link LocalDate#MAX}
     */
    public Instant endOf(LocalDate date) {
        return startOf(date.toEpochDay() + 1, zone.getRules(), cutOff);
    }

    /** The end of the day that lies a period after the one to which an instant belongs. */
    Instant endAfter(Instant start, Period period) {
        ZoneRules rules = zone.getRules();
        return startOf(Periods.plus(dayOf(start, rules, cutOff), period) + 1, rules, cutOff);
    }

    /**
     * The calendar month of the business day to which an instant belongs.
     *
     * @param instant any instant
     * @return the month of {@link #dateOf(Instant)}
     */
    public YearMonth monthOf(Instant instant) {
        return YearMonth.from(dateOf(instant));
    }

    /**
     * The ISO week of the business day to which an instant belongs, named by its Monday; the days from 29 December 2025 to
     * 4 January 2026 are one week.
     *
     * @param instant any instant, at least a week away from the ends of {@link LocalDate}
     * @return the Monday on or before {@link #dateOf(Instant)}
     */
    public LocalDate isoWeekOf(Instant instant) {
        return dateOf(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Cut-off and zone, for example {@code 05:00 Asia/Tokyo}.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return cutOff + " " + zone;
    }
}
