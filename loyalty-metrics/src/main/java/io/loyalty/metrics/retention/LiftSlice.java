package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * One slice of the customers in the order of their scores.
 *
 * @param share the share of customers in this slice and those above it, for example 0.1 for the first decile
 * @param customers number of customers in the slice; a fraction if they cannot be divided evenly
 * @param events number of them with the event; a fraction if equal scores lie across a cut
 * @param rate events over customers
 * @param lift rate over the rate of all customers
 * @param gain share of all events in this slice and those above it
 * @param cumulativeLift gain over share
 */
public record LiftSlice(
        double share, double customers, double events, Measure rate, Measure lift, Measure gain, Measure cumulativeLift)
        implements Serializable {

    /**
     * Refuses what cannot be.
     *
     * @param share the share of customers in this slice and those above it
     * @param customers number of customers in the slice
     * @param events number of them with the event
     * @param rate events over customers
     * @param lift rate over the rate of all customers
     * @param gain share of all events in this slice and those above it
     * @param cumulativeLift gain over share
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LiftSlice {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1]: " + share);
        }
        if (!(customers >= 0 && events >= 0)) {
            throw new IllegalArgumentException(
                    "customers and events must be at least 0: " + customers + " and " + events);
        }
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(lift, "lift");
        Objects.requireNonNull(gain, "gain");
        Objects.requireNonNull(cumulativeLift, "cumulativeLift");
    }

    /**
     * One readable line.
     *
     * @return for example {@code top 0.1: lift 2.8, gain 0.28}
     */
    @Override
    public String toString() {
        return "top " + share + ": lift " + cumulativeLift + ", gain " + gain;
    }
}
