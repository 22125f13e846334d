package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Customer satisfaction (CSAT), by the names of its formulas: share of satisfied answers, net satisfaction, mean, index.
 *
 * <h2>Definition</h2>
 *
 * <p>"How satisfied are you with …?", usually from 1 to 5. <em>Satisfied</em> is the share of the top levels, 4 and 5 unless told
 * otherwise; <em>net</em> is that share minus the share of as many bottom levels; <em>mean</em> is the mean answer; the
 * <em>index</em> is \( 100 (mean - lowest) / (highest - lowest) \), as in the ACSI. Vendors call each of these CSAT.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Satisfied in [0, 1], net in [−1, 1], the mean on the scale, the index in [0, 100]. Compare like with like: a top-2 share and a
 * mean divided by 5 are not the same figure.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without answers all are undefined. A mean of a single answer has no standard error, one of answers that all agree no interval:
 * a width of 0 would claim too much. The share keeps its interval in both cases. Levels nobody chose count with 0.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the answers; from counts, linear in the levels.
 *
 * <h2>References</h2>
 *
 * <p>Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953
 * (interval of the share); Fornell, C. et al. (1996), The American Customer Satisfaction Index, Journal of Marketing 60(4), 7–18,
 * doi:10.1177/002224299606000403 (index).
 *
 * @param counts the answers by level, and what stands outside the base
 * @param top how many levels count as satisfied
 * @param satisfied the share of satisfied answers in [0, 1], with Wilson's interval
 * @param net the share of satisfied minus the share of dissatisfied answers, in [−1, 1]
 * @param mean the mean answer, with Student's t interval
 */
public record CustomerSatisfaction(AnswerCounts counts, int top, Estimate satisfied, Estimate net, Estimate mean) {

    /**
     * Refuses missing parts.
     *
     * @param counts the answers by level, and what stands outside the base
     * @param top how many levels count as satisfied
     * @param satisfied the share of satisfied answers in [0, 1]
     * @param net the share of satisfied minus the share of dissatisfied answers, in [−1, 1]
     * @param mean the mean answer
     */
    public CustomerSatisfaction {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(satisfied, "satisfied");
        Objects.requireNonNull(net, "net");
        Objects.requireNonNull(mean, "mean");
    }

    /**
     * The satisfaction in answers from 1 to 5, of which 4 and 5 are satisfied.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if an answer is not in [1, 5]
     */
    public static CustomerSatisfaction of(int... answers) {
        return SatisfactionQuestion.withDefaults().score(answers);
    }

    /**
     * The satisfaction in counted answers from 1 to 5, of which 4 and 5 are satisfied.
     *
     * @param counts answers by level, 1 to 5
     * @return the figures, with 95 % intervals
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public static CustomerSatisfaction of(AnswerCounts counts) {
        return SatisfactionQuestion.withDefaults().score(counts);
    }

    /**
     * A collector of answers from 1 to 5 to their figures, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, CustomerSatisfaction> collector(ToIntFunction<? super T> answer) {
        return SatisfactionQuestion.withDefaults().collector(answer);
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
     * The share of satisfied answers minus that of another group or period, with Newcombe's 95 % interval and the pooled z test.
     *
     * @param other the satisfaction to compare with
     * @return the difference in [−1, 1], this minus other
     */
    public Comparison minus(CustomerSatisfaction other) {
        return minus(other, 0.95, ProportionTest.POOLED_Z);
    }

    /**
     * The share of satisfied answers minus that of another group or period, with Newcombe's interval.
     *
     * @param other the satisfaction to compare with
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @param test how the p-value is computed; weights enter z by the effective numbers of answers, and have no exact test
     * @return the difference in [−1, 1], this minus other
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Comparison minus(CustomerSatisfaction other, double confidence, ProportionTest test) {
        return Shares.compare(
                satisfiedCount(), counts.total(), other.satisfiedCount(), other.counts.total(), confidence, test);
    }

    /**
     * The mean answer minus that of another group or period, by Welch's t test.
     *
     * @param other the satisfaction to compare with
     * @param confidence nominal coverage of the interval, between 0 and 1
     * @return the difference in levels, this minus other
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Comparison meanMinus(CustomerSatisfaction other, double confidence) {
        Shares.requireConfidence(confidence);
        return Means.welch(mean, other.mean, confidence);
    }

    private WeightedCount satisfiedCount() {
        return counts.between(counts.highest() - top + 1, counts.highest());
    }

    /**
     * The figures in one line.
     *
     * @return for example {@code CSAT (top 2) 0.7 [0.574913, 0.801018] (95 % Wilson), n = 60; net 0.5; mean 3.9}
     */
    @Override
    public String toString() {
        return "CSAT (top " + top + ") " + satisfied + "; net " + net.value() + "; mean " + mean.value();
    }
}
