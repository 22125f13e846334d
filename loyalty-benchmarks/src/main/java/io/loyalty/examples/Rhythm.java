package io.loyalty.examples;

import java.util.SplittableRandom;

/** How often customers of a made-up shop come, and how soon they stop. */
enum Rhythm {
    /** On the way to work. */
    COMMUTER(0.12, 2, 0.003),
    /** Once a week or so. */
    WEEKLY(0.30, 7, 0.012),
    /** Once a month or so. */
    MONTHLY(0.33, 30, 0.06),
    /** Once. */
    PASSER_BY(0.25, 0, 1);

    private final double share;
    private final double meanGapDays;
    private final double driftsAway;

    Rhythm(double share, double meanGapDays, double driftsAway) {
        this.share = share;
        this.meanGapDays = meanGapDays;
        this.driftsAway = driftsAway;
    }

    static Rhythm any(SplittableRandom random) {
        double left = random.nextDouble();
        for (Rhythm rhythm : values()) {
            left -= rhythm.share;
            if (left < 0) {
                return rhythm;
            }
        }
        return PASSER_BY;
    }

    /** Days until the next visit, at least 1: half of the mean gap, and the rest by chance. */
    int gapDays(SplittableRandom random) {
        // StrictMath gives the same bits everywhere; Math need not.
        double byChance = -StrictMath.log(1 - random.nextDouble()) * meanGapDays / 2;
        return Math.max(1, (int) (meanGapDays / 2 + byChance + 0.5));
    }

    /** The chance that a visit is the last one for long. */
    double driftsAway() {
        return driftsAway;
    }
}
