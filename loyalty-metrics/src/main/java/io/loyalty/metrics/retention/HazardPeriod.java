package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import java.util.Objects;

/**
 * One period of age in a {@link DiscreteHazard}.
 *
 * @param period the number of whole periods lived through before, from 0
 * @param atRisk number of customers who began the period
 * @param events how many of them had the event in it
 * @param censored how many of them were cut off in it
 * @param hazard events over at risk, with a Wilson interval
 */
public record HazardPeriod(int period, long atRisk, long events, long censored, Estimate hazard) {

    /**
     * Refuses counts that cannot be.
     *
     * @param period the number of whole periods lived through before
     * @param atRisk number of customers who began the period
     * @param events how many of them had the event in it
     * @param censored how many of them were cut off in it
     * @param hazard events over at risk
     * @throws IllegalArgumentException if a count is negative, or more customers end than there are
     */
    public HazardPeriod {
        if (period < 0 || events < 0 || censored < 0) {
            throw new IllegalArgumentException(
                    "period, events and censored must be at least 0: " + period + ", " + events + " and " + censored);
        }
        if (events > atRisk || censored > atRisk - events) {
            throw new IllegalArgumentException(
                    "events and censored must be at most " + atRisk + ": " + events + " and " + censored);
        }
        Objects.requireNonNull(hazard, "hazard");
    }

    /**
     * One readable line.
     *
     * @return for example {@code period 3: 12 of 340, hazard 0.035 [0.02, 0.06] (95 % Wilson), n = 340}
     */
    @Override
    public String toString() {
        return "period " + period + ": " + events + " of " + atRisk + ", hazard " + hazard;
    }
}
