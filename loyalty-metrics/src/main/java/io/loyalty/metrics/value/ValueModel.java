package io.loyalty.metrics.value;

import java.util.List;

/** A predictive model of customer value, given by its parameters. */
public sealed interface ValueModel permits PurchaseModel, CovariateModel, GammaGamma, BgBb, RenewalModel {

    /**
     * The parameters that a fit estimates, in the order of the model's components.
     *
     * @return numbers above 0, and effects of covariates of either sign
     */
    List<Double> parameters();

    /**
     * A model of the same kind and unit with other parameters.
     *
     * @param parameters as many as {@link #parameters()} gives, in the same order
     * @return the model
     * @throws IllegalArgumentException if a parameter is missing or out of place
     */
    ValueModel withParameters(List<Double> parameters);
}
