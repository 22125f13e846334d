package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SurvivalProperties {

    /** One customer: observed from an age to another, and whether the event ended it. */
    record Life(double entry, double time, boolean event) {}

    @Provide
    Arbitrary<List<Life>> lives() {
        // Whole and fractional times, with many ties.
        Arbitrary<Double> times = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 12).map(i -> (double) i),
                Arbitraries.integers().between(0, 40).map(i -> i / 4.0 + 0.1),
                Arbitraries.just(70_000.0));
        return Combinators.combine(times, Arbitraries.of(true, true, false))
                .as((time, event) -> new Life(0, time, event))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Life>> lateLives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(true, false))
                .as((entry, stay, event) -> new Life(entry, entry + stay, event))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static LifeTable table(List<Life> lives) {
        LifeTimes accumulator = new LifeTimes();
        lives.forEach(life -> accumulator.acceptEntered(life.entry, life.time, life.event, 1));
        return accumulator.snapshot();
    }

    private static SurvivalCurve curve(List<Life> lives) {
        return KaplanMeier.withDefaults().estimate(table(lives));
    }

    /** The product taken over the definition, customer by customer, in 34 digits. */
    private static BigDecimal naive(List<Life> lives, double time) {
        BigDecimal share = BigDecimal.ONE;
        for (double at : lives.stream()
                .filter(life -> life.event && life.time <= time)
                .mapToDouble(Life::time)
                .distinct()
                .sorted()
                .toArray()) {
            long events =
                    lives.stream().filter(life -> life.event && life.time == at).count();
            long atRisk = lives.stream()
                    .filter(life -> life.time >= at && (life.entry < at || life.entry == 0))
                    .count();
            share = share.multiply(BigDecimal.valueOf(atRisk - events))
                    .divide(BigDecimal.valueOf(atRisk), MathContext.DECIMAL128);
        }
        return share;
    }

    @Property(tries = 400, seed = "20261101")
    void curveIsTheNaiveProduct(@ForAll("lives") List<Life> lives) {
        SurvivalCurve curve = curve(lives);
        for (Life life : lives) {
            double expected = naive(lives, life.time).doubleValue();
            assertEquals(expected, curve.at(life.time).value().orElseThrow(), Math.ulp(expected));
        }
    }

    @Property(tries = 400, seed = "20261102")
    void lateEntriesAreTheNaiveProduct(@ForAll("lateLives") List<Life> lives) {
        SurvivalCurve curve = curve(lives);
        for (Life life : lives) {
            double expected = naive(lives, life.time).doubleValue();
            assertEquals(expected, curve.at(life.time).value().orElseThrow(), Math.ulp(expected));
        }
    }

    @Property(tries = 200, seed = "20261103")
    void orderAndSplitDoNotMatter(
            @ForAll("lateLives") List<Life> lives, @ForAll Random random, @ForAll @IntRange(max = 30) int cut) {
        List<Life> shuffled = new ArrayList<>(lives);
        Collections.shuffle(shuffled, random);
        int at = Math.min(cut, lives.size());
        LifeTable whole = table(lives);
        LifeTable parts = table(shuffled.subList(0, at)).plus(table(shuffled.subList(at, lives.size())));
        assertEquals(whole, parts);
        LifeTimes first = new LifeTimes();
        shuffled.subList(0, at).forEach(life -> first.acceptEntered(life.entry, life.time, life.event, 1));
        LifeTimes second = new LifeTimes();
        shuffled.subList(at, lives.size()).forEach(life -> second.acceptEntered(life.entry, life.time, life.event, 1));
        assertEquals(
                whole,
                Copies.serialized(first).combine(Copies.serialized(second)).snapshot());
    }

    @Property(tries = 200, seed = "20261104")
    void weightsAreRepetitions(@ForAll("lives") List<Life> lives, @ForAll @IntRange(max = 4) int weight) {
        LifeTimes weighted = new LifeTimes();
        LifeTimes repeated = new LifeTimes();
        for (Life life : lives) {
            weighted.accept(life.time, life.event, weight);
            for (int k = 0; k < weight; k++) {
                repeated.accept(life.time, life.event);
            }
        }
        assertEquals(repeated.snapshot(), weighted.snapshot());
    }

    @Property(tries = 200, seed = "20261105")
    void curveFallsAndItsIntervalHoldsIt(@ForAll("lives") List<Life> lives) {
        double before = 1;
        for (SurvivalPoint point : curve(lives).points()) {
            double share = point.survival().value().orElseThrow();
            assertTrue(share < before);
            before = share;
            for (SurvivalInterval scale : SurvivalInterval.values()) {
                Estimate estimate = KaplanMeier.withDefaults()
                        .with(scale)
                        .estimate(table(lives))
                        .at(point.time());
                assertEquals(share > 0, estimate.interval().isPresent());
                estimate.interval().ifPresent(interval -> assertTrue(holds(interval, share)));
            }
        }
    }

    private static boolean holds(Interval interval, double share) {
        return interval.contains(share) && interval.lower() >= 0 && interval.upper() <= 1;
    }

    @Property(tries = 200, seed = "20261106")
    void restrictedMeanOfCompleteLivesIsTheirMean(@ForAll("lives") List<Life> lives) {
        List<Life> complete =
                lives.stream().map(life -> new Life(0, life.time, true)).toList();
        double mean = complete.stream().mapToDouble(Life::time).average().orElseThrow();
        Estimate restricted = curve(complete).restrictedMean();
        assertEquals(mean, restricted.value().orElseThrow(), 1e-12 * (1 + mean));
        // Without cut-offs Greenwood's error is that of the mean with divisor n.
        double squares = complete.stream()
                .mapToDouble(life -> (life.time - mean) * (life.time - mean))
                .sum();
        double n = complete.size();
        assertEquals(Math.sqrt(squares / n / n), restricted.standardError().orElseThrow(), 1e-10 * (1 + mean));
    }

    @Property(tries = 200, seed = "20261107")
    void conditionalSharesMultiply(@ForAll("lives") List<Life> lives) {
        SurvivalCurve curve = curve(lives);
        double last = lives.stream().mapToDouble(Life::time).max().orElseThrow();
        double middle = last / 2;
        double reached = curve.at(middle).value().orElseThrow();
        if (reached > 0) {
            assertEquals(
                    curve.at(last).value().orElseThrow(),
                    reached * curve.between(middle, last).value().orElseThrow(),
                    1e-14);
        }
    }

    @Property(tries = 100, seed = "20261108")
    void logRankDoesNotDependOnTheOrderOfGroups(
            @ForAll("lateLives") List<Life> a, @ForAll("lateLives") List<Life> b, @ForAll("lateLives") List<Life> c) {
        LogRankTest one = LogRankTest.of(List.of(table(a), table(b), table(c)));
        LogRankTest two = LogRankTest.of(List.of(table(c), table(a), table(b)));
        assertEquals(one.chiSquare().isDefined(), two.chiSquare().isDefined());
        if (one.chiSquare().isDefined()) {
            assertEquals(one.chiSquare().orElseThrow(), two.chiSquare().orElseThrow(), 1e-8);
            double expected =
                    one.groups().stream().mapToDouble(LogRankGroup::expected).sum();
            long observed =
                    one.groups().stream().mapToLong(LogRankGroup::observed).sum();
            assertEquals(observed, expected, 1e-9);
        }
    }

    @Property(tries = 100, seed = "20261109")
    void hazardOfUnitPeriodsIsThatOfTheCurve(@ForAll("lateLives") List<Life> lives) {
        LifeTimes whole = new LifeTimes();
        lives.forEach(life -> whole.accept(life.time, life.event));
        LifeTable table = whole.snapshot();
        DiscreteHazard hazard = DiscreteHazard.of(table, 1);
        SurvivalCurve curve = KaplanMeier.withDefaults().estimate(table);
        for (int k = 0; k < hazard.periods().size(); k++) {
            assertEquals(
                    1 - curve.at(k).value().orElseThrow(),
                    hazard.churnWithin(0, k + 1).value().orElseThrow(),
                    1e-14);
        }
    }
}
