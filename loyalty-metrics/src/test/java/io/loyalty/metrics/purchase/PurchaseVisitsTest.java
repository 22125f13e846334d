package io.loyalty.metrics.purchase;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurchaseVisitsTest {

    private static final Currency JPY = Currency.getInstance("JPY");
    private static final PurchaseRules RULES = PurchaseRules.asOf(LocalDate.of(2026, 4, 30), ZoneId.of("Asia/Tokyo"));
    private static final Visit COFFEE = Visit.of(
            ActivityId.of("v1"),
            CustomerId.of("c-7"),
            Instant.parse("2026-04-01T03:00:00Z"),
            Place.store("ginza"),
            JPY,
            Line.of("coffee", 2, Money.ofMinor(JPY, 450)),
            Line.of("", Money.ofMinor(JPY, 300)).withKind(LineKind.SHIPPING));
    private static final Visit LOOK = Visit.of(
            ActivityId.of("v2"),
            CustomerId.of("c-8"),
            Instant.parse("2026-04-02T03:00:00Z"),
            Place.store("ginza"),
            JPY);

    @Test
    void aVisitIsAnOrderOfItsAmountAndAReturnARefund() {
        Return back = Return.whole(ActivityId.of("r1"), Instant.parse("2026-04-10T03:00:00Z"), COFFEE);
        PurchaseHistory history = RULES.summarize(List.of(back, COFFEE));
        PurchaseSummary summary = history.summary(0);
        assertEquals("c-7", summary.customer());
        assertEquals(1_200, summary.gross());
        assertEquals(0, summary.revenue());
        assertEquals(2, summary.items());
        assertEquals(1, summary.refunds());
        assertEquals(29, summary.daysSinceLast());
        assertEquals(Optional.of(JPY), history.currency());
    }

    @Test
    void aVisitWithoutPurchaseIsAnAmountOfZero() {
        PurchaseHistory history = RULES.summarize(List.of(COFFEE, LOOK));
        assertEquals(1, history.customers());
        assertEquals(1, history.customersWithoutPurchase());
        assertEquals(1, history.counts().zeroAmounts());
    }

    @Test
    void aVoidVisitIsARefundOfNothing() {
        Return nothing = Return.whole(ActivityId.of("r2"), Instant.parse("2026-04-10T03:00:00Z"), LOOK);
        PurchaseHistory history = RULES.with(ZeroAmounts.ORDERS).summarize(List.of(LOOK, nothing));
        assertEquals(1, history.counts().orders());
        assertEquals(1, history.counts().refunds());
        assertEquals(0, history.summary(0).refunded());
    }

    @Test
    void instantsOfFactsDoNotDependOnTheColumnsUnit() {
        assertEquals(
                RULES.summarize(List.of(COFFEE)).summary(0),
                RULES.with(TimeColumn.EPOCH_MILLIS).summarize(List.of(COFFEE)).summary(0));
    }

    @Test
    void groupsAreMadeByCollectors() {
        Map<Place, PurchaseHistory> byPlace =
                List.of(COFFEE, LOOK).stream().collect(groupingBy(Visit::place, RULES.<Visit>collector()));
        assertEquals(1_200, byPlace.get(Place.store("ginza")).revenue());
        List<Activity> facts = List.of(COFFEE, LOOK);
        assertEquals(1, facts.parallelStream().collect(RULES.collector()).customers());
    }

    @Test
    void aSecondCurrencyIsRefused() {
        Visit abroad = Visit.ofAmount(
                ActivityId.of("v3"),
                CustomerId.of("c-9"),
                Instant.parse("2026-04-02T03:00:00Z"),
                Place.store("soho"),
                Money.ofMinor("GBP", 500));
        refused(() -> RULES.summarize(List.of(COFFEE, abroad)));
        StringKeyPurchases one = RULES.stringKeys();
        one.accept(COFFEE);
        StringKeyPurchases other = RULES.stringKeys();
        other.accept(abroad);
        refused(() -> one.combine(other));
    }

    private static void refused(Runnable call) {
        assertEquals(
                "currency must be JPY: GBP",
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
