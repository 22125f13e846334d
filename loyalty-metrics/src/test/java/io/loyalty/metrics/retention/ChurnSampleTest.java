package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnSampleTest {

    private static final LocalDate CUTOFF = LocalDate.of(2026, 3, 31);
    private static final LocalDate END = LocalDate.of(2026, 5, 31);

    private static final long[] CUSTOMERS = {1, 1, 1, 2, 3, 3, 4};
    private static final int[] DAYS_TO_CUTOFF = {40, 20, 5, 30, 10, -1, -20};
    private static final long[] AMOUNTS = {100, 200, 300, 400, 500, 600, 700};

    private static PurchaseHistory history(PurchaseRules rules) {
        long[] at = new long[CUSTOMERS.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = CUTOFF.toEpochDay() - DAYS_TO_CUTOFF[i];
        }
        return rules.with(TimeColumn.EPOCH_DAYS).summarize(CUSTOMERS, at, AMOUNTS);
    }

    private static ChurnSample sample() {
        return ChurnSample.of(
                history(PurchaseRules.asOf(CUTOFF, ZoneOffset.UTC)),
                history(PurchaseRules.asOf(END, ZoneOffset.UTC).from(CUTOFF.plusDays(1))),
                15);
    }

    @Test
    void featuresAreThoseOfTheCutoff() {
        ChurnSample sample = sample();
        assertEquals(List.of("1", "2", "3"), sample.customers());
        assertEquals(List.of("recency", "purchases", "revenue", "trend", "overdue"), sample.features());
        assertArrayEquals(new boolean[] {true, true, false}, sample.churned());
        // Days waited by all: 35 in gaps, 5 + 30 + 10 open, over two gaps.
        double groupGap = (35 + 45) / 2.0;
        assertArrayEquals(new double[] {5, 3, 600, 2 / 2.0, 5 - 17.5}, sample.rows()[0]);
        assertArrayEquals(new double[] {30, 1, 400, 1, 30 - groupGap}, sample.rows()[1]);
        assertArrayEquals(new double[] {10, 1, 500, 2, 10 - groupGap}, sample.rows()[2]);
        assertArrayEquals(new double[] {5, 30, 10}, sample.column("recency"));
        assertEquals(
                "3 customers, 2 churned, features [recency, purchases, revenue, trend, overdue]", sample.toString());
    }

    @Test
    void featuresAreAddedAndTakenAway() {
        ChurnSample wider = sample().with("satisfaction", customer -> customer.equals("1") ? 9 : 6);
        assertArrayEquals(new double[] {9, 6, 6}, wider.column("satisfaction"));
        ChurnSample narrow = wider.without("revenue").without("recency");
        assertEquals(List.of("purchases", "trend", "overdue", "satisfaction"), narrow.features());
        assertArrayEquals(new double[] {3, 1, -12.5, 9}, narrow.rows()[0]);
        assertEquals("feature must be new: trend", refusal(() -> wider.with("trend", customer -> 1)));
        assertEquals(
                "mood must be finite for every customer: NaN",
                refusal(() -> wider.with("mood", customer -> Double.NaN)));
        assertTrue(refusal(() -> wider.without("mood")).startsWith("feature must be one of [recency, "));
        assertTrue(refusal(() -> wider.column("mood")).endsWith("satisfaction]: mood"));
    }

    @Test
    void answersMustComeAfterTheFeatures() {
        PurchaseHistory before = history(PurchaseRules.asOf(CUTOFF, ZoneOffset.UTC));
        PurchaseHistory overlapping =
                history(PurchaseRules.asOf(END, ZoneOffset.UTC).from(CUTOFF));
        assertTrue(refusal(() -> ChurnSample.of(before, overlapping, 15))
                .startsWith("after must begin after 2026-03-31: from 2026-03-31 as of 2026-05-31"));
        PurchaseHistory unlimited = history(PurchaseRules.asOf(END, ZoneOffset.UTC));
        assertTrue(refusal(() -> ChurnSample.of(before, unlimited, 15)).startsWith("after must begin after"));
        assertEquals("trendDays must be at least 1: 0", refusal(() -> ChurnSample.of(before, overlapping, 0)));
    }

    @Test
    void sampleKeepsItsRows() {
        ChurnSample sample = sample();
        sample.rows()[0][0] = 99;
        sample.churned()[0] = false;
        assertEquals(5, sample.rows()[0][0]);
        assertTrue(sample.churned()[0]);
        assertArrayEquals(sample.rows()[1], Copies.serialized(sample).rows()[1]);
    }

    @Test
    void withoutGapsNobodyIsOverdue() {
        PurchaseRules rules = PurchaseRules.asOf(CUTOFF, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
        long day = CUTOFF.toEpochDay() - 3;
        ChurnSample sample = ChurnSample.of(
                rules.summarize(new long[] {1}, new long[] {day}, new long[] {5}),
                history(PurchaseRules.asOf(END, ZoneOffset.UTC).from(CUTOFF.plusDays(1))),
                10);
        assertArrayEquals(new double[] {0}, sample.column("overdue"));
    }

    @Test
    void thePurchaseOnTheFirstDayOfTheOlderWindowBelongsToIt() {
        PurchaseRules rules = PurchaseRules.asOf(CUTOFF, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
        long day = CUTOFF.toEpochDay();
        PurchaseHistory before =
                rules.summarize(new long[] {1, 1, 1}, new long[] {day - 40, day - 30, day - 15}, new long[] {5, 5, 5});
        PurchaseHistory after = history(PurchaseRules.asOf(END, ZoneOffset.UTC).from(CUTOFF.plusDays(1)));
        assertArrayEquals(
                new double[] {1 / 2.0}, ChurnSample.of(before, after, 15).column("trend"));
        assertArrayEquals(new double[] {1}, ChurnSample.of(before, after, 1).column("trend"));
    }

    @Test
    void aSampleIsFittedByItsFeatures() {
        ChurnSample sample = sample();
        LogisticRegression ridge = LogisticRegression.withDefaults().withRidge(1);
        LogisticModel model = ridge.fit(sample);
        assertEquals(
                ridge.fit(sample.features(), sample.rows(), sample.churned()).coefficients(), model.coefficients());
        assertEquals(3, model.customers());
        assertEquals(2, model.events());
    }
}
