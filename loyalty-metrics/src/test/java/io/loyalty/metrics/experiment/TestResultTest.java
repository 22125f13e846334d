package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestResultTest {

    @Test
    void lineShowsWhatThereIs() {
        assertEquals(
                "p = 0.25 (Welch t = 1.5, df 7.5)",
                TestResult.of("Welch t", 1.5, 0.25, 7.5).toString());
        assertEquals(
                "p = 0.25 (F = 1.5, df 2.0 and 7.5)",
                TestResult.of("F", 1.5, 0.25, 2.0, 7.5).toString());
        assertEquals("p = 0.5 (z = 2.0)", TestResult.of("z", 2, 0.5).toString());
        assertEquals(
                "p = undefined: no pairs (z)",
                TestResult.undefined("z", "no pairs").toString());
    }

    @Test
    void significanceNeedsAPValueBelowTheLevel() {
        assertTrue(TestResult.of("z", 2, 0.04).isSignificantAt(0.05));
        assertFalse(TestResult.of("z", 2, 0.05).isSignificantAt(0.05));
        assertFalse(TestResult.undefined("z", "no pairs").isSignificantAt(0.05));
        assertEquals(
                "level must be in (0, 1): 0.0",
                Reference.refusal(() -> TestResult.of("z", 2, 0.04).isSignificantAt(0)));
    }

    @Test
    void pValuesAreProbabilities() {
        assertEquals(Measure.of(1), TestResult.of("z", 0, 1 + 1e-15).pValue());
        assertEquals(
                "pValue must be in [0, 1]: 1.5",
                Reference.refusal(() -> new TestResult("z", Measure.of(1), List.of(), Measure.of(1.5))));
    }
}
