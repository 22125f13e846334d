package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * How often each level of a scale was answered: all that the figures of one question need to know.
 *
 * <p>Levels that nobody chose are there with 0. Counts of days, shops or machines add up by {@link #plus}. Immutable.
 *
 * @param lowest the lowest level of the scale
 * @param levels the count of each level, from the lowest up, at least two
 * @param excluded what stands outside the base
 */
public record AnswerCounts(int lowest, List<WeightedCount> levels, Excluded excluded) implements Serializable {

    /**
     * Copies the counts in.
     *
     * @param lowest the lowest level of the scale
     * @param levels the count of each level, from the lowest up, at least two
     * @param excluded what stands outside the base
     * @throws IllegalArgumentException if there are fewer than two levels
     */
    public AnswerCounts {
        Objects.requireNonNull(levels, "levels");
        levels = List.copyOf(levels);
        Objects.requireNonNull(excluded, "excluded");
        if (levels.size() < 2) {
            throw new IllegalArgumentException("levels must be at least 2: " + levels.size());
        }
    }

    /**
     * Counts of answers of weight 1, level by level.
     *
     * @param lowest the lowest level of the scale
     * @param counts how often each level was answered, from the lowest up; give the zeros too
     * @return the counts, nothing excluded
     * @throws IllegalArgumentException if a count is negative or there are fewer than two
     */
    public static AnswerCounts of(int lowest, long... counts) {
        return new AnswerCounts(
                lowest, Arrays.stream(counts).mapToObj(WeightedCount::of).toList(), Excluded.NONE);
    }

    /**
     * The same answers with other records outside the base.
     *
     * @param other what stands outside the base
     * @return the counts
     */
    public AnswerCounts with(Excluded other) {
        return new AnswerCounts(lowest, levels, other);
    }

    /**
     * The answers of both.
     *
     * @param other counts over the same levels
     * @return the sums
     * @throws IllegalArgumentException if the levels differ
     */
    public AnswerCounts plus(AnswerCounts other) {
        if (lowest != other.lowest || levels.size() != other.levels.size()) {
            throw new IllegalArgumentException("other must be on the scale " + scaleText() + ": " + other.scaleText());
        }
        List<WeightedCount> sums = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            sums.add(levels.get(i).plus(other.levels.get(i)));
        }
        return new AnswerCounts(lowest, sums, excluded.plus(other.excluded));
    }

    /**
     * The counts of {@code lowest + highest − answer}, as for an item that asks the opposite.
     *
     * @return the counts in reverse
     */
    public AnswerCounts reversed() {
        List<WeightedCount> reversed = new ArrayList<>(levels);
        Collections.reverse(reversed);
        return new AnswerCounts(lowest, reversed, excluded);
    }

    /**
     * The highest level of the scale.
     *
     * @return the level
     */
    public int highest() {
        return lowest + levels.size() - 1;
    }

    /**
     * How often a level was answered.
     *
     * @param level a level of the scale
     * @return its count
     * @throws IllegalArgumentException if it is not on the scale
     */
    public WeightedCount at(int level) {
        return between(level, level);
    }

    /**
     * How often a range of levels was answered.
     *
     * @param from its lowest level
     * @param to its highest level, at least {@code from}
     * @return the sum of their counts
     * @throws IllegalArgumentException if the range is empty or leaves the scale
     */
    public WeightedCount between(int from, int to) {
        if (from < lowest || to > highest() || from > to) {
            throw new IllegalArgumentException(
                    "levels must be a range within " + scaleText() + ": " + from + " to " + to);
        }
        WeightedCount sum = WeightedCount.ZERO;
        for (int i = from - lowest; i <= to - lowest; i++) {
            sum = sum.plus(levels.get(i));
        }
        return sum;
    }

    /**
     * All answers in the base.
     *
     * @return the sum over the levels
     */
    public WeightedCount total() {
        return between(lowest, highest());
    }

    /**
     * The number of answers that figures are computed from.
     *
     * @return valid answers of a weight above 0
     */
    public long base() {
        return total().n();
    }

    /**
     * The number of answers given, whether usable or not.
     *
     * @return base, invalid and weightless answers together
     */
    public long given() {
        return base() + excluded.invalid() + excluded.weightless();
    }

    /**
     * The share of answers in a range of levels.
     *
     * @param from its lowest level
     * @param to its highest level, at least {@code from}
     * @return weighted share in [0, 1], undefined without answers
     * @throws IllegalArgumentException if the range is empty or leaves the scale
     */
    public Measure share(int from, int to) {
        WeightedCount part = between(from, to);
        WeightedCount total = total();
        return total.n() == 0 ? Measure.undefined(Shares.NO_ANSWERS) : Measure.of(part.weight() / total.weight());
    }

    /**
     * The mean answer.
     *
     * @return weighted mean, undefined without answers
     */
    public Measure mean() {
        WeightedCount total = total();
        if (total.n() == 0) {
            return Measure.undefined(Shares.NO_ANSWERS);
        }
        double sum = 0;
        for (int i = 0; i < levels.size(); i++) {
            sum += (lowest + i) * levels.get(i).weight();
        }
        return Measure.of(sum / total.weight());
    }

    String scaleText() {
        return lowest + " to " + highest();
    }

    /**
     * The counts in one line.
     *
     * @return for example {@code 1 to 5: 0, 2, 5, 9, 4; 3 missing, 0 invalid}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(scaleText()).append(':');
        for (int i = 0; i < levels.size(); i++) {
            text.append(i == 0 ? " " : ", ").append(levels.get(i));
        }
        return text.append("; ")
                .append(excluded.missing())
                .append(" missing, ")
                .append(excluded.invalid())
                .append(" invalid")
                .toString();
    }
}
