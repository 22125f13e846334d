package io.loyalty.metrics.monitor;

/** How the change of a figure is divided among its drivers. */
public enum DecompositionMethod {

    /** Logarithmic mean Divisia index: for products of positive drivers; symmetric in time and order. */
    LMDI,

    /** Shapley: the average over all orders in which the drivers could have changed; for any formula. */
    SHAPLEY,

    /** One driver after the other, in the order given: the result depends on that order. */
    SEQUENTIAL
}
