package io.loyalty.metrics.survey;

import java.util.Objects;

/**
 * How a Likert item was asked and is to be described: scale, key, top box, neutral answers, intervals.
 *
 * <p>Immutable; every {@code with} gives a new question. {@link LikertItem} tells what the figures are.
 */
public final class LikertQuestion extends SurveyQuestion<LikertItem> {

    private static final long serialVersionUID = 1L;
    private static final LikertQuestion DEFAULTS = new LikertQuestion(
            AnswerScale.ONE_TO_FIVE, 2, ItemKey.STRAIGHT, NeutralAnswers.IN_BASE, NetInterval.ADJUSTED_WALD, 0.95);

    private final int top;
    private final ItemKey key;
    private final NeutralAnswers neutral;
    private final NetInterval netMethod;

    private LikertQuestion(
            AnswerScale scale, int top, ItemKey key, NeutralAnswers neutral, NetInterval netMethod, double confidence) {
        super(scale, confidence);
        this.top = top;
        this.key = key;
        this.neutral = neutral;
        this.netMethod = netMethod;
    }

    /**
     * 1 to 5, not reversed, top and bottom 2, neutral answers in the base, invalid answers refused, 95 % intervals.
     *
     * @return the question
     */
    public static LikertQuestion withDefaults() {
        return DEFAULTS;
    }

    /**
     * The question with its own scale and width of the top and bottom box.
     *
     * @param own the scale, which also says what is missing and what becomes of invalid answers
     * @param levels how many levels make the top box, and as many the bottom box
     * @return the question
     * @throws IllegalArgumentException if the levels are none or more than half of the scale
     */
    public LikertQuestion withTop(AnswerScale own, int levels) {
        Shares.requireTop(own, levels);
        return new LikertQuestion(own, levels, key, neutral, netMethod, confidence());
    }

    /**
     * The question with another key.
     *
     * @param other whether answers count in reverse
     * @return the question
     */
    public LikertQuestion with(ItemKey other) {
        return new LikertQuestion(
                scale(), top, Objects.requireNonNull(other, "other"), neutral, netMethod, confidence());
    }

    /**
     * The question with another treatment of neutral answers in the net agreement.
     *
     * @param other whether they count in its base
     * @return the question
     */
    public LikertQuestion with(NeutralAnswers other) {
        return new LikertQuestion(scale(), top, key, Objects.requireNonNull(other, "other"), netMethod, confidence());
    }

    /**
     * The question with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the question
     */
    public LikertQuestion with(InvalidAnswers policy) {
        return new LikertQuestion(scale().with(policy), top, key, neutral, netMethod, confidence());
    }

    /**
     * The question with another kind of interval for the net agreement.
     *
     * @param interval how the interval is made
     * @return the question
     */
    public LikertQuestion with(NetInterval interval) {
        return new LikertQuestion(
                scale(), top, key, neutral, Objects.requireNonNull(interval, "interval"), confidence());
    }

    /**
     * The question with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the question
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public LikertQuestion withConfidence(double level) {
        return new LikertQuestion(scale(), top, key, neutral, netMethod, level);
    }

    /**
     * Describes answers counted by level as they were given; a reversed key turns them here.
     *
     * @param answers counts on the scale of this question
     * @return the result
     * @throws IllegalArgumentException if the counts are on another scale
     */
    @Override
    public LikertItem score(AnswerCounts answers) {
        requireScale(answers);
        AnswerCounts counts = key == ItemKey.REVERSED ? answers.reversed() : answers;
        WeightedCount total = counts.total();
        int half = scale().levels() / 2;
        WeightedCount disagree = counts.between(counts.lowest(), counts.lowest() + half - 1);
        WeightedCount agree = counts.between(counts.highest() - half + 1, counts.highest());
        boolean hasMiddle = scale().levels() % 2 == 1;
        WeightedCount middle =
                hasMiddle && neutral == NeutralAnswers.IN_BASE ? counts.at(counts.lowest() + half) : WeightedCount.ZERO;
        Distribution distribution = new Distribution(counts);
        return new LikertItem(
                counts,
                top,
                Shares.estimate(counts.between(counts.highest() - top + 1, counts.highest()), total, confidence()),
                Shares.estimate(counts.between(counts.lowest(), counts.lowest() + top - 1), total, confidence()),
                Shares.net(disagree, middle, agree, netMethod, confidence(), 1),
                Means.mean(counts, confidence()),
                distribution.standardDeviation(),
                distribution.median(),
                distribution.modes(),
                distribution.polarisation(),
                distribution.agreement());
    }

    /**
     * The configuration in one line.
     *
     * @return for example {@code 1 to 5, STRAIGHT, top 2, neutral IN_BASE, 95 %}
     */
    @Override
    public String toString() {
        return scale() + ", " + key + ", top " + top + ", neutral " + neutral + ", " + Shares.percent(confidence());
    }
}
