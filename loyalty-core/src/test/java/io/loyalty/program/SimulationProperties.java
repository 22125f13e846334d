package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.Position;
import io.loyalty.points.Totals;
import io.loyalty.testing.EarningArbitraries;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SimulationProperties {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 20);

    /** A program with the tiers that the rules may name, under one of the ways to collect a shortfall. */
    @Provide
    Arbitrary<Program> programs() {
        return Combinators.combine(EarningArbitraries.plans(JPY), Arbitraries.of(0, 1, 2))
                .as((plan, shortfall) -> {
                    LedgerPolicy policy = LedgerPolicy.in(TOKYO);
                    return Program.in(TOKYO, JPY)
                            .tiers(TierRules.ladder("Bronze")
                                    .with("Silver", Criterion.spendNet(3_000))
                                    .with("Gold", Criterion.spendNet(9_000)))
                            .ledger(
                                    shortfall == 0
                                            ? policy
                                            : policy.with(
                                                    shortfall == 1
                                                            ? new LedgerPolicy.Shortfall.Clamp()
                                                            : new LedgerPolicy.Shortfall.Debt(20)))
                            .earning(plan);
                })
                .withoutEdgeCases();
    }

    /** Members who buy, pay with points, bring back and redeem, each from one number. */
    @Provide
    Arbitrary<List<MemberHistory>> histories() {
        return Arbitraries.longs()
                .between(0, 1_000_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(seeds -> {
                    List<MemberHistory> members = new ArrayList<>();
                    for (int i = 0; i < seeds.size(); i++) {
                        members.add(member("m" + i, new Random(seeds.get(i))));
                    }
                    return members;
                });
    }

    private static MemberHistory member(String name, Random random) {
        CustomerId id = CustomerId.of(name);
        Instant at = at(FIRST_DAY.plusDays(random.nextInt(200)));
        MemberHistory history = MemberHistory.of(Customer.of(id), at);
        for (int i = random.nextInt(12); i > 0; i--) {
            Visit visit = Visit.ofAmount(
                    ActivityId.of("v" + i),
                    id,
                    at,
                    Place.store("ginza"),
                    Money.ofMinor(JPY, 100 + random.nextInt(4_000)));
            if (random.nextInt(4) == 0) {
                visit = visit.withTender(Tender.points(1 + random.nextInt(40), Money.ofMinor(JPY, 20)));
            }
            history = history.with(new MemberHistory.Fact(visit, at));
            at = at.plusSeconds(86_400L * random.nextInt(60));
            if (random.nextInt(3) == 0) {
                long part = 1 + random.nextInt((int) visit.amountMinor());
                history = history.with(new MemberHistory.Fact(
                        new Return(
                                ActivityId.of("r" + i),
                                id,
                                at,
                                visit.id(),
                                List.of(new ReturnedLine(0, Money.ofMinor(JPY, part)))),
                        at));
            }
            if (random.nextInt(3) == 0) {
                history = history.withRedemption("g" + i, at, 1 + random.nextInt(60));
            }
        }
        return history;
    }

    private static Instant at(LocalDate date) {
        return date.atTime(11, 0).atZone(TOKYO).toInstant();
    }

    /** The membership, by the program's own verbs and nothing of the simulation. */
    private static Membership real(Program program, MemberHistory history) {
        Membership member = program.join(history.customer(), history.joinedAt());
        Instant end = program.day().endOf(LAST_DAY);
        for (MemberHistory.Deed deed : history.deeds()) {
            if (!deed.at().isBefore(end)) {
                continue;
            }
            Outcome<Step> outcome;
            if (deed instanceof MemberHistory.Redeemed redeemed) {
                outcome = program.redeem(member, redeemed.command(), redeemed.points());
            } else {
                MemberHistory.Fact fact = (MemberHistory.Fact) deed;
                outcome = program.record(member, fact.activity());
                if (outcome.isRejected() && fact.activity() instanceof Visit visit) {
                    Visit otherwise = Visit.ofAmount(
                                    visit.id(), visit.customer(), visit.at(), visit.place(), visit.amount())
                            .withTender(Tender.of(TenderKind.OTHER, Money.ofMinor(JPY, 20)));
                    outcome = program.record(member, otherwise);
                }
            }
            member = outcome.isRejected() ? member : outcome.orElseThrow().membership();
        }
        return member;
    }

    @Property(tries = 60, seed = "20261122")
    void monthsAreTheSumsOverRealMemberships(
            @ForAll("programs") Program program, @ForAll("histories") List<MemberHistory> histories) {
        ProgramFigures figures =
                Simulation.of(program, program, LAST_DAY).run(histories).variant();
        List<Membership> members =
                histories.stream().map(history -> real(program, history)).toList();
        YearMonth month = figures.months().get(0).month();
        PointsFigures sum = new PointsFigures(0, 0, 0, 0, 0, 0);
        for (MonthFigures row : figures.months()) {
            assertEquals(month, row.month());
            LocalDate last = month.atEndOfMonth().isAfter(LAST_DAY) ? LAST_DAY : month.atEndOfMonth();
            Instant end = program.day().endOf(last).minusNanos(1);
            sum = sum.plus(row.points());
            PointsFigures real = new PointsFigures(0, 0, 0, 0, 0, 0);
            long gold = 0;
            for (Membership member : members) {
                Position position = member.ledger().asOf(end);
                Totals totals = position.totals();
                real = new PointsFigures(
                        real.issued() + totals.accrued(),
                        real.redeemed() + totals.redeemed(),
                        real.expired() + totals.expired(),
                        real.clawedBack() + totals.clawedBack(),
                        real.outstanding() + position.balance() + position.pending(),
                        real.owed() + position.debt());
                boolean there = !member.joinedAt().isAfter(end);
                gold += there && member.tiers().statusAt(end).tier().name().equals("Gold") ? 1 : 0;
            }
            assertEquals(real, sum);
            assertEquals(gold, row.membersByTier().get("Gold"));
            month = month.plusMonths(1);
        }
        assertEquals(sum, figures.points());
        assertEquals(YearMonth.from(LAST_DAY).plusMonths(1), month);
        assertEquals(sum.issued() + sum.owed(), sum.redeemed() + sum.expired() + sum.clawedBack() + sum.outstanding());
        assertEquals(
                sum.issued(),
                figures.issuedByRule().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Property(tries = 40, seed = "20261122")
    void aProgramDoesNotDifferFromItself(
            @ForAll("programs") Program program, @ForAll("histories") List<MemberHistory> histories) {
        SimulationResult result = Simulation.of(program, program, LAST_DAY).run(histories);
        assertEquals(result.baseline(), result.variant());
        assertEquals(new GainsAndLosses(histories.size(), List.of()), result.gainsAndLosses());
        assertEquals(List.of(), result.top());
    }

    @Property(tries = 60, seed = "20261122")
    void neitherOrderNorCutsNorThreadsLeaveATrace(
            @ForAll("programs") Program one,
            @ForAll("programs") Program other,
            @ForAll("histories") List<MemberHistory> histories) {
        Simulation simulation = Simulation.of(one, other, LAST_DAY).explaining(2);
        SimulationResult result = simulation.run(histories);
        List<MemberHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, new Random(histories.size()));
        assertEquals(result, simulation.run(shuffled));
        assertEquals(result, shuffled.parallelStream().collect(simulation.collector()));
        SimulationTally last = simulation.tally();
        for (MemberHistory history : shuffled) {
            SimulationTally next = simulation.tally();
            next.accept(history);
            last = next.combine(last);
        }
        assertEquals(result, last.result());
    }

    @Property(tries = 40, seed = "20261122")
    void gainsAreTheDifferenceOfTheTotalsAndTurnRound(
            @ForAll("programs") Program one,
            @ForAll("programs") Program other,
            @ForAll("histories") List<MemberHistory> histories) {
        SimulationResult there = Simulation.of(one, other, LAST_DAY).run(histories);
        SimulationResult back = Simulation.of(other, one, LAST_DAY).run(histories);
        GainsAndLosses gains = there.gainsAndLosses();
        assertEquals(there.variant().points().kept() - there.baseline().points().kept(), gains.gained() - gains.lost());
        assertEquals(histories.size(), gains.gaining() + gains.losing() + gains.unchanged());
        assertEquals(there.baseline(), back.variant());
        assertEquals(gains.gained(), back.gainsAndLosses().lost());
        assertEquals(gains.losing(), back.gainsAndLosses().gaining());
        for (MemberDifference member : there.top()) {
            assertEquals(
                    member.gain(), member.variant().kept() - member.baseline().kept());
        }
    }
}
