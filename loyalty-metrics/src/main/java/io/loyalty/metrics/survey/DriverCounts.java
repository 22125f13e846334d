package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Scores against the ratings of several attributes, counted: all that {@link DriverAnalysis} needs to know.
 *
 * <p>Counts of days or shops add up by {@link #plus}. Immutable.
 *
 * @param ratings the ratings of each attribute, whoever gave them
 * @param pairs for each attribute the table of scores against ratings of those who gave both
 * @param complete sums and products of score and all ratings, in this order, over those who gave them all
 */
public record DriverCounts(List<AnswerCounts> ratings, List<CrossTable> pairs, ItemMoments complete)
        implements Serializable {

    /**
     * Copies the counts in.
     *
     * @param ratings the ratings of each attribute, whoever gave them
     * @param pairs for each attribute the table of scores against ratings of those who gave both
     * @param complete sums and products of score and all ratings, in this order, over those who gave them all
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public DriverCounts {
        Objects.requireNonNull(ratings, "ratings");
        Objects.requireNonNull(pairs, "pairs");
        Objects.requireNonNull(complete, "complete");
        ratings = List.copyOf(ratings);
        pairs = List.copyOf(pairs);
        if (ratings.size() != pairs.size() || complete.items() != ratings.size() + 1) {
            throw new IllegalArgumentException("ratings, pairs and complete items must be k, k and k + 1: "
                    + ratings.size() + ", " + pairs.size() + " and " + complete.items());
        }
    }

    /**
     * The respondents of both.
     *
     * @param other counts of the same analysis
     * @return the sums
     * @throws IllegalArgumentException if the numbers of attributes or the scales differ
     * @throws ArithmeticException if a count overflows
     */
    public DriverCounts plus(DriverCounts other) {
        ItemMoments moments = complete.plus(other.complete);
        List<AnswerCounts> answers = new ArrayList<>();
        List<CrossTable> tables = new ArrayList<>();
        for (int i = 0; i < ratings.size(); i++) {
            answers.add(ratings.get(i).plus(other.ratings.get(i)));
            tables.add(pairs.get(i).plus(other.pairs.get(i)));
        }
        return new DriverCounts(answers, tables, moments);
    }

    /** How often each score was given together with each rating. Immutable. */
    public static final class CrossTable implements Serializable {

        private static final long serialVersionUID = 1L;

        private final int columns;
        private final long[] cells;

        /** Takes the cells over, row by row. */
        CrossTable(int columns, long[] cells) {
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * A table from counts that the caller has made, for example in a database.
         *
         * @param cells for each level of the score, from the lowest, how often it was given together with each rating
         * @return the table
         * @throws IllegalArgumentException if there is no cell, the rows differ in length, or a count is negative
         */
        public static CrossTable of(long[][] cells) {
            if (cells.length == 0 || cells[0].length == 0) {
                throw new IllegalArgumentException("cells must not be empty");
            }
            int columns = cells[0].length;
            long[] flat = new long[Math.multiplyExact(cells.length, columns)];
            for (int row = 0; row < cells.length; row++) {
                if (cells[row].length != columns) {
                    throw new IllegalArgumentException(
                            "cells[" + row + "] must have length " + columns + ": " + cells[row].length);
                }
                for (int column = 0; column < columns; column++) {
                    if (cells[row][column] < 0) {
                        throw new IllegalArgumentException(
                                "cells[" + row + "][" + column + "] must be at least 0: " + cells[row][column]);
                    }
                    flat[row * columns + column] = cells[row][column];
                }
            }
            return new CrossTable(columns, flat);
        }

        /**
         * How often a score was given together with a rating.
         *
         * @param row the place of the score on its scale, from 0
         * @param column the place of the rating on its scale, from 0
         * @return a count
         * @throws IndexOutOfBoundsException if there is no such cell
         */
        public long at(int row, int column) {
            Objects.checkIndex(column, columns);
            return cells[row * columns + column];
        }

        /**
         * How many levels the score has.
         *
         * @return at least 1
         */
        public int rows() {
            return cells.length / columns;
        }

        /**
         * How many levels the rating has.
         *
         * @return at least 1
         */
        public int columns() {
            return columns;
        }

        CrossTable plus(CrossTable other) {
            if (columns != other.columns || cells.length != other.cells.length) {
                throw new IllegalArgumentException("other must have " + rows() + " x " + columns + " cells: "
                        + other.rows() + " x " + other.columns);
            }
            long[] sums = cells.clone();
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], other.cells[i]);
            }
            return new CrossTable(columns, sums);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CrossTable that && columns == that.columns && Arrays.equals(cells, that.cells);
        }

        @Override
        public int hashCode() {
            return 31 * columns + Arrays.hashCode(cells);
        }

        /**
         * The cells row by row.
         *
         * @return one line
         */
        @Override
        public String toString() {
            return rows() + " x " + columns + " " + Arrays.toString(cells);
        }
    }

    /**
     * The counts in one line.
     *
     * @return the number of attributes and of complete respondents
     */
    @Override
    public String toString() {
        return ratings.size() + " attributes, " + complete.n() + " complete";
    }
}
