package io.loyalty.time;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Hours of the week, such as {@code MON-FRI 15:00-18:00, SAT 22:00-02:00}, by the clock on the wall.
 *
 * <p>A range has whole minutes, includes its first and excludes its last. A range whose end is not after its start runs
 * into the next day and belongs, all of it, to the day on which it starts; {@code 00:00} as an end, printed {@code 24:00},
 * is the end of that day. Where ranges of two days cover the same minute, it belongs to the later day.
 *
 * <p>An instant is judged by what the clock of the zone shows: where the clock is put forward, the skipped minutes do not
 * occur; where it is put back, the repeated ones count each time.
 *
 * <p>Two values are equal if they cover the same minutes and these belong to the same days, however they were put together.
 * Immutable. Asking whether a minute is covered is one look at a bitmap of the week (10,080 bits) and allocates nothing.
 */
public final class WeeklyHours implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SECONDS_PER_WEEK = 7 * SECONDS_PER_DAY;
    /** Epoch second 0 lies in a Thursday, three days into a week that begins on Monday. */
    private static final int EPOCH_IN_WEEK = 3 * SECONDS_PER_DAY;

    private static final WeeklyHours NONE = new WeeklyHours(new WeekBits(), new WeekBits());

    private static final WeeklyHours ALWAYS = daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** All minutes inside. */
    private final transient WeekBits covered;
    /** Those of them that belong to the date on which they lie; the others belong to the day before. */
    private final transient WeekBits own;

    private WeeklyHours(WeekBits covered, WeekBits own) {
        this.covered = covered;
        this.own = own;
    }

    /**
     * No hours at all.
     *
     * @return the empty set
     */
    public static WeeklyHours none() {
        return NONE;
    }

    /**
     * All hours of all days, each belonging to its own day.
     *
     * @return the whole week
     */
    public static WeeklyHours always() {
        return ALWAYS;
    }

    /**
     * One range on one day of the week.
     *
     * @param day the day on which the range starts
     * @param from the first minute inside
     * @param to the first minute after; on the next day if it is not after {@code from}
     * @return the hours
     * @throws IllegalArgumentException if a time is not a whole minute
     */
    public static WeeklyHours of(DayOfWeek day, LocalTime from, LocalTime to) {
        return of(List.of(day), from, to);
    }

    /**
     * The same range on each of the days from one to another.
     *
     * @param first the first day
     * @param last the last day, included; the week is run around if it comes before the first
     * @param from the first minute inside
     * @param to the first minute after; on the next day if it is not after {@code from}
     * @return the hours
     * @throws IllegalArgumentException if a time is not a whole minute
     */
    public static WeeklyHours of(DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime to) {
        EnumSet<DayOfWeek> days = EnumSet.of(first, last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return of(days, from, to);
    }

    /**
     * The same range on some days of the week.
     *
     * @param days the days on which the range starts
     * @param from the first minute inside
     * @param to the first minute after; on the next day if it is not after {@code from}
     * @return the hours
     * @throws IllegalArgumentException if a time is not a whole minute
     */
    public static WeeklyHours of(Collection<DayOfWeek> days, LocalTime from, LocalTime to) {
        int start = minuteOfDay("from", from);
        int end = minuteOfDay("to", to);
        WeekBits covered = new WeekBits();
        WeekBits own = new WeekBits();
        for (DayOfWeek day : days) {
            int midnight = WeekBits.midnight(day);
            covered.add(midnight + start, midnight + (end > start ? end : end + WeekBits.DAY));
            own.add(midnight + start, midnight + (end > start ? end : WeekBits.DAY));
        }
        return new WeeklyHours(covered, own);
    }

    /**
     * The same range on all seven days.
     *
     * @param from the first minute inside
     * @param to the first minute after; on the next day if it is not after {@code from}
     * @return the hours
     * @throws IllegalArgumentException if a time is not a whole minute
     */
    public static WeeklyHours daily(LocalTime from, LocalTime to) {
        return of(EnumSet.allOf(DayOfWeek.class), from, to);
    }

    /**
     * Reads {@code MON-FRI 15:00-18:00, SAT 22:00-02:00}, or {@code NONE}; inverts {@link #toString()}.
     *
     * @param text ranges with commas between, each a day or two days with a hyphen, a space, two times with a hyphen
     * @return the hours
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static WeeklyHours parse(String text) {
        return WeeklyHoursText.parse(text);
    }

    /**
     * These hours and others, together.
     *
     * @param other more hours
     * @return the hours that lie in one or in both
     */
    public WeeklyHours and(WeeklyHours other) {
        WeekBits bothCovered = new WeekBits();
        bothCovered.addAll(covered);
        bothCovered.addAll(other.covered);
        WeekBits bothOwn = new WeekBits();
        bothOwn.addAll(own);
        bothOwn.addAll(other.own);
        return new WeeklyHours(bothCovered, bothOwn);
    }

    /**
     * Whether a local time lies inside.
     *
     * @param local what the clock on the wall shows
     * @return true if its minute is covered
     */
    public boolean contains(LocalDateTime local) {
        return covered.contains(WeekBits.midnight(local.getDayOfWeek()) + local.getHour() * 60 + local.getMinute());
    }

    /**
     * Whether an instant lies inside, by the clock of a zone.
     *
     * @param instant any instant
     * @param zone the zone whose clock is read
     * @return true if the minute that the clock shows is covered
     */
    public boolean contains(Instant instant, ZoneId zone) {
        return contains(instant, zone.getRules().getOffset(instant));
    }

    /**
     * Whether an instant lies inside, by a clock whose distance from UTC is known.
     *
     * @param instant any instant
     * @param offset what the clock shows above UTC at that instant
     * @return true if the minute that the clock shows is covered
     */
    public boolean contains(Instant instant, ZoneOffset offset) {
        return covered.contains(minuteOfWeek(instant, offset));
    }

    /**
     * The date to whose hours an instant belongs: the one on which the covering range started.
     *
     * @param instant any instant
     * @param zone the zone whose clock is read
     * @return the date that the clock shows, or the one before it; empty if the instant is not inside
     * @throws java.time.DateTimeException if the date is beyond the range of {@link LocalDate}
     */
    public Optional<LocalDate> dayOf(Instant instant, ZoneId zone) {
        int minute = minuteOfWeek(instant, zone.getRules().getOffset(instant));
        if (!covered.contains(minute)) {
            return Optional.empty();
        }
        LocalDate shown = LocalDate.ofInstant(instant, zone);
        return Optional.of(own.contains(minute) ? shown : shown.minusDays(1));
    }

    /**
     * The first instant strictly after another at which these hours begin or end, by the clock of a zone.
     *
     * <p>A change of the clock that jumps into or out of the hours begins or ends them at that moment.
     *
     * @param after any instant
     * @param zone the zone whose clock is read
     * @return the first later instant at which {@link #contains(Instant, ZoneId)} answers differently; empty if it never does
     */
    public Optional<Instant> nextChange(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        boolean inside = contains(after, zone);
        Instant from = after;
        while (covered.run(0) != 0) {
            int offset = rules.getOffset(from).getTotalSeconds();
            long local = from.getEpochSecond() + offset;
            int secondOfWeek = secondOfWeek(local);
            long second = local - secondOfWeek % 60 + 60L * covered.run(secondOfWeek / 60) - offset;
            ZoneOffsetTransition change = rules.nextTransition(from);
            // At the change itself, the clock may jump over the minute or show an earlier one again.
            if (change == null || second < change.toEpochSecond()) {
                return second > Instant.MAX.getEpochSecond()
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochSecond(second));
            }
            from = change.getInstant();
            if (contains(from, zone) != inside) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether there are no hours.
     *
     * @return true if no minute is covered
     */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * How much of a week is covered, in a week without a change of the clock.
     *
     * @return from zero to 168 hours
     */
    public Duration perWeek() {
        return Duration.ofMinutes(covered.count());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeeklyHours that && covered.equals(that.covered) && own.equals(that.own);
    }

    @Override
    public int hashCode() {
        return 31 * covered.hashCode() + own.hashCode();
    }

    /**
     * The ranges in the order of the days on which they start, for example {@code MON-FRI 15:00-18:00, SAT 22:00-02:00};
     * {@code NONE} if there are none. Equal values have equal texts.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return WeeklyHoursText.print(covered, own);
    }

    private static int minuteOfWeek(Instant instant, ZoneOffset offset) {
        return secondOfWeek(instant.getEpochSecond() + offset.getTotalSeconds()) / 60;
    }

    private static int secondOfWeek(long localEpochSecond) {
        return (int) Math.floorMod(localEpochSecond + EPOCH_IN_WEEK, (long) SECONDS_PER_WEEK);
    }

    private static int minuteOfDay(String name, LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException(name + " must be a whole minute: " + time);
        }
        return time.getHour() * 60 + time.getMinute();
    }

    private Object writeReplace() {
        return new Form(toString());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("weekly hours are read from their text form");
    }

    /** What is written in place of the bitmaps. */
    private record Form(String text) implements Serializable {
        private Object readResolve() {
            return parse(text);
        }
    }
}
