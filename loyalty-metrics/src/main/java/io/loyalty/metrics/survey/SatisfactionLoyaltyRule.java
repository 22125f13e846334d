package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Where satisfaction and loyalty count as high, and who is an apostle.
 *
 * <p>The loyalty axis is either an attitude, answered on a scale, or behaviour: whether the customer bought again. Immutable; every
 * {@code with} gives a new rule. {@link SatisfactionLoyalty} tells what the figures are.
 */
public final class SatisfactionLoyaltyRule implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final AnswerScale REPEATED = AnswerScale.of(0, 1);
    private static final SatisfactionLoyaltyRule ATTITUDE = new SatisfactionLoyaltyRule(
            new Axis(AnswerScale.ZERO_TO_TEN, 8), new Axis(AnswerScale.ZERO_TO_TEN, 8), 0.95);
    private static final SatisfactionLoyaltyRule BEHAVIOUR = ATTITUDE.withLoyalty(REPEATED, 1);

    private final Axis satisfaction;
    private final Axis loyalty;
    private final double confidence;

    private SatisfactionLoyaltyRule(Axis satisfaction, Axis loyalty, double confidence) {
        this.satisfaction = satisfaction;
        this.loyalty = loyalty;
        this.confidence = confidence;
    }

    /** One of the two questions: its scale, its lowest high answer, and the extremes. */
    private record Axis(AnswerScale scale, int highFrom, int apostleFrom, int terroristUpTo) implements Serializable {

        Axis(AnswerScale scale, int highFrom) {
            this(scale, highFrom, scale.highest(), scale.lowest());
        }

        Axis {
            if (apostleFrom < highFrom
                    || apostleFrom > scale.highest()
                    || terroristUpTo >= highFrom
                    || terroristUpTo < scale.lowest()) {
                throw new IllegalArgumentException("cuts must fit on the scale " + scale + ": high from " + highFrom
                        + ", apostle from " + apostleFrom + ", terrorist up to " + terroristUpTo);
            }
        }
    }

    /**
     * Both questions on 0 to 10, high from 8, apostles at 10 on both and terrorists at 0 on both, 95 % intervals.
     *
     * @return the rule
     */
    public static SatisfactionLoyaltyRule attitude() {
        return ATTITUDE;
    }

    /**
     * Satisfaction on 0 to 10, high from 8; loyalty is to have bought again; apostles answered 10 and terrorists 0.
     *
     * @return the rule
     */
    public static SatisfactionLoyaltyRule behaviour() {
        return BEHAVIOUR;
    }

    /**
     * The rule with its own satisfaction question; its ends make the apostles and terrorists.
     *
     * @param scale the scale, which also says what is missing and what becomes of invalid answers
     * @param highFrom the lowest answer that counts as satisfied
     * @return the rule
     * @throws IllegalArgumentException if the cut leaves a side of the scale empty
     */
    public SatisfactionLoyaltyRule withSatisfaction(AnswerScale scale, int highFrom) {
        return new SatisfactionLoyaltyRule(new Axis(scale, highFrom), loyalty, confidence);
    }

    /**
     * The rule with its own loyalty question; its ends make the apostles and terrorists.
     *
     * @param scale the scale, which also says what is missing and what becomes of invalid answers
     * @param highFrom the lowest answer that counts as loyal
     * @return the rule
     * @throws IllegalArgumentException if the cut leaves a side of the scale empty
     */
    public SatisfactionLoyaltyRule withLoyalty(AnswerScale scale, int highFrom) {
        return new SatisfactionLoyaltyRule(satisfaction, new Axis(scale, highFrom), confidence);
    }

    /**
     * The rule with other cuts for apostles, who answer at least so high on both questions.
     *
     * @param satisfactionFrom the lowest satisfaction of an apostle, at least the cut for satisfied
     * @param loyaltyFrom the lowest loyalty of an apostle, at least the cut for loyal
     * @return the rule
     * @throws IllegalArgumentException if a cut does not fit
     */
    public SatisfactionLoyaltyRule withApostles(int satisfactionFrom, int loyaltyFrom) {
        return new SatisfactionLoyaltyRule(
                new Axis(satisfaction.scale(), satisfaction.highFrom(), satisfactionFrom, satisfaction.terroristUpTo()),
                new Axis(loyalty.scale(), loyalty.highFrom(), loyaltyFrom, loyalty.terroristUpTo()),
                confidence);
    }

    /**
     * The rule with other cuts for terrorists, who answer at most so high on both questions.
     *
     * @param satisfactionUpTo the highest satisfaction of a terrorist, below the cut for satisfied
     * @param loyaltyUpTo the highest loyalty of a terrorist, below the cut for loyal
     * @return the rule
     * @throws IllegalArgumentException if a cut does not fit
     */
    public SatisfactionLoyaltyRule withTerrorists(int satisfactionUpTo, int loyaltyUpTo) {
        return new SatisfactionLoyaltyRule(
                new Axis(satisfaction.scale(), satisfaction.highFrom(), satisfaction.apostleFrom(), satisfactionUpTo),
                new Axis(loyalty.scale(), loyalty.highFrom(), loyalty.apostleFrom(), loyaltyUpTo),
                confidence);
    }

    /**
     * The rule with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the rule
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public SatisfactionLoyaltyRule withConfidence(double level) {
        Shares.requireConfidence(level);
        return new SatisfactionLoyaltyRule(satisfaction, loyalty, level);
    }

    /**
     * Where a customer stands.
     *
     * @param satisfied the answer on satisfaction, {@link AnswerScale#MISSING} if there is none
     * @param loyal the answer on loyalty, or 1 for having bought again and 0 for not; {@link AnswerScale#MISSING} if unknown
     * @return the quadrant; empty if one is missing or invalid and dropped
     * @throws IllegalArgumentException if an answer is invalid and its scale is strict
     */
    public Optional<LoyaltyQuadrant> classify(int satisfied, int loyal) {
        int code = code(satisfied, loyal, -1);
        return code < 0 ? Optional.empty() : Optional.of(SatisfactionLoyaltyCounts.quadrantOf(code));
    }

    /** The place of a customer among the counts, or why there is none. */
    int code(int satisfied, int loyal, int position) {
        int least = Math.min(
                satisfaction.scale().index(satisfied, "satisfied", position),
                loyalty.scale().index(loyal, "loyal", position));
        if (least < 0) {
            return least;
        }
        if (satisfied >= satisfaction.highFrom()) {
            if (loyal < loyalty.highFrom()) {
                return SatisfactionLoyaltyCounts.MERCENARY;
            }
            return satisfied >= satisfaction.apostleFrom() && loyal >= loyalty.apostleFrom()
                    ? SatisfactionLoyaltyCounts.APOSTLE
                    : SatisfactionLoyaltyCounts.LOYALIST;
        }
        if (loyal >= loyalty.highFrom()) {
            return SatisfactionLoyaltyCounts.HOSTAGE;
        }
        return satisfied <= satisfaction.terroristUpTo() && loyal <= loyalty.terroristUpTo()
                ? SatisfactionLoyaltyCounts.TERRORIST
                : SatisfactionLoyaltyCounts.DEFECTOR;
    }

    /**
     * Counts customers.
     *
     * @param satisfied the answers on satisfaction, {@link AnswerScale#MISSING} where there is none; not kept
     * @param loyal the answers on loyalty, or 1 and 0 for having bought again or not, in the same order; not kept
     * @return the counts
     * @throws IllegalArgumentException if the lengths differ, or an answer is invalid and its scale is strict
     */
    public SatisfactionLoyaltyCounts count(int[] satisfied, int[] loyal) {
        if (satisfied.length != loyal.length) {
            throw new IllegalArgumentException(
                    "satisfied and loyal must have one length: " + satisfied.length + " and " + loyal.length);
        }
        AnswerAccumulator codes = SatisfactionLoyaltyCounts.CODES.accumulator();
        for (int i = 0; i < satisfied.length; i++) {
            codes.add(code(satisfied[i], loyal[i], i));
        }
        return SatisfactionLoyaltyCounts.from(codes.snapshot());
    }

    /**
     * An empty accumulator that classifies by this rule.
     *
     * @return a new accumulator
     */
    public SatisfactionLoyaltyAccumulator accumulator() {
        return new SatisfactionLoyaltyAccumulator(this);
    }

    /**
     * A collector of customers with two answers, for {@code groupingBy} and parallel streams.
     *
     * @param satisfied gives the answer of an element on satisfaction, {@link AnswerScale#MISSING} if there is none
     * @param loyal gives its answer on loyalty
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, SatisfactionLoyalty> collector(
            ToIntFunction<? super T> satisfied, ToIntFunction<? super T> loyal) {
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(satisfied.applyAsInt(element), loyal.applyAsInt(element)),
                SatisfactionLoyaltyAccumulator::combine,
                accumulator -> table(accumulator.snapshot()),
                Collector.Characteristics.UNORDERED);
    }

    /**
     * A collector of customers with an answer and a behaviour, for a rule of {@link #behaviour()}.
     *
     * @param satisfied gives the answer of an element on satisfaction, {@link AnswerScale#MISSING} if there is none
     * @param repeated whether it bought again
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, SatisfactionLoyalty> behaviourCollector(
            ToIntFunction<? super T> satisfied, Predicate<? super T> repeated) {
        return collector(satisfied, element -> repeated.test(element) ? 1 : 0);
    }

    /**
     * The figures of counted customers.
     *
     * @param counts customers by quadrant
     * @return the figures
     */
    public SatisfactionLoyalty table(SatisfactionLoyaltyCounts counts) {
        return SatisfactionLoyalty.of(counts, confidence);
    }

    /**
     * The configuration in one line.
     *
     * @return scales and cuts
     */
    @Override
    public String toString() {
        return "satisfied from " + satisfaction.highFrom() + " on " + satisfaction.scale() + ", loyal from "
                + loyalty.highFrom() + " on " + loyalty.scale();
    }
}
