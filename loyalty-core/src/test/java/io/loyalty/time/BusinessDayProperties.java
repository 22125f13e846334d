package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.TimeArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class BusinessDayProperties {

    @Property(seed = "3071")
    void dayStartsWhenTheDayBeforeEnds(@ForAll("days") BusinessDay day, @ForAll("dates") LocalDate date) {
        Instant start = day.startOf(date);
        assertEquals(start, day.endOf(date.minusDays(1)));
        if (start.isBefore(day.endOf(date))) {
            assertEquals(date, day.dateOf(start));
            assertEquals(date, day.dateOf(day.endOf(date).minusNanos(1)));
        }
    }

    @Property(seed = "3072")
    void instantLiesInItsDay(@ForAll("moments") Tuple2<BusinessDay, Instant> moment) {
        BusinessDay day = moment.get1();
        LocalDate date = day.dateOf(moment.get2());
        assertTrue(!moment.get2().isBefore(day.startOf(date)));
        assertTrue(moment.get2().isBefore(day.endOf(date)));
    }

    /** The oracle reads the clock on the wall; it errs only where a clock put back shows an earlier day once more. */
    @Property(seed = "3073", tries = 2000)
    void dateIsThatOfTheClockLessTheCutOff(@ForAll("moments") Tuple2<BusinessDay, Instant> moment) {
        BusinessDay day = moment.get1();
        LocalDateTime clock = LocalDateTime.ofInstant(moment.get2(), day.zone());
        LocalTime time = clock.toLocalTime();
        LocalDate naive = time.isBefore(day.cutOff()) ? clock.toLocalDate().minusDays(1) : clock.toLocalDate();
        boolean repeated = day.zone().getRules().getValidOffsets(clock).size() > 1;
        LocalDate date = day.dateOf(moment.get2());
        assertTrue(date.equals(naive) || (repeated && date.equals(naive.plusDays(1))));
    }

    @Property(seed = "3074")
    void laterInstantsHaveNoEarlierDay(@ForAll("moments") Tuple2<BusinessDay, Instant> moment) {
        BusinessDay day = moment.get1();
        LocalDate date = day.dateOf(moment.get2());
        for (int minutes = 1; minutes < 3_000; minutes += 29) {
            LocalDate later = day.dateOf(moment.get2().plusSeconds(minutes * 60L));
            assertTrue(!later.isBefore(date));
            date = later;
        }
    }

    @Provide
    Arbitrary<BusinessDay> days() {
        return TimeArbitraries.businessDays();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<Tuple2<BusinessDay, Instant>> moments() {
        return TimeArbitraries.businessDays()
                .flatMap(day -> TimeArbitraries.instantsIn(day.zone()).map(instant -> Tuple.of(day, instant)));
    }
}
