package io.loyalty.metrics.monitor;

/** How far the shares of a p chart scatter. */
public enum Dispersion {

    /** As far as chance makes them: sigma is the square root of p (1 − p) / n. */
    BINOMIAL,

    /**
     * As far as they did in the baseline (Laney's p′ chart): for large bases, where days differ by more than chance and the
     * plain lines are far too narrow.
     */
    LANEY
}
