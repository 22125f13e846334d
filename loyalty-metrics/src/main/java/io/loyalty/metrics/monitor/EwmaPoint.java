package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.Objects;
import java.util.Optional;

/**
 * One point of an EWMA chart.
 *
 * @param index its place in the watched window, from 0
 * @param value the value itself
 * @param average the weighted average up to it; or why there is none
 * @param lower the lower line; or why there is none
 * @param upper the upper line; or why there is none
 * @param signal the side on which the average is beyond its line; empty if it is not
 */
public record EwmaPoint(int index, double value, Measure average, Measure lower, Measure upper, Optional<Side> signal) {

    /**
     * Refuses missing parts.
     *
     * @param index its place in the watched window, from 0
     * @param value the value itself
     * @param average the weighted average up to it; or why there is none
     * @param lower the lower line; or why there is none
     * @param upper the upper line; or why there is none
     * @param signal the side on which the average is beyond its line; empty if it is not
     * @throws IllegalArgumentException if the index is negative
     */
    public EwmaPoint {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0: " + index);
        }
        Objects.requireNonNull(average, "average");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(upper, "upper");
        Objects.requireNonNull(signal, "signal");
    }

    static EwmaPoint of(int index, double value, double average, double center, double reach) {
        Optional<Side> signal = Optional.empty();
        if (Math.abs(average - center) > reach) {
            signal = Optional.of(average > center ? Side.ABOVE : Side.BELOW);
        }
        return new EwmaPoint(
                index, value, Measure.of(average), Measure.of(center - reach), Measure.of(center + reach), signal);
    }

    static EwmaPoint withoutLimits(int index, double value, String reason) {
        Measure none = Measure.undefined(reason);
        return new EwmaPoint(index, value, none, none, none, Optional.empty());
    }
}
