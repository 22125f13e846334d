package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One point of a CUSUM chart.
 *
 * @param index its place in the watched window, from 0
 * @param value the value itself
 * @param upward C⁺, the summed deviations above, in the unit of the figure; or why there is none
 * @param downward C⁻, the summed deviations below, at least 0; or why there is none
 * @param signal the side whose sum is above the limit; empty if none is
 * @param onset where the signalling sum left 0 for the last time: the likely first value of the shift; empty without a signal
 */
public record CusumPoint(
        int index, double value, Measure upward, Measure downward, Optional<Side> signal, OptionalInt onset) {

    /**
     * Refuses missing parts.
     *
     * @param index its place in the watched window, from 0
     * @param value the value itself
     * @param upward C⁺, the summed deviations above, in the unit of the figure; or why there is none
     * @param downward C⁻, the summed deviations below, at least 0; or why there is none
     * @param signal the side whose sum is above the limit; empty if none is
     * @param onset where the signalling sum left 0 for the last time; empty without a signal
     * @throws IllegalArgumentException if the index is negative
     */
    public CusumPoint {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0: " + index);
        }
        Objects.requireNonNull(upward, "upward");
        Objects.requireNonNull(downward, "downward");
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(onset, "onset");
    }

    static CusumPoint of(int index, double value, double up, double down, Optional<Side> signal, int onset) {
        return new CusumPoint(
                index,
                value,
                Measure.of(up),
                Measure.of(down),
                signal,
                signal.isPresent() ? OptionalInt.of(onset) : OptionalInt.empty());
    }

    static CusumPoint withoutSums(int index, double value, String reason) {
        Measure none = Measure.undefined(reason);
        return new CusumPoint(index, value, none, none, Optional.empty(), OptionalInt.empty());
    }
}
