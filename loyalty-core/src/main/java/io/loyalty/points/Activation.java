package io.loyalty.points;

import io.loyalty.time.BusinessDay;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;

/** When given points become usable; until then they are pending. */
public sealed interface Activation extends Serializable {

    /** Usable at once. */
    record Immediate() implements Activation {
        private static final Immediate INSTANCE = new Immediate();

        @Override
        public Instant activatesAt(Instant earnedAt, ZoneId zone) {
            return earnedAt;
        }

        @Override
        public String toString() {
            return "IMMEDIATE";
        }
    }

    /**
     * Usable from the start of the day that lies a period after the day of earning.
     *
     * @param period the period, not negative
     */
    record After(Period period) implements Activation {
        /**
         * Refuses negative periods.
         *
         * @param period the period, not negative
         * @throws IllegalArgumentException if a part of the period is negative
         */
        public After {
            Objects.requireNonNull(period, "period");
            if (period.isNegative()) {
                throw new IllegalArgumentException("period must not be negative: " + period);
            }
        }

        @Override
        public Instant activatesAt(Instant earnedAt, ZoneId zone) {
            BusinessDay day = BusinessDay.midnight(zone);
            Instant start = day.startOf(day.dateOf(earnedAt).plus(period));
            return start.isBefore(earnedAt) ? earnedAt : start;
        }

        @Override
        public String toString() {
            return "AFTER " + period;
        }
    }

    /**
     * Usable from the start of a date, or at once if that has passed.
     *
     * @param date the date
     */
    record On(LocalDate date) implements Activation {
        /**
         * Refuses a missing date.
         *
         * @param date the date
         */
        public On {
            Objects.requireNonNull(date, "date");
        }

        @Override
        public Instant activatesAt(Instant earnedAt, ZoneId zone) {
            Instant start = BusinessDay.midnight(zone).startOf(date);
            return start.isBefore(earnedAt) ? earnedAt : start;
        }

        @Override
        public String toString() {
            return "ON " + date;
        }
    }

    /** Usable once {@link PointsLedger} is told that the awaited event has happened. */
    record OnEvent() implements Activation {
        private static final OnEvent INSTANCE = new OnEvent();

        @Override
        public Instant activatesAt(Instant earnedAt, ZoneId zone) {
            return Instant.MAX;
        }

        @Override
        public String toString() {
            return "ON_EVENT";
        }
    }

    /**
     * Usable at once.
     *
     * @return the activation
     */
    static Activation immediate() {
        return Immediate.INSTANCE;
    }

    /**
     * Usable a period after the day of earning.
     *
     * @param period the period, not negative
     * @return the activation
     */
    static Activation after(Period period) {
        return new After(period);
    }

    /**
     * Usable from a date on.
     *
     * @param date the date
     * @return the activation
     */
    static Activation on(LocalDate date) {
        return new On(date);
    }

    /**
     * Usable once an event has happened.
     *
     * @return the activation
     */
    static Activation onEvent() {
        return OnEvent.INSTANCE;
    }

    /**
     * The first instant at which the points are usable.
     *
     * @param earnedAt when they were earned
     * @param zone the program's zone
     * @return that instant, at or after {@code earnedAt}; {@link Instant#MAX} while it depends on an event
     */
    Instant activatesAt(Instant earnedAt, ZoneId zone);

    /**
     * Reads what {@code toString} prints: {@code IMMEDIATE}, {@code AFTER P14D}, {@code ON 2026-04-01}, {@code ON_EVENT}.
     *
     * @param text the text form
     * @return the activation
     * @throws IllegalArgumentException if the text is none of these
     */
    static Activation parse(String text) {
        try {
            if (text.equals("IMMEDIATE")) {
                return immediate();
            }
            if (text.equals("ON_EVENT")) {
                return onEvent();
            }
            if (text.startsWith("AFTER ")) {
                return after(Period.parse(text.substring(6)));
            }
            if (text.startsWith("ON ")) {
                return on(LocalDate.parse(text.substring(3)));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("activation must read like 'AFTER P14D': '" + text + "'", e);
        }
        throw new IllegalArgumentException("activation must read like 'AFTER P14D': '" + text + "'");
    }
}
