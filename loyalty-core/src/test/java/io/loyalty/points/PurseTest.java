package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.PointType.Nature;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A purse by hand, with seconds for instants. */
class PurseTest {

    private static final Term TEN_DAYS = Term.sliding(Period.ofDays(10), List.of(Renewal.VISIT));
    private static final Term TWENTY_DAYS = Term.sliding(Period.ofDays(20), List.of(Renewal.VISIT));

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Lot lot(int id, PointType type, long points, int expires, Term term, int group) {
        return new Lot(id, type, points, points, 0, 0, second(id), second(id), second(expires), term, group, "");
    }

    private static Lot fixed(int id, long points, int expires) {
        return lot(id, PointType.REGULAR, points, expires, Term.never(), 0);
    }

    private static Lot promotional(int id, long points, int expires) {
        return lot(id, PointType.PROMOTIONAL, points, expires, Term.never(), 0);
    }

    private static Lot sliding(int id, long points, int expires, int group) {
        return lot(id, PointType.REGULAR, points, expires, TEN_DAYS, group);
    }

    private static Purse purse(ConsumptionOrder order, Lot... lots) {
        Purse purse = Purse.empty("points", order);
        for (Lot lot : lots) {
            purse.add(lot, second(0));
        }
        return purse;
    }

    private static Purse purse(Lot... lots) {
        return purse(ConsumptionOrder.SOONEST_EXPIRY, lots);
    }

    private static List<Integer> ids(Purse purse, ConsumptionOrder order, int clock) {
        List<Integer> ids = new ArrayList<>();
        purse.inOrder(order, second(clock)).forEachRemaining(lot -> ids.add(lot.id()));
        return ids;
    }

    // ---- time ---------------------------------------------------------------------------------------------------

    private static void after(Purse purse, int clock, long available, Instant nextExpiry) {
        purse.pass(second(clock));
        assertEquals(available, purse.available(), "at " + clock);
        assertEquals(nextExpiry, purse.nextExpiry(), "at " + clock);
    }

    @Test
    void whatDiesIsGoneFromItsInstantOn() {
        Purse purse = purse(fixed(1, 1, 10), fixed(2, 2, 20), fixed(3, 4, 20), fixed(4, 8, 30));
        after(purse, 9, 15, second(10));
        after(purse, 10, 14, second(20));
        after(purse, 11, 14, second(20));
        after(purse, 20, 8, second(30));
        after(purse, 30, 0, Instant.MAX);
        assertEquals(15, purse.totals().expired());
        assertEquals(0, purse.sum(Flow.EXPIRED), "nobody has written it down");
    }

    @Test
    void aGroupLivesAndDiesTogether() {
        Purse purse = purse(sliding(1, 1, 10, 1), sliding(2, 2, 10, 1), sliding(3, 4, 20, 2));
        after(purse, 9, 7, second(10));
        after(purse, 10, 4, second(20));
        after(purse, 20, 0, Instant.MAX);
    }

    @Test
    void aLotThatComesWhenItIsDeadIsDead() {
        Purse purse = Purse.empty("points", ConsumptionOrder.SOONEST_EXPIRY);
        purse.add(fixed(1, 5, 10), second(10));
        assertEquals(0, purse.available());
        assertEquals(5, purse.dead());
        assertEquals(Instant.MAX, purse.nextExpiry());
        purse.add(fixed(2, 7, 11), second(10));
        assertEquals(7, purse.available());
        assertEquals(second(11), purse.nextExpiry());
        purse.add(fixed(3, 9, 12), second(10));
        assertEquals(second(11), purse.nextExpiry());
    }

    @Test
    void aLongerGroupLivesAgain() {
        Purse purse = purse(sliding(1, 5, 10, 1), fixed(2, 7, 30));
        after(purse, 15, 7, second(30));
        purse.bands[0].lengthen(second(25), second(15));
        assertEquals(12, purse.available());
        assertEquals(second(25), purse.nextExpiry());
        assertEquals(second(25), purse.expiryOf(sliding(1, 5, 10, 1)));
        after(purse, 25, 7, second(30));
    }

    @Test
    void pointsThatComeBackDieOnTheirOldDay() {
        Lot early = fixed(1, 5, 10);
        Lot none = early.take(5);
        Purse purse = purse(none, sliding(2, 7, 20, 1));
        purse.bands[1].lengthen(second(30), second(1));
        assertEquals(second(30), purse.nextExpiry());
        purse.replace(none, none, second(1));
        assertEquals(second(30), purse.nextExpiry(), "nothing is there that could die");
        purse.replace(none, early, second(1));
        assertEquals(second(10), purse.nextExpiry());
        purse.replace(early, early.take(1), second(1));
        assertEquals(11, purse.available());
        after(purse, 10, 7, second(30));
    }

