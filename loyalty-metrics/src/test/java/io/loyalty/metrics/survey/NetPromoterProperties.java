package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
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
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NetPromoterProperties {

    private static final NetPromoterQuestion DROPPING =
            NetPromoterQuestion.withDefaults().with(InvalidAnswers.DROP);

    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.integers().between(0, 10)),
                        Tuple.of(1, Arbitraries.of(AnswerScale.MISSING)),
                        Tuple.of(1, Arbitraries.integers()))
                .list()
                .ofMaxSize(60);
    }

    @Property(seed = "61", tries = 300)
    void countsAreThoseOfANaiveCount(@ForAll("answers") List<Integer> answers) {
        long detractors = answers.stream().filter(a -> a >= 0 && a <= 6).count();
        long passives = answers.stream().filter(a -> a == 7 || a == 8).count();
        long promoters = answers.stream().filter(a -> a == 9 || a == 10).count();
        long missing = answers.stream().filter(a -> a == AnswerScale.MISSING).count();
        long invalid = answers.size() - detractors - passives - promoters - missing;
        NetPromoterScore score = DROPPING.score(array(answers));
        assertEquals(
                NetPromoterCounts.of(detractors, passives, promoters).with(new Excluded(missing, invalid, 0)),
                score.counts());
        long n = detractors + passives + promoters;
        if (n > 0) {
            assertEquals(
                    100.0 * (promoters - detractors) / n, score.score().value().orElseThrow());
        }
    }

    @Property(seed = "62", tries = 200)
    void rawAnswersLevelsAndCountsScoreAlike(@ForAll("answers") List<Integer> answers) {
        NetPromoterScore raw = DROPPING.score(array(answers));
        assertEquals(raw, DROPPING.score(DROPPING.scale().count(array(answers))));
        assertEquals(raw, DROPPING.score(raw.counts()));
        assertEquals(raw, answers.stream().collect(DROPPING.collector(a -> a)));
        assertEquals(raw, answers.parallelStream().collect(DROPPING.collector(a -> a)));
    }

    @Property(seed = "63", tries = 200)
    void partsMergeToTheWholeInAnyOrder(
            @ForAll("answers") List<Integer> answers, @ForAll @IntRange(max = 60) int cut, @ForAll int shuffle) {
        int at = Math.min(cut, answers.size());
        List<Integer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, new Random(shuffle));
        NetPromoterCounts whole = DROPPING.counts(array(answers));
        NetPromoterCounts first = DROPPING.counts(array(shuffled.subList(0, at)));
        NetPromoterCounts second = DROPPING.counts(array(shuffled.subList(at, answers.size())));
        assertEquals(whole, first.plus(second));
        assertEquals(whole, second.plus(first));
    }

    @Property(seed = "64", tries = 200)
    void weightedPartsMergeToTheWhole(
            @ForAll @Size(max = 30) List<@IntRange(max = 10) Integer> answers, @ForAll Random random) {
        AnswerAccumulator whole = AnswerScale.ZERO_TO_TEN.accumulator();
        AnswerAccumulator first = AnswerScale.ZERO_TO_TEN.accumulator();
        AnswerAccumulator second = AnswerScale.ZERO_TO_TEN.accumulator();
        for (int answer : answers) {
            double weight = random.nextInt(4) == 0 ? 0 : Math.exp(6 * random.nextGaussian());
            whole.accept(answer, weight);
            (random.nextBoolean() ? first : second).accept(answer, weight);
        }
        assertEquals(whole.snapshot(), copy(second).combine(copy(first)).snapshot());
    }

    @Property(seed = "65", tries = 300)
    void swappingPromotersAndDetractorsTurnsTheSign(
            @ForAll @IntRange(max = 200) int detractors,
            @ForAll @IntRange(min = 1, max = 200) int passives,
            @ForAll @IntRange(max = 200) int promoters,
            @ForAll NetInterval method) {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults().with(method);
        Estimate there = question.score(NetPromoterCounts.of(detractors, passives, promoters))
                .score();
        Estimate back = question.score(NetPromoterCounts.of(promoters, passives, detractors))
                .score();
        assertEquals(there.value().orElseThrow(), -back.value().orElseThrow() + 0.0);
        if (there.interval().isPresent()) {
            assertEquals(there.interval().get().lower(), -back.interval().get().upper() + 0.0, 1e-12);
        }
    }

    @Property(seed = "66", tries = 300)
    void intervalsStayOnTheScaleAndWidenWithConfidence(
            @ForAll @IntRange(max = 200) int detractors,
            @ForAll @IntRange(max = 200) int passives,
            @ForAll @IntRange(min = 1, max = 200) int promoters,
            @ForAll NetInterval method) {
        NetPromoterCounts counts = NetPromoterCounts.of(detractors, passives, promoters);
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults().with(method);
        if (question.score(counts).score().interval().isEmpty()) {
            assertEquals(1, counts.base());
            return;
        }
        Interval narrow =
                question.withConfidence(0.8).score(counts).score().interval().orElseThrow();
        Interval wide =
                question.withConfidence(0.99).score(counts).score().interval().orElseThrow();
        assertTrue(-100 <= wide.lower() && wide.lower() <= narrow.lower());
        assertTrue(narrow.upper() <= wide.upper() && wide.upper() <= 100);
        if (method != NetInterval.ADJUSTED_WALD) {
            double score = NetPromoterScore.of(counts).score().value().orElseThrow();
            assertTrue(narrow.lower() <= score + 1e-12 && score <= narrow.upper() + 1e-12);
        }
    }

    @Property(seed = "67", tries = 200)
    void scalingTheWeightsChangesNothing(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 10) Integer> answers, @ForAll Random random) {
        double[] weights = random.doubles(answers.size(), 0.1, 5).toArray();
        double[] scaled = Arrays.stream(weights).map(w -> 3 * w).toArray();
        Estimate one = NetPromoterQuestion.withDefaults()
                .score(array(answers), weights)
                .score();
        Estimate other =
                NetPromoterQuestion.withDefaults().score(array(answers), scaled).score();
        assertEquals(one.value().orElseThrow(), other.value().orElseThrow(), 1e-11);
        assertEquals(one.standardError().orElseThrow(), other.standardError().orElseThrow(), 1e-11);
        assertEquals(one.effectiveN(), other.effectiveN(), 1e-11);
        assertEquals(
                one.interval().orElseThrow().lower(),
                other.interval().orElseThrow().lower(),
                1e-11);
    }

    @Property(seed = "68", tries = 100)
    void groupsAddUpToTheTotal(@ForAll("answers") List<Integer> answers) {
        NetPromoterCounts sum = answers.stream()
                .collect(Collectors.groupingBy(a -> Math.floorMod(a, 3), DROPPING.collector(a -> a)))
                .values()
                .stream()
                .map(NetPromoterScore::counts)
                .reduce(NetPromoterCounts.of(0, 0, 0), NetPromoterCounts::plus);
        assertEquals(DROPPING.counts(array(answers)), sum);
    }

    private static int[] array(List<Integer> answers) {
        return answers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static AnswerAccumulator copy(AnswerAccumulator accumulator) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(accumulator);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (AnswerAccumulator) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
