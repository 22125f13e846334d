package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VisitTest {

    private static final ActivityId ID = ActivityId.of("r-1001");
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final Instant AT = Instant.parse("2026-04-01T03:00:00Z");
    private static final Place GINZA = Place.store("ginza");
    private static final Currency JPY = Currency.getInstance("JPY");

    private static final Visit EMPTY = Visit.of(ID, CUSTOMER, AT, GINZA, JPY);

    @Test
    void aVisitMayBeWithoutPurchase() {
        assertEquals(List.of(), EMPTY.lines());
        assertEquals(List.of(), EMPTY.tenders());
        assertEquals(yen(0), EMPTY.amount());
        assertEquals(Ratio.ZERO, EMPTY.net());
        assertEquals(Ratio.ZERO, EMPTY.gross());
        assertEquals(yen(0), EMPTY.tendered());
        assertEquals(yen(0), EMPTY.paidWithPoints());
        assertEquals(0, EMPTY.pointsTendered());
    }

    @Test
    void theAmountIsTheSumOfTheLines() {
        Visit visit = Visit.of(ID, CUSTOMER, AT, GINZA, JPY, Line.of("tea", yen(300)), Line.of("cake", 2, yen(450)));
        assertEquals(yen(1200), visit.amount());
        assertEquals(1200, visit.amountMinor());
    }

    @Test
    void severalTaxRatesMayMeet() {
        Visit visit = EMPTY.withLine(Line.of("food", yen(1080)).withTax(Ratio.ofPercent(8), TaxBasis.INCLUDED))
                .withLine(Line.of("wine", yen(1005)).withTax(Ratio.ofPercent(10), TaxBasis.EXCLUDED))
                .withLine(Line.of("bag", yen(5)).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED));
        assertEquals(Ratio.of(1000 + 1005).plus(Ratio.of(50, 11)), visit.net());
        assertEquals(Ratio.parse("1080").plus(Ratio.parse("1105.5")).plus(Ratio.of(5)), visit.gross());
        assertEquals(yen(2090), visit.amount());
    }

    @Test
    void everyTaxRateIsAddedForItself() {
        Visit visit = EMPTY;
        for (Ratio rate : List.of(Ratio.of(1, 10), Ratio.of(1, 20), Ratio.of(3, 20), Ratio.of(1, 10))) {
            visit = visit.withLine(Line.of("goods", yen(1000)).withTax(rate, TaxBasis.EXCLUDED));
        }
        assertEquals(Ratio.of(1100 + 1050 + 1150 + 1100), visit.gross());
        assertEquals(Ratio.of(4000), visit.net());
    }

    @Test
    void tendersSayWhatWasPaidWithPoints() {
        Visit visit = EMPTY.withLine(Line.of("coat", yen(10_000)))
                .withTender(Tender.points(500, yen(1000)))
                .withTender(Tender.of(TenderKind.CARD, yen(8000)))
                .withTender(Tender.points(300, yen(600)))
                .withTender(Tender.of(TenderKind.CASH, yen(400)));
        assertEquals(yen(10_000), visit.tendered());
        assertEquals(yen(1600), visit.paidWithPoints());
        assertEquals(800, visit.pointsTendered());
    }

    @Test
    void anAmountAloneMakesAVisit() {
        assertEquals(EMPTY.withLine(Line.of("", yen(990))), Visit.ofAmount(ID, CUSTOMER, AT, GINZA, yen(990)));
    }

    @Test
    void aCopyLeavesTheOriginalAsItWas() {
        EMPTY.withLine(Line.of("tea", yen(300))).withTender(Tender.of(TenderKind.CASH, yen(300)));
        assertEquals(Visit.of(ID, CUSTOMER, AT, GINZA, JPY), EMPTY);
    }

    @Test
    void laterChangesOfTheSourceDoNotReachThrough() {
        List<Line> lines = new ArrayList<>(List.of(Line.of("tea", yen(300))));
        List<Tender> tenders = new ArrayList<>(List.of(Tender.of(TenderKind.CASH, yen(300))));
        Visit visit = new Visit(ID, CUSTOMER, AT, GINZA, JPY, lines, tenders);
        lines.clear();
        tenders.clear();
        assertEquals(yen(300), visit.amount());
        assertEquals(yen(300), visit.tendered());
        assertThrows(UnsupportedOperationException.class, () -> visit.lines().clear());
        assertThrows(UnsupportedOperationException.class, () -> visit.tenders().clear());
    }

    @Test
    void oneCurrencyAlone() {
        Visit visit = EMPTY.withLine(Line.of("tea", yen(300)));
        assertEquals(
                "lines[1] must be in JPY: EUR",
                refusal(() -> visit.withLine(Line.of("tea", Money.ofMinor("EUR", 300)))));
        assertEquals(
                "tenders[0] must be in JPY: EUR",
                refusal(() -> visit.withTender(Tender.of(TenderKind.CASH, Money.ofMinor("EUR", 300)))));
    }

    @Test
    void goldIsNoCurrencyOfAVisit() {
        assertEquals(
                "currency must have a minor unit: XAU",
                refusal(() -> Visit.of(ID, CUSTOMER, AT, GINZA, Currency.getInstance("XAU"))));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals("id", missing(() -> Visit.of(null, CUSTOMER, AT, GINZA, JPY)));
        assertEquals("customer", missing(() -> Visit.of(ID, null, AT, GINZA, JPY)));
        assertEquals("at", missing(() -> Visit.of(ID, CUSTOMER, null, GINZA, JPY)));
        assertEquals("place", missing(() -> Visit.of(ID, CUSTOMER, AT, null, JPY)));
        assertEquals("currency", missing(() -> Visit.of(ID, CUSTOMER, AT, GINZA, null)));
        assertEquals("lines", missing(() -> new Visit(ID, CUSTOMER, AT, GINZA, JPY, null, List.of())));
        assertEquals("tenders", missing(() -> new Visit(ID, CUSTOMER, AT, GINZA, JPY, List.of(), null)));
        assertEquals("line", missing(() -> EMPTY.withLine(null)));
        assertEquals("tender", missing(() -> EMPTY.withTender(null)));
    }

    @Test
    void sumsMayFillTheRangeAndNotExceedIt() {
        Line most = Line.of("tea", yen(Long.MAX_VALUE));
        Line one = Line.of("tea", yen(1));
        assertEquals(yen(Long.MAX_VALUE), EMPTY.withLine(most).amount());
        assertEquals(
                "visit overflow: sum of lines",
                overflow(() -> EMPTY.withLine(most).withLine(one)));

        Tender all = Tender.points(Long.MAX_VALUE, yen(0));
        assertEquals(Long.MAX_VALUE, EMPTY.withTender(all).pointsTendered());
        assertEquals(
                "visit overflow: sum of points",
                overflow(() -> EMPTY.withTender(all).withTender(Tender.points(1, yen(0)))));

        Tender cash = Tender.of(TenderKind.CASH, yen(Long.MAX_VALUE));
        assertEquals(yen(Long.MAX_VALUE), EMPTY.withTender(cash).tendered());
        assertEquals(
                "visit overflow: sum of tenders",
                overflow(() -> EMPTY.withTender(cash).withTender(Tender.of(TenderKind.CARD, yen(1)))));
    }

    private static Money yen(long amount) {
        return Money.ofMinor("JPY", amount);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }

    private static String overflow(Executable call) {
        return assertThrows(ArithmeticException.class, call).getMessage();
    }
}
