package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** On which side of the seventh day contacts and purchases fall. */
class FollowUpDaysTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static PurchaseHistory history(String[] customers, int... daysAgo) {
        long[] days = new long[daysAgo.length];
        long[] amounts = new long[daysAgo.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = END.minusDays(daysAgo[i]).toEpochDay();
            amounts[i] = 1;
        }
        return PurchaseRules.asOf(END, ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(customers, days, amounts);
    }

    private static FollowUp followUp(int withinDays, PurchaseHistory history, String[] customers, int... daysAgo) {
        LocalDate[] days = new LocalDate[daysAgo.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = END.minusDays(daysAgo[i]);
        }
        return FollowUp.of(history, withinDays, customers, days);
    }

    @Test
    void theSeventhDayIsInTimeAndTheEighthIsNot() {
        // a is reached on day 7 and back on day 8; b is reached at once and back on day 7; c is just old enough and
        // never
        // comes back; d hears on day 8 and comes back; e is too new; f and g are reached, and g comes back.
        PurchaseHistory history = history(
                new String[] {"a", "a", "b", "b", "c", "d", "d", "e", "f", "g", "g"},
                100,
                92,
                100,
                93,
                7,
                50,
                20,
                6,
                60,
                60,
                40);
        FollowUp followUp = followUp(
                7,
                history,
                new String[] {"a", "b", "d", "e", "f", "g", "x", "a", "a"},
                93,
                100,
                42,
                0,
                55,
                54,
                1,
                101,
                -1);
        assertEquals(6, followUp.contacts());
        assertEquals(3, followUp.strayContacts(), "of a stranger, before the first purchase, after the last day");
        assertEquals(6, followUp.customers());
        assertEquals(1, followUp.tooNew());
        assertEquals(Measure.of(6 / 7.0), followUp.perCustomer());
        assertEquals(Measure.of(4 / 6.0), followUp.reached().value());
        assertEquals(1, followUp.backBefore());
        assertEquals(3, followUp.amongReached().customers());
        assertEquals(2, followUp.amongReached().repeaters());
        assertEquals(2, followUp.amongOthers().customers());
        assertEquals(1, followUp.amongOthers().repeaters());
        assertEquals(1 / 6.0, followUp.difference().value().orElseThrow(), 1e-15);
        assertEquals(1 / 3.0, followUp.lift().orElseThrow(), 1e-15);
    }

    @Test
    void theDayOfThePurchaseAloneCanBeAsked() {
        PurchaseHistory history = history(new String[] {"a", "b"}, 0, 3);
        FollowUp followUp = followUp(0, history, new String[] {"a", "b"}, 0, 2);
        assertEquals(2, followUp.customers());
        assertEquals(Measure.of(.5), followUp.reached().value());
    }
}
