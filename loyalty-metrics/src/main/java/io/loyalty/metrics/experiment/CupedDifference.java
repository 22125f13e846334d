package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * A difference of means with and without the adjustment for a covariate.
 *
 * @param adjusted the difference of the adjusted outcomes; the plain difference where there is nothing to adjust with
 * @param plain the difference of the outcomes as they are
 * @param slope how much the outcome changes with the covariate, θ, in units of outcome per unit of covariate; undefined with the reason why
 *     nothing was adjusted
 * @param varianceReduction the part of the plain difference's squared error that the adjustment took away; below 0 where it did harm
 * @param imputed how many customers of both groups had no covariate and were imputed
 * @param excluded how many customers of both groups had no covariate and were left out
 */
public record CupedDifference(
        MeanDifference adjusted,
        MeanDifference plain,
        Measure slope,
        Measure varianceReduction,
        long imputed,
        long excluded) {

    /**
     * Refuses missing parts and negative counts.
     *
     * @param adjusted the difference of the adjusted outcomes
     * @param plain the difference of the outcomes as they are
     * @param slope how much the outcome changes with the covariate
     * @param varianceReduction the part of the plain difference's squared error that the adjustment took away
     * @param imputed how many customers of both groups had no covariate and were imputed
     * @param excluded how many customers of both groups had no covariate and were left out
     * @throws IllegalArgumentException if a count is negative
     */
    public CupedDifference {
        Objects.requireNonNull(adjusted, "adjusted");
        Objects.requireNonNull(plain, "plain");
        Objects.requireNonNull(slope, "slope");
        Objects.requireNonNull(varianceReduction, "varianceReduction");
        Require.atLeast(0, imputed, "imputed");
        Require.atLeast(0, excluded, "excluded");
    }
}
