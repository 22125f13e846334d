package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.TimeArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class TermProperties {

    @Property(seed = "3121", tries = 2000)
    void pointsAreUsableForAtLeastAMoment(
            @ForAll("terms") Term term, @ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        Instant expiresAt = term.expiresAt(moment.get2(), moment.get1());
        assertTrue(term instanceof Term.OnDate || expiresAt.isAfter(moment.get2()));
    }

    @Property(seed = "3122", tries = 2000)
    void pointsDieAtTheTurnOfADay(@ForAll("terms") Term term, @ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        Instant expiresAt = term.expiresAt(moment.get2(), moment.get1());
        BusinessDay day = BusinessDay.midnight(moment.get1());
        term.lastValidDay(day.dateOf(moment.get2()))
                .ifPresentOrElse(
                        last -> assertEquals(day.startOf(last.plusDays(1)), expiresAt),
                        () -> assertEquals(Instant.MAX, expiresAt));
    }

    @Property(seed = "3123", tries = 2000)
    void pointsEarnedLaterDieNoEarlier(
            @ForAll("terms") Term term, @ForAll("dates") LocalDate earlier, @ForAll("dates") LocalDate later) {
        LocalDate first = earlier.isBefore(later) ? earlier : later;
        LocalDate second = earlier.isBefore(later) ? later : earlier;
        LocalDate firstEnd = term.lastValidDay(first).orElse(LocalDate.MAX);
        LocalDate secondEnd = term.lastValidDay(second).orElse(LocalDate.MAX);
        assertTrue(!secondEnd.isBefore(firstEnd));
    }

    @Property(seed = "3125", tries = 5000)
    void numbersOfDaysHaveTheTermsOfDates(@ForAll("terms") Term term, @ForAll("dates") LocalDate start) {
        assertEquals(
                term.lastValidDay(start).map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE),
                term.lastValidDay(start.toEpochDay()));
    }

    /** The end of a unit is found by walking day by day to the last date with the same month, quarter, half or year. */
    @Property(seed = "3124")
    void unitEndsBeforeItsNumberChanges(
            @ForAll CalendarUnit unit, @ForAll("periods") Period after, @ForAll("dates") LocalDate earned) {
        int months = switch (unit) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
        };
        LocalDate last = earned.plus(after);
        while ((last.plusDays(1).getMonthValue() - 1) / months == (last.getMonthValue() - 1) / months
                && last.plusDays(1).getYear() == last.getYear()) {
            last = last.plusDays(1);
        }
        assertEquals(last, Term.endOf(unit, after).lastValidDay(earned).orElseThrow());
    }

    @Provide
    Arbitrary<Term> terms() {
        return TimeArbitraries.terms();
    }

    @Provide
    Arbitrary<Period> periods() {
        return TimeArbitraries.periods();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<Tuple2<ZoneId, Instant>> moments() {
        return TimeArbitraries.zones()
                .flatMap(zone -> TimeArbitraries.instantsIn(zone).map(instant -> Tuple.of(zone, instant)));
    }
}
