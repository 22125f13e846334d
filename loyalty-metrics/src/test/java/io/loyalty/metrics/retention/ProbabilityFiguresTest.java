package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Probabilities of leaving: Brier score, log loss, calibration. */
class ProbabilityFiguresTest {

    private static final ScoredOutcomes EXAMPLE = ScoredOutcomes.of(
            new double[] {.1, .1, .1, .6, .6, .65}, new boolean[] {false, false, true, true, false, true});
    private static final ScoredOutcomes NOBODY = ScoredOutcomes.of(new double[0], new boolean[0]);

    @Test
    void brierScoreIsTheMeanSquare() {
        double[] losses = {.01, .01, .81, .16, .36, .1225};
        double mean = 0;
        for (double loss : losses) {
            mean += loss / 6;
        }
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        assertEstimate(
                mean, Math.sqrt(squares / 5 / 6), 1e-15, BrierScore.of(EXAMPLE).score());
    }

    @Test
    void brierScoreHasItsParts() {
        BrierScore brier = BrierScore.of(EXAMPLE);
        double reliability = (3 * Math.pow(.1 - 1 / 3.0, 2) + 2 * .01 + .35 * .35) / 6;
        double resolution = (3 * Math.pow(1 / 3.0 - .5, 2) + 0 + .25) / 6;
        // .6 is the end of its bin, .65 lies in the next.
        assertMeasure(reliability, 1e-15, brier.reliability());
        assertMeasure(resolution, 1e-15, brier.resolution());
        assertMeasure(.25, 0, brier.uncertainty());
        // Each bin holds one probability only.
        assertMeasure(0, 1e-16, brier.within());
        double score = brier.score().value().orElseThrow();
        assertMeasure(1 - score / .25, 1e-15, brier.skill());
        BrierScore coarse = BrierScore.of(EXAMPLE, 1);
        assertMeasure(0, 1e-16, coarse.resolution());
        assertMeasure(score - .25 - Math.pow(2.15 / 6 - .5, 2), 1e-15, coarse.within());
    }

    @Test
    void brierScoreHasItsEdges() {
        assertUndefined("no customers", BrierScore.of(NOBODY).score().value());
        assertUndefined("no customers", BrierScore.of(NOBODY).within());
        BrierScore one = BrierScore.of(ScoredOutcomes.of(new double[] {.3}, new boolean[] {true}));
        assertUndefined("one customer", one.score().standardError());
        assertUndefined("all outcomes are alike", one.skill());
        ScoredOutcomes wild = ScoredOutcomes.of(new double[] {.3, 1.2}, new boolean[2]);
        assertEquals("scores must be probabilities in [0, 1]: 1.2", refusal(() -> BrierScore.of(wild)));
        ScoredOutcomes below = ScoredOutcomes.of(new double[] {.3, -.2}, new boolean[2]);
        assertEquals("scores must be probabilities in [0, 1]: -0.2", refusal(() -> LogLoss.of(below)));
        assertEquals("bins must be in [1, 10000]: 0", refusal(() -> BrierScore.of(EXAMPLE, 0)));
        assertTrue(BrierScore.of(EXAMPLE).toString().startsWith("Brier score 0.24"));
    }

    @Test
    void logLossIsTheMeanSurprise() {
        double[] losses = {-Math.log(.9), -Math.log(.9), -Math.log(.1), -Math.log(.6), -Math.log(.4), -Math.log(.65)};
        double mean = 0;
        for (double loss : losses) {
            mean += loss / 6;
        }
        double squares = 0;
        for (double loss : losses) {
            squares += (loss - mean) * (loss - mean);
        }
        LogLoss loss = LogLoss.of(EXAMPLE);
        assertEstimate(mean, Math.sqrt(squares / 5 / 6), 1e-15, loss.loss());
        assertEquals(0, loss.clipped());
        assertTrue(loss.toString().startsWith("log loss 0.7"));
    }

    @Test
    void certainAndWrongIsClipped() {
        LogLoss loss = LogLoss.of(ScoredOutcomes.of(new double[] {0, 1, 1}, new boolean[] {true, true, false}));
        assertEquals(3, loss.clipped());
        assertMeasure(-2 * Math.log(1e-15) / 3, .02, loss.loss().value());
        assertUndefined("no customers", LogLoss.of(NOBODY).loss().value());
        assertUndefined(
                "one customer",
                LogLoss.of(ScoredOutcomes.of(new double[] {.5}, new boolean[1]))
                        .loss()
                        .standardError());
    }

    @Test
    void binsAreClosedOnTheRight() {
        double[] probabilities = new double[11];
        for (int i = 0; i <= 10; i++) {
            probabilities[i] = i / 10.0;
        }
        List<CalibrationBin> bins = Calibration.of(ScoredOutcomes.of(probabilities, new boolean[11]))
                .bins();
        assertEquals(
                List.of(2L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L),
                bins.stream().map(CalibrationBin::customers).toList());
        assertMeasure(.05, 1e-16, bins.get(0).meanProbability());
        assertMeasure(.3, 0, bins.get(2).meanProbability());
        assertTrue(bins.get(0).toString().startsWith("[0.0, 0.1]: mean probability 0.05, observed 0.0"));
        assertTrue(bins.get(1).toString().startsWith("(0.1, 0.2]"));
        double[] thirds = {1 / 3.0, Math.nextUp(1 / 3.0), 2 / 3.0};
        assertEquals(
                List.of(1L, 2L, 0L),
                Calibration.of(ScoredOutcomes.of(thirds, new boolean[3]), 3).bins().stream()
                        .map(CalibrationBin::customers)
                        .toList());
    }

