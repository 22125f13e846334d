package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MultipleTesting;
import io.loyalty.metrics.numeric.Normal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Compares the Net Promoter Scores of two groups or periods with different respondents.
 *
 * <h2>Definition</h2>
 *
 * <p>The difference is first minus second, in points. Its interval is MOVER: the distances of each score to the bounds of its own
 * interval are squared and added, \( L = d - \sqrt{(s_1 - l_1)^2 + (u_2 - s_2)^2} \) and
 * \( U = d + \sqrt{(u_1 - s_1)^2 + (s_2 - l_2)^2} \). The two intervals are score intervals unless chosen otherwise; with
 * {@link NetInterval#WALD} it is the plain Wald interval. The p-value is that of a z test, by default after adding three answers to
 * each group.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An interval that leaves out 0 and a small p-value say that chance alone is a poor explanation. They come from two methods
 * and may disagree at the edge. For the same customers asked twice use {@link PairedNetPromoterCounts}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Undefined if a group has no answers. Unadjusted, the p-value is undefined if the answers within each group agree.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant.
 *
 * <h2>References</h2>
 *
 * <p>Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
 * 873–890, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I. Zou, G. Y. and Donner, A. (2008),
 * Construction of confidence limits about effect measures, Statistics in Medicine 27, 1693–1702, doi:10.1002/sim.3095. Lewis, J.
 * R. and Sauro, J. (2021), How to statistically compare two Net Promoter Scores (for the adjusted test).
 */
public final class NetPromoterComparison implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final NetPromoterComparison DEFAULTS =
            new NetPromoterComparison(NetInterval.SCORE, DifferencePValue.ADJUSTED, 0.95);

    private final NetInterval method;
    private final DifferencePValue test;
    private final double confidence;

    private NetPromoterComparison(NetInterval method, DifferencePValue test, double confidence) {
        this.method = method;
        this.test = test;
        this.confidence = confidence;
    }

    /**
     * A 95 % MOVER interval of score intervals, and the adjusted z test.
     *
     * @return the comparison
     */
    public static NetPromoterComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with another kind of interval for each group.
     *
     * @param interval the intervals that MOVER starts from
     * @return the comparison
     */
    public NetPromoterComparison with(NetInterval interval) {
        return new NetPromoterComparison(Objects.requireNonNull(interval, "interval"), test, confidence);
    }

    /**
     * The comparison with another test.
     *
     * @param other how the p-value is computed
     * @return the comparison
     */
    public NetPromoterComparison with(DifferencePValue other) {
        return new NetPromoterComparison(method, Objects.requireNonNull(other, "other"), confidence);
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public NetPromoterComparison withConfidence(double level) {
        Shares.requireConfidence(level);
        return new NetPromoterComparison(method, test, level);
    }

    /**
     * The difference of two scores.
     *
     * @param first one group or the later period
     * @param second the other
     * @return first minus second, in points from −200 to 200
     */
    public Comparison compare(NetPromoterCounts first, NetPromoterCounts second) {
        if (first.base() == 0 || second.base() == 0) {
            return Comparison.undefined(Shares.EMPTY_GROUP, first.base() + second.base(), test.toString());
        }
        Estimate a = score(first);
        Estimate b = score(second);
        NetShare firstShare = share(first);
        NetShare secondShare = share(second);
        Measure error = a.standardError().isDefined() && b.standardError().isDefined()
                ? Measure.of(Math.hypot(
                        a.standardError().orElseThrow(), b.standardError().orElseThrow()))
                : Measure.undefined("a group of a single answer");
        Estimate difference = new Estimate(
                Measure.of(a.value().orElseThrow() - b.value().orElseThrow()),
                error,
                method.ofDifference(firstShare, secondShare, confidence, 100),
                a.n() + b.n(),
                a.effectiveN() + b.effectiveN());
        return new Comparison(difference, pValue(firstShare, secondShare), test.toString());
    }

    /**
     * The differences of all pairs of groups.
     *
     * @param groups the counts of each group
     * @param adjustment how the p-values are raised for the number of pairs
     * @param <K> the type of the keys
     * @return each pair once, in the order of the keys
     */
    public <K extends Comparable<? super K>> List<PairwiseComparison<K>> pairwise(
            Map<K, NetPromoterCounts> groups, MultipleTesting adjustment) {
        List<K> keys = new ArrayList<>(new TreeSet<>(groups.keySet()));
        List<PairwiseComparison<K>> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                Comparison comparison = compare(groups.get(keys.get(i)), groups.get(keys.get(j)));
                pairs.add(new PairwiseComparison<>(keys.get(i), keys.get(j), comparison, comparison.pValue()));
            }
        }
        List<Measure> adjusted = adjustment.adjust(
                pairs.stream().map(PairwiseComparison::adjustedPValue).toList());
        for (int i = 0; i < pairs.size(); i++) {
            PairwiseComparison<K> pair = pairs.get(i);
            pairs.set(i, new PairwiseComparison<>(pair.first(), pair.second(), pair.comparison(), adjusted.get(i)));
        }
        return List.copyOf(pairs);
    }

    private Estimate score(NetPromoterCounts counts) {
        return Shares.net(counts.detractors(), counts.passives(), counts.promoters(), method, confidence, 100);
    }

    private static NetShare share(NetPromoterCounts counts) {
        return NetShare.of(counts.detractors(), counts.passives(), counts.promoters());
    }

    private Measure pValue(NetShare first, NetShare second) {
        NetShare a = test == DifferencePValue.ADJUSTED ? first.adjusted() : first;
        NetShare b = test == DifferencePValue.ADJUSTED ? second.adjusted() : second;
        double variance = a.variance() / a.n() + b.variance() / b.n();
        return variance > 0
                ? Measure.of(2 * Normal.sf(Math.abs(a.net() - b.net()) / Math.sqrt(variance)))
                : Measure.undefined("no variance within the groups");
    }
}
