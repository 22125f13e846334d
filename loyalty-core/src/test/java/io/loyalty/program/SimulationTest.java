package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Explanation;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.program.GainsAndLosses.Band;
import io.loyalty.program.MemberDifference.FactDifference;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SimulationTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final PointsFigures NOTHING = new PointsFigures(0, 0, 0, 0, 0, 0);

    private static final EarningRule BASE =
            EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("base").valid(Term.of(Period.ofMonths(3)));
    private static final EarningRule TUESDAY =
            EarningRule.multiply("tuesday", Ratio.of(2)).on(DayOfWeek.TUESDAY);

    private static final Program TODAY = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
            .earning(BASE);
    private static final Program TUESDAYS = TODAY.earning(BASE, TUESDAY);
    private static final Program HALF = TODAY.earning(
            EarningRule.earn(1).perFull(Money.parse("JPY 200")).named("half").valid(Term.of(Period.ofMonths(3))));

    private static Instant at(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static Visit visit(String customer, String id, Instant at, long yen) {
        return Visit.ofAmount(
                ActivityId.of(id), CustomerId.of(customer), at, Place.store("ginza"), Money.ofMinor(JPY, yen));
    }

    private static Return back(Visit visit, Instant at, long yen) {
        return new Return(
                ActivityId.of("back-" + visit.id()),
                visit.customer(),
                at,
                visit.id(),
                List.of(new ReturnedLine(0, Money.ofMinor(JPY, yen))));
    }

    private static MemberHistory history(String customer, Activity... activities) {
        return MemberHistory.of(Customer.of(CustomerId.of(customer)), List.of(activities));
    }

    /** 6 January 2026 is a Tuesday, so is 10 February. */
    private static List<MemberHistory> two() {
        Visit coat = visit("m2", "coat", at(2, 10), 2_500);
        return List.of(
                history("m1", visit("m1", "feast", at(1, 6), 10_000)).withRedemption("gift", at(2, 5), 80),
                history("m2", visit("m2", "tea", at(2, 4), 5_000), coat, back(coat, at(3, 3), 2_500)));
    }

    private static MonthFigures month(int month, PointsFigures points, long bronze, long silver) {
        return new MonthFigures(YearMonth.of(2026, month), points, Map.of("Bronze", bronze, "Silver", silver));
    }

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

    private static Command command(String key, Instant at) {
        return Command.of(key, at);
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

    // ---- edges --------------------------------------------------------------------------------------------------

    @Test
    void nobodyIsNothing() {
        SimulationResult result = Simulation.of(TODAY, TUESDAYS, day(1, 31)).run(List.of());
        assertEquals(NOTHING, result.baseline().points());
        assertEquals(List.of(), result.baseline().months());
        assertEquals(new GainsAndLosses(0, List.of()), result.gainsAndLosses());
    }

    @Test
    void whatComesAfterTheLastDayIsLeftOut() {
        MemberHistory later = history("m2", visit("m2", "tea", at(2, 1), 500));
        Visit known = visit("m1", "known", at(1, 20), 500);
        MemberHistory history = history(
                        "m1", visit("m1", "feast", at(1, 6), 10_000), visit("m1", "after", at(2, 1), 500))
                .with(new MemberHistory.Fact(known, at(2, 2)));
        SimulationResult result = Simulation.of(TODAY, TUESDAYS, day(1, 31)).run(List.of(later, history));
        assertEquals(100, result.baseline().points().issued());
        assertEquals(1, result.baseline().months().get(0).members());
    }

    @Test
    void aMonthNeedNotEndForItsFigures() {
        // The points of 6 January are valid through 6 April, the last day played.
        List<MemberHistory> one = List.of(two().get(0));
        assertEquals(
                20,
                Simulation.of(TODAY, TODAY, day(4, 6))
                        .run(one)
                        .baseline()
                        .points()
                        .outstanding());
        assertEquals(
                20,
                Simulation.of(TODAY, TODAY, day(4, 7))
                        .run(one)
                        .baseline()
                        .points()
                        .expired());
    }

    @Test
    void refusedFactsAreCounted() {
        MemberHistory history = MemberHistory.of(Customer.of(CustomerId.of("m1")), at(1, 5))
                .with(new MemberHistory.Fact(visit("m1", "early", at(1, 4), 500), at(1, 5)))
                .with(new MemberHistory.Fact(visit("m1", "tea", at(1, 6), 500), at(1, 6)))
                .with(new MemberHistory.Fact(visit("m1", "tea", at(1, 6), 500), at(1, 7)))
                .with(new MemberHistory.Fact(visit("m1", "tea", at(1, 6), 600), at(1, 8)));
        ProgramFigures figures =
                Simulation.of(TODAY, TODAY, day(1, 31)).run(List.of(history)).baseline();
        assertEquals(Map.of(Reason.BEFORE_JOINING, 1L, Reason.KEY_REUSED, 1L), figures.refusedFacts());
        assertEquals(5, figures.points().issued());
        assertEquals(Map.of("base", 5L), figures.issuedByRule());
    }

    @Test
    void aFactThatOneProgramRefusesIsExplainedWithoutVerdicts() {
        Visit tea = visit("m1", "tea", at(1, 7), 500);
        // A clawback policy may refuse; here the visit itself is known too late for a redemption to have been before
        // it.
        MemberHistory history = history("m1", visit("m1", "feast", at(1, 6), 10_000))
                .withRedemption("gift", at(1, 20), 100)
                .with(new MemberHistory.Fact(tea.withTender(Tender.points(1, Money.ofMinor(JPY, 1))), at(1, 21)));
        SimulationResult result = Simulation.of(TODAY, HALF, day(1, 31)).run(List.of(history));
        assertEquals(Map.of(Reason.TOO_LATE, 1L), result.baseline().refusedFacts());
        assertEquals(2, result.top().get(0).facts().size());
        FactDifference second = result.top().get(0).facts().get(1);
        assertEquals("tea", second.fact().value());
        assertEquals(new Explanation(tea.id(), 0, List.of(), List.of()), second.baseline());
        assertEquals(2, second.variant().total());
    }

    @Test
    void otherPointsAreCountedApart() {
        Program miles = TODAY.earning(
                BASE,
                EarningRule.earn(7).perVisit().named("mile").giving(new PointType("miles", PointType.Nature.REGULAR)));
        Simulation simulation = Simulation.of(TODAY, miles, day(2, 28));
        assertEquals(175, simulation.run(two()).variant().points().issued());
        assertEquals(
                21, simulation.counting("miles").run(two()).variant().points().issued());
    }

    @Test
    void progressIsTold() {
        List<Long> told = new ArrayList<>();
        List<MemberHistory> histories = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            histories.add(history("m" + i, visit("m" + i, "tea", at(1, 6), 100)));
        }
        Simulation simulation = Simulation.of(TODAY, TUESDAYS, day(1, 31));
        SimulationResult result = simulation.run(histories, 3, told::add);
        assertEquals(List.of(3L, 6L), told);
        assertEquals(simulation.run(histories), result);
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> simulation.run(histories, 0, told::add));
        assertEquals("every must be at least 1: 0", none.getMessage());
    }

    @Test
    void asManyAreExplainedAsAskedFor() {
        List<MemberHistory> histories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            histories.add(history("m" + i, visit("m" + i, "tea", at(1, 6), 100L * (i % 10))));
        }
        Simulation simulation = Simulation.of(TODAY, TUESDAYS, day(1, 31));
        assertEquals(10, simulation.run(histories).top().size());
        assertEquals(List.of(), simulation.explaining(0).run(histories).top());
        assertEquals(
                List.of("m19", "m9", "m18"),
                simulation.explaining(3).run(histories).top().stream()
                        .map(one -> one.customer().value())
                        .toList());
    }

    @Test
    void tallyTravels() throws IOException, ClassNotFoundException {
        Simulation simulation = Simulation.of(TODAY, TUESDAYS, day(3, 2));
        SimulationTally tally = simulation.tally();
        tally.accept(two().get(0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tally);
        }
        SimulationTally read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (SimulationTally) in.readObject();
        }
        read.accept(two().get(1));
        assertEquals(simulation.run(two()), read.result());
        IllegalArgumentException other = assertThrows(
                IllegalArgumentException.class,
                () -> read.combine(simulation.explaining(1).tally()));
        assertEquals("tallies must be of one simulation", other.getMessage());
    }

    @Test
    void contradictionsAreRefused() {
        Program dollars = Program.in(TOKYO, Currency.getInstance("USD"));
        assertRefused("variant must be in JPY: USD", () -> Simulation.of(TODAY, dollars, day(1, 1)));
        Simulation simulation = Simulation.of(TODAY, TODAY, day(1, 31));
        assertRefused("members must be at least 0: -1", () -> simulation.explaining(-1));
        MemberHistory ancient = MemberHistory.of(Customer.of(CustomerId.of("m1")), Instant.MIN);
        assertRefused(
                "joinedAt must not be more than a thousand years before 2026-01: " + Instant.MIN,
                () -> simulation.run(List.of(ancient)));
        Visit tea = visit("m1", "tea", at(1, 6), 500);
        Visit cake = visit("m1", "cake", at(1, 5), 500);
        assertRefused("activities must not be empty", () -> history("m1"));
        assertRefused("deeds[0] must be of customer m2: m1", () -> history("m2", tea));
        assertRefused(
                "deeds[1] must not be recorded before 2026-01-06T03:00:00Z: 2026-01-05T03:00:00Z",
                () -> history("m1", tea, cake));
        assertRefused("points must be at least 1: 0", () -> history("m1", tea).withRedemption("x", at(1, 6), 0));
        assertRefused(
                "quantity must be at least 1: 0",
                () -> new MemberHistory.Rewarded(command("x", at(1, 6)), "coffee", 0));
        assertTrue(history("m1", tea).toString().contains("m1, 1 deeds"));
        assertEquals("Simulation[until 2026-01-31, points, 10 explained]", simulation.toString());
    }

    private static void assertRefused(String message, Executable act) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, act).getMessage());
    }
}
