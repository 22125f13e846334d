package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Objects;

/**
 * A name for a block of RFM scores. Several rules may have the same name.
 *
 * @param segment the name of the segment
 * @param recency its recency scores
 * @param frequency its frequency scores
 * @param monetary its monetary scores
 */
public record SegmentRule(String segment, ScoreRange recency, ScoreRange frequency, ScoreRange monetary)
        implements Serializable {

    /**
     * Refuses a blank name.
     *
     * @param segment the name of the segment
     * @param recency its recency scores
     * @param frequency its frequency scores
     * @param monetary its monetary scores
     * @throws IllegalArgumentException if the name is blank
     */
    public SegmentRule {
        Objects.requireNonNull(segment, "segment");
        if (segment.isBlank()) {
            throw new IllegalArgumentException("segment must not be blank");
        }
        Objects.requireNonNull(recency, "recency");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(monetary, "monetary");
    }

    /**
     * A rule of recency and frequency, for any money.
     *
     * @param segment the name of the segment
     * @param recency its recency scores
     * @param frequency its frequency scores
     * @return the rule
     * @throws IllegalArgumentException if the name is blank
     */
    public static SegmentRule of(String segment, ScoreRange recency, ScoreRange frequency) {
        return new SegmentRule(segment, recency, frequency, ScoreRange.ANY);
    }

    /**
     * Whether the rule applies.
     *
     * @param score the scores of a customer
     * @return true if all three lie in the rule's ranges
     */
    public boolean matches(RfmScore score) {
        return recency.contains(score.recency())
                && frequency.contains(score.frequency())
                && monetary.contains(score.monetary());
    }
}
