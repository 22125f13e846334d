package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.testing.TimeArbitraries;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Weekly hours against ranges that are looked through one by one, minute by minute. */
class WeeklyHoursProperties {

    private record Range(DayOfWeek day, LocalTime from, LocalTime to) {

        boolean coversOn(LocalDate start, LocalDateTime local) {
            LocalDateTime end = start.plusDays(to.isAfter(from) ? 0 : 1).atTime(to);
            return start.getDayOfWeek() == day && !local.isBefore(start.atTime(from)) && local.isBefore(end);
        }
    }

    private static WeeklyHours hours(List<Range> ranges) {
        return ranges.stream()
                .map(range -> WeeklyHours.of(range.day, range.from, range.to))
                .reduce(WeeklyHours.none(), WeeklyHours::and);
    }

    private static Optional<LocalDate> dayOf(List<Range> ranges, LocalDateTime local) {
        LocalDate date = local.toLocalDate();
        return List.of(date, date.minusDays(1)).stream()
                .filter(start -> ranges.stream().anyMatch(range -> range.coversOn(start, local)))
                .findFirst();
    }

    @Property(seed = "3091", tries = 200)
    void everyMinuteOfTheWeekIsJudgedAsRangeByRange(@ForAll("ranges") List<Range> ranges) {
        WeeklyHours hours = hours(ranges);
        LocalDateTime monday = LocalDateTime.of(2026, 7, 6, 0, 0);
        for (int minute = 0; minute < WeekBits.WEEK; minute += 7) {
            LocalDateTime local = monday.plusMinutes(minute);
            Optional<LocalDate> day = dayOf(ranges, local);
            assertEquals(day.isPresent(), hours.contains(local), local::toString);
            assertEquals(day, hours.dayOf(local.toInstant(ZoneOffset.UTC), ZoneOffset.UTC), local::toString);
        }
        assertEquals(ranges.isEmpty(), hours.isEmpty());
    }

    @Property(seed = "3092", tries = 3000)
    void instantsAreJudgedByTheClockOnTheWall(
            @ForAll("ranges") List<Range> ranges, @ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        WeeklyHours hours = hours(ranges);
        LocalDateTime local = LocalDateTime.ofInstant(moment.get2(), moment.get1());
        Optional<LocalDate> day = dayOf(ranges, local);
        assertEquals(day, hours.dayOf(moment.get2(), moment.get1()));
        assertEquals(day.isPresent(), hours.contains(moment.get2(), moment.get1()));
        assertEquals(
                day.isPresent(),
                hours.contains(moment.get2(), moment.get1().getRules().getOffset(moment.get2())));
        assertEquals(day.isPresent(), hours.contains(local));
    }

    /** Offsets since 1973 are whole minutes, so the hours change at whole minutes of any clock. */
    @Property(seed = "3093", tries = 500)
    void nextChangeIsTheFirstMinuteJudgedDifferently(
            @ForAll("ranges") List<Range> ranges, @ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        WeeklyHours hours = hours(ranges);
        ZoneId zone = moment.get1();
        Instant after = moment.get2().isBefore(Instant.parse("1973-01-01T00:00:00Z"))
                ? moment.get2().plusSeconds(100_000_000)
                : moment.get2();
        boolean inside = hours.contains(after, zone);
        Optional<Instant> expected = Optional.empty();
        long minute = Math.floorDiv(after.getEpochSecond(), 60L);
        // A week, and a day each for the largest jump of a clock forward and back.
        for (int i = 1; i <= WeekBits.WEEK + 2 * WeekBits.DAY && expected.isEmpty(); i++) {
            Instant candidate = Instant.ofEpochSecond((minute + i) * 60);
            expected = Optional.of(candidate).filter(instant -> hours.contains(instant, zone) != inside);
        }
        assertEquals(expected, hours.nextChange(after, zone));
    }

    @Property(seed = "3094")
    void unionIsASet(@ForAll("hours") WeeklyHours a, @ForAll("hours") WeeklyHours b, @ForAll("hours") WeeklyHours c) {
        assertEquals(a.and(b), b.and(a));
        assertEquals(a.and(b).and(c), a.and(b.and(c)));
        assertEquals(a, a.and(a));
        assertEquals(a.and(b).hashCode(), b.and(a).hashCode());
    }

    @Property(seed = "3095")
    void equalityIsThatOfCanonicalTexts(@ForAll("hours") WeeklyHours a, @ForAll("hours") WeeklyHours b) {
        assertEquals(a.equals(b), a.toString().equals(b.toString()));
        assertEquals(a.and(b).toString(), b.and(a).toString());
        assertEquals(a.and(b), WeeklyHours.parse(a.and(b).toString()));
    }

    @Provide
    Arbitrary<List<Range>> ranges() {
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class), TimeArbitraries.minutes(), TimeArbitraries.minutes())
                .as(Range::new)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<WeeklyHours> hours() {
        return TimeArbitraries.weeklyHours();
    }

    @Provide
    Arbitrary<Tuple2<ZoneId, Instant>> moments() {
        return TimeArbitraries.zones()
                .flatMap(zone -> TimeArbitraries.instantsIn(zone).map(instant -> Tuple.of(zone, instant)));
    }
}
