package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a watch over lifetime value has found.
 *
 * @param baselineValue lifetime value by the pooled rates of the baseline; or why there is none
 * @param baselineDrivers the pooled drivers of the baseline
 * @param readings one for each watched period, in the order of time
 */
public record LtvReport(Measure baselineValue, Map<LtvDriver, Measure> baselineDrivers, List<LtvReading> readings) {

    /**
     * Copies the collections in.
     *
     * @param baselineValue lifetime value by the pooled rates of the baseline; or why there is none
     * @param baselineDrivers the pooled drivers of the baseline
     * @param readings one for each watched period, in the order of time
     */
    public LtvReport {
        Objects.requireNonNull(baselineDrivers, "baselineDrivers");
        Objects.requireNonNull(readings, "readings");
        Objects.requireNonNull(baselineValue, "baselineValue");
        Map<LtvDriver, Measure> drivers = new EnumMap<>(LtvDriver.class);
        drivers.putAll(baselineDrivers);
        baselineDrivers = Collections.unmodifiableMap(drivers);
        readings = List.copyOf(readings);
    }

    /**
     * The periods in which the value or a driver left its usual course.
     *
     * @return these readings, in the order of time
     */
    public List<LtvReading> signals() {
        return readings.stream().filter(LtvReading::isSignal).toList();
    }
}
