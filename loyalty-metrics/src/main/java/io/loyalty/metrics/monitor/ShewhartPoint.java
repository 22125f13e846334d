package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One point of an individuals or p chart.
 *
 * @param index its place in the watched window, from 0
 * @param value its value; or why there is none
 * @param lower the lower three-sigma line; or why there is none
 * @param center the centre line; or why there is none
 * @param upper the upper three-sigma line; or why there is none
 * @param broken the rules that the point breaks, in their order; empty for a point in order and for one without limits
 */
public record ShewhartPoint(
        int index, Measure value, Measure lower, Measure center, Measure upper, Set<WesternElectricRule> broken)
        implements Serializable {

    /**
     * Copies the set in.
     *
     * @param index its place in the watched window, from 0
     * @param value its value; or why there is none
     * @param lower the lower three-sigma line; or why there is none
     * @param center the centre line; or why there is none
     * @param upper the upper three-sigma line; or why there is none
     * @param broken the rules that the point breaks
     * @throws IllegalArgumentException if the index is negative
     */
    public ShewhartPoint {
        Objects.requireNonNull(broken, "broken");
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0: " + index);
        }
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(upper, "upper");
        broken = Collections.unmodifiableSet(IndividualsChart.copy(broken));
    }

    /**
     * Whether the point breaks a rule.
     *
     * @return true if it does
     */
    public boolean isSignal() {
        return !broken.isEmpty();
    }

    /**
     * On which side of the centre a signal is; all rules that a point breaks are broken on its own side.
     *
     * @return the side; empty for a point in order
     */
    public Optional<Side> side() {
        if (!isSignal()) {
            return Optional.empty();
        }
        return Optional.of(value.orElseThrow() > center.orElseThrow() ? Side.ABOVE : Side.BELOW);
    }
}
