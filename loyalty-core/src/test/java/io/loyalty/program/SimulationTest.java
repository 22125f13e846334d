package io.loyalty.program;

import static io.loyalty.program.Replays.HALF;
import static io.loyalty.program.Replays.JPY;
import static io.loyalty.program.Replays.TODAY;
import static io.loyalty.program.Replays.TUESDAYS;
import static io.loyalty.program.Replays.at;
import static io.loyalty.program.Replays.back;
import static io.loyalty.program.Replays.command;
import static io.loyalty.program.Replays.day;
import static io.loyalty.program.Replays.history;
import static io.loyalty.program.Replays.month;
import static io.loyalty.program.Replays.two;
import static io.loyalty.program.Replays.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Customer;
import io.loyalty.money.Money;
import io.loyalty.points.Reason;
import io.loyalty.program.GainsAndLosses.Band;
import io.loyalty.program.MemberDifference.FactDifference;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {

    // ---- by hand ------------------------------------------------------------------------------------------------

    @Test
    void twoMembersMonthByMonth() {
        SimulationResult result = Simulation.of(TODAY, TUESDAYS, day(4, 15)).run(two());
        assertEquals(
                List.of(
                        month(1, new PointsFigures(100, 0, 0, 0, 100, 0), 0, 1),
                        month(2, new PointsFigures(75, 80, 0, 0, 95, 0), 1, 1),
                        month(3, new PointsFigures(0, 0, 0, 25, 70, 0), 1, 1),
                        month(4, new PointsFigures(0, 0, 20, 0, 50, 0), 1, 1)),
                result.baseline().months());
        assertEquals(
                new PointsFigures(175, 80, 20, 25, 50, 0), result.baseline().points());
        assertEquals(
                List.of(
                        month(1, new PointsFigures(200, 0, 0, 0, 200, 0), 0, 1),
                        month(2, new PointsFigures(100, 80, 0, 0, 220, 0), 1, 1),
                        month(3, new PointsFigures(0, 0, 0, 50, 170, 0), 1, 1),
                        month(4, new PointsFigures(0, 0, 120, 0, 50, 0), 1, 1)),
                result.variant().months());
        assertEquals(
                new PointsFigures(300, 80, 120, 50, 50, 0), result.variant().points());
        assertEquals(Map.of("base", 175L), result.baseline().issuedByRule());
        assertEquals(Map.of("base", 175L, "tuesday", 125L), result.variant().issuedByRule());
        assertEquals(
                List.of("Bronze", "Silver"),
                List.copyOf(result.baseline().months().get(0).membersByTier().keySet()));
        assertEquals(2, result.baseline().months().get(1).members());
        // What is given in addition dies unused or is taken back.
        assertEquals(new GainsAndLosses(2, List.of()), result.gainsAndLosses());
        assertEquals(List.of(), result.top());
    }

    @Test
    void theTopDifferenceIsExplained() {
        SimulationResult result = Simulation.of(TODAY, TUESDAYS, day(3, 2)).run(two());
        assertEquals(
                new GainsAndLosses(0, List.of(new Band(10, 99, 1, 25), new Band(100, 999, 1, 100))),
                result.gainsAndLosses());
        assertEquals(2, result.gainsAndLosses().gaining());
        assertEquals(125, result.gainsAndLosses().gained());
        assertEquals(0, result.gainsAndLosses().losing());
        assertEquals(0, result.gainsAndLosses().lost());
        assertEquals(
                List.of("m1", "m2"),
                result.top().stream().map(one -> one.customer().value()).toList());
        MemberDifference first = result.top().get(0);
        assertEquals(100, first.gain());
        assertEquals(new PointsFigures(100, 80, 0, 0, 20, 0), first.baseline());
        assertEquals(new PointsFigures(200, 80, 0, 0, 120, 0), first.variant());
        assertEquals("Silver", first.baselineTier());
        assertEquals("Silver", first.variantTier());
        assertEquals(1, first.facts().size());
        FactDifference feast = first.facts().get(0);
        assertEquals("feast", feast.fact().value());
        assertEquals(100, feast.points());
        assertEquals(100, feast.variant().verdict("tuesday").points());
        assertEquals(100, feast.baseline().total());
    }

    @Test
    void losersAreTheMirrorOfGainers() {
        SimulationResult result = Simulation.of(TUESDAYS, TODAY, day(3, 2)).run(two());
        assertEquals(
                List.of(new Band(-999, -100, 1, -100), new Band(-99, -10, 1, -25)),
                result.gainsAndLosses().bands());
        assertEquals(125, result.gainsAndLosses().lost());
        assertEquals(2, result.gainsAndLosses().losing());
        assertEquals(0, result.gainsAndLosses().gaining());
        assertEquals(-100, result.top().get(0).gain());
    }

    @Test
    void costIsPointsAtAValue() {
        PointsFigures points = new PointsFigures(0, 81, 0, 0, 30, 10);
        PointsCost cost = points.cost(2, Money.parse("JPY 1"));
        assertEquals(new PointsCost(Money.parse("JPY 40"), Money.parse("JPY 15")), cost);
        assertEquals(Money.parse("JPY 55"), cost.atMost());
        assertEquals(101, points.kept());
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> points.cost(0, Money.parse("JPY 1")));
        assertEquals("points must be at least 1: 0", none.getMessage());
    }

    // ---- redemptions under other rules --------------------------------------------------------------------------

    @Test
    void aVisitPaidWithPointsThatAreNotThereIsPaidOtherwise() {
        Visit paid = visit("m1", "cake", at(1, 10), 1_000)
                .withTender(Tender.points(80, Money.ofMinor(JPY, 80)))
                .withTender(Tender.of(TenderKind.CASH, Money.ofMinor(JPY, 920)));
        MemberHistory history = history("m1", visit("m1", "feast", at(1, 6), 10_000), paid);
        SimulationResult result = Simulation.of(TODAY, HALF, day(1, 31)).run(List.of(history));
        assertEquals(new PointsFigures(109, 80, 0, 0, 29, 0), result.baseline().points());
        assertEquals(Map.of(), result.baseline().refusedRedemptions());
        assertEquals(new PointsFigures(55, 0, 0, 0, 55, 0), result.variant().points());
        assertEquals(Map.of(Reason.INSUFFICIENT_POINTS, 1L), result.variant().refusedRedemptions());
        assertEquals(80, result.variant().pointsNotRedeemed());
        assertEquals(Map.of(), result.variant().refusedFacts());
        assertEquals(-54, result.top().get(0).gain());
    }

    @Test
    void whatComesBackOfSuchAVisitIsMoneyAlone() {
        Visit paid = visit("m1", "cake", at(1, 10), 1_000)
                .withTender(Tender.points(80, Money.ofMinor(JPY, 80)))
                .withTender(Tender.of(TenderKind.CASH, Money.ofMinor(JPY, 920)));
        MemberHistory history =
                history("m1", visit("m1", "feast", at(1, 6), 10_000), paid, back(paid, at(2, 1), 1_000));
        SimulationResult result = Simulation.of(TODAY, HALF, day(2, 28)).run(List.of(history));
        assertEquals(
                List.of(
                        month(1, new PointsFigures(109, 80, 0, 0, 29, 0), 0, 1),
                        month(2, new PointsFigures(0, -80, 0, 9, 100, 0), 0, 1)),
                result.baseline().months());
        assertEquals(
                List.of(
                        month(1, new PointsFigures(55, 0, 0, 0, 55, 0), 0, 1),
                        month(2, new PointsFigures(0, 0, 0, 5, 50, 0), 0, 1)),
                result.variant().months());
    }

    @Test
    void redemptionsAreWholeOrNot() {
        MemberHistory history = history("m1", visit("m1", "feast", at(1, 6), 10_000))
                .withRedemption("gift", at(1, 7), 60)
                .withRedemption("trifle", at(1, 8), 40);
        ProgramFigures half =
                Simulation.of(TODAY, HALF, day(1, 31)).run(List.of(history)).variant();
        assertEquals(40, half.points().redeemed());
        assertEquals(60, half.pointsNotRedeemed());
        assertEquals(Map.of(Reason.INSUFFICIENT_POINTS, 1L), half.refusedRedemptions());
    }

    @Test
    void rewardsCostWhatTheProgramSays() {
        Program fifty = TODAY.rewards(Catalogue.of(Reward.of("coffee", Price.points(50))));
        Program sixty = TODAY.rewards(Catalogue.of(Reward.of("coffee", Price.points(60))));
        MemberHistory history = history("m1", visit("m1", "feast", at(1, 6), 5_500))
                .with(new MemberHistory.Rewarded(command("cup", at(1, 7)), "coffee", 1))
                .with(new MemberHistory.Rewarded(command("bun", at(1, 7)), "bun", 1));
        SimulationResult result = Simulation.of(fifty, sixty, day(1, 31)).run(List.of(history));
        assertEquals(50, result.baseline().points().redeemed());
        assertEquals(Map.of(Reason.UNKNOWN_REWARD, 1L), result.baseline().refusedRedemptions());
        assertEquals(0, result.variant().points().redeemed());
        assertEquals(
                Map.of(Reason.UNKNOWN_REWARD, 1L, Reason.INSUFFICIENT_POINTS, 1L),
                result.variant().refusedRedemptions());
        assertEquals(0, result.variant().pointsNotRedeemed());
    }

    @Test
    void debtIsOwedUntilItIsRepaid() {
        Visit feast = visit("m1", "feast", at(1, 6), 10_000);
        MemberHistory history = new MemberHistory(
                        Customer.of(feast.customer()),
                        feast.at(),
                        history("m1", feast).deeds())
                .withRedemption("gift", at(1, 7), 100)
                .with(new MemberHistory.Fact(back(feast, at(2, 1), 10_000), at(2, 1)))
                .with(new MemberHistory.Fact(visit("m1", "more", at(3, 1), 15_000), at(3, 1)));
        List<MonthFigures> months = Simulation.of(TODAY, TODAY, day(3, 31))
                .run(List.of(history))
                .baseline()
                .months();
        assertEquals(new PointsFigures(100, 100, 0, 0, 0, 0), months.get(0).points());
        assertEquals(new PointsFigures(0, 0, 0, 100, 0, 100), months.get(1).points());
        assertEquals(new PointsFigures(150, 0, 0, 0, 50, 0), months.get(2).points());
    }

    // ---- real memberships ---------------------------------------------------------------------------------------

    @Test
    void aRealMembershipIsPlayedAgainAsItWas() {
        Program program = TODAY.payment(RedemptionPolicy.of(1, Money.parse("JPY 1")))
                .rewards(Catalogue.of(Reward.of("coffee", Price.points(10))));
        Visit feast = visit("m1", "feast", at(1, 6), 20_000);
        Visit paid = visit("m1", "cake", at(1, 10), 1_000).withTender(Tender.points(30, Money.ofMinor(JPY, 30)));
        Membership member = program.join(Customer.of(feast.customer()), at(1, 1));
        member = program.record(member, visit("m1", "nothing", at(1, 5), 10))
                .orElseThrow()
                .membership();
        member = program.record(member, feast).orElseThrow().membership();
        member = program.redeem(member, command("gift", at(1, 7)), 20)
                .orElseThrow()
                .membership();
        member = program.redeem(member, command("back", at(1, 7)), 50)
                .orElseThrow()
                .membership();
        member = program.restore(member, command("undo", at(1, 7)), "back", 50)
                .orElseThrow()
                .membership();
        member = program.restore(member, command("part", at(1, 8)), "gift", 5)
                .orElseThrow()
                .membership();
        member = program.redeem(
                        member,
                        command("cup", at(1, 9)),
                        Wish.of("coffee", Price.points(10)).times(2),
                        Stock.unlimited("coffee"))
                .orElseThrow()
                .step()
                .membership();
        member = program.hold(member, command("hold", at(1, 9)), 40, Instant.MAX)
                .orElseThrow()
                .membership();
        member = program.record(member, paid).orElseThrow().membership();
        member = program.capture(member, command("capture", at(1, 11)), "hold", 25)
                .orElseThrow()
                .membership();
        MemberHistory history = MemberHistory.of(member);
        assertEquals(
                List.of(
                        new MemberHistory.Fact(visit("m1", "nothing", at(1, 5), 10), at(1, 5)),
                        new MemberHistory.Fact(feast, at(1, 6)),
                        new MemberHistory.Redeemed(command("gift", at(1, 7)), 15),
                        new MemberHistory.Rewarded(command("cup", at(1, 9)), "coffee", 2),
                        new MemberHistory.Fact(paid, at(1, 10)),
                        new MemberHistory.Redeemed(command("capture", at(1, 11)), 25)),
                history.deeds());
        PointsFigures points = Simulation.of(program, program, day(1, 31))
                .run(List.of(history))
                .baseline()
                .points();
        assertEquals(209, points.issued());
        assertEquals(15 + 20 + 30 + 25, points.redeemed());
        assertEquals(member.ledger().asOf(at(1, 31)).available(), points.outstanding());
        Membership folded = program.sweep(member, at(1, 31)).orElseThrow().membership();
        Membership snapshot = program.post(folded, ledger -> ledger.snapshot(command("year", at(1, 31))))
                .orElseThrow()
                .membership();
        IllegalArgumentException lost = assertThrows(IllegalArgumentException.class, () -> MemberHistory.of(snapshot));
        assertEquals("membership must have its whole history: customer m1", lost.getMessage());
    }
}
