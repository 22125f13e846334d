package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnMatchingTest {

    private static final Instant AT = Instant.parse("2024-05-01T00:00:00Z");

    private final ReturnMatching matching = new ReturnMatching();

    private void bought(String id, long yen) {
        matching.bought(Visit.ofAmount(
                ActivityId.of(id),
                CustomerId.of("c"),
                Instant.parse("2024-04-01T00:00:00Z"),
                Place.store("s"),
                Money.ofMinor("JPY", yen)));
    }

    private List<String> returned(String id, long yen) {
        return matching.returned(id, AT, yen).stream()
                .map(back -> back.id() + ": " + back.lines().get(0).amount() + " of " + back.visit())
                .toList();
    }

    @Test
    void theLatestVisitIsTheFirst() {
        bought("v1", 500);
        bought("v2", 300);
        assertEquals(List.of("r/1: JPY 300 of v2"), returned("r", 300));
        assertEquals(List.of("q/1: JPY 100 of v1"), returned("q", 100));
    }

    @Test
    void whatIsMoreThanItHasLeftIsTakenFromTheOneBefore() {
        bought("v1", 500);
        bought("v2", 300);
        assertEquals(List.of("p/1: JPY 100 of v2"), returned("p", 100));
        assertEquals(List.of("r/1: JPY 200 of v2", "r/2: JPY 250 of v1"), returned("r", 450));
        assertEquals(0, matching.unmatched());
    }

    @Test
    void whatFindsNoVisitIsCounted() {
        bought("v1", 500);
        assertEquals(List.of("r/1: JPY 500 of v1"), returned("r", 620));
        assertEquals(List.of(), returned("q", 30));
        assertEquals(2, matching.unmatched());
        assertEquals(150, matching.unmatchedMinor());
    }

    @Test
    void aVisitOfNothingTakesNothing() {
        bought("v1", 500);
        bought("v2", 0);
        assertEquals(List.of("r/1: JPY 500 of v1"), returned("r", 500));
    }

    @Test
    void aReturnIsTheCustomersAndOfItsOwnTime() {
        bought("v1", 500);
        Return back = matching.returned("r", AT, 1).get(0);
        assertEquals(CustomerId.of("c"), back.customer());
        assertEquals(AT, back.at());
    }
}
