package io.loyalty.earning;

import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Set;

/** A condition on when something happened. */
public sealed interface TimeCondition extends Condition {

    /**
     * The business day of the program lies in a range of dates.
     *
     * @param window the dates
     */
    record During(DateWindow window) implements TimeCondition {

        /**
         * Refuses a missing window.
         *
         * @param window the dates
         */
        public During {
            Objects.requireNonNull(window, "window");
        }

        @Override
        public Reason failure() {
            return Reason.OUTSIDE_DATES;
        }

        @Override
        public String toString() {
            return "during " + window;
        }
    }

    /**
     * The clock of the store shows one of some hours of the week; where there is no store, that of the program.
     *
     * @param hours the hours
     */
    record AtHours(WeeklyHours hours) implements TimeCondition {

        /**
         * Refuses missing hours.
         *
         * @param hours the hours
         */
        public AtHours {
            Objects.requireNonNull(hours, "hours");
        }

        @Override
        public Reason failure() {
            return Reason.OUTSIDE_HOURS;
        }

        @Override
        public String toString() {
            return "hours " + hours;
        }
    }

    /**
     * The business day, turning at the program's cut-off by the clock of the store, is one of some days of the week.
     *
     * @param days the days, at least one, from Monday on
     */
    record OnDays(Set<DayOfWeek> days) implements TimeCondition {

        /**
         * Copies the set.
         *
         * @param days the days, at least one
         * @throws IllegalArgumentException if there is none
         */
        public OnDays {
            Objects.requireNonNull(days, "days");
            days = Words.ordered(DayOfWeek.class, days, "days");
        }

        @Override
        public Reason failure() {
            return Reason.OTHER_DAY;
        }

        @Override
        public String toString() {
            return "on " + Words.alternatives(days);
        }
    }
}
