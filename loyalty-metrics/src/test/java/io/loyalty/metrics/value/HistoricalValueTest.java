package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoricalValueTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final MarginHistory OLD = new MarginHistory(
            NEW_YEAR,
            List.of(
                    new DatedMargin(NEW_YEAR, 30),
                    new DatedMargin(LocalDate.of(2025, 1, 31), -5),
                    new DatedMargin(LocalDate.of(2025, 6, 1), 40),
                    new DatedMargin(LocalDate.of(2026, 1, 2), 1000)));
    private static final MarginHistory YOUNG =
            new MarginHistory(LocalDate.of(2025, 12, 20), List.of(new DatedMargin(LocalDate.of(2025, 12, 24), 12)));
    private static final MarginHistory FUTURE = new MarginHistory(LocalDate.of(2026, 2, 1), List.of());

    @Test
    void marginsToDateAddUp() {
        assertEquals(Measure.of(65), OLD.realised(TODAY));
        assertEquals(Measure.of(1065), OLD.realised(TODAY.plusDays(1)));
        assertEquals(Measure.of(30), OLD.realised(NEW_YEAR));
        assertEquals("not a customer yet", OLD.realised(NEW_YEAR.minusDays(1)).reason());
    }

    @Test
    void interestGrowsFromTheDayOfEachMargin() {
        AnnualRate rate = AnnualRate.of(0.1);
        double expected = 30 * Math.pow(1.1, 365 / 365.2425)
                - 5 * Math.pow(1.1, 335 / 365.2425)
                + 40 * Math.pow(1.1, 214 / 365.2425);
        assertEquals(expected, OLD.compounded(TODAY, rate).orElseThrow(), 1e-12);
        assertEquals(OLD.realised(TODAY), OLD.compounded(TODAY, AnnualRate.of(0)));
        assertFalse(FUTURE.compounded(TODAY, rate).isDefined());
    }

    @Test
    void ageCountsDaysFromTheStart() {
        assertEquals(Measure.of(30), OLD.atAge(30, TODAY));
        assertEquals(Measure.of(25), OLD.atAge(31, TODAY));
        // Day 366 is the first of January 2026, the last day that is known.
        assertEquals(Measure.of(65), OLD.atAge(366, TODAY));
        assertEquals("younger than 367 days", OLD.atAge(367, TODAY).reason());
        assertEquals(Measure.of(12), YOUNG.atAge(13, TODAY));
        assertEquals("younger than 14 days", YOUNG.atAge(14, TODAY).reason());
    }

    @Test
    void customersTogether() {
        HistoricalValue value = HistoricalValue.realised(List.of(OLD, YOUNG, FUTURE), TODAY);
        assertEquals(77, value.total());
        assertEquals(Measure.of(38.5), value.mean().value());
        assertEquals(Measure.of(38.5), value.median());
        assertEquals(2, value.mean().n());
        assertEquals(1, value.leftOut());
        assertEquals(26.5, value.mean().standardError().orElseThrow(), 1e-14);
        // One degree of freedom: t is tan(.475 π).
        assertEquals(
                38.5 + 26.5 * 12.706204736174704,
                value.mean().interval().orElseThrow().upper(),
                1e-11);
        HistoricalValue early = HistoricalValue.atAge(List.of(OLD, YOUNG, FUTURE), 10, TODAY);
        assertEquals(42, early.total());
        assertEquals(1, early.leftOut());
        assertTrue(HistoricalValue.compounded(List.of(OLD, YOUNG), TODAY, AnnualRate.of(0.1))
                        .total()
                > 77);
    }

    @Test
    void cohortsAreComparedAtTheSameAge() {
        List<MarginHistory> first = new ArrayList<>();
        List<MarginHistory> second = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // The same start, but the older cohort had a year more to buy.
            first.add(new MarginHistory(
                    NEW_YEAR,
                    List.of(new DatedMargin(NEW_YEAR, 10 + i), new DatedMargin(LocalDate.of(2025, 9, 1), 500))));
            second.add(new MarginHistory(
                    LocalDate.of(2025, 12, 1), List.of(new DatedMargin(LocalDate.of(2025, 12, 1), 10 + i))));
        }
        second.add(FUTURE);
        double[] old = HistoricalValue.valuesAtAge(first, 30, TODAY);
        double[] young = HistoricalValue.valuesAtAge(second, 30, TODAY);
        assertEquals(4, young.length);
        GroupDifference<String> difference = ValueByGroup.withDefaults()
                .withMinimumBase(0)
                .compare(Map.of("2025", old, "December", young))
                .differences()
                .get(0);
        assertEquals(Measure.of(0), difference.difference().value());
        assertEquals(1, difference.pValue().orElseThrow(), 1e-15);
    }

    @Test
    void orderOfTheCustomersDoesNotMatter() {
        List<MarginHistory> customers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            customers.add(new MarginHistory(NEW_YEAR, List.of(new DatedMargin(NEW_YEAR, 0.1 * i * i))));
        }
        HistoricalValue there = HistoricalValue.realised(customers, TODAY);
        Collections.reverse(customers);
        assertEquals(there, HistoricalValue.realised(customers, TODAY));
        assertEquals(Measure.of(0.1 * 24 * 24 / 2 + 0.1 * 25 * 25 / 2), there.median());
    }

    @Test
    void nobodyIsUndefined() {
        HistoricalValue none = HistoricalValue.realised(List.of(FUTURE), TODAY);
        assertEquals(0, none.total());
        assertEquals("no customers", none.mean().value().reason());
        assertEquals("no customers", none.median().reason());
        assertEquals(1, none.leftOut());
    }

    @Test
    void oneCustomerHasNoError() {
        HistoricalValue one = HistoricalValue.realised(List.of(OLD), TODAY);
        assertEquals(Measure.of(65), one.mean().value());
        assertEquals("one customer", one.mean().standardError().reason());
        assertTrue(one.mean().interval().isEmpty());
        HistoricalValue equal = HistoricalValue.realised(List.of(OLD, OLD), TODAY);
        assertEquals("no variance", equal.mean().standardError().reason());
    }

    @Test
    void badInputIsRefused() {
        assertEquals(
                "margins[1] must not be before 2025-01-01: 2024-12-31",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new MarginHistory(
                                        NEW_YEAR,
                                        List.of(
                                                new DatedMargin(NEW_YEAR, 1),
                                                new DatedMargin(NEW_YEAR.minusDays(1), 1))))
                        .getMessage());
        assertEquals(
                "margin must be finite: NaN",
                assertThrows(IllegalArgumentException.class, () -> new DatedMargin(NEW_YEAR, Double.NaN))
                        .getMessage());
        assertEquals(
                "days must be at least 1: 0",
                assertThrows(IllegalArgumentException.class, () -> OLD.atAge(0, TODAY))
                        .getMessage());
        assertThrows(NullPointerException.class, () -> HistoricalValue.realised(List.of(), null));
    }

    @Test
    void textShowsNoMargins() {
        assertEquals("customer since 2025-01-01, 4 margins", OLD.toString());
        assertEquals("customer since 2025-12-20, 1 margin", YOUNG.toString());
    }
}
