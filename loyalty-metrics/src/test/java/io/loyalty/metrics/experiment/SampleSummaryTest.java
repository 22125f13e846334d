package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleSummaryTest {

    @Test
    void summariesAddUpAndComeFromDatabases() {
        SampleSummary all = SampleSummary.of(1, 2, 3, 10, 20);
        SampleSummary parts = SampleSummary.of(1, 2).plus(SampleSummary.NONE).plus(SampleSummary.of(3, 10, 20));
        assertEquals(all.n(), parts.n());
        assertEquals(all.mean(), parts.mean(), 1e-14);
        assertEquals(all.squaredDeviations(), parts.squaredDeviations(), 1e-12);
        assertEquals(all, SampleSummary.ofVariance(5, 7.2, all.variance().orElseThrow()));
        assertEquals(all, Stream.of(1, 2, 3, 10, 20).parallel().collect(SampleSummary.collector(Integer::doubleValue)));
        assertEquals(SampleSummary.NONE, SampleSummary.of());
        assertEquals("fewer than two values", SampleSummary.of(3).variance().reason());
    }

    @Test
    void meanHasStudentsInterval() {
        Interval interval = SampleSummary.of(1, 2, 3).mean(0.95).interval().orElseThrow();
        assertEquals(2 - 0.95 * Math.sqrt(2 / 0.0975) / Math.sqrt(3), interval.lower(), 1e-14);
        assertEquals("no values", SampleSummary.NONE.mean(0.95).value().reason());
        assertEquals(
                "a single value", SampleSummary.of(4).mean(0.95).standardError().reason());
        assertEquals(Optional.empty(), SampleSummary.of(4, 4).mean(0.95).interval());
    }

    @Test
    void figuresAtTheirLimitsAreTaken() {
        assertEquals(SampleSummary.of(4, 4), SampleSummary.ofVariance(2, 4, 0));
        assertEquals(0.5, SampleSummary.of(1, 2).variance().orElseThrow());
        assertEquals(
                "variance must be at least 0 and finite: Infinity",
                Reference.refusal(() -> SampleSummary.ofVariance(2, 4, Double.POSITIVE_INFINITY)));
        assertEquals(
                "squaredDeviations must be at least 0 and finite: Infinity",
                Reference.refusal(() -> new SampleSummary(2, 4, Double.POSITIVE_INFINITY)));
    }
}
