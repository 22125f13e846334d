package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.StudentT;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The same customers asked twice: how many moved from which group to which.
 *
 * <h2>Definition</h2>
 *
 * <p>Each customer counts −1, 0 or 1 (detractor, passive, promoter) before and after. The change of the Net Promoter Score is 100
 * times the mean of the differences, after minus before; its interval and p-value are those of a paired t test on them.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Customers resemble themselves, so that paired answers show smaller changes than {@link NetPromoterComparison} of as many
 * strangers. The table itself says whom the change comes from.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without pairs the change is undefined. One pair, or pairs that all changed alike, give a change without interval and p-value.
 * A customer counts only with both answers.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant; counting is one pass ({@link NetPromoterQuestion#pairs}).
 *
 * <h2>References</h2>
 *
 * <p>Lewis, J. R. and Sauro, J. (2021), MeasuringU, on comparing Net Promoter Scores within subjects.
 *
 * @param cells the nine counts, by group before (detractors, passives, promoters), within it by group after
 * @param excluded pairs outside the base; with an invalid answer they count as invalid, else with a missing one as missing
 */
public record PairedNetPromoterCounts(List<WeightedCount> cells, Excluded excluded) implements Serializable {

    private static final int CELLS = 9;
    private static final AnswerScale CODES = AnswerScale.of(0, CELLS - 1).with(InvalidAnswers.DROP);

    /**
     * Copies the counts in.
     *
     * @param cells the nine counts
     * @param excluded pairs outside the base
     * @throws IllegalArgumentException if there are not nine counts
     */
    public PairedNetPromoterCounts {
        Objects.requireNonNull(cells, "cells");
        cells = List.copyOf(cells);
        Objects.requireNonNull(excluded, "excluded");
        if (cells.size() != CELLS) {
            throw new IllegalArgumentException("cells must be 9: " + cells.size());
        }
    }

    /** Counts cells by their place; both answers are read by the question. */
    static AnswerAccumulator accumulator() {
        return CODES.accumulator();
    }

    static PairedNetPromoterCounts from(AnswerCounts codes) {
        return new PairedNetPromoterCounts(codes.levels(), codes.excluded());
    }

    /** The place of a pair, or why it has none. Groups are 0, 1, 2, or negative as in {@link AnswerScale#index}. */
    static int index(int before, int after) {
        return before >= 0 && after >= 0 ? 3 * before + after : Math.min(before, after);
    }

    /**
     * The pairs of both.
     *
     * @param other other pairs
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public PairedNetPromoterCounts plus(PairedNetPromoterCounts other) {
        List<WeightedCount> sums = new ArrayList<>(CELLS);
        for (int i = 0; i < CELLS; i++) {
            sums.add(cells.get(i).plus(other.cells.get(i)));
        }
        return new PairedNetPromoterCounts(sums, excluded.plus(other.excluded));
    }

    /**
     * The counts before, of the customers in the base.
     *
     * @return the three counts
     */
    public NetPromoterCounts before() {
        return new NetPromoterCounts(sum(0, 1, 2), sum(3, 4, 5), sum(6, 7, 8), excluded);
    }

    /**
     * The counts after, of the customers in the base.
     *
     * @return the three counts
     */
    public NetPromoterCounts after() {
        return new NetPromoterCounts(sum(0, 3, 6), sum(1, 4, 7), sum(2, 5, 8), excluded);
    }

    /**
     * The change of the score, with a 95 % interval.
     *
     * @return after minus before, in points from −200 to 200
     */
    public Comparison change() {
        return change(0.95);
    }

    /**
     * The change of the score.
     *
     * @param confidence nominal coverage of its interval, between 0 and 1
     * @return after minus before, in points from −200 to 200
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Comparison change(double confidence) {
        Shares.requireConfidence(confidence);
        // By difference: −2, −1, 0, 1, 2.
        List<WeightedCount> steps = List.of(sum(6), sum(3, 7), sum(0, 4, 8), sum(1, 5), sum(2));
        double[] values = {-200, -100, 0, 100, 200};
        WeightedCount total = sum(0, 1, 2, 3, 4, 5, 6, 7, 8);
        long n = total.n();
        if (n == 0) {
            return Comparison.undefined("no pairs", 0, "paired t");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * steps.get(i).weight();
        }
        double mean = sum / total.weight();
        Measure error = Measure.undefined("a single pair");
        Measure p = error;
        Optional<Interval> interval = Optional.empty();
        if (n > 1) {
            boolean alike = steps.stream().filter(step -> step.n() > 0).count() == 1;
            double se = alike ? 0 : Means.linearised(steps, values);
            error = Measure.of(se);
            p = alike
                    ? Measure.undefined("all pairs changed alike")
                    : Measure.of(StudentT.sfTwoSided(n - 1, mean / se));
            if (!alike) {
                double half = StudentT.isf(n - 1, (1 - confidence) / 2) * se;
                interval = Optional.of(
                        new Interval(Math.max(-200, mean - half), Math.min(200, mean + half), confidence, "paired t"));
            }
        }
        return new Comparison(new Estimate(Measure.of(mean), error, interval, n, total.effectiveN()), p, "paired t");
    }

    private WeightedCount sum(int... places) {
        WeightedCount sum = WeightedCount.ZERO;
        for (int place : places) {
            sum = sum.plus(cells.get(place));
        }
        return sum;
    }

    /**
     * The table in one line.
     *
     * @return three rows of three counts, before by after
     */
    @Override
    public String toString() {
        return "before x after (detractors, passives, promoters): " + cells.subList(0, 3) + ", " + cells.subList(3, 6)
                + ", " + cells.subList(6, 9);
    }
}
