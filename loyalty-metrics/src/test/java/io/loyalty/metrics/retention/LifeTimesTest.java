package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tables and accumulators put together hold what one would hold that had seen everything. */
class LifeTimesTest {

    /** Whole, broken, weighted and late customers. */
    private static void take(LifeTimes lives, int first) {
        for (int i = first; i < first + 30; i++) {
            lives.accept(i, i % 2 == 0);
            lives.accept(i + .5, i % 3 == 0);
            lives.accept(i + .25, true, 3);
            lives.accept(100_000 + i, false);
            lives.acceptEntered(i + .75, i + 2, true, 2);
        }
    }

    @Test
    void partsHoldWhatTheWholeHolds() {
        LifeTimes whole = new LifeTimes();
        LifeTimes left = new LifeTimes();
        LifeTimes right = new LifeTimes();
        take(whole, 0);
        take(whole, 100);
        take(left, 0);
        take(right, 100);
        assertEquals(whole.snapshot(), left.snapshot().plus(right.snapshot()));
        assertEquals(whole.snapshot(), left.combine(right).snapshot());
        assertEquals(480, left.snapshot().subjects());
        assertEquals(60, left.snapshot().lateEntries().size());
    }

    @Test
    void nothingAddedChangesNothing() {
        LifeTimes lives = new LifeTimes();
        take(lives, 0);
        LifeTable before = lives.snapshot();
        assertEquals(before, lives.combine(new LifeTimes()).snapshot());
        assertEquals(before, new LifeTimes().combine(lives).snapshot());
        lives.accept(3.5, true, 0);
        lives.accept(3, true, 0);
        assertEquals(before, lives.snapshot());
    }

    @Test
    void whoEntersAtTheBeginningIsNotLate() {
        LifeTable table = LifeTable.ofEntered(new double[] {0, 0}, new double[] {0, 2}, new boolean[] {true, true});
        assertEquals(LifeTable.of(new double[] {0, 2}, new boolean[] {true, true}), table);
        assertEquals(
                "entries[0] must be in [0, 0.0): 1.0",
                refusal(() -> LifeTable.ofEntered(new double[] {1}, new double[] {0}, new boolean[1])));
    }

    @Test
    void whoEntersAtTheTimeOfAnEventIsNotYetAtRisk() {
        LifeTable table = LifeTable.ofEntered(new double[] {0, 3}, new double[] {3, 7}, new boolean[] {true, true});
        assertEquals(1, table.atRisk(0));
        assertEquals(1, table.atRiskAt(0, 1));
        assertEquals(1, table.atRiskAt(1, 4));
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        assertEquals(
                "times and events must be equally long: 1 and 2",
                refusal(() -> LifeTable.of(new double[1], new boolean[2])));
        assertEquals(
                "times and events must be equally long: 1 and 2",
                refusal(() -> LifeTable.of(new double[1], new boolean[2], new long[1])));
        assertEquals(
                "times and events must be equally long: 1 and 2",
                refusal(() -> LifeTable.ofEntered(new double[1], new double[1], new boolean[2])));
        assertEquals(
                "times and events must be equally long: 1 and 2",
                refusal(() -> LifeTable.ofCounts(new double[1], new long[2], new long[1])));
    }

    @Test
    void periodsHaveAWidth() {
        LifeTable table = LifeTable.of(new double[] {1}, new boolean[1]);
        assertEquals("width must be positive and finite: 0.0", refusal(() -> table.inPeriodsOf(0)));
        assertEquals("width must be positive and finite: Infinity", refusal(() -> table.inPeriodsOf(1.0 / 0)));
    }
}
