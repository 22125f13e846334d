package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A band by hand, with seconds for instants; a lot has its number as its points. */
class BandTest {

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Lot lot(int id, int expires, Term term, int group) {
        return new Lot(id, PointType.REGULAR, id, id, 0, 0, second(id), second(id), second(expires), term, group, "");
    }

    private static Lot fixed(int id, int expires) {
        return lot(id, expires, Term.never(), 0);
    }

    private static Lot sliding(int id, int expires) {
        return lot(id, expires, Term.sliding(Period.ofDays(1), List.of(Renewal.VISIT)), 7);
    }

    private static Band band(Lot... lots) {
        Band band = Band.forLot(lots[0]);
        for (Lot lot : lots) {
            band.add(lot, second(0));
        }
        return band;
    }

    private static void at(Band band, int clock, long dead, Instant next) {
        band.pass(second(clock));
        assertEquals(dead, band.dead(), "dead at " + clock);
        assertEquals(next, band.nextExpiry(), "next at " + clock);
    }

    private static List<Integer> living(Band band, int at) {
        List<Integer> ids = new ArrayList<>();
        band.living(second(at)).forEachRemaining(lot -> ids.add(lot.id()));
        return ids;
    }

    @Test
    void lotsDieOneAfterTheOther() {
        Band band = band(fixed(1, 10), fixed(2, 20), fixed(4, 20), fixed(8, 30));
        at(band, 9, 0, second(10));
        at(band, 10, 1, second(20));
        at(band, 20, 7, second(30));
        at(band, 31, 15, Instant.MAX);
        assertFalse(band.slides());
    }

    /** More lots than a leaf holds, so that what is to die next is looked up in leaf after leaf and in the tail. */
    @Test
    void deathGoesOnFromLeafToLeaf() {
        Band band = band(fixed(1, 10));
        for (int id = 2; id <= 100; id++) {
            band.add(fixed(id, 10 * id), second(0));
        }
        for (int id = 1; id < 100; id++) {
            at(band, 10 * id, id * (id + 1) / 2, second(10 * id + 10));
        }
        at(band, 1000, 5050, Instant.MAX);
    }

    @Test
    void manyMayDieAtOnce() {
        Band band = band(fixed(1, 10));
        for (int id = 2; id <= 100; id++) {
            band.add(fixed(id, 10 * id), second(0));
        }
        at(band, 15, 1, second(20));
        at(band, 700, 2485, second(710));
        at(band, 710, 2556, second(720));
    }

    @Test
    void aLotThatComesBeforeTheNextToDieDiesBeforeIt() {
        Band band = band(fixed(1, 10), fixed(2, 30), fixed(4, 40));
        at(band, 10, 1, second(30));
        band.add(fixed(8, 20), second(10));
        assertEquals(second(20), band.nextExpiry());
        at(band, 20, 9, second(30));
        band.add(fixed(16, 35), second(20));
        at(band, 30, 11, second(35));
        at(band, 35, 27, second(40));
    }

    @Test
    void lotsThatDieTogetherAreAllCounted() {
        Band band = band(fixed(1, 10), fixed(4, 20));
        at(band, 10, 1, second(20));
        band.add(fixed(2, 20), second(10));
        band.add(fixed(8, 20), second(10));
        at(band, 20, 15, Instant.MAX);
    }

    @Test
    void aLotThatComesDeadIsDead() {
        Band band = band(fixed(1, 10), fixed(2, 20));
        at(band, 15, 1, second(20));
        band.add(fixed(4, 12), second(15));
        assertEquals(5, band.dead());
        assertEquals(second(20), band.nextExpiry());
        at(band, 20, 7, Instant.MAX);
    }

    @Test
    void whatIsTakenOrComesBackIsCountedWhenItDies() {
        Lot second = fixed(2, 20);
        Lot third = fixed(4, 30);
        Band band = band(fixed(1, 10), second, third);
        at(band, 10, 1, second(20));
        band.replace(second, second.take(2), second(10));
        band.replace(third, third.take(3), second(10));
        at(band, 20, 1, second(30));
        band.replace(second.take(2), second, second(20));
        assertEquals(3, band.dead(), "it came back dead");
        at(band, 30, 4, Instant.MAX);
    }

    @Test
    void aCopyChangesApart() {
        Band band = band(fixed(1, 10), fixed(2, 20), fixed(4, 30));
        at(band, 10, 1, second(20));
        Band copy = new Band(band);
        at(copy, 20, 3, second(30));
        at(band, 10, 1, second(20));
        at(band, 30, 7, Instant.MAX);
        assertEquals(List.of(4), living(copy, 20));
    }

    @Test
    void aGroupDiesAtOnceAndMayLiveAgain() {
        Band band = band(sliding(1, 10), sliding(2, 10));
        assertTrue(band.slides());
        assertEquals(second(10), band.expiresAt());
        assertEquals(second(10), band.expiryOf(sliding(1, 99)));
        at(band, 9, 0, second(10));
        assertEquals(List.of(1, 2), living(band, 9));
        assertEquals(3, band.deadBy(second(10)));
        at(band, 10, 3, Instant.MAX);
        assertEquals(List.of(), living(band, 10));
        band.lengthen(second(20), second(10));
        at(band, 10, 0, second(20));
        assertEquals(List.of(1, 2), living(band, 19));
    }
}
