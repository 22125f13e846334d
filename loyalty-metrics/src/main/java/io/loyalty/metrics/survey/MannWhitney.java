package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.Optional;

/** The Mann-Whitney test of two groups of answers on one scale, from their counts by level. */
final class MannWhitney {

    private static final String NAME = "Mann-Whitney";

    private MannWhitney() {}

    static Comparison compare(AnswerCounts first, AnswerCounts second, double confidence) {
        WeightedCount all1 = first.total();
        WeightedCount all2 = second.total();
        if (all1.n() == 0 || all2.n() == 0) {
            return Comparison.undefined(Shares.EMPTY_GROUP, all1.n() + all2.n(), NAME);
        }
        if (!all1.isEquallyWeighted() || !all2.isEquallyWeighted()) {
            return Comparison.undefined("weighted answers have no rank test", all1.n() + all2.n(), NAME);
        }
        double n1 = all1.n();
        double n2 = all2.n();
        int levels = first.levels().size();
        double below1 = 0;
        double below2 = 0;
        double wins = 0;
        double squares1 = 0;
        double squares2 = 0;
        double ties = 0;
        for (int i = 0; i < levels; i++) {
            double c1 = first.levels().get(i).n();
            double c2 = second.levels().get(i).n();
            // How an answer at this level places itself in the other group: share below minus share above.
            double placed1 = (2 * below2 + c2 - n2) / n2;
            double placed2 = (2 * below1 + c1 - n1) / n1;
            // A whole number, so that it does not depend on which group comes first.
            wins += c1 * (2 * below2 + c2 - n2);
            squares1 += c1 * placed1 * placed1;
            squares2 += c2 * placed2 * placed2;
            below1 += c1;
            below2 += c2;
            double tied = c1 + c2;
            ties += tied * (tied - 1) * (tied + 1);
        }
        double mean = wins / (n1 * n2);
        Optional<Interval> interval = Optional.empty();
        Measure error = Measure.undefined("a group of a single answer");
        if (n1 > 1 && n2 > 1) {
            double v1 = Math.max(0, squares1 - n1 * mean * mean) / (n1 - 1);
            double v2 = Math.max(0, squares2 - n2 * mean * mean) / (n2 - 1);
            double se = Math.sqrt(v1 / n1 + v2 / n2);
            error = Measure.of(se);
            double half = Normal.isf((1 - confidence) / 2) * se;
            if (se > 0) {
                interval = Optional.of(
                        new Interval(Math.max(-1, mean - half), Math.min(1, mean + half), confidence, "placements"));
            }
        }
        Estimate delta = new Estimate(Measure.of(mean), error, interval, all1.n() + all2.n(), n1 + n2);
        return new Comparison(delta, pValue(wins, n1, n2, ties), NAME);
    }

    private static Measure pValue(double wins, double n1, double n2, double ties) {
        double n = n1 + n2;
        double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        // All answers tied: the two terms are equal but for rounding.
        if (!(variance > 1e-12 * n1 * n2 * n)) {
            return Measure.undefined("all answers agree");
        }
        double distance = Math.max(0, Math.abs(wins) / 2 - 0.5);
        return Measure.of(Math.min(1, 2 * Normal.sf(distance / Math.sqrt(variance))));
    }
}
