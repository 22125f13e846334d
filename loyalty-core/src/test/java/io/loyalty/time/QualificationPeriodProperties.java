package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.TimeArbitraries;
import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QualificationPeriodProperties {

    @Property(seed = "3131")
    void dateOfJudgementLiesInItsWindow(
            @ForAll("periods") QualificationPeriod period,
            @ForAll("dates") LocalDate asOf,
            @ForAll("dates") LocalDate memberSince) {
        assertTrue(period.windowAt(asOf, memberSince).contains(asOf));
    }

    @Property(seed = "3132")
    void recurringPeriodsFollowEachOtherAndLastAYear(
            @ForAll("periods") QualificationPeriod period,
            @ForAll("dates") LocalDate asOf,
            @ForAll("dates") LocalDate memberSince) {
        Assume.that(period.recurs());
        DateWindow window = period.windowAt(asOf, memberSince);
        assertEquals(window.to(), period.next(asOf, memberSince).orElseThrow().from());
        assertEquals(
                window.from(), period.previous(asOf, memberSince).orElseThrow().to());
        assertTrue(window.days() >= 365 && window.days() <= 366, window::toString);
        assertEquals(window, period.windowAt(window.from(), memberSince));
        assertEquals(window, period.windowAt(window.to().minusDays(1), memberSince));
    }

    @Property(seed = "3133")
    void rollingWindowIsFoundDateByDate(
            @ForAll("lengths") Period length, @ForAll("dates") LocalDate asOf, @ForAll("dates") LocalDate date) {
        boolean inside = date.isAfter(asOf.minus(length)) && !date.isAfter(asOf);
        assertEquals(
                inside, QualificationPeriod.rolling(length).windowAt(asOf, date).contains(date));
    }

    @Property(seed = "3134")
    void factCountsUpToItsLastDateAndNotOnTheNext(
            @ForAll("periods") QualificationPeriod period,
            @ForAll("dates") LocalDate date,
            @ForAll("dates") LocalDate memberSince) {
        period.countsThrough(date, memberSince).ifPresent(last -> {
            assertTrue(period.windowAt(last, memberSince).contains(date));
            for (int days = 1; days <= 40; days++) {
                assertTrue(!period.windowAt(last.plusDays(days), memberSince).contains(date));
            }
        });
    }

    @Provide
    Arbitrary<QualificationPeriod> periods() {
        return TimeArbitraries.qualificationPeriods();
    }

    @Provide
    Arbitrary<Period> lengths() {
        return TimeArbitraries.periods().filter(period -> !period.isZero());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }
}
