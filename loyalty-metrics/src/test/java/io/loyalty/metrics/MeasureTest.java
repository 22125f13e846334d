package io.loyalty.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void undefinedSaysWhyAndIsNoNumber() {
        Measure measure = Measure.undefined("no answers");
        assertFalse(measure.isDefined());
        assertFalse(measure.value().isPresent());
        assertEquals("undefined: no answers", measure.toString());
        assertEquals(
                "undefined: no answers",
                assertThrows(NoSuchElementException.class, measure::orElseThrow).getMessage());
    }

    @Test
    void aNumberIsFinite() {
        assertEquals(1.5, Measure.of(1.5).orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> Measure.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Measure.of(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Measure.undefined(" "));
    }
}
