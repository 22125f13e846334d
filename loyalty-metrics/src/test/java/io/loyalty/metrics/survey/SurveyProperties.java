package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws that hold for all figures of the room: merging, order, counts against raw answers, complements, naive oracles. */
class SurveyProperties {

    private static final AnswerScale FIVE = AnswerScale.ONE_TO_FIVE.with(InvalidAnswers.DROP);
    private static final LikertScale SCALE =
            LikertScale.of(FIVE, "a", "b", "c", "d").withReversed("c");

    @Provide
    Arbitrary<int[]> row() {
        return Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.integers().between(1, 5)),
                        Tuple.of(1, Arbitraries.of(AnswerScale.MISSING, 0, 9)))
                .array(int[].class)
                .ofSize(4);
    }

    @Property(seed = "71", tries = 200)
    void itemsFromCountsRawAnswersAndPartsAgree(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 5) Integer> answers, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, random);
        int cut = answers.isEmpty() ? 0 : random.nextInt(answers.size() + 1);
        AnswerCounts merged = FIVE.count(array(shuffled.subList(cut, answers.size())))
                .plus(FIVE.count(array(shuffled.subList(0, cut))));
        assertEquals(LikertItem.of(array(answers)), LikertItem.of(merged));
        assertEquals(CustomerSatisfaction.of(array(answers)), CustomerSatisfaction.of(merged));
        assertEquals(
                EffortQuestion.ces1().score(array(answers)),
                EffortQuestion.ces1().score(merged));
    }

    @Property(seed = "72", tries = 200)
    void unitWeightsAreNoWeights(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> answers) {
        double[] ones = answers.stream().mapToDouble(a -> 1).toArray();
        assertEquals(
                LikertItem.of(array(answers)), LikertQuestion.withDefaults().score(array(answers), ones));
    }

    @Property(seed = "73", tries = 200)
    void itemFiguresAgreeWithANaiveComputation(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 5) Integer> answers) {
        LikertItem item = LikertItem.of(array(answers));
        int n = answers.size();
        double mean = answers.stream().mapToInt(a -> a).sum() / (double) n;
        double squares =
                answers.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
        List<Integer> sorted = answers.stream().sorted().toList();
        assertEquals(mean, item.mean().value().orElseThrow());
        assertEquals(Math.sqrt(squares / (n - 1)), item.standardDeviation().orElseThrow(), 1e-13);
        assertEquals(
                Math.sqrt(squares / (n - 1) / n), item.mean().standardError().orElseThrow(), 1e-13);
        assertEquals(
                (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0,
                item.median().orElseThrow());
        assertEquals(Math.sqrt(squares / n) / 2, item.polarisation().orElseThrow(), 1e-13);
        for (int mode : item.modes()) {
            assertTrue(IntStream.rangeClosed(1, 5)
                    .allMatch(level -> Collections.frequency(answers, level) <= Collections.frequency(answers, mode)));
        }
    }

    @Property(seed = "74", tries = 200)
    void reversingTurnsMeansAndSwapsBoxes(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 5) Integer> answers) {
        LikertItem there = LikertItem.of(array(answers));
        LikertItem back = LikertQuestion.withDefaults().with(ItemKey.REVERSED).score(array(answers));
        assertEquals(6 - there.mean().value().orElseThrow(), back.mean().value().orElseThrow(), 1e-14);
        assertEquals(there.top(), back.bottom());
        assertEquals(there.bottom(), back.top());
        assertEquals(there.net().value().orElseThrow(), 0.0 - back.net().value().orElseThrow());
        assertEquals(there.agreement().orElseThrow(), back.agreement().orElseThrow(), 1e-14);
        assertEquals(there.polarisation().orElseThrow(), back.polarisation().orElseThrow(), 1e-14);
    }

    @Property(seed = "75", tries = 200)
    void rankComparisonAgreesWithAllPairs(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 1, max = 5) Integer> first,
            @ForAll @Size(min = 1, max = 15) List<@IntRange(min = 1, max = 5) Integer> second) {
        double sum = 0;
        for (int a : first) {
            for (int b : second) {
                sum += Integer.signum(a - b);
            }
        }
        Comparison there = LikertItem.of(array(first)).rankMinus(LikertItem.of(array(second)), 0.95);
        Comparison back = LikertItem.of(array(second)).rankMinus(LikertItem.of(array(first)), 0.95);
        assertEquals(
                sum / first.size() / second.size(), there.difference().value().orElseThrow(), 1e-14);
        assertEquals(there.pValue(), back.pValue());
        assertTrue(there.pValue().value().orElse(0) <= 1);
    }

    @Property(seed = "76", tries = 200)
    void exactTestAgreesWithAllTables(
            @ForAll @IntRange(max = 12) int a,
            @ForAll @IntRange(max = 12) int b,
            @ForAll @IntRange(max = 12) int c,
            @ForAll @IntRange(max = 12) int d) {
        double all = 0;
        double unlikely = 0;
        for (int x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++) {
            double ways = choose(a + c, x) * choose(b + d, a + b - x);
            all += ways;
            unlikely += ways <= choose(a + c, a) * choose(b + d, b) ? ways : 0;
        }
        Measure p =
                SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(a, b, c, d)).pValue();
        if (a + b + c + d > 0) {
            assertEquals(unlikely / all, p.orElseThrow(), 1e-12);
        } else {
            assertEquals(Measure.undefined("no answers"), p);
        }
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return Math.rint(product);
    }

    @Property(seed = "77", tries = 100)
    void scalesFromPartsAndStreamsAgree(@ForAll @Size(max = 25) List<@From("row") int[]> rows) {
        LikertScaleCounts whole = SCALE.count(rows.toArray(int[][]::new));
        int half = rows.size() / 2;
        LikertScaleCounts late = SCALE.count(rows.subList(half, rows.size()).toArray(int[][]::new));
        LikertScaleCounts early = SCALE.count(rows.subList(0, half).toArray(int[][]::new));
        assertEquals(whole, late.plus(early));
        assertEquals(whole, rows.parallelStream().collect(SCALE.collector(row -> row)));
        LikertScaleAccumulator accumulator = SCALE.accumulator();
        rows.subList(0, half).forEach(accumulator::accept);
        LikertScaleAccumulator other = SCALE.accumulator();
        rows.subList(half, rows.size()).forEach(other::accept);
        assertEquals(whole, copy(other).combine(copy(accumulator)).snapshot());
        assertEquals(SCALE.reliability(whole), SCALE.reliability(late.plus(early)));
    }

    @Property(seed = "78", tries = 100)
    void scaleScoresAgreeWithANaiveComputation(@ForAll @Size(min = 2, max = 25) List<@From("row") int[]> rows) {
        double[] scores = rows.stream()
                .map(SCALE::score)
                .filter(Measure::isDefined)
                .mapToDouble(Measure::orElseThrow)
                .toArray();
        Estimate mean = SCALE.mean(SCALE.count(rows.toArray(int[][]::new)));
        assertEquals(scores.length, mean.n());
        if (scores.length > 1) {
            double m = IntStream.range(0, scores.length)
                    .mapToDouble(i -> scores[i])
                    .average()
                    .orElseThrow();
            double squares = IntStream.range(0, scores.length)
                    .mapToDouble(i -> (scores[i] - m) * (scores[i] - m))
                    .sum();
            assertEquals(m, mean.value().orElseThrow(), 1e-13);
            assertEquals(
                    Math.sqrt(squares / (scores.length - 1) / scores.length),
                    mean.standardError().orElseThrow(),
                    1e-12);
        }
    }

    @Property(seed = "79", tries = 100)
    void lambdaTwoIsNeverBelowAlphaAndOmegaIsAShare(@ForAll @Size(min = 3, max = 25) List<@From("row") int[]> rows) {
        ScaleReliability reliability = SCALE.reliability(SCALE.count(rows.toArray(int[][]::new)));
        if (reliability.alpha().isDefined()) {
            assertTrue(reliability.lambda2().orElseThrow()
                    >= reliability.alpha().value().orElseThrow() - 1e-12);
        }
        assertTrue(reliability.omega().value().orElse(0) >= 0);
        assertTrue(reliability.omega().value().orElse(1) <= 1);
        assertEquals(reliability.omega().isDefined(), reliability.factor().converged());
    }

    @Property(seed = "80", tries = 200)
    void secureCustomersPartitionTheBase(@ForAll @Size(max = 30) List<@From("row") int[]> rows) {
        SecureCustomerRule rule = SecureCustomerRule.BURKE_5.with(InvalidAnswers.DROP);
        SecureCustomerAccumulator first = rule.accumulator();
        SecureCustomerAccumulator second = rule.accumulator();
        SecureCustomerAccumulator whole = rule.accumulator();
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            whole.accept(row[0], row[1], row[2]);
            (i % 3 == 0 ? first : second).accept(row[0], row[1], row[2]);
        }
        SecureCustomerCounts counts = whole.snapshot();
        assertEquals(counts, first.snapshot().plus(second.snapshot()));
        assertEquals(counts, copy(second).combine(copy(first)).snapshot());
        long secure = rows.stream()
                .filter(row -> row[0] == 5 && row[1] == 5 && row[2] == 5)
                .count();
        assertEquals(secure, counts.secure().n());
        assertEquals(
                rows.size(),
                counts.total().n()
                        + counts.incomplete().n()
                        + counts.excluded().missing()
                        + counts.excluded().invalid());
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            int least = Math.min(row[0], Math.min(row[1], row[2]));
            int most = Math.max(row[0], Math.max(row[1], row[2]));
            if (least >= 1 && most <= 5) {
                SecureClass expected = least == 5
                        ? SecureClass.SECURE
                        : least == 4
                                ? SecureClass.FAVORABLE
                                : least == 3 ? SecureClass.VULNERABLE : SecureClass.AT_RISK;
                assertEquals(expected, rule.classify(row[0], row[1], row[2]));
            }
        }
    }

    @Property(seed = "81", tries = 200)
    void quadrantsPartitionTheBase(@ForAll @Size(max = 30) List<@From("row") int[]> rows) {
        SatisfactionLoyaltyRule rule =
                SatisfactionLoyaltyRule.attitude().withSatisfaction(FIVE, 4).withLoyalty(FIVE, 4);
        SatisfactionLoyaltyAccumulator whole = rule.accumulator();
        SatisfactionLoyaltyAccumulator first = rule.accumulator();
        SatisfactionLoyaltyAccumulator second = rule.accumulator();
        for (int i = 0; i < rows.size(); i++) {
            whole.accept(rows.get(i)[0], rows.get(i)[1]);
            (i % 2 == 0 ? first : second).accept(rows.get(i)[0], rows.get(i)[1]);
        }
        SatisfactionLoyaltyCounts counts = whole.snapshot();
        assertEquals(counts, second.snapshot().plus(first.snapshot()));
        assertEquals(counts, copy(first).combine(copy(second)).snapshot());
        SatisfactionLoyalty table = SatisfactionLoyalty.of(counts);
        if (counts.total().n() > 0) {
            assertEquals(
                    1.0,
                    table.loyalists().value().orElseThrow()
                            + table.mercenaries().value().orElseThrow()
                            + table.hostages().value().orElseThrow()
                            + table.defectors().value().orElseThrow(),
                    1e-14);
        }
        assertEquals(
                rows.size(),
                counts.total().n()
                        + counts.excluded().missing()
                        + counts.excluded().invalid());
    }

    @Property(seed = "82", tries = 100)
    void reasonsMergeAndCountRespondents(
            @ForAll @Size(max = 20) List<@IntRange(max = 10) Integer> answers, @ForAll Random random) {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        ReasonAccumulator whole = question.reasons();
        ReasonAccumulator first = question.reasons();
        ReasonAccumulator second = question.reasons();
        long withA = 0;
        for (int answer : answers) {
            List<String> reasons = random.ints(random.nextInt(4), 0, 5)
                    .mapToObj(i -> "abcde".substring(i, i + 1))
                    .toList();
            withA += reasons.contains("a") ? 1 : 0;
            whole.accept(answer, reasons);
            (random.nextBoolean() ? first : second).accept(answer, reasons);
        }
        ReasonCounts counts = whole.snapshot();
        assertEquals(counts, copy(second).combine(copy(first)).snapshot());
        assertEquals(counts, first.snapshot().plus(second.snapshot()));
        assertEquals(
                withA,
                counts.naming().getOrDefault("a", NetPromoterCounts.of(0, 0, 0)).base());
        assertEquals(question.counts(array(answers)), counts.all());
        ReasonReport report = counts.report();
        assertEquals(
                new TreeSet<>(counts.naming().keySet()),
                new TreeSet<>(report.reasons().stream().map(Reason::name).toList()));
    }

    @Property(seed = "83", tries = 60)
    void explainedPartsAddUpToRSquared(@ForAll @Size(min = 8, max = 30) List<@From("row") int[]> rows) {
        DriverAnalysis analysis = DriverAnalysis.of(FIVE, FIVE, "a", "b", "c");
        DriverAccumulator accumulator = analysis.accumulator();
        for (int[] row : rows) {
            accumulator.accept(row[0], new int[] {row[1], row[2], row[3]});
        }
        DriverAccumulator other = copy(analysis.accumulator()).combine(copy(accumulator));
        DriverReport report = analysis.report(other.snapshot());
        assertEquals(analysis.report(accumulator.snapshot()), report);
        if (report.rSquared().isDefined()) {
            double sum = report.drivers().stream()
                    .mapToDouble(driver -> driver.explained().orElseThrow())
                    .sum();
            assertEquals(report.rSquared().orElseThrow(), sum, 1e-12);
        }
    }

    private static int[] array(List<Integer> answers) {
        return answers.stream().mapToInt(Integer::intValue).toArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T accumulator) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(accumulator);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
