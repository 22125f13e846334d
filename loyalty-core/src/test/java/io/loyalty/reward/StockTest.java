package io.loyalty.reward;

import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.reward.Stock.Reservation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockTest {

    private static final Stock TEN = Stock.of("mug", 10);

    private static final Instant LAPSE = day("2026-04-08");

    private static final Reservation THREE = new Reservation(Till.ID, "h", 3, LAPSE);

    @Test
    void whatIsPutAsideIsNotThereUntilItLapses() {
        Stock stock = TEN.reserved(THREE);
        assertEquals(10, stock.onHand());
        assertEquals(7, stock.available(NOON));
        assertEquals(7, stock.available(LAPSE.minusNanos(1)));
        assertEquals(10, stock.available(LAPSE));
        assertEquals(stock, copied(stock));
    }

    @Test
    void sweepingChangesNoAnswerFromThenOn() {
        Stock stock = TEN.reserved(THREE).reserved(new Reservation(Till.OTHER, "h", 2, Instant.MAX));
        assertSame(stock, stock.swept(NOON));
        Stock swept = stock.swept(LAPSE);
        assertEquals(1, swept.reservations().size());
        assertEquals(8, swept.available(LAPSE));
        assertEquals(stock.available(LAPSE), swept.available(LAPSE));
    }

    @Test
    void oneKeyOfTwoCustomersIsTwoReservations() {
        Stock stock = TEN.reserved(THREE).reserved(new Reservation(Till.OTHER, "h", 2, LAPSE));
        assertEquals(8, stock.released(Till.ID, "h").available(NOON));
        assertSame(stock, stock.released(Till.ID, "other"));
        assertRefused("reservations must have keys of their own for each customer", () -> stock.reserved(THREE));
    }

    @Test
    void deliveriesAddUp() {
        assertEquals(Stock.of("mug", 15), TEN.plus(5));
        assertRefused("quantity must be at least 0: -1", () -> TEN.plus(-1));
        assertEquals(
                "stock overflow: 10 + " + (Long.MAX_VALUE - 10),
                assertThrows(ArithmeticException.class, () -> TEN.plus(Long.MAX_VALUE - 10))
                        .getMessage());
        assertEquals(Long.MAX_VALUE - 1, TEN.plus(Long.MAX_VALUE - 11).onHand());
    }

    @Test
    void whatCannotRunOutNeverChanges() {
        Stock endless = Stock.unlimited("coffee");
        assertTrue(endless.isUnlimited());
        assertFalse(TEN.isUnlimited());
        assertSame(endless, endless.plus(5));
        assertSame(endless, endless.taken(5));
        assertSame(endless, endless.reserved(THREE));
        assertEquals(Long.MAX_VALUE, endless.available(NOON));
    }

    @Test
    void moreMayBePutAsideThanThereIsWhereOthersTookItAfterTheLapse() {
        Stock stock = new Stock("mug", 2, List.of(THREE));
        assertEquals(0, stock.available(NOON));
        assertEquals(2, stock.available(LAPSE));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused("onHand must be at least 0: -1", () -> Stock.of("mug", -1));
        assertRefused("reward must not be blank", () -> Stock.of("", 1));
        assertRefused("quantity must be at least 1: 0", () -> new Reservation(Till.ID, "h", 0, LAPSE));
    }

    @Test
    void anEmptyDeliveryChangesNothing() {
        assertEquals(TEN, TEN.plus(0));
    }
}
