package io.loyalty.metrics.retention;

/** How the fit of a logistic regression ended. */
public enum FitStatus {
    /** The maximum was found. */
    CONVERGED("converged"),
    /** The features tell the outcomes apart, so that the likelihood has no maximum: its coefficients would be infinite. */
    SEPARATED("the features tell the outcomes apart"),
    /** Some features are constant or follow linearly from others, so that there is no single maximum. */
    DEPENDENT_FEATURES("features are constant or dependent"),
    /** All outcomes are alike, or there are none. */
    ONE_OUTCOME("all outcomes are alike"),
    /** The limit of iterations was reached. */
    ITERATION_LIMIT("no convergence");

    private final String reason;

    FitStatus(String reason) {
        this.reason = reason;
    }

    /** Why there is no solution, in one clause. */
    String reason() {
        return reason;
    }
}
