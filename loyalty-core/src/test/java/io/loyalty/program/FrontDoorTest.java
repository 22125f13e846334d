package io.loyalty.program;

import static io.loyalty.program.FrontDesk.ANN;
import static io.loyalty.program.FrontDesk.BASE;
import static io.loyalty.program.FrontDesk.BEN;
import static io.loyalty.program.FrontDesk.JPY;
import static io.loyalty.program.FrontDesk.PROGRAM;
import static io.loyalty.program.FrontDesk.TOKYO;
import static io.loyalty.program.FrontDesk.back;
import static io.loyalty.program.FrontDesk.day;
import static io.loyalty.program.FrontDesk.given;
import static io.loyalty.program.FrontDesk.joined;
import static io.loyalty.program.FrontDesk.refusal;
import static io.loyalty.program.FrontDesk.visit;
import static io.loyalty.program.FrontDesk.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.earning.EarningRule;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.Refund;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.tier.TierFact;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs of a program, where several rooms must agree. */
class FrontDoorTest {

    // ---- bills paid with points, and returns --------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"PROPORTIONAL, 400, 3600", "CASH_FIRST, 0, 4000", "POINTS_FIRST, 1000, 3000"})
    void example14SplitsARefundAndRestoresItsPoints(ReturnPolicy policy, long points, long money) {
        Program program = PROGRAM.returns(policy);
        Membership member = given(program, ANN, 1_000);
        Tender tender =
                program.pay(member, yen(10_000), 1_000, day(2, 1)).orElseThrow().tender();
        Visit visit = visit(ANN, "v", day(2, 1), 6_000, 4_000)
                .withTender(tender)
                .withTender(Tender.of(TenderKind.CASH, yen(9_000)));
        Step paid = program.record(member, visit).orElseThrow();
        assertInstanceOf(Entry.Redemption.class, paid.entries().get(0));
        assertEquals(90, paid.explanation().total());
        assertEquals(90, paid.membership().ledger().balance(day(2, 1)));

        Step step = program.record(paid.membership(), back(ANN, "r", day(2, 3), "v", 1, 4_000))
                .orElseThrow();
        Refund refund = step.refund().orElseThrow();
        assertEquals(points, refund.points());
        assertEquals(yen(money), refund.money());
        long earned = (6_000 - (1_000 - points)) / 100;
        assertEquals(points + earned, step.membership().ledger().balance(day(2, 3)));

        Step rest = program.record(step.membership(), back(ANN, "r2", day(2, 4), "v", 0, 6_000))
                .orElseThrow();
        assertEquals(1_000, points + rest.refund().orElseThrow().points());
        assertEquals(yen(9_000 - money), rest.refund().orElseThrow().money());
        assertEquals(1_000, rest.membership().ledger().balance(day(2, 4)));
        assertEquals(
                step.refund(),
                program.record(rest.membership(), back(ANN, "r", day(2, 3), "v", 1, 4_000))
                        .orElseThrow()
                        .refund());
    }

    @Test
    void aBillCannotBePaidWithPointsThatAreNotThere() {
        Membership member = given(PROGRAM, ANN, 10);
        Visit visit = visit(ANN, "v", day(2, 1), 500)
                .withTender(Tender.points(11, yen(11)))
                .withTender(Tender.of(TenderKind.CASH, yen(489)));
        assertEquals(
                Rejection.of(Reason.INSUFFICIENT_POINTS).reason(),
                refusal(PROGRAM.record(member, visit)).reason());
        assertEquals(10, PROGRAM.quotePayment(member, yen(500), day(2, 1)).most());
        IllegalStateException none = assertThrows(
                IllegalStateException.class, () -> Program.in(TOKYO, JPY).quotePayment(member, yen(500), day(2, 1)));
        assertEquals("points do not pay bills in this program", none.getMessage());
    }

    @Test
    void whatIsWorthMoreThanALongHoldsIsRefused() {
        Program lavish =
                PROGRAM.earning(EarningRule.earn(1_000_000).perFull(yen(1)).named("lavish"));
        Membership member = joined(lavish, ANN);
        assertEquals(
                Rejection.of(Reason.OVERFLOW),
                refusal(lavish.record(member, visit(ANN, "v", day(2, 1), Long.MAX_VALUE / 1_000))));
    }

