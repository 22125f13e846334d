package io.loyalty.earning;

import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.visit.Line;
import org.junit.jupiter.api.Test;

/** How many units of a line are left, and at which price each, where an amount of it came back. */
class UnitsTest {

    /** Three units for 20: 6, 7 and 7, of which the dearer ones go first. */
    private static final Line UNEVEN = Line.of("tea", 3, yen(10)).withDiscount(yen(10));

    @Test
    void aWholeLineHasAllUnits() {
        assertEquals(new Units(1, 2, 6, 0), Units.left(UNEVEN, 20));
        assertEquals(3, Units.left(UNEVEN, 20).whole());
        assertEquals(new Units(3, 0, 10, 0), Units.left(Line.of("tea", 3, yen(10)), 30));
    }

    @Test
    void dearerUnitsGoFirst() {
        assertEquals(new Units(1, 1, 6, 0), Units.left(UNEVEN, 13));
        assertEquals(new Units(1, 0, 6, 0), Units.left(UNEVEN, 6));
        assertEquals(new Units(0, 0, 6, 0), Units.left(UNEVEN, 0));
    }

    @Test
    void whatIsLeftOfOneUnitIsAPart() {
        assertEquals(new Units(1, 1, 6, 4), Units.left(UNEVEN, 17));
        assertEquals(new Units(0, 0, 6, 5), Units.left(UNEVEN, 5));
        assertEquals(1, Units.left(UNEVEN, 7).whole(), "6 and a part of 1");
    }

    @Test
    void unitsThatCostNothingAreThere() {
        assertEquals(new Units(2, 0, 0, 0), Units.left(Line.of("gift", 2, yen(0)), 0));
    }

    @Test
    void eachSizeHasItsNumberAndItsPrice() {
        Units units = new Units(1, 2, 6, 4);
        assertEquals(1, units.number(0));
        assertEquals(6, units.price(0));
        assertEquals(2, units.number(1));
        assertEquals(7, units.price(1));
        assertEquals(1, units.number(2));
        assertEquals(4, units.price(2));
    }
}
