package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The acceleration of BCa: a sixth of the skewness of the figure, from how much each value pulls at it. Davison and Hinkley, equation 5.28, for
 * several groups.
 */
final class Jackknife {

    private Jackknife() {}

    /** From the pull of each value on the figure, by group, each group's adding up to 0. */
    static double acceleration(List<double[]> pulls) {
        NeumaierSum cubes = new NeumaierSum();
        NeumaierSum squares = new NeumaierSum();
        for (double[] group : pulls) {
            double n = group.length;
            for (double pull : group) {
                squares.add(pull / n * (pull / n));
                cubes.add(pull / n * (pull / n) * (pull / n));
            }
        }
        double spread = squares.value();
        return spread > 0 ? cubes.value() / (6 * spread * Math.sqrt(spread)) : 0;
    }

    /** From a figure that is computed again without each value. */
    static double acceleration(List<double[]> groups, ToDoubleFunction<List<double[]>> statistic) {
        List<double[]> pulls = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            double[] all = groups.get(g);
            double[] figures = new double[all.length];
            for (int i = 0; i < all.length; i++) {
                List<double[]> rest = new ArrayList<>();
                for (int other = 0; other < groups.size(); other++) {
                    rest.add(other == g ? without(all, i) : groups.get(other).clone());
                }
                figures[i] = statistic.applyAsDouble(rest);
            }
            double mean = SampleSummary.of(figures).mean();
            double[] pull = new double[all.length];
            for (int i = 0; i < all.length; i++) {
                pull[i] = (all.length - 1) * (mean - figures[i]);
            }
            pulls.add(pull);
        }
        return acceleration(pulls);
    }

    private static double[] without(double[] values, int index) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
