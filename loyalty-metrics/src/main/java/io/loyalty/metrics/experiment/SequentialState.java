package io.loyalty.metrics.experiment;

import java.io.Serializable;

/**
 * What a sequential test must remember between looks; the host keeps it, together with the experiment.
 *
 * @param pValue the always-valid p-value so far, in [0, 1]; 1 before the first look
 * @param looks how often the data were looked at
 * @param n how many customers there were at the last look
 */
public record SequentialState(double pValue, long looks, long n) implements Serializable {

    /** Before the first look. */
    public static final SequentialState START = new SequentialState(1, 0, 0);

    /**
     * Refuses figures out of range.
     *
     * @param pValue the always-valid p-value so far, in [0, 1]
     * @param looks how often the data were looked at
     * @param n how many customers there were at the last look
     * @throws IllegalArgumentException if a figure is out of range
     */
    public SequentialState {
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be in [0, 1]: " + pValue);
        }
        Require.atLeast(0, looks, "looks");
        Require.atLeast(0, n, "n");
    }
}
