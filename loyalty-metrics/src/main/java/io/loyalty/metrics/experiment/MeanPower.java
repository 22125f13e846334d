package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.NoncentralT;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.StudentT;

/** Power of Student's test for two means, by the noncentral t distribution. Effects are in standard deviations and not negative. */
final class MeanPower {

    /** The largest that the distribution takes; a power at it is a lower bound of the power beyond. */
    static final double LARGEST_NONCENTRALITY = 1e3;

    private MeanPower() {}

    static double power(double effect, double significance, double n1, double n2) {
        double df = n1 + n2 - 2;
        double noncentrality = Math.min(LARGEST_NONCENTRALITY, effect * Math.sqrt(n1 / (n1 + n2) * n2));
        double critical = StudentT.isf(df, significance / 2);
        return Math.min(1, NoncentralT.sf(df, noncentrality, critical) + NoncentralT.cdf(df, noncentrality, -critical));
    }

    static ArmSizes sizes(double effect, double significance, double power, double secondPerFirst) {
        // The normal approximation is a little too small; from there upward until it is enough, then the smallest by
        // bisection.
        double z = Normal.isf(significance / 2) + Normal.isf(1 - power);
        double perUnit = Math.max(0, z) / effect;
        double start = perUnit * perUnit * (1 + 1 / secondPerFirst);
        if (!(start < 0x1p52)) {
            throw new ArithmeticException("more customers needed than can be planned for: " + start);
        }
        long tooFew = 1;
        long enough = Math.max(2, (long) start);
        long step = Math.max(1, enough / 64);
        while (powerFrom(effect, significance, enough, secondPerFirst) < power) {
            tooFew = enough;
            enough += step;
            step *= 2;
        }
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (powerFrom(effect, significance, middle, secondPerFirst) < power) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return sized(enough, secondPerFirst);
    }

    private static double powerFrom(double effect, double significance, long first, double secondPerFirst) {
        ArmSizes sizes = sized(first, secondPerFirst);
        return power(effect, significance, sizes.first(), sizes.second());
    }

    private static ArmSizes sized(long first, double secondPerFirst) {
        ArmSizes sizes = ArmSizes.atLeast(first, secondPerFirst);
        return new ArmSizes(sizes.first(), Math.max(2, sizes.second()));
    }
}
