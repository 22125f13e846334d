package io.loyalty.metrics.value;

/** How a fit ended. */
public enum FitStatus {

    /** An interior maximum: the gradient vanishes and the curvature is negative in every direction. */
    CONVERGED,

    /** The likelihood rises towards a limit of the model; the parameters stand at the limit's edge and predict as the limit does. */
    BOUNDARY,

    /** The data say nothing about some parameter or combination of parameters. */
    NOT_IDENTIFIED,

    /** The search ended before the gradient vanished; the parameters are the best seen. */
    NOT_CONVERGED
}
