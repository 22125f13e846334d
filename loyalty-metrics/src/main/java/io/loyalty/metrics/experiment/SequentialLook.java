package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * What a sequential test sees at one look.
 *
 * @param difference first minus second so far; its interval is the confidence sequence at this look
 * @param logLikelihoodRatio the natural logarithm of the mixture likelihood ratio against no difference
 * @param state what to keep for the next look; its p-value is the always-valid one
 */
public record SequentialLook(Estimate difference, Measure logLikelihoodRatio, SequentialState state) {

    /**
     * Refuses missing parts.
     *
     * @param difference first minus second so far
     * @param logLikelihoodRatio the natural logarithm of the mixture likelihood ratio
     * @param state what to keep for the next look
     */
    public SequentialLook {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(logLikelihoodRatio, "logLikelihoodRatio");
        Objects.requireNonNull(state, "state");
    }

    /**
     * The always-valid p-value: the smallest of all looks so far.
     *
     * @return a number in [0, 1]
     */
    public double pValue() {
        return state.pValue();
    }
}
