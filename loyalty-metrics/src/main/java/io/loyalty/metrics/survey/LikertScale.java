package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.survey.LikertScaleCounts.RowSums;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Several items that are to measure one thing together: their names, which of them are reversed, how respondents are scored.
 *
 * <h2>Definition</h2>
 *
 * <p>The score of a respondent is the mean of the answered items, reversed ones turned ({@code lowest + highest − answer}), if at least
 * as many are answered as the scale asks for, half of them by default. The {@linkplain #reliability reliability} tells how well the
 * items go together.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Scores lie on the scale of the items. Items are turned by the declared key only: nothing is turned because it looks reversed, but
 * the reliability lists the suspects.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Too few answered items leave a respondent without a score; a mean of one respondent has no standard error, one of equal scores no
 * interval.
 *
 * <h2>Performance</h2>
 *
 * <p>Counting takes time and memory by the square of the number of items; respondents are not kept.
 *
 * <h2>References</h2>
 *
 * <p>Likert, R. (1932), A technique for the measurement of attitudes, Archives of Psychology 140.
 *
 * <pre>{@code
 * LikertScale trust = LikertScale.of(AnswerScale.ONE_TO_FIVE, "fair", "honest", "hides costs").withReversed("hides costs");
 * ScaleReliability reliability = trust.reliability(trust.count(rows));
 * }</pre>
 */
public final class LikertScale implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AnswerScale answers;
    private final String[] items;
    private final boolean[] reversed;
    private final int minimumAnswered;
    private final double confidence;

    /** Takes the arrays over. */
    private LikertScale(
            AnswerScale answers, String[] items, boolean[] reversed, int minimumAnswered, double confidence) {
        this.answers = answers;
        this.items = items;
        this.reversed = reversed;
        this.minimumAnswered = minimumAnswered;
        this.confidence = confidence;
    }

    /**
     * A scale without reversed items; a respondent must answer half of the items, intervals are of 95 %.
     *
     * @param answers the scale of every item, which also says what is missing and what becomes of invalid answers
     * @param items the names of the items, at least two, all different
     * @return the scale
     * @throws IllegalArgumentException if there are fewer than two items or a name comes twice
     */
    public static LikertScale of(AnswerScale answers, String... items) {
        Objects.requireNonNull(answers, "answers");
        List<String> names = List.of(items);
        if (names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("items must be at least two, all different: " + names);
        }
        int k = names.size();
        return new LikertScale(answers, names.toArray(String[]::new), new boolean[k], (k + 1) / 2, 0.95);
    }

    /**
     * The scale with these items reversed, in place of others given before.
     *
     * @param names the items whose answers speak against what is measured
     * @return the scale
     * @throws IllegalArgumentException if there is no such item
     */
    public LikertScale withReversed(String... names) {
        boolean[] turned = new boolean[items.length];
        for (String name : names) {
            int place = items().indexOf(name);
            if (place < 0) {
                throw new IllegalArgumentException("reversed must be among the items " + items() + ": " + name);
            }
            turned[place] = true;
        }
        return new LikertScale(answers, items, turned, minimumAnswered, confidence);
    }

    /**
     * The scale with another number of items that a respondent must answer.
     *
     * @param number in [1, number of items]
     * @return the scale
     * @throws IllegalArgumentException if the number is out of range
     */
    public LikertScale withMinimumAnswered(int number) {
        if (number < 1 || number > items.length) {
            throw new IllegalArgumentException("minimum answered must be in [1, " + items.length + "]: " + number);
        }
        return new LikertScale(answers, items, reversed, number, confidence);
    }

    /**
     * The scale with another level of confidence.
     *
     * @param level nominal coverage of intervals, between 0 and 1
     * @return the scale
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public LikertScale withConfidence(double level) {
        Shares.requireConfidence(level);
        return new LikertScale(answers, items, reversed, minimumAnswered, level);
    }

    /**
     * The scale of every item.
     *
     * @return the scale, with its reading of missing and invalid answers
     */
    public AnswerScale answers() {
        return answers;
    }

    /**
     * The names of the items.
     *
     * @return the names, in the order of the answers
     */
    public List<String> items() {
        return List.of(items);
    }

    /**
     * Whether an item is reversed.
     *
     * @param item its name
     * @return its key
     * @throws IllegalArgumentException if there is no such item
     */
    public ItemKey key(String item) {
        int place = items().indexOf(item);
        if (place < 0) {
            throw new IllegalArgumentException("item must be among " + items() + ": " + item);
        }
        return reversed[place] ? ItemKey.REVERSED : ItemKey.STRAIGHT;
    }

    /**
     * The score of one respondent.
     *
     * @param row raw answers in the order of the items, {@link AnswerScale#MISSING} where there is none
     * @return the mean of the answered items after reversing, undefined if too few are answered
     * @throws IllegalArgumentException if there are not as many answers as items, or one is invalid and the scale is strict
     */
    public Measure score(int... row) {
        int answered = 0;
        long sum = 0;
        for (int place : read(row, "row")) {
            if (place >= 0) {
                answered++;
                sum += answers.lowest() + place;
            }
        }
        return answered < minimumAnswered
                ? Measure.undefined("fewer than " + minimumAnswered + " items answered")
                : Measure.of(sum / (double) answered);
    }

    /**
     * Counts the answers of many respondents.
     *
     * @param rows for each respondent the raw answers in the order of the items; not kept
     * @return the counts
     * @throws IllegalArgumentException if a row has not as many answers as items, or an answer is invalid and the scale is strict
     */
    public LikertScaleCounts count(int[][] rows) {
        LikertScaleAccumulator accumulator = accumulator();
        for (int i = 0; i < rows.length; i++) {
            accumulator.add(read(rows[i], "rows[" + i + "]"));
        }
        return accumulator.snapshot();
    }

    /**
     * An empty accumulator of respondents.
     *
     * @return a new accumulator
     */
    public LikertScaleAccumulator accumulator() {
        return new LikertScaleAccumulator(this);
    }

    /**
     * A collector that counts respondents in a stream, for {@code groupingBy} and parallel streams.
     *
     * @param row gives the raw answers of an element in the order of the items
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, LikertScaleCounts> collector(Function<? super T, int[]> row) {
        Objects.requireNonNull(row, "row");
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(row.apply(element)),
                LikertScaleAccumulator::combine,
                LikertScaleAccumulator::snapshot,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * How well the items go together.
     *
     * @param counts the answers, counted by a scale of the same items and keys
     * @return the reliability
     * @throws IllegalArgumentException if the counts have another number of items
     */
    public ScaleReliability reliability(LikertScaleCounts counts) {
        return reliability(counts.complete());
    }

    /**
     * How well the items go together, from sums and products alone.
     *
     * @param moments sums and products over the respondents who answered all items, reversed items turned
     * @return the reliability
     * @throws IllegalArgumentException if the moments have another number of items
     */
    public ScaleReliability reliability(ItemMoments moments) {
        requireItems(moments.items());
        return Reliability.of(this, moments, confidence);
    }

    /**
     * The mean score of the respondents who answered enough items.
     *
     * @param counts the answers, counted by a scale of the same items and keys
     * @return the mean, with Student's t interval
     * @throws IllegalArgumentException if the counts have another number of items
     */
    public Estimate mean(LikertScaleCounts counts) {
        requireItems(counts.items().size());
        long n = 0;
        double sum = 0;
        for (int answered = minimumAnswered; answered <= items.length; answered++) {
            RowSums rows = counts.byAnswered().get(answered);
            n += rows.n();
            sum += rows.sum() / (double) answered;
        }
        if (n == 0) {
            return Estimate.undefined("no respondent answered enough items", 0);
        }
        double mean = sum / n;
        if (n == 1) {
            return new Estimate(Measure.of(mean), Measure.undefined("a single respondent"), Optional.empty(), 1, 1);
        }
        double error = Math.sqrt(squares(counts, mean) / (n - 1.0) / n);
        Optional<Interval> interval = error == 0
                ? Optional.empty()
                : Optional.of(Means.tInterval(mean, error, n - 1, confidence)
                        .clip(answers.lowest(), answers.highest())
                        .interval(confidence, "t"));
        return new Estimate(Measure.of(mean), Measure.of(error), interval, n, n);
    }

    /** Squared distances of the scores from their mean: within those who answered as many items, and between. */
    private double squares(LikertScaleCounts counts, double mean) {
        double squares = 0;
        for (int answered = minimumAnswered; answered <= items.length; answered++) {
            RowSums rows = counts.byAnswered().get(answered);
            if (rows.n() > 0) {
                ItemMoments sums = new ItemMoments(rows.n(), new long[] {rows.sum()}, new long[] {rows.squares()});
                double within = rows.n() == 1 ? 0 : sums.covariance(0, 0) * (rows.n() - 1);
                double distance = sums.mean(0) / answered - mean;
                squares += within / answered / answered + rows.n() * distance * distance;
            }
        }
        return squares;
    }

    /**
     * The difference of the mean scores of two groups or periods, by Welch's t test.
     *
     * @param first one group
     * @param second the other
     * @return first minus second, on the scale of the items
     * @throws IllegalArgumentException if counts have another number of items
     */
    public Comparison difference(LikertScaleCounts first, LikertScaleCounts second) {
        return Means.welch(mean(first), mean(second), confidence);
    }

    /** The places of the answers on the scale, turned where the item is reversed; negative as in {@link AnswerScale#index}. */
    int[] read(int[] row, String name) {
        if (row.length != items.length) {
            throw new IllegalArgumentException(name + " must have " + items.length + " answers: " + row.length);
        }
        int[] places = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            int place = answers.index(row[i], name, i);
            places[i] = place >= 0 && reversed[i] ? answers.levels() - 1 - place : place;
        }
        return places;
    }

    boolean countsAlike(LikertScale other) {
        return Arrays.equals(items, other.items)
                && Arrays.equals(reversed, other.reversed)
                && answers.lowest() == other.answers.lowest()
                && answers.highest() == other.answers.highest();
    }

    private void requireItems(int number) {
        if (number != items.length) {
            throw new IllegalArgumentException("counts must be of " + items.length + " items: " + number);
        }
    }

    /**
     * The configuration in one line.
     *
     * @return the items, which are reversed, and their scale
     */
    @Override
    public String toString() {
        List<String> turned =
                items().stream().filter(item -> key(item) == ItemKey.REVERSED).toList();
        return items() + ", reversed " + turned + ", " + answers + ", at least " + minimumAnswered + " answered";
    }
}
