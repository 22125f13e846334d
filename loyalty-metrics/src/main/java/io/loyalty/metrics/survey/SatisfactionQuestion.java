package io.loyalty.metrics.survey;

import java.util.Objects;

/**
 * How the question for customer satisfaction was asked and is to be scored: scale, which answers are satisfied, intervals.
 *
 * <p>Immutable; every {@code with} gives a new question. {@link CustomerSatisfaction} tells what the figures are.
 */
public final class SatisfactionQuestion extends SurveyQuestion<CustomerSatisfaction> {

    private static final long serialVersionUID = 1L;
    private static final SatisfactionQuestion DEFAULTS =
            new SatisfactionQuestion(AnswerScale.ONE_TO_FIVE, 2, NetInterval.ADJUSTED_WALD, 0.95);

    private final int top;
    private final NetInterval netMethod;

    private SatisfactionQuestion(AnswerScale scale, int top, NetInterval netMethod, double confidence) {
        super(scale, confidence);
        this.top = top;
        this.netMethod = netMethod;
    }

    /**
     * The usual question: 1 to 5, satisfied from 4, dissatisfied up to 2, invalid answers refused, 95 % intervals.
     *
     * @return the question
     */
    public static SatisfactionQuestion withDefaults() {
        return DEFAULTS;
    }

    /**
     * The question with its own scale and number of satisfied levels.
     *
     * @param own the scale, which also says what is missing and what becomes of invalid answers
     * @param levels how many levels at the top are satisfied, and as many at the bottom dissatisfied
     * @return the question
     * @throws IllegalArgumentException if the levels are none or more than half of the scale
     */
    public SatisfactionQuestion withTop(AnswerScale own, int levels) {
        Shares.requireTop(own, levels);
        return new SatisfactionQuestion(own, levels, netMethod, confidence());
    }

    /**
     * The question with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the question
     */
    public SatisfactionQuestion with(InvalidAnswers policy) {
        return new SatisfactionQuestion(scale().with(policy), top, netMethod, confidence());
    }

    /**
     * The question with another kind of interval for the net satisfaction.
     *
     * @param interval how the interval is made
     * @return the question
     */
    public SatisfactionQuestion with(NetInterval interval) {
        return new SatisfactionQuestion(scale(), top, Objects.requireNonNull(interval, "interval"), confidence());
    }

    /**
     * The question with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the question
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public SatisfactionQuestion withConfidence(double level) {
        return new SatisfactionQuestion(scale(), top, netMethod, level);
    }

    @Override
    public CustomerSatisfaction score(AnswerCounts answers) {
        requireScale(answers);
        WeightedCount satisfied = answers.between(answers.highest() - top + 1, answers.highest());
        WeightedCount dissatisfied = answers.between(answers.lowest(), answers.lowest() + top - 1);
        WeightedCount neither = answers.total().minus(satisfied).minus(dissatisfied);
        return new CustomerSatisfaction(
                answers,
                top,
                Shares.estimate(satisfied, answers.total(), confidence()),
                Shares.net(dissatisfied, neither, satisfied, netMethod, confidence(), 1),
                Means.mean(answers, confidence()));
    }

    /**
     * The configuration in one line.
     *
     * @return for example {@code 1 to 5, top 2, 95 %}
     */
    @Override
    public String toString() {
        return scale() + ", top " + top + ", " + Shares.percent(confidence());
    }
}
