package io.loyalty.metrics.survey;

import io.loyalty.metrics.survey.LikertScaleCounts.RowSums;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the answers to a Likert scale, respondent by respondent; parts merge.
 *
 * <p>Made by {@link LikertScale#accumulator()}. Memory grows with the square of the number of items, never with the respondents. For
 * one thread at a time; {@link Serializable} so that a cluster can send it about.
 */
public final class LikertScaleAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LikertScale scale;
    private final AnswerAccumulator[] items;
    private final RowSums[] byAnswered;
    private final long[] sums;
    private final long[] products;
    private long complete;

    LikertScaleAccumulator(LikertScale scale) {
        int k = scale.items().size();
        this.scale = scale;
        this.items = new AnswerAccumulator[k];
        Arrays.setAll(items, i -> scale.answers().accumulator());
        this.byAnswered = new RowSums[k + 1];
        Arrays.fill(byAnswered, RowSums.NONE);
        this.sums = new long[k];
        this.products = new long[k * k];
    }

    /**
     * Takes the answers of one respondent.
     *
     * @param answers raw answers in the order of the items, {@link AnswerScale#MISSING} where there is none; not kept
     * @throws IllegalArgumentException if there are not as many as items, or one is invalid and the scale is strict
     */
    public void accept(int... answers) {
        add(scale.read(answers, "answers"));
    }

    /** Takes places on the scale, as {@link LikertScale#read} gives them. */
    void add(int[] places) {
        int k = places.length;
        int lowest = scale.answers().lowest();
        int answered = 0;
        long sum = 0;
        for (int i = 0; i < k; i++) {
            items[i].add(places[i]);
            if (places[i] >= 0) {
                answered++;
                sum += lowest + places[i];
            }
        }
        byAnswered[answered] = byAnswered[answered].plus(new RowSums(1, sum, sum * sum));
        if (answered < k) {
            return;
        }
        complete++;
        for (int i = 0; i < k; i++) {
            long x = lowest + places[i];
            sums[i] = Math.addExact(sums[i], x);
            for (int j = i; j < k; j++) {
                products[i * k + j] = Math.addExact(products[i * k + j], x * (lowest + places[j]));
            }
        }
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one for the same scale; not changed
     * @return this accumulator
     * @throws IllegalArgumentException if items, keys or levels differ
     */
    public LikertScaleAccumulator combine(LikertScaleAccumulator other) {
        if (!scale.countsAlike(other.scale)) {
            throw new IllegalArgumentException("other must count the items of " + scale + ": " + other.scale);
        }
        for (int i = 0; i < items.length; i++) {
            items[i].combine(other.items[i]);
            sums[i] = Math.addExact(sums[i], other.sums[i]);
        }
        for (int i = 0; i < products.length; i++) {
            products[i] = Math.addExact(products[i], other.products[i]);
        }
        for (int i = 0; i < byAnswered.length; i++) {
            byAnswered[i] = byAnswered[i].plus(other.byAnswered[i]);
        }
        complete = Math.addExact(complete, other.complete);
        return this;
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later answers do not show in them
     */
    public LikertScaleCounts snapshot() {
        List<AnswerCounts> counts = new ArrayList<>();
        for (AnswerAccumulator item : items) {
            counts.add(item.snapshot());
        }
        return new LikertScaleCounts(
                counts, new ItemMoments(complete, sums.clone(), products.clone()), List.of(byAnswered));
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
