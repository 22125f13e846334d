package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * p chart: shares of varying bases, such as the repeat rate of each month, against three-sigma lines and runs.
 *
 * <h2>Definition</h2>
 *
 * <p>The centre is the pooled share of the baseline, \( \bar p = \sum x_i / \sum n_i \); the lines of a period with base n are
 * \( \bar p \pm 3 \sigma_z \sqrt{\bar p (1 - \bar p) / n} \), cut at 0 and 1. \( \sigma_z \) is 1 ({@link
 * Dispersion#BINOMIAL}), or the mean moving range of the baseline's standardized shares over \( d_2 \) ({@link
 * Dispersion#LANEY}). A period signals where it breaks one of the chosen {@link WesternElectricRule}s; unless told otherwise, all four.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The lines move with the base: a share from few customers may stray further. With bases of many thousands the binomial
 * lines are so narrow that ordinary days signal; take {@link Dispersion#LANEY}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A period with an empty base has no share, does not signal and does not interrupt a run. A baseline without cases leaves the lines
 * undefined; so does, for {@link Dispersion#LANEY}, a baseline with fewer than two periods that have cases. Where the
 * baseline's share is 0 or 1, sigma is 0 and any other share breaks the first rule.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of periods.
 *
 * <h2>References</h2>
 *
 * <p>Montgomery, D. C. (2013), Introduction to Statistical Quality Control, 7th ed., section 7.2, ISBN 978-1-118-14681-1.
 * Laney, D. B. (2002), Improved control charts for attributes, Quality Engineering 14, 531–537, doi:10.1081/QEN-120003555.
 */
public final class ProportionChart {

    private static final ProportionChart DEFAULT =
            new ProportionChart(EnumSet.allOf(WesternElectricRule.class), Dispersion.BINOMIAL);

    private static final Chart.Limits SHARES = new Chart.Limits(0, 1);

    private final Set<WesternElectricRule> rules;
    private final Dispersion dispersion;

    private ProportionChart(Set<WesternElectricRule> rules, Dispersion dispersion) {
        this.rules = rules;
        this.dispersion = dispersion;
    }

    /**
     * A chart with all four rules and binomial lines.
     *
     * @return the chart
     */
    public static ProportionChart withDefaults() {
        return DEFAULT;
    }

    /**
     * The same chart with other rules.
     *
     * @param chosen the rules that make a signal
     * @return the chart
     */
    public ProportionChart with(Set<WesternElectricRule> chosen) {
        return new ProportionChart(IndividualsChart.copy(chosen), dispersion);
    }

    /**
     * The same chart with other lines.
     *
     * @param chosen how far the shares scatter
     * @return the chart
     */
    public ProportionChart with(Dispersion chosen) {
        return new ProportionChart(rules, Objects.requireNonNull(chosen, "chosen"));
    }

    /**
     * Charts a window of periods.
     *
     * @param baseline past periods that were in order, in the order of time
     * @param periods the watched periods, in the order of time
     * @return a point for each watched period
     * @throws ArithmeticException if the counts of the baseline overflow together
     */
    public ShewhartReport monitor(List<ProportionCount> baseline, List<ProportionCount> periods) {
        List<ProportionCount> before = List.copyOf(baseline);
        long hits = 0;
        long base = 0;
        for (ProportionCount count : before) {
            hits = Math.addExact(hits, count.hits());
            base = Math.addExact(base, count.base());
        }
        Measure center = base > 0 ? Measure.of((double) hits / base) : Measure.undefined("no baseline");
        Measure widening = widening(before, center);
        List<Measure> sigmas = periods.stream()
                .map(period -> sigma(center, widening, period.base()))
                .toList();
        List<Measure> shares = periods.stream().map(ProportionCount::share).toList();
        return new ShewhartReport(Chart.points(shares, center, sigmas, SHARES, rules));
    }

    /** σ of the standardized shares. */
    private Measure widening(List<ProportionCount> baseline, Measure center) {
        if (dispersion == Dispersion.BINOMIAL || !center.isDefined()) {
            return Measure.of(1);
        }
        double p = center.orElseThrow();
        double[] standardized = baseline.stream()
                .filter(count -> count.base() > 0)
                .mapToDouble(count -> Chart.distance(count.share().orElseThrow(), p, binomial(p, count.base())))
                .toArray();
        return standardized.length < 2
                ? Measure.undefined("a baseline of one period")
                : Measure.of(Chart.meanMovingRange(standardized) / ChartBaseline.D2);
    }

    private static Measure sigma(Measure center, Measure widening, long base) {
        if (!center.isDefined() || !widening.isDefined()) {
            return center.isDefined() ? widening : center;
        }
        return base > 0
                ? Measure.of(widening.orElseThrow() * binomial(center.orElseThrow(), base))
                : Measure.undefined("empty base");
    }

    private static double binomial(double p, long base) {
        return Math.sqrt(p * (1 - p) / base);
    }
}
