package io.loyalty.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static Estimate half(long n, double effectiveN) {
        return new Estimate(Measure.of(.5), Measure.of(.1), Optional.empty(), n, effectiveN);
    }

    private static String refusal(long n, double effectiveN) {
        return assertThrows(IllegalArgumentException.class, () -> half(n, effectiveN))
                .getMessage();
    }

    @Test
    void anEstimateOfNothingSaysWhyAndHowManyThereWere() {
        Estimate none = Estimate.undefined("no answers", 3);
        assertFalse(none.isDefined());
        assertEquals(Measure.undefined("no answers"), none.value());
        assertEquals(Measure.undefined("no answers"), none.standardError());
        assertEquals(Optional.empty(), none.interval());
        assertEquals(3, none.n());
        assertEquals(3, none.effectiveN());
    }

    @Test
    void aValueMakesItDefined() {
        assertTrue(half(0, 0).isDefined());
    }

    @Test
    void sizesAreNotBelowNothing() {
        assertEquals("n and effectiveN must be at least 0: -1 and 0.0", refusal(-1, 0));
        assertEquals("n and effectiveN must be at least 0: 2 and -0.5", refusal(2, -.5));
        assertEquals("n and effectiveN must be at least 0: 2 and NaN", refusal(2, Double.NaN));
    }

    @Test
    void textShowsValueIntervalAndSize() {
        Optional<Interval> interval = Optional.of(new Interval(.25, .75, .95, "Wald"));
        assertEquals(
                "0.5 [0.25, 0.75] (95 % Wald), n = 100",
                new Estimate(Measure.of(.5), Measure.of(.1), interval, 100, 100).toString());
        assertEquals("0.5, n = 12", half(12, 10).toString());
        assertEquals(
                "undefined: no answers, n = 0",
                Estimate.undefined("no answers", 0).toString());
    }
}
