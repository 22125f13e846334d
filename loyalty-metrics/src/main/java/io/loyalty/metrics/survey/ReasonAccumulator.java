package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the reasons given with a score as they come; parts merge.
 *
 * <p>Made by {@link NetPromoterQuestion#reasons()}. Memory grows with the number of different reasons, never with the answers. For
 * one thread at a time; {@link Serializable} so that a cluster can send it about.
 */
public final class ReasonAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final AnswerScale GROUPS = AnswerScale.of(0, 2).with(InvalidAnswers.DROP);

    private final NetPromoterQuestion question;
    private final AnswerAccumulator all = GROUPS.accumulator();
    private final TreeMap<String, AnswerAccumulator> naming = new TreeMap<>();

    ReasonAccumulator(NetPromoterQuestion question) {
        this.question = question;
    }

    /**
     * Takes a score with its reasons.
     *
     * @param answer the raw answer, {@link AnswerScale#MISSING} if there is none
     * @param reasons the reasons named; a reason named twice counts once
     * @throws IllegalArgumentException if the answer is invalid and the question is strict
     */
    public void accept(int answer, Collection<String> reasons) {
        int group = question.group(answer, "answer", -1);
        all.add(group);
        if (group >= 0) {
            for (String reason : new TreeSet<>(reasons)) {
                of(reason).add(group);
            }
        }
    }

    /**
     * Takes a weighted score with its reasons, for example weighted by the votes that a comment received.
     *
     * @param answer the raw answer, {@link AnswerScale#MISSING} if there is none
     * @param reasons the reasons named; a reason named twice counts once
     * @param weight the weight of the respondent, 0 or in [1e-100, 1e100]
     * @throws IllegalArgumentException if the weight is out of bounds, or the answer is invalid and the question is strict
     */
    public void accept(int answer, Collection<String> reasons, double weight) {
        WeightedCount.requireWeight(weight, "weight");
        int group = question.group(answer, "answer", -1);
        all.add(group, weight);
        if (group >= 0 && weight > 0) {
            for (String reason : new TreeSet<>(reasons)) {
                of(reason).add(group, weight);
            }
        }
    }

    /**
     * Takes in all that another accumulator has counted.
     *
     * @param other one for the same question; not changed
     * @return this accumulator
     */
    public ReasonAccumulator combine(ReasonAccumulator other) {
        Objects.requireNonNull(other, "other");
        all.combine(other.all);
        for (Map.Entry<String, AnswerAccumulator> entry : other.naming.entrySet()) {
            of(entry.getKey()).combine(entry.getValue());
        }
        return this;
    }

    /**
     * What has been counted so far.
     *
     * @return immutable counts; later answers do not show in them
     */
    public ReasonCounts snapshot() {
        SortedMap<String, NetPromoterCounts> counts = new TreeMap<>();
        naming.forEach((reason, accumulator) -> counts.put(reason, counts(accumulator)));
        return new ReasonCounts(counts(all), counts);
    }

    private AnswerAccumulator of(String reason) {
        return naming.computeIfAbsent(reason, key -> GROUPS.accumulator());
    }

    private static NetPromoterCounts counts(AnswerAccumulator groups) {
        AnswerCounts counts = groups.snapshot();
        return new NetPromoterCounts(counts.at(0), counts.at(1), counts.at(2), counts.excluded());
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
