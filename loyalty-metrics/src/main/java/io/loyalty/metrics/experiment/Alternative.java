package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.StudentT;

/** Which departures from "no difference" a test looks for; intervals stay two-sided. */
public enum Alternative {

    /** The first group differs from the second, in either direction. */
    TWO_SIDED,

    /** The first group is greater than the second. */
    GREATER,

    /** The first group is less than the second. */
    LESS;

    /** The same departures, with the groups swapped. */
    Alternative opposite() {
        if (this == TWO_SIDED) {
            return this;
        }
        return this == GREATER ? LESS : GREATER;
    }

    /** The p-value of a statistic that is standard normal under the null hypothesis. */
    double normal(double z) {
        if (this == TWO_SIDED) {
            return 2 * Normal.sf(Math.abs(z));
        }
        return this == GREATER ? Normal.sf(z) : Normal.cdf(z);
    }

    /** The p-value of a statistic that follows Student's t under the null hypothesis. */
    double student(double df, double t) {
        if (this == TWO_SIDED) {
            return StudentT.sfTwoSided(df, t);
        }
        return this == GREATER ? StudentT.sf(df, t) : StudentT.cdf(df, t);
    }

    /**
     * The p-value of a statistic on a lattice by the normal approximation, with half a step of continuity correction towards the
     * mean.
     */
    double continuous(double distance, double halfStep, double sd) {
        if (this == TWO_SIDED) {
            return Math.min(1, 2 * Normal.sf((Math.abs(distance) - halfStep) / sd));
        }
        return this == GREATER ? Normal.sf((distance - halfStep) / sd) : Normal.cdf((distance + halfStep) / sd);
    }
}