    @Test
    void deadPointsThatChangeStayDead() {
        Lot lot = fixed(1, 5, 10);
        Purse purse = purse(lot, fixed(2, 7, 20));
        after(purse, 10, 7, second(20));
        purse.replace(lot, lot.expire(3), second(10));
        assertEquals(2, purse.dead());
        assertEquals(7, purse.available());
        assertEquals(second(20), purse.nextExpiry());
        purse.replace(lot.expire(3), lot, second(10));
        assertEquals(5, purse.dead());
        assertEquals(7, purse.available());
    }

    // ---- bands --------------------------------------------------------------------------------------------------

    @Test
    void aSlidingLotJoinsTheYoungestLivingGroupOfItsTermAndNature() {
        Purse purse = purse(
                sliding(1, 1, 10, 1),
                sliding(2, 1, 30, 2),
                lot(3, PointType.PROMOTIONAL, 1, 40, TEN_DAYS, 3),
                lot(4, PointType.REGULAR, 1, 50, TWENTY_DAYS, 4),
                fixed(5, 1, 60));
        assertEquals(1, purse.openBand(Nature.REGULAR, TEN_DAYS, second(5)));
        assertEquals(1, purse.openBand(Nature.REGULAR, TEN_DAYS, second(29)));
        assertEquals(-1, purse.openBand(Nature.REGULAR, TEN_DAYS, second(30)));
        assertEquals(2, purse.openBand(Nature.PROMOTIONAL, TEN_DAYS, second(30)));
        assertEquals(3, purse.openBand(Nature.REGULAR, TWENTY_DAYS, second(30)));
        assertEquals(-1, purse.openBand(Nature.PROMOTIONAL, TWENTY_DAYS, second(30)));
        assertEquals(-1, purse.openBand(Nature.REGULAR, Term.never(), second(1)), "fixed lots form no group");
        assertEquals(0, purse(sliding(1, 1, 10, 1)).openBand(Nature.REGULAR, TEN_DAYS, second(5)));
    }

    @Test
    void lotsStandInTheBandOfTheirGroupOrNature() {
        Purse purse = purse(fixed(1, 1, 10), promotional(2, 1, 10), sliding(3, 1, 10, 1), sliding(4, 1, 20, 2));
        assertEquals(4, purse.bands.length);
        assertEquals(0, purse.bandOf(fixed(9, 1, 99)));
        assertEquals(1, purse.bandOf(promotional(9, 1, 99)));
        assertEquals(2, purse.bandOf(sliding(9, 1, 99, 1)));
        assertEquals(3, purse.bandOf(sliding(9, 1, 99, 2)));
        assertEquals(-1, purse.bandOf(sliding(9, 1, 99, 3)));
        assertEquals(-1, purse.bandOf(lot(9, PointType.PROMOTIONAL, 1, 99, TEN_DAYS, 1)));
        assertEquals(2, purse.lastGroup());
    }

    @Test
    void onlyGroupsThatAreDeadAndEmptyAreTidiedAway() {
        Lot dead = sliding(1, 5, 10, 1);
        Lot deadButThere = sliding(2, 5, 11, 2);
        Lot living = sliding(3, 5, 30, 3);
        Lot fixed = fixed(4, 5, 10);
        Purse purse = purse(dead, deadButThere, living, fixed);
        purse.bands[0].lengthen(second(12), second(1));
        for (Lot lot : List.of(dead, living, fixed)) {
            purse.replace(lot, lot.take(5), second(1));
        }
        purse.pass(second(11));
        purse.tidy(second(11));
        assertEquals(4, purse.bands.length, "the first group lives until 12");
        purse.pass(second(12));
        purse.tidy(second(12));
        assertEquals(3, purse.bands.length);
        assertEquals(-1, purse.bandOf(dead));
        assertEquals(second(12), purse.expiryOf(dead), "its grave remembers");
        assertEquals(second(11), purse.expiryOf(deadButThere));
        assertEquals(second(30), purse.expiryOf(living));
        assertEquals(second(10), purse.expiryOf(fixed));
        assertEquals(3, purse.lastGroup());
        assertEquals(second(77), purse.expiryOf(sliding(9, 1, 77, 9)), "a group that never was");
        assertEquals(second(77), purse.expiryOf(lot(9, PointType.REGULAR, 1, 77, TEN_DAYS, Lot.FROM_ELSEWHERE)));
        purse.replace(dead.take(5), dead.take(5), second(12));
        assertEquals(5, purse.dead(), "what remains of the second group");
    }

