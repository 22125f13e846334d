package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final PurchaseRules RULES =
            PurchaseRules.asOf(END, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);

    /**
     * Days before the end. a is reached and comes later; b is reached and does not come; c comes without contact; d
     * neither; e is contacted, but after the days; f came back before the days were over; g is too new.
     */
    private static final PurchaseHistory HISTORY = RULES.summarize(
            new String[] {"a", "a", "b", "c", "c", "d", "e", "f", "f", "g"},
            days(100, 50, 100, 100, 30, 90, 80, 70, 65, 3),
            new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});

    private static final FollowUp FOLLOW_UP = FollowUp.of(
            HISTORY,
            7,
            new String[] {"a", "a", "b", "e", "f", "g", "x", "d", "d"},
            dates(100, 40, 93, 72, 70, 3, 5, 91, -1));

    @Test
    void contactsInTimeReachCustomersWhoseDaysAreOver() {
        assertEquals(6, FOLLOW_UP.customers());
        assertEquals(1, FOLLOW_UP.tooNew());
        assertEquals(6, FOLLOW_UP.contacts());
        assertEquals(3, FOLLOW_UP.strayContacts());
        assertEquals(Measure.of(6 / 7.0), FOLLOW_UP.perCustomer());
        assertEquals(Measure.of(0.5), FOLLOW_UP.reached().value());
    }

    @Test
    void thoseBackBeforeTheLandmarkAreInNeitherGroup() {
        assertEquals(1, FOLLOW_UP.backBefore());
        assertEquals(2, FOLLOW_UP.amongReached().customers());
        assertEquals(1, FOLLOW_UP.amongReached().repeaters());
        assertEquals(3, FOLLOW_UP.amongOthers().customers());
        assertEquals(1, FOLLOW_UP.amongOthers().repeaters());
        assertEquals(1 / 6.0, FOLLOW_UP.difference().value().orElseThrow(), 1e-15);
        assertEquals(0.5, FOLLOW_UP.lift().orElseThrow(), 1e-15);
        assertTrue(FOLLOW_UP.toString().startsWith("reached 0.5 ["));
    }

    @Test
    void withoutCustomersNothingIsDefined() {
        FollowUp none = FollowUp.of(
                RULES.summarize(new String[0], new long[0], new long[0]), 7, new String[0], new LocalDate[0]);
        assertEquals(Measure.undefined("no customers"), none.perCustomer());
        assertEquals(Measure.undefined("no customers"), none.reached().value());
        assertEquals(Measure.undefined("no customers on one side"), none.lift());
    }

    @Test
    void withoutAnyoneBackAmongTheOthersThereIsNoLift() {
        FollowUp followUp = FollowUp.of(
                RULES.summarize(new String[] {"a", "b"}, days(20, 20), new long[] {1, 1}),
                7,
                new String[] {"a"},
                dates(19));
        assertEquals(Measure.undefined("nobody came among the others"), followUp.lift());
        assertEquals(Measure.of(0), followUp.difference().value());
    }

    @Test
    void badArgumentsAreRefused() {
        refused("withinDays must be at least 0: -1", () -> FollowUp.of(HISTORY, -1, new String[0], new LocalDate[0]));
        refused(
                "columns must be equally long: 1 and 0",
                () -> FollowUp.of(HISTORY, 1, new String[1], new LocalDate[0]));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static long[] days(int... ago) {
        long[] days = new long[ago.length];
        for (int i = 0; i < ago.length; i++) {
            days[i] = END.minusDays(ago[i]).toEpochDay();
        }
        return days;
    }

    private static LocalDate[] dates(int... ago) {
        LocalDate[] dates = new LocalDate[ago.length];
        for (int i = 0; i < ago.length; i++) {
            dates[i] = END.minusDays(ago[i]);
        }
        return dates;
    }
}
