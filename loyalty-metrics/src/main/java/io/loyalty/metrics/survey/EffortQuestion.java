package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Objects;

/**
 * How the question for customer effort was asked and is to be scored: scale, direction, which answers are easy, intervals.
 *
 * <p>Immutable; every {@code with} gives a new question. {@link CustomerEffort} tells what the figures are.
 */
public final class EffortQuestion extends SurveyQuestion<CustomerEffort> {

    private static final long serialVersionUID = 1L;
    private static final EffortQuestion AGREEMENT = new EffortQuestion(
            AnswerScale.ONE_TO_SEVEN,
            EffortDirection.HIGHER_IS_EASIER,
            new Levels(3, 2, 3),
            NetInterval.ADJUSTED_WALD,
            0.95);
    private static final EffortQuestion AMOUNT = new EffortQuestion(
            AnswerScale.ONE_TO_FIVE,
            EffortDirection.LOWER_IS_EASIER,
            new Levels(2, 2, 2),
            NetInterval.ADJUSTED_WALD,
            0.95);

    private final EffortDirection direction;
    private final Levels levels;
    private final NetInterval netMethod;

    private EffortQuestion(
            AnswerScale scale, EffortDirection direction, Levels levels, NetInterval netMethod, double confidence) {
        super(scale, confidence);
        this.direction = direction;
        this.levels = levels;
        this.netMethod = netMethod;
    }

    /** How many levels, from the good end, are easy and very easy, and from the bad end, hard. */
    private record Levels(int easy, int veryEasy, int hard) implements Serializable {}

    /**
     * CES 2.0, "the company made it easy for me": 1 to 7, easy from 5, net easy is 6 and 7 minus 1 to 3; invalid answers refused,
     * 95 % intervals.
     *
     * @return the question
     */
    public static EffortQuestion ces2() {
        return AGREEMENT;
    }

    /**
     * CES 1.0, "how much effort did you have to put forth": 1 to 5, lower is better, easy is 1 and 2, net easy is 1 and 2 minus 4 and
     * 5; invalid answers refused, 95 % intervals.
     *
     * @return the question
     */
    public static EffortQuestion ces1() {
        return AMOUNT;
    }

    /**
     * The question with its own scale and levels.
     *
     * @param own the scale, which also says what is missing and what becomes of invalid answers
     * @param goodEnd which end means less effort
     * @param easy how many levels from the good end are easy
     * @param veryEasy how many levels from the good end count for the net share
     * @param hard how many levels from the bad end count against it
     * @return the question
     * @throws IllegalArgumentException if a number of levels is below 1, or easy and hard levels overlap
     */
    public EffortQuestion withLevels(AnswerScale own, EffortDirection goodEnd, int easy, int veryEasy, int hard) {
        Objects.requireNonNull(goodEnd, "goodEnd");
        if (easy < 1 || veryEasy < 1 || hard < 1 || Math.max(easy, veryEasy) > own.levels() - hard) {
            throw new IllegalArgumentException("easy, very easy and hard levels must fit on the scale " + own + ": "
                    + easy + ", " + veryEasy + " and " + hard);
        }
        return new EffortQuestion(own, goodEnd, new Levels(easy, veryEasy, hard), netMethod, confidence());
    }

    /**
     * The question with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the question
     */
    public EffortQuestion with(InvalidAnswers policy) {
        return new EffortQuestion(scale().with(policy), direction, levels, netMethod, confidence());
    }

    /**
     * The question with another kind of interval for the net share.
     *
     * @param interval how the interval is made
     * @return the question
     */
    public EffortQuestion with(NetInterval interval) {
        return new EffortQuestion(
                scale(), direction, levels, Objects.requireNonNull(interval, "interval"), confidence());
    }

    /**
     * The question with another level of confidence.
     *
     * @param level nominal coverage, between 0 and 1
     * @return the question
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public EffortQuestion withConfidence(double level) {
        return new EffortQuestion(scale(), direction, levels, netMethod, level);
    }

    @Override
    public CustomerEffort score(AnswerCounts answers) {
        requireScale(answers);
        AnswerCounts goodUp = direction == EffortDirection.HIGHER_IS_EASIER ? answers : answers.reversed();
        WeightedCount easy = goodUp.between(goodUp.highest() - levels.easy() + 1, goodUp.highest());
        WeightedCount veryEasy = goodUp.between(goodUp.highest() - levels.veryEasy() + 1, goodUp.highest());
        WeightedCount hard = goodUp.between(goodUp.lowest(), goodUp.lowest() + levels.hard() - 1);
        WeightedCount neither = goodUp.total().minus(veryEasy).minus(hard);
        return new CustomerEffort(
                answers,
                direction,
                easy,
                Shares.estimate(easy, answers.total(), confidence()),
                Shares.net(hard, neither, veryEasy, netMethod, confidence(), 1),
                Means.mean(answers, confidence()));
    }

    /**
     * The configuration in one line.
     *
     * @return for example {@code 1 to 7, HIGHER_IS_EASIER, easy 3, net 2 against 3, 95 %}
     */
    @Override
    public String toString() {
        return scale() + ", " + direction + ", easy " + levels.easy() + ", net " + levels.veryEasy() + " against "
                + levels.hard() + ", " + Shares.percent(confidence());
    }
}
