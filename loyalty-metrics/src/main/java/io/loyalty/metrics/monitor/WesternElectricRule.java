package io.loyalty.metrics.monitor;

/**
 * The four rules of the Western Electric handbook for points on a control chart.
 *
 * <p>A rule is broken at a point that is itself beyond the rule's line and completes the pattern, on the same side of the
 * centre. Chance alone breaks the first rule once in 370 points of a steady normal process, any of the four once in 92.
 *
 * <p>Western Electric Company (1956), Statistical Quality Control Handbook. Champ, C. W., Woodall, W. H. (1987), Exact results
 * for Shewhart control charts with supplementary runs rules, Technometrics 29, 393–399, doi:10.1080/00401706.1987.10488266
 * (the run lengths).
 */
public enum WesternElectricRule {

    /** Rule 1: a point beyond three sigma. */
    BEYOND_THREE_SIGMA(3, 1, 1),

    /** Rule 2: two of three successive points beyond two sigma, on one side. */
    TWO_OF_THREE_BEYOND_TWO_SIGMA(2, 2, 3),

    /** Rule 3: four of five successive points beyond one sigma, on one side. */
    FOUR_OF_FIVE_BEYOND_ONE_SIGMA(1, 4, 5),

    /** Rule 4: eight successive points on one side of the centre. */
    EIGHT_ON_ONE_SIDE(0, 8, 8);

    private final double sigmas;
    private final int least;
    private final int window;

    WesternElectricRule(double sigmas, int least, int window) {
        this.sigmas = sigmas;
        this.least = least;
        this.window = window;
    }

    /** Whether the last point breaks the rule; distances from the centre are in sigmas, infinite ones for a sigma of 0. */
    boolean isBrokenAt(double[] distances, int last) {
        double side = Math.signum(distances[last]);
        if (!(side * distances[last] > sigmas)) {
            return false;
        }
        int beyond = 0;
        for (int i = Math.max(0, last - window + 1); i <= last; i++) {
            if (side * distances[i] > sigmas) {
                beyond++;
            }
        }
        return beyond >= least;
    }
}
