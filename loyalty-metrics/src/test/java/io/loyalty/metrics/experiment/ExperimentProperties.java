package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Hypergeometric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ExperimentProperties {

    @Provide
    Arbitrary<SuccessCounts> counts() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 60),
                        Arbitraries.doubles().between(0, 1))
                .as((n, share) -> SuccessCounts.of(Math.round(share * n), n));
    }

    @Provide
    Arbitrary<double[]> sample() {
        return Arbitraries.integers()
                .between(-5, 8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(list -> list.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    @Property(seed = "701", tries = 300)
    void swappedSharesGiveTheMirrorImage(@ForAll("counts") SuccessCounts a, @ForAll("counts") SuccessCounts b) {
        for (ProportionInterval method : ProportionInterval.values()) {
            ProportionComparison comparison =
                    ProportionComparison.withDefaults().with(method).with(ProportionTest.FISHER);
            ProportionDifference forth = comparison.compare(a, b);
            ProportionDifference back = comparison.compare(b, a);
            Interval interval = forth.difference().interval().orElseThrow();
            Interval mirrored = back.difference().interval().orElseThrow();
            assertEquals(interval.lower(), -mirrored.upper(), 1e-9);
            assertEquals(interval.upper(), -mirrored.lower(), 1e-9);
            assertTrue(interval.lower() >= -1 && interval.upper() <= 1);
            // Agresti and Caffo's is centred on other shares, and may leave an extreme difference out.
            if (method != ProportionInterval.AGRESTI_CAFFO) {
                assertTrue(interval.contains(forth.difference().value().orElseThrow()), interval::toString);
            }
            assertEquals(
                    forth.cohensH().value().orElseThrow(),
                    -back.cohensH().value().orElseThrow(),
                    1e-15);
            assertEquals(
                    forth.test().pValue().orElseThrow(), back.test().pValue().orElseThrow(), 1e-12);
        }
    }

    @Property(seed = "702", tries = 300)
    void fisherIsTheSumOfUnlikelyTables(@ForAll("counts") SuccessCounts a, @ForAll("counts") SuccessCounts b) {
        long all = a.n() + b.n();
        long marked = a.successes() + b.successes();
        double observed = Hypergeometric.pmf(all, marked, a.n(), a.successes());
        double sum = 0;
        for (long k = 0; k <= a.n(); k++) {
            double probability = Hypergeometric.pmf(all, marked, a.n(), k);
            sum += probability <= observed * (1 + 1e-7) ? probability : 0;
        }
        assertEquals(Math.min(1, sum), FisherExact.pValue(a, b, Alternative.TWO_SIDED), 1e-12 * sum);
    }

    @Property(seed = "703", tries = 100)
    void scoreIntervalsHoldExactlyTheDifferencesThatTheirTestAccepts(
            @ForAll("counts") SuccessCounts a, @ForAll("counts") SuccessCounts b) {
        Assume.that(a.n() + b.n() > 2);
        Interval narrow = ProportionInterval.MIETTINEN_NURMINEN.of(a, b, 0.8);
        Interval wide = ProportionInterval.MIETTINEN_NURMINEN.of(a, b, 0.99);
        assertTrue(wide.lower() <= narrow.lower() && wide.upper() >= narrow.upper());
        // At no difference the restricted shares are the pooled one.
        double pooled = (double) (a.successes() + b.successes()) / (a.n() + b.n());
        double n = a.n() + b.n();
        double variance = pooled * (1 - pooled) * (1.0 / a.n() + 1.0 / b.n()) * n / (n - 1);
        double d = a.value() - b.value();
        double z = Intervals.z(0.8);
        double excess = d * d - z * z * variance;
        if (Math.abs(excess) > 1e-9) {
            assertEquals(excess < 0, narrow.contains(0), () -> a + " " + b + " " + narrow);
        }
    }

    @Property(seed = "704", tries = 300)
    void exactRankTestAgreesWithAllChoices(@ForAll("sample") double[] first, @ForAll("sample") double[] second) {
        double[] pool = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, pool, first.length, second.length);
        Assume.that(pool.length <= 12 && Arrays.stream(pool).distinct().count() > 1);
        double observed = wins(first, second);
        double centre = first.length * second.length / 2.0;
        int extreme = 0;
        int greater = 0;
        int all = 0;
        for (int chosen = 0; chosen < 1 << pool.length; chosen++) {
            if (Integer.bitCount(chosen) == first.length) {
                double u = wins(chosen(pool, chosen, 1), chosen(pool, chosen, 0));
                all++;
                extreme += Math.abs(u - centre) >= Math.abs(observed - centre) ? 1 : 0;
                greater += u >= observed ? 1 : 0;
            }
        }
        RankComparison found = MannWhitney.withDefaults().compare(first, second);
        assertEquals(observed, found.test().statistic().orElseThrow());
        assertEquals((double) extreme / all, found.test().pValue().orElseThrow(), 1e-13);
        RankComparison oneSided =
                MannWhitney.withDefaults().with(Alternative.GREATER).compare(first, second);
        assertEquals((double) greater / all, oneSided.test().pValue().orElseThrow(), 1e-13);
    }

    private static double[] chosen(double[] pool, int bits, int wanted) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < pool.length; i++) {
            if ((bits >> i & 1) == wanted) {
                values.add(pool[i]);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double wins(double[] first, double[] second) {
        double wins = 0;
        for (double x : first) {
            for (double y : second) {
                wins += x > y ? 1 : x == y ? 0.5 : 0;
            }
        }
        return wins;
    }

    @Property(seed = "705", tries = 200)
    void rankComparisonsIgnoreMonotoneChangesAndOrder(
            @ForAll("sample") double[] first, @ForAll("sample") double[] second, @ForAll int shuffle) {
        RankComparison plain = MannWhitney.withDefaults().compare(first, second);
        assertEquals(plain, MannWhitney.withDefaults().compare(map(shuffled(first, shuffle)), map(second)));
        double back = MannWhitney.withDefaults()
                .compare(second, first)
                .superiority()
                .value()
                .orElseThrow();
        assertEquals(1, plain.superiority().value().orElseThrow() + back, 1e-15);
    }

    private static double[] map(double[] values) {
        return Arrays.stream(values).map(Math::exp).toArray();
    }

    private static double[] shuffled(double[] values, int seed) {
        List<Double> list = new ArrayList<>(Arrays.stream(values).boxed().toList());
        Collections.shuffle(list, new Random(seed));
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property(seed = "706", tries = 200)
    void exactSignedRankTestAgreesWithAllSigns(@ForAll("sample") double[] differences) {
        double[] sizes =
                Arrays.stream(differences).filter(d -> d != 0).map(Math::abs).toArray();
        Assume.that(sizes.length > 0);
        double[] ranks = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            for (double other : sizes) {
                ranks[i] += other < sizes[i] ? 1 : other == sizes[i] ? 0.5 : 0;
            }
            ranks[i] += 0.5;
        }
        double[] signs =
                Arrays.stream(differences).filter(d -> d != 0).map(Math::signum).toArray();
        double observed = 0;
        for (int i = 0; i < ranks.length; i++) {
            observed += signs[i] > 0 ? ranks[i] : 0;
        }
        int atLeast = 0;
        int atMost = 0;
        for (int bits = 0; bits < 1 << ranks.length; bits++) {
            double w = 0;
            for (int i = 0; i < ranks.length; i++) {
                w += (bits >> i & 1) == 1 ? ranks[i] : 0;
            }
            atLeast += w >= observed ? 1 : 0;
            atMost += w <= observed ? 1 : 0;
        }
        TestResult found = SignedRank.withDefaults()
                .compare(differences, new double[differences.length])
                .test();
        assertEquals(observed, found.statistic().orElseThrow());
        assertEquals(
                Math.min(1, 2.0 * Math.min(atLeast, atMost) / (1 << ranks.length)),
                found.pValue().orElseThrow(),
                1e-13);
    }

    @Property(seed = "707", tries = 200)
    void summariesOfPartsAreSummariesOfTheWhole(
            @ForAll("sample") double[] a, @ForAll("sample") double[] b, @ForAll("sample") double[] c) {
        SampleSummary whole = SampleSummary.of(concat(concat(a, b), c));
        SampleSummary left = SampleSummary.of(a).plus(SampleSummary.of(b)).plus(SampleSummary.of(c));
        SampleSummary right = SampleSummary.of(a).plus(SampleSummary.of(b).plus(SampleSummary.of(c)));
        for (SampleSummary parts : List.of(left, right)) {
            assertEquals(whole.n(), parts.n());
            assertEquals(whole.mean(), parts.mean(), 1e-13);
            assertEquals(whole.squaredDeviations(), parts.squaredDeviations(), 1e-11);
        }
    }

    private static double[] concat(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    @Property(seed = "708", tries = 200)
    void testsOfMeansIgnoreTheUnit(
            @ForAll("sample") double[] a,
            @ForAll("sample") double[] b,
            @ForAll @DoubleRange(min = 0.01, max = 100) double unit) {
        MeanDifference plain = MeanComparison.withDefaults().compare(a, b);
        Assume.that(plain.test().pValue().isDefined());
        double[] scaledA = Arrays.stream(a).map(x -> x * unit + 7).toArray();
        double[] scaledB = Arrays.stream(b).map(x -> x * unit + 7).toArray();
        MeanDifference scaled = MeanComparison.withDefaults().compare(scaledA, scaledB);
        assertEquals(plain.test().pValue().orElseThrow(), scaled.test().pValue().orElseThrow(), 1e-9);
        assertEquals(
                plain.hedgesG().value().value().orElse(0),
                scaled.hedgesG().value().value().orElse(0),
                1e-9);
        assertEquals(
                plain.difference().standardError().orElseThrow() * unit,
                scaled.difference().standardError().orElseThrow(),
                1e-9 * unit);
    }

    @Property(seed = "709", tries = 200)
    void hommelIsTheClosedTestOfSimes(@ForAll @IntRange(min = 1, max = 6) int m, @ForAll Random random) {
        double[] p = random.doubles(m).map(x -> x * x).toArray();
        double[] expected = new double[m];
        for (int set = 1; set < 1 << m; set++) {
            List<Double> members = new ArrayList<>();
            for (int i = 0; i < m; i++) {
                if ((set >> i & 1) == 1) {
                    members.add(p[i]);
                }
            }
            Collections.sort(members);
            double simes = 1;
            for (int j = 0; j < members.size(); j++) {
                simes = Math.min(simes, members.size() * members.get(j) / (j + 1));
            }
            for (int i = 0; i < m; i++) {
                if ((set >> i & 1) == 1) {
                    expected[i] = Math.max(expected[i], simes);
                }
            }
        }
        assertArrayEquals(expected, MultipleTesting.HOMMEL.adjust(p), 1e-14);
    }

    @Property(seed = "710", tries = 200)
    void adjustmentsKeepTheOrderAndNeverLower(@ForAll @IntRange(min = 1, max = 12) int m, @ForAll Random random) {
        double[] p = random.doubles(m).toArray();
        for (MultipleTesting method : MultipleTesting.values()) {
            double[] adjusted = method.adjust(p);
            for (int i = 0; i < m; i++) {
                assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1, method::toString);
                for (int j = 0; j < m; j++) {
                    assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j], method::toString);
                }
            }
        }
        double[] holm = MultipleTesting.HOLM.adjust(p);
        double[] hommel = MultipleTesting.HOMMEL.adjust(p);
        double[] bonferroni = MultipleTesting.BONFERRONI.adjust(p);
        double[] hochberg = MultipleTesting.BENJAMINI_HOCHBERG.adjust(p);
        for (int i = 0; i < m; i++) {
            assertTrue(hochberg[i] <= hommel[i] + 1e-15 && hommel[i] <= holm[i] + 1e-15 && holm[i] <= bonferroni[i]);
        }
    }

    @Property(seed = "711", tries = 100)
    void powerRisesWithSizeAndEffect(
            @ForAll @DoubleRange(min = 0.02, max = 0.9) double share, @ForAll @IntRange(min = 5, max = 5_000) int n) {
        SamplePlan plan = SamplePlan.withDefaults();
        double higher = share + 0.05;
        assertTrue(plan.powerForShares(higher, share, ArmSizes.of(n, n))
                <= plan.powerForShares(higher, share, ArmSizes.of(n + 10, n + 10)) + 1e-12);
        assertTrue(plan.powerForMeans(share, 1, ArmSizes.of(n, n))
                <= plan.powerForMeans(share + 0.1, 1, ArmSizes.of(n, n)) + 1e-10);
    }

    @Property(seed = "712", tries = 50)
    void tablesDoNotCareForOrder(
            @ForAll @IntRange(max = 40) int a, @ForAll @IntRange(max = 40) int b, @ForAll @IntRange(max = 40) int c) {
        long[] row1 = {a, b, 3};
        long[] row2 = {c, 5, a};
        Association plain = ContingencyTable.of(row1, row2).association();
        Association swapped = ContingencyTable.of(row2, row1).association();
        Association turned = ContingencyTable.of(new long[] {a, c}, new long[] {b, 5}, new long[] {3, a})
                .association();
        for (Association other : List.of(swapped, turned)) {
            assertEquals(
                    plain.chiSquare().statistic().orElseThrow(),
                    other.chiSquare().statistic().orElseThrow(),
                    1e-12);
            assertEquals(
                    plain.g().statistic().orElseThrow(), other.g().statistic().orElseThrow(), 1e-11);
        }
    }

    @Example
    void partialResultsAndCalculatorsTravel() throws IOException, ClassNotFoundException {
        CovariateAccumulator sums = new CovariateAccumulator();
        sums.accept(1, 2);
        sums.accept(3);
        assertEquals(sums.snapshot(), ((CovariateAccumulator) copy(sums)).snapshot());
        ArmAccumulator arm = new ArmAccumulator();
        arm.accept(2, 10);
        assertEquals(arm.snapshot(), ((ArmAccumulator) copy(arm)).snapshot());
        for (Object value : List.of(
                SuccessCounts.of(1, 2),
                SampleSummary.of(1, 2, 3),
                sums.snapshot(),
                arm.snapshot(),
                SequentialState.START,
                Allocation.even("a", "b"),
                ContingencyTable.of(new long[] {1, 2}, new long[] {3, 4}))) {
            assertEquals(value, copy(value));
        }
        Experiment experiment = (Experiment) copy(Experiment.of(Allocation.even("a", "b"), "a"));
        assertEquals("a", experiment.control());
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
