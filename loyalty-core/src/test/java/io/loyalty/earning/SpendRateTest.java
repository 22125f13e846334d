package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendRateTest {

    private static final Ratio EIGHT = Ratio.ofPercent(8);
    private static final Ratio TEN = Ratio.ofPercent(10);
    private static final EarningBase WITH_TAX = EarningBase.DEFAULT.with(TaxBasis.INCLUDED);

    private static long points(EarningRule rule, Visit visit) {
        return EarningPlan.of(rule).award(visit, Shop.CONTEXT).total();
    }

    private static Visit paid(Visit visit, long points, long cash) {
        Visit paid = visit.withTender(Tender.points(points, yen(points)));
        return cash == 0 ? paid : paid.withTender(Tender.of(TenderKind.CASH, yen(cash)));
    }

    @Test
    void aStepCountsWhenItIsFull() {
        EarningRule rule = EarningRule.earn(10).perFull(yen(200));
        assertEquals(0, points(rule, spending(199)));
        assertEquals(10, points(rule, spending(200)));
        assertEquals(10, points(rule, spending(399)));
        assertEquals(20, points(rule, spending(400)));
        assertEquals(0, points(rule, visit()));
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 20",
        "DOWN, 19",
        "CEILING, 20",
        "FLOOR, 19",
        "HALF_UP, 20",
        "HALF_DOWN, 19",
        "HALF_EVEN, 20",
    })
    void aProportionIsRoundedByAnyMode(RoundingMode mode, long points) {
        EarningRule rule = EarningRule.earn(1).per(yen(100)).rounded(new Rounding(mode, Rounding.Scope.TRANSACTION));
        assertEquals(points, points(rule, spending(1_950)));
        assertEquals(19, points(rule, spending(1_900)));
    }

    @Test
    void aRuleThatMustNotRoundSaysSo() {
        EarningRule rule = EarningRule.earn(1)
                .per(yen(100))
                .rounded(new Rounding(RoundingMode.UNNECESSARY, Rounding.Scope.TRANSACTION));
        assertEquals(19, points(rule, spending(1_900)));
        ArithmeticException e = assertThrows(ArithmeticException.class, () -> points(rule, spending(1_950)));
        assertEquals("rounding necessary: 1950/100", e.getMessage());
        EarningPlan half = EarningPlan.of(
                rule, EarningRule.multiply("a", Ratio.of(3, 2)), EarningRule.multiply("b", Ratio.of(4, 3)));
        assertEquals(2, half.award(spending(100), Shop.CONTEXT).total(), "only the whole must not be rounded");
    }

    @Test
    void stepsAreCountedPerScope() {
        Visit visit = visit(Line.of("", 3, yen(150)), line(80));
        EarningRule rule = EarningRule.earn(1).perFull(yen(100));
        assertEquals(5, points(rule, visit), "530 in all");
        assertEquals(4, points(rule.rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.LINE)), visit));
        assertEquals(3, points(rule.rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT)), visit));
    }

    @Test
    void unitsOfADiscountedLineDifferByAMinorUnit() {
        Line line = Line.of("", 3, yen(100)).withDiscount(yen(1));
        EarningRule rule =
                EarningRule.earn(1).perFull(yen(100)).rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT));
        assertEquals(2, points(rule, visit(line)), "299 are 100, 100 and 99");
    }

    @Test
    void eachLineCarriesItsOwnTax() {
        Visit visit =
                visit(line(1_080).withTax(EIGHT, TaxBasis.INCLUDED), line(1_100).withTax(TEN, TaxBasis.INCLUDED));
        EarningRule rule = EarningRule.earn(1).perFull(yen(1_000));
        assertEquals(2, points(rule, visit));
        assertEquals(2, points(rule.basedOn(WITH_TAX), visit));
        Visit less =
                visit(line(1_079).withTax(EIGHT, TaxBasis.INCLUDED), line(1_100).withTax(TEN, TaxBasis.INCLUDED));
        assertEquals(1, points(rule, less), "a single yen of tax base is missing");
        Visit excluded =
                visit(line(900).withTax(EIGHT, TaxBasis.EXCLUDED), line(935).withTax(TEN, TaxBasis.EXCLUDED));
        assertEquals(1, points(rule, excluded));
        assertEquals(2, points(rule.basedOn(WITH_TAX), excluded), "972 and 1,028.5");
    }

    @Test
    void fractionsOfTwoTaxRatesAddUpExactly() {
        Visit visit =
                visit(line(100).withTax(EIGHT, TaxBasis.INCLUDED), line(100).withTax(TEN, TaxBasis.INCLUDED));
        Award award =
                EarningPlan.of(EarningRule.earn(297).per(yen(1)).named("r")).award(visit, Shop.CONTEXT);
        assertEquals(100 * 275 + 100 * 270, award.total(), "100 × 25/27 and 100 × 10/11, times 297");
    }

    @Test
    void aTaxRateOfAHundredPerCentIsAWholeFactor() {
        Visit visit = visit(line(100).withTax(Ratio.ONE, TaxBasis.EXCLUDED));
        assertEquals(2, points(Shop.base().basedOn(WITH_TAX), visit));
    }

    @Test
    void someKindsOfLinesDoNotCount() {
        Visit visit = visit(
                line(100),
                line(200).withKind(LineKind.SERVICE),
                line(400).withKind(LineKind.SHIPPING),
                line(800).withKind(LineKind.GIFT_CARD),
                line(1_600).withKind(LineKind.FEE));
        assertEquals(3, points(Shop.base(), visit));
        assertEquals(31, points(Shop.base().basedOn(EarningBase.DEFAULT.excluding()), visit));
        assertEquals(30, points(Shop.base().basedOn(EarningBase.DEFAULT.excluding(LineKind.GOODS)), visit));
    }

    @Test
    void whatWasPaidWithPointsEarnsOnlyIfThePlanSaysSo() {
        Visit visit = paid(visit(line(6_000), line(4_000)), 1_000, 9_000);
        assertEquals(90, points(Shop.base(), visit));
        assertEquals(100, points(Shop.base().basedOn(EarningBase.DEFAULT.with(PointsPaid.GROSS)), visit));
    }

    @Test
    void theSharePaidWithPointsFallsToLinesInProportionEarlierOnesFirst() {
        Visit visit = paid(visit(line("tea", 100), line("coffee", 100), line("tea", 100)), 100, 200);
        EarningRule onTea = EarningRule.earn(1).per(yen(1)).onCategory("tea");
        EarningRule onCoffee = EarningRule.earn(1).per(yen(1)).onCategory("coffee");
        assertEquals(133, points(onTea, visit), "34 + 33 of 200 were paid with points");
        assertEquals(67, points(onCoffee, visit), "33 of 100");
    }

    @Test
    void pointsArePaidOnAmountsWithTax() {
        Visit excluded = paid(visit(line(1_000).withTax(TEN, TaxBasis.EXCLUDED)), 550, 550);
        assertEquals(5, points(Shop.base(), excluded), "1,000 - 550 / 1.1");
        assertEquals(5, points(Shop.base().basedOn(WITH_TAX), excluded), "1,100 - 550");
        Visit included = paid(visit(line(1_100).withTax(TEN, TaxBasis.INCLUDED)), 550, 550);
        assertEquals(5, points(Shop.base(), included));
        assertEquals(5, points(Shop.base().basedOn(WITH_TAX), included));
        Visit nearlyAll = paid(visit(line(1_000).withTax(TEN, TaxBasis.EXCLUDED)), 1_050, 50);
        assertEquals(45, points(EarningRule.earn(1).per(yen(1)), nearlyAll), "1,000 - 1,050 / 1.1 = 45.45");
    }

    @Test
    void aVisitPaidWithPointsAloneEarnsNothingHoweverTheTaxWasRounded() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lines.add(line(99).withTax(TEN, TaxBasis.EXCLUDED));
        }
        EarningRule generous =
                EarningRule.earn(1).per(yen(1)).rounded(new Rounding(RoundingMode.CEILING, Rounding.Scope.TRANSACTION));
        for (long bill : new long[] {216, 217, 218}) {
            assertEquals(0, points(generous, paid(visit(lines.toArray(Line[]::new)), bill, 0)));
        }
    }

    @Test
    void excludedLinesTakeTheirShareOfThePoints() {
        Visit visit = paid(visit(line(500), line(500).withKind(LineKind.SHIPPING)), 500, 500);
        assertEquals(2, points(Shop.base(), visit), "250 of the points paid the shipping");
    }

    @Test
    void unitsArePricedAfterThePointsWereTakenOff() {
        Visit visit = paid(visit(Line.of("", 4, yen(100))), 100, 300);
        EarningRule perUnit =
                EarningRule.earn(1).perFull(yen(75)).rounded(new Rounding(RoundingMode.FLOOR, Rounding.Scope.UNIT));
        assertEquals(4, points(perUnit, visit), "75 of each 100 are left");
        assertEquals(0, points(perUnit, paid(visit(Line.of("", 4, yen(100))), 101, 299)));
    }

    @Test
    void aVisitInAnotherCurrencyEarnsNothing() {
        EarningRule rule = EarningRule.earn(1).perFull(Money.parse("USD 1.00")).named("dollars");
        Award award = EarningPlan.of(rule).award(spending(1_000), Shop.CONTEXT);
        assertEquals(0, award.total());
        assertEquals(
                Reason.OTHER_CURRENCY, award.explanation().verdict("dollars").reason());
    }

    @Test
    void pointsPerUnitCountWholeUnitsOfGoodsAndServices() {
        EarningRule rule = EarningRule.earn(20).perUnit().onCategory("bottle");
        Visit visit = visit(
                Line.of("bottle", 3, yen(100)),
                line("can", 100),
                Line.of("bottle", 2, yen(0)).withKind(LineKind.SERVICE),
                line("bottle", 100).withKind(LineKind.FEE));
        assertEquals(100, points(rule, visit));
        EarningPlan half =
                EarningPlan.of(EarningRule.earn(1).perUnit(), EarningRule.multiply("half more", Ratio.of(3, 2)));
        assertEquals(9, half.award(visit, Shop.CONTEXT).total(), "3 + 1 + 2, times 1.5");
        EarningPlan perUnit = EarningPlan.of(
                EarningRule.earn(1).perUnit().rounded(new Rounding(RoundingMode.CEILING, Rounding.Scope.UNIT)),
                EarningRule.multiply("half more", Ratio.of(3, 2)));
        assertEquals(12, perUnit.award(visit, Shop.CONTEXT).total(), "each of 6 rounded up");
        EarningPlan perLine = EarningPlan.of(
                EarningRule.earn(1).perUnit().rounded(new Rounding(RoundingMode.CEILING, Rounding.Scope.LINE)),
                EarningRule.multiply("half more", Ratio.of(3, 2)));
        assertEquals(10, perLine.award(visit, Shop.CONTEXT).total(), "4.5, 1.5 and 3 rounded up");
    }

    @Test
    void wideProductsAreExact() {
        long trillion = 1_000_000_000_000_000L;
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1_000_003).per(yen(1_000_003)).named("r"),
                EarningRule.multiply("m", Ratio.of(1_000_001, 1_000_000)));
        assertEquals(
                trillion + trillion / 1_000_000,
                plan.award(spending(trillion), Shop.CONTEXT).total());
    }

    @Test
    void overflowIsReportedByName() {
        Visit visit = spending(Long.MAX_VALUE);
        ArithmeticException points = assertThrows(
                ArithmeticException.class, () -> points(EarningRule.earn(2).per(yen(1)), visit));
        assertEquals("points overflow: 18446744073709551614", points.getMessage());
        EarningPlan two = EarningPlan.of(
                EarningRule.earn(1).per(yen(1)).named("a"),
                EarningRule.earn(1).per(yen(1)).named("b"));
        assertEquals(
                "points overflow: 9223372036854775807 + 9223372036854775807",
                assertThrows(ArithmeticException.class, () -> two.award(visit, Shop.CONTEXT))
                        .getMessage());
        Visit taxed = visit(line(Long.MAX_VALUE).withTax(TEN, TaxBasis.INCLUDED));
        assertEquals(
                "amount overflow: 9223372036854775807 * 10",
                assertThrows(ArithmeticException.class, () -> points(Shop.base(), taxed))
                        .getMessage());
    }
}
