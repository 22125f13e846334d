package io.loyalty.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Tests of two groups as one writes them in an afternoon: lists of boxed values, a random number per draw. */
final class NaiveExperiment {

    private record Ranked(double value, boolean first) {}

    private NaiveExperiment() {}

    /** U of the first group, from midranks of all values. */
    static double mannWhitney(double[] first, double[] second) {
        List<Ranked> all = new ArrayList<>();
        for (double value : first) {
            all.add(new Ranked(value, true));
        }
        for (double value : second) {
            all.add(new Ranked(value, false));
        }
        all.sort(Comparator.comparingDouble(Ranked::value));
        double rankSum = 0;
        int start = 0;
        while (start < all.size()) {
            int end = start;
            while (end < all.size() && all.get(end).value() == all.get(start).value()) {
                end++;
            }
            for (int i = start; i < end; i++) {
                if (all.get(i).first()) {
                    rankSum += (start + 1 + end) / 2.0;
                }
            }
            start = end;
        }
        return rankSum - first.length * (first.length + 1.0) / 2;
    }

    /** Lower and upper bound of the mean, from quantiles of the means of resamples. */
    static double[] bootstrap(double[] values, int resamples) {
        Random random = new Random(7);
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            double[] drawn = new double[values.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = values[random.nextInt(values.length)];
            }
            means[b] = Arrays.stream(drawn).average().orElseThrow();
        }
        Arrays.sort(means);
        return new double[] {means[(int) (0.025 * resamples)], means[(int) (0.975 * resamples)]};
    }
}
