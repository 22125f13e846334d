package io.loyalty.metrics.purchase;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatRateTest {

    private static final PurchaseRules YEAR = PurchaseRules.asOf(LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
            .from(LocalDate.of(2025, 1, 1))
            .with(TimeColumn.EPOCH_DAYS);

    /** Customer 1: two days; 2: one day, two receipts; 3: bought before the window too; 4: acquired four days ago. */
    private static final PurchaseHistory HISTORY = YEAR.summarize(
            new long[] {1, 1, 2, 2, 3, 3, 4},
            new long[] {day(300), day(100), day(50), day(50), day(400), day(2), day(4)},
            new long[] {1, 1, 1, 1, 1, 1, 1});

    @Test
    void fortyTwoOfSixty() {
        RepeatRate rate = RepeatRate.of(42, 60);
        Interval interval = rate.rate().interval().orElseThrow();
        assertEquals(Measure.of(0.7), rate.rate().value());
        assertEquals(0.574913, interval.lower(), 5e-7);
        assertEquals(0.801018, interval.upper(), 5e-7);
        assertEquals("repeat rate 0.7 [0.574913, 0.801018] (95 % Wilson), n = 60", rate.toString());
    }

    @Test
    void differenceHasNewcombesInterval() {
        Estimate difference = RepeatRate.of(42, 60).minus(RepeatRate.of(30, 55));
        assertEquals(0.154545, difference.value().orElseThrow(), 5e-7);
        assertEquals(-0.021794, difference.interval().orElseThrow().lower(), 5e-7);
        assertEquals(0.319360, difference.interval().orElseThrow().upper(), 5e-7);
        assertEquals(115, difference.n());
    }

    @Test
    void twoReceiptsOfADayAreNoRepeatPurchase() {
        RepeatRate rate = RepeatRate.of(HISTORY);
        assertEquals(1, rate.repeaters());
        assertEquals(4, rate.customers());
    }

    @Test
    void otherBasesCountOtherCustomers() {
        RepeatBuying options = RepeatBuying.withDefaults();
        assertEquals(2, options.with(RepeatBasis.ORDERS).rate(HISTORY).repeaters());
        assertEquals(1, options.with(RepeatBasis.RETURNING).rate(HISTORY).repeaters());
    }

    @Test
    void newCustomersCanBeLeftOutButNotThoseWhoBoughtBefore() {
        RepeatRate rate = RepeatBuying.withDefaults().acquiredAtLeastDaysAgo(30).rate(HISTORY);
        assertEquals(1, rate.tooNew());
        assertEquals(3, rate.customers());
    }

    @Test
    void groupsByCollectorAddUp() {
        Map<Boolean, RepeatRate> byAge = HISTORY.summaries().stream()
                .collect(groupingBy(
                        summary -> summary.age() > 50,
                        RepeatBuying.withDefaults().with(RepeatBasis.ORDERS).collector()));
        assertEquals(1, byAge.get(true).customers());
        assertEquals(2, byAge.get(true).plus(byAge.get(false)).repeaters());
    }

    @Test
    void withoutCustomersItIsUndefined() {
        RepeatRate rate = RepeatRate.of(0, 0);
        assertEquals(Measure.undefined("no customers"), rate.rate().value());
        assertEquals(
                "no customers on one side",
                rate.minus(RepeatRate.of(1, 2)).value().reason());
    }

    @Test
    void everybodyOrNobodyLeavesRoomForDoubt() {
        assertEquals(1, RepeatRate.of(5, 5).rate().interval().orElseThrow().upper());
        assertEquals(0, RepeatRate.of(0, 5).rate().interval().orElseThrow().lower());
        assertEquals(0.5655, RepeatRate.of(5, 5).rate().interval().orElseThrow().lower(), 5e-5);
    }

    @Test
    void confidenceIsAnOptionAndStays() {
        RepeatRate rate = RepeatBuying.withDefaults().withConfidence(0.9).rate(HISTORY);
        assertEquals(0.9, rate.rate().interval().orElseThrow().confidence());
        assertEquals(0.9, rate.plus(rate).rate().interval().orElseThrow().confidence());
        assertEquals(0.9, rate.minus(rate).interval().orElseThrow().confidence());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused("repeaters must be in [0, 5]: 6", () -> RepeatRate.of(6, 5));
        refused("repeaters must be in [0, 0]: 1", () -> RepeatRate.of(1, 0));
        refused("repeaters must be in [0, -1]: 0", () -> RepeatRate.of(0, -1));
        refused("days must be at least 0: -1", () -> RepeatBuying.withDefaults().acquiredAtLeastDaysAgo(-1));
        refused(
                "confidence must be in (0, 1): 1.0",
                () -> RepeatBuying.withDefaults().withConfidence(1));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static long day(int ago) {
        return LocalDate.of(2025, 12, 31).minusDays(ago).toEpochDay();
    }

    @Test
    void aRateHasItsBinomialError() {
        assertEquals(
                Math.sqrt(.7 * .3 / 60),
                RepeatRate.of(42, 60).rate().standardError().orElseThrow(),
                1e-16);
    }

    @Test
    void whoWasAcquiredOnTheLeastDayIsOldEnough() {
        PurchaseHistory history =
                YEAR.summarize(new long[] {1, 2, 3}, new long[] {day(4), day(5), day(400)}, new long[] {1, 1, 1});
        RepeatRate rate = RepeatBuying.withDefaults().acquiredAtLeastDaysAgo(5).rate(history);
        assertEquals(1, rate.tooNew());
        assertEquals(1, rate.customers());
        assertEquals(
                0,
                RepeatBuying.withDefaults()
                        .acquiredAtLeastDaysAgo(0)
                        .rate(history)
                        .tooNew());
        refused(
                "confidence must be in (0, 1): 0.0",
                () -> RepeatBuying.withDefaults().withConfidence(0));
        refused(
                "confidence must be in (0, 1): 1.0",
                () -> RepeatBuying.withDefaults().withConfidence(1));
    }
}
