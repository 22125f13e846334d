package io.loyalty.metrics.value;

import java.util.List;

/** A predictive model of customer value, given by its parameters. */
public sealed interface ValueModel permits PurchaseModel, GammaGamma, BgBb, RenewalModel {

    /**
     * The parameters that a fit estimates, in the order of the model's components.
     *
     * @return numbers above 0
     */
    List<Double> parameters();
}
