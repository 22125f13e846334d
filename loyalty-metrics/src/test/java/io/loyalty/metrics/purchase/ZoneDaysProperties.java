package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ZoneDaysProperties {

    /** With summer time, half hours, a skipped day (Apia 2011), changes a few days apart (Casablanca, Cairo 2010 and 2014), none. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/London",
                        "America/Sao_Paulo",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Africa/Casablanca",
                        "Africa/Cairo",
                        "Asia/Tokyo",
                        "UTC")
                .map(ZoneId::of);
    }

    @Property(tries = 300, seed = "20260430")
    void daysAreThoseOfTheZone(
            @ForAll("zones") ZoneId zone,
            @ForAll List<@LongRange(min = -2_000_000_000L, max = 6_000_000_000L) Long> seconds) {
        ZoneDays days = new ZoneDays(zone);
        for (long second : seconds) {
            assertEquals(expected(zone, second), days.dayOf(second));
        }
    }

    @Property(tries = 200, seed = "20260431")
    void daysAreRightAroundEveryChange(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 1970, max = 2040) int year) {
        ZoneDays days = new ZoneDays(zone);
        Instant at = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        for (int i = 0; i < 4; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            if (next == null) {
                return;
            }
            at = next.getInstant();
            for (long around : new long[] {-86_400, -1, 0, 1, 3_600, 86_400, 10 * 86_400}) {
                long second = at.getEpochSecond() + around;
                assertEquals(expected(zone, second), days.dayOf(second));
            }
        }
    }

    private static long expected(ZoneId zone, long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).toEpochDay();
    }
}
