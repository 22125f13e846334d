package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifeTableTest {

    @Test
    void countsAndRawTimesAreTheSame() {
        LifeTable raw = LifeTable.of(new int[] {3, 1, 3, 2}, new boolean[] {true, false, true, false});
        LifeTable counted = LifeTable.ofCounts(new double[] {3, 1, 2}, new long[] {2, 0, 0}, new long[] {0, 1, 1});
        assertEquals(raw, counted);
        assertEquals(4, raw.subjects());
        assertEquals(2, raw.events());
        assertEquals(3, raw.size());
        assertEquals(3.0, raw.time(2));
        assertEquals(2, raw.events(2));
        assertEquals(0, raw.censored(2));
        assertEquals(2, raw.atRisk(2));
        assertEquals(4, raw.atRisk(0));
    }

    @Test
    void collectorMakesTablesByGroup() {
        record Customer(String segment, double tenure, boolean left) {}
        var tables = Stream.of(new Customer("a", 1, true), new Customer("b", 2, false), new Customer("a", 1.5, false))
                .parallel()
                .collect(Collectors.groupingBy(
                        Customer::segment, LifeTable.collector(Customer::tenure, Customer::left)));
        assertEquals(LifeTable.of(new double[] {1, 1.5}, new boolean[] {true, false}), tables.get("a"));
        assertEquals(LifeTable.of(new double[] {2}, new boolean[] {false}), tables.get("b"));
    }

    @Test
    void periodsAreThoseLivedThrough() {
        LifeTable months = LifeTable.of(new double[] {0, 29.9, 30, 61}, new boolean[] {true, false, true, true})
                .inPeriodsOf(30);
        assertEquals(LifeTable.of(new int[] {0, 0, 1, 2}, new boolean[] {true, false, true, true}), months);
        assertEquals("width must be positive and finite: NaN", refusal(() -> months.inPeriodsOf(Double.NaN)));
        LifeTable late = LifeTable.ofEntered(new double[] {1}, new double[] {2}, new boolean[1]);
        assertEquals("the table must have no late entries: 1", refusal(() -> late.inPeriodsOf(1)));
    }

    @Test
    void longTimesAndManyCustomersAreKept() {
        LifeTimes lives = new LifeTimes();
        for (int i = 0; i < 100; i++) {
            lives.accept(100_000 + i % 7, i % 2 == 0);
            lives.accept(0.5 + i, true, 2);
        }
        LifeTable table = Copies.serialized(lives).snapshot();
        assertEquals(300, table.subjects());
        assertEquals(250, table.events());
        assertEquals(107, table.size());
        assertEquals(table, Copies.serialized(table));
    }

    @Test
    void tablesDifferByCountsAndEntries() {
        LifeTable table = LifeTable.of(new int[] {1}, new boolean[] {true});
        assertNotEquals(table, LifeTable.of(new int[] {1}, new boolean[] {false}));
        assertNotEquals(table, LifeTable.ofEntered(new double[] {.5}, new double[] {1}, new boolean[] {true}));
        assertNotEquals(table, "table");
    }

    @Test
    void accumulatorRefusesItselfAndBadNumbers() {
        LifeTimes lives = new LifeTimes();
        assertEquals("other must be another accumulator", refusal(() -> lives.combine(lives)));
        assertEquals("time must be finite and at least 0: -1.0", refusal(() -> lives.accept(-1, true)));
        assertEquals("weight must be at least 0: -1", refusal(() -> lives.accept(1, true, -1)));
        assertEquals("entry must be in [0, 2.0): 3.0", refusal(() -> lives.acceptEntered(3, 2, true, 1)));
        assertEquals(
                "entries[0] must be in [0, 2.0): NaN",
                refusal(() -> LifeTable.ofEntered(new double[] {Double.NaN}, new double[] {2}, new boolean[1])));
        assertEquals(
                "times and entries must be equally long: 1 and 2",
                refusal(() -> LifeTable.ofEntered(new double[2], new double[1], new boolean[1])));
        assertEquals(
                "times and censored must be equally long: 1 and 0",
                refusal(() -> LifeTable.ofCounts(new double[1], new long[1], new long[0])));
    }

    @Test
    void secondPurchasesAreDaysFromTheFirst() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        PurchaseRules rules = PurchaseRules.asOf(first.plusDays(100), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .from(first);
        long day = first.toEpochDay();
        PurchaseHistory history = rules.summarize(
                // 1 comes again after 10 days, 2 twice on one day, 3 on the last day, 4 is an old customer.
                new long[] {1, 1, 1, 2, 2, 3, 4, 4},
                new long[] {day, day + 10, day + 30, day + 40, day + 40, day + 100, day - 5, day + 6},
                new long[] {5, 5, 5, 5, 5, 5, 5, 5});
        LifeTable table = LifeTable.ofSecondPurchases(history);
        assertEquals(LifeTable.of(new int[] {10, 60, 0}, new boolean[] {true, false, false}), table);
        assertMeasure(.5, 0, KaplanMeier.withDefaults().estimate(table).at(30).value());
    }

    @Test
    void rowsAtATimeAreFound() {
        LifeTable table =
                LifeTable.ofEntered(new double[] {0, 2, 4}, new double[] {3, 7, 7}, new boolean[] {true, true, false});
        assertEquals(
                List.of(-1, 0, 0, 1),
                Stream.of(1.0, 3.0, 5.0, 9.0).map(table::rowAt).toList());
        assertEquals(2, table.atRiskAt(0, 2.5));
        assertEquals(1, table.atRiskAt(0, 1));
        assertEquals(1, table.atRiskAt(1, 4));
        assertEquals(2, table.atRiskAt(1, 4.5));
        assertEquals(0, table.atRiskAt(2, 8));
    }
}
