package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.column.SortedDoubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

    /** A customer's probability of leaving, and whether it left. */
    record Scored(double score, boolean event) {}

    @Provide
    Arbitrary<List<Scored>> customers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12).map(i -> i / 12.0), Arbitraries.of(true, false))
                .as(Scored::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static ScoredOutcomes table(List<Scored> customers) {
        return customers.stream().collect(ScoredOutcomes.collector(Scored::score, Scored::event));
    }

    @Property(tries = 300, seed = "20261301")
    void aucIsTheShareOfPairs(@ForAll("customers") List<Scored> customers) {
        double won = 0;
        double pairs = 0;
        for (Scored a : customers) {
            for (Scored b : customers) {
                if (a.event && !b.event) {
                    pairs++;
                    won += a.score > b.score ? 1 : a.score == b.score ? .5 : 0;
                }
            }
        }
        RocAuc auc = RocAuc.of(table(customers));
        assertEquals(pairs > 0, auc.auc().isDefined());
        if (pairs > 0) {
            assertEquals(won / pairs, auc.auc().value().orElseThrow(), 1e-15);
        }
    }

    @Property(tries = 200, seed = "20261302")
    void aucOfTheOppositeIsTheComplement(@ForAll("customers") List<Scored> customers) {
        Estimate auc = RocAuc.of(table(customers)).auc();
        List<Scored> turned = customers.stream()
                .map(customer -> new Scored(-customer.score, customer.event))
                .toList();
        List<Scored> swapped = customers.stream()
                .map(customer -> new Scored(customer.score, !customer.event))
                .toList();
        for (List<Scored> opposite : List.of(turned, swapped)) {
            Estimate other = RocAuc.of(table(opposite)).auc();
            if (auc.isDefined()) {
                assertEquals(1 - auc.value().orElseThrow(), other.value().orElseThrow(), 1e-15);
                if (auc.standardError().isDefined()) {
                    assertEquals(
                            auc.standardError().orElseThrow(),
                            other.standardError().orElseThrow(),
                            1e-14);
                }
            }
        }
    }

    @Property(tries = 200, seed = "20261303")
    void orderAndSplitDoNotMatter(
            @ForAll("customers") List<Scored> customers, @ForAll Random random, @ForAll @IntRange(max = 40) int cut) {
        List<Scored> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, random);
        int at = Math.min(cut, customers.size());
        assertEquals(
                table(customers), table(shuffled.subList(0, at)).plus(table(shuffled.subList(at, customers.size()))));
    }

    @Property(tries = 200, seed = "20261304")
    void monotoneChangesOfTheScoreDoNotMatter(@ForAll("customers") List<Scored> customers) {
        List<Scored> changed = customers.stream()
                .map(customer -> new Scored(Math.exp(3 * customer.score) - 20, customer.event))
                .toList();
        assertEquals(RocAuc.of(table(customers)), RocAuc.of(table(changed)));
        assertEquals(AveragePrecision.of(table(customers)), AveragePrecision.of(table(changed)));
        assertEquals(LiftTable.of(table(customers)), LiftTable.of(table(changed)));
        assertEquals(
                KolmogorovSmirnov.of(table(customers)).distance(),
                KolmogorovSmirnov.of(table(changed)).distance());
    }

    @Property(tries = 200, seed = "20261305")
    void gainIsTheMeanOverTheOrdersOfTies(
            @ForAll("customers") List<Scored> customers, @ForAll @DoubleRange(max = 1) double share) {
        ScoredOutcomes table = table(customers);
        if (table.events() == 0) {
            return;
        }
        // Each customer counts by how much of it lies above the cut, ties alike.
        double cut = share * customers.size();
        double found = 0;
        for (Scored customer : customers) {
            double above =
                    customers.stream().filter(c -> c.score > customer.score).count();
            double tied =
                    customers.stream().filter(c -> c.score == customer.score).count();
            if (customer.event) {
                found += Math.max(0, Math.min(1, (cut - above) / tied));
            }
        }
        assertEquals(found / table.events(), table.gain(share).orElseThrow(), 1e-12);
    }

    @Property(tries = 200, seed = "20261306")
    void liftSlicesAddUp(@ForAll("customers") List<Scored> customers, @ForAll @IntRange(min = 1, max = 15) int count) {
        ScoredOutcomes table = table(customers);
        List<LiftSlice> slices = LiftTable.of(table, count).slices();
        assertEquals(
                table.events(), slices.stream().mapToDouble(LiftSlice::events).sum(), 1e-12);
        assertEquals(
                table.customers(),
                slices.stream().mapToDouble(LiftSlice::customers).sum(),
                1e-12);
    }

    @Property(tries = 200, seed = "20261307")
    void brierPartsAddUp(@ForAll("customers") List<Scored> customers, @ForAll @IntRange(min = 1, max = 15) int bins) {
        BrierScore brier = BrierScore.of(table(customers), bins);
        assertEquals(
                brier.score().value().orElseThrow(),
                brier.reliability().orElseThrow()
                        - brier.resolution().orElseThrow()
                        + brier.uncertainty().orElseThrow()
                        + brier.within().orElseThrow(),
                1e-15);
        double naive = customers.stream()
                .mapToDouble(customer -> Math.pow(customer.score - (customer.event ? 1 : 0), 2))
                .average()
                .orElseThrow();
        assertEquals(naive, brier.score().value().orElseThrow(), 1e-14);
        if (bins == 12) {
            // Every bin of twelfths holds one probability, but the first, which also holds 0.
            assertTrue(Math.abs(brier.within().orElseThrow()) < 0.01);
        }
    }

    @Property(tries = 200, seed = "20261308")
    void bestPolicyBeatsEveryCut(
            @ForAll("customers") List<Scored> customers, @ForAll @DoubleRange(max = 40) double cost) {
        ContactPolicy policy = ContactPolicy.of(100, .4).withContactCost(cost).withIncentive(10, .5);
        ScoredOutcomes table = table(customers);
        double best = policy.best(table).profit();
        for (int k = 0; k <= 20; k++) {
            assertTrue(policy.profit(table, k / 20.0).profit() <= best + 1e-9);
        }
    }

    @Property(tries = 100, seed = "20261309")
    void fittedProbabilitiesAverageToTheShare(
            @ForAll("customers") List<Scored> customers, @ForAll @DoubleRange(max = 3) double ridge) {
        double[][] rows = customers.stream()
                .map(customer -> new double[] {customer.score, customer.score * customer.score})
                .toArray(double[][]::new);
        boolean[] events = new boolean[rows.length];
        double count = 0;
        for (int i = 0; i < events.length; i++) {
            events[i] = customers.get(i).event;
            count += events[i] ? 1 : 0;
        }
        LogisticModel model = LogisticRegression.withDefaults().withRidge(ridge).fit(List.of("s", "s2"), rows, events);
        if (model.converged()) {
            assertEquals(count, Arrays.stream(model.probabilities(rows)).sum(), 1e-8);
        } else {
            assertTrue(model.status() != FitStatus.ITERATION_LIMIT);
        }
    }

    @Property(tries = 30, seed = "20261310")
    void longColumnsAreSorted(@ForAll @IntRange(max = 20_000) int length, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(length)
                .map(u -> u < .1 ? -0.0 : u < .2 ? 0 : Math.tan(3 * u))
                .toArray();
        double[] expected = values.clone();
        Arrays.sort(expected);
        SortedDoubles.sort(values);
        assertArrayEquals(expected, values);
    }

    @Property(tries = 10, seed = "20261311")
    void extremeNumbersAreSorted(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.longs(10_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double[] expected = values.clone();
        Arrays.sort(expected);
        SortedDoubles.sort(values);
        assertArrayEquals(expected, values);
    }
}
