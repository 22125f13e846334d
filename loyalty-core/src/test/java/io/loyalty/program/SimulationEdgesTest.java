package io.loyalty.program;

import static io.loyalty.program.Replays.BASE;
import static io.loyalty.program.Replays.HALF;
import static io.loyalty.program.Replays.JPY;
import static io.loyalty.program.Replays.NOTHING;
import static io.loyalty.program.Replays.TODAY;
import static io.loyalty.program.Replays.TOKYO;
import static io.loyalty.program.Replays.TUESDAYS;
import static io.loyalty.program.Replays.at;
import static io.loyalty.program.Replays.command;
import static io.loyalty.program.Replays.day;
import static io.loyalty.program.Replays.history;
import static io.loyalty.program.Replays.two;
import static io.loyalty.program.Replays.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Explanation;
import io.loyalty.money.Money;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.program.MemberDifference.FactDifference;
import io.loyalty.visit.Tender;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Simulations of nobody, to a day within, of facts that are refused, and contradictions in what is asked. */
class SimulationEdgesTest {

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
