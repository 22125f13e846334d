package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeTextTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static Optional<Instant> tokyo(String text) {
        return TimeText.read(text, TOKYO);
    }

    private static Optional<Instant> at(String instant) {
        return Optional.of(Instant.parse(instant));
    }

    @Test
    void aDateIsItsFirstInstant() {
        assertEquals(at("2024-02-28T15:00:00Z"), tokyo("2024-02-29"));
        assertEquals(at("2018-11-04T03:00:00Z"), TimeText.read("2018-11-04", ZoneId.of("America/Sao_Paulo")));
    }

    @Test
    void aDateAndTimeIsInTheZone() {
        assertEquals(at("2024-02-29T04:45:00Z"), tokyo("2024-02-29T13:45"));
        assertEquals(at("2024-02-29T04:45:00Z"), tokyo("2024-02-29 13:45"));
        assertEquals(at("2024-02-29T04:45:30Z"), tokyo("2024-02-29 13:45:30"));
        assertEquals(at("2024-02-29T04:45:30.500Z"), tokyo("2024-02-29T13:45:30.5"));
    }

    @Test
    void anOffsetBeatsTheZone() {
        assertEquals(at("2024-02-29T13:45:00Z"), tokyo("2024-02-29T13:45:00Z"));
        assertEquals(at("2024-02-29T12:45:00Z"), tokyo("2024-02-29 13:45+01:00"));
        assertEquals(at("2024-02-29T18:45:00Z"), tokyo("2024-02-29T13:45:00-05:00"));
    }

    @Test
    void aTimeThatTheClockSkippedIsMovedOn() {
        assertEquals(at("2024-03-31T01:30:00Z"), TimeText.read("2024-03-31 01:30", ZoneId.of("Europe/London")));
    }

    @Test
    void anythingElseIsNoTime() {
        for (String text : new String[] {
            "",
            "2024",
            "2023-02-29",
            "29.02.2024",
            "02/29/2024",
            "2024-02-29 25:00",
            "2024-02-29x13:45",
            "2024-02-29T",
            "20240229",
            "0024-02-29",
            "1989-12-31",
            "2051-01-01",
            "+2024-02-29",
            "noon"
        }) {
            assertEquals(Optional.empty(), tokyo(text), text);
        }
    }
}