    @Test
    void aReturnTakesTheTierBasisBackToTheLastYen() {
        Membership member = PROGRAM.record(joined(PROGRAM, ANN), visit(ANN, "v", day(2, 1), 60_000, 40_000))
                .orElseThrow()
                .membership();
        assertEquals("Silver", member.statusAt(day(2, 1)).tier().tier().name());
        Membership less = PROGRAM.record(member, back(ANN, "r", day(2, 2), "v", 1, 1))
                .orElseThrow()
                .membership();
        assertEquals(
                99_999,
                less.tiers().facts().stream().mapToLong(TierFact::netMinor).sum());
    }

    @Test
    void cancelledAndCompletedAgainEarnsAgain() {
        Membership member = joined(PROGRAM, ANN);
        member = PROGRAM.record(member, visit(ANN, "v1", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, back(ANN, "c1", day(2, 1), "v1", 0, 1_000))
                .orElseThrow()
                .membership();
        assertEquals(0, member.ledger().balance(day(2, 1)));
        member = PROGRAM.record(member, visit(ANN, "v2", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(10, member.ledger().balance(day(2, 1)));
        assertEquals(1, member.history().visits());
    }

    @Test
    void factsWhoseIdsDifferInASlashDoNotMeetInOneKey() {
        Program program = PROGRAM.earning(BASE.named("b/base"), BASE.named("base"));
        Membership member = joined(program, ANN);
        member = program.record(member, visit(ANN, "a", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        member = program.record(member, visit(ANN, "a/b", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(40, member.ledger().balance(day(2, 1)));
    }

    // ---- rewards ------------------------------------------------------------------------------------------------

    private static final Wish COFFEES = Wish.of("coffee", Price.points(50)).times(2);
    private static final Program CAFE =
            PROGRAM.rewards(Catalogue.of(Reward.of("coffee", Price.points(50)).whileStockLasts()));

    @Test
    void aRewardIsRedeemedWithStockAndUses() {
        Membership member = given(CAFE, ANN, 120);
        Stock stock = Stock.of("coffee", 3);
        assertTrue(CAFE.quote(member, "coffee", 2, stock, day(2, 1)).isPossible());
        RewardStep step =
                CAFE.redeem(member, Command.of("c", day(2, 1)), COFFEES, stock).orElseThrow();
        assertEquals(20, step.step().membership().ledger().balance(day(2, 1)));
        assertEquals(1, step.redemption().stock().available(day(2, 1)));
        Rejection missing = refusal(CAFE.redeem(
                step.step().membership(),
                Command.of("d", day(2, 2)),
                COFFEES,
                step.redemption().stock()));
        assertEquals(Reason.OUT_OF_STOCK, missing.reason());
        assertEquals(
                Reason.INSUFFICIENT_POINTS,
                refusal(CAFE.redeem(
                                step.step().membership(), Command.of("d", day(2, 2)), COFFEES, Stock.of("coffee", 9)))
                        .reason());
        RewardStep undone = CAFE.cancel(
                        step.step().membership(),
                        Command.of("u", day(2, 3)),
                        "c",
                        1,
                        step.redemption().stock())
                .orElseThrow();
        assertEquals(70, undone.step().membership().ledger().balance(day(2, 3)));
        assertEquals(2, undone.redemption().stock().available(day(2, 3)));
    }

    @Test
    void aHeldRewardIsCapturedOrReleased() {
        Membership member = given(CAFE, ANN, 120);
        RewardStep held = CAFE.hold(member, Command.of("h", day(2, 1)), COFFEES, day(2, 2), Stock.of("coffee", 3))
                .orElseThrow();
        assertEquals(20, held.step().membership().statusAt(day(2, 1)).points().available());
        RewardStep taken = CAFE.capture(
                        held.step().membership(),
                        Command.of("t", day(2, 1)),
                        "h",
                        1,
                        held.redemption().stock())
                .orElseThrow();
        assertEquals(70, taken.step().membership().ledger().balance(day(2, 1)));
        assertEquals(2, taken.redemption().stock().available(day(2, 1)));
        RewardStep released = CAFE.release(
                        held.step().membership(),
                        Command.of("t", day(2, 1)),
                        "h",
                        held.redemption().stock())
                .orElseThrow();
        assertEquals(120, released.step().membership().ledger().balance(day(2, 1)));
    }

    // ---- points -------------------------------------------------------------------------------------------------

    @Test
    void pointsAreHeldCapturedReleasedRestoredAndAdjusted() {
        Membership member = given(PROGRAM, ANN, 100);
        member = PROGRAM.hold(member, Command.of("h", day(2, 1)), 80, day(3, 1))
                .orElseThrow()
                .membership();
        member = PROGRAM.capture(member, Command.of("c", day(2, 2)), "h", 50)
                .orElseThrow()
                .membership();
        assertEquals(50, member.ledger().balance(day(2, 2)));
        assertEquals(
                Reason.HOLD_CAPTURED,
                refusal(PROGRAM.release(member, Command.of("x", day(2, 3)), "h"))
                        .reason());
        member = PROGRAM.restore(member, Command.of("u", day(2, 4)), "c", 20)
                .orElseThrow()
                .membership();
        member = PROGRAM.adjustDown(member, Command.of("a", day(2, 5)), 5, "typing error", "shop")
                .orElseThrow()
                .membership();
        assertEquals(65, member.ledger().balance(day(2, 5)));
        member = PROGRAM.post(member, ledger -> ledger.forfeit(Command.of("f", day(2, 6)), PointType.POINTS, "left"))
                .orElseThrow()
                .membership();
        assertEquals(0, member.ledger().balance(day(2, 6)));
    }

    // ---- two members --------------------------------------------------------------------------------------------

    @Test
    void pointsGoFromOneToTheOther() {
        TransferStep step = PROGRAM.transfer(
                        given(PROGRAM, ANN, 100), given(PROGRAM, BEN, 1), Command.of("t", day(2, 1)), 60)
                .orElseThrow();
        assertEquals(40, step.from().membership().ledger().balance(day(2, 1)));
        assertEquals(61, step.into().membership().ledger().balance(day(2, 1)));
    }

    @ParameterizedTest
    @CsvSource({"KEEP_ONE, 150", "KEEP_BOTH, 250"})
    void mergedMembershipsAreOneWithAllPointsTierAndPast(OneOffBonuses bonuses, long expected) {
        Program program = PROGRAM.earning(BASE, EarningRule.earn(100).onSignUp().named("welcome"));
        Membership ann = joined(program, ANN);
        ann = program.record(ann, new SignUp(ActivityId.of("s1"), ANN, day(1, 1), Place.store("ginza")))
                .orElseThrow()
                .membership();
        ann = program.record(ann, visit(ANN, "v1", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Membership ben = program.join(Customer.of(BEN), day(1, 2));
        ben = program.record(ben, new SignUp(ActivityId.of("s2"), BEN, day(1, 2), Place.store("ginza")))
                .orElseThrow()
                .membership();
        ben = program.record(ben, visit(BEN, "v2", day(2, 2), 4_000))
                .orElseThrow()
                .membership();
        TransferStep step =
                program.merge(ben, ann, Command.of("m", day(3, 1)), bonuses).orElseThrow();
        Membership one = step.into().membership();
        assertEquals(expected, one.ledger().balance(day(3, 1)));
        assertEquals(0, step.from().membership().ledger().balance(day(3, 1)));
        assertEquals(2, one.history().visits());
        assertEquals(
                95_000,
                one.statusAt(day(3, 1))
                        .progress()
                        .next()
                        .orElseThrow()
                        .criteria()
                        .get(0)
                        .remaining());
        assertInstanceOf(
                Outcome.Duplicate.class,
                program.merge(step.from().membership(), one, Command.of("m", day(3, 1)), bonuses));
    }

    // ---- days ---------------------------------------------------------------------------------------------------

    @Test
    void daysTurnWhereTheProgramSays() {
        Program program = PROGRAM.dayTurnsAt(LocalTime.of(5, 0));
        assertEquals(LocalTime.of(5, 0), program.tiers().day().cutOff());
        assertEquals(
                "Program[" + program.day() + ", JPY, 1 rules, 0 rewards, tiers [Bronze, Silver]]", program.toString());
    }
}
