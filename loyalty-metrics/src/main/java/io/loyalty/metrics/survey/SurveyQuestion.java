package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A question with one answer on a scale, and how its answers are to be scored.
 *
 * <p>Raw answers, with or without weights, are counted on the scale and the counts are scored; counts that come from elsewhere
 * score the same. Immutable: every {@code with} of the kinds gives a new question.
 *
 * @param <R> the result
 */
public abstract sealed class SurveyQuestion<R> implements Serializable
        permits NetPromoterQuestion, SatisfactionQuestion, EffortQuestion, LikertQuestion {

    private static final long serialVersionUID = 1L;

    private final AnswerScale scale;
    private final double confidence;

    SurveyQuestion(AnswerScale scale, double confidence) {
        this.scale = Objects.requireNonNull(scale, "scale");
        this.confidence = confidence;
        Shares.requireConfidence(confidence);
    }

    /**
     * The scale of the answers.
     *
     * @return the scale, with its reading of missing and invalid answers
     */
    public final AnswerScale scale() {
        return scale;
    }

    /**
     * The nominal coverage of the intervals.
     *
     * @return a level between 0 and 1
     */
    public final double confidence() {
        return confidence;
    }

    /**
     * Scores answers counted by level.
     *
     * @param answers counts on the scale of this question
     * @return the result
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public abstract R score(AnswerCounts answers);

    /**
     * Scores answers of weight 1.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none; not kept
     * @return the result
     * @throws IllegalArgumentException if an answer is invalid and the question is strict
     */
    public R score(int... answers) {
        return score(scale.count(answers));
    }

    /**
     * Scores answers of weight 1 from a column of {@code double}.
     *
     * @param answers raw answers, NaN where there is none; not kept
     * @return the result
     * @throws IllegalArgumentException if an answer is invalid and the question is strict
     */
    public final R score(double[] answers) {
        return score(scale.count(answers));
    }

    /**
     * Scores weighted answers.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none; not kept
     * @param weights the weight of each, 0 or in [1e-100, 1e100]; not kept
     * @return the result
     * @throws IllegalArgumentException if the lengths differ, a weight is out of bounds, or an answer is invalid and the question
     *     is strict
     */
    public final R score(int[] answers, double[] weights) {
        return score(scale.count(answers, weights));
    }

    /**
     * A collector of raw answers to their result, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public final <T> Collector<T, ?, R> collector(ToIntFunction<? super T> answer) {
        return Collectors.collectingAndThen(scale.<T>collector(answer), this::score);
    }

    /**
     * A collector of weighted raw answers to their result.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param weight gives its weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector
     */
    public final <T> Collector<T, ?, R> collector(ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight) {
        return Collectors.collectingAndThen(scale.<T>collector(answer, weight), this::score);
    }

    final void requireScale(AnswerCounts counts) {
        if (counts.lowest() != scale.lowest() || counts.highest() != scale.highest()) {
            throw new IllegalArgumentException("answers must be on the scale " + scale + ": " + counts.scaleText());
        }
    }
}
