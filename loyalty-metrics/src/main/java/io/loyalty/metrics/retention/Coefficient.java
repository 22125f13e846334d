package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import java.util.Objects;

/**
 * A coefficient of a logistic regression: the change of the log-odds for one more unit of a feature.
 *
 * @param name the feature
 * @param estimate the coefficient with its standard error and a 95 % Wald interval; without error under a ridge
 */
public record Coefficient(String name, Estimate estimate) {

    /**
     * Refuses missing parts.
     *
     * @param name the feature
     * @param estimate the coefficient
     */
    public Coefficient {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(estimate, "estimate");
    }

    /**
     * The factor by which the odds change for one more unit of the feature.
     *
     * @return the exponential of the coefficient; undefined if that is, or beyond all numbers
     */
    public Measure oddsRatio() {
        if (!estimate.isDefined()) {
            return estimate.value();
        }
        double ratio = Math.exp(estimate.value().orElseThrow());
        return ratio < Double.POSITIVE_INFINITY ? Measure.of(ratio) : Measure.undefined("beyond the largest number");
    }

    /**
     * The Wald test of the coefficient being 0.
     *
     * @return the two-sided p-value; undefined if the coefficient or its error is
     */
    public Measure pValue() {
        Measure error = estimate.standardError();
        return error.isDefined()
                ? Measure.of(2 * Normal.sf(Math.abs(estimate.value().orElseThrow()) / error.orElseThrow()))
                : error;
    }

    /**
     * One readable line.
     *
     * @return for example {@code tenure: -0.0334 [-0.037, -0.03] (95 % Wald), n = 7043}
     */
    @Override
    public String toString() {
        return name + ": " + estimate;
    }
}
