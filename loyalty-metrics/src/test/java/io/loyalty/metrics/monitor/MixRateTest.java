package io.loyalty.metrics.monitor;

import static io.loyalty.metrics.monitor.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixRateTest {

    @Test
    void averageFallsWhileBothSegmentsRise() {
        // Old customers 60 to 62, new ones 20 to 21, but the new ones grew from a tenth to a half.
        MixRate<String> change = MixRate.of(
                Map.of("old", new SegmentBase(90, 5400), "new", new SegmentBase(10, 200)),
                Map.of("old", new SegmentBase(50, 3100), "new", new SegmentBase(50, 1050)));
        assertEquals(Measure.of(56), change.before());
        assertEquals(Measure.of(41.5), change.after());
        // Rate: .7 × 2 + .3 × 1; mix: (61 − 48.75)(−.4) + (20.5 − 48.75)(.4).
        assertEquals(1.4, rate(change, "old"), 1e-14);
        assertEquals(0.3, rate(change, "new"), 1e-14);
        assertEquals(-4.9, mix(change, "old"), 1e-13);
        assertEquals(-11.3, mix(change, "new"), 1e-13);
        assertEquals(1.7, change.rate().orElseThrow(), 1e-13);
        assertEquals(-16.2, change.mix().orElseThrow(), 1e-13);
        assertEquals(-14.5, change.change().orElseThrow(), 1e-13);
        assertEquals(List.of("new", "old"), List.copyOf(change.effects().keySet()));
    }

    @Test
    void sameMixIsAllRate() {
        MixRate<Integer> change = MixRate.of(
                Map.of(1, SegmentBase.ofMean(30, 2), 2, SegmentBase.ofMean(70, 5)),
                Map.of(1, SegmentBase.ofMean(3, 3), 2, SegmentBase.ofMean(7, 5)));
        assertEquals(0, change.mix().orElseThrow(), 1e-16);
        assertEquals(0.3, change.rate().orElseThrow(), 1e-15);
    }

    @Test
    void newSegmentIsAllMix() {
        MixRate<String> change = MixRate.of(
                Map.of("a", new SegmentBase(10, 100)),
                Map.of("a", new SegmentBase(10, 100), "b", SegmentBase.ofMean(10, 30)));
        assertEquals(0, rate(change, "b"));
        assertEquals((30 - 15) * 0.5, mix(change, "b"), 1e-15);
        assertEquals(10, change.change().orElseThrow(), 1e-14);
        MixRate<String> back = MixRate.of(
                Map.of("a", new SegmentBase(10, 100), "b", SegmentBase.ofMean(10, 30)),
                Map.of("a", new SegmentBase(10, 100)));
        assertEquals(0, rate(back, "b"));
        assertEquals(-10, back.change().orElseThrow(), 1e-14);
    }

    @Test
    void emptySegmentDoesNothing() {
        MixRate<String> change = MixRate.of(
                Map.of("a", new SegmentBase(10, 100), "none", new SegmentBase(0, 0)),
                Map.of("a", new SegmentBase(10, 120)));
        assertEquals(0, mix(change, "none"));
        assertEquals(0, rate(change, "none"));
        assertEquals(2, change.change().orElseThrow(), 1e-15);
    }

    @Test
    void nothingInAPeriodIsUndefined() {
        MixRate<String> change = MixRate.of(Map.of(), Map.of("a", new SegmentBase(10, 100)));
        Measure none = Measure.undefined("no base in one of the periods");
        assertEquals(none, change.change());
        assertEquals(none, change.mix());
        assertEquals(none, change.rate());
        assertEquals(none, change.effects().get("a").mix());
        assertEquals(none, change.effects().get("a").rate());
        assertEquals(Measure.undefined("empty segment"), change.before());
        assertEquals(Measure.of(10), change.after());
        MixRate<String> empty = MixRate.<String>of(Map.of(), Map.of());
        assertEquals(none, empty.change());
        assertEquals(Map.of(), empty.effects());
    }

    @Test
    void basesAddUp() {
        assertEquals(new SegmentBase(5, 11), new SegmentBase(2, 4).plus(new SegmentBase(3, 7)));
        assertEquals(Measure.of(2), new SegmentBase(2, 4).mean());
    }

    @Test
    void badBasesAreRefused() {
        assertRefused("size must be finite and at least 0: -1.0", () -> new SegmentBase(-1, 0));
        assertRefused("size must be finite and at least 0: NaN", () -> new SegmentBase(Double.NaN, 0));
        assertRefused("total must be finite: NaN", () -> new SegmentBase(1, Double.NaN));
        assertRefused("total must be 0 where size is 0: 3.0", () -> new SegmentBase(0, 3));
        assertRefused("size must be above 0: 0.0", () -> SegmentBase.ofMean(0, 3));
    }

    @Test
    void effectsCannotBeChanged() {
        MixRate<String> change = MixRate.of(Map.of("a", new SegmentBase(1, 1)), Map.of());
        assertThrows(UnsupportedOperationException.class, () -> change.effects().clear());
    }

    @Test
    void textShowsBothParts() {
        assertEquals(
                "2.0 to 3.0: mix 0.0, rate 1.0",
                MixRate.of(Map.of("a", new SegmentBase(1, 2)), Map.of("a", new SegmentBase(1, 3)))
                        .toString());
    }

    private static double mix(MixRate<?> change, String key) {
        return change.effects().get(key).mix().orElseThrow();
    }

    private static double rate(MixRate<?> change, String key) {
        return change.effects().get(key).rate().orElseThrow();
    }
}
