package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.ProportionIntervals;
import java.util.Optional;

/** Levels of confidence, and the two kinds of interval that most figures of this room carry. */
final class Confidence {

    static final double USUAL = 0.95;

    private Confidence() {}

    static double checked(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return level;
    }

    /** How many standard errors a two-sided normal interval reaches. */
    static double reach(double level) {
        return Normal.isf(0.5 * (1 - level));
    }

    /** A share of a base of different customers, with Wilson's interval. */
    static Estimate share(long count, long base, String reasonWithoutBase) {
        if (base == 0) {
            return Estimate.undefined(reasonWithoutBase, 0);
        }
        double share = (double) count / base;
        return new Estimate(
                Measure.of(share),
                Measure.of(Math.sqrt(share * (1 - share) / base)),
                Optional.of(ProportionIntervals.wilson(count, base, USUAL)),
                base,
                base);
    }

    /** A difference of two such shares, with Newcombe's interval. */
    static Estimate difference(long count1, long base1, long count2, long base2, String reasonWithoutBase) {
        long both = Math.addExact(base1, base2);
        if (base1 == 0 || base2 == 0) {
            return Estimate.undefined(reasonWithoutBase, both);
        }
        double first = (double) count1 / base1;
        double second = (double) count2 / base2;
        return new Estimate(
                Measure.of(first - second),
                Measure.of(Math.sqrt(first * (1 - first) / base1 + second * (1 - second) / base2)),
                Optional.of(ProportionIntervals.newcombeDifference(count1, base1, count2, base2, USUAL)),
                both,
                both);
    }

    /** A figure with a normal interval, of which only the part within given limits can be. */
    static Estimate normal(double value, double error, long n, double least, double most, String method) {
        double reach = reach(USUAL) * error;
        return new Estimate(
                Measure.of(value),
                Measure.of(error),
                Optional.of(new Interval(Math.max(least, value - reach), Math.min(most, value + reach), USUAL, method)),
                n,
                n);
    }

    /** A figure whose error cannot be told. */
    static Estimate withoutError(double value, long n, String reason) {
        return new Estimate(Measure.of(value), Measure.undefined(reason), Optional.empty(), n, n);
    }
}
