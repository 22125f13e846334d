package io.loyalty.metrics.numeric;

/**
 * Γ(1 + t) for t in [0, 1], where the gamma function lies between 0.88 and 1.
 *
 * <p>One rational function with own coefficients (rational interpolation at Chebyshev nodes with 60 digits), relative error at
 * most 5e-16.
 */
final class GammaOnUnit {

    private static final double[] GAMMA_P = {
        1.0,
        0.6021935674856143,
        0.2664425060621577,
        0.0738970315467388,
        0.016988237551121128,
        0.0027328158824730425,
        0.0003524597949092313,
        2.902250155872659E-05,
    };
    private static final double[] GAMMA_Q = {
        1.0,
        1.1794092323871486,
        -0.04184000500256148,
        -0.20927637091403406,
        0.02613385940287833,
        0.010970709238829842,
        -0.002976412269023573,
        0.00021462798133534784,
    };

    private GammaOnUnit() {}

    /** Γ(1 + t) for t in [0, 1]. */
    static double onePlus(double t) {
        return Polynomial.ratio(GAMMA_P, GAMMA_Q, t);
    }

    /** Γ(1 + t) for t in [0, 2]. */
    static double onePlusUpToTwo(double t) {
        return t <= 1 ? onePlus(t) : t * onePlus(t - 1);
    }
}
