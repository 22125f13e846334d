package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Bounds;
import io.loyalty.metrics.numeric.StudentT;
import java.util.List;
import java.util.Optional;

/** Means of counted answers, with their errors. */
final class Means {

    private Means() {}

    /**
     * The standard error of a weighted mean by linearisation, n/(n−1) Σ w² (x − m)² / (Σ w)², of at least two answers (Kish 1965;
     * Lumley 2010, Complex Surveys, chapter 2).
     *
     * @param counts the answers by value
     * @param values the value of each
     */
    static double linearised(List<WeightedCount> counts, double[] values) {
        WeightedCount total = WeightedCount.ZERO;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            total = total.plus(counts.get(i));
            sum += values[i] * counts.get(i).weight();
        }
        double mean = sum / total.weight();
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            squares += distance * distance * counts.get(i).squaredWeight();
        }
        double n = total.n();
        return Math.sqrt(n / (n - 1) * squares) / total.weight();
    }

    /** The mean answer with Student's t interval, cut off at the ends of the scale; none where all answers agree. */
    static Estimate mean(AnswerCounts counts, double confidence) {
        WeightedCount total = counts.total();
        Measure mean = counts.mean();
        if (total.n() < 2) {
            return total.n() == 0
                    ? Estimate.undefined(Shares.NO_ANSWERS, 0)
                    : new Estimate(mean, Measure.undefined(Shares.SINGLE_ANSWER), Optional.empty(), 1, 1);
        }
        double[] values = new double[counts.levels().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts.lowest() + i;
        }
        double error = agree(counts) ? 0 : linearised(counts.levels(), values);
        Optional<Interval> interval = error == 0
                ? Optional.empty()
                : Optional.of(tInterval(mean.orElseThrow(), error, total.n() - 1, confidence)
                        .clip(counts.lowest(), counts.highest())
                        .interval(confidence, "t"));
        return new Estimate(mean, Measure.of(error), interval, total.n(), total.effectiveN());
    }

    private static boolean agree(AnswerCounts counts) {
        return counts.levels().stream().filter(level -> level.n() > 0).count() < 2;
    }

    static Bounds tInterval(double centre, double error, double df, double confidence) {
        double half = StudentT.isf(df, (1 - confidence) / 2) * error;
        return new Bounds(centre - half, centre + half);
    }

    /** A mean answer on a scale from 0 to 100. */
    static Estimate index(Estimate mean, int lowest, int highest) {
        if (!mean.isDefined()) {
            return mean;
        }
        double unit = 100.0 / (highest - lowest);
        return new Estimate(
                Measure.of((mean.value().orElseThrow() - lowest) * unit),
                mean.standardError().isDefined()
                        ? Measure.of(mean.standardError().orElseThrow() * unit)
                        : mean.standardError(),
                mean.interval()
                        .map(i -> new Interval(
                                (i.lower() - lowest) * unit, (i.upper() - lowest) * unit, i.confidence(), i.method())),
                mean.n(),
                mean.effectiveN());
    }

    /** The difference of two means, first minus second, by Welch's t test on their standard errors. */
    static Comparison welch(Estimate first, Estimate second, double confidence) {
        String test = "Welch t";
        long n = first.n() + second.n();
        if (!first.isDefined() || !second.isDefined()) {
            return Comparison.undefined(Shares.EMPTY_GROUP, n, test);
        }
        Measure difference =
                Measure.of(first.value().orElseThrow() - second.value().orElseThrow());
        double effective = first.effectiveN() + second.effectiveN();
        if (!first.standardError().isDefined() || !second.standardError().isDefined()) {
            Measure none = Measure.undefined("a group of a single answer");
            return new Comparison(new Estimate(difference, none, Optional.empty(), n, effective), none, test);
        }
        double se1 = first.standardError().orElseThrow();
        double se2 = second.standardError().orElseThrow();
        double error = Math.hypot(se1, se2);
        if (error == 0) {
            return new Comparison(
                    new Estimate(difference, Measure.of(0), Optional.empty(), n, effective),
                    Measure.undefined("no variance within the groups"),
                    test);
        }
        // Welch and Satterthwaite; in shares of the larger error, so that small errors do not vanish in the fourth
        // power.
        double q1 = se1 / error * (se1 / error);
        double q2 = se2 / error * (se2 / error);
        double df = 1 / (q1 * q1 / (first.n() - 1) + q2 * q2 / (second.n() - 1));
        double d = difference.orElseThrow();
        return new Comparison(
                new Estimate(
                        difference,
                        Measure.of(error),
                        Optional.of(tInterval(d, error, df, confidence).interval(confidence, test)),
                        n,
                        effective),
                Measure.of(StudentT.sfTwoSided(df, d / error)),
                test);
    }
}
