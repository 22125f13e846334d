package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.Objects;
import java.util.Optional;

/**
 * AUC: the chance that a customer with the event has a higher score than one without.
 *
 * <h2>Definition</h2>
 *
 * <p>Over all pairs of one of m customers with and one of n without the event: the share in which the first has the higher
 * score, equal scores counting one half. It is the area below the ROC curve and the Mann-Whitney statistic over m n. The
 * standard error is DeLong's: \( \sqrt{S_{10}/m + S_{01}/n} \), S<sub>10</sub> the variance, over customers with the event, of
 * the share of the others that each outscores, S<sub>01</sub> likewise. The interval is 95 % normal within [0, 1].
 *
 * <h2>Interpretation</h2>
 *
 * <p>One half is what a score without knowledge gets, 1 a perfect order. It judges the order alone: a score may have a high AUC
 * and useless probabilities ({@link Calibration}), and most of the order that it judges is among customers whom nobody
 * would contact ({@link LiftTable}).
 *
 * <h2>Edge cases</h2>
 *
 * <p>With one class only it is undefined. Identical scores give 1/2 exactly. One customer in a class has no error. A
 * perfect order, or all scores equal, has the error 0, which claims too much: there is no interval then.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the different scores; a sort makes the table. Pairs are counted in whole numbers.
 *
 * <h2>References</h2>
 *
 * <p>DeLong, E. R., DeLong, D. M., Clarke-Pearson, D. L. (1988), Comparing the areas under two or more correlated receiver
 * operating characteristic curves, Biometrics 44, 837–845, doi:10.2307/2531595. Hanley, J. A., McNeil, B. J. (1982), The
 * meaning and use of the area under a ROC curve, Radiology 143, 29–36, doi:10.1148/radiology.143.1.7063747.
 *
 * @param events m: number of customers with the event
 * @param others n: number of customers without
 * @param auc the area with DeLong's error
 */
public record RocAuc(long events, long others, Estimate auc) {

    /**
     * Refuses negative counts.
     *
     * @param events number of customers with the event
     * @param others number of customers without
     * @param auc the area with DeLong's error
     * @throws IllegalArgumentException if a count is negative
     */
    public RocAuc {
        if (events < 0 || others < 0) {
            throw new IllegalArgumentException("events and others must be at least 0: " + events + " and " + others);
        }
        Objects.requireNonNull(auc, "auc");
    }

    /**
     * The AUC of a score.
     *
     * @param outcomes scores and what came about
     * @return the AUC
     */
    public static RocAuc of(ScoredOutcomes outcomes) {
        long m = outcomes.events();
        long n = outcomes.others();
        if (m == 0 || n == 0) {
            return new RocAuc(m, n, Estimate.undefined(m == 0 ? "no events" : "nothing but events", m + n));
        }
        Placements placements = new Placements(outcomes);
        double auc = placements.mean();
        Optional<Interval> interval = Optional.empty();
        Measure error = Measure.undefined("one customer in a class");
        if (m > 1 && n > 1) {
            double variance = placements.variance();
            error = Measure.of(Math.sqrt(variance));
            if (variance > 0) {
                double reach = Confidence.reach(Confidence.USUAL) * Math.sqrt(variance);
                interval = Optional.of(
                        new Interval(Math.max(0, auc - reach), Math.min(1, auc + reach), Confidence.USUAL, "DeLong"));
            }
        }
        return new RocAuc(m, n, new Estimate(Measure.of(auc), error, interval, m + n, m + n));
    }

    /**
     * The AUC of one score minus that of another, for the same customers.
     *
     * @param first the first score of each customer, finite
     * @param second the second score of each customer, finite
     * @param events whether the event came about
     * @return the difference with DeLong's error, which takes into account that both see the same customers; undefined with one
     *     class only
     * @throws IllegalArgumentException if the columns differ in length or a score is not finite
     */
    public static Estimate difference(double[] first, double[] second, boolean[] events) {
        LifeTimes.requireEqual(first.length, second.length, "first and second");
        ScoredOutcomes one = ScoredOutcomes.of(first, events);
        ScoredOutcomes two = ScoredOutcomes.of(second, events);
        long m = one.events();
        long n = one.others();
        if (m == 0 || n == 0) {
            return Estimate.undefined(m == 0 ? "no events" : "nothing but events", m + n);
        }
        Placements byFirst = new Placements(one);
        Placements bySecond = new Placements(two);
        double difference = byFirst.mean() - bySecond.mean();
        if (m < 2 || n < 2) {
            return Confidence.withoutError(difference, m + n, "one customer in a class");
        }
        Moments ofEvents = new Moments();
        Moments ofOthers = new Moments();
        for (int i = 0; i < events.length; i++) {
            (events[i] ? ofEvents : ofOthers).add(byFirst.of(first[i], events[i]) - bySecond.of(second[i], events[i]));
        }
        double error = Math.sqrt(ofEvents.variance() / m + ofOthers.variance() / n);
        return error == 0
                ? Confidence.withoutError(difference, m + n, "the scores order all pairs alike")
                : Confidence.normal(difference, error, m + n, -1, 1, "DeLong");
    }

    /**
     * One readable line.
     *
     * @return for example {@code AUC 0.84 [0.83, 0.85] (95 % DeLong), n = 7043}
     */
    @Override
    public String toString() {
        return "AUC " + auc;
    }

    /** How many of the other class each score outranks. */
    private static final class Placements {

        private final ScoredOutcomes outcomes;
        /** Twice the number of others with lower scores, ties counting once, by row. */
        private final long[] below;
        /** Twice the number of events with higher scores, ties counting once, by row. */
        private final long[] above;

        Placements(ScoredOutcomes outcomes) {
            this.outcomes = outcomes;
            below = new long[outcomes.size()];
            above = new long[outcomes.size()];
            long eventsAbove = 0;
            long othersBelow = outcomes.others();
            for (int row = 0; row < below.length; row++) {
                othersBelow -= outcomes.others(row);
                below[row] = 2 * othersBelow + outcomes.others(row);
                above[row] = 2 * eventsAbove + outcomes.events(row);
                eventsAbove += outcomes.events(row);
            }
        }

        double mean() {
            // Pairs are counted exactly as long as there are fewer than 2^62 of them.
            double pairs = 0;
            long exact = 0;
            for (int row = 0; row < below.length; row++) {
                long product = outcomes.events(row) * below[row];
                exact += product;
                pairs += (double) outcomes.events(row) * below[row];
            }
            double twice = pairs < 0x1p62 ? exact : pairs;
            return twice / outcomes.others() / 2 / outcomes.events();
        }

        double variance() {
            double m = outcomes.events();
            double n = outcomes.others();
            double mean = mean();
            NeumaierSum ofEvents = new NeumaierSum();
            NeumaierSum ofOthers = new NeumaierSum();
            for (int row = 0; row < below.length; row++) {
                double v = below[row] / (2 * n) - mean;
                double w = above[row] / (2 * m) - mean;
                ofEvents.add(outcomes.events(row) * v * v);
                ofOthers.add(outcomes.others(row) * w * w);
            }
            return ofEvents.value() / (m - 1) / m + ofOthers.value() / (n - 1) / n;
        }

        /** The share of the other class on the right side of a customer's score. */
        double of(double score, boolean event) {
            int low = 0;
            int high = below.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (outcomes.score(middle) <= score) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return event ? below[low] / (2.0 * outcomes.others()) : above[low] / (2.0 * outcomes.events());
        }
    }
}
