package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * When a customer counts as secure, favorable, vulnerable or at risk, from three answers on one scale.
 *
 * <p>The lowest of the three answers decides. Immutable; every {@code with} gives a new rule. {@link SecureCustomerIndex} tells what
 * the index is.
 */
public final class SecureCustomerRule implements Serializable {

    /** Burke's verbal scales coded 1 to 5: secure from 5, favorable from 4, vulnerable from 3. */
    public static final SecureCustomerRule BURKE_5 = of(AnswerScale.ONE_TO_FIVE, 5, 4, 3);

    /** The variant of QuestionPro on 0 to 10: secure from 9, favorable ("loyal, but needs more") from 7, else at risk. */
    public static final SecureCustomerRule TOP_BOX_0_10 = of(AnswerScale.ZERO_TO_TEN, 9, 7, 7);

    private static final long serialVersionUID = 1L;

    private final AnswerScale scale;
    private final int secureFrom;
    private final int favorableFrom;
    private final int vulnerableFrom;
    private final IncompleteAnswers incomplete;
    private final double confidence;

    private SecureCustomerRule(
            AnswerScale scale,
            int secureFrom,
            int favorableFrom,
            int vulnerableFrom,
            IncompleteAnswers incomplete,
            double confidence) {
        this.scale = scale;
        this.secureFrom = secureFrom;
        this.favorableFrom = favorableFrom;
        this.vulnerableFrom = vulnerableFrom;
        this.incomplete = incomplete;
        this.confidence = confidence;
    }

    /**
     * A rule with its own thresholds; incomplete answers are excluded, intervals are of 95 %.
     *
     * @param scale the scale of all three questions, which also says what is missing and what becomes of invalid answers
     * @param secureFrom the lowest answer of a secure customer, on the scale
     * @param favorableFrom the lowest answer of a favorable customer, below it
     * @param vulnerableFrom the lowest answer of a vulnerable customer, at most {@code favorableFrom}; equal to it if nobody is to be
     *     called vulnerable
     * @return the rule
     * @throws IllegalArgumentException if the thresholds are out of order or leave nobody at risk
     */
    public static SecureCustomerRule of(AnswerScale scale, int secureFrom, int favorableFrom, int vulnerableFrom) {
        if (secureFrom > scale.highest()
                || favorableFrom >= secureFrom
                || vulnerableFrom > favorableFrom
                || vulnerableFrom <= scale.lowest()) {
            throw new IllegalArgumentException("thresholds must descend on the scale " + scale + ": secure from "
                    + secureFrom + ", favorable from " + favorableFrom + ", vulnerable from " + vulnerableFrom);
        }
        return new SecureCustomerRule(
                scale, secureFrom, favorableFrom, vulnerableFrom, IncompleteAnswers.EXCLUDE, 0.95);
    }

    /**
     * The rule with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the rule
     */
    public SecureCustomerRule with(InvalidAnswers policy) {
        return new SecureCustomerRule(
                scale.with(policy), secureFrom, favorableFrom, vulnerableFrom, incomplete, confidence);
    }

    /**
     * The rule with another treatment of incomplete answers.
     *
     * @param policy what becomes of them
     * @return the rule
     */
    public SecureCustomerRule with(IncompleteAnswers policy) {
        return new SecureCustomerRule(
                scale, secureFrom, favorableFrom, vulnerableFrom, Objects.requireNonNull(policy, "policy"), confidence);
    }

    /**
     * The rule with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the rule
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public SecureCustomerRule withConfidence(double level) {
        Shares.requireConfidence(level);
        return new SecureCustomerRule(scale, secureFrom, favorableFrom, vulnerableFrom, incomplete, level);
    }

    /**
     * The class of one customer.
     *
     * @param satisfaction how satisfied, {@link AnswerScale#MISSING} if not answered; likewise the others
     * @param recommend how likely to recommend
     * @param repeat how likely to continue or buy again
     * @return the class; {@link SecureClass#INCOMPLETE} also for an invalid answer that is dropped
     * @throws IllegalArgumentException if an answer is invalid and the rule is strict
     */
    public SecureClass classify(int satisfaction, int recommend, int repeat) {
        int code = code(satisfaction, recommend, repeat, -1);
        if (code < 0) {
            return SecureClass.INCOMPLETE;
        }
        return SecureCustomerCounts.classOf(code);
    }

