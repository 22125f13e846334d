package io.loyalty.metrics.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tabular CUSUM: summed deviations on each side, for small shifts that last and for when they began.
 *
 * <h2>Definition</h2>
 *
 * <p>With centre μ and σ of a {@link ChartBaseline}, \( C^+_i = \max(0, C^+_{i-1} + x_i - \mu - k\sigma) \) and
 * \( C^-_i = \max(0, C^-_{i-1} - x_i + \mu - k\sigma) \), both from 0. A point signals where
 * one of them is above hσ. Unless told otherwise
 * k = 0.5 and h = 5. The sums are in the unit of the figure.
 *
 * <h2>Interpretation</h2>
 *
 * <p>k is half the shift to be found, in sigmas. With k = 0.5 and h = 5 a steady normal process raises a false alarm about
 * once in 465 values, and a shift of one sigma is found after ten or so. The shift most likely began where the sum was last 0:
 * {@link CusumPoint#onset()}. The sums go on after a signal; start a new window once the cause is dealt with.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without a centre or sigma there are no sums and nothing signals. With sigma 0 any other value is a signal.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of values.
 *
 * <h2>References</h2>
 *
 * <p>Page, E. S. (1954), Continuous inspection schemes, Biometrika 41, 100–115, doi:10.1093/biomet/41.1-2.100. Montgomery, D.
 * C. (2013), Introduction to Statistical Quality Control, 7th ed., section 9.1, ISBN 978-1-118-14681-1.
 */
public final class CusumChart {

    private static final CusumChart DEFAULT = new CusumChart(0.5, 5);

    private final double allowance;
    private final double limit;

    private CusumChart(double allowance, double limit) {
        this.allowance = allowance;
        this.limit = limit;
    }

    /**
     * A chart with k = 0.5 and h = 5.
     *
     * @return the chart
     */
    public static CusumChart withDefaults() {
        return DEFAULT;
    }

    /**
     * The same chart with another allowance.
     *
     * @param sigmas k, what a deviation may have without adding to the sum, at least 0
     * @return the chart
     * @throws IllegalArgumentException if the allowance is out of its range
     */
    public CusumChart withAllowance(double sigmas) {
        if (!(sigmas >= 0 && sigmas < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("allowance must be finite and at least 0: " + sigmas);
        }
        return new CusumChart(sigmas, limit);
    }

    /**
     * The same chart with another limit.
     *
     * @param sigmas h, how large the sum may become, above 0
     * @return the chart
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public CusumChart withLimit(double sigmas) {
        if (!(sigmas > 0 && sigmas < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limit must be positive and finite: " + sigmas);
        }
        return new CusumChart(allowance, sigmas);
    }

    /**
     * Charts a window of values.
     *
     * @param baseline how the figure usually behaves
     * @param values the values in the order of time
     * @return a point for each value
     * @throws IllegalArgumentException if a value is not finite
     */
    public CusumReport monitor(ChartBaseline baseline, double[] values) {
        Objects.requireNonNull(baseline, "baseline");
        Chart.requireFinite(values, "values");
        List<CusumPoint> points = new ArrayList<>();
        if (!baseline.center().isDefined() || !baseline.sigma().isDefined()) {
            for (int i = 0; i < values.length; i++) {
                points.add(CusumPoint.withoutSums(i, values[i], baseline.reason()));
            }
            return new CusumReport(points);
        }
        double center = baseline.center().orElseThrow();
        double slack = allowance * baseline.sigma().orElseThrow();
        double most = limit * baseline.sigma().orElseThrow();
        Sum up = new Sum();
        Sum down = new Sum();
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - center;
            up.add(i, deviation - slack);
            down.add(i, -deviation - slack);
            // Both above their limit at once: the value itself decides, since one of the sums has just grown.
            boolean above = up.value > most && (!(down.value > most) || deviation > 0);
            Optional<Side> signal = Optional.empty();
            if (above || down.value > most) {
                signal = Optional.of(above ? Side.ABOVE : Side.BELOW);
            }
            points.add(CusumPoint.of(i, values[i], up.value, down.value, signal, above ? up.onset : down.onset));
        }
        return new CusumReport(points);
    }

    /** One of the two sums, and where it last left 0. */
    private static final class Sum {

        private double value;
        private int onset;

        void add(int index, double step) {
            if (value == 0) {
                onset = index;
            }
            value = Math.max(0, value + step);
        }
    }
}
