package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionComparison;
import io.loyalty.metrics.experiment.ProportionTest;
import io.loyalty.metrics.experiment.SuccessCounts;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.ProportionIntervals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Shares and net shares of weighted counts, with their errors. */
final class Shares {

    static final String NO_ANSWERS = "no answers";
    static final String SINGLE_ANSWER = "a single answer";
    static final String NO_EXACT_TEST = "weighted answers have no exact test";
    static final String EMPTY_GROUP = "a group without answers";

    private static final ProportionComparison FISHER =
            ProportionComparison.withDefaults().with(ProportionTest.FISHER);

    private Shares() {}

    static void requireConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + level);
        }
    }

    static void requireTop(AnswerScale scale, int levels) {
        if (levels < 1 || 2 * levels > scale.levels()) {
            throw new IllegalArgumentException(
                    "levels must be in [1, " + scale.levels() / 2 + "] on the scale " + scale + ": " + levels);
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
            error = Measure.of(unit * Means.linearised(List.of(minus, middle, plus), new double[] {-1, 0, 1}));
        } else if (method != NetInterval.TRINOMIAL_T) {
            error = Measure.of(unit * Math.sqrt(share.variance() / total.n()));
        } else {
            error = total.n() == 1
                    ? Measure.undefined(SINGLE_ANSWER)
                    : Measure.of(unit * Math.sqrt(share.variance() / (total.n() - 1)));
        }
        return new Estimate(value, error, method.of(share, confidence, unit), total.n(), share.n());
    }

    /** The share of a part with Wilson's interval; with weights, of the effective number of answers. */
    static Estimate estimate(WeightedCount part, WeightedCount total, double confidence) {
        if (total.n() == 0) {
            return Estimate.undefined(NO_ANSWERS, 0);
        }
        double n = total.effectiveN();
        double share = part.weight() / total.weight();
        return new Estimate(
                Measure.of(share),
                Measure.of(error(part, total)),
                Optional.of(ProportionIntervals.wilson(share * n, n, confidence)),
                total.n(),
                n);
    }

    private static double error(WeightedCount part, WeightedCount total) {
        double share = part.weight() / total.weight();
        if (total.isEquallyWeighted()) {
            return Math.sqrt(share * (1 - share) / total.n());
        }
        return Means.linearised(List.of(total.minus(part), part), new double[] {0, 1});
    }

    /** The difference of two shares, first minus second, with Newcombe's interval. */
    static Comparison compare(
            WeightedCount part1,
            WeightedCount total1,
            WeightedCount part2,
            WeightedCount total2,
            double confidence,
            ProportionTest test) {
        requireConfidence(confidence);
        if (total1.n() == 0 || total2.n() == 0) {
            return Comparison.undefined(EMPTY_GROUP, total1.n() + total2.n(), test.toString());
        }
        double n1 = total1.effectiveN();
        double n2 = total2.effectiveN();
        double share1 = part1.weight() / total1.weight();
        double share2 = part2.weight() / total2.weight();
        Estimate difference = new Estimate(
                Measure.of(share1 - share2),
                Measure.of(Math.hypot(error(part1, total1), error(part2, total2))),
                Optional.of(ProportionIntervals.newcombeDifference(share1 * n1, n1, share2 * n2, n2, confidence)),
                total1.n() + total2.n(),
                n1 + n2);
        Measure p =
                test == ProportionTest.FISHER ? fisher(part1, total1, part2, total2) : pooledZ(share1, n1, share2, n2);
        return new Comparison(difference, p, test.toString());
    }

    /** The two-sided p-value of Fisher's exact test; an empty group leaves one possible table, hence 1. */
    static Measure fisher(WeightedCount part1, WeightedCount total1, WeightedCount part2, WeightedCount total2) {
        if (!total1.isEquallyWeighted() || !total2.isEquallyWeighted()) {
            return Measure.undefined(NO_EXACT_TEST);
        }
        if (total1.n() == 0 || total2.n() == 0) {
            return Measure.of(1);
        }
        return FISHER.compare(SuccessCounts.of(part1.n(), total1.n()), SuccessCounts.of(part2.n(), total2.n()))
                .test()
                .pValue();
    }

    private static Measure pooledZ(double share1, double n1, double share2, double n2) {
        double pooled = (share1 * n1 + share2 * n2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
        return variance > 0
                ? Measure.of(2 * Normal.sf(Math.abs(share1 - share2) / Math.sqrt(variance)))
                : Measure.undefined("all answers of both groups agree");
    }
}
