package io.loyalty.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The text form of weekly hours: one canonical text for each value. */
final class WeeklyHoursText {

    private static final String NONE = "NONE";
    private static final String DAY_END = "24:00";

    private WeeklyHoursText() {}

    /** A range that starts on some day: minutes of that day, the end up to 24 hours after the start. */
    private record Range(int from, int to) {

        @Override
        public String toString() {
            return time(from) + "-" + (to == WeekBits.DAY ? DAY_END : time(to % WeekBits.DAY));
        }

        private static String time(int minute) {
            return LocalTime.of(minute / 60, minute % 60).toString();
        }
    }

    static String print(WeekBits covered, WeekBits own) {
        List<List<Range>> week = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            week.add(ranges(day, covered, own));
        }
        List<String> items = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            for (Range range : week.get(day)) {
                int last = day;
                while (last < 6 && week.get(last + 1).remove(range)) {
                    last++;
                }
                items.add(abbreviation(day) + (last == day ? "" : "-" + abbreviation(last)) + " " + range);
            }
        }
        return items.isEmpty() ? NONE : String.join(", ", items);
    }

    /** The ranges that start on a day, in order. */
    private static List<Range> ranges(int day, WeekBits covered, WeekBits own) {
        List<Range> ranges = new ArrayList<>();
        int midnight = day * WeekBits.DAY;
        int start = -1;
        for (int minute = 0; minute <= WeekBits.DAY; minute++) {
            boolean inside = minute < WeekBits.DAY && own.contains(midnight + minute);
            if (inside && start < 0) {
                start = minute;
            } else if (!inside && start >= 0) {
                int end = minute == WeekBits.DAY ? minute + carried(day, covered, own) : minute;
                if (end - start > WeekBits.DAY) {
                    // Two ranges joined to more than 24 hours, which no single range can say.
                    ranges.add(new Range(start, WeekBits.DAY));
                    start = end - WeekBits.DAY;
                }
                ranges.add(new Range(start, end));
                start = -1;
            }
        }
        return ranges;
    }

    /** How many minutes after the end of a day are covered up to the last that belongs to that day. */
    private static int carried(int day, WeekBits covered, WeekBits own) {
        int midnight = (day + 1) % 7 * WeekBits.DAY;
        for (int minute = WeekBits.DAY - 1; minute >= 0; minute--) {
            if (covered.contains(midnight + minute) && !own.contains(midnight + minute)) {
                return minute + 1;
            }
        }
        return 0;
    }

    static WeeklyHours parse(String text) {
        WeeklyHours hours = WeeklyHours.none();
        if (text.equals(NONE)) {
            return hours;
        }
        try {
            for (String item : text.split(", ?", -1)) {
                String[] parts = item.split(" ", -1);
                String[] days = parts[0].split("-", -1);
                String[] times = parts.length == 2 ? parts[1].split("-", -1) : parts;
                if (days.length > 2 || times.length != 2) {
                    throw new DateTimeException("no days and times: " + item);
                }
                hours = hours.and(WeeklyHours.of(
                        day(days[0]),
                        day(days[days.length - 1]),
                        LocalTime.parse(times[0]),
                        times[1].equals(DAY_END) ? LocalTime.MIDNIGHT : LocalTime.parse(times[1])));
            }
            return hours;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "weekly hours must read like 'MON-FRI 15:00-18:00, SAT 22:00-02:00': '" + text + "'", e);
        }
    }

    private static String abbreviation(int day) {
        return DayOfWeek.of(day + 1).name().substring(0, 3);
    }

    private static DayOfWeek day(String abbreviation) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(abbreviation)) {
                return day;
            }
        }
        throw new DateTimeException("no day of the week: " + abbreviation);
    }
}
