package io.loyalty.reward;

import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.back;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.line;
import static io.loyalty.reward.Till.visit;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnPolicyTest {

    private static Tender cash(long amount) {
        return Tender.of(TenderKind.CASH, yen(amount));
    }

    private static Tender points(long points, long amount) {
        return Tender.points(points, yen(amount));
    }

    /** Points and money of each refund, one return after the other. */
    private static List<String> refunds(ReturnPolicy policy, Visit visit, Return... returns) {
        List<String> refunds = new ArrayList<>();
        List<Return> earlier = new ArrayList<>();
        for (Return back : returns) {
            Refund refund = policy.refund(visit, earlier, back);
            refunds.add(refund.points() + " + " + refund.money().minorUnits());
            earlier.add(back);
        }
        return refunds;
    }

    @ParameterizedTest
    @EnumSource
    void aBillPaidInMoneyComesBackInMoney(ReturnPolicy policy) {
        Visit visit = visit(line(600), line(400)).withTender(cash(1_000));
        Refund refund = policy.refund(visit, List.of(), back(visit, "b", 1, 400));
        assertEquals(new Paid(0, yen(0), yen(400), List.of(yen(400))), refund.due());
        assertEquals(new Paid(0, yen(0), yen(600), List.of(yen(600))), refund.left());
        assertEquals(Optional.empty(), refund.restore("pay"));
        assertEquals(refund, copied(refund));
    }

    @ParameterizedTest
    @EnumSource
    void aBillPaidInPointsComesBackInPoints(ReturnPolicy policy) {
        Visit visit = visit(line(600), line(400)).withTender(points(2_000, 1_000));
        Refund refund = policy.refund(visit, List.of(), back(visit, "b", 1, 400));
        assertEquals(new Paid(800, yen(400), yen(0), List.of(yen(0))), refund.due());
        assertEquals(Optional.of(new PointsMove.Restore("pay", 800)), refund.restore("pay"));
        assertEquals(yen(400), refund.due().total());
    }

    @ParameterizedTest
    @EnumSource
    void aBillPaidInAnUnknownWayComesBackInMoneyWithTax(ReturnPolicy policy) {
        Visit visit = visit(
                line(1_000).withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED),
                line(1_100).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED));
        assertEquals(
                List.of("0 + 1080", "0 + 1100"),
                refunds(policy, visit, back(visit, "b", 0, 1_000), back(visit, "b-2", 1, 1_100)));
        assertEquals(List.of(), policy.stillPaid(visit, List.of()).byTender());
    }

    @Test
    void pointsFirstAndCashFirstGoOnWhereTheyLeftOff() {
        Visit visit = visit(line(500), line(300), line(200))
                .withTender(points(600, 600))
                .withTender(cash(400));
        Return[] returns = {
            back(visit, "b-1", 0, 500), back(visit, "b-2", 1, 300), back(visit, "b-3", 2, 200),
        };
        assertEquals(List.of("500 + 0", "100 + 200", "0 + 200"), refunds(ReturnPolicy.POINTS_FIRST, visit, returns));
        assertEquals(List.of("100 + 400", "300 + 0", "200 + 0"), refunds(ReturnPolicy.CASH_FIRST, visit, returns));
        assertEquals(List.of("300 + 200", "180 + 120", "120 + 80"), refunds(ReturnPolicy.PROPORTIONAL, visit, returns));
    }

    @Test
    void aLineGivesBackTheSameWhateverCameBackBefore() {
        Visit visit = visit(line(333), line(333), line(334))
                .withTender(points(100, 100))
                .withTender(cash(900));
        List<Return> all = List.of(back(visit, "b-1", 0, 333), back(visit, "b-2", 1, 333), back(visit, "b-3", 2, 334));
        List<String> alone = List.of("34 + 299", "33 + 300", "33 + 301");
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                List<Return> before = i == j ? List.of() : List.of(all.get(j));
                Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, before, all.get(i));
                assertEquals(
                        alone.get(i), refund.points() + " + " + refund.money().minorUnits());
            }
        }
    }

    @Test
    void theOddMinorUnitGoesBackWithTheFirstPart() {
        Visit visit = visit(Line.of("", 3, yen(333)).withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED))
                .withTender(cash(1_079));
        Return[] returns = new Return[3];
        for (int unit = 0; unit < 3; unit++) {
            returns[unit] = new Return(
                    ActivityId.of("b-" + unit),
                    Till.ID,
                    visit.at(),
                    visit.id(),
                    List.of(ReturnedLine.ofUnits(visit, 0, unit, 1)));
        }
        assertEquals(List.of("0 + 360", "0 + 360", "0 + 359"), refunds(ReturnPolicy.PROPORTIONAL, visit, returns));
    }

    @Test
    void aFractionOfAPointWaitsUntilItIsWhole() {
        Visit visit = visit(line(1_000)).withTender(points(2, 1_000));
        assertEquals(
                List.of("0 + 0", "1 + 0", "0 + 0", "1 + 0"),
                refunds(
                        ReturnPolicy.PROPORTIONAL,
                        visit,
                        back(visit, "b-1", 0, 499),
                        back(visit, "b-2", 0, 1),
                        back(visit, "b-3", 0, 499),
                        back(visit, "b-4", 0, 1)));
        Paid paid = ReturnPolicy.PROPORTIONAL.stillPaid(visit, List.of(back(visit, "b", 0, 1)));
        assertEquals(new Paid(2, yen(999), yen(0), List.of(yen(0))), paid);
    }

    @Test
    void whatTheShopRoundedOffTheBillIsSplitOverTheLines() {
        Visit visit = visit(line(333), line(333), line(334))
                .withTender(points(10, 10))
                .withTender(cash(989));
        assertEquals(
                List.of("4 + 329", "3 + 330", "3 + 330"),
                refunds(
                        ReturnPolicy.PROPORTIONAL,
                        visit,
                        back(visit, "b-1", 0, 333),
                        back(visit, "b-2", 1, 333),
                        back(visit, "b-3", 2, 334)));
        Visit tipped = visit(line(500), line(0), line(500)).withTender(cash(1_101));
        assertEquals(
                List.of("0 + 551", "0 + 550"),
                refunds(ReturnPolicy.CASH_FIRST, tipped, back(tipped, "b", 0, 500), back(tipped, "b-2", 2, 500)));
    }

    @Test
    void moneyGoesBackToTheTendersInTheOrderOfTheReceipt() {
        Visit visit = visit(line(1_000))
                .withTender(Tender.of(TenderKind.GIFT_CARD, yen(300)))
                .withTender(points(100, 100))
                .withTender(Tender.of(TenderKind.CARD, yen(500)))
                .withTender(points(100, 100));
        Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, List.of(), back(visit, "b", 0, 500));
        assertEquals(new Paid(100, yen(100), yen(400), List.of(yen(300), yen(0), yen(100), yen(0))), refund.due());
        assertEquals(new Paid(100, yen(100), yen(400), List.of(yen(0), yen(0), yen(400), yen(0))), refund.left());
        assertFalse(refund.left().isNothing());
    }

    @ParameterizedTest
    @EnumSource
    void pointsThatStoodForNoMoneyComeBackWithTheGoods(ReturnPolicy policy) {
        Visit visit = visit(line(600), line(400)).withTender(points(10, 0)).withTender(cash(1_000));
        assertEquals(
                List.of("4 + 400", "6 + 600"),
                refunds(policy, visit, back(visit, "b", 1, 400), back(visit, "b-2", 0, 600)));
        Visit nothing = visit(line(600), line(400)).withTender(points(10, 0));
        assertEquals(
                List.of("4 + 0", "6 + 0"),
                refunds(policy, nothing, back(nothing, "b", 1, 400), back(nothing, "b-2", 0, 600)));
    }

    @ParameterizedTest
    @EnumSource
    void aVisitWithoutAmountComesBackAsAWhole(ReturnPolicy policy) {
        Visit visit = visit(line(0)).withTender(points(5, 100)).withTender(cash(50));
        Return back = Return.whole(ActivityId.of("b"), visit.at(), visit);
        assertEquals(new Paid(5, yen(100), yen(50), List.of(yen(0), yen(50))), policy.stillPaid(visit, List.of()));
        Refund refund = policy.refund(visit, List.of(), back);
        assertEquals(new Paid(5, yen(100), yen(50), List.of(yen(0), yen(50))), refund.due());
        assertTrue(refund.left().isNothing());
        Visit empty = visit();
        assertTrue(policy.stillPaid(empty, List.of()).isNothing());
        Visit noTender = visit().withTender(points(3, 0));
        assertEquals(
                3,
                policy.refund(noTender, List.of(), Return.whole(ActivityId.of("b"), visit.at(), noTender))
                        .points());
    }

    @ParameterizedTest
    @EnumSource
    void theWholeRangeIsExact(ReturnPolicy policy) {
        long max = Long.MAX_VALUE;
        Visit visit = visit(line(max)).withTender(points(max, max - 1)).withTender(cash(1));
        Return first = back(visit, "b", 0, max - 1);
        Paid left = policy.stillPaid(visit, List.of(first));
        assertEquals(yen(1), left.total());
        Refund all = policy.refund(visit, List.of(), back(visit, "b", 0, max));
        assertEquals(max, all.points());
        assertEquals(yen(1), all.money());
        Visit taxed = visit(line(max).withTax(Ratio.ofPercent(8), TaxBasis.EXCLUDED));
        assertThrows(ArithmeticException.class, () -> policy.stillPaid(taxed, List.of()));
    }

    @Test
    void currenciesOfThreeDecimals() {
        Visit visit = Visit.of(
                        ActivityId.of("r"),
                        Till.ID,
                        Till.NOON,
                        Place.store("manama"),
                        Currency.getInstance("BHD"),
                        Line.of("", Money.parse("BHD 1.005")),
                        Line.of("", Money.parse("BHD 0.995")))
                .withTender(Tender.points(150, Money.parse("BHD 0.500")))
                .withTender(Tender.of(TenderKind.CARD, Money.parse("BHD 1.500")));
        Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, List.of(), back(visit, "b", 1, 995));
        assertEquals(Money.parse("BHD 0.747"), refund.money());
        assertEquals(Money.parse("BHD 0.248"), refund.due().pointsValue());
        assertEquals(74, refund.points(), "74.4");
    }

    @Test
    void returnsThatDoNotFitAreRefused() {
        Visit visit = visit(line(600)).withTender(cash(600));
        assertRefused(
                "returns[0] must fit its visit: MORE_THAN_LEFT",
                () -> ReturnPolicy.PROPORTIONAL.refund(visit, List.of(), back(visit, "b", 0, 601)));
        assertRefused(
                "returns[1] must fit its visit: MORE_THAN_LEFT",
                () -> ReturnPolicy.PROPORTIONAL.refund(
                        visit, List.of(back(visit, "b", 0, 600)), back(visit, "b-2", 0, 1)));
    }

    @Test
    void sumsThatDoNotAddUpAreRefused() {
        assertRefused("points must be at least 0: -1", () -> new Paid(-1, yen(0), yen(0), List.of()));
        assertRefused(
                "pointsValue and money must be at least 0: JPY -1 and JPY 0",
                () -> new Paid(1, yen(-1), yen(0), List.of()));
        assertRefused(
                "pointsValue and money must be at least 0: JPY 0 and JPY -1",
                () -> new Paid(1, yen(0), yen(-1), List.of()));
        assertRefused(
                "byTender[1] must be at least 0: JPY -1", () -> new Paid(0, yen(0), yen(0), List.of(yen(1), yen(-1))));
        assertRefused("byTender must sum up to JPY 2: JPY 1", () -> new Paid(0, yen(0), yen(2), List.of(yen(1))));
    }
}
