package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Simulations in parts: however the members are cut, the tallies come to the same. */
class SimulationTallyTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static final Program TODAY = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
            .earning(EarningRule.earn(1).perFull(Money.ofMinor(JPY, 100)).named("base"));

    private static final Program TOMORROW =
            TODAY.earning(EarningRule.earn(2).perFull(Money.ofMinor(JPY, 150)).named("base"));

    private static Simulation simulation() {
        return Simulation.of(TODAY, TOMORROW, LAST_DAY);
    }

    private static Instant day(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    /** Members of the months from January on, each with visits of rising amounts. */
    private static List<MemberHistory> members() {
        List<MemberHistory> members = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            CustomerId who = CustomerId.of("m" + i);
            Instant joined = day(1 + i % 6, 1);
            MemberHistory member = MemberHistory.of(Customer.of(who), joined);
            for (int v = 0; v < i; v++) {
                Visit visit = Visit.ofAmount(
                        ActivityId.of("v" + i + "-" + v),
                        who,
                        day(6, 1 + v),
                        Place.store("ginza"),
                        Money.ofMinor(JPY, 500L * (i + v)));
                member = member.with(new MemberHistory.Fact(visit, visit.at()));
            }
            members.add(member);
        }
        return members;
    }

    private static SimulationTally tally(List<MemberHistory> members) {
        SimulationTally tally = simulation().tally();
        members.forEach(tally::accept);
        return tally;
    }

    @Test
    void twoTalliesAreOneOfAll() {
        List<MemberHistory> members = members();
        SimulationResult whole = tally(members).result();
        for (int cut = 0; cut <= members.size(); cut++) {
            List<MemberHistory> first = members.subList(0, cut);
            List<MemberHistory> rest = members.subList(cut, members.size());
            assertEquals(whole, tally(first).combine(tally(rest)).result(), "cut at " + cut);
            assertEquals(whole, tally(rest).combine(tally(first)).result(), "cut at " + cut);
        }
        Collections.reverse(members);
        assertEquals(whole, tally(members).result());
        assertEquals(whole, members.stream().collect(simulation().collector()));
        assertEquals(whole, members.parallelStream().collect(simulation().collector()));
        assertEquals(whole, simulation().run(members));
    }

    @Test
    void combiningCountsEveryMemberOnce() {
        SimulationResult result = tally(members().subList(0, 7))
                .combine(tally(members().subList(7, 12)))
                .result();
        ProgramFigures figures = result.baseline();
        MonthFigures june = figures.months().get(figures.months().size() - 1);
        assertEquals(
                12, june.membersByTier().values().stream().mapToLong(n -> n).sum());
        long issued = 0;
        for (int i = 0; i < 12; i++) {
            for (int v = 0; v < i; v++) {
                issued += 5L * (i + v);
            }
        }
        assertEquals(issued, figures.issuedByRule().get("base"));
        assertEquals(issued, figures.points().issued());
    }

    @Test
    void talliesOfOtherSimulationsDoNotMix() {
        SimulationTally tally = tally(members());
        for (Simulation other : List.of(
                Simulation.of(TOMORROW, TOMORROW, LAST_DAY),
                Simulation.of(TODAY, TODAY, LAST_DAY),
                Simulation.of(TODAY, TOMORROW, LAST_DAY.plusDays(1)),
                simulation().explaining(3),
                simulation().counting("miles"))) {
            assertEquals(
                    "tallies must be of one simulation",
                    assertThrows(IllegalArgumentException.class, () -> tally.combine(other.tally()))
                            .getMessage());
            assertNotEquals(other, simulation());
        }
        assertEquals(simulation(), simulation());
        assertEquals(simulation().hashCode(), simulation().hashCode());
        assertNotEquals(simulation().explaining(3).hashCode(), simulation().hashCode());
        assertNotEquals(simulation(), null);
    }
}
