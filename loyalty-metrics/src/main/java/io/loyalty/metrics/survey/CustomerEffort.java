package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Customer Effort Score (CES): how easy it was to get something done.
 *
 * <h2>Definition</h2>
 *
 * <p>CES 2.0 asks for agreement from 1 to 7 that it was easy: <em>easy</em> is the share of 5 to 7, <em>net</em> the share of 6 and 7
 * minus the share of 1 to 3, <em>mean</em> the mean answer. CES 1.0 asks for the effort from 1 to 5, lower is better: easy is the share
 * of 1 and 2. Each of them is called CES somewhere.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A higher easy share and net share are better in both versions. The mean is that of the answers as given: see
 * {@link #direction()} for its good end.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without answers all are undefined. A mean of a single answer has no standard error, one of answers that all agree no interval.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the answers; from counts, linear in the levels.
 *
 * <h2>References</h2>
 *
 * <p>Dixon, M., Freeman, K. and Toman, N. (2010), Stop trying to delight your customers, Harvard Business Review 88(7/8), 116–122
 * (CES 1.0); CEB (2013), The effortless experience (CES 2.0).
 *
 * @param counts the answers by level as given, and what stands outside the base
 * @param direction which end of the scale means less effort
 * @param easyCount the easy answers
 * @param easy the share of easy answers in [0, 1], with Wilson's interval
 * @param net the share of very easy minus the share of hard answers, in [−1, 1]
 * @param mean the mean answer as given, with Student's t interval
 */
public record CustomerEffort(
        AnswerCounts counts,
        EffortDirection direction,
        WeightedCount easyCount,
        Estimate easy,
        Estimate net,
        Estimate mean) {

    /**
     * Refuses missing parts.
     *
     * @param counts the answers by level as given, and what stands outside the base
     * @param direction which end of the scale means less effort
     * @param easyCount the easy answers
     * @param easy the share of easy answers in [0, 1]
     * @param net the share of very easy minus the share of hard answers, in [−1, 1]
     * @param mean the mean answer as given
     */
    public CustomerEffort {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(easyCount, "easyCount");
        Objects.requireNonNull(easy, "easy");
        Objects.requireNonNull(net, "net");
        Objects.requireNonNull(mean, "mean");
    }

    /**
     * The effort in answers to CES 2.0, from 1 to 7.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if an answer is not in [1, 7]
     */
    public static CustomerEffort of(int... answers) {
        return EffortQuestion.ces2().score(answers);
    }

    /**
     * The effort in counted answers to CES 2.0, from 1 to 7.
     *
     * @param counts answers by level, 1 to 7
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static CustomerEffort of(AnswerCounts counts) {
        return EffortQuestion.ces2().score(counts);
    }

    /**
     * A collector of answers to CES 2.0 to their figures, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, CustomerEffort> collector(ToIntFunction<? super T> answer) {
        return EffortQuestion.ces2().collector(answer);
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
     * The share of easy answers minus that of another group or period, with Newcombe's 95 % interval and the pooled z test.
     *
     * @param other the effort to compare with
     * @return the difference in [−1, 1], this minus other
     */
    public Comparison minus(CustomerEffort other) {
        return minus(other, 0.95, ProportionTest.POOLED_Z);
    }

    /**
     * The share of easy answers minus that of another group or period, with Newcombe's interval.
     *
     * @param other the effort to compare with
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @param test how the p-value is computed; weights enter z by the effective numbers of answers, and have no exact test
     * @return the difference in [−1, 1], this minus other
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Comparison minus(CustomerEffort other, double confidence, ProportionTest test) {
        return Shares.compare(easyCount, counts.total(), other.easyCount, other.counts.total(), confidence, test);
    }

    /**
     * The mean answer minus that of another group or period, by Welch's t test.
     *
     * @param other the effort to compare with, asked in the same direction
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @return the difference in levels, this minus other
     * @throws IllegalArgumentException if the directions differ or the level is not in (0, 1)
     */
    public Comparison meanMinus(CustomerEffort other, double confidence) {
        Shares.requireConfidence(confidence);
        if (direction != other.direction) {
            throw new IllegalArgumentException("other must be " + direction + ": " + other.direction);
        }
        return Means.welch(mean, other.mean, confidence);
    }

    /**
     * The figures in one line.
     *
     * @return for example {@code CES easy 0.8 [0.5, 0.94] (95 % Wilson), n = 10; net 0.4; mean 5.2 (HIGHER_IS_EASIER)}
     */
    @Override
    public String toString() {
        return "CES easy " + easy + "; net " + net.value() + "; mean " + mean.value() + " (" + direction + ")";
    }
}
