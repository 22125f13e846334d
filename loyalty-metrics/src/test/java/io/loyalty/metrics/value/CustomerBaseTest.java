package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerBaseTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final int LAST = (int) END.toEpochDay();

    /** a buys on three days, two and then five days apart; b once. */
    private static PurchaseHistory history() {
        return PurchaseRules.asOf(END, ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(
                        new String[] {"a", "a", "a", "b"},
                        new long[] {LAST - 20, LAST - 18, LAST - 13, LAST - 4},
                        new long[] {5, 10, 20, 7});
    }

    @Test
    void spendIsThatOfRepeatPurchases() {
        CustomerBase base = CustomerBase.from(history(), PeriodUnit.DAY);
        assertArrayEquals(new double[] {15, 0}, base.meanSpends());
        assertArrayEquals(new double[] {2, 0}, base.spendPurchases());
        assertEquals(RecencyFrequency.ofDays(2, 7, 20), base.columns().history(0));
        assertEquals(1, base.spend().customers());
        assertEquals(4, base.counts().transactions());
    }

    @Test
    void gapsBetweenPurchasesAreToldByTheirLogarithms() {
        double days = Math.log(2) + Math.log(5);
        double weeks = Math.log(2 / 7.0) + Math.log(5 / 7.0);
        assertEquals(days, CustomerBase.from(history(), PeriodUnit.DAY).sumOfLogGaps(), 1e-15);
        assertEquals(weeks, CustomerBase.from(history(), PeriodUnit.WEEK).sumOfLogGaps(), 1e-15);
        TransactionLog log = TransactionLog.from(history());
        assertEquals(days, log.upTo(END, PeriodUnit.DAY).sumOfLogGaps(), 1e-15);
        assertEquals(weeks, log.upTo(END, PeriodUnit.WEEK).sumOfLogGaps(), 1e-15);
        assertEquals(Math.log(2), log.upTo(END.minusDays(14), PeriodUnit.DAY).sumOfLogGaps(), 1e-15);
    }

    @Test
    void aLogWithoutAmountsHasNoSpend() {
        CustomerBase base = TransactionLog.from(history()).upTo(END, PeriodUnit.DAY);
        assertEquals(
                "the log has no amounts",
                assertThrows(IllegalStateException.class, base::spendPurchases).getMessage());
        assertEquals(
                "the log has no amounts",
                assertThrows(IllegalStateException.class, base::meanSpends).getMessage());
    }

    @Test
    void customersAreInTheOrderOfTheirNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add("customer " + i * 37);
        }
        Collections.shuffle(names, new Random(5));
        int[] days = new int[200];
        double[] amounts = new double[200];
        Arrays.fill(days, LAST - 3);
        Arrays.fill(amounts, 1);
        CustomerBase base =
                TransactionLog.of(names.toArray(new String[0]), days, amounts).upTo(END, PeriodUnit.DAY);
        Collections.sort(names);
        for (int i = 0; i < 200; i++) {
            assertEquals(names.get(i), base.key(i));
        }
    }

    @Test
    void amountsGoWithTheirDaysHoweverManyThereAre() {
        for (int size : new int[] {5, 40, 41, 90}) {
            int[] days = new int[size];
            double[] amounts = new double[size];
            for (int i = 0; i < size; i++) {
                days[i] = LAST - i;
                amounts[i] = i == size - 1 ? 1_000 : 1 + i;
            }
            CustomerBase base = TransactionLog.of(new long[size], days, amounts).upTo(END, PeriodUnit.DAY);
            assertEquals(size, base.counts().transactions());
            assertArrayEquals(new double[] {size / 2.0}, base.meanSpends(), "all but the first of them");
        }
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        assertEquals(
                "customers, epochDays and amounts must have one length: 1, 2 and 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TransactionLog.of(new long[1], new int[2], new double[1]))
                        .getMessage());
        assertEquals(
                "customers, epochDays and amounts must have one length: 1, 1 and 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TransactionLog.of(new String[1], new int[1], new double[2]))
                        .getMessage());
    }
}
