package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visit knows of its lines is what the lines say. */
class LinesTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Line TEA = Line.of("tea", 3, Money.ofMinor(YEN, 100)).withDiscount(Money.ofMinor(YEN, 20));
    private static final Line FEE = Line.of("delivery", Money.ofMinor(YEN, 50)).withKind(LineKind.FEE);
    private static final Ratio TAX = Ratio.ofPercent(10);

    private static Visit visit(List<Line> lines) {
        return new Visit(
                ActivityId.of("r-1"), CustomerId.of("c-1"), Instant.EPOCH, Place.store("ginza"), YEN, lines, List.of());
    }

    @Test
    void eachLineSaysWhatItSays() {
        Visit visit = visit(List.of(TEA, FEE));
        assertEquals(280, visit.amountMinor(0));
        assertEquals(50, visit.amountMinor(1));
        assertEquals(330, visit.amountMinor());
        assertEquals("tea", visit.category(0));
        assertEquals("delivery", visit.category(1));
        assertEquals(LineKind.GOODS, visit.kind(0));
        assertEquals(LineKind.FEE, visit.kind(1));
        assertEquals(LineKind.FEE, visit(List.of(FEE, FEE)).kind(1));
        assertThrows(IndexOutOfBoundsException.class, () -> visit.amountMinor(2));
        assertThrows(IndexOutOfBoundsException.class, () -> visit.category(2));
        assertThrows(IndexOutOfBoundsException.class, () -> visit.kind(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> visit(List.of(FEE)).kind(1), "of one kind or of several");
    }

    @Test
    void amountsStandInAFormIfEachDoes() {
        Line included = TEA.withTax(TAX, TaxBasis.INCLUDED);
        Line excluded = TEA.withTax(TAX, TaxBasis.EXCLUDED);
        assertTrue(visit(List.of(TEA)).isIn(TaxBasis.INCLUDED), "not taxed");
        assertTrue(visit(List.of()).isIn(TaxBasis.EXCLUDED));
        assertTrue(visit(List.of(TEA, included)).isIn(TaxBasis.INCLUDED));
        assertFalse(visit(List.of(TEA, included)).isIn(TaxBasis.EXCLUDED));
        assertFalse(visit(List.of(excluded, included)).isIn(TaxBasis.INCLUDED));
        assertFalse(visit(List.of(excluded, included)).isIn(TaxBasis.EXCLUDED));
    }

    @Test
    void sumsAreExactForEachWayOfBeingTaxed() {
        Line taxed = TEA.withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED);
        Line otherwise = FEE.withTax(TAX, TaxBasis.EXCLUDED);
        Line included = TEA.withTax(TAX, TaxBasis.INCLUDED);
        Visit visit = visit(List.of(taxed, otherwise, taxed, included, TEA));
        // 560 with 8 %, 50 with 10 %, 280 with 10 % in it, 280 without.
        assertEquals(Ratio.of(560).times(Ratio.of(27, 25)).plus(Ratio.of(55 + 280 + 280)), visit.gross());
        assertEquals(Ratio.of(560 + 50 + 280).plus(Ratio.of(280 * 10, 11)), visit.net());
        long much = 4_000_000_000_000_000L;
        Visit dear = visit(List.of(
                Line.of("tea", Money.ofMinor(YEN, much)).withTax(TAX, TaxBasis.EXCLUDED),
                Line.of("tea", Money.ofMinor(YEN, 7)).withTax(Ratio.of(1, 3), TaxBasis.EXCLUDED)));
        assertEquals(Ratio.of(much / 10 * 11).plus(Ratio.of(28, 3)), dear.gross());
    }

    @Test
    void productsThatTurnNegativeOnTheWayAreSeen() {
        // 4e18 times 27, the numerator of 1.08, is beyond the range, and what is left of it in 64 bits is below 0.
        long much = 4_000_000_000_000_000_000L;
        Line tea = Line.of("tea", Money.ofMinor(YEN, much)).withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED);
        assertEquals(Ratio.of(much / 25 * 27), visit(List.of(tea)).gross());
        Line fee = FEE.withTax(TAX, TaxBasis.EXCLUDED);
        assertEquals(Ratio.of(much / 25 * 27 + 55), visit(List.of(tea, fee)).gross());
        assertEquals(Ratio.of(much / 25 * 27 + 55), visit(List.of(fee, tea)).gross());
    }

    @Test
    void wholeSumsAreTheExactOnesRoundedOnce() {
        Line taxed = TEA.withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED);
        Line otherwise = FEE.withTax(TAX, TaxBasis.INCLUDED);
        Line dear = Line.of("tea", Money.ofMinor(YEN, 4_000_000_000_000_001L)).withTax(TAX, TaxBasis.EXCLUDED);
        Line odd = TEA.withTax(Ratio.of(1, 3_000_000_000L), TaxBasis.EXCLUDED);
        List<List<Line>> visits = List.of(
                List.of(),
                List.of(TEA),
                List.of(taxed),
                List.of(taxed, otherwise, TEA),
                List.of(dear),
                List.of(dear, taxed),
                List.of(odd));
        for (List<Line> lines : visits) {
            Visit visit = visit(lines);
            for (RoundingMode mode : RoundingMode.values()) {
                if (mode != RoundingMode.UNNECESSARY) {
                    assertEquals(visit.net().round(mode), visit.netMinor(mode));
                    assertEquals(visit.gross().round(mode), visit.grossMinor(mode));
                }
            }
        }
        // 280 at 8 % are 302.4 with it.
        assertEquals(302, visit(List.of(taxed)).grossMinor(RoundingMode.FLOOR));
        assertEquals(303, visit(List.of(taxed)).grossMinor(RoundingMode.UP));
        assertThrows(ArithmeticException.class, () -> visit(List.of(taxed)).grossMinor(RoundingMode.UNNECESSARY));
    }

    @Test
    void aTaxBeyondAllMeasureIsRefusedOnlyWhereItCounts() {
        Visit visit = visit(List.of(TEA.withTax(Ratio.of(Long.MAX_VALUE), TaxBasis.EXCLUDED)));
        assertEquals(280, visit.netMinor(RoundingMode.FLOOR));
        assertEquals(Ratio.of(280), visit.net());
        assertThrows(ArithmeticException.class, visit::gross);
        assertThrows(ArithmeticException.class, () -> visit.grossMinor(RoundingMode.FLOOR));
    }

    @Test
    void theListIsACopyAndStaysAsItIs() {
        List<Line> given = new ArrayList<>(List.of(TEA, FEE));
        Visit visit = visit(given);
        given.clear();
        assertEquals(List.of(TEA, FEE), visit.lines());
        assertEquals(List.of(TEA, FEE).hashCode(), visit.lines().hashCode());
        assertEquals(List.of(TEA, FEE).toString(), visit.lines().toString());
        assertThrows(UnsupportedOperationException.class, () -> visit.lines().set(0, FEE));
        assertThrows(UnsupportedOperationException.class, () -> visit.lines().add(FEE));
        assertThrows(UnsupportedOperationException.class, () -> visit.lines().remove(0));
        Visit again = visit(visit.lines());
        assertSame(visit.lines(), again.lines());
    }

    @Test
    void linesOfAnotherVisitAreLookedAtForTheirCurrencyToo() {
        List<Line> dollars = Visit.ofAmount(
                        ActivityId.of("r-2"),
                        CustomerId.of("c-1"),
                        Instant.EPOCH,
                        Place.store("ginza"),
                        Money.ofMinor("USD", 5))
                .lines();
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> visit(dollars));
        assertEquals("lines[0] must be in JPY: USD", refused.getMessage());
    }

    @Test
    void isWrittenAsAListAndLookedAtAnewWhenRead() throws IOException, ClassNotFoundException {
        Visit visit = visit(List.of(TEA, FEE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(visit);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Visit read = (Visit) in.readObject();
            assertEquals(visit, read);
            assertEquals(330, read.amountMinor());
        }
    }
}
