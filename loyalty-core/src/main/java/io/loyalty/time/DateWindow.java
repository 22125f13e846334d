package io.loyalty.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A range of dates, half-open: from the first date, included, to a second, excluded.
 *
 * <p>{@link LocalDate#MIN} as first and {@link LocalDate#MAX} as second date stand for an open end; a window open at its end
 * contains every later date, {@link LocalDate#MAX} among them. Two equal dates make an empty window. Dates become instants
 * only together with a zone, and then the window reaches from the first moment of its first date to the first moment of its
 * second, also in zones where a date lacks midnight. Immutable.
 *
 * @param from the first date inside
 * @param to the first date after the window, at or after {@code from}
 */
public record DateWindow(LocalDate from, LocalDate to) implements Serializable {

    private static final String OPEN = "..";

    private static final DateWindow ALWAYS = new DateWindow(LocalDate.MIN, LocalDate.MAX);

    /**
     * Refuses dates in the wrong order.
     *
     * @param from the first date inside, before {@link LocalDate#MAX}
     * @param to the first date after the window, at or after {@code from} and after {@link LocalDate#MIN}
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or a date is the open end of the other side
     */
    public DateWindow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must be at or after from: " + from + "/" + to);
        }
        if (from.equals(LocalDate.MAX) || to.equals(LocalDate.MIN)) {
            throw new IllegalArgumentException("window must not lie beyond the range of dates: " + from + "/" + to);
        }
    }

    /**
     * The dates from one, included, to another, excluded.
     *
     * @param from the first date inside
     * @param to the first date after the window
     * @return the window
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public static DateWindow of(LocalDate from, LocalDate to) {
        return new DateWindow(from, to);
    }

    /**
     * The dates from one to another, both included.
     *
     * @param first the first date inside
     * @param lastIncluded the last date inside
     * @return the window
     * @throws IllegalArgumentException if the last date is before the first
     */
    public static DateWindow ofDates(LocalDate first, LocalDate lastIncluded) {
        if (lastIncluded.isBefore(first)) {
            throw new IllegalArgumentException(
                    "last date must be at or after the first: " + first + " to " + lastIncluded);
        }
        return new DateWindow(first, dayAfter(lastIncluded));
    }

    /**
     * The dates from one on.
     *
     * @param from the first date inside
     * @return the window, open at its end
     */
    public static DateWindow since(LocalDate from) {
        return new DateWindow(from, LocalDate.MAX);
    }

    /**
     * The dates up to one, included.
     *
     * @param lastIncluded the last date inside
     * @return the window, open at its beginning
     */
    public static DateWindow through(LocalDate lastIncluded) {
        return new DateWindow(LocalDate.MIN, dayAfter(lastIncluded));
    }

    /**
     * All dates.
     *
     * @return the window open at both ends
     */
    public static DateWindow always() {
        return ALWAYS;
    }

    /**
     * Reads {@code 2026-01-01/2026-04-01}, or {@code ..} in place of a date for an open end; inverts {@link #toString()}.
     *
     * @param text two ISO dates with a slash between, the second excluded
     * @return the window
     * @throws IllegalArgumentException if the text is not of that form or the dates are in the wrong order
     */
    public static DateWindow parse(String text) {
        int slash = text.indexOf('/');
        try {
            String from = text.substring(0, Math.max(slash, 0));
            String to = text.substring(slash + 1);
            return new DateWindow(
                    from.equals(OPEN) ? LocalDate.MIN : LocalDate.parse(from),
                    to.equals(OPEN) ? LocalDate.MAX : LocalDate.parse(to));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "window must read like '2026-01-01/2026-04-01' or '2026-01-01/..': '" + text + "'", e);
        }
    }

    /**
     * Whether a date lies inside.
     *
     * @param date any date
     * @return true from {@link #from()} on, until before {@link #to()}
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (date.isBefore(to) || isOpenEnded());
    }

    /**
     * Whether an instant lies inside, by the calendar of a zone.
     *
     * @param instant any instant
     * @param zone the zone
     * @return true from {@link #start(ZoneId)} on, until before {@link #end(ZoneId)}; always true at an open end
     */
    public boolean contains(Instant instant, ZoneId zone) {
        return contains(BusinessDay.midnight(zone).dateOf(instant));
    }

    /**
     * The first instant inside.
     *
     * @param zone the zone
     * @return the first moment of {@link #from()}, or {@link Instant#MIN} for an open beginning
     */
    public Instant start(ZoneId zone) {
        return BusinessDay.midnight(zone).startOf(from);
    }

    /**
     * The first instant after the window.
     *
     * @param zone the zone
     * @return the first moment of {@link #to()}, or {@link Instant#MAX} for an open end
     */
    public Instant end(ZoneId zone) {
        return isOpenEnded() ? Instant.MAX : BusinessDay.midnight(zone).startOf(to);
    }

    /**
     * The dates inside both windows.
     *
     * @param other another window
     * @return the common part; an empty window where there is none
     */
    public DateWindow intersection(DateWindow other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return new DateWindow(later, earlier.isBefore(later) ? later : earlier);
    }

    /**
     * Whether some date lies inside both windows.
     *
     * @param other another window
     * @return true if the intersection is not empty
     */
    public boolean overlaps(DateWindow other) {
        return !intersection(other).isEmpty();
    }

    /**
     * Whether no date lies inside.
     *
     * @return true if {@link #from()} equals {@link #to()}
     */
    public boolean isEmpty() {
        return from.equals(to);
    }

    /**
     * The number of dates inside.
     *
     * @return days from {@link #from()} to {@link #to()}
     * @throws ArithmeticException if an end is open
     */
    public long days() {
        if (isOpenEnded() || from.equals(LocalDate.MIN)) {
            throw new ArithmeticException("days of an open window are without number: " + this);
        }
        return ChronoUnit.DAYS.between(from, to);
    }

    /**
     * Both dates with a slash between, for example {@code 2026-01-01/2026-04-01}; {@code ..} stands for an open end, as in
     * ISO 8601-2.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return (from.equals(LocalDate.MIN) ? OPEN : from.toString()) + "/" + (isOpenEnded() ? OPEN : to.toString());
    }

    private boolean isOpenEnded() {
        return to.equals(LocalDate.MAX);
    }

    private static LocalDate dayAfter(LocalDate date) {
        return date.equals(LocalDate.MAX) ? date : date.plusDays(1);
    }
}
