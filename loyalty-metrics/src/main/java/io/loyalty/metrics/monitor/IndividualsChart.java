package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Individuals chart: single values, such as one figure a week, against three-sigma lines and runs.
 *
 * <h2>Definition</h2>
 *
 * <p>Centre and sigma come from a {@link ChartBaseline}; the lines are centre ± 3 sigma. A watched value signals where it
 * breaks one of the chosen {@link WesternElectricRule}s; unless told otherwise, all four.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A signal says that something beyond the usual noise is at work, not what. All four rules together find small shifts
 * sooner and raise a false alarm about once in 92 points, the first rule alone once in 370. The lines assume no dependence in
 * time and roughly normal values: take season out first, and logarithms of skewed figures.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without limits (a baseline of fewer than two values) nothing signals, and the lines say why. With sigma 0 any other value breaks the
 * first rule. The runs begin with the watched window; the baseline is not part of them. A value that is not finite is refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of values.
 *
 * <h2>References</h2>
 *
 * <p>Montgomery, D. C. (2013), Introduction to Statistical Quality Control, 7th ed., sections 5.3 and 6.4, ISBN 978-1-118-14681-1.
 */
public final class IndividualsChart {

    private static final IndividualsChart DEFAULT = new IndividualsChart(EnumSet.allOf(WesternElectricRule.class));

    private final Set<WesternElectricRule> rules;

    private IndividualsChart(Set<WesternElectricRule> rules) {
        this.rules = rules;
    }

    /**
     * A chart with all four rules.
     *
     * @return the chart
     */
    public static IndividualsChart withDefaults() {
        return DEFAULT;
    }

    /**
     * The same chart with other rules.
     *
     * @param chosen the rules that make a signal
     * @return the chart
     */
    public IndividualsChart with(Set<WesternElectricRule> chosen) {
        return new IndividualsChart(copy(chosen));
    }

    /**
     * The rules that make a signal.
     *
     * @return the rules, in their order
     */
    public Set<WesternElectricRule> rules() {
        return Collections.unmodifiableSet(rules);
    }

    /**
     * Charts a window of values.
     *
     * @param baseline how the figure usually behaves
     * @param values the values in the order of time
     * @return a point for each value
     * @throws IllegalArgumentException if a value is not finite
     */
    public ShewhartReport monitor(ChartBaseline baseline, double[] values) {
        Chart.requireFinite(values, "values");
        List<Measure> measures = new ArrayList<>();
        for (double value : values) {
            measures.add(Measure.of(value));
        }
        return monitor(baseline, measures);
    }

    /** The same with values that may be undefined. */
    ShewhartReport monitor(ChartBaseline baseline, List<Measure> values) {
        Objects.requireNonNull(baseline, "baseline");
        List<Measure> sigmas = Collections.nCopies(values.size(), baseline.sigma());
        return new ShewhartReport(Chart.points(values, baseline.center(), sigmas, Chart.Limits.NONE, rules));
    }

    static Set<WesternElectricRule> copy(Set<WesternElectricRule> chosen) {
        Set<WesternElectricRule> copy = EnumSet.noneOf(WesternElectricRule.class);
        copy.addAll(chosen);
        return copy;
    }
}
