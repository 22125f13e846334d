package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScaledTest {

    private static final Estimate ESTIMATE =
            new Estimate(Measure.of(3), Measure.of(1), Optional.of(new Interval(1, 6, 0.9, "t")), 7, 5);

    private static Estimate expected(double value, double error, double lower, double upper) {
        Interval interval = new Interval(lower, upper, 0.9, "t");
        return new Estimate(Measure.of(value), Measure.of(error), Optional.of(interval), 7, 5);
    }

    @Test
    void allFiguresTakeTheFactor() {
        assertEquals(expected(6, 2, 2, 12), Scaled.times(ESTIMATE, 2));
    }

    @Test
    void aNegativeFactorTurnsTheIntervalOver() {
        assertEquals(expected(-6, 2, -12, -2), Scaled.times(ESTIMATE, -2));
    }

    @Test
    void aShiftLeavesTheErrorAlone() {
        assertEquals(expected(2, 1, 0, 5), Scaled.plus(ESTIMATE, -1));
    }

    @Test
    void whatIsUndefinedStaysSo() {
        Estimate none = Estimate.undefined("nobody in a group", 4);
        assertEquals(none, Scaled.times(none, 2));
        assertEquals(none, Scaled.plus(none, 2));
        Measure reason = Measure.undefined("a single value");
        Estimate bare = new Estimate(Measure.of(3), reason, Optional.empty(), 1, 1);
        assertEquals(new Estimate(Measure.of(6), reason, Optional.empty(), 1, 1), Scaled.times(bare, 2));
        assertEquals(new Estimate(Measure.of(5), reason, Optional.empty(), 1, 1), Scaled.plus(bare, 2));
    }
}
