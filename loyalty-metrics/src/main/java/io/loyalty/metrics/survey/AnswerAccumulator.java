package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Counts the answers to one question as they come; parts merge.
 *
 * <p>Made by {@link AnswerScale#accumulator()}. Memory grows with the levels of the scale, never with the answers. Accumulators
 * over parts of the data {@linkplain #combine combine} to what one accumulator over all of it would hold, in any order; with
 * weights, sums are carried in twice the precision of a {@code double}. For one thread at a time; {@link Serializable} so that a
 * cluster can send it about.
 */
public final class AnswerAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AnswerScale scale;
    private final long[] counts;
    private final WeightedCount[] weighted;
    private long missing;
    private long invalid;
    private long weightless;

    AnswerAccumulator(AnswerScale scale) {
        this.scale = scale;
        this.counts = new long[scale.levels()];
        this.weighted = new WeightedCount[scale.levels()];
        Arrays.fill(weighted, WeightedCount.ZERO);
    }

    /**
     * Takes an answer of weight 1.
     *
     * @param answer a raw answer, {@link AnswerScale#MISSING} if there is none
     * @throws IllegalArgumentException if it is invalid and the scale is strict
     */
    public void accept(int answer) {
        add(scale.index(answer, "answer", -1));
    }

    /**
     * Takes an answer of weight 1 from a column of {@code double}.
     *
     * @param answer a raw answer, NaN if there is none
     * @throws IllegalArgumentException if it is invalid and the scale is strict
     */
    public void accept(double answer) {
        add(scale.index(answer, "answer", -1));
    }

    /**
     * Takes a weighted answer.
     *
     * @param answer a raw answer, {@link AnswerScale#MISSING} if there is none
     * @param weight its weight, 0 or in [1e-100, 1e100]
     * @throws IllegalArgumentException if the weight is out of bounds, or the answer is invalid and the scale is strict
     */
    public void accept(int answer, double weight) {
        WeightedCount.requireWeight(weight, "weight");
        add(scale.index(answer, "answer", -1), weight);
    }

    void add(int index) {
        if (index >= 0) {
            counts[index]++;
        } else {
            exclude(index, 1);
        }
    }

    void add(int index, long number) {
        if (index >= 0) {
            counts[index] = Math.addExact(counts[index], number);
        } else {
            exclude(index, number);
        }
    }

    void add(int index, double weight) {
        if (index < 0) {
            exclude(index, 1);
        } else if (weight > 0) {
            weighted[index] = weighted[index].plusOne(weight);
        } else {
            weightless++;
        }
    }

    private void exclude(int index, long number) {
        if (index == AnswerScale.MISSING_INDEX) {
            missing = Math.addExact(missing, number);
        } else {
            invalid = Math.addExact(invalid, number);
        }
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one over the same levels; not changed
     * @return this accumulator
     * @throws IllegalArgumentException if the scales have different levels
     */
    public AnswerAccumulator combine(AnswerAccumulator other) {
        Objects.requireNonNull(other, "other");
        if (scale.lowest() != other.scale.lowest() || scale.highest() != other.scale.highest()) {
            throw new IllegalArgumentException("other must be on the scale " + scale + ": " + other.scale);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.addExact(counts[i], other.counts[i]);
            weighted[i] = weighted[i].plus(other.weighted[i]);
        }
        missing = Math.addExact(missing, other.missing);
        invalid = Math.addExact(invalid, other.invalid);
        weightless = Math.addExact(weightless, other.weightless);
        return this;
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later answers do not show in them
     */
    public AnswerCounts snapshot() {
        List<WeightedCount> levels = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            levels.add(WeightedCount.of(counts[i]).plus(weighted[i]));
        }
        return new AnswerCounts(scale.lowest(), levels, new Excluded(missing, invalid, weightless));
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
