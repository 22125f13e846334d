package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How the question for a Net Promoter Score was asked and is to be scored: scale, breaks, invalid answers, interval.
 *
 * <p>Immutable; every {@code with} gives a new question. {@link NetPromoterScore} tells what the score is.
 *
 * <pre>{@code
 * NetPromoterQuestion.withDefaults().with(NetInterval.SCORE).score(10, 9, 7, 3);
 * NetPromoterQuestion.withDefaults().withBreaks(AnswerScale.of(1, 5), 3, 5).score(5, 4, 2);
 * }</pre>
 */
public final class NetPromoterQuestion implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CHUNK = 4096;
    private static final NetPromoterQuestion DEFAULTS =
            new NetPromoterQuestion(AnswerScale.ZERO_TO_TEN, 6, 9, NetInterval.ADJUSTED_WALD, 0.95);

    private final AnswerScale scale;
    private final int detractorMaximum;
    private final int promoterMinimum;
    private final NetInterval method;
    private final double confidence;

    private NetPromoterQuestion(
            AnswerScale scale, int detractorMaximum, int promoterMinimum, NetInterval method, double confidence) {
        this.scale = scale;
        this.detractorMaximum = detractorMaximum;
        this.promoterMinimum = promoterMinimum;
        this.method = method;
        this.confidence = confidence;
    }

    /**
     * The usual question: 0 to 10, detractors up to 6, promoters from 9, invalid answers refused, 95 % adjusted Wald interval.
     *
     * @return the question
     */
    public static NetPromoterQuestion withDefaults() {
        return DEFAULTS;
    }

    /**
     * The question with its own scale and breaks.
     *
     * @param own the scale, which also says what is missing and what becomes of invalid answers
     * @param highestDetractor the highest answer of a detractor, on the scale
     * @param lowestPromoter the lowest answer of a promoter, above it and on the scale
     * @return the question
     * @throws IllegalArgumentException if the breaks do not leave room for detractors and promoters on the scale
     */
    public NetPromoterQuestion withBreaks(AnswerScale own, int highestDetractor, int lowestPromoter) {
        Objects.requireNonNull(own, "own");
        if (highestDetractor < own.lowest() || highestDetractor >= lowestPromoter || lowestPromoter > own.highest()) {
            throw new IllegalArgumentException("breaks must rise on the scale " + own + ": detractors up to "
                    + highestDetractor + ", promoters from " + lowestPromoter);
        }
        return new NetPromoterQuestion(own, highestDetractor, lowestPromoter, method, confidence);
    }

    /**
     * The question with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the question
     */
    public NetPromoterQuestion with(InvalidAnswers policy) {
        return new NetPromoterQuestion(scale.with(policy), detractorMaximum, promoterMinimum, method, confidence);
    }

    /**
     * The question with another kind of interval.
     *
     * @param interval how the interval is made
     * @return the question
     */
    public NetPromoterQuestion with(NetInterval interval) {
        Objects.requireNonNull(interval, "interval");
        return new NetPromoterQuestion(scale, detractorMaximum, promoterMinimum, interval, confidence);
    }

    /**
     * The question with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the question
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public NetPromoterQuestion withConfidence(double level) {
        Shares.requireConfidence(level);
        return new NetPromoterQuestion(scale, detractorMaximum, promoterMinimum, method, level);
    }

    /**
     * The scale of the answers.
     *
     * @return the scale, with its reading of missing and invalid answers
     */
    public AnswerScale scale() {
        return scale;
    }

    /**
     * Scores answers of weight 1.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none; not kept
     * @return the score
     * @throws IllegalArgumentException if an answer is invalid and the question is strict
     */
    public NetPromoterScore score(int... answers) {
        return score(counts(answers));
    }

    /**
     * Scores weighted answers.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none; not kept
     * @param weights the weight of each, at least 0; not kept
     * @return the score
     * @throws IllegalArgumentException if the lengths differ, a weight is out of bounds, or an answer is invalid and the question
     *     is strict
     */
    public NetPromoterScore score(int[] answers, double[] weights) {
        return score(counts(scale.count(answers, weights)));
    }

    /**
     * Scores answers counted by level.
     *
     * @param answers counts on the scale of this question
     * @return the score
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public NetPromoterScore score(AnswerCounts answers) {
        return score(counts(answers));
    }

    /**
     * Scores counted detractors, passives and promoters.
     *
     * @param counts the three counts
     * @return the score
     */
    public NetPromoterScore score(NetPromoterCounts counts) {
        Estimate score =
                Shares.net(counts.detractors(), counts.passives(), counts.promoters(), method, confidence, 100);
        return new NetPromoterScore(counts, score);
    }

    /**
     * A collector of raw answers to their score, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link AnswerScale#MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, NetPromoterScore> collector(ToIntFunction<? super T> answer) {
        return Collectors.collectingAndThen(scale.<T>collector(answer), this::score);
    }

    /**
     * Detractors, passives and promoters among answers counted by level.
     *
     * @param answers counts on the scale of this question
     * @return the three counts
     * @throws IllegalArgumentException if the counts are on another scale
     */
    public NetPromoterCounts counts(AnswerCounts answers) {
        Shares.requireScale(answers, scale);
        WeightedCount passives = detractorMaximum + 1 == promoterMinimum
                ? WeightedCount.ZERO
                : answers.between(detractorMaximum + 1, promoterMinimum - 1);
        return new NetPromoterCounts(
                answers.between(scale.lowest(), detractorMaximum),
                passives,
                answers.between(promoterMinimum, scale.highest()),
                answers.excluded());
    }

    /**
     * Detractors, passives and promoters among raw answers of weight 1.
     *
     * @param answers raw answers, {@link AnswerScale#MISSING} where there is none; not kept
     * @return the three counts
     * @throws IllegalArgumentException if an answer is invalid and the question is strict
     */
    public NetPromoterCounts counts(int... answers) {
        NetPromoterCounts counts = NetPromoterCounts.of(0, 0, 0);
        long detractors = 0;
        long passives = 0;
        long promoters = 0;
        for (int from = 0; from < answers.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, answers.length);
            long clean = countClean(answers, from, to);
            if (clean >= 0) {
                long below = clean >>> 32;
                long above = clean & 0xFFFF_FFFFL;
                detractors += below;
                promoters += above;
                passives += to - from - below - above;
            } else {
                counts = counts.plus(countMixed(answers, from, to));
            }
        }
        return counts.plus(NetPromoterCounts.of(detractors, passives, promoters));
    }

    /**
     * Detractors (high half) and promoters (low half) of a chunk in which all is on the scale, or −1. Sign bits instead of
     * branches, so that the compiler can take several answers at a time.
     */
    private long countClean(int[] answers, int from, int to) {
        int lowest = scale.lowest();
        int highest = scale.highest();
        int aboveDetractors = detractorMaximum + 1;
        int belowPromoters = promoterMinimum - 1;
        int off = 0;
        int detractors = 0;
        int promoters = 0;
        for (int i = from; i < to; i++) {
            int answer = answers[i];
            // One of the two is negative off the scale, also when the other wraps around.
            off |= (answer - lowest) | (highest - answer);
            detractors += (answer - aboveDetractors) >>> 31;
            promoters += (belowPromoters - answer) >>> 31;
        }
        return off < 0 ? -1 : (long) detractors << 32 | promoters;
    }

    private NetPromoterCounts countMixed(int[] answers, int from, int to) {
        AnswerAccumulator accumulator = scale.accumulator();
        for (int i = from; i < to; i++) {
            accumulator.add(scale.index(answers[i], "answers", i));
        }
        return counts(accumulator.snapshot());
    }

    /**
     * The configuration in one line.
     *
     * @return for example {@code 0 to 10, detractors up to 6, promoters from 9, 95 % adjusted Wald}
     */
    @Override
    public String toString() {
        return scale + ", detractors up to " + detractorMaximum + ", promoters from " + promoterMinimum + ", "
                + Shares.percent(confidence) + " " + method;
    }
}
