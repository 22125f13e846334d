package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Lifetime value and its drivers in one watched period, and what is unusual about them.
 *
 * @param period the totals of the period
 * @param value lifetime value by the rates of this period; or why there is none
 * @param drivers the drivers of the value, each with its value or the reason why it has none
 * @param valueRules the rules that the lifetime value breaks on its chart; empty if it is in order
 * @param movedDrivers the drivers that break a rule on their own chart, with these rules; the others are not in the map
 * @param causes how much each driver adds to the difference from the baseline; empty where value or baseline are undefined
 */
public record LtvReading(
        LtvPeriod period,
        Measure value,
        Map<LtvDriver, Measure> drivers,
        Set<WesternElectricRule> valueRules,
        Map<LtvDriver, Set<WesternElectricRule>> movedDrivers,
        Optional<ChangeDecomposition> causes) {

    /**
     * Copies the collections in.
     *
     * @param period the totals of the period
     * @param value lifetime value by the rates of this period; or why there is none
     * @param drivers the drivers of the value
     * @param valueRules the rules that the lifetime value breaks on its chart
     * @param movedDrivers the drivers that break a rule on their own chart
     * @param causes how much each driver adds to the difference from the baseline
     */
    public LtvReading {
        Objects.requireNonNull(drivers, "drivers");
        Objects.requireNonNull(valueRules, "valueRules");
        Objects.requireNonNull(movedDrivers, "movedDrivers");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(value, "value");
        Map<LtvDriver, Measure> values = new EnumMap<>(LtvDriver.class);
        values.putAll(drivers);
        drivers = Collections.unmodifiableMap(values);
        valueRules = Collections.unmodifiableSet(IndividualsChart.copy(valueRules));
        Map<LtvDriver, Set<WesternElectricRule>> moved = new EnumMap<>(LtvDriver.class);
        movedDrivers.forEach(
                (driver, broken) -> moved.put(driver, Collections.unmodifiableSet(IndividualsChart.copy(broken))));
        movedDrivers = Collections.unmodifiableMap(moved);
        Objects.requireNonNull(causes, "causes");
    }

    /**
     * Whether the value or one of its drivers has left its usual course.
     *
     * @return true if a rule is broken
     */
    public boolean isSignal() {
        return !valueRules.isEmpty() || !movedDrivers.isEmpty();
    }

    /**
     * One readable line.
     *
     * @return for example {@code 2026-03-01: value 61.2, moved [RETENTION]}
     */
    @Override
    public String toString() {
        return period.start() + ": value " + value + (isSignal() ? ", moved " + movedDrivers.keySet() : "");
    }
}
