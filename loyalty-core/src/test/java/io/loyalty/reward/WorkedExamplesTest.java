package io.loyalty.reward;

import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.TOKYO;
import static io.loyalty.reward.Till.at;
import static io.loyalty.reward.Till.back;
import static io.loyalty.reward.Till.day;
import static io.loyalty.reward.Till.key;
import static io.loyalty.reward.Till.ledger;
import static io.loyalty.reward.Till.line;
import static io.loyalty.reward.Till.obstacle;
import static io.loyalty.reward.Till.visit;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Reason;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Return;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of the domain guide that concern rewards, payment and returns, by their numbers there. */
class WorkedExamplesTest {

    private static final Catalogue MUGS =
            Catalogue.of(Reward.of("mug", Price.points(10)).whileStockLasts());

    private static final Wish EIGHT_MUGS = Wish.of("mug", Price.points(10)).times(8);

    /** A: 30 valid to 31 March; B: 70 that live on. */
    private static PointsLedger thirtyAndSeventy() {
        return PointsLedger.open(LedgerPolicy.in(TOKYO))
                .accrue(Command.of("A", day("2026-01-01")), Grant.of(30, Term.until(LocalDate.of(2026, 3, 31))))
                .orElseThrow()
                .ledger()
                .accrue(Command.of("B", day("2026-02-01")), Grant.of(70, Term.until(LocalDate.of(2026, 12, 31))))
                .orElseThrow()
                .ledger();
    }

    private static RewardContext context(PointsLedger ledger, Instant at) {
        return Till.POOR.with(ledger.asOf(at)).with(Stock.of("mug", 20));
    }

    private static PointsLedger applied(Outcome<Posting> outcome) {
        assertInstanceOf(Outcome.Applied.class, outcome);
        return outcome.orElseThrow().ledger();
    }

    @Test
    void example7PointsThatDiedAreMissingThoughNobodySwept() {
        PointsLedger ledger = thirtyAndSeventy();
        Instant at = day("2026-04-02");

        Decision<Redemption> decision = MUGS.redeem(Command.of("o-1", at), EIGHT_MUGS, context(ledger, at));

        assertEquals(
                List.of(obstacle(
                        Reason.INSUFFICIENT_POINTS, Map.of("requested", 80L, "available", 70L, "missing", 10L))),
                decision.obstacles());
        assertEquals(7, MUGS.quote("mug", 8, context(ledger, at), at).most());
        Instant before = at("2026-03-31T23:59");
        assertTrue(MUGS.quote("mug", 8, context(ledger, before), before).isPossible());
    }

    @Test
    void example10AHoldIsCapturedInPartAndResolvesOnce() {
        PointsLedger ledger = ledger(100);
        RewardContext context = context(ledger, NOON);
        Redemption hold =
                MUGS.hold(key("h"), EIGHT_MUGS, day("2026-04-08"), context).orElseThrow();
        ledger = applied(hold.applyTo(ledger));
        assertEquals(20, ledger.asOf(NOON).available());
        assertEquals(12, hold.stock().available(NOON));

        context = context.with(hold.uses()).with(hold.stock());
        Redemption capture = MUGS.capture(key("c"), "h", 5, context).orElseThrow();
        ledger = applied(capture.applyTo(ledger));

        assertEquals(50, ledger.balance(NOON));
        assertEquals(50, ledger.asOf(NOON).available(), "30 go back");
        assertEquals(15, capture.stock().available(NOON), "and 3 mugs");
        assertEquals(15, capture.stock().onHand());
        context = context.with(capture.uses()).with(capture.stock());
        assertEquals(
                List.of(obstacle(Reason.HOLD_CAPTURED, Map.of("captured", 5L))),
                MUGS.capture(key("c-2"), "h", 1, context).obstacles());
        assertEquals(
                List.of(obstacle(Reason.HOLD_CAPTURED, Map.of("captured", 5L))),
                MUGS.release(key("x"), "h", context).obstacles());
    }

