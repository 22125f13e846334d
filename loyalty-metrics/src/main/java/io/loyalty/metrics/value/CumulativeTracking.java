package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Repeat purchases of all customers together as they add up over time: those a model expects against those made, through calibration and
 * holdout.
 *
 * <h2>Definition</h2>
 *
 * <p>Customers count from their first purchase on, if it was not after the last day of calibration. At the end of
 * each step the actual line is the number of repeat purchases so far; the expected line is the sum over these customers of E[X(t)],
 * t being the time since the first purchase. The model is asked for new customers only, so that nothing of their histories flows
 * back into the expectation.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The lines should lie on each other through calibration and go on together after it. An expected line that
 * runs ahead says that customers leave sooner than the model thinks, or that the season was a bad one; the models know no season.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Steps that would pass the last day are left out. Before the first repeat purchase a relative error is undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One expectation for each distance between a first day and a step, one sum for each pair of them, and one pass over the purchases.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2),
 * 275-284, doi:10.1287/mksc.1040.0098.
 *
 * @param points one for each step, in order of time
 * @param calibrationEnd the last day the model was fitted to
 */
public record CumulativeTracking(List<Point> points, LocalDate calibrationEnd) {

    /**
     * The state at the end of a day.
     *
     * @param day the day
     * @param expected repeat purchases expected up to it
     * @param actual repeat purchases made up to it
     */
    public record Point(LocalDate day, double expected, long actual) {

        /**
         * Refuses a missing day.
         *
         * @param day the day
         * @param expected repeat purchases expected up to it
         * @param actual repeat purchases made up to it
         */
        public Point {
            Objects.requireNonNull(day, "day");
        }
    }

    /**
     * Copies the points in.
     *
     * @param points one for each step, in order of time
     * @param calibrationEnd the last day the model was fitted to
     */
    public CumulativeTracking {
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(calibrationEnd, "calibrationEnd");
        points = List.copyOf(points);
    }

    /**
     * Tracks a model against a log.
     *
     * @param model usually fitted to the log up to the end of calibration
     * @param log the transactions
     * @param from the first day of the first step
     * @param calibrationEnd the last day the model was fitted to
     * @param end the last day to look at; steps that would pass it are left out
     * @param stepDays the length of a step in days, at least 1, for example 7
     * @return one point at the end of each step
     * @throws IllegalArgumentException if the days are not in order or the step is not positive
     */
    public static CumulativeTracking of(
            PurchaseModel model,
            TransactionLog log,
            LocalDate from,
            LocalDate calibrationEnd,
            LocalDate end,
            int stepDays) {
        if (from.isAfter(calibrationEnd) || calibrationEnd.isAfter(end)) {
            throw new IllegalArgumentException(
                    "from, calibrationEnd and end must be in order: " + from + ", " + calibrationEnd + " and " + end);
        }
        if (stepDays < 1) {
            throw new IllegalArgumentException("stepDays must be at least 1: " + stepDays);
        }
        int last = Math.toIntExact(end.toEpochDay());
        MergePolicy merge = log.merge();
        int begin = merge.period(Math.toIntExact(from.toEpochDay()));
        int size = merge.period(last) - begin + 1;
        int newest = merge.period(Math.toIntExact(calibrationEnd.toEpochDay()));
        long[] firsts = new long[size];
        long[] repeats = new long[size];
        TransactionLog.Purchases purchases = new TransactionLog.Purchases();
        for (int i = 0; i < log.customers(); i++) {
            log.purchases(i, last, purchases);
            if (purchases.count > 0 && purchases.period[0] <= newest && purchases.period[0] >= begin) {
                firsts[purchases.period[0] - begin]++;
                for (int j = 1; j < purchases.count; j++) {
                    repeats[purchases.period[j] - begin]++;
                }
            }
        }
        List<Point> points = new ArrayList<>();
        Map<Integer, Double> expected = new HashMap<>();
        long actual = 0;
        int done = 0;
        for (LocalDate day = from.plusDays(stepDays - 1L); !day.isAfter(end); day = day.plusDays(stepDays)) {
            int now = merge.period(Math.toIntExact(day.toEpochDay())) - begin;
            for (; done <= now; done++) {
                actual += repeats[done];
            }
            ExactSum sum = new ExactSum();
            for (int first = 0; first <= now; first++) {
                if (firsts[first] > 0) {
                    sum.add(firsts[first]
                            * expected.computeIfAbsent(
                                    now - first,
                                    age -> model.expectedPurchases(
                                            new Horizon(merge.length(age, model.unit()), model.unit()))));
                }
            }
            points.add(new Point(day, sum.value(), actual));
        }
        return new CumulativeTracking(points, calibrationEnd);
    }

    /**
     * How far the expectation is off after calibration, on average.
     *
     * @return the mean of |expected / actual − 1| over the steps that end after calibration; undefined without one, or before the
     *     first repeat purchase
     */
    public Measure meanRelativeError() {
        ExactSum sum = new ExactSum();
        int n = 0;
        for (Point point : points) {
            if (point.day().isAfter(calibrationEnd)) {
                if (point.actual() == 0) {
                    return Measure.undefined("nothing has been bought again yet");
                }
                sum.add(Math.abs(point.expected() / point.actual() - 1));
                n++;
            }
        }
        return n == 0 ? Measure.undefined("no step ends after calibration") : Measure.of(sum.value() / n);
    }
}
