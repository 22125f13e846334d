package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers counted in parts are those counted at once, and what is counted is what was answered. */
class MergedAnswersTest {

    private static final int MISSING = AnswerScale.MISSING;

    private static int[][] rows() {
        int[][] rows = new int[300][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {1 + i % 5, i % 7 == 0 ? MISSING : 1 + i * 3 % 5, 1 + i * i % 5};
        }
        return rows;
    }

    private static LikertScale scale() {
        return LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b", "c");
    }

    @Test
    void respondentsOfAScaleAddUp() {
        int[][] rows = rows();
        LikertScale scale = scale();
        LikertScaleCounts whole = scale.count(rows);
        LikertScaleCounts early = scale.count(Arrays.copyOf(rows, 100));
        LikertScaleCounts late = scale.count(Arrays.copyOfRange(rows, 100, 300));
        assertEquals(300, whole.respondents());
        assertEquals(257, whole.complete().n());
        assertEquals(whole, early.plus(late));
        assertEquals(whole, Arrays.stream(rows).collect(scale.collector(row -> row)));
        assertEquals(whole, Arrays.stream(rows).parallel().collect(scale.collector(row -> row)));
        LikertScaleAccumulator left = scale.accumulator();
        LikertScaleAccumulator right = scale.accumulator();
        for (int i = 0; i < rows.length; i++) {
            (i % 2 == 0 ? left : right).accept(rows[i]);
        }
        assertSame(left, left.combine(right));
        assertEquals(whole, left.snapshot());
        assertEquals(whole.toString(), left.toString());
    }

    @Test
    void onlyScalesThatCountAlikeAreCombined() {
        LikertScaleAccumulator accumulator = scale().accumulator();
        for (LikertScale other : List.of(
                LikertScale.of(AnswerScale.ONE_TO_FIVE, "a", "b", "d"),
                LikertScale.of(AnswerScale.of(1, 7), "a", "b", "c"),
                LikertScale.of(AnswerScale.of(0, 5), "a", "b", "c"))) {
            assertTrue(refusal(() -> accumulator.combine(other.accumulator()))
                    .startsWith("other must count the items of "));
        }
    }

    @Test
    void answersMayBeCountedOneByOne() {
        AnswerAccumulator left = AnswerScale.ONE_TO_FIVE.accumulator();
        left.accept(2.0);
        left.accept(5);
        AnswerAccumulator right = AnswerScale.ONE_TO_FIVE.accumulator();
        right.accept(5);
        assertSame(left, left.combine(right));
        AnswerCounts counts = AnswerCounts.of(1, 0, 1, 0, 0, 2);
        assertEquals(counts, left.snapshot());
        assertEquals(counts.toString(), left.toString());
        assertEquals(new Excluded(1, 2, 3), counts.with(new Excluded(1, 2, 3)).excluded());
        assertEquals(counts.total(), counts.with(new Excluded(1, 2, 3)).total());
    }

    @Test
    void quadrantsAddUp() {
        SatisfactionLoyaltyRule rule = SatisfactionLoyaltyRule.attitude();
        int[] satisfied = {10, 10, 9, 0, 0, 1, 9, 3, MISSING};
        int[] loyal = {10, 9, 10, 0, 1, 0, 2, 9, 5};
        SatisfactionLoyaltyAccumulator left = rule.accumulator();
        SatisfactionLoyaltyAccumulator right = rule.accumulator();
        for (int i = 0; i < satisfied.length; i++) {
            (i < 4 ? left : right).accept(satisfied[i], loyal[i]);
        }
        SatisfactionLoyaltyCounts whole = rule.count(satisfied, loyal);
        assertEquals(8, whole.total().n());
        assertEquals(whole, left.snapshot().plus(right.snapshot()));
        assertSame(left, left.combine(right));
        assertEquals(whole, left.snapshot());
    }

    @Test
    void reasonsAreThoseOfEveryRespondent() {
        record Reply(int answer, List<String> reasons) {}
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        List<Reply> replies = IntStream.range(0, 220)
                .mapToObj(i -> new Reply(i % 11, i % 2 == 0 ? List.of("price") : List.of("price", "service")))
                .toList();
        ReasonCounts expected = new ReasonCounts(
                NetPromoterCounts.of(140, 40, 40),
                new TreeMap<>(Map.of(
                        "price", NetPromoterCounts.of(140, 40, 40), "service", NetPromoterCounts.of(70, 20, 20))));
        ReasonCounts counts = replies.stream().collect(question.reasonCollector(Reply::answer, Reply::reasons));
        assertEquals(expected.all(), counts.all());
        assertEquals(expected.naming(), counts.naming());
        assertEquals(counts, replies.parallelStream().collect(question.reasonCollector(Reply::answer, Reply::reasons)));
        assertEquals("all: " + counts.all() + "; naming: " + counts.naming(), counts.toString());
        ReasonReport report = counts.report();
        assertEquals(
                "n = 220, passives like detractors " + report.passivesLikeDetractors() + ", like promoters "
                        + report.passivesLikePromoters() + ": " + report.reasons(),
                report.toString());
        Reason first = report.reasons().get(0);
        assertEquals(
                first.name() + ": reach " + first.reach() + "; impact " + first.impact() + "; gap " + first.gap()
                        + ", adjusted p = " + first.adjustedPValue(),
                first.toString());
        ReasonAccumulator accumulator = question.reasons();
        replies.forEach(reply -> accumulator.accept(reply.answer(), reply.reasons()));
        assertEquals(counts.toString(), accumulator.toString());
    }

    @Test
    void columnsAndConfidencesAreChecked() {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        assertEquals(
                "before, after and weights must have one length: 1, 1 and 2",
                refusal(() -> question.pairs(new int[1], new int[1], new double[2])));
        PairedNetPromoterCounts nobody = question.pairs(new int[0], new int[0]);
        assertEquals("confidence must be in (0, 1): 1.0", refusal(() -> nobody.change(1)));
        ReasonCounts none = question.reasons().snapshot();
        assertEquals("confidence must be in (0, 1): 0.0", refusal(() -> none.report(0)));
    }

    @Test
    void comparisonsOfNobodyCountTheOthers() {
        LikertScale scale = scale();
        LikertScaleCounts some = scale.count(new int[][] {{1, 2, 3}, {2, 3, 5}, {4, 4, 4}});
        Comparison means = scale.difference(some, scale.count(new int[0][]));
        assertEquals(Measure.undefined("a group without answers"), means.pValue());
        assertEquals(3, means.difference().n());
        LikertItem weighted = LikertQuestion.withDefaults().score(new int[] {1, 5}, new double[] {1, 2});
        assertEquals(
                6,
                weighted.rankMinus(LikertItem.of(1, 2, 1, 2), .95).difference().n());
        assertEquals(
                4,
                LikertItem.of()
                        .rankMinus(LikertItem.of(1, 2, 1, 2), .95)
                        .difference()
                        .n());
    }
}
