package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.testing.TimeArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class DateWindowProperties {

    @Property(seed = "3081")
    void intersectionContainsWhatBothContain(
            @ForAll("windows") DateWindow a, @ForAll("windows") DateWindow b, @ForAll("dates") LocalDate date) {
        assertEquals(a.contains(date) && b.contains(date), a.intersection(b).contains(date));
        assertEquals(a.overlaps(b), b.overlaps(a));
        assertEquals(a.intersection(b).isEmpty(), b.intersection(a).isEmpty());
    }

    @Property(seed = "3082")
    void windowsOverlapIfTheStartOfOneIsInTheOther(@ForAll("windows") DateWindow a, @ForAll("windows") DateWindow b) {
        boolean expected = !a.isEmpty() && !b.isEmpty() && (a.contains(b.from()) || b.contains(a.from()));
        assertEquals(expected, a.overlaps(b));
    }

    @Property(seed = "3083")
    void instantsInsideAreThoseBetweenStartAndEnd(
            @ForAll("windows") DateWindow window, @ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        ZoneId zone = moment.get1();
        Instant instant = moment.get2();
        boolean between = !instant.isBefore(window.start(zone)) && instant.isBefore(window.end(zone));
        assertEquals(between, window.contains(instant, zone));
    }

    @Property(seed = "3084")
    void boundsAreSharp(@ForAll("dates") LocalDate from, @ForAll("zones") ZoneId zone) {
        DateWindow window = DateWindow.of(from, from.plusDays(7));
        assertEquals(true, window.contains(window.start(zone), zone));
        assertEquals(false, window.contains(window.start(zone).minusNanos(1), zone));
        assertEquals(true, window.contains(window.end(zone).minusNanos(1), zone));
        assertEquals(false, window.contains(window.end(zone), zone));
    }

    @Provide
    Arbitrary<DateWindow> windows() {
        return TimeArbitraries.dateWindows();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return TimeArbitraries.zones();
    }

    @Provide
    Arbitrary<Tuple2<ZoneId, Instant>> moments() {
        return TimeArbitraries.zones()
                .flatMap(zone -> TimeArbitraries.instantsIn(zone).map(instant -> Tuple.of(zone, instant)));
    }
}
