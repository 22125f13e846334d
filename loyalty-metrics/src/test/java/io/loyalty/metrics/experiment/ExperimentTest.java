package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final Experiment TEST = Experiment.of(Allocation.even("control", "treated"), "control");

    /** Customers of whom a share buys, twice as likely again, spending what they spent before and some noise. */
    private static ArmSummary arm(long seed, int customers, double share, double extra) {
        SplittableRandom random = new SplittableRandom(seed);
        ArmAccumulator arm = new ArmAccumulator();
        for (int i = 0; i < customers; i++) {
            double before = random.nextInt(100) * 10;
            int orders = random.nextDouble() < share ? 1 + random.nextInt(2) : 0;
            arm.accept(orders, orders == 0 ? 0 : before + extra + random.nextInt(50), before);
        }
        return arm.snapshot();
    }

    private static ArmSummary plain(int customers, int buyers, int repeaters, double revenue) {
        ArmAccumulator arm = new ArmAccumulator();
        for (int i = 0; i < customers; i++) {
            int orders = i < repeaters ? 2 : i < buyers ? 1 : 0;
            arm.accept(orders, orders * revenue);
        }
        return arm.snapshot();
    }

    @Test
    void reportComparesAllAssignedCustomers() {
        ArmSummary treated = plain(100, 40, 15, 10);
        ArmSummary control = plain(100, 30, 10, 10);
        ExperimentReport report = TEST.report(Map.of("control", control, "treated", treated));
        assertFalse(report.allocation().isFlagged());
        ArmReport arm = report.arm("treated");
        assertEquals(
                ProportionComparison.withDefaults()
                        .compare(SuccessCounts.of(40, 100), SuccessCounts.of(30, 100))
                        .difference(),
                arm.conversion().difference());
        assertEquals(
                ProportionComparison.withDefaults()
                        .compare(SuccessCounts.of(15, 100), SuccessCounts.of(10, 100))
                        .relativeLift(),
                arm.repeatRate().relative());
        assertEquals(Measure.of(0.1), arm.repeatRate().control().value());
        assertEquals(5.5, arm.revenuePerCustomer().treated().value().orElseThrow(), 1e-14);
        assertEquals(1.5, arm.revenuePerCustomer().difference().value().orElseThrow(), 1e-14);
        assertEquals("Welch t", arm.revenuePerCustomer().test().test());
    }

    @Test
    void repeatRateMayBeOfBuyers() {
        ExperimentReport report = TEST.with(RepeatBase.BUYERS)
                .report(Map.of("control", plain(100, 30, 10, 10), "treated", plain(100, 40, 15, 10)));
        Lift repeats = report.arm("treated").repeatRate();
        assertEquals(15.0 / 40, repeats.treated().value().orElseThrow(), 1e-15);
        assertEquals(10.0 / 30, repeats.control().value().orElseThrow(), 1e-15);
    }

    @Test
    void covariatesMakeRevenueSharper() {
        ArmSummary treated = arm(1, 2_000, 1, 20);
        ArmSummary control = arm(2, 2_000, 1, 0);
        Lift revenue = TEST.report(Map.of("control", control, "treated", treated))
                .arm("treated")
                .revenuePerCustomer();
        assertEquals("CUPED, Welch t", revenue.test().test());
        CupedDifference expected = Cuped.withDefaults().compare(treated.revenue(), control.revenue());
        assertEquals(expected.adjusted().difference(), revenue.difference());
        assertTrue(expected.varianceReduction().orElseThrow() > 0.9);
        assertTrue(revenue.difference().interval().orElseThrow().contains(20));
    }

    @Test
    void flaggedAllocationShowsNoLiftUnlessAsked() {
        Map<String, ArmSummary> arms = Map.of("control", arm(1, 2_000, 0.3, 0), "treated", arm(2, 1_500, 0.4, 0));
        ExperimentReport withheld = TEST.report(arms);
        assertTrue(withheld.allocation().isFlagged());
        Lift conversion = withheld.arm("treated").conversion();
        for (Lift lift : List.of(
                conversion,
                withheld.arm("treated").revenuePerCustomer(),
                withheld.arm("treated").repeatRate())) {
            assertEquals(
                    "the sizes of the arms contradict the plan",
                    lift.difference().value().reason());
            assertEquals(
                    "the sizes of the arms contradict the plan",
                    lift.test().pValue().reason());
            assertEquals(
                    "the sizes of the arms contradict the plan",
                    lift.relative().value().reason());
            assertFalse(lift.adjustedPValue().isDefined());
            assertEquals(Optional.empty(), lift.difference().interval());
        }
        assertTrue(conversion.control().isDefined());
        ExperimentReport shown = TEST.with(FlaggedAllocation.SHOW).report(arms);
        assertTrue(shown.allocation().isFlagged());
        assertTrue(shown.arm("treated").conversion().difference().isDefined());
        assertTrue(TEST.withAllocationThreshold(1e-30)
                .report(arms)
                .arm("treated")
                .conversion()
                .difference()
                .isDefined());
    }

    @Test
    void pValuesAreAdjustedOverTheWholeReport() {
        Experiment three = Experiment.of(
                Allocation.of(new ArmWeight("a", 1), new ArmWeight("none", 1), new ArmWeight("b", 1)), "none");
        Map<String, ArmSummary> arms =
                Map.of("none", plain(100, 30, 10, 10), "a", plain(100, 45, 15, 10), "b", plain(100, 50, 20, 9));
        ExperimentReport report = three.report(arms);
        assertEquals(
                List.of("a", "b"), report.arms().stream().map(ArmReport::arm).toList());
        List<Lift> lifts = report.arms().stream()
                .flatMap(arm -> List.of(arm.conversion(), arm.revenuePerCustomer(), arm.repeatRate()).stream())
                .toList();
        assertEquals(
                MultipleTesting.HOLM.adjust(
                        lifts.stream().map(lift -> lift.test().pValue()).toList()),
                lifts.stream().map(Lift::adjustedPValue).toList());
        Lift unadjusted = three.with(MultipleTesting.NONE).report(arms).arm("a").conversion();
        assertEquals(unadjusted.test().pValue(), unadjusted.adjustedPValue());
    }

    @Test
    void missingArmsHaveNoFigures() {
        ExperimentReport report = TEST.report(Map.of());
        assertFalse(report.allocation().isFlagged());
        ArmReport arm = report.arm("treated");
        assertEquals("nobody in a group", arm.conversion().difference().value().reason());
        assertEquals("no values", arm.revenuePerCustomer().treated().value().reason());
        assertFalse(arm.repeatRate().adjustedPValue().isDefined());
    }

    @Test
    void reportReadsFromTopToBottom() {
        String text = TEST.report(Map.of("control", plain(10, 3, 1, 10), "treated", plain(10, 4, 2, 10)))
                .toString();
        assertTrue(
                text.startsWith("allocation as planned, p = 1.0 (chi-square = 0.0, df 1.0)\ntreated conversion 0.1"),
                text);
        assertEquals(4, text.lines().count());
    }

    @Test
    void historiesBecomeArms() {
        PurchaseRules rules =
                PurchaseRules.asOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
        long first = LocalDate.of(2026, 3, 1).toEpochDay();
        PurchaseHistory during = rules.summarize(
                new String[] {"a", "a", "b", "x"},
                new long[] {first, first + 3, first + 5, first},
                new long[] {100, 50, 70, 999});
        PurchaseHistory before =
                rules.summarize(new String[] {"a", "c"}, new long[] {first, first}, new long[] {40, 60});
        ArmSummary arm = ArmSummary.of(List.of("a", "b", "c"), during, before);
        assertEquals(SuccessCounts.of(2, 3), arm.buyers());
        assertEquals(SuccessCounts.of(1, 3), arm.repeaters());
        assertEquals(CovariateSummary.of(new double[] {150, 70, 0}, new double[] {40, 0, 60}), arm.revenue());
        ArmSummary without = ArmSummary.of(List.of("a", "b", "c"), during);
        assertEquals(CovariateSummary.withoutCovariate(150, 70, 0), without.revenue());
        assertEquals(
                "customers must be there once each: 1 different ones of 2",
                Reference.refusal(() -> ArmSummary.of(List.of("a", "a"), during)));
    }

    @Test
    void armsAddUp() {
        ArmSummary sum = plain(10, 3, 1, 10).plus(plain(20, 5, 2, 10));
        assertEquals(30, sum.customers());
        assertEquals(SuccessCounts.of(8, 30), sum.buyers());
        ArmAccumulator left = new ArmAccumulator();
        left.accept(2, 30);
        ArmAccumulator right = new ArmAccumulator();
        right.accept(1, 10, 5);
        ArmSummary combined = left.combine(right).snapshot();
        assertEquals(SuccessCounts.of(1, 2), combined.repeaters());
        assertEquals(1, combined.revenue().covariate().n());
        assertEquals(ArmSummary.NONE, new ArmAccumulator().snapshot());
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "arm must be one of the plan: other",
                Reference.refusal(() -> Experiment.of(Allocation.even("a", "b"), "other")));
        assertEquals(
                "arm must be one of the plan: other",
                Reference.refusal(() -> TEST.report(Map.of("other", ArmSummary.NONE))));
        assertEquals("confidence must be in (0, 1): 0.0", Reference.refusal(() -> TEST.withConfidence(0)));
        assertEquals("threshold must be in (0, 1): 1.0", Reference.refusal(() -> TEST.withAllocationThreshold(1)));
        assertEquals("orders must be at least 0: -1", Reference.refusal(() -> new ArmAccumulator().accept(-1, 2)));
        assertEquals(
                "buyers, repeaters and revenue must be of as many customers: 1, 0 and 0",
                Reference.refusal(
                        () -> new ArmSummary(SuccessCounts.of(0, 1), SuccessCounts.NONE, CovariateSummary.NONE)));
        assertEquals(
                "repeaters must be at most as many as buyers: 1 and 0",
                Reference.refusal(() -> new ArmSummary(
                        SuccessCounts.of(0, 1), SuccessCounts.of(1, 1), CovariateSummary.withoutCovariate(3))));
        assertThrows(NoSuchElementException.class, () -> TEST.report(Map.of()).arm("control"));
        assertEquals("control", TEST.control());
        assertEquals(Allocation.even("control", "treated"), TEST.plan());
    }

    @Test
    void confidenceReachesEveryInterval() {
        Map<String, ArmSummary> arms = Map.of("control", plain(100, 30, 10, 10), "treated", plain(100, 40, 15, 10));
        ArmReport arm = TEST.withConfidence(0.8).report(arms).arm("treated");
        for (Lift lift : List.of(arm.conversion(), arm.revenuePerCustomer(), arm.repeatRate())) {
            for (var figure : List.of(lift.control(), lift.treated(), lift.difference(), lift.relative())) {
                assertEquals(0.8, figure.interval().orElseThrow().confidence());
            }
        }
    }

    @Test
    void armsMergeCountForCount() {
        ArmAccumulator left = new ArmAccumulator();
        left.accept(2, 30);
        left.accept(0, 0);
        ArmAccumulator right = new ArmAccumulator();
        right.accept(3, 10, 5);
        right.accept(1, 12, 2);
        right.accept(2, 7);
        ArmSummary combined = left.combine(right).snapshot();
        assertEquals(SuccessCounts.of(4, 5), combined.buyers());
        assertEquals(SuccessCounts.of(3, 5), combined.repeaters());
        assertEquals(3, combined.revenue().withoutCovariate().n());
    }
}
