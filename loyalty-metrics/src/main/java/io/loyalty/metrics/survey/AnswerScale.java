package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The whole numbers that a question offers as answers, and how raw answers are read: what is missing, what is invalid.
 *
 * <p>Every raw answer is exactly one of three: a level of the scale, missing, or invalid. Missing are {@link #MISSING} in columns
 * of {@code int}, NaN in columns of {@code double}, and the {@link #missingCodes() codes} that the questionnaire uses for
 * "don't know" or "not applicable". All else, such as 11 or 6.5 on a scale from 0 to 10, is invalid: refused
 * ({@link InvalidAnswers#STRICT}, the default) or counted aside ({@link InvalidAnswers#DROP}). Immutable.
 *
 * @param lowest the lowest level
 * @param highest the highest level
 * @param missingCodes codes off the scale that mean a missing answer
 * @param invalid what becomes of anything else
 */
public record AnswerScale(int lowest, int highest, Set<Integer> missingCodes, InvalidAnswers invalid)
        implements Serializable {

    /** The code of a missing answer in columns of {@code int}, always understood (it is also R's). */
    public static final int MISSING = Integer.MIN_VALUE;

    /** 0 to 10, as the likelihood to recommend is asked. */
    public static final AnswerScale ZERO_TO_TEN = of(0, 10);

    /** 1 to 5. */
    public static final AnswerScale ONE_TO_FIVE = of(1, 5);

    /** 1 to 7. */
    public static final AnswerScale ONE_TO_SEVEN = of(1, 7);

    static final int MISSING_INDEX = -1;
    static final int INVALID_INDEX = -2;
    private static final int BOUND = 1000;

    /**
     * Refuses a scale of fewer than two levels and codes that could be levels.
     *
     * @param lowest the lowest level, from -1000
     * @param highest the highest level, above {@code lowest}, up to 1000
     * @param missingCodes codes off the scale that mean a missing answer
     * @param invalid what becomes of anything else
     * @throws IllegalArgumentException if the levels are out of order or bounds, or a missing code is a level
     */
    public AnswerScale {
        Objects.requireNonNull(missingCodes, "missingCodes");
        if (lowest < -BOUND || highest > BOUND || lowest >= highest) {
            throw new IllegalArgumentException("scale must rise within [-1000, 1000]: " + lowest + " to " + highest);
        }
        missingCodes = Set.copyOf(missingCodes);
        Objects.requireNonNull(invalid, "invalid");
        // Sorted, so that the same code is named whatever the set's own order.
        for (int code : new TreeSet<>(missingCodes)) {
            if (code >= lowest && code <= highest) {
                throw new IllegalArgumentException(
                        "missing code must be off the scale " + lowest + " to " + highest + ": " + code);
            }
        }
    }

    /**
     * A scale that refuses invalid answers.
     *
     * @param lowest the lowest level, from -1000
     * @param highest the highest level, above {@code lowest}, up to 1000
     * @return the scale
     * @throws IllegalArgumentException if the levels are out of order or bounds
     */
    public static AnswerScale of(int lowest, int highest) {
        return new AnswerScale(lowest, highest, Set.of(), InvalidAnswers.STRICT);
    }

    /**
     * The scale with another treatment of invalid answers.
     *
     * @param policy what becomes of them
     * @return the scale
     */
    public AnswerScale with(InvalidAnswers policy) {
        return new AnswerScale(lowest, highest, missingCodes, policy);
    }

    /**
     * The scale with these codes for missing answers, in place of others given before.
     *
     * @param codes for example 98 for "don't know" and 99 for "not applicable"; none on the scale
     * @return the scale
     * @throws IllegalArgumentException if a code is a level
     */
    public AnswerScale withMissingCodes(int... codes) {
        return new AnswerScale(lowest, highest, Arrays.stream(codes).boxed().collect(Collectors.toSet()), invalid);
    }

    /**
     * The number of levels.
     *
     * @return highest − lowest + 1, at least 2
     */
    public int levels() {
        return highest - lowest + 1;
    }

    /**
     * Counts answers of weight 1.
     *
     * @param answers raw answers, {@link #MISSING} where there is none; not kept
     * @return the counts
     * @throws IllegalArgumentException if an answer is invalid and the scale is strict
     */
    public AnswerCounts count(int... answers) {
        AnswerAccumulator accumulator = accumulator();
        for (int i = 0; i < answers.length; i++) {
            accumulator.add(index(answers[i], "answers", i));
        }
        return accumulator.snapshot();
    }

    /**
     * Counts answers from a column of {@code double}, as data frames and spreadsheets have them.
     *
     * @param answers raw answers, NaN where there is none; not kept
     * @return the counts
     * @throws IllegalArgumentException if an answer is invalid and the scale is strict
     */
    public AnswerCounts count(double[] answers) {
        AnswerAccumulator accumulator = accumulator();
        for (int i = 0; i < answers.length; i++) {
            accumulator.add(index(answers[i], "answers", i));
        }
        return accumulator.snapshot();
    }

    /**
     * Counts weighted answers.
     *
     * @param answers raw answers, {@link #MISSING} where there is none; not kept
     * @param weights the weight of each, 0 or in [1e-100, 1e100]; not kept
     * @return the counts; answers of weight 0 stand outside the base
     * @throws IllegalArgumentException if the lengths differ, a weight is out of bounds, or an answer is invalid and the scale
     *     is strict
     */
    public AnswerCounts count(int[] answers, double[] weights) {
        if (answers.length != weights.length) {
            throw new IllegalArgumentException(
                    "answers and weights must have one length: " + answers.length + " and " + weights.length);
        }
        AnswerAccumulator accumulator = accumulator();
        for (int i = 0; i < answers.length; i++) {
            boolean counts = WeightedCount.requireWeight(weights[i], "weights[" + i + "]");
            accumulator.add(index(answers[i], "answers", i), counts ? weights[i] : 0);
        }
        return accumulator.snapshot();
    }

    /**
     * Counts from a table of answers, as {@code GROUP BY answer} gives it.
     *
     * @param numberByAnswer how often each raw answer was given; missing codes and invalid answers are read as everywhere
     * @return the counts
     * @throws IllegalArgumentException if a number is negative, or an answer is invalid and the scale is strict
     */
    public AnswerCounts count(Map<Integer, Long> numberByAnswer) {
        AnswerAccumulator accumulator = accumulator();
        // Sorted, so that the same answer is refused whatever the order of the map.
        new TreeMap<>(numberByAnswer).forEach((answer, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException("number of answer " + answer + " must be at least 0: " + number);
            }
            accumulator.add(index(answer, "answer", -1), (long) number);
        });
        return accumulator.snapshot();
    }

    /**
     * An empty accumulator that reads answers by this scale.
     *
     * @return a new accumulator
     */
    public AnswerAccumulator accumulator() {
        return new AnswerAccumulator(this);
    }

    /**
     * A collector that counts the answers in a stream, for {@code groupingBy} and parallel streams.
     *
     * @param answer gives the raw answer of an element, {@link #MISSING} where there is none
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, AnswerCounts> collector(ToIntFunction<? super T> answer) {
        Objects.requireNonNull(answer, "answer");
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(answer.applyAsInt(element)),
                AnswerAccumulator::combine,
                AnswerAccumulator::snapshot,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * A collector that counts the weighted answers in a stream.
     *
     * @param answer gives the raw answer of an element, {@link #MISSING} where there is none
     * @param weight gives its weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, AnswerCounts> collector(
            ToIntFunction<? super T> answer, ToDoubleFunction<? super T> weight) {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(weight, "weight");
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(answer.applyAsInt(element), weight.applyAsDouble(element)),
                AnswerAccumulator::combine,
                AnswerAccumulator::snapshot,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Where an answer belongs.
     *
     * @param answer a raw answer
     * @param name what to call it in the message
     * @param position its place in the input, or -1
     * @return its distance from the lowest level, or {@link #MISSING_INDEX}, or {@link #INVALID_INDEX}
     */
    int index(int answer, String name, int position) {
        if (answer >= lowest && answer <= highest) {
            return answer - lowest;
        }
        if (answer == MISSING || !missingCodes.isEmpty() && missingCodes.contains(answer)) {
            return MISSING_INDEX;
        }
        return invalid(" must be in [", Integer.toString(answer), name, position);
    }

    int index(double answer, String name, int position) {
        if (Double.isNaN(answer)) {
            return MISSING_INDEX;
        }
        int whole = (int) answer;
        return whole == answer && whole != MISSING
                ? index(whole, name, position)
                : invalid(" must be a whole number in [", Double.toString(answer), name, position);
    }

    private int invalid(String rule, String shown, String name, int position) {
        if (invalid == InvalidAnswers.STRICT) {
            throw new IllegalArgumentException(
                    name + (position < 0 ? "" : "[" + position + "]") + rule + lowest + ", " + highest + "]: " + shown);
        }
        return INVALID_INDEX;
    }

    /**
     * The levels in words.
     *
     * @return for example {@code 0 to 10}
     */
    @Override
    public String toString() {
        return lowest + " to " + highest;
    }
}
