package io.loyalty.metrics.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * EWMA chart: an exponentially weighted moving average, for small shifts that last.
 *
 * <h2>Definition</h2>
 *
 * <p>\( z_i = \lambda x_i + (1 - \lambda) z_{i-1} \), z<sub>0</sub> the centre of a {@link ChartBaseline}. The lines are centre
 * \( \pm L \sigma \sqrt{\lambda/(2 - \lambda) \cdot (1 - (1 - \lambda)^{2i})} \), exact from the first value on. A point
 * signals where z is beyond its line. Unless told otherwise λ = 0.2 and L = 3.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A smaller λ remembers longer and finds smaller shifts; λ = 1 is an individuals chart with its first rule. With λ = 0.2
 * and L = 3 a steady process raises a false alarm about once in 560 values and a shift of one sigma is found after ten or so.
 * It is robust against values that are not normal.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without limits nothing signals, and the lines say why; without a centre there is no average either. With sigma 0 any
 * other value is a signal.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of values.
 *
 * <h2>References</h2>
 *
 * <p>Roberts, S. W. (1959), Control chart tests based on geometric moving averages, Technometrics 1, 239–250,
 * doi:10.1080/00401706.1959.10489860. Lucas, J. M., Saccucci, M. S. (1990), Exponentially weighted moving average control
 * schemes: properties and enhancements, Technometrics 32, 1–12, doi:10.1080/00401706.1990.10484583.
 */
public final class EwmaChart {

    private static final EwmaChart DEFAULT = new EwmaChart(0.2, 3);

    private final double weight;
    private final double width;

    private EwmaChart(double weight, double width) {
        this.weight = weight;
        this.width = width;
    }

    /**
     * A chart with weight 0.2 and lines at 3 sigma.
     *
     * @return the chart
     */
    public static EwmaChart withDefaults() {
        return DEFAULT;
    }

    /**
     * The same chart with another weight of the newest value.
     *
     * @param newest λ, in (0, 1]
     * @return the chart
     * @throws IllegalArgumentException if the weight is out of its range
     */
    public EwmaChart withWeight(double newest) {
        if (!(newest > 0 && newest <= 1)) {
            throw new IllegalArgumentException("weight must be in (0, 1]: " + newest);
        }
        return new EwmaChart(newest, width);
    }

    /**
     * The same chart with other lines.
     *
     * @param sigmas L, the distance of the lines in standard deviations of the average, above 0
     * @return the chart
     * @throws IllegalArgumentException if the width is out of its range
     */
    public EwmaChart withWidth(double sigmas) {
        if (!(sigmas > 0 && sigmas < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width must be positive and finite: " + sigmas);
        }
        return new EwmaChart(weight, sigmas);
    }

    /**
     * Charts a window of values.
     *
     * @param baseline how the figure usually behaves
     * @param values the values in the order of time
     * @return a point for each value
     * @throws IllegalArgumentException if a value is not finite
     */
    public EwmaReport monitor(ChartBaseline baseline, double[] values) {
        Objects.requireNonNull(baseline, "baseline");
        Chart.requireFinite(values, "values");
        List<EwmaPoint> points = new ArrayList<>();
        if (!baseline.center().isDefined() || !baseline.sigma().isDefined()) {
            for (int i = 0; i < values.length; i++) {
                points.add(EwmaPoint.withoutLimits(i, values[i], baseline.reason()));
            }
            return new EwmaReport(points);
        }
        double center = baseline.center().orElseThrow();
        double sigma = baseline.sigma().orElseThrow();
        double average = center;
        for (int i = 0; i < values.length; i++) {
            // In this form a constant stays what it is, and does not signal for its last digit.
            average += weight * (values[i] - average);
            double forgotten = -Math.expm1(2.0 * (i + 1) * Math.log1p(-weight));
            double reach = width * sigma * Math.sqrt(weight / (2 - weight) * forgotten);
            points.add(EwmaPoint.of(i, values[i], average, center, reach));
        }
        return new EwmaReport(points);
    }
}
