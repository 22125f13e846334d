package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * A single common factor fitted to the items of a scale by maximum likelihood, and McDonald's omega that follows from it.
 *
 * @param omega the share of the variance of the sum of the items that the factor explains, in [0, 1]; undefined if the fit did not
 *     converge or could not be made
 * @param loadings the loading of each item on the factor, for standardised items; their sum is not negative
 * @param uniquenesses the share of each item's variance that the factor leaves, at least 0.005
 * @param heywoodItems items whose uniqueness has run into that bound (Heywood cases): the model fits badly or the sample is small
 * @param iterations how many steps were taken
 * @param converged whether the last step was too small to matter
 */
public record OneFactorFit(
        Measure omega,
        List<Double> loadings,
        List<Double> uniquenesses,
        List<String> heywoodItems,
        int iterations,
        boolean converged) {

    /**
     * Copies the lists in.
     *
     * @param omega the share of the variance of the sum of the items that the factor explains
     * @param loadings the loading of each item on the factor, for standardised items
     * @param uniquenesses the share of each item's variance that the factor leaves
     * @param heywoodItems items whose uniqueness has run into the bound
     * @param iterations how many steps were taken
     * @param converged whether the last step was too small to matter
     */
    public OneFactorFit {
        Objects.requireNonNull(loadings, "loadings");
        Objects.requireNonNull(uniquenesses, "uniquenesses");
        Objects.requireNonNull(heywoodItems, "heywoodItems");
        Objects.requireNonNull(omega, "omega");
        loadings = List.copyOf(loadings);
        uniquenesses = List.copyOf(uniquenesses);
        heywoodItems = List.copyOf(heywoodItems);
    }

    static OneFactorFit undefined(String reason) {
        return new OneFactorFit(Measure.undefined(reason), List.of(), List.of(), List.of(), 0, false);
    }

    /**
     * Whether an item looks as if the factor explained all of it, which real items never are.
     *
     * @return true if there are Heywood cases
     */
    public boolean isHeywood() {
        return !heywoodItems.isEmpty();
    }

    /**
     * The fit in one line.
     *
     * @return omega, and what is suspicious about it
     */
    @Override
    public String toString() {
        return "omega " + omega + (isHeywood() ? ", Heywood cases " + heywoodItems : "");
    }
}
