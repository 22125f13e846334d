package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final PurchaseRules RULES = PurchaseRules.asOf(END, TOKYO);

    @Test
    void aSummaryHoldsWhatScoresAndModelsNeed() {
        long[] customers = {7, 7, 7, 7};
        long[] at = {
            tokyo(2026, 1, 5, 9, 0), tokyo(2026, 1, 5, 18, 30), tokyo(2026, 2, 1, 9, 0), tokyo(2026, 3, 20, 23, 59)
        };
        PurchaseHistory history = RULES.summarize(customers, at, new long[] {500, 200, 1_000, 300});
        PurchaseSummary summary = history.summary(0);
        assertEquals("7", summary.customer());
        assertEquals(LocalDate.of(2026, 1, 5), summary.first());
        assertEquals(LocalDate.of(2026, 3, 20), summary.last());
        assertEquals(11, summary.daysSinceLast());
        assertEquals(4, summary.orders());
        assertEquals(3, summary.purchases());
        assertEquals(1, summary.mergedOrders());
        assertEquals(2, summary.repeatPurchases());
        assertEquals(74, summary.ageAtLast());
        assertEquals(85, summary.age());
        assertEquals(2_000, summary.revenue());
        assertEquals(700, summary.firstGross());
        assertEquals(Measure.of(650), summary.meanRepeatSpend());
        assertFalse(summary.boughtBefore());
        assertEquals(
                "7: 4 orders on 3 occasions, 2026-01-05 to 2026-03-20, 11 days ago, revenue 2000", summary.toString());
        assertEquals(new IntakeCounts(4, 1, 0, 0, 0, 0), history.counts());
    }

    @Test
    void columnsAgreeWithTheSummaries() {
        PurchaseHistory history =
                RULES.summarize(new String[] {"a", "b", "a"}, days(10, 40, 3), new long[] {100, 250, 50});
        assertEquals(2, history.customers());
        assertArrayEquals(new int[] {3, 40}, history.daysSinceLast());
        assertArrayEquals(new int[] {2, 1}, history.orders());
        assertArrayEquals(new int[] {1, 0}, history.repeatPurchases());
        assertArrayEquals(new double[] {7, 0}, history.agesAtLast());
        assertArrayEquals(new double[] {10, 40}, history.ages());
        assertArrayEquals(new long[] {150, 250}, history.revenues());
        assertArrayEquals(new long[] {50, 0}, history.repeatSpends());
        assertArrayEquals(new int[] {10, 3}, history.purchaseDaysAgo(0));
        assertArrayEquals(new int[] {40}, history.purchaseDaysAgo(1));
        assertEquals(400, history.revenue());
        assertEquals(2, history.summaries().size());
        assertEquals("b", history.summaries().get(1).customer());
        assertEquals(Measure.undefined("no repeat purchase"), history.summary(1).meanRepeatSpend());
        assertEquals(Optional.empty(), history.currency());
        assertEquals(
                "2 customers, 3 orders (as of 2026-03-31 (Asia/Tokyo), DAY, refunds NET, zero amounts LEFT_OUT)",
                history.toString());
    }

    @Test
    void laterTransactionsAreIgnoredAndCounted() {
        PurchaseHistory history = RULES.summarize(
                new long[] {1, 1, 2},
                new long[] {tokyo(2026, 3, 31, 23, 59), tokyo(2026, 4, 1, 0, 0), tokyo(2027, 1, 1, 0, 0)},
                new long[] {10, 20, 30});
        assertEquals(1, history.customers());
        assertEquals(0, history.customersWithoutPurchase());
        assertEquals(0, history.summary(0).daysSinceLast());
        assertEquals(10, history.revenue());
        assertEquals(2, history.counts().afterAsOf());
        assertEquals(3, history.counts().transactions());
    }

    @Test
    void earlierTransactionsOnlyMarkTheirCustomers() {
        PurchaseRules window = RULES.from(LocalDate.of(2026, 1, 1));
        PurchaseHistory history = window.summarize(
                new long[] {1, 1, 2, 3, 4},
                new long[] {
                    tokyo(2025, 12, 31, 23, 59),
                    tokyo(2026, 1, 1, 0, 0),
                    tokyo(2026, 2, 1, 0, 0),
                    tokyo(2025, 5, 5, 5, 5),
                    tokyo(1926, 5, 5, 5, 5)
                },
                new long[] {10, 20, 30, 40, -50});
        assertEquals(2, history.customers());
        assertEquals(1, history.customersWithoutPurchase());
        assertTrue(history.summary(0).boughtBefore());
        assertFalse(history.summary(1).boughtBefore());
        assertEquals(LocalDate.of(2026, 1, 1), history.summary(0).first());
        assertEquals(50, history.revenue());
        assertEquals(3, history.counts().beforeWindow());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), window.from());
    }

    @Test
    void aRefundLowersRevenueAndIsNoVisit() {
        long[] customers = {1, 1};
        long[] at = days(30, 5);
        long[] amounts = {1_000, -300};
        PurchaseSummary net = RULES.summarize(customers, at, amounts).summary(0);
        assertEquals(700, net.revenue());
        assertEquals(1, net.orders());
        assertEquals(1, net.refunds());
        assertEquals(300, net.refunded());
        assertEquals(1_000, net.gross());
        assertEquals(30, net.daysSinceLast());
    }

    @Test
    void otherRefundPoliciesChangeRevenueOrRecencyOnly() {
        long[] customers = {1, 1};
        long[] at = days(30, 5);
        long[] amounts = {1_000, -300};
        PurchaseSummary gross =
                RULES.with(RefundPolicy.GROSS).summarize(customers, at, amounts).summary(0);
        assertEquals(1_000, gross.revenue());
        assertEquals(30, gross.daysSinceLast());
        assertEquals(300, gross.refunded());
        PurchaseSummary seen = RULES.with(RefundPolicy.NET_AND_SEEN)
                .summarize(customers, at, amounts)
                .summary(0);
        assertEquals(700, seen.revenue());
        assertEquals(5, seen.daysSinceLast());
        assertEquals(0, seen.ageAtLast());
        assertEquals(1, seen.purchases());
        PurchaseRules refusing = RULES.with(RefundPolicy.REFUSE);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> refusing.summarize(customers, at, amounts));
        assertEquals("amounts[1] must not be a refund: -300", e.getMessage());
    }

    @Test
    void customersWithRefundsOnlyAreCountedApart() {
        PurchaseHistory history = RULES.summarize(new long[] {1, 2}, days(3, 4), new long[] {-100, 250});
        assertEquals(1, history.customers());
        assertEquals("2", history.customer(0));
        assertEquals(1, history.customersWithoutPurchase());
        assertEquals(1, history.counts().refunds());
    }

    @Test
    void revenueMayBeNegative() {
        assertEquals(
                -50,
                RULES.summarize(new long[] {1, 1}, days(3, 2), new long[] {100, -150})
                        .summary(0)
                        .revenue());
    }

    @Test
    void amountsOfZeroAreOrdersOnlyOnRequest() {
        long[] customers = {1, 1, 2};
        long[] at = days(9, 4, 4);
        long[] amounts = {100, 0, 0};
        PurchaseHistory without = RULES.summarize(customers, at, amounts);
        assertEquals(1, without.customers());
        assertEquals(1, without.summary(0).orders());
        assertEquals(2, without.counts().zeroAmounts());
        PurchaseHistory with = RULES.with(ZeroAmounts.ORDERS).summarize(customers, at, amounts);
        assertEquals(2, with.customers());
        assertEquals(2, with.summary(0).purchases());
        assertEquals(0, with.counts().zeroAmounts());
    }

    @Test
    void twoInvoicesInOneMinuteAreOnePurchaseOfTheDayAndTwoOfTheSecond() {
        long[] at = {tokyo(2026, 3, 1, 8, 34), tokyo(2026, 3, 1, 8, 34) + 30, tokyo(2026, 3, 1, 8, 34)};
        long[] customers = {1, 1, 1};
        long[] amounts = {1, 2, 3};
        assertEquals(1, RULES.summarize(customers, at, amounts).summary(0).purchases());
        PurchaseSummary byInstant = RULES.with(PurchasePeriod.INSTANT)
                .summarize(customers, at, amounts)
                .summary(0);
        assertEquals(2, byInstant.purchases());
        assertEquals(1, byInstant.mergedOrders());
        assertEquals(4, byInstant.firstGross());
        assertEquals(30 / 86_400.0, byInstant.ageAtLast());
        assertEquals(30 + 15 / 24.0 + 26 / 1_440.0, byInstant.age(), 1e-12);
        assertEquals(30, byInstant.daysSinceLast());
    }

    @Test
    void aWeekBeginsOnMonday() {
        // 2026-03-29 is a Sunday; the last day of observation is the Tuesday after.
        long[] at = {
            tokyo(2026, 3, 16, 0, 0), tokyo(2026, 3, 22, 9, 0), tokyo(2026, 3, 29, 9, 0), tokyo(2026, 3, 30, 9, 0)
        };
        PurchaseSummary summary = RULES.with(PurchasePeriod.WEEK)
                .summarize(new long[] {1, 1, 1, 1}, at, new long[] {1, 2, 4, 8})
                .summary(0);
        assertEquals(3, summary.purchases());
        assertEquals(3, summary.firstGross());
        assertEquals(14, summary.ageAtLast());
        assertEquals(14, summary.age());
        assertEquals(1, summary.daysSinceLast());
        assertEquals(LocalDate.of(2026, 3, 16), summary.first());
    }

    @Test
    void daysAreTheZonesDaysAlsoWhenClocksChange() {
        // In Berlin 2026-03-29 has 23 hours; 24 hours before its last hour is the day before the day before.
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PurchaseRules rules = PurchaseRules.asOf(LocalDate.of(2026, 3, 30), berlin);
        long[] at = {
            second(ZonedDateTime.of(2026, 3, 28, 23, 59, 59, 0, berlin)),
            second(ZonedDateTime.of(2026, 3, 29, 0, 0, 0, 0, berlin)),
            second(ZonedDateTime.of(2026, 3, 29, 23, 59, 59, 0, berlin)),
            second(ZonedDateTime.of(2026, 3, 30, 0, 0, 0, 0, berlin))
        };
        PurchaseHistory history = rules.summarize(new long[] {1, 2, 3, 4}, at, new long[] {1, 1, 1, 1});
        assertArrayEquals(new int[] {2, 1, 1, 0}, history.daysSinceLast());
    }

    @Test
    void recencyCountsLeapDaysAndCrossesYears() {
        PurchaseRules rules = PurchaseRules.asOf(LocalDate.of(2024, 3, 1), ZoneOffset.UTC);
        long[] at = {
            second(ZonedDateTime.of(2024, 2, 28, 12, 0, 0, 0, ZoneOffset.UTC)),
            second(ZonedDateTime.of(2023, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC))
        };
        assertArrayEquals(
                new int[] {2, 61},
                rules.summarize(new long[] {1, 2}, at, new long[] {1, 1}).daysSinceLast());
    }

    @Test
    void timesMayBeMillisecondsOrDays() {
        long[] seconds = days(10, 3);
        long[] millis = {seconds[0] * 1_000 + 999, seconds[1] * 1_000};
        long[] localDays = {END.minusDays(10).toEpochDay(), END.minusDays(3).toEpochDay()};
        long[] customers = {1, 1};
        long[] amounts = {5, 6};
        PurchaseSummary expected = RULES.summarize(customers, seconds, amounts).summary(0);
        assertEquals(
                expected,
                RULES.with(TimeColumn.EPOCH_MILLIS)
                        .summarize(customers, millis, amounts)
                        .summary(0));
        assertEquals(
                expected,
                RULES.with(TimeColumn.EPOCH_DAYS)
                        .summarize(customers, localDays, amounts)
                        .summary(0));
    }

    /** Enough to fill blocks, hash tables and logs many times over; counted with plain maps. */
    @Test
    void manyTransactionsOfManyCustomersInAnyOrder() {
        int n = 300_000;
        SplittableRandom random = new SplittableRandom(1);
        long[] customers = new long[n];
        String[] names = new String[n];
        long[] at = new long[n];
        long[] amounts = new long[n];
        Map<Long, Long> revenue = new HashMap<>();
        Map<Long, Set<Integer>> days = new HashMap<>();
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            customers[i] = -2_000 + (long) (u * u * 4_000) * 1_000_003;
            names[i] = "" + customers[i];
            int daysAgo = random.nextInt(i % 3 == 0 ? 2_000 : 100);
            at[i] = END.minusDays(daysAgo).toEpochDay();
            amounts[i] = random.nextInt(1, 5_000);
            revenue.merge(customers[i], amounts[i], Long::sum);
            days.computeIfAbsent(customers[i], key -> new HashSet<>()).add(daysAgo);
        }
        PurchaseRules rules = RULES.with(TimeColumn.EPOCH_DAYS);
        PurchaseHistory byNumber = rules.summarize(customers, at, amounts);
        assertEquals(revenue.size(), byNumber.customers());
        for (PurchaseSummary summary : byNumber.summaries()) {
            Long key = Long.valueOf(summary.customer());
            assertEquals(revenue.get(key), summary.revenue());
            assertEquals(days.get(key).size(), summary.purchases());
        }
        assertEquals(byNumber.summaries(), rules.summarize(names, at, amounts).summaries());
    }

    @Test
    void itemsAddUp() {
        LongKeyPurchases purchases = RULES.longKeys();
        purchases.accept(1, days(3)[0], 500, 2);
        purchases.accept(1, days(2)[0], 500, 3);
        purchases.accept(1, days(1)[0], 500);
        assertEquals(5, purchases.snapshot().summary(0).items());
    }

    @Test
    void aSnapshotDoesNotChangeAnyMore() {
        StringKeyPurchases purchases = RULES.stringKeys();
        purchases.accept("a", days(9)[0], 100);
        PurchaseHistory before = purchases.snapshot();
        purchases.accept("a", days(5)[0], 50);
        purchases.accept("b", days(5)[0], 50);
        assertEquals(1, before.customers());
        assertEquals(100, before.revenue());
        assertEquals(2, purchases.snapshot().customers());
    }

    @Test
    void nothingGivesAnEmptyHistory() {
        PurchaseHistory history = RULES.summarize(new long[0], new long[0], new long[0]);
        assertEquals(0, history.customers());
        assertEquals(0, history.revenue());
        assertEquals(0, history.counts().transactions());
        assertTrue(history.summaries().isEmpty());
    }

    @Test
    void theOldestDayOfTheWindowIsInIt() {
        LocalDate oldest = END.minusDays(24_854);
        long[] at = {second(oldest.atStartOfDay(TOKYO)), second(oldest.atStartOfDay(TOKYO)) - 1};
        for (PurchasePeriod period : PurchasePeriod.values()) {
            PurchaseHistory history =
                    RULES.from(oldest).with(period).summarize(new long[] {1, 1}, at, new long[] {1, 2});
            assertEquals(24_854, history.daysSinceLast()[0]);
            assertEquals(1, history.counts().beforeWindow());
            assertTrue(history.summary(0).boughtBefore());
        }
    }

    @Test
    void badInputIsRefusedByNamePlaceAndValue() {
        refused(
                "customers, at and amounts must be equally long: 1, 2 and 1",
                () -> RULES.summarize(new long[] {1}, days(1, 2), new long[] {1}));
        refused(
                "at[1] must be within 68 years before 2026-03-31: -9000000000",
                () -> RULES.summarize(new long[] {1, 1}, new long[] {days(1)[0], -9_000_000_000L}, new long[] {1, 1}));
        refused("items must be at least 0: -1", () -> RULES.longKeys().accept(1, days(1)[0], 5, -1));
        refused("first must not be after asOf: 2026-04-01 and 2026-03-31", () -> RULES.from(END.plusDays(1)));
        refused(
                "first must be at most 24854 days before 2026-03-31: 1958-03-13",
                () -> RULES.from(END.minusDays(24_855)));
        refused(
                "asOf must be in the years 0 to 9999: +10000-01-01",
                () -> PurchaseRules.asOf(LocalDate.of(10_000, 1, 1), TOKYO));
        refused(
                "INSTANT must have times finer than days: EPOCH_DAYS",
                () -> RULES.with(PurchasePeriod.INSTANT)
                        .with(TimeColumn.EPOCH_DAYS)
                        .longKeys());
        refused(
                "other must have the same rules: " + RULES + " and " + RULES.with(PurchasePeriod.WEEK),
                () -> RULES.longKeys().combine(RULES.with(PurchasePeriod.WEEK).longKeys()));
    }

    @Test
    void summariesAndCountsThatCannotBeAreRefused() {
        refused("purchases must be in [1, 2]: 3", () -> summary(2, 3, 10, 5, 7));
        refused("orders must be at least 1: 0", () -> summary(0, 1, 10, 5, 7));
        refused("gross must be at least 11: 10", () -> summary(1, 1, 11, 5, 7));
        refused("ageAtLast must be in [0, 7.0]: 8.0", () -> summary(1, 1, 10, 8, 7));
        refused("ageAtLast must be in [0, 7.0]: NaN", () -> summary(1, 1, 10, Double.NaN, 7));
        refused("merged must be in [0, 2]: 3", () -> new IntakeCounts(2, 3, 0, 0, 0, 0));
        refused("counts must be at least 0: 0, 0, -1, 0", () -> new IntakeCounts(2, 1, 0, 0, -1, 0));
        LongKeyPurchases purchases = RULES.longKeys();
        refused("other must be another accumulator", () -> purchases.combine(purchases));
    }

    private static PurchaseSummary summary(int orders, int purchases, long first, double ageAtLast, double age) {
        return new PurchaseSummary("a", END, END, 0, orders, purchases, 0, 0, 10, 0, 10, first, ageAtLast, age, false);
    }

    @Test
    void customersAreNumberedFromZeroToTheirNumber() {
        PurchaseHistory history = RULES.summarize(new long[] {1}, days(3), new long[] {1});
        assertThrows(IndexOutOfBoundsException.class, () -> history.summary(1));
        assertThrows(IndexOutOfBoundsException.class, () -> history.customer(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> history.rhythm(1));
    }

    @Test
    void rulesAreValues() {
        assertEquals(RULES.with(PurchasePeriod.WEEK), RULES.with(PurchasePeriod.WEEK));
        assertEquals(RULES.hashCode(), PurchaseRules.asOf(END, TOKYO).hashCode());
        assertFalse(RULES.equals(RULES.with(ZeroAmounts.ORDERS)));
        assertEquals(
                "from 2026-01-01 as of 2026-03-31 (Asia/Tokyo), WEEK, refunds GROSS, zero amounts ORDERS",
                RULES.from(LocalDate.of(2026, 1, 1))
                        .with(PurchasePeriod.WEEK)
                        .with(RefundPolicy.GROSS)
                        .with(ZeroAmounts.ORDERS)
                        .toString());
    }

    @Test
    void sumOverflowIsReported() {
        LongKeyPurchases purchases = RULES.longKeys();
        purchases.accept(1, days(3)[0], Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> purchases.accept(1, days(2)[0], 1));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static long[] days(int... daysAgo) {
        long[] at = new long[daysAgo.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = second(END.minusDays(daysAgo[i]).atTime(12, 0).atZone(TOKYO));
        }
        return at;
    }

    private static long tokyo(int year, int month, int day, int hour, int minute) {
        return second(ZonedDateTime.of(year, month, day, hour, minute, 0, 0, TOKYO));
    }

    private static long second(ZonedDateTime time) {
        return time.toEpochSecond();
    }
}
