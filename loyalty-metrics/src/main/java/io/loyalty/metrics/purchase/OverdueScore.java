package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * How overdue a customer's next visit is.
 *
 * @param openGap e: days since the last visit
 * @param gaps number of the customer's own gaps
 * @param basis whose gaps the mean is made of
 * @param meanGap m: the days between visits that are expected of this customer
 * @param toMean e / m: above 1 is later than usual
 * @param toMedian e over the median gap, the customer's own or, without any, the group's
 * @param deviations (e − own mean) / own standard deviation; undefined for fewer than two gaps, or equal ones
 * @param shareOfGaps share of the gaps that were no longer than e, the customer's own or, without any, the group's
 * @param chanceOfWaiting \( e^{-e/m} \): the chance of a wait at least so long, if visits come haphazardly with mean
 *     gap m
 */
public record OverdueScore(
        int openGap,
        int gaps,
        GapBasis basis,
        Measure meanGap,
        Measure toMean,
        Measure toMedian,
        Measure deviations,
        Measure shareOfGaps,
        Measure chanceOfWaiting)
        implements Serializable {

    /**
     * Refuses missing parts and negative counts.
     *
     * @param openGap days since the last visit
     * @param gaps number of the customer's own gaps
     * @param basis whose gaps the mean is made of
     * @param meanGap the days between visits that are expected of this customer
     * @param toMean the open gap over the mean
     * @param toMedian the open gap over the median
     * @param deviations standard deviations above the own mean
     * @param shareOfGaps share of the gaps that were no longer
     * @param chanceOfWaiting the chance of a wait at least so long
     * @throws IllegalArgumentException if a count is negative
     */
    public OverdueScore {
        if (openGap < 0 || gaps < 0) {
            throw new IllegalArgumentException("openGap and gaps must be at least 0: " + openGap + " and " + gaps);
        }
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(meanGap, "meanGap");
        Objects.requireNonNull(toMean, "toMean");
        Objects.requireNonNull(toMedian, "toMedian");
        Objects.requireNonNull(deviations, "deviations");
        Objects.requireNonNull(shareOfGaps, "shareOfGaps");
        Objects.requireNonNull(chanceOfWaiting, "chanceOfWaiting");
    }

    /**
     * One readable line.
     *
     * @return for example {@code 30 days since the last visit, 2.4 times the mean gap (OWN, 8 gaps)}
     */
    @Override
    public String toString() {
        return openGap + " days since the last visit, " + toMean + " times the mean gap (" + basis + ", " + gaps
                + (gaps == 1 ? " gap)" : " gaps)");
    }
}
