package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * The difference of one figure between two groups or periods, first minus second.
 *
 * @param difference the signed difference with its standard error and interval; its numbers of answers are those of both groups
 *     together
 * @param pValue the two-sided p-value of no difference, or why there is none
 * @param test the name of the test that gave it
 */
public record Comparison(Estimate difference, Measure pValue, String test) {

    /**
     * Refuses missing parts.
     *
     * @param difference the signed difference with its standard error and interval
     * @param pValue the two-sided p-value of no difference, or why there is none
     * @param test the name of the test that gave it
     */
    public Comparison {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(pValue, "pValue");
        Objects.requireNonNull(test, "test");
    }

    /** Nothing to compare. */
    static Comparison undefined(String reason, long n, String test) {
        return new Comparison(Estimate.undefined(reason, n), Measure.undefined(reason), test);
    }

    /**
     * The difference and its p-value in one line.
     *
     * @return for example {@code 25.0 [2.21916, 46.7908] (95 % MOVER of score), n = 100, p = 0.03 (z test)}
     */
    @Override
    public String toString() {
        return difference + ", p = " + pValue + " (" + test + ")";
    }
}
