package io.loyalty.metrics.numeric;

import io.loyalty.metrics.Interval;

/**
 * Confidence intervals for a share and for the difference of two shares.
 *
 * <p><b>Definition.</b> Wilson: the set of shares that the score test does not reject, i.e. the roots of
 * \( (n + z^2) p^2 - (2x + z^2) p + x^2/n = 0 \). Newcombe's hybrid score interval of a difference is MOVER (the method of variance
 * estimates recovery) on two Wilson intervals.
 *
 * <p><b>Edge cases.</b> No success gives the lower bound 0 exactly, no failure the upper bound 1. Counts may be fractional, so
 * that an effective sample size (Kish) can stand for n. An empty base is the caller's case: it is refused here.
 *
 * <p><b>Performance.</b> One normal quantile and two square roots.
 *
 * <p><b>References.</b> E. B. Wilson, 1927, Probable inference, the law of succession, and statistical inference, JASA 22,
 * doi:10.1080/01621459.1927.10502953. R. G. Newcombe, 1998, Interval estimation for the difference between independent
 * proportions: comparison of eleven methods, Statistics in Medicine 17,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I. G. Y. Zou, A. Donner, 2008, Construction of confidence
 * limits about effect measures: a general approach, Statistics in Medicine 27, doi:10.1002/sim.3095.
 */
public final class ProportionIntervals {

    private ProportionIntervals() {}

    /**
     * Wilson's score interval of a share.
     *
     * @param successes the number of successes, in [0, n], possibly fractional
     * @param n the size of the base, positive, possibly fractional
     * @param confidence the nominal coverage, between 0 and 1
     * @return the interval, within [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval wilson(double successes, double n, double confidence) {
        return wilsonBounds(successes, n, criticalValue(confidence)).interval(confidence, "Wilson");
    }

    /**
     * Newcombe's hybrid score interval of the difference between two independent shares, first minus second.
     *
     * @param successes1 the number of successes in the first group, in [0, n1]
     * @param n1 the size of the first group, positive
     * @param successes2 the number of successes in the second group, in [0, n2]
     * @param n2 the size of the second group, positive
     * @param confidence the nominal coverage, between 0 and 1
     * @return the interval, within [-1, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval newcombeDifference(
            double successes1, double n1, double successes2, double n2, double confidence) {
        double z = criticalValue(confidence);
        Bounds first = wilsonBounds(successes1, n1, z);
        Bounds second = wilsonBounds(successes2, n2, z);
        return mover(successes1 / n1, first.lower(), first.upper(), successes2 / n2, second.lower(), second.upper())
                .clip(-1, 1)
                .interval(confidence, "Newcombe");
    }

    /**
     * MOVER: bounds for the difference of two independent estimates, first minus second, from the bounds of each at the same
     * level. The bounds of each may be asymmetric; each estimate must lie within its own.
     *
     * @param estimate1 the first estimate
     * @param lower1 its lower bound
     * @param upper1 its upper bound
     * @param estimate2 the second estimate
     * @param lower2 its lower bound
     * @param upper2 its upper bound
     * @return the bounds of the difference
     * @throws IllegalArgumentException if an estimate lies outside its bounds
     */
    public static Bounds mover(
            double estimate1, double lower1, double upper1, double estimate2, double lower2, double upper2) {
        requireWithin(estimate1, lower1, upper1, "estimate1");
        requireWithin(estimate2, lower2, upper2, "estimate2");
        double difference = estimate1 - estimate2;
        return new Bounds(
                difference - Math.hypot(estimate1 - lower1, upper2 - estimate2),
                difference + Math.hypot(upper1 - estimate1, estimate2 - lower2));
    }

    private static Bounds wilsonBounds(double successes, double n, double z) {
        Check.positive(n, "n");
        if (!(successes >= 0 && successes <= n)) {
            throw new IllegalArgumentException("successes must be in [0, n]: " + successes + " of " + n);
        }
        // The complement of the failures' lower root is the upper root, without cancellation and with an exact 1.
        return new Bounds(lowerRoot(successes, n, z), 1 - lowerRoot(n - successes, n, z));
    }

    /** The lower root as product of the roots over the upper one: no difference of near numbers, and 0 for x = 0. */
    private static double lowerRoot(double x, double n, double z) {
        double share = x / n;
        double halfSquare = 0.5 * z * z;
        double upper = x + halfSquare + z * Math.sqrt(x * (1 - share) + 0.5 * halfSquare);
        return x * share / upper;
    }

    private static double criticalValue(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        return Normal.isf(0.5 * (1 - confidence));
    }

    private static void requireWithin(double estimate, double lower, double upper, String name) {
        if (!(lower <= estimate && estimate <= upper)) {
            throw new IllegalArgumentException(name + " must be in [" + lower + ", " + upper + "]: " + estimate);
        }
    }
}
