package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of scores: AUC, average precision, Kolmogorov-Smirnov, lift and gain, contact policy. */
class ScoreFiguresTest {

    /** Descending: 0.9 event; 0.8 one of each; 0.5 other; 0.3 two events and one other; 0.1 two others. */
    private static final double[] SCORES = {.9, .8, .8, .5, .3, .3, .3, .1, .1};

    private static final boolean[] EVENTS = {true, true, false, false, true, true, false, false, false};
    private static final ScoredOutcomes EXAMPLE = ScoredOutcomes.of(SCORES, EVENTS);
    private static final ScoredOutcomes NOBODY = ScoredOutcomes.of(new double[0], new boolean[0]);

    private static ScoredOutcomes outcomes(double[] scores, int... events) {
        boolean[] flags = new boolean[scores.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = events[i] == 1;
        }
        return ScoredOutcomes.of(scores, flags);
    }

    @Test
    void tableHoldsTiesTogether() {
        assertEquals(5, EXAMPLE.size());
        assertEquals(9, EXAMPLE.customers());
        assertEquals(4, EXAMPLE.events());
        assertEquals(5, EXAMPLE.others());
        assertEquals(.8, EXAMPLE.score(1));
        assertEquals(2, EXAMPLE.events(3));
        assertEquals(1, EXAMPLE.others(3));
        assertEquals("9 customers, 4 events, 5 different scores", EXAMPLE.toString());
        assertEquals(1, outcomes(new double[] {0, -0.0}, 1, 0).size());
    }

    @Test
    void countsSplitsAndCollectorsGiveTheSameTable() {
        ScoredOutcomes counted = ScoredOutcomes.ofCounts(
                new double[] {.1, .9, .3, .8, .5, .3}, new long[] {0, 1, 1, 1, 0, 1}, new long[] {2, 0, 0, 1, 1, 1});
        assertEquals(EXAMPLE, counted);
        assertEquals(EXAMPLE.hashCode(), counted.hashCode());
        assertEquals(
                EXAMPLE,
                ScoredOutcomes.of(Arrays.copyOf(SCORES, 4), Arrays.copyOf(EVENTS, 4))
                        .plus(ScoredOutcomes.of(Arrays.copyOfRange(SCORES, 4, 9), Arrays.copyOfRange(EVENTS, 4, 9))));
        assertEquals(
                EXAMPLE,
                IntStream.range(0, 9)
                        .boxed()
                        .parallel()
                        .collect(ScoredOutcomes.collector((Integer i) -> SCORES[i], i -> EVENTS[i])));
        assertEquals(EXAMPLE, Copies.serialized(EXAMPLE));
        assertArrayEquals(new double[] {.9, .8, .8, .5, .3, .3, .3, .1, .1}, SCORES);
    }

