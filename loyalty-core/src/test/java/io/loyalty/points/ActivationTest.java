package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOON = at(LocalDate.of(2026, 4, 1)).plusSeconds(12 * 3600);

    private static Instant at(LocalDate date) {
        return date.atStartOfDay(TOKYO).toInstant();
    }

    @Test
    void eachReadsBackFromItsText() {
        List<Activation> all = List.of(
                Activation.immediate(),
                Activation.onEvent(),
                Activation.after(Period.ofDays(14)),
                Activation.after(Period.of(1, 2, 3)),
                Activation.on(LocalDate.of(2026, 4, 1)));
        assertEquals("[IMMEDIATE, ON_EVENT, AFTER P14D, AFTER P1Y2M3D, ON 2026-04-01]", all.toString());
        for (Activation one : all) {
            assertEquals(one, Activation.parse(one.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "immediate", "AFTER", "AFTER ", "AFTER 14", "ON", "ON ", "ON 2026-02-30", "ON_EVENTS", "P14D"
            })
    void otherTextIsRefused(String text) {
        assertEquals(
                "activation must read like 'AFTER P14D': '" + text + "'",
                assertThrows(IllegalArgumentException.class, () -> Activation.parse(text))
                        .getMessage());
    }

    @Test
    void nothingIsUsableBeforeItIsEarned() {
        LocalDate today = LocalDate.of(2026, 4, 1);
        assertEquals(NOON, Activation.immediate().activatesAt(NOON, TOKYO));
        assertEquals(Instant.MAX, Activation.onEvent().activatesAt(NOON, TOKYO));
        assertEquals(NOON, Activation.after(Period.ZERO).activatesAt(NOON, TOKYO));
        assertEquals(at(today.plusDays(1)), Activation.after(Period.ofDays(1)).activatesAt(NOON, TOKYO));
        assertEquals(
                at(today.plusMonths(1)), Activation.after(Period.ofMonths(1)).activatesAt(NOON, TOKYO));
        assertEquals(NOON, Activation.on(today.minusDays(1)).activatesAt(NOON, TOKYO));
        assertEquals(NOON, Activation.on(today).activatesAt(NOON, TOKYO));
        assertEquals(at(today), Activation.on(today).activatesAt(at(today), TOKYO));
        assertEquals(at(today.plusDays(1)), Activation.on(today.plusDays(1)).activatesAt(NOON, TOKYO));
    }

    @Test
    void periodsDoNotRunBackwards() {
        assertEquals(
                "period must not be negative: P1M-1D",
                assertThrows(IllegalArgumentException.class, () -> Activation.after(Period.of(0, 1, -1)))
                        .getMessage());
    }
}