    /** The place of a customer among the counts, or why there is none. */
    int code(int satisfaction, int recommend, int repeat, int position) {
        int s = scale.index(satisfaction, "satisfaction", position);
        int c = scale.index(recommend, "recommend", position);
        int p = scale.index(repeat, "repeat", position);
        int least = Math.min(s, Math.min(c, p));
        if (least == AnswerScale.INVALID_INDEX) {
            return least;
        }
        if (least == AnswerScale.MISSING_INDEX) {
            return incomplete(s, c, p);
        }
        int answer = scale.lowest() + least;
        if (answer < vulnerableFrom) {
            return SecureCustomerCounts.AT_RISK;
        }
        if (answer < favorableFrom) {
            return SecureCustomerCounts.VULNERABLE;
        }
        if (answer >= secureFrom) {
            return SecureCustomerCounts.SECURE;
        }
        int secure = secureFrom - scale.lowest();
        if (c >= secure && p >= secure) {
            return SecureCustomerCounts.KEPT_BY_SATISFACTION;
        }
        if (s >= secure && p >= secure) {
            return SecureCustomerCounts.KEPT_BY_RECOMMENDATION;
        }
        return s >= secure && c >= secure ? SecureCustomerCounts.KEPT_BY_REPEAT : SecureCustomerCounts.KEPT_BY_SEVERAL;
    }

    private int incomplete(int... places) {
        int answered = 0;
        boolean bad = false;
        for (int place : places) {
            if (place >= 0) {
                answered++;
                bad |= scale.lowest() + place < vulnerableFrom;
            }
        }
        if (answered == 0) {
            return AnswerScale.MISSING_INDEX;
        }
        return bad && incomplete == IncompleteAnswers.DECIDE_AT_RISK
                ? SecureCustomerCounts.AT_RISK
                : SecureCustomerCounts.INCOMPLETE;
    }

    /**
     * Counts customers.
     *
     * @param satisfaction how satisfied each is, {@link AnswerScale#MISSING} if not answered; not kept, likewise the others
     * @param recommend how likely each is to recommend
     * @param repeat how likely each is to continue or buy again
     * @return the counts
     * @throws IllegalArgumentException if the lengths differ, or an answer is invalid and the rule is strict
     */
    public SecureCustomerCounts count(int[] satisfaction, int[] recommend, int[] repeat) {
        if (satisfaction.length != recommend.length || satisfaction.length != repeat.length) {
            throw new IllegalArgumentException("satisfaction, recommend and repeat must have one length: "
                    + satisfaction.length + ", " + recommend.length + " and " + repeat.length);
        }
        AnswerAccumulator codes = SecureCustomerCounts.CODES.accumulator();
        for (int i = 0; i < satisfaction.length; i++) {
            codes.add(code(satisfaction[i], recommend[i], repeat[i], i));
        }
        return SecureCustomerCounts.from(codes.snapshot());
    }

    /**
     * An empty accumulator that classifies by this rule.
     *
     * @return a new accumulator
     */
    public SecureCustomerAccumulator accumulator() {
        return new SecureCustomerAccumulator(this);
    }

    /**
     * A collector of customers to their index, for {@code groupingBy} and parallel streams.
     *
     * @param satisfaction gives how satisfied an element is, {@link AnswerScale#MISSING} if not answered; likewise the others
     * @param recommend gives how likely it is to recommend
     * @param repeat gives how likely it is to continue or buy again
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, SecureCustomerIndex> collector(
            ToIntFunction<? super T> satisfaction,
            ToIntFunction<? super T> recommend,
            ToIntFunction<? super T> repeat) {
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(
                        satisfaction.applyAsInt(element), recommend.applyAsInt(element), repeat.applyAsInt(element)),
                SecureCustomerAccumulator::combine,
                accumulator -> index(accumulator.snapshot()),
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The index of counted customers.
     *
     * @param counts customers by class
     * @return the index
     */
    public SecureCustomerIndex index(SecureCustomerCounts counts) {
        WeightedCount total = counts.total();
        return new SecureCustomerIndex(
                counts,
                Shares.estimate(counts.secure(), total, confidence),
                Shares.estimate(counts.favorable().total(), total, confidence),
                Shares.estimate(counts.vulnerable(), total, confidence),
                Shares.estimate(counts.atRisk(), total, confidence));
    }

    /**
     * The configuration in one line.
     *
     * @return for example {@code 1 to 5, secure from 5, favorable from 4, vulnerable from 3}
     */
    @Override
    public String toString() {
        return scale + ", secure from " + secureFrom + ", favorable from " + favorableFrom
                + (vulnerableFrom < favorableFrom ? ", vulnerable from " + vulnerableFrom : "");
    }
}