    @Test
    void aucCountsPairsAndHalvesTies() {
        // Of 20 pairs: .9 beats 5, .8 beats 4 and ties 1, each .3 beats 2 and ties 1.
        RocAuc auc = RocAuc.of(EXAMPLE);
        assertMeasure((5 + 4.5 + 2.5 + 2.5) / 20, 1e-16, auc.auc().value());
        double[] ofEvents = {1, .9, .5, .5};
        double[] ofOthers = {1.5 / 4, 2 / 4.0, 3 / 4.0, 1, 1};
        // Each other is outranked: .8 by 1.5, .5 by 2, .3 by 3, .1 by 4 of 4.
        assertMeasure(
                Math.sqrt(variance(ofEvents) / 4 + variance(ofOthers) / 5),
                1e-15,
                auc.auc().standardError());
        assertEquals("DeLong", auc.auc().interval().orElseThrow().method());
        assertEquals(9, auc.auc().n());
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    @Test
    void aucHasItsEdges() {
        assertUndefined("no events", RocAuc.of(NOBODY).auc().value());
        assertUndefined(
                "no events",
                RocAuc.of(outcomes(new double[] {1, 2}, 0, 0)).auc().value());
        assertUndefined(
                "nothing but events",
                RocAuc.of(outcomes(new double[] {1, 2}, 1, 1)).auc().value());
        Estimate tied =
                RocAuc.of(outcomes(new double[] {3, 3, 3, 3}, 1, 0, 1, 0)).auc();
        assertEstimate(.5, 0, 0, tied);
        assertEquals(Optional.empty(), tied.interval());
        Estimate perfect =
                RocAuc.of(outcomes(new double[] {4, 3, 2, 1}, 1, 1, 0, 0)).auc();
        assertEstimate(1, 0, 0, perfect);
        assertEquals(Optional.empty(), perfect.interval());
        Estimate single = RocAuc.of(outcomes(new double[] {1, 2, 3}, 0, 1, 0)).auc();
        assertMeasure(.5, 0, single.value());
        assertUndefined("one customer in a class", single.standardError());
        assertEquals(
                "AUC 1.0, n = 4",
                RocAuc.of(outcomes(new double[] {4, 3, 2, 1}, 1, 1, 0, 0)).toString());
    }

    @Test
    void aucOfHugeCountsDoesNotOverflow() {
        long many = 3_000_000_000L;
        RocAuc auc = RocAuc.of(
                ScoredOutcomes.ofCounts(new double[] {1, 2}, new long[] {many, 3 * many}, new long[] {3 * many, many}));
        assertMeasure(.75 * .75 + .5 * (2 * .75 * .25), 1e-15, auc.auc().value());
        assertThrows(
                ArithmeticException.class,
                () -> ScoredOutcomes.ofCounts(new double[] {1, 2}, new long[] {Long.MAX_VALUE, 1}, new long[2]));
        assertThrows(
                ArithmeticException.class,
                () -> ScoredOutcomes.ofCounts(new double[] {1}, new long[] {Long.MAX_VALUE}, new long[] {1}));
    }

    @Test
    void differenceOfTwoScoresSeesTheSameCustomers() {
        double[] reversed = Arrays.stream(SCORES).map(score -> -score).toArray();
        Estimate difference = RocAuc.difference(SCORES, reversed, EVENTS);
        double auc = 14.5 / 20;
        assertMeasure(2 * auc - 1, 1e-15, difference.value());
        assertMeasure(2 * RocAuc.of(EXAMPLE).auc().standardError().orElseThrow(), 1e-15, difference.standardError());
        Estimate same = RocAuc.difference(SCORES, SCORES, EVENTS);
        assertMeasure(0, 0, same.value());
        assertUndefined("the scores order all pairs alike", same.standardError());
        assertUndefined(
                "no events",
                RocAuc.difference(new double[2], new double[2], new boolean[2]).value());
        assertUndefined(
                "one customer in a class",
                RocAuc.difference(new double[] {1, 2}, new double[] {2, 1}, new boolean[] {true, false})
                        .standardError());
        assertEquals(
                "first and second must be equally long: 2 and 1",
                refusal(() -> RocAuc.difference(new double[2], new double[1], new boolean[2])));
    }

    @Test
    void averagePrecisionTakesSteps() {
        AveragePrecision precision = AveragePrecision.of(EXAMPLE);
        assertMeasure((1 + 2 / 3.0 + 2 * (4 / 7.0)) / 4, 1e-15, precision.value());
        assertMeasure(4 / 9.0, 1e-16, precision.base());
        assertUndefined("no events", AveragePrecision.of(NOBODY).value());
        assertUndefined("no customers", AveragePrecision.of(NOBODY).base());
        assertMeasure(
                1, 0, AveragePrecision.of(outcomes(new double[] {1, 2}, 1, 1)).value());
        assertMeasure(
                .5, 0, AveragePrecision.of(outcomes(new double[] {1, 1}, 1, 0)).value());
        assertEquals(
                "average precision undefined: no events (by chance undefined: no customers)",
                AveragePrecision.of(NOBODY).toString());
    }

    @Test
    void kolmogorovSmirnovIsTheLargestDistance() {
        KolmogorovSmirnov distance = KolmogorovSmirnov.of(EXAMPLE);
        // At .3: 4 of 4 events, 3 of 5 others.
        assertMeasure(.4, 1e-15, distance.distance());
        assertMeasure(.3, 0, distance.score());
        assertMeasure(
                0, 0, KolmogorovSmirnov.of(outcomes(new double[] {1, 1}, 1, 0)).distance());
        assertMeasure(
                1, 0, KolmogorovSmirnov.of(outcomes(new double[] {1, 2}, 1, 0)).distance());
        assertUndefined(
                "nothing but events",
                KolmogorovSmirnov.of(outcomes(new double[] {1}, 1)).score());
        assertUndefined("no events", KolmogorovSmirnov.of(NOBODY).distance());
        assertEquals(
                "Kolmogorov-Smirnov undefined",
                KolmogorovSmirnov.of(NOBODY).toString().split(":")[0]);
    }

    @Test
    void gainSharesTiesInProportion() {
        assertMeasure(0, 0, EXAMPLE.gain(0));
        assertMeasure(1, 0, EXAMPLE.gain(1));
        // 2 customers: the first and half of the tie at .8.
        assertMeasure((1 + .5) / 4, 1e-15, EXAMPLE.gain(2 / 9.0));
        assertMeasure((1 + .5) / 4 / (2 / 9.0), 1e-15, EXAMPLE.lift(2 / 9.0));
        assertUndefined("no events", NOBODY.gain(.5));
        assertUndefined("no events", NOBODY.lift(.5));
        assertEquals("share must be in [0, 1]: 1.5", refusal(() -> EXAMPLE.gain(1.5)));
        assertEquals("share must be in (0, 1]: 0.0", refusal(() -> EXAMPLE.lift(0)));
    }

    @Test
    void liftTableCutsEqualSlices() {
        LiftTable table = LiftTable.of(EXAMPLE, 3);
        List<LiftSlice> slices = table.slices();
        assertEquals(3, slices.get(0).customers(), 1e-15);
        assertEquals(2, slices.get(0).events(), 1e-15);
        assertEquals(4 / 3.0, slices.get(1).events(), 1e-14);
        assertEquals(2 / 3.0, slices.get(2).events(), 1e-14);
        assertMeasure(2 / 3.0 / (4 / 9.0), 1e-15, slices.get(0).lift());
        assertMeasure(5 / 6.0, 1e-15, slices.get(1).gain());
        assertMeasure(1, 1e-15, slices.get(2).cumulativeLift());
        assertEquals(10, LiftTable.of(EXAMPLE).slices().size());
        assertUndefined("no customers", LiftTable.of(NOBODY).slices().get(0).rate());
        assertUndefined("no events", LiftTable.of(NOBODY).slices().get(0).lift());
        for (LiftSlice slice :
                LiftTable.of(outcomes(new double[] {1, 1, 1}, 1, 0, 0)).slices()) {
            assertMeasure(1, 1e-14, slice.lift());
        }
        assertEquals("count must be in [1, 1000]: 0", refusal(() -> LiftTable.of(EXAMPLE, 0)));
        assertTrue(table.toString().startsWith("3 slices, top 0.3333333333333333: lift 1.5"));
    }

    @Test
    void badScoresAreRefused() {
        assertEquals("scores[1] must be finite: NaN", refusal(() -> outcomes(new double[] {1, Double.NaN}, 1, 0)));
        assertEquals(
                "score must be finite: Infinity",
                refusal(() -> Stream.of(1.0 / 0).collect(ScoredOutcomes.collector((Double d) -> d, d -> true))));
        assertEquals(
                "scores and events must be equally long: 1 and 2",
                refusal(() -> ScoredOutcomes.of(new double[1], new boolean[2])));
        assertEquals(
                "others[0] must be at least 0: -1",
                refusal(() -> ScoredOutcomes.ofCounts(new double[1], new long[1], new long[] {-1})));
        assertEquals(
                "events[0] must be at least 0: -2",
                refusal(() -> ScoredOutcomes.ofCounts(new double[1], new long[] {-2}, new long[1])));
    }

    @Test
    void contactPolicyPaysFromTheBreakEvenOn() {
        ContactPolicy policy = ContactPolicy.of(100, .5).withContactCost(1).withIncentive(10, .8);
        // A leaver brings .5 · 90 − 1 = 44, another −.8 · 10 − 1 = −9.
        assertMeasure(9 / 53.0, 1e-16, policy.breakEven());
        assertEquals(0, policy.worth(9 / 53.0), 1e-14);
        assertEquals(44, policy.worth(1));
        assertEquals(-9, policy.worth(0));
        assertMeasure(0, 0, ContactPolicy.of(100, .5).breakEven());
        assertUndefined(
                "no contact can pay", ContactPolicy.of(10, .5).withIncentive(10).breakEven());
        assertEquals("a contact of a leaver brings 44.0, of another customer -9.0", policy.toString());
    }

    @Test
    void profitIsCountedOnKnownOutcomes() {
        ContactPolicy policy = ContactPolicy.of(100, .5).withContactCost(1).withIncentive(10, .8);
        ContactProfit two = policy.profit(EXAMPLE, 2 / 9.0);
        assertEquals(2, two.contacts(), 1e-15);
        assertEquals(1.5, two.leavers(), 1e-15);
        assertEquals(1.5 * 44 - .5 * 9, two.profit(), 1e-13);
        assertMeasure(.8, 0, two.lowestScore());
        ContactProfit best = policy.best(EXAMPLE);
        assertEquals(7, best.contacts());
        assertEquals(4 * 44 - 3 * 9, best.profit(), 1e-13);
        assertMeasure(.3, 0, best.lowestScore());
        assertEquals(
                best.profit() - 20, policy.withCampaignCost(20).best(EXAMPLE).profit(), 1e-13);
    }

    @Test
    void contactingNobodyIsAPolicy() {
        ContactPolicy dear = ContactPolicy.of(10, .1).withContactCost(5).withCampaignCost(7);
        ContactProfit best = dear.best(EXAMPLE);
        assertEquals(0, best.contacts());
        assertEquals(0, best.profit());
        assertUndefined("nobody is contacted", best.lowestScore());
        assertEquals(0, dear.profit(EXAMPLE, 0).profit());
        assertEquals(0, dear.best(NOBODY).share());
        assertEquals("savedShare must be in [0, 1]: 2.0", refusal(() -> ContactPolicy.of(1, 2)));
        assertEquals("customerValue must be finite and at least 0: -1.0", refusal(() -> ContactPolicy.of(-1, 1)));
        assertEquals("cost must be finite and at least 0: NaN", refusal(() -> dear.withContactCost(Double.NaN)));
        assertEquals("takenByOthers must be in [0, 1]: -1.0", refusal(() -> dear.withIncentive(1, -1)));
        assertEquals("probability must be in [0, 1]: 1.1", refusal(() -> dear.worth(1.1)));
        assertEquals("share must be in [0, 1]: -0.5", refusal(() -> dear.profit(EXAMPLE, -.5)));
    }

    @Test
    void anyShareOfNothingButLeaversIsAPolicy() {
        ScoredOutcomes leavers = ScoredOutcomes.ofCounts(new double[] {2, 1}, new long[] {7, 3}, new long[2]);
        ContactPolicy policy = ContactPolicy.of(10, 1);
        for (int k = 0; k <= 1_000; k++) {
            ContactProfit profit = policy.profit(leavers, k / 1_000.0);
            assertEquals(profit.contacts(), profit.leavers(), 1e-14);
            assertEquals(k / 100.0, profit.contacts(), 1e-14);
        }
    }

    @Test
    void theIntervalOfTheAucIsDeLongs() {
        long[] events = {200, 100, 0, 200, 0};
        long[] others = {0, 100, 100, 100, 200};
        Estimate auc = RocAuc.of(ScoredOutcomes.ofCounts(new double[] {.9, .8, .5, .3, .1}, events, others))
                .auc();
        double error = auc.standardError().orElseThrow();
        double reach = 1.959963984540054 * error;
        double value = auc.value().orElseThrow();
        assertInterval(value - reach, value + reach, 1e-14, auc);
        assertTrue(value + reach < 1 && error > 0);
    }

    @Test
    void oneCustomerInAClassHasNoError() {
        Estimate auc = RocAuc.of(outcomes(new double[] {1, 2, 3}, 1, 0, 1)).auc();
        assertUndefined("one customer in a class", auc.standardError());
        double[] scores = {1, 2, 3};
        for (boolean[] events : new boolean[][] {{true, false, true}, {false, true, false}}) {
            Estimate difference = RocAuc.difference(scores, scores, events);
            assertUndefined("one customer in a class", difference.standardError());
            assertEquals(3, difference.n());
        }
        double[] other = {2, 1, 3, 4};
        assertTrue(RocAuc.difference(new double[] {1, 2, 3, 4}, other, new boolean[] {true, false, true, false})
                .standardError()
                .isDefined());
    }

    @Test
    void theHighestScoreIsGivenOfSeveralThatSeparateAlike() {
        KolmogorovSmirnov distance = KolmogorovSmirnov.of(outcomes(new double[] {.9, .5, .3, .1}, 1, 0, 1, 0));
        assertMeasure(.5, 0, distance.distance());
        assertMeasure(.9, 0, distance.score());
    }

    @Test
    void tablesDifferByScoresAndCounts() {
        assertNotEquals(EXAMPLE, NOBODY);
        assertNotEquals(EXAMPLE, "table");
        ScoredOutcomes one = ScoredOutcomes.ofCounts(new double[] {.5, .7}, new long[] {1, 0}, new long[] {1, 0});
        assertEquals(1, one.size(), "a score that nobody has is none");
        assertNotEquals(one, ScoredOutcomes.ofCounts(new double[] {.6}, new long[] {1}, new long[] {1}));
        assertNotEquals(one, ScoredOutcomes.ofCounts(new double[] {.5}, new long[] {2}, new long[] {1}));
        assertNotEquals(one, ScoredOutcomes.ofCounts(new double[] {.5}, new long[] {1}, new long[] {2}));
    }

    @Test
    void collectorsKeepManyCustomers() {
        ScoredOutcomes expected = ScoredOutcomes.of(
                IntStream.range(0, 1_000).mapToDouble(i -> i % 7).toArray(), everyThird(1_000));
        var collector = ScoredOutcomes.collector((Integer i) -> i % 7, i -> i % 3 == 0);
        assertEquals(expected, IntStream.range(0, 1_000).boxed().collect(collector));
        assertEquals(expected, IntStream.range(0, 1_000).boxed().parallel().collect(collector));
    }

    private static boolean[] everyThird(int size) {
        boolean[] flags = new boolean[size];
        for (int i = 0; i < size; i += 3) {
            flags[i] = true;
        }
        return flags;
    }

    @Test
    void columnsAndSharesOutsideTheirRangeAreRefused() {
        assertEquals(
                "scores and events must be equally long: 1 and 2",
                refusal(() -> ScoredOutcomes.ofCounts(new double[1], new long[2], new long[1])));
        assertEquals(
                "scores and others must be equally long: 1 and 2",
                refusal(() -> ScoredOutcomes.ofCounts(new double[1], new long[1], new long[2])));
        assertEquals("scores[0] must be finite: NaN", refusal(() -> outcomes(new double[] {Double.NaN}, 1)));
        assertEquals("share must be in (0, 1]: 0.0", refusal(() -> EXAMPLE.lift(0)));
        assertMeasure(1, 0, EXAMPLE.lift(1));
    }

    @Test
    void slicesAreAsManyAsAsked() {
        LiftTable thirds = LiftTable.of(EXAMPLE, 3);
        assertMeasure(2 / 3.0, 1e-15, thirds.slices().get(0).rate());
        assertEquals(1, LiftTable.of(EXAMPLE, 1).slices().size());
        assertEquals(1_000, LiftTable.of(EXAMPLE, 1_000).slices().size());
        assertEquals("count must be in [1, 1000]: 1001", refusal(() -> LiftTable.of(EXAMPLE, 1_001)));
    }

    @Test
    void whoCostsAndBringsNothingIsNotContacted() {
        ContactProfit best = ContactPolicy.of(100, .5).best(EXAMPLE);
        assertEquals(7, best.contacts());
        assertEquals(7 / 9.0, best.share());
        assertMeasure(.3, 0, best.lowestScore());
        assertEquals(
                "7.0 contacts (" + 7 / 9.0 + "), 4.0 of leavers, from score 0.3",
                best.toString().split(":")[0]);
    }

    @Test
    void theLastContactIsTheLowestScore() {
        ContactPolicy policy = ContactPolicy.of(0, 0);
        assertMeasure(.1, 0, policy.profit(EXAMPLE, 1).lowestScore());
        assertUndefined("nobody is contacted", policy.profit(EXAMPLE, 0).lowestScore());
        assertEquals(
                "customerValue must be finite and at least 0: Infinity", refusal(() -> ContactPolicy.of(1.0 / 0, 1)));
    }
}