    // ---- orders -------------------------------------------------------------------------------------------------

    @Test
    void theSoonestOfAllBandsGoesFirstTheOlderOfEqualOnes() {
        Purse purse = purse(
                fixed(1, 1, 20),
                fixed(6, 1, 10),
                sliding(2, 1, 20, 1),
                sliding(3, 1, 20, 1),
                promotional(4, 1, 20),
                fixed(5, 1, 20));
        assertEquals(List.of(6, 1, 2, 3, 4, 5), ids(purse, ConsumptionOrder.SOONEST_EXPIRY, 9));
        assertEquals(List.of(1, 2, 3, 4, 5), ids(purse, ConsumptionOrder.SOONEST_EXPIRY, 10));
        assertEquals(List.of(), ids(purse, ConsumptionOrder.SOONEST_EXPIRY, 20));
    }

    @Test
    void promotionalPointsGoFirstEachNatureByExpiry() {
        Purse purse = purse(
                ConsumptionOrder.PROMOTIONAL_FIRST,
                fixed(1, 1, 5),
                promotional(2, 1, 30),
                promotional(3, 1, 20),
                sliding(4, 1, 4, 1),
                lot(5, PointType.PROMOTIONAL, 1, 25, TEN_DAYS, 2));
        assertEquals(List.of(3, 5, 2, 4, 1), ids(purse, ConsumptionOrder.PROMOTIONAL_FIRST, 0));
    }

    @Test
    void byAgeTheDeadArePassedOver() {
        Lot[] lots = {fixed(1, 1, 10), sliding(2, 1, 20, 1), fixed(3, 1, 30), fixed(4, 1, 10)};
        Purse oldest = purse(ConsumptionOrder.OLDEST, lots);
        assertEquals(List.of(1, 2, 3, 4), ids(oldest, ConsumptionOrder.OLDEST, 9));
        assertEquals(List.of(2, 3), ids(oldest, ConsumptionOrder.OLDEST, 10));
        Purse newest = purse(ConsumptionOrder.NEWEST, lots);
        assertEquals(List.of(4, 3, 2, 1), ids(newest, ConsumptionOrder.NEWEST, 9));
        assertEquals(List.of(3), ids(newest, ConsumptionOrder.NEWEST, 29));
        Iterator<Lot> none = newest.inOrder(ConsumptionOrder.NEWEST, second(30));
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
        oldest.replace(lots[1], lots[1].take(1), second(0));
        assertEquals(List.of(1, 3, 4), ids(oldest, ConsumptionOrder.OLDEST, 9));
    }

    // ---- sums ---------------------------------------------------------------------------------------------------

    @Test
    void everyWayIsCountedByItself() {
        Totals totals = new Totals(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
        Purse purse = Purse.empty("points", ConsumptionOrder.SOONEST_EXPIRY);
        purse.count(totals);
        assertEquals(totals, purse.totals());
        purse.count(Flow.EXPIRED, -16);
        purse.add(fixed(1, 3, 10), second(10));
        assertEquals(new Totals(1, 2, 4, 8, 3, 32, 64, 128, 256, 512, 1024), purse.totals());
        assertEquals(totals.redeemed(), purse.sum(Flow.REDEEMED));
        Purse other = new Purse(purse);
        other.count(Flow.REDEEMED, 5);
        assertEquals(8, purse.sum(Flow.REDEEMED));
        purse.count(Flow.ACCRUED, Long.MAX_VALUE - 1);
        assertThrows(ArithmeticException.class, () -> purse.count(Flow.ACCRUED, 1));
    }

    @Test
    void thereIsRoomForWhatHasNotComeInYet() {
        Purse purse = Purse.empty("points", ConsumptionOrder.SOONEST_EXPIRY);
        assertEquals(Long.MAX_VALUE, purse.room());
        purse.count(Flow.ACCRUED, Long.MAX_VALUE - 100);
        assertEquals(100, purse.room());
        purse.count(Flow.ADJUSTED_UP, 60);
        assertEquals(40, purse.room());
        purse.count(Flow.TRANSFERRED_IN, 39);
        assertEquals(1, purse.room());
        purse.count(Flow.REDEEMED, 1_000);
        assertEquals(1, purse.room(), "what has gone out had come in");
        purse.count(Flow.TRANSFERRED_IN, 1);
        assertEquals(0, purse.room());
        // Debt that goes counts as coming in, and may come after the last point.
        purse.count(Flow.TRANSFERRED_IN, 5);
        assertEquals(0, purse.room());
    }
}
