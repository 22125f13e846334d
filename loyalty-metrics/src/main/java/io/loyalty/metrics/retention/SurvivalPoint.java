package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import java.util.Objects;

/**
 * A step of a survival curve: a time with at least one event.
 *
 * @param time the time
 * @param atRisk number of customers under observation just before
 * @param events number of events at the time, at least 1
 * @param survival the share still there after it, with its pointwise interval
 */
public record SurvivalPoint(double time, long atRisk, long events, Estimate survival) {

    /**
     * Refuses what cannot be.
     *
     * @param time the time
     * @param atRisk number of customers under observation just before
     * @param events number of events at the time
     * @param survival the share still there after it
     * @throws IllegalArgumentException if there are more events than customers at risk
     */
    public SurvivalPoint {
        if (events < 0 || events > atRisk) {
            throw new IllegalArgumentException("events must be in [0, " + atRisk + "]: " + events);
        }
        Objects.requireNonNull(survival, "survival");
    }

    /**
     * One readable line.
     *
     * @return for example {@code 5.0: 2 of 5, S = 0.45 [0.19, 0.85] (95 % log-log), n = 8}
     */
    @Override
    public String toString() {
        return time + ": " + events + " of " + atRisk + ", S = " + survival;
    }
}
