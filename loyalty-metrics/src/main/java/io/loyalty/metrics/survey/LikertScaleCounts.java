package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answers of many respondents to the items of a Likert scale, counted: all that its figures need to know.
 *
 * <p>Reversed items are counted in reverse. Counts of days or shops add up by {@link #plus}. Immutable.
 *
 * @param items the answers to each item, whoever gave them
 * @param complete sums and products over the respondents who answered all items
 * @param byAnswered the respondents by how many items they answered: none, one, … all
 */
public record LikertScaleCounts(List<AnswerCounts> items, ItemMoments complete, List<RowSums> byAnswered)
        implements Serializable {

    /**
     * Copies the counts in.
     *
     * @param items the answers to each item, whoever gave them
     * @param complete sums and products over the respondents who answered all items
     * @param byAnswered the respondents by how many items they answered: none, one, … all
     * @throws IllegalArgumentException if the sizes do not fit, or the complete respondents do not
     */
    public LikertScaleCounts {
        Objects.requireNonNull(items, "items");
        Objects.requireNonNull(complete, "complete");
        Objects.requireNonNull(byAnswered, "byAnswered");
        items = List.copyOf(items);
        byAnswered = List.copyOf(byAnswered);
        if (items.size() != complete.items() || byAnswered.size() != items.size() + 1) {
            throw new IllegalArgumentException("items, complete items and byAnswered must be k, k and k + 1: "
                    + items.size() + ", " + complete.items() + " and " + byAnswered.size());
        }
        if (complete.n() != byAnswered.get(items.size()).n()) {
            throw new IllegalArgumentException("complete and byAnswered must have as many complete respondents: "
                    + complete.n() + " and " + byAnswered.get(items.size()).n());
        }
    }

    /**
     * The respondents who answered a certain number of items.
     *
     * @param n how many they are
     * @param sum the sum of all their answers
     * @param squares the sum of the squares of their own sums
     */
    public record RowSums(long n, long sum, long squares) implements Serializable {

        /** Nobody. */
        static final RowSums NONE = new RowSums(0, 0, 0);

        /**
         * Refuses negative counts.
         *
         * @param n how many they are
         * @param sum the sum of all their answers
         * @param squares the sum of the squares of their own sums
         * @throws IllegalArgumentException if {@code n} or {@code squares} is negative
         */
        public RowSums {
            if (n < 0 || squares < 0) {
                throw new IllegalArgumentException("n and squares must be at least 0: " + n + " and " + squares);
            }
        }

        RowSums plus(RowSums other) {
            return new RowSums(
                    Math.addExact(n, other.n), Math.addExact(sum, other.sum), Math.addExact(squares, other.squares));
        }
    }

    /**
     * The respondents of both.
     *
     * @param other counts of the same scale
     * @return the sums
     * @throws IllegalArgumentException if the scales differ
     * @throws ArithmeticException if a sum overflows
     */
    public LikertScaleCounts plus(LikertScaleCounts other) {
        Objects.requireNonNull(other, "other");
        ItemMoments moments = complete.plus(other.complete);
        List<AnswerCounts> answers = new ArrayList<>();
        List<RowSums> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            answers.add(items.get(i).plus(other.items.get(i)));
        }
        for (int i = 0; i < byAnswered.size(); i++) {
            rows.add(byAnswered.get(i).plus(other.byAnswered.get(i)));
        }
        return new LikertScaleCounts(answers, moments, rows);
    }

    /**
     * The number of respondents, whatever they answered.
     *
     * @return at least 0
     */
    public long respondents() {
        return byAnswered.stream().mapToLong(RowSums::n).sum();
    }

    /**
     * The counts in one line.
     *
     * @return the number of respondents, and of those who answered all items
     */
    @Override
    public String toString() {
        return items.size() + " items, " + respondents() + " respondents, " + complete.n() + " complete";
    }
}
