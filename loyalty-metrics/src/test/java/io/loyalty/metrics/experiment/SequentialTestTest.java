package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    private static final SequentialTest TEST = SequentialTest.withMixture(0.05);

    private static SampleSummary sample(long n, double mean) {
        return SampleSummary.ofVariance(n, mean, 1);
    }

    @Test
    void workedExample() {
        SequentialLook look = TEST.look(SequentialState.START, sample(500, 0.15), sample(500, 0));
        assertEquals(2.3140, Math.exp(look.logLikelihoodRatio().orElseThrow()), 5e-5);
        assertEquals(0.43215, look.pValue(), 5e-6);
        assertEquals(new SequentialState(look.pValue(), 1, 1000), look.state());
    }

    @Test
    void sequenceFollowsItsDefinition() {
        Interval interval = TEST.look(SequentialState.START, sample(500, 0.15), sample(500, 0))
                .difference()
                .interval()
                .orElseThrow();
        double s2 = 2.0 / 500;
        double tau2 = 0.0025;
        double half = Math.sqrt((2 * Math.log(20) - Math.log(s2 / (s2 + tau2))) * s2 * (s2 + tau2) / tau2);
        assertEquals(0.15 - half, interval.lower(), 1e-14);
        assertEquals(0.15 + half, interval.upper(), 1e-14);
        assertEquals("confidence sequence", interval.method());
    }

    @Test
    void intervalLeavesOutZeroExactlyWhenTheLookAloneIsSignificant() {
        for (double mean = 0; mean < 0.5; mean += 0.005) {
            SequentialLook look = TEST.look(SequentialState.START, sample(500, mean), sample(500, 0));
            assertEquals(
                    look.pValue() < 0.05,
                    !look.difference().interval().orElseThrow().contains(0),
                    look::toString);
        }
    }

    @Test
    void pValueNeverRises() {
        SequentialState kept = SequentialState.START;
        double[] means = {0.3, 0.1, 0.4, 0.0};
        double last = 1;
        for (int i = 0; i < means.length; i++) {
            SequentialLook look = TEST.look(kept, sample(500 * (i + 1), means[i]), sample(500 * (i + 1), 0));
            assertTrue(look.pValue() <= last);
            last = look.pValue();
            kept = look.state();
        }
        assertEquals(4, kept.looks());
        assertEquals(4000, kept.n());
    }

    @Test
    void waitsWhileThereIsNothingToJudgeBy() {
        SequentialState kept = new SequentialState(0.4, 3, 2);
        SequentialLook few = TEST.look(kept, sample(1, 5).plus(SampleSummary.NONE), sample(1, 3));
        assertEquals(Measure.of(2), few.difference().value());
        assertEquals(
                "fewer than two customers in a group", few.logLikelihoodRatio().reason());
        assertEquals(new SequentialState(0.4, 4, 2), few.state());
        assertEquals(Optional.empty(), few.difference().interval());
        SequentialLook constant = TEST.look(kept, SampleSummary.of(1, 1), SampleSummary.of(2, 2));
        assertEquals(
                "no variance within the groups", constant.logLikelihoodRatio().reason());
        SequentialLook speck =
                TEST.look(kept, SampleSummary.ofVariance(5, 1e9, 1e-310), SampleSummary.ofVariance(5, 0, 1e-310));
        assertEquals("no variance within the groups", speck.logLikelihoodRatio().reason());
        SequentialLook empty = TEST.look(SequentialState.START, SampleSummary.NONE, SampleSummary.of(2, 2));
        assertEquals("nobody in a group", empty.difference().value().reason());
        SequentialLook nobody = TEST.look(SequentialState.START, SuccessCounts.NONE, SuccessCounts.of(1, 4));
        assertEquals("nobody in a group", nobody.logLikelihoodRatio().reason());
    }

    @Test
    void sharesAreMeansOfNoughtsAndOnes() {
        SequentialLook look = TEST.look(SequentialState.START, SuccessCounts.of(60, 400), SuccessCounts.of(40, 400));
        double s2 = (0.15 * 0.85 + 0.1 * 0.9) / 400;
        double log = 0.5 * Math.log(s2 / (s2 + 0.0025)) + 0.0025 * 0.0025 / (2 * s2 * (s2 + 0.0025));
        assertEquals(log, look.logLikelihoodRatio().orElseThrow(), 1e-13);
    }

    @Test
    void hugeEffectsDoNotOverflow() {
        SequentialLook look = TEST.look(SequentialState.START, sample(1_000_000_000, 50), sample(1_000_000_000, 0));
        assertEquals(0.0, look.pValue());
        assertTrue(look.logLikelihoodRatio().orElseThrow() > 1e11);
    }

    @Test
    void lookingEveryDayKeepsTheLevel() {
        SplittableRandom random = new SplittableRandom(17);
        SequentialTest test = SequentialTest.withMixture(0.1);
        int rejected = 0;
        int experiments = 600;
        for (int e = 0; e < experiments; e++) {
            SequentialState kept = SequentialState.START;
            SuccessCounts first = SuccessCounts.NONE;
            SuccessCounts second = SuccessCounts.NONE;
            for (int day = 0; day < 40; day++) {
                first = first.plus(day(random));
                second = second.plus(day(random));
                kept = test.look(kept, first, second).state();
            }
            rejected += kept.pValue() < 0.05 ? 1 : 0;
        }
        // At most 5 % of 600, and some standard errors.
        assertTrue(rejected <= 30 + 10, "rejected " + rejected);
    }

    private static SuccessCounts day(SplittableRandom random) {
        int successes = 0;
        for (int i = 0; i < 50; i++) {
            successes += random.nextInt(10) < 3 ? 1 : 0;
        }
        return SuccessCounts.of(successes, 50);
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "deviation must be above 0 and finite: 0.0", Reference.refusal(() -> SequentialTest.withMixture(0)));
        assertEquals("confidence must be in (0, 1): 1.0", Reference.refusal(() -> TEST.withConfidence(1)));
        assertEquals(
                "n must be at least that of the last look, 10: 4",
                Reference.refusal(() -> TEST.look(new SequentialState(1, 1, 10), sample(2, 1), sample(2, 0))));
        assertEquals("pValue must be in [0, 1]: NaN", Reference.refusal(() -> new SequentialState(Double.NaN, 0, 0)));
    }

    @Test
    void differencesAreFirstMinusSecond() {
        SequentialLook look = TEST.look(SequentialState.START, sample(400, 3), sample(400, 2.5));
        assertEquals(0.5, look.difference().value().orElseThrow(), 1e-15);
        assertEquals(Math.sqrt(2 / 400.0), look.difference().standardError().orElseThrow(), 1e-16);
        SequentialLook shares = TEST.look(SequentialState.START, SuccessCounts.of(60, 400), SuccessCounts.of(40, 400));
        assertEquals(0.05, shares.difference().value().orElseThrow(), 1e-15);
    }

    @Test
    void confidenceWidensTheSequence() {
        double s2 = 2 / 400.0;
        double half = Math.sqrt((2 * Math.log(100) + Math.log1p(0.0025 / s2)) * s2 * (s2 + 0.0025) / 0.0025);
        Interval interval = TEST.withConfidence(0.99)
                .look(SequentialState.START, sample(400, 3), sample(400, 2.5))
                .difference()
                .interval()
                .orElseThrow();
        assertEquals(0.5 - half, interval.lower(), 1e-13);
        assertEquals(0.99, interval.confidence());
    }

    @Test
    void countsNeverShrink() {
        assertEquals(
                "n must be at least that of the last look, 10: 9",
                Reference.refusal(() ->
                        TEST.look(new SequentialState(1, 1, 10), SuccessCounts.of(2, 5), SuccessCounts.of(2, 4))));
        assertEquals(
                10,
                TEST.look(new SequentialState(1, 1, 10), SuccessCounts.of(2, 5), SuccessCounts.of(2, 5))
                        .state()
                        .n());
    }
}
