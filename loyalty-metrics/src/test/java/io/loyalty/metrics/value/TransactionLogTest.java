package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.TimeColumn;
import io.loyalty.metrics.purchase.ZeroAmounts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TransactionLogTest {

    private static final int MONDAY = (int) LocalDate.of(2024, 1, 1).toEpochDay();
    private static final LocalDate END = LocalDate.of(2024, 1, 28);

    private static LocalDate day(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** Transactions of one customer: day from the Monday, amount, day, amount, … */
    private static TransactionLog log(double... dayAndAmount) {
        int n = dayAndAmount.length / 2;
        long[] customers = new long[n];
        int[] days = new int[n];
        double[] amounts = new double[n];
        for (int i = 0; i < n; i++) {
            days[i] = MONDAY + (int) dayAndAmount[2 * i];
            amounts[i] = dayAndAmount[2 * i + 1];
        }
        return TransactionLog.of(customers, days, amounts);
    }

    @Test
    void transactionsOfADayAreOnePurchaseAndAreCounted() {
        CustomerBase base = log(7, 5, 0, 10, 0, 20, 7, 7).upTo(END, PeriodUnit.DAY);
        assertEquals(RecencyFrequency.ofDays(1, 7, 27), base.columns().history(0));
        assertEquals(2, base.counts().merged());
        assertArrayEquals(new double[] {12}, base.meanSpends());
        assertEquals("1 customers up to 2024-01-28", base.toString());
    }

    @Test
    void eachTransactionOrWeekMayCount() {
        TransactionLog log = log(0, 10, 0, 20, 6, 5, 7, 7);
        assertEquals(
                RecencyFrequency.ofDays(3, 7, 27),
                log.with(MergePolicy.EACH).upTo(END, PeriodUnit.DAY).columns().history(0));
        CustomerBase weeks = log.with(MergePolicy.WEEK).upTo(END, PeriodUnit.WEEK);
        assertEquals(RecencyFrequency.ofWeeks(1, 1, 3), weeks.columns().history(0));
        assertEquals(2, weeks.counts().merged());
    }

    @Test
    void unitsOfTheColumnsFollowTheDays() {
        assertEquals(
                RecencyFrequency.ofWeeks(1, 1, 27 / 7.0),
                log(0, 1, 7, 1).upTo(END, PeriodUnit.WEEK).columns().history(0));
    }

    @Test
    void refundsAreTakenFromTheLatestPurchases() {
        CustomerBase base = log(0, 10, 3, 20, 9, 5, 9, -22).upTo(END, PeriodUnit.DAY);
        assertEquals(RecencyFrequency.ofDays(1, 3, 27), base.columns().history(0));
        assertArrayEquals(new double[] {3}, base.meanSpends());
        assertEquals(1, base.counts().refunds());
        assertEquals(0, base.counts().refundsBeyond());
    }

    @Test
    void refundsOfMoreThanWasBoughtAreCounted() {
        CustomerBase base = log(0, 10, 1, -30, 2, 7).upTo(END, PeriodUnit.DAY);
        assertEquals(RecencyFrequency.ofDays(0, 0, 25), base.columns().history(0));
        assertEquals(1, base.counts().refundsBeyond());
    }

    @Test
    void refundsMayBeDroppedOrRefused() {
        TransactionLog log = log(0, 10, 3, 20, 9, -20);
        assertArrayEquals(
                new double[] {20},
                log.with(RefundPolicy.GROSS).upTo(END, PeriodUnit.DAY).meanSpends());
        assertEquals(
                "amounts must not be negative, since refunds are refused: -20.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> log.with(RefundPolicy.REFUSE).upTo(END, PeriodUnit.DAY))
                        .getMessage());
        assertEquals(
                "policy must be NET, GROSS or REFUSE: NET_AND_SEEN",
                assertThrows(IllegalArgumentException.class, () -> log.with(RefundPolicy.NET_AND_SEEN))
                        .getMessage());
    }

    @Test
    void amountsOfZeroArePurchasesOnRequest() {
        TransactionLog log = log(0, 10, 5, 0);
        assertEquals(0, log.upTo(END, PeriodUnit.DAY).columns().history(0).repeats());
        assertEquals(1, log.upTo(END, PeriodUnit.DAY).counts().zeroAmounts());
        CustomerBase base = log.with(ZeroAmounts.ORDERS).upTo(END, PeriodUnit.DAY);
        assertEquals(1, base.columns().history(0).repeats());
        // A repeat worth nothing has no mean to learn from.
        assertArrayEquals(new double[] {0}, base.spendPurchases());
    }

    @Test
    void customersAreInOrderOfTheirKeysWhateverTheOrderOfTheRows() {
        int[] days = {MONDAY, MONDAY + 1, MONDAY + 2, MONDAY + 40};
        CustomerBase base = TransactionLog.of(new String[] {"b", "a", "b", "c"}, days, new double[] {1, 2, 3, 4})
                .upTo(END, PeriodUnit.DAY);
        assertEquals(2, base.size());
        assertEquals("a", base.key(0));
        assertEquals("b", base.key(1));
        assertEquals(RecencyFrequency.ofDays(1, 2, 27), base.columns().history(1));
        assertEquals(1, base.counts().customersWithoutPurchase());
        assertEquals(1, base.counts().afterEnd());
        CustomerBase numbers = TransactionLog.of(new long[] {9, 2, 9, 3}, days, new double[] {1, 2, 3, 4})
                .upTo(END, PeriodUnit.DAY);
        assertEquals("2", numbers.key(0));
        assertEquals("9", numbers.key(1));
    }

    @Test
    void manyTransactionsOfOneCustomerAreSorted() {
        double[] rows = new double[200];
        for (int i = 0; i < 100; i++) {
            rows[2 * i] = (i * 37) % 100;
            rows[2 * i + 1] = 1 + i;
        }
        CustomerBase base = log(rows).upTo(day(MONDAY + 99), PeriodUnit.DAY);
        assertEquals(RecencyFrequency.ofDays(99, 99, 99), base.columns().history(0));
    }

    @Test
    void purchasesAfterCalibrationAreTheHoldout() {
        TransactionLog log = TransactionLog.of(
                new long[] {1, 1, 1, 1, 2, 3},
                new int[] {MONDAY, MONDAY + 5, MONDAY + 12, MONDAY + 13, MONDAY + 2, MONDAY + 15},
                new double[] {1, 2, 3, 4, 5, 6});
        Holdout holdout = log.split(day(MONDAY + 6), day(MONDAY + 20), PeriodUnit.DAY);
        assertArrayEquals(new int[] {2, 0}, holdout.purchases());
        assertArrayEquals(new double[] {7, 0}, holdout.spends());
        assertEquals(Horizon.ofDays(14), holdout.horizon());
        assertEquals(2, holdout.calibration().size());
        Holdout weeks = log.with(MergePolicy.WEEK).split(day(MONDAY + 13), day(MONDAY + 34), PeriodUnit.WEEK);
        assertArrayEquals(new int[] {0, 0}, weeks.purchases());
        assertEquals(
                RecencyFrequency.ofWeeks(1, 1, 1), weeks.calibration().columns().history(0));
        assertEquals(Horizon.ofWeeks(3), weeks.horizon());
        assertEquals(
                "calibrationEnd must be a Sunday where weeks are merged: 2024-01-06",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> log.with(MergePolicy.WEEK)
                                        .split(day(MONDAY + 5), day(MONDAY + 20), PeriodUnit.WEEK))
                        .getMessage());
        assertEquals(
                "holdoutEnd must be after calibrationEnd, 2024-01-07: 2024-01-07",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> log.split(day(MONDAY + 6), day(MONDAY + 6), PeriodUnit.DAY))
                        .getMessage());
    }

    @Test
    void historiesOfThePurchaseRoomGiveTheSame() {
        long[] customers = {4, 4, 4, 7, 7};
        long[] epochDays = {MONDAY, MONDAY + 3, MONDAY + 16, MONDAY + 1, MONDAY + 1};
        int[] days = {MONDAY, MONDAY + 3, MONDAY + 16, MONDAY + 1, MONDAY + 1};
        PurchaseHistory calibration = PurchaseRules.asOf(day(MONDAY + 9), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(customers, epochDays, new long[] {100, 200, 400, 100, 100});
        PurchaseHistory whole = PurchaseRules.asOf(END, ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(customers, epochDays, new long[] {100, 200, 400, 100, 100});
        TransactionLog log = TransactionLog.of(customers, days, new double[] {100, 200, 400, 100, 100});
        CustomerBase direct = log.upTo(day(MONDAY + 9), PeriodUnit.WEEK);
        CustomerBase base = CustomerBase.from(calibration, PeriodUnit.WEEK);
        for (int i = 0; i < 2; i++) {
            assertEquals(direct.key(i), base.key(i));
            assertEquals(direct.columns().history(i), base.columns().history(i));
        }
        assertArrayEquals(direct.meanSpends(), base.meanSpends());
        assertEquals(1, base.counts().merged());
        Holdout holdout = Holdout.between(calibration, whole, PeriodUnit.DAY);
        assertArrayEquals(new int[] {1, 0}, holdout.purchases());
        assertEquals(Horizon.ofDays(18), holdout.horizon());
        CustomerBase again = TransactionLog.from(whole).upTo(day(MONDAY + 9), PeriodUnit.WEEK);
        assertEquals(direct.columns().history(0), again.columns().history(0));
        assertEquals(
                "the log has no amounts",
                assertThrows(IllegalStateException.class, again::meanSpends).getMessage());
        assertEquals(
                "whole must end after calibration, 2024-01-28: 2024-01-10",
                assertThrows(IllegalArgumentException.class, () -> Holdout.between(whole, calibration, PeriodUnit.DAY))
                        .getMessage());
    }

    @Test
    void impossibleColumnsAreNamed() {
        refused("customers must not be empty", () -> TransactionLog.of(new long[0], new int[0], new double[0]));
        refused(
                "customers, epochDays and amounts must have one length: 1, 2 and 1",
                () -> TransactionLog.of(new long[1], new int[2], new double[1]));
        refused(
                "customers[0] must be at least 0: -1",
                () -> TransactionLog.of(new long[] {-1}, new int[1], new double[1]));
        refused(
                "amounts[0] must be finite: NaN",
                () -> TransactionLog.of(new long[1], new int[1], new double[] {Double.NaN}));
        refused(
                "end must be late enough for somebody to have bought: 2023-12-31",
                () -> log(0, 1).upTo(day(MONDAY - 1), PeriodUnit.DAY));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