    @Test
    void example11ACancelledRewardGivesBackLotsStockAndUse() {
        PointsLedger before = thirtyAndSeventy();
        Instant at = day("2026-03-15");
        RewardContext context = context(before, at);
        Redemption redeemed =
                MUGS.redeem(Command.of("o-1", at), EIGHT_MUGS, context).orElseThrow();
        PointsLedger ledger = applied(redeemed.applyTo(before));
        assertEquals(20, ledger.balance(at));
        assertEquals(12, redeemed.stock().onHand());

        Redemption cancelled = MUGS.cancel(
                        Command.of("x-1", day("2026-03-20")),
                        "o-1",
                        8,
                        context.with(redeemed.uses()).with(redeemed.stock()))
                .orElseThrow();
        PointsLedger restored = applied(cancelled.applyTo(ledger));

        Instant then = day("2026-03-20");
        assertEquals(before.asOf(then).lots(), restored.asOf(then).lots());
        assertEquals(Stock.of("mug", 20), cancelled.stock());
        assertEquals(0, cancelled.uses().find("o-1").orElseThrow().counted(then));
    }

    @Test
    void example13InThreePartsThePaymentGoesBackAsItCame() {
        Visit visit = visit(line(1_990))
                .withTender(Tender.points(199, yen(199)))
                .withTender(Tender.of(TenderKind.CARD, yen(1_791)));
        List<Return> returns = new ArrayList<>();
        List<Long> points = new ArrayList<>();
        List<Long> money = new ArrayList<>();
        for (long amount : new long[] {660, 660, 670}) {
            Return back = back(visit, "b-" + returns.size(), 0, amount);
            Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, returns, back);
            returns.add(back);
            points.add(refund.points());
            money.add(refund.money().minorUnits());
        }
        assertEquals(List.of(66L, 66L, 67L), points);
        assertEquals(List.of(594L, 594L, 603L), money);
    }

    @Test
    void example14ThreeWaysToReturnWhatWasPaidPartlyWithPoints() {
        Visit visit = visit(line(6_000), line(4_000))
                .withTender(Tender.points(1_000, yen(1_000)))
                .withTender(Tender.of(TenderKind.CASH, yen(9_000)));
        Return back = back(visit, "b", 1, 4_000);

        assertRefund(400, 3_600, ReturnPolicy.PROPORTIONAL.refund(visit, List.of(), back));
        assertRefund(0, 4_000, ReturnPolicy.CASH_FIRST.refund(visit, List.of(), back));
        assertRefund(1_000, 3_000, ReturnPolicy.POINTS_FIRST.refund(visit, List.of(), back));

        List<Return> first = List.of(back);
        Return rest = Return.rest(ActivityId.of("b-2"), back.at(), visit, first);
        assertRefund(600, 5_400, ReturnPolicy.PROPORTIONAL.refund(visit, first, rest));
        assertRefund(1_000, 5_000, ReturnPolicy.CASH_FIRST.refund(visit, first, rest));
        assertRefund(0, 6_000, ReturnPolicy.POINTS_FIRST.refund(visit, first, rest));
    }

    private static void assertRefund(long points, long money, Refund refund) {
        assertEquals(points, refund.points());
        assertEquals(yen(money), refund.money());
    }

    /** Payment, earning, return, restoration and clawback of one bill, each by its own room. */
    @Test
    void aBillPaidPartlyWithPointsEarnsAndComesBackAsOnePiece() {
        PointsLedger ledger = ledger(1_000);
        PointsPayment payment = RedemptionPolicy.of(1, yen(1))
                .pay(yen(10_000), 1_000, ledger.asOf(NOON).available())
                .orElseThrow();
        Visit visit = visit(line(6_000), line(4_000))
                .withTender(payment.tender())
                .withTender(Tender.of(TenderKind.CASH, payment.moneyDue()));
        ledger = applied(payment.redeem("r-1").applyTo(ledger, key("pay")));
        Award award = EarningPlan.of(EarningRule.earn(1).perFull(yen(100)))
                .award(visit, EarningContext.of(Customer.of(Till.ID), Till.MIDNIGHT));
        assertEquals(90, award.total());
        ledger = applied(ledger.accrue(key("earn"), award.grants().get(0)));

        Return back = back(visit, "b", 1, 4_000);
        Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, List.of(), back);
        Award left = award.remainingAfter(List.of(back), refund.left().pointsValue());
        assertEquals(54, left.total(), "5,400 in money");
        long owed = award.clawback(left).get(0).points();
        int lot = ((Entry.Accrual) ledger.entry("earn").orElseThrow()).lot();
        ledger = applied(ledger.clawBack(key("claw"), List.of(new Allocation(lot, owed))));
        ledger = applied(refund.restore("pay").orElseThrow().applyTo(ledger, key("back")));

        assertEquals(400 + 54, ledger.balance(NOON));
        assertEquals(yen(3_600), refund.money());
    }
}
