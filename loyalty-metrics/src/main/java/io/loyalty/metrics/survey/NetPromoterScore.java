package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Net Promoter Score: the percentage of customers who would recommend minus the percentage of those who would not.
 *
 * <h2>Definition</h2>
 *
 * <p>"How likely is it that you would recommend us to a friend or colleague?", answered from 0 to 10. Answers 9 and 10 are
 * promoters (M), 7 and 8 passives, 0 to 6 detractors (D); \( NPS = 100 (M - D) / n \) points. Its standard error is
 * \( 100 \sqrt{v/n} \) with \( v = m + d - (m - d)^2 \), m and d being shares. The same arithmetic serves relational, transactional and
 * employee surveys.
 *
 * <h2>Interpretation</h2>
 *
 * <p>From −100, everybody a detractor, to 100, everybody a promoter. Half promoters and half detractors give 0, and so do
 * passives alone: look at the three shares of {@link #counts()} too.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without answers the score is undefined. A single answer, or answers that all agree, have a standard error of 0 but, by the
 * default method, a proper interval. Answers off the scale, also fractions, are refused; {@link NetPromoterQuestion} can drop and
 * count them, and knows other scales, breaks, weights and intervals.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the answers, no copy; from counts, a constant.
 *
 * <h2>References</h2>
 *
 * <p>Reichheld, F. F. (2003), The one number you need to grow, Harvard Business Review 81(12), 46–54. Rocks, B. (2016), Interval
 * estimation for the "Net Promoter Score", The American Statistician 70(4), 365–372, doi:10.1080/00031305.2016.1158124.
 *
 * @param counts the answers by kind, and what stands outside the base
 * @param score the score in points from −100 to 100, with its standard error and interval
 */
public record NetPromoterScore(NetPromoterCounts counts, Estimate score) {

    /**
     * Refuses missing parts.
     *
     * @param counts the answers by kind, and what stands outside the base
     * @param score the score in points
     */
    public NetPromoterScore {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(score, "score");
    }

    /**
     * The score of answers from 0 to 10, with a 95 % adjusted Wald interval.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none
     * @return the score
     * @throws IllegalArgumentException if an answer is not in [0, 10]
     */
    public static NetPromoterScore of(int... answers) {
        return NetPromoterQuestion.withDefaults().score(answers);
    }

    /**
     * The score of counted answers, with a 95 % adjusted Wald interval.
     *
     * @param counts detractors, passives and promoters
     * @return the score
     */
    public static NetPromoterScore of(NetPromoterCounts counts) {
        return NetPromoterQuestion.withDefaults().score(counts);
    }

    /**
     * A collector of answers from 0 to 10 to their score, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, NetPromoterScore> collector(ToIntFunction<? super T> answer) {
        return NetPromoterQuestion.withDefaults().collector(answer);
    }

    /**
     * The number of answers that the score is computed from.
     *
     * @return at least 0
     */
    public long base() {
        return counts.base();
    }

    /**
     * This score minus that of another group or period with other respondents, with a 95 % interval by MOVER of the two score
     * intervals.
     *
     * <p>{@link NetPromoterComparison} has the other choices, {@link PairedNetPromoterCounts} is for the same customers asked twice.
     *
     * @param other the score to compare with
     * @return the difference in points from −200 to 200, this minus other
     */
    public Comparison minus(NetPromoterScore other) {
        return NetPromoterComparison.withDefaults().compare(counts, other.counts);
    }

    /**
     * The score, its interval and the three counts in one line.
     *
     * @return for example {@code NPS 15.0 [-0.697423, 29.8236] (95 % adjusted Wald), n = 100: 25 detractors, ...}
     */
    @Override
    public String toString() {
        return "NPS " + score + ": " + counts;
    }
}
