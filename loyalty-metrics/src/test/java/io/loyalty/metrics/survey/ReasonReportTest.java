package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reference values by NumPy 2.4.6 and SciPy 1.17.1 (fisher_exact; Wilson and Newcombe by their formulas). */
class ReasonReportTest {

    private static final NetPromoterCounts ALL = NetPromoterCounts.of(20, 30, 50);
    private static final ReasonCounts COUNTS = new ReasonCounts(
            ALL,
            new TreeMap<>(Map.of(
                    "price", NetPromoterCounts.of(12, 9, 5),
                    "service", NetPromoterCounts.of(3, 6, 30),
                    "delay", NetPromoterCounts.of(8, 10, 2))));

    @Test
    void reasonsAreReportedWithReachImpactAndGap() {
        ReasonReport report = COUNTS.report();
        assertEquals(
                List.of("price", "delay", "service"),
                report.reasons().stream().map(Reason::name).toList());
        Reason price = report.reasons().get(0);
        assertEstimate(0.26, 0.18404698464748137, 0.35370989449187185, price.reach());
        assertEquals(Measure.of(0.6), price.detractors());
        assertEquals(Measure.of(0.3), price.passives());
        assertEquals(Measure.of(0.1), price.promoters());
        assertEquals(-20.0, price.impact().orElseThrow(), 1e-12);
        assertEquals(-100.0 * 7 / 26, price.score().score().value().orElseThrow(), 1e-12);
        assertEstimate(0.5, 0.2582295682921456, 0.6898053262182016, price.gap().difference());
        assertEquals(3.624453278532779e-05, price.gap().pValue().orElseThrow(), 1e-16);
        assertEquals(3 * 3.624453278532779e-05, price.adjustedPValue().orElseThrow(), 1e-15);
        Reason service = report.reasons().get(2);
        assertEquals(25.081967213114755, service.impact().orElseThrow(), 1e-12);
        assertEstimate(
                -0.45, -0.6077563383373189, -0.198263302414678, service.gap().difference());
        assertEquals(0.0011338887547421646, service.adjustedPValue().orElseThrow(), 1e-14);
        assertEquals(
                2 * 0.00041062301046837935,
                report.reasons().get(1).adjustedPValue().orElseThrow(),
                1e-14);
    }

    @Test
    void passivesSoundLikeDetractorsHere() {
        ReasonReport report = COUNTS.report();
        assertEquals(0.8382608695652174, report.passivesLikeDetractors().orElseThrow(), 1e-14);
        assertEquals(0.42918918918918914, report.passivesLikePromoters().orElseThrow(), 1e-14);
        assertEquals(List.of("price", "delay"), report.detractorReasons());
        assertTrue(report.resemblesDetractor(List.of("service", "delay")));
        assertFalse(report.resemblesDetractor(List.of("service")));
    }

    @Test
    void rawReasonsCountOncePerRespondent() {
        ReasonAccumulator accumulator =
                NetPromoterQuestion.withDefaults().with(InvalidAnswers.DROP).reasons();
        accumulator.accept(10, List.of("service", "service", "price"));
        accumulator.accept(3, List.of());
        accumulator.accept(AnswerScale.MISSING, List.of("price"));
        accumulator.accept(11, List.of("price"));
        ReasonCounts counts = accumulator.snapshot();
        assertEquals(NetPromoterCounts.of(1, 0, 1).with(new Excluded(1, 1, 0)), counts.all());
        assertEquals(
                Map.of("service", NetPromoterCounts.of(0, 0, 1), "price", NetPromoterCounts.of(0, 0, 1)),
                counts.naming());
    }

    @Test
    void partsAddUpAndCollectorsAgree() {
        record Reply(int answer, List<String> reasons) {}
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults();
        List<Reply> replies = List.of(
                new Reply(10, List.of("a", "b")),
                new Reply(7, List.of("b")),
                new Reply(2, List.of("c")),
                new Reply(9, List.of()));
        ReasonCounts whole = replies.stream().collect(question.reasonCollector(Reply::answer, Reply::reasons));
        assertEquals(whole, replies.parallelStream().collect(question.reasonCollector(Reply::answer, Reply::reasons)));
        ReasonCounts early =
                replies.subList(0, 1).stream().collect(question.reasonCollector(Reply::answer, Reply::reasons));
        ReasonCounts late =
                replies.subList(1, 4).stream().collect(question.reasonCollector(Reply::answer, Reply::reasons));
        assertEquals(whole, early.plus(late));
        assertEquals(whole, late.plus(early));
    }

    @Test
    void votesWeighAndLeaveNoExactTest() {
        ReasonAccumulator accumulator = NetPromoterQuestion.withDefaults().reasons();
        accumulator.accept(2, List.of("price"), 5);
        accumulator.accept(3, List.of(), 1);
        accumulator.accept(10, List.of("price"), 1);
        accumulator.accept(9, List.of("price", "nothing that counts"), 0);
        ReasonReport report = accumulator.snapshot().report();
        assertEquals(1, report.reasons().size());
        Reason price = report.reasons().get(0);
        assertEquals(6.0 / 7, price.reach().value().orElseThrow(), 1e-15);
        assertEquals(
                Measure.undefined("weighted answers have no exact test"),
                price.gap().pValue());
        assertEquals(1, report.counts().all().excluded().weightless());
    }

    @Test
    void undefinedFiguresSayWhy() {
        ReasonReport report = new ReasonCounts(
                        NetPromoterCounts.of(0, 0, 4), new TreeMap<>(Map.of("all", NetPromoterCounts.of(0, 0, 4))))
                .report();
        Reason only = report.reasons().get(0);
        assertEquals(Measure.undefined("nobody is left without them"), only.impact());
        assertEquals(Measure.undefined("a group without answers"), only.gap().pValue());
        assertEquals(Measure.undefined("a group without reasons"), report.passivesLikeDetractors());
        assertEquals(List.of(), report.detractorReasons());
        assertEquals(
                List.of(),
                NetPromoterQuestion.withDefaults().reasons().snapshot().report().reasons());
    }

    @Test
    void moreMentionsThanRespondentsAreRefused() {
        assertEquals(
                "naming must be at most all (20 detractors, 30 passives, 50 promoters) for every reason: "
                        + "21 detractors, 0 passives, 0 promoters",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ReasonCounts(ALL, new TreeMap<>(Map.of("x", NetPromoterCounts.of(21, 0, 0)))))
                        .getMessage());
    }

    private static void assertEstimate(double value, double lower, double upper, Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        assertEquals(value, estimate.value().orElseThrow(), 1e-14);
        assertEquals(lower, interval.lower(), 1e-13);
        assertEquals(upper, interval.upper(), 1e-13);
    }
}
