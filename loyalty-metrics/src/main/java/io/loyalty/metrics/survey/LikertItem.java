package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * The answers to one Likert item, described.
 *
 * <h2>Definition</h2>
 *
 * <p>The <em>top</em> and <em>bottom</em> box are the shares of the highest and lowest levels. <em>Net agreement</em> is the share
 * above the middle of the scale minus the share below it; a scale with an even number of levels has no neutral answers.
 * <em>Polarisation</em> is twice the standard deviation of the answers over the range of the scale. <em>Agreement</em> is van der Eijk's
 * A. A reversed key is applied first: all figures are those of the reversed answers.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Shares in [0, 1], net agreement in [−1, 1]. Polarisation is 0 where all agree and 1 where half sit at each end. A is 1 where all
 * choose one level, 0 where all levels are equally frequent, −1 where half sit at each end.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Levels nobody chose are in the distribution with 0. Without answers all is undefined; a mean of answers that all agree has no
 * interval. The median of two levels that share the middle is halfway between them. Without neutral answers in its base, net agreement
 * is undefined if all are neutral.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the answers; from counts, at most cubic in the levels.
 *
 * <h2>References</h2>
 *
 * <p>van der Eijk, C. (2001), Measuring agreement in ordered rating scales, Quality and Quantity 35, 325–341,
 * doi:10.1023/A:1010374114305; Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212,
 * doi:10.1080/01621459.1927.10502953.
 *
 * @param counts the answers by level, after reversing, and what stands outside the base
 * @param boxLevels how many levels make the top box, and as many the bottom box
 * @param top the share of the top box, with Wilson's interval
 * @param bottom the share of the bottom box, with Wilson's interval
 * @param net the net agreement
 * @param mean the mean answer, with Student's t interval
 * @param standardDeviation the standard deviation of the sample (n − 1), in levels
 * @param median the median answer
 * @param modes the most frequent levels, ascending; none without answers
 * @param polarisation twice the standard deviation of the answers over the range, in [0, 1]
 * @param agreement van der Eijk's A, in [−1, 1]
 */
public record LikertItem(
        AnswerCounts counts,
        int boxLevels,
        Estimate top,
        Estimate bottom,
        Estimate net,
        Estimate mean,
        Measure standardDeviation,
        Measure median,
        List<Integer> modes,
        Measure polarisation,
        Measure agreement) {

    /**
     * Copies the modes in.
     *
     * @param counts the answers by level, after reversing, and what stands outside the base
     * @param boxLevels how many levels make the top box, and as many the bottom box
     * @param top the share of the top box
     * @param bottom the share of the bottom box
     * @param net the net agreement
     * @param mean the mean answer
     * @param standardDeviation the standard deviation of the sample (n − 1), in levels
     * @param median the median answer
     * @param modes the most frequent levels, ascending
     * @param polarisation twice the standard deviation of the answers over the range, in [0, 1]
     * @param agreement van der Eijk's A, in [−1, 1]
     */
    public LikertItem {
        Objects.requireNonNull(modes, "modes");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(top, "top");
        Objects.requireNonNull(bottom, "bottom");
        Objects.requireNonNull(net, "net");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(standardDeviation, "standardDeviation");
        Objects.requireNonNull(median, "median");
        modes = List.copyOf(modes);
        Objects.requireNonNull(polarisation, "polarisation");
        Objects.requireNonNull(agreement, "agreement");
    }

    /**
     * Describes answers from 1 to 5.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if an answer is not in [1, 5]
     */
    public static LikertItem of(int... answers) {
        return LikertQuestion.withDefaults().score(answers);
    }

    /**
     * Describes counted answers from 1 to 5.
     *
     * @param counts answers by level, 1 to 5
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static LikertItem of(AnswerCounts counts) {
        return LikertQuestion.withDefaults().score(counts);
    }

    /**
     * A collector of answers from 1 to 5 to their figures, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, LikertItem> collector(ToIntFunction<? super T> answer) {
        return LikertQuestion.withDefaults().collector(answer);
    }

    /**
     * The number of answers that the figures are computed from.
     *
     * @return at least 0
     */
    public long base() {
        return counts.base();
    }

    /**
     * The mean answer on a scale from 0 to 100.
     *
     * @return the index, with the interval of the mean
     */
    public Estimate index() {
        return Means.index(mean, counts.lowest(), counts.highest());
    }

    /**
     * The top box minus that of another group or period, with Newcombe's interval.
     *
     * @param other the same item in the other group
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @param test how the p-value is computed; weights enter z by the effective numbers of answers, and have no exact test
     * @return the difference in [−1, 1], this minus other
     * @throws IllegalArgumentException if the scales differ or the level is not in (0, 1)
     */
    public Comparison topMinus(LikertItem other, double confidence, ProportionTest test) {
        requireSameScale(other);
        return Shares.compare(topCount(), counts.total(), other.topCount(), other.counts.total(), confidence, test);
    }

    /**
     * Whether answers here tend to be higher than in another group or period: Cliff's delta, the chance that an answer from here is
     * the higher of two minus the chance that it is the lower, with the Mann-Whitney test.
     *
     * <p>The p-value is that of the normal approximation with ties and continuity correction; the interval is the estimate and its
     * standard error by placements (DeLong), cut off at −1 and 1. Both need answers of equal weight.
     *
     * @param other the same item in the other group
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @return the difference in [−1, 1], this minus other; (delta + 1) / 2 is the chance of being higher, ties shared
     * @throws IllegalArgumentException if the scales differ or the level is not in (0, 1)
     */
    public Comparison rankMinus(LikertItem other, double confidence) {
        requireSameScale(other);
        Shares.requireConfidence(confidence);
        return MannWhitney.compare(counts, other.counts, confidence);
    }

    private WeightedCount topCount() {
        return counts.between(counts.highest() - boxLevels + 1, counts.highest());
    }

    private void requireSameScale(LikertItem other) {
        if (counts.lowest() != other.counts.lowest() || counts.highest() != other.counts.highest()) {
            throw new IllegalArgumentException(
                    "other must be on the scale " + counts.scaleText() + ": " + other.counts.scaleText());
        }
    }

    /**
     * The figures in one line.
     *
     * @return mean, median, boxes and the distribution
     */
    @Override
    public String toString() {
        return "mean " + mean + "; median " + median + "; top " + boxLevels + " " + top.value() + ", bottom "
                + bottom.value() + ", net " + net.value() + "; " + counts;
    }
}
