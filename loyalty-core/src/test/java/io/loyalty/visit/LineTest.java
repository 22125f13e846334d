package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LineTest {

    private static final Ratio TEN_PERCENT = Ratio.ofPercent(10);
    private static final Line COFFEE = Line.of("coffee", 3, yen(450));

    @Test
    void aLineWithoutDiscountHasTheOneZeroOfItsCurrency() {
        Line line = Line.of("tea", Money.ofMinor("JPY", 100));
        assertSame(Money.zero(line.unitPrice().currency()), line.discount());
        assertSame(line.discount(), line.withDiscount(Money.ofMinor("JPY", 0)).discount());
        assertEquals(
                Money.ofMinor("JPY", 5),
                line.withDiscount(Money.ofMinor("JPY", 5)).discount());
    }

    @Test
    void amountIsPriceTimesQuantityLessDiscount() {
        assertEquals(yen(1350), COFFEE.amount());
        assertEquals(yen(1250), COFFEE.withDiscount(yen(100)).amount());
        assertEquals(1250, COFFEE.withDiscount(yen(100)).amountMinor());
    }

    @Test
    void aCategoryAndAnAmountMakeALine() {
        assertEquals(
                new Line("", "tea", "", LineKind.GOODS, 1, yen(300), yen(0), Ratio.ZERO, TaxBasis.EXCLUDED),
                Line.of("tea", yen(300)));
    }

    @Test
    void copiesChangeOnePartEach() {
        assertEquals(
                new Line(
                        "4711",
                        "coffee",
                        "house",
                        LineKind.SERVICE,
                        3,
                        yen(450),
                        yen(50),
                        TEN_PERCENT,
                        TaxBasis.INCLUDED),
                COFFEE.withSku("4711")
                        .withBrand("house")
                        .withKind(LineKind.SERVICE)
                        .withDiscount(yen(50))
                        .withTax(TEN_PERCENT, TaxBasis.INCLUDED));
    }

    @Test
    void taxComesOnTopOfAnExcludedPrice() {
        Line line = Line.of("tea", yen(1005)).withTax(TEN_PERCENT, TaxBasis.EXCLUDED);
        assertEquals(Ratio.of(1005), line.net());
        assertEquals(Ratio.parse("1105.5"), line.gross());
    }

    @Test
    void taxIsInsideAnIncludedPrice() {
        Line line = Line.of("tea", yen(1000)).withTax(TEN_PERCENT, TaxBasis.INCLUDED);
        assertEquals(Ratio.of(10_000, 11), line.net());
        assertEquals(Ratio.of(1000), line.gross());
    }

    @Test
    void theDiscountIsInTheSameFormAsThePrice() {
        Line line = Line.of("tea", yen(1180)).withDiscount(yen(100)).withTax(Ratio.ofPercent(8), TaxBasis.INCLUDED);
        assertEquals(Ratio.of(1000), line.net());
    }

    @Test
    void withoutTaxTheFormsAgree() {
        for (TaxBasis basis : TaxBasis.values()) {
            Line line = COFFEE.withTax(Ratio.ZERO, basis);
            assertEquals(Ratio.of(1350), line.net());
            assertEquals(Ratio.of(1350), line.gross());
        }
    }

    @Test
    void unitsShareTheAmountEarlierFirst() {
        Line line = COFFEE.withDiscount(yen(100)); // 1,250 over three units
        assertEquals(yen(417), line.amountOfUnits(0, 1));
        assertEquals(yen(417), line.amountOfUnits(1, 2));
        assertEquals(yen(416), line.amountOfUnits(2, 3));
        assertEquals(yen(833), line.amountOfUnits(1, 3));
        assertEquals(yen(1250), line.amountOfUnits(0, 3));
        assertEquals(yen(0), line.amountOfUnits(3, 3));
    }

    @Test
    void unitsOutsideTheLineAreRefused() {
        assertEquals("units must be a range within [0, 3): [-1, 2)", refusal(() -> COFFEE.amountOfUnits(-1, 2)));
        assertEquals("units must be a range within [0, 3): [2, 1)", refusal(() -> COFFEE.amountOfUnits(2, 1)));
        assertEquals("units must be a range within [0, 3): [0, 4)", refusal(() -> COFFEE.amountOfUnits(0, 4)));
    }

    @Test
    void quantityIsAtLeastOne() {
        assertEquals("quantity must be at least 1: 0", refusal(() -> Line.of("tea", 0, yen(1))));
    }

    @Test
    void thePriceIsNotBelowZero() {
        assertEquals(yen(0), Line.of("tea", yen(0)).amount());
        assertEquals("unitPrice must be at least 0: JPY -1", refusal(() -> Line.of("tea", yen(-1))));
    }

    @Test
    void theDiscountIsAtMostTheFullPrice() {
        assertEquals(yen(0), COFFEE.withDiscount(yen(1350)).amount());
        assertEquals("discount must be in [0, JPY 1350]: JPY 1351", refusal(() -> COFFEE.withDiscount(yen(1351))));
        assertEquals("discount must be in [0, JPY 1350]: JPY -1", refusal(() -> COFFEE.withDiscount(yen(-1))));
    }

    @Test
    void theDiscountIsInTheCurrencyOfThePrice() {
        assertEquals("discount must be in JPY: EUR 0.01", refusal(() -> COFFEE.withDiscount(Money.ofMinor("EUR", 1))));
    }

    @Test
    void theTaxRateIsNotBelowZero() {
        assertEquals(
                "taxRate must be at least 0: -1/10",
                refusal(() -> COFFEE.withTax(Ratio.ofPercent(-10), TaxBasis.EXCLUDED)));
    }

    @Test
    void textsMayBeEmptyButNotUnprintable() {
        assertEquals("", Line.of("", yen(1)).category());
        assertEquals("category must not begin or end with a space", refusal(() -> Line.of("tea ", yen(1))));
        assertEquals("sku must not be blank", refusal(() -> COFFEE.withSku(" ")));
        assertEquals(
                "brand must have printable characters only, not code point 9 at index 1",
                refusal(() -> COFFEE.withBrand("a\tb")));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals("sku", missing(() -> COFFEE.withSku(null)));
        assertEquals("category", missing(() -> Line.of(null, yen(1))));
        assertEquals("brand", missing(() -> COFFEE.withBrand(null)));
        assertEquals("kind", missing(() -> COFFEE.withKind(null)));
        assertEquals("discount", missing(() -> COFFEE.withDiscount(null)));
        assertEquals("taxRate", missing(() -> COFFEE.withTax(null, TaxBasis.INCLUDED)));
        assertEquals("taxBasis", missing(() -> COFFEE.withTax(TEN_PERCENT, null)));
        assertEquals(
                "unitPrice",
                missing(() -> new Line("", "", "", LineKind.FEE, 1, null, yen(0), Ratio.ZERO, TaxBasis.EXCLUDED)));
    }

    @Test
    void theFullPriceMayFillTheRange() {
        Line line = Line.of("tea", Long.MAX_VALUE, yen(1));
        assertEquals(yen(Long.MAX_VALUE), line.amount());
        assertEquals(yen(1), line.amountOfUnits(Long.MAX_VALUE - 1, Long.MAX_VALUE));
        assertEquals(yen(0), line.withDiscount(yen(Long.MAX_VALUE)).amount());
    }

    @Test
    void overflowIsReported() {
        assertEquals(
                "line overflow: 2 * JPY 9223372036854775807", overflow(() -> Line.of("tea", 2, yen(Long.MAX_VALUE))));
        // The product's low 64 bits alone are 0: only the high half tells.
        assertEquals(
                "line overflow: 4294967296 * JPY 4294967296", overflow(() -> Line.of("tea", 1L << 32, yen(1L << 32))));
        Line dear = Line.of("tea", yen(Long.MAX_VALUE));
        assertThrows(
                ArithmeticException.class,
                () -> dear.withTax(TEN_PERCENT, TaxBasis.EXCLUDED).gross());
        assertThrows(
                ArithmeticException.class,
                () -> dear.withTax(Ratio.of(Long.MAX_VALUE), TaxBasis.INCLUDED).net());
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
