package io.loyalty.contact;

import static io.loyalty.contact.Guests.ID;
import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Money;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseTest {

    private static final Visit FIRST = buys("v-1", "2026-02-01T10:00", 500);
    private static final Visit SECOND = buys("v-2", "2026-02-05T10:00", 800);
    private static final Visit THIRD = buys("v-3", "2026-02-09T10:00", 300);

    private static Return part(String local, Visit visit, long yen) {
        return new Return(
                ActivityId.of("r " + local),
                ID,
                at(local),
                visit.id(),
                List.of(new ReturnedLine(0, Money.parse("JPY " + yen))));
    }

    private static List<Integer> numbers(Activity... activities) {
        return Purchase.among(List.of(activities)).stream()
                .map(Purchase::number)
                .toList();
    }

    @Test
    void purchasesAreNumberedAndOtherVisitsAreNot() {
        assertEquals(List.of(1, 2, 3), numbers(FIRST, SECOND, THIRD));
        assertEquals(List.of(1, 2), numbers(FIRST, buys("v-0", "2026-02-02T10:00", 0), SECOND));
    }

    @Test
    void whatCameBackWholeBeforeTheNextPurchaseHasNoNumber() {
        Return whole = Return.whole(ActivityId.of("r"), at("2026-02-03T10:00"), FIRST);
        assertEquals(List.of(1, 1, 2), numbers(FIRST, whole, SECOND, THIRD));
        Return atOnce = Return.whole(ActivityId.of("r"), SECOND.at(), FIRST);
        assertEquals(List.of(1, 1, 2), numbers(FIRST, SECOND, atOnce, THIRD));
        Return late = Return.whole(ActivityId.of("r"), at("2026-02-07T10:00"), FIRST);
        assertEquals(List.of(1, 2, 2), numbers(FIRST, SECOND, late, THIRD));
        assertEquals(List.of(1, 2, 3), numbers(FIRST, part("2026-02-03T10:00", FIRST, 499), SECOND, THIRD));
    }

    @Test
    void whatIsLeftFallsWithEveryReturn() {
        Purchase purchase = Purchase.among(
                        List.of(FIRST, part("2026-02-03T10:00", FIRST, 100), part("2026-02-04T10:00", FIRST, 150)))
                .get(0);
        assertEquals(500, purchase.leftAt(at("2026-02-03T09:59")));
        assertEquals(400, purchase.leftAt(at("2026-02-03T10:00")));
        assertEquals(250, purchase.leftAt(at("2026-02-04T10:00")));
        Purchase more = Purchase.among(List.of(FIRST, part("2026-02-03T10:00", FIRST, 900)))
                .get(0);
        assertEquals(0, more.leftAt(at("2026-02-03T10:00")));
    }

    @Test
    void purchasesAreMeantByNumberAndByWhatIsLeft() {
        Purchase purchase = Purchase.among(List.of(FIRST, SECOND, part("2026-02-06T10:00", SECOND, 100)))
                .get(1);
        assertTrue(purchase.isAmong(new Purchases.Numbered(2, 2), SECOND.at()));
        assertTrue(purchase.isAmong(new Purchases.Numbered(1, 2), SECOND.at()));
        assertFalse(purchase.isAmong(new Purchases.Numbered(3, 9), SECOND.at()));
        assertFalse(purchase.isAmong(new Purchases.Numbered(1, 1), SECOND.at()));
        Purchases enough = Purchases.ofAtLeast(Money.parse("JPY 800"));
        assertTrue(purchase.isAmong(enough, SECOND.at()));
        assertFalse(purchase.isAmong(enough, at("2026-02-06T10:00")));
        assertFalse(purchase.isAmong(Purchases.ofAtLeast(Money.parse("EUR 1.00")), SECOND.at()));
    }

    @Test
    void allConditionsMustHold() {
        Purchase purchase = Purchase.among(List.of(FIRST, SECOND)).get(1);
        Purchases enough = Purchases.ofAtLeast(Money.parse("JPY 800"));
        Purchases more = Purchases.ofAtLeast(Money.parse("JPY 801"));
        assertTrue(purchase.isAmong(Purchases.later().and(enough), SECOND.at()));
        assertFalse(purchase.isAmong(Purchases.first().and(enough), SECOND.at()));
        assertFalse(purchase.isAmong(Purchases.later().and(more), SECOND.at()));
    }
}
