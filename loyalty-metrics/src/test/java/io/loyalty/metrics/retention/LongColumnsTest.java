package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.purchase.LongKeyPurchases;
import io.loyalty.metrics.purchase.PurchaseRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Columns longer than a batch, of more customers than a segment holds, give what single transactions give. */
class LongColumnsTest {

    private static final int ROWS = 600_000;
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final PurchaseRules RULES = PurchaseRules.asOf(END, ZONE).from(LocalDate.of(2025, 1, 1));

    private final long[] customers = new long[ROWS];
    private final long[] at = new long[ROWS];
    private final long[] amounts = new long[ROWS];

    LongColumnsTest() {
        SplittableRandom random = new SplittableRandom(3);
        long end = END.plusDays(2).atStartOfDay(ZONE).toEpochSecond();
        for (int i = 0; i < ROWS; i++) {
            customers[i] = random.nextInt(40_000) * 1_000_003L - 7;
            at[i] = end - random.nextInt(500 * 86_400);
            amounts[i] = random.nextInt(-100, 1_000);
        }
    }

    @Test
    void summariesOfManyBatchesAreThoseOfSingleTransactions() {
        LongKeyPurchases single = RULES.longKeys();
        for (int i = 0; i < ROWS; i++) {
            single.accept(customers[i], at[i], amounts[i]);
        }
        assertEquals(
                single.snapshot().summaries(),
                RULES.summarize(customers, at, amounts).summaries());
        assertEquals(
                single.snapshot().counts(),
                RULES.summarize(customers, at, amounts).counts());
    }

    @Test
    void cohortsOfManyBatchesAreThoseOfSingleTransactions() {
        Cohorts cohorts = Cohorts.by(CohortPeriod.MONTH, RULES);
        LongKeyCohorts single = cohorts.longKeys();
        for (int i = 0; i < ROWS; i++) {
            single.accept(customers[i], at[i], amounts[i]);
        }
        CohortMatrix matrix = cohorts.matrix(customers, at, amounts);
        CohortMatrix expected = single.matrix();
        assertEquals(expected.counts(), matrix.counts());
        for (int cohort = 0; cohort < matrix.cohorts(); cohort++) {
            for (int age = 0; age < matrix.cohorts() - cohort; age++) {
                assertEquals(expected.cell(cohort, age), matrix.cell(cohort, age));
            }
        }
        assertEquals(single.calendar(), cohorts.calendar(customers, at, amounts));
    }
}
