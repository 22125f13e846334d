package io.loyalty.metrics.survey;

import io.loyalty.metrics.survey.DriverCounts.CrossTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts scores against ratings as they come; parts merge.
 *
 * <p>Made by {@link DriverAnalysis#accumulator()}. Memory grows with levels and the square of the number of attributes, never with the
 * respondents. For one thread at a time; {@link Serializable} so that a cluster can send it about.
 */
public final class DriverAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final DriverAnalysis analysis;
    private final AnswerAccumulator[] ratings;
    private final long[][] pairs;
    private final long[] sums;
    private final long[] products;
    private long complete;

    DriverAccumulator(DriverAnalysis analysis) {
        int k = analysis.attributes().size();
        this.analysis = analysis;
        this.ratings = new AnswerAccumulator[k];
        this.pairs = new long[k][analysis.scores().levels() * analysis.ratings().levels()];
        for (int i = 0; i < k; i++) {
            ratings[i] = analysis.ratings().accumulator();
        }
        this.sums = new long[k + 1];
        this.products = new long[(k + 1) * (k + 1)];
    }

    /**
     * Takes the score and the ratings of one respondent.
     *
     * @param score the raw score, {@link AnswerScale#MISSING} if there is none
     * @param answers the raw ratings in the order of the attributes, {@link AnswerScale#MISSING} where there is none; not kept
     * @throws IllegalArgumentException if there are not as many ratings as attributes, or an answer is invalid and its scale strict
     */
    public void accept(int score, int[] answers) {
        accept(score, answers, 1);
    }

    /**
     * Takes the score and the ratings of several respondents who answered alike, as {@code GROUP BY} gives them.
     *
     * @param score the raw score, {@link AnswerScale#MISSING} if there is none
     * @param answers the raw ratings in the order of the attributes, {@link AnswerScale#MISSING} where there is none; not kept
     * @param number how many they are, at least 0
     * @throws IllegalArgumentException if the number is negative, there are not as many ratings as attributes, or an answer is invalid
     *     and its scale strict
     */
    public void accept(int score, int[] answers, long number) {
        int k = ratings.length;
        if (number < 0 || answers.length != k) {
            throw new IllegalArgumentException("number must be at least 0 and answers have length " + k + ": " + number
                    + " and " + answers.length);
        }
        long[] values = new long[k + 1];
        int[] places = new int[k];
        int row = analysis.scores().index(score, "score", -1);
        boolean all = row >= 0;
        values[0] = score;
        for (int i = 0; i < k; i++) {
            places[i] = analysis.ratings().index(answers[i], "answers", i);
            all &= places[i] >= 0;
            values[i + 1] = answers[i];
        }
        for (int i = 0; i < k; i++) {
            ratings[i].add(places[i], number);
            if (row >= 0 && places[i] >= 0) {
                int cell = row * analysis.ratings().levels() + places[i];
                pairs[i][cell] = Math.addExact(pairs[i][cell], number);
            }
        }
        if (all) {
            addComplete(values, number);
        }
    }

    private void addComplete(long[] values, long number) {
        complete = Math.addExact(complete, number);
        for (int i = 0; i < values.length; i++) {
            sums[i] = Math.addExact(sums[i], Math.multiplyExact(number, values[i]));
            for (int j = i; j < values.length; j++) {
                int place = i * values.length + j;
                products[place] = Math.addExact(products[place], Math.multiplyExact(number, values[i] * values[j]));
            }
        }
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one for the same analysis; not changed
     * @return this accumulator
     * @throws IllegalArgumentException if attributes or scales differ
     */
    public DriverAccumulator combine(DriverAccumulator other) {
        if (!analysis.countsAlike(other.analysis)) {
            throw new IllegalArgumentException("other must count for " + analysis + ": " + other.analysis);
        }
        for (int i = 0; i < ratings.length; i++) {
            ratings[i].combine(other.ratings[i]);
            addInto(pairs[i], other.pairs[i]);
        }
        addInto(sums, other.sums);
        addInto(products, other.products);
        complete = Math.addExact(complete, other.complete);
        return this;
    }

    private static void addInto(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], more[i]);
        }
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later respondents do not show in them
     */
    public DriverCounts snapshot() {
        List<AnswerCounts> answers = new ArrayList<>();
        List<CrossTable> tables = new ArrayList<>();
        for (int i = 0; i < ratings.length; i++) {
            answers.add(ratings[i].snapshot());
            tables.add(new CrossTable(analysis.ratings().levels(), pairs[i].clone()));
        }
        return new DriverCounts(answers, tables, new ItemMoments(complete, sums.clone(), products.clone()));
    }

    /**
     * What has been counted so far, in one line.
     *
     * @return the text of the {@link #snapshot()}
     */
    @Override
    public String toString() {
        return snapshot().toString();
    }
}
