package io.loyalty.metrics.monitor;

import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.List;

/** Shapley's value of one driver. */
final class Shapley {

    private Shapley() {}

    /**
     * The value in a product of k factors: x<sub>i1</sub> − x<sub>i0</sub> times the mean product of the others, Σ<sub>m</sub>
     * m! (k − 1 − m)!/k! e<sub>m</sub>, where e<sub>m</sub> is the sum over all choices of m others with their new values.
     */
    static double ofFactor(List<Driver> factors, int index) {
        int others = factors.size() - 1;
        double[] sums = new double[others + 1];
        sums[0] = 1;
        int degree = 0;
        for (int j = 0; j <= others; j++) {
            if (j == index) {
                continue;
            }
            // One more factor (old + new z) of the polynomial, in means instead of sums so that no binomial coefficient
            // grows:
            // the mean over choices of m of d.
            double before = factors.get(j).before();
            double after = factors.get(j).after();
            degree++;
            for (int m = degree; m >= 0; m--) {
                double with = m > 0 ? sums[m - 1] * m : 0;
                double without = m < degree ? sums[m] * (degree - m) : 0;
                sums[m] = (after * with + before * without) / degree;
            }
        }
        NeumaierSum mean = new NeumaierSum();
        for (double sum : sums) {
            mean.add(sum);
        }
        Driver driver = factors.get(index);
        // Adding 0 makes a plain 0 of -0.
        return (driver.after() - driver.before()) * (mean.value() / (others + 1)) + 0.0;
    }

    /** The value from the figures of all mixtures of old and new values; bit i of a mixture's index says that driver i is new. */
    static double of(double[] figures, int drivers, int index) {
        double[] weights = new double[drivers];
        // m! (k − 1 − m)!/k!, from one to the next.
        weights[0] = 1.0 / drivers;
        for (int m = 1; m < drivers; m++) {
            weights[m] = weights[m - 1] * m / (drivers - m);
        }
        NeumaierSum value = new NeumaierSum();
        int bit = 1 << index;
        for (int mixture = 0; mixture < figures.length; mixture++) {
            if ((mixture & bit) == 0) {
                value.add(weights[Integer.bitCount(mixture)] * (figures[mixture | bit] - figures[mixture]));
            }
        }
        return value.value();
    }
}
