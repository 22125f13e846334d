package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.ProportionIntervals;

/** How the interval of a difference of two shares is computed. All exist for empty and full cells too. */
public enum ProportionInterval {

    /** Newcombe's hybrid score interval, from the Wilson intervals of both shares. */
    NEWCOMBE("Newcombe"),

    /** Agresti and Caffo: Wald's interval after adding a success and a failure to each group, cut off at −1 and 1. */
    AGRESTI_CAFFO("Agresti-Caffo"),

    /** Miettinen and Nurminen: the differences that a score test with variance factor N/(N − 1) does not reject. */
    MIETTINEN_NURMINEN("Miettinen-Nurminen");

    private final String text;

    ProportionInterval(String text) {
        this.text = text;
    }

    /** The interval of first minus second, of groups that have members. */
    Interval of(SuccessCounts first, SuccessCounts second, double confidence) {
        if (this == NEWCOMBE) {
            return ProportionIntervals.newcombeDifference(
                    first.successes(), first.n(), second.successes(), second.n(), confidence);
        }
        double z = Intervals.z(confidence);
        return this == AGRESTI_CAFFO
                ? agrestiCaffo(first, second, z, confidence)
                : ScoreInterval.of(first, second, z, confidence, text);
    }

    private Interval agrestiCaffo(SuccessCounts first, SuccessCounts second, double z, double confidence) {
        double n1 = first.n() + 2.0;
        double n2 = second.n() + 2.0;
        double p1 = (first.successes() + 1) / n1;
        double p2 = (second.successes() + 1) / n2;
        double half = z * Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        return new Interval(Math.max(-1, p1 - p2 - half), Math.min(1, p1 - p2 + half), confidence, text);
    }

    /**
     * The name of the method.
     *
     * @return for example {@code Newcombe}
     */
    @Override
    public String toString() {
        return text;
    }
}
