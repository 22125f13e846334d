package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class HazardTest {

    private static final LifeTable EXAMPLE = LifeTable.of(
            new int[] {2, 3, 3, 5, 8, 8, 9, 12}, new boolean[] {true, true, false, true, false, true, true, false});

    @Test
    void cumulativeHazardAddsShares() {
        CumulativeHazard hazard = CumulativeHazard.of(EXAMPLE);
        double h = 1 / 8.0 + 1 / 7.0 + 1 / 5.0;
        double error = Math.sqrt(1 / 64.0 + 1 / 49.0 + 1 / 25.0);
        assertEstimate(h, error, 1e-15, hazard.at(5));
        assertEstimate(h, error, 1e-15, hazard.at(7.9));
        double factor = Math.exp(1.959963984540054 * error / h);
        assertInterval(h / factor, h * factor, 1e-14, hazard.at(5));
        assertMeasure(h + 1 / 4.0 + 1 / 2.0, 1e-15, hazard.at(12).value());
        assertEquals(EXAMPLE, hazard.table());
    }

    @Test
    void cumulativeHazardHasItsEdges() {
        CumulativeHazard hazard = CumulativeHazard.of(EXAMPLE);
        assertMeasure(0, 0, hazard.at(1.5).value());
        assertUndefined("no event so far", hazard.at(0).standardError());
        assertUndefined("beyond the last observed time 12.0", hazard.at(12.1).value());
        CumulativeHazard nobody = CumulativeHazard.of(LifeTable.of(new int[0], new boolean[0]));
        assertUndefined("no customers", nobody.at(0).value());
        assertEquals("time must be at least 0: -1.0", refusal(() -> hazard.at(-1)));
        assertEquals("cumulative hazard undefined: no customers, n = 0", nobody.toString());
    }

    @Test
    void discreteHazardDividesEventsByThoseWhoBegan() {
        DiscreteHazard hazard = DiscreteHazard.of(EXAMPLE, 4);
        assertEquals(
                List.of(8L, 5L, 4L, 1L),
                hazard.periods().stream().map(HazardPeriod::atRisk).toList());
        assertEquals(
                List.of(2L, 1L, 2L, 0L),
                hazard.periods().stream().map(HazardPeriod::events).toList());
        assertEquals(
                List.of(1L, 0L, 1L, 1L),
                hazard.periods().stream().map(HazardPeriod::censored).toList());
        assertMeasure(.25, 0, hazard.periods().get(0).hazard().value());
        assertEquals(
                "Wilson",
                hazard.periods().get(3).hazard().interval().orElseThrow().method());
        assertEquals("4 periods of 4.0: hazard first 0.25, last 0.0", hazard.toString());
    }

    @Test
    void chanceOfChurnMultipliesWhatRemains() {
        DiscreteHazard hazard = DiscreteHazard.of(EXAMPLE, 4);
        double stay = 4 / 5.0 * (2 / 4.0);
        assertEstimate(1 - stay, stay * Math.sqrt(1 / 20.0 + 2 / 8.0), 1e-15, hazard.churnWithin(1, 2));
        assertEquals(5, hazard.churnWithin(1, 2).n());
        assertEstimate(0, 0, 0, hazard.churnWithin(2, 0));
        assertUndefined(
                "nobody was observed in period 4", hazard.churnWithin(3, 2).value());
        assertUndefined(
                "nobody was observed in period 9", hazard.churnWithin(9, 1).value());
        assertEquals("livedThrough and next must be at least 0: -1 and 2", refusal(() -> hazard.churnWithin(-1, 2)));
    }

    @Test
    void everybodyLeavingIsCertain() {
        DiscreteHazard hazard = DiscreteHazard.of(LifeTable.of(new int[] {1, 1}, new boolean[] {true, true}), 1);
        assertMeasure(1, 0, hazard.churnWithin(0, 5).value());
        assertFalse(hazard.churnWithin(0, 5).standardError().isDefined());
        assertMeasure(0, 0, hazard.periods().get(0).hazard().value());
    }

    @Test
    void periodsMustBeFew() {
        assertEquals(
                "width must give at most 100000 periods: 1.0E-4 gives 120001.0",
                refusal(() -> DiscreteHazard.of(EXAMPLE, 1e-4)));
        assertEquals("width must be positive and finite: -1.0", refusal(() -> DiscreteHazard.of(EXAMPLE, -1)));
        assertEquals(
                0,
                DiscreteHazard.of(LifeTable.of(new int[0], new boolean[0]), 1)
                        .periods()
                        .size());
    }

    @Test
    void theFirstEventCountsFromItsTimeOn() {
        CumulativeHazard hazard = CumulativeHazard.of(EXAMPLE);
        assertEstimate(1 / 8.0, 1 / 8.0, 1e-16, hazard.at(2));
        assertEquals("cumulative hazard " + hazard.at(12), hazard.toString());
    }

    @Test
    void asManyPeriodsAsAllowedAreThere() {
        LifeTable most = LifeTable.of(new int[] {99_999}, new boolean[] {true});
        assertEquals(100_000, DiscreteHazard.of(most, 1).periods().size());
        LifeTable more = LifeTable.of(new int[] {100_000}, new boolean[] {true});
        assertEquals(
                "width must give at most 100000 periods: 1.0 gives 100001.0",
                refusal(() -> DiscreteHazard.of(more, 1)));
        assertEquals("width must be positive and finite: 0.0", refusal(() -> new DiscreteHazard(0, List.of())));
        assertEquals(
                "width must be positive and finite: Infinity", refusal(() -> new DiscreteHazard(1.0 / 0, List.of())));
    }

    @Test
    void nobodyIsLeftBehindTheLastPeriod() {
        assertEquals(0, DiscreteHazard.of(EXAMPLE, 4).churnWithin(4, 0).n());
    }

    @Test
    void aPeriodLosesNoMoreThanItHas() {
        HazardPeriod period = DiscreteHazard.of(EXAMPLE, 4).periods().get(1);
        assertEquals("period 1: 1 of 5, hazard " + period.hazard(), period.toString());
        assertEquals(3, new HazardPeriod(0, 5, 3, 2, period.hazard()).events());
        assertEquals(
                "events and censored must be at most 5: 3 and 3",
                refusal(() -> new HazardPeriod(0, 5, 3, 3, period.hazard())));
        assertEquals(
                "events and censored must be at most 5: " + Long.MAX_VALUE + " and 1",
                refusal(() -> new HazardPeriod(0, 5, Long.MAX_VALUE, 1, period.hazard())));
        assertEquals(
                "period, events and censored must be at least 0: 0, 0 and -1",
                refusal(() -> new HazardPeriod(0, 5, 0, -1, period.hazard())));
    }
}
