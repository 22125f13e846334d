package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.TimeArbitraries;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LeapDayProperties {

    private static boolean keeps(LeapDay policy, MonthDay day, LocalDate date) {
        return policy.in(day, date.getYear()).equals(Optional.of(date));
    }

    @Property(seed = "3101")
    void nextAndLastAreFoundDayByDay(
            @ForAll LeapDay policy, @ForAll("yearlyDays") MonthDay day, @ForAll("dates") LocalDate date) {
        assertEquals(
                Stream.iterate(date, d -> d.plusDays(1))
                        .filter(d -> keeps(policy, day, d))
                        .findFirst()
                        .orElseThrow(),
                policy.nextOnOrAfter(day, date));
        assertEquals(
                Stream.iterate(date, d -> d.minusDays(1))
                        .filter(d -> keeps(policy, day, d))
                        .findFirst()
                        .orElseThrow(),
                policy.lastOnOrBefore(day, date));
    }

    @Property(seed = "3102")
    void dayIsAtMostOneAway(
            @ForAll LeapDay policy, @ForAll("yearlyDays") MonthDay day, @ForAll("dates") LocalDate date) {
        int year = date.getYear();
        Optional<LocalDate> found = policy.in(day, year);
        assertEquals(found.isEmpty(), policy == LeapDay.LEAP_ONLY && !day.isValidYear(year));
        found.ifPresent(on -> {
            assertEquals(year, on.getYear());
            assertTrue(!day.isValidYear(year) || MonthDay.from(on).equals(day));
        });
    }

    @Provide
    Arbitrary<MonthDay> yearlyDays() {
        return TimeArbitraries.yearlyDays();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }
}
