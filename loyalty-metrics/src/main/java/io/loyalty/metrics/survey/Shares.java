package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.math.BigDecimal;
import java.util.List;

/** Shares, net shares and means of weighted counts, with their errors. */
final class Shares {

    static final String NO_ANSWERS = "no answers";

    private Shares() {}

    static void requireConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + level);
        }
    }

    static void requireScale(AnswerCounts counts, AnswerScale scale) {
        if (counts.lowest() != scale.lowest() || counts.highest() != scale.highest()) {
            throw new IllegalArgumentException("answers must be on the scale " + scale + ": " + counts.scaleText());
        }
    }

    /** For example {@code 95 %}. */
    static String percent(double fraction) {
        // Double's shortest text first, so that 0.95 shows as 95 and not as the binary number next to it.
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    static Measure share(WeightedCount part, WeightedCount total) {
        return total.n() == 0 ? Measure.undefined(NO_ANSWERS) : Measure.of(part.weight() / total.weight());
    }

    /** A net share: plus minus minus, of all three. */
    static Estimate net(
            WeightedCount minus,
            WeightedCount middle,
            WeightedCount plus,
            NetInterval method,
            double confidence,
            double unit) {
        WeightedCount total = minus.plus(middle).plus(plus);
        if (total.n() == 0) {
            return Estimate.undefined(NO_ANSWERS, 0);
        }
        NetShare share = NetShare.of(minus, middle, plus);
        // One division, so that whole points come out whole.
        Measure value = Measure.of(unit * (plus.weight() - minus.weight()) / total.weight());
        Measure error;
        if (!total.isEquallyWeighted()) {
            error = Measure.of(unit * linearised(List.of(minus, middle, plus), new double[] {-1, 0, 1}));
        } else {
            error = Measure.of(unit * Math.sqrt(share.variance() / total.n()));
        }
        return new Estimate(value, error, method.of(share, confidence, unit), total.n(), share.n());
    }

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
}
