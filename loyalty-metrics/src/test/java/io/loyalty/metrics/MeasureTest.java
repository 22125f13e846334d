package io.loyalty.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

    @Test
    void theReasonIsEmptyForANumber() {
        assertEquals("", Measure.of(1.5).reason());
        assertEquals("no answers", Measure.undefined("no answers").reason());
        assertEquals("1.5", Measure.of(1.5).toString());
    }

    @Test
    void measuresAreEqualByNumberAndReason() {
        assertEquals(Measure.of(1.5), Measure.of(1.5));
        assertEquals(Measure.of(1.5).hashCode(), Measure.of(1.5).hashCode());
        assertNotEquals(Measure.of(1.5), Measure.of(2.5));
        assertNotEquals(Measure.of(0), Measure.of(-0.0));
        assertEquals(Measure.undefined("no answers"), Measure.undefined("no answers"));
        assertEquals(
                Measure.undefined("no answers").hashCode(),
                Measure.undefined("no answers").hashCode());
        assertNotEquals(Measure.undefined("no answers"), Measure.undefined("one answer"));
        assertNotEquals(Measure.of(1.5), Measure.undefined("no answers"));
        assertNotEquals(Measure.of(1.5), 1.5);
    }
}
