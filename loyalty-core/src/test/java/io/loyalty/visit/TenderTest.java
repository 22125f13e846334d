package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TenderTest {

    private static final Money NOTHING = Money.ofMinor("JPY", 0);
    private static final Money THOUSAND = Money.ofMinor("JPY", 1000);

    @Test
    void moneyCarriesNoPoints() {
        assertEquals(new Tender(TenderKind.CASH, THOUSAND, 0), Tender.of(TenderKind.CASH, THOUSAND));
    }

    @Test
    void pointsCarryTheMoneyTheyStoodFor() {
        assertEquals(new Tender(TenderKind.POINTS, THOUSAND, 200), Tender.points(200, THOUSAND));
    }

    @Test
    void pointsMayStandForNothing() {
        assertEquals(NOTHING, Tender.points(1, NOTHING).amount());
        assertEquals(NOTHING, Tender.of(TenderKind.CARD, NOTHING).amount());
    }

    @Test
    void pointsAndKindMustFit() {
        assertEquals("points must be above 0 for POINTS: 0", refusal(() -> Tender.points(0, THOUSAND)));
        assertEquals("points must be above 0 for POINTS: -1", refusal(() -> Tender.points(-1, THOUSAND)));
        assertEquals("points must be above 0 for POINTS: 0", refusal(() -> Tender.of(TenderKind.POINTS, THOUSAND)));
        for (TenderKind kind : TenderKind.values()) {
            if (kind != TenderKind.POINTS) {
                assertEquals("points must be 0 for " + kind + ": 5", refusal(() -> new Tender(kind, THOUSAND, 5)));
            }
        }
    }

    @Test
    void theAmountIsNotBelowZero() {
        assertEquals(
                "amount must be at least 0: JPY -1000", refusal(() -> Tender.of(TenderKind.CASH, THOUSAND.negated())));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "kind",
                assertThrows(NullPointerException.class, () -> Tender.of(null, THOUSAND))
                        .getMessage());
        assertEquals(
                "amount",
                assertThrows(NullPointerException.class, () -> Tender.of(TenderKind.CASH, null))
                        .getMessage());
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
