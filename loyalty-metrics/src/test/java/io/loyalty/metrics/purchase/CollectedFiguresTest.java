package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures collected from the parts of six hundred customers are those of the whole history. */
class CollectedFiguresTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final int ROWS = 2_000;

    private final long[] customers = new long[ROWS];
    private final long[] days = new long[ROWS];
    private final long[] amounts = new long[ROWS];
    private PurchaseRules rules;
    private PurchaseHistory history;

    @BeforeEach
    void buy() {
        rules = PurchaseRules.asOf(END, ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .from(END.minusDays(300));
        for (int i = 0; i < ROWS; i++) {
            customers[i] = i * 379L % 601;
            days[i] = END.toEpochDay() - i * 211 % 320 + 10;
            amounts[i] = i % 17 == 0 ? 0 : i % 13 == 0 ? -i : i;
        }
        history = rules.summarize(customers, days, amounts);
    }

    @Test
    void accumulatorsPutTogetherHoldTheWhole() {
        LongKeyPurchases left = rules.longKeys();
        LongKeyPurchases right = rules.longKeys();
        for (int i = 0; i < ROWS; i++) {
            (i < 900 ? left : right).accept(customers[i], days[i], amounts[i]);
        }
        PurchaseHistory joined = left.combine(right).snapshot();
        IntakeCounts counts = history.counts();
        assertTrue(counts.refunds() > 0 && counts.zeroAmounts() > 0);
        assertTrue(counts.afterAsOf() > 0 && counts.beforeWindow() > 0);
        assertEquals(ROWS, counts.transactions());
        assertEquals(counts, joined.counts());
        assertEquals(history.summaries(), joined.summaries());
    }

    @Test
    void repeatersAddUp() {
        RepeatBuying options = RepeatBuying.withDefaults().acquiredAtLeastDaysAgo(100);
        RepeatRate whole = options.rate(history);
        assertTrue(whole.repeaters() > 0 && whole.repeaters() < whole.customers() && whole.tooNew() > 0);
        assertEquals(whole, history.summaries().parallelStream().collect(options.collector()));
    }

    @Test
    void ordersAndGapsAddUp() {
        assertEquals(
                OrderFigures.of(history), history.summaries().parallelStream().collect(OrderFigures.collector()));
        List<VisitRhythm> rhythms = IntStream.range(0, history.customers())
                .mapToObj(history::rhythm)
                .toList();
        GapDistribution whole = GapDistribution.of(history);
        GapDistribution collected = rhythms.parallelStream().collect(GapDistribution.collector());
        assertEquals(whole.toString(), collected.toString());
        assertEquals(whole.meanOfEnded(), collected.meanOfEnded());
        for (int day = 0; day < 300; day++) {
            assertEquals(whole.stillWaiting(day), collected.stillWaiting(day));
        }
    }
}