    @Test
    void calibrationErrorsAreDistances() {
        Calibration calibration = Calibration.of(EXAMPLE);
        assertMeasure((3 * (1 / 3.0 - .1) + 2 * .1 + .35) / 6, 1e-15, calibration.expectedError());
        assertMeasure(.35, 1e-15, calibration.largestError());
        assertUndefined("no customers in the bin", calibration.bins().get(3).meanProbability());
        assertUndefined(
                "no customers in the bin", calibration.bins().get(3).observed().value());
        assertTrue(calibration.toString().startsWith("calibration slope "));
    }

    @Test
    void trueProbabilitiesAreWellCalibrated() {
        Calibration calibration = Calibration.of(
                ScoredOutcomes.ofCounts(new double[] {.2, .5, .8}, new long[] {20, 50, 80}, new long[] {80, 50, 20}));
        assertMeasure(0, 1e-15, calibration.expectedError());
        assertMeasure(1, 1e-9, calibration.slope().value());
        assertMeasure(0, 1e-9, calibration.intercept().value());
        // Information: 100 (.16 + .25 + .16).
        assertEstimate(0, 1 / Math.sqrt(57), 1e-12, calibration.inTheLarge());
    }

    @Test
    void shiftedProbabilitiesShowInTheLarge() {
        // All log-odds are one too high.
        double[] shifted = {.2, .5, .8};
        for (int i = 0; i < 3; i++) {
            double odds = shifted[i] / (1 - shifted[i]) * Math.E;
            shifted[i] = odds / (1 + odds);
        }
        Calibration calibration =
                Calibration.of(ScoredOutcomes.ofCounts(shifted, new long[] {20, 50, 80}, new long[] {80, 50, 20}));
        assertMeasure(-1, 1e-12, calibration.inTheLarge().value());
        assertMeasure(1, 1e-9, calibration.slope().value());
        assertMeasure(-1, 1e-9, calibration.intercept().value());
    }

    @Test
    void calibrationMayBeUndefined() {
        Calibration nobody = Calibration.of(NOBODY);
        assertUndefined("no customers", nobody.expectedError());
        assertUndefined("all outcomes are alike", nobody.slope().value());
        assertUndefined("all outcomes are alike", nobody.inTheLarge().value());
        Calibration equal = Calibration.of(ScoredOutcomes.of(new double[] {.3, .3}, new boolean[] {true, false}));
        assertUndefined("features are constant or dependent", equal.slope().value());
        assertMeasure(Math.log(7 / 3.0), 1e-14, equal.inTheLarge().value());
        Calibration apart = Calibration.of(ScoredOutcomes.of(new double[] {.3, .6}, new boolean[] {false, true}));
        assertUndefined("the features tell the outcomes apart", apart.slope().value());
    }

    @Test
    void resultsRefuseWhatCannotBe() {
        assertEquals("events must be in [0, 1]: 2", refusal(() -> new CalibrationBin(0, 1, 1, 2, Measure.of(1))));
        assertEquals(
                "lower must be below upper: 1.0 and 1.0", refusal(() -> new CalibrationBin(1, 1, 1, 1, Measure.of(1))));
    }

    @Test
    void twoCustomersAreEnoughForAnError() {
        ScoredOutcomes two = ScoredOutcomes.of(new double[] {.5, .2}, new boolean[] {true, false});
        double first = .25;
        double second = .04;
        assertEstimate(
                (first + second) / 2,
                Math.abs(first - second) / 2,
                1e-16,
                BrierScore.of(two).score());
        double mean = -(Math.log(.5) + Math.log(.8)) / 2;
        assertEstimate(
                mean,
                Math.abs(Math.log(.5) - Math.log(.8)) / 2,
                1e-15,
                LogLoss.of(two).loss());
    }

    @Test
    void oneBinAndTenThousandAreAllowed() {
        assertEquals(1, Calibration.of(EXAMPLE, 1).bins().size());
        assertEquals(10_000, Calibration.of(EXAMPLE, 10_000).bins().size());
        assertEquals("bins must be in [1, 10000]: 10001", refusal(() -> Calibration.of(EXAMPLE, 10_001)));
    }

    @Test
    void allTooLowProbabilitiesAreShiftedUp() {
        // All log-odds are 0 and three of four left: the shift is ln 3.
        Calibration calibration = Calibration.of(
                ScoredOutcomes.of(new double[] {.5, .5, .5, .5}, new boolean[] {true, true, true, false}));
        assertEstimate(Math.log(3), 1 / Math.sqrt(4 * .75 * .25), 1e-12, calibration.inTheLarge());
    }

    @Test
    void theWorseEndIsNamedWhenScoresAreNoProbabilities() {
        ScoredOutcomes wild = ScoredOutcomes.of(new double[] {1, -.2}, new boolean[2]);
        assertEquals("scores must be probabilities in [0, 1]: -0.2", refusal(() -> LogLoss.of(wild)));
    }
}
