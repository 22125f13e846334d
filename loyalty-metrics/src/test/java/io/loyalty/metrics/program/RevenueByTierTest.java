package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static io.loyalty.metrics.program.TierClassification.AT_PURCHASE;
import static io.loyalty.metrics.program.TierClassification.AT_START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MultipleTesting;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.experiment.WelchAnova;
import io.loyalty.money.Money;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevenueByTierTest {

    private static final List<String> LADDER = List.of("Bronze", "Silver", "Gold");

    private static final List<TierSale> SALES = List.of(
            TierSale.ofMember("idle", "Bronze"),
            new TierSale("climber", "Bronze", "Bronze", 300),
            new TierSale("climber", "Bronze", "Silver", 500),
            new TierSale("steady", "Silver", "Silver", 400),
            TierSale.ofMember("steady", "Silver"),
            new TierSale("steady", "Silver", "Silver", -100),
            new TierSale("new", TierSale.NONE, "Bronze", 70));

    @Test
    void byTheTierAtTheStart() {
        RevenueByTier report = SALES.stream().collect(TierRevenueAccumulator.collector(LADDER, AT_START));
        assertEquals(
                List.of(2L, 1L, 0L),
                report.tiers().stream().map(TierFigures::customers).toList());
        assertEquals(
                List.of(800L, 300L, 0L),
                report.tiers().stream().map(TierFigures::total).toList());
        assertEquals(Measure.of(400), report.tiers().get(0).mean().value());
        assertEquals(Measure.of(400), report.tiers().get(0).median());
        assertEquals(Measure.of(800 / 1_100.0), report.tiers().get(0).share());
        assertEquals(1, report.unclassifiedCustomers());
        assertEquals(70, report.unclassifiedRevenue());
        assertEquals(Measure.undefined("no customers"), report.tiers().get(2).median());
        assertEquals(Measure.undefined("a group of fewer than two values"), report.meansPValue());
    }

    @Test
    void byTheTierAtThePurchase() {
        RevenueByTier report = SALES.stream().collect(TierRevenueAccumulator.collector(LADDER, AT_PURCHASE));
        // Bronze: idle, the climber's first part, and the new one.
        assertEquals(
                List.of(3L, 2L, 0L),
                report.tiers().stream().map(TierFigures::customers).toList());
        assertEquals(
                List.of(370L, 800L, 0L),
                report.tiers().stream().map(TierFigures::total).toList());
        assertEquals(0, report.unclassifiedCustomers());
        Measure none = Measure.undefined("customers stand in several tiers");
        assertEquals(none, report.meansPValue());
        assertEquals(none, report.ranksPValue());
        TierGap gap = report.steps().get(0);
        assertEquals(400 - 370 / 3.0, gap.perHead().difference().value().orElseThrow(), 1e-12);
        assertEquals(none, gap.perHead().pValue());
        assertEquals(none, gap.perHead().difference().standardError());
        assertEquals(none, gap.adjustedPValue());
        assertTrue(gap.perHead().difference().interval().isEmpty());
    }

    @Test
    void whoStaysInOneTierCanBeTested() {
        List<TierSale> stay = List.of(
                new TierSale("a", "Bronze", "Bronze", 10),
                new TierSale("b", "Bronze", "Bronze", 14),
                new TierSale("c", "Silver", "Silver", 31),
                new TierSale("d", "Silver", "Silver", 38));
        RevenueByTier start = stay.stream().collect(TierRevenueAccumulator.collector(LADDER, AT_START));
        RevenueByTier purchase = stay.stream().collect(TierRevenueAccumulator.collector(LADDER, AT_PURCHASE));
        assertEquals(start.tiers(), purchase.tiers());
        assertEquals(start.pairs(), purchase.pairs());
        assertTrue(purchase.meansPValue().isDefined());
    }

    @Test
    void allPairsAreComparedWithHolmsAdjustment() {
        long[] bronze = {10, 14, 9, 13, 25};
        long[] silver = {31, 38, 22, 40};
        long[] gold = {90, 70, 140, 85, 79};
        RevenueByTier report = RevenueByTier.of(LADDER, Map.of("Gold", gold, "Bronze", bronze, "Silver", silver));
        assertEquals(
                List.of("Silver over Bronze", "Gold over Bronze", "Gold over Silver"),
                report.pairs().stream()
                        .map(gap -> gap.higher() + " over " + gap.lower())
                        .toList());
        assertEquals(
                List.of("Silver over Bronze", "Gold over Silver"),
                report.steps().stream()
                        .map(gap -> gap.higher() + " over " + gap.lower())
                        .toList());
        assertEquals(
                MeanComparison.withDefaults()
                        .compare(summary(gold), summary(silver))
                        .difference(),
                report.steps().get(1).perHead().difference());
        assertEquals(Measure.of(85 - 34.5), report.steps().get(1).median());
        assertEquals(
                MultipleTesting.HOLM.adjust(report.pairs().stream()
                        .map(gap -> gap.perHead().pValue())
                        .toList()),
                report.pairs().stream().map(TierGap::adjustedPValue).toList());
        assertEquals(
                WelchAnova.of(List.of(summary(bronze), summary(silver), summary(gold)))
                        .test()
                        .pValue(),
                report.meansPValue());
    }

    @Test
    void testsOfAllTiersAgreeWithReferenceGroups() {
        for (Map<String, String> row : ReferenceRows.of(RevenueByTierTest.class, "group_tests.csv")) {
            Map<String, long[]> revenues = new LinkedHashMap<>();
            for (String group : row.get("groups").split(";")) {
                revenues.put("tier " + revenues.size(), ReferenceRows.numbers(group));
            }
            List<String> ladder = List.copyOf(revenues.keySet());
            RevenueByTier report = RevenueByTier.of(ladder, revenues);
            double welch = Double.parseDouble(row.get("welch"));
            double kruskal = Double.parseDouble(row.get("kruskal"));
            assertEquals(welch, report.meansPValue().orElseThrow(), 1e-10 * welch);
            assertEquals(kruskal, report.ranksPValue().orElseThrow(), 1e-11 * kruskal);
            List<String> withAnEmptyTier = new ArrayList<>(ladder);
            withAnEmptyTier.add(1, "nobody");
            RevenueByTier wider = RevenueByTier.of(withAnEmptyTier, revenues);
            assertEquals(report.meansPValue(), wider.meansPValue());
            assertEquals(report.ranksPValue(), wider.ranksPValue());
        }
    }

    @Test
    void tiersThatAreTooSmallToTest() {
        RevenueByTier report = RevenueByTier.of(LADDER, Map.of("Gold", new long[] {5}, "Bronze", new long[] {5, 5}));
        assertEquals(Measure.undefined("all values are equal"), report.ranksPValue());
        assertEquals(Measure.undefined("a group of fewer than two values"), report.meansPValue());
        assertEquals(
                Measure.undefined("nobody in a group"), report.pairs().get(0).adjustedPValue());
        assertEquals(Measure.undefined("no customers"), report.pairs().get(0).median());
        RevenueByTier none = RevenueByTier.of(LADDER, Map.of());
        assertEquals(
                Measure.undefined("total revenue is not above 0"),
                none.tiers().get(0).share());
        assertEquals(Measure.undefined("fewer than two groups"), none.meansPValue());
        assertEquals(Measure.undefined("fewer than two groups with values"), none.ranksPValue());
    }

    @Test
    void partsMergeInAnyOrder() {
        for (int cut = 0; cut <= SALES.size(); cut++) {
            TierRevenueAccumulator first = TierRevenueAccumulator.ofLadder(LADDER);
            TierRevenueAccumulator second = TierRevenueAccumulator.ofLadder(LADDER);
            SALES.subList(0, cut).forEach(first::accept);
            SALES.subList(cut, SALES.size()).forEach(second::accept);
            assertSame(second, second.combine(first));
            for (TierClassification classification : TierClassification.values()) {
                assertEquals(
                        SALES.stream().collect(TierRevenueAccumulator.collector(LADDER, classification)),
                        second.report(classification));
            }
        }
    }

    @Test
    void accumulatorsTravel() throws IOException, ClassNotFoundException {
        TierRevenueAccumulator accumulator = TierRevenueAccumulator.ofLadder(LADDER);
        SALES.forEach(accumulator::accept);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TierRevenueAccumulator copy = (TierRevenueAccumulator) in.readObject();
            assertEquals(accumulator.report(AT_PURCHASE), copy.report(AT_PURCHASE));
        }
    }

    @Test
    void visitsStandInTheTierOfTheirTime() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Program program = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(1_000)));
        Membership membership = program.join(Customer.of(CustomerId.of("c-1")), start.minusSeconds(60));
        Visit first = visit("v-1", start.plusSeconds(60), 1_200);
        Visit second = visit("v-2", start.plusSeconds(120), 90);
        membership = program.record(membership, first).orElseThrow().membership();
        membership = program.record(membership, second).orElseThrow().membership();
        assertEquals(new TierSale("c-1", "Bronze", "Silver", 90), TierSale.of(membership.tiers(), start, second));
        assertEquals(
                new TierSale("c-1", TierSale.NONE, "Silver", 90),
                TierSale.of(membership.tiers(), start.minusSeconds(61), second));
    }

    private static Visit visit(String id, Instant at, long yen) {
        return Visit.ofAmount(
                ActivityId.of(id), CustomerId.of("c-1"), at, Place.store("s-1"), Money.ofMinor("JPY", yen));
    }

    @Test
    void impossibleInputsAreRefused() {
        TierRevenueAccumulator accumulator = TierRevenueAccumulator.ofLadder(LADDER);
        accumulator.accept(new TierSale("a", "Bronze", "Bronze", Long.MAX_VALUE));
        assertEquals(
                "tier must be one of [Bronze, Silver, Gold]: Tin",
                message(() -> accumulator.accept(new TierSale("b", "Tin", "Bronze", 1))));
        assertEquals(
                "tier must be one of [Bronze, Silver, Gold]: ",
                message(() -> accumulator.accept(new TierSale("b", "Bronze", TierSale.NONE, 1))));
        assertEquals(
                "tierAtStart must be the same in all sales of a customer",
                message(() -> accumulator.accept(new TierSale("a", "Silver", "Silver", 1))));
        assertThrows(ArithmeticException.class, () -> accumulator.accept(new TierSale("a", "Bronze", "Bronze", 1)));
        assertEquals(
                "ladders must be equal: [Bronze, Silver, Gold] and [Bronze]",
                message(() -> accumulator.combine(TierRevenueAccumulator.ofLadder(List.of("Bronze")))));
        assertEquals(
                "ladder[1] must be new and not empty: A",
                message(() -> TierRevenueAccumulator.ofLadder(List.of("A", "A"))));
        assertEquals(
                "tier must be one of [A]: B", message(() -> RevenueByTier.of(List.of("A"), Map.of("B", new long[0]))));
    }

    @Test
    void resultsReadAsOneLine() {
        RevenueByTier report = RevenueByTier.of(List.of("A", "B"), Map.of("A", new long[] {7}));
        assertEquals(
                "[A: 1 customers, total 7, mean 7.0, n = 1, median 7.0, B: 0 customers, total 0, mean undefined: no customers, "
                        + "n = 0, median undefined: no customers] by tier AT_START; means p = undefined: fewer than two groups, "
                        + "ranks p = undefined: fewer than two groups with values",
                report.toString());
        assertEquals(
                "B - A: undefined: nobody in a group, n = 1, adjusted p = undefined: nobody in a group",
                report.steps().get(0).toString());
    }

    private static SampleSummary summary(long[] values) {
        return SampleSummary.of(Arrays.stream(values).asDoubleStream().toArray());
    }

    @Test
    void laddersNameTiersOnceWhereverTheyComeIn() {
        List<String> twice = List.of("A", "A");
        assertEquals("ladder[1] must be new and not empty: A", message(() -> RevenueByTier.of(twice, Map.of())));
        assertEquals(
                "ladder[1] must be new and not empty: A",
                message(() -> TierRevenueAccumulator.collector(twice, AT_START)));
    }

    @Test
    void partsWithOtherStartsOfACustomerAreRefused() {
        TierRevenueAccumulator first = TierRevenueAccumulator.ofLadder(LADDER);
        first.accept(new TierSale("a", "Bronze", "Bronze", 5));
        TierRevenueAccumulator second = TierRevenueAccumulator.ofLadder(LADDER);
        second.accept(new TierSale("a", "Silver", "Silver", 7));
        assertEquals("tierAtStart must be the same in all sales of a customer", message(() -> first.combine(second)));
    }

    @Test
    void whoIsNoMemberAndBuysNothingStandsInNoTier() {
        TierRevenueAccumulator accumulator = TierRevenueAccumulator.ofLadder(LADDER);
        accumulator.accept(new TierSale("guest", TierSale.NONE, TierSale.NONE, 0));
        assertEquals(1, accumulator.report(AT_START).unclassifiedCustomers());
        assertEquals(
                List.of(0L, 0L, 0L),
                accumulator.report(AT_PURCHASE).tiers().stream()
                        .map(TierFigures::customers)
                        .toList());
        assertEquals(
                "tier must be one of [Bronze, Silver, Gold]: ",
                message(() -> accumulator.accept(new TierSale("guest", TierSale.NONE, TierSale.NONE, 1))));
        assertEquals(
                "tier must be one of [Bronze, Silver, Gold]: ",
                message(() -> accumulator.accept(new TierSale("member", "Bronze", TierSale.NONE, 0))));
    }
}
