package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a summary and its counts cannot be, and how far the calendar of rules reaches. */
class PurchaseValuesTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static PurchaseSummary summary(int since, int refunds, long items, long firstGross, long refunded) {
        return new PurchaseSummary(
                "a", END, END, since, 2, 1, refunds, items, 10, refunded, 10, firstGross, 0, 0, false);
    }

    @Test
    void countsAndSumsOfASummaryAreNotBelowNothing() {
        assertEquals(1, summary(0, 0, 0, 0, 0).mergedOrders());
        assertEquals("daysSinceLast must be at least 0: -1", refusal(() -> summary(-1, 0, 0, 0, 0)));
        assertEquals("refunds must be at least 0: -1", refusal(() -> summary(0, -1, 0, 0, 0)));
        assertEquals("items must be at least 0: -1", refusal(() -> summary(0, 0, -1, 0, 0)));
        assertEquals("firstGross must be at least 0: -1", refusal(() -> summary(0, 0, 0, -1, 0)));
        assertEquals("refunded must be at least 0: -1", refusal(() -> summary(0, 0, 0, 0, -1)));
    }

    @Test
    void transactionsAreAllThatWereTakenIn() {
        assertEquals(1 + 20 + 300 + 4_000 + 50_000, new IntakeCounts(1, 1, 20, 300, 4_000, 50_000).transactions());
    }

    @Test
    void rulesLieInTheYearsOfFourDigits() {
        assertEquals(
                0,
                PurchaseRules.asOf(LocalDate.of(0, 1, 1), ZoneOffset.UTC).asOf().getYear());
        assertEquals(
                9_999,
                PurchaseRules.asOf(LocalDate.of(9_999, 12, 31), ZoneOffset.UTC)
                        .asOf()
                        .getYear());
        assertThrows(
                IllegalArgumentException.class, () -> PurchaseRules.asOf(LocalDate.of(10_000, 1, 1), ZoneOffset.UTC));
        assertThrows(
                IllegalArgumentException.class, () -> PurchaseRules.asOf(LocalDate.of(-1, 12, 31), ZoneOffset.UTC));
    }

    @Test
    void weightsOfTheGroupMayBeNothingButFinite() {
        assertEquals(
                "gaps must be finite and at least 0: Infinity",
                refusal(() -> Overdue.withDefaults().withPriorWeight(1.0 / 0)));
        VisitRhythm rhythm = VisitRhythm.of(new int[] {4, 6}, 5);
        Overdue group = Overdue.withDefaults().within(GapDistribution.of(new int[] {20}, new int[0]));
        assertEquals(GapBasis.OWN, group.withPriorWeight(0).score(rhythm).basis());
        assertEquals(
                GapBasis.OWN_AND_GROUP, group.withPriorWeight(.5).score(rhythm).basis());
    }
}
