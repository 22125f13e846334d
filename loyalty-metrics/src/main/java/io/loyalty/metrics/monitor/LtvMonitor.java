package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.value.MarginTiming;
import io.loyalty.metrics.value.RetentionValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A watch over lifetime value: periods in, signals out, with the drivers that moved it.
 *
 * <h2>Definition</h2>
 *
 * <p>Lifetime value in a period is frequency × order value × margin × the sum of \( q^t \) with q = retention / (1 +
 * discount): what a customer is worth if the rates of this period last ({@link RetentionValue}). The first periods of the
 * series are the baseline. The value and the drivers frequency, order value and margin of the later ones go on {@link
 * IndividualsChart}s, retention on a {@link ProportionChart} with Laney's lines. Each watched period comes with the {@link
 * ChangeDecomposition} (Shapley) of its difference from the value of the pooled baseline.
 *
 * <pre>{@code
 * LtvReport report = LtvMonitor.of(MarginTiming.FIRST_NOW, 12).withDiscount(0.01).watch(months);
 * for (LtvReading signal : report.signals()) {
 *     signal.causes().flatMap(ChangeDecomposition::strongest);
 * }
 * }</pre>
 *
 * <h2>Interpretation</h2>
 *
 * <p>A signal is a departure from the usual noise, no forecast. The value can be in order while two drivers moved against each
 * other: each driver has its own chart. Five charts and lines from a short baseline raise false alarms: of quiet simulated
 * periods one in 12 signals with a baseline of 12, one in 22 with 24, one in 37 with 36. With all four rules ({@link
 * #with(Set)}) smaller shifts are found, and one quiet period in 5, 8 or 11 signals. The decomposition is arithmetic and no proof of cause.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A period in which a driver is undefined (no orders, say) has no value and no causes; its other drivers are watched all
 * the same. A retention of 1 without discount has no finite value. A baseline of fewer than two periods gives no lines and no
 * signals. Fewer periods than the baseline wants: all of them are baseline and there is nothing to report. Periods that are
 * not in the order of time are refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of periods, sixteen evaluations of the formula for each.
 *
 * <h2>References</h2>
 *
 * <p>Those of the types named above.
 */
public final class LtvMonitor {

    private final MarginTiming timing;
    private final int baselinePeriods;
    private final double discount;
    private final IndividualsChart values;
    private final ProportionChart shares;

    private LtvMonitor(
            MarginTiming timing,
            int baselinePeriods,
            double discount,
            IndividualsChart values,
            ProportionChart shares) {
        this.timing = timing;
        this.baselinePeriods = baselinePeriods;
        this.discount = discount;
        this.values = values;
        this.shares = shares;
    }

    /**
     * A monitor without discount that signals points beyond three sigma.
     *
     * @param timing when the first margin of a customer comes in
     * @param baselinePeriods how many periods at the start of a series show what is usual, at least 1; better 24 or more
     * @return the monitor
     * @throws IllegalArgumentException if the number is not positive
     */
    public static LtvMonitor of(MarginTiming timing, int baselinePeriods) {
        Objects.requireNonNull(timing, "timing");
        if (baselinePeriods < 1) {
            throw new IllegalArgumentException("baselinePeriods must be at least 1: " + baselinePeriods);
        }
        Set<WesternElectricRule> rules = Set.of(WesternElectricRule.BEYOND_THREE_SIGMA);
        return new LtvMonitor(
                timing,
                baselinePeriods,
                0,
                IndividualsChart.withDefaults().with(rules),
                ProportionChart.withDefaults().with(rules).with(Dispersion.LANEY));
    }

    /**
     * The same monitor with a discount.
     *
     * @param perPeriod the discount rate of one period, at least 0
     * @return the monitor
     * @throws IllegalArgumentException if the rate is negative, infinite or NaN
     */
    public LtvMonitor withDiscount(double perPeriod) {
        if (!(perPeriod >= 0 && perPeriod < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("discount must be finite and at least 0: " + perPeriod);
        }
        return new LtvMonitor(timing, baselinePeriods, perPeriod, values, shares);
    }

    /**
     * The same monitor with other rules.
     *
     * @param rules the rules that make a signal, on all charts
     * @return the monitor
     */
    public LtvMonitor with(Set<WesternElectricRule> rules) {
        return new LtvMonitor(timing, baselinePeriods, discount, values.with(rules), shares.with(rules));
    }

    /**
     * Watches a series.
     *
     * @param periods the periods in the order of time, the baseline first
     * @return a reading for each period after the baseline
     * @throws IllegalArgumentException if the periods are not in the order of time
     */
    public LtvReport watch(List<LtvPeriod> periods) {
        List<LtvPeriod> all = List.copyOf(periods);
        requireOrder(all);
        int split = Math.min(baselinePeriods, all.size());
        List<LtvPeriod> before = all.subList(0, split);
        List<LtvPeriod> watched = all.subList(split, all.size());
        List<Measure> usual = pooled(before);
        Measure usualValue = value(usual);

        ShewhartReport valueChart = chart(before, watched, period -> value(rates(period)));
        Map<LtvDriver, ShewhartReport> driverCharts = new EnumMap<>(LtvDriver.class);
        for (LtvDriver driver : LtvDriver.values()) {
            driverCharts.put(
                    driver,
                    driver == LtvDriver.RETENTION
                            ? shares.monitor(retained(before), retained(watched))
                            : chart(before, watched, driver::of));
        }
        List<LtvReading> readings = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            int index = i;
            List<Measure> now = rates(watched.get(i));
            Map<LtvDriver, Set<WesternElectricRule>> moved = new EnumMap<>(LtvDriver.class);
            driverCharts.forEach((driver, chart) -> {
                ShewhartPoint point = chart.points().get(index);
                if (point.isSignal()) {
                    moved.put(driver, point.broken());
                }
            });
            readings.add(new LtvReading(
                    watched.get(i),
                    value(now),
                    byDriver(now),
                    valueChart.points().get(i).broken(),
                    moved,
                    causes(usual, usualValue, now)));
        }
        return new LtvReport(usualValue, byDriver(usual), readings);
    }

    /** A figure of a period. */
    private interface Figure {
        Measure of(LtvPeriod period);
    }

    private ShewhartReport chart(List<LtvPeriod> before, List<LtvPeriod> watched, Figure figure) {
        double[] past = before.stream()
                .map(figure::of)
                .filter(Measure::isDefined)
                .mapToDouble(Measure::orElseThrow)
                .toArray();
        return values.monitor(
                ChartBaseline.of(past), watched.stream().map(figure::of).toList());
    }

    private Optional<ChangeDecomposition> causes(List<Measure> usual, Measure usualValue, List<Measure> now) {
        if (!usualValue.isDefined() || !value(now).isDefined()) {
            return Optional.empty();
        }
        List<Driver> changes = new ArrayList<>();
        for (LtvDriver driver : LtvDriver.values()) {
            double before = usual.get(driver.ordinal()).orElseThrow();
            changes.add(
                    new Driver(driver.label(), before, now.get(driver.ordinal()).orElseThrow()));
        }
        // The value exists at both ends, and with it for every mixture: it hangs on the retention alone whether it
        // does.
        return Optional.of(ChangeDecomposition.shapley(
                changes, x -> value(x[0] * x[1] * x[2], x[3]).orElseThrow()));
    }

    /** The value by the rates, which stand in the order of the drivers: three factors of the margin, then retention. */
    private Measure value(List<Measure> rates) {
        for (Measure rate : rates) {
            if (!rate.isDefined()) {
                return rate;
            }
        }
        double margin = rates.get(0).orElseThrow()
                * rates.get(1).orElseThrow()
                * rates.get(2).orElseThrow();
        return value(margin, rates.get(3).orElseThrow());
    }

    private Measure value(double margin, double retention) {
        return RetentionValue.of(margin, retention, timing)
                .withDiscount(discount)
                .infinite();
    }

    /** The drivers of a period, in their order. */
    private static List<Measure> rates(LtvPeriod period) {
        return Arrays.stream(LtvDriver.values())
                .map(driver -> driver.of(period))
                .toList();
    }

    /** The drivers of several periods together: sums over sums, so that large periods count for more. */
    private static List<Measure> pooled(List<LtvPeriod> periods) {
        return Arrays.stream(LtvDriver.values())
                .map(driver -> driver.quotient(
                        periods.stream().mapToDouble(driver::numerator).sum(),
                        periods.stream().mapToDouble(driver::denominator).sum()))
                .toList();
    }

    private static Map<LtvDriver, Measure> byDriver(List<Measure> rates) {
        Map<LtvDriver, Measure> map = new EnumMap<>(LtvDriver.class);
        for (LtvDriver driver : LtvDriver.values()) {
            map.put(driver, rates.get(driver.ordinal()));
        }
        return map;
    }

    private static List<ProportionCount> retained(List<LtvPeriod> periods) {
        return periods.stream()
                .map(period -> new ProportionCount(period.retained(), period.base()))
                .toList();
    }

    private static void requireOrder(List<LtvPeriod> periods) {
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).start().isAfter(periods.get(i - 1).start())) {
                throw new IllegalArgumentException("periods[" + i + "] must start after the one before: "
                        + periods.get(i).start());
            }
        }
    }
}
