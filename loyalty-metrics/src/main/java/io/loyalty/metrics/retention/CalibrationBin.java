package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * Customers with similar probabilities, and how many of them had the event.
 *
 * @param lower the bin's lower end, which belongs to the bin below; to this one if it is 0
 * @param upper the bin's upper end, which belongs to it
 * @param customers number of customers
 * @param events number of them with the event
 * @param meanProbability the mean of their probabilities; undefined for an empty bin
 */
public record CalibrationBin(double lower, double upper, long customers, long events, Measure meanProbability)
        implements Serializable {

    /**
     * Refuses what cannot be.
     *
     * @param lower the bin's lower end
     * @param upper the bin's upper end
     * @param customers number of customers
     * @param events number of them with the event
     * @param meanProbability the mean of their probabilities
     * @throws IllegalArgumentException if the ends are out of order or the events are not among the customers
     */
    public CalibrationBin {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("lower must be below upper: " + lower + " and " + upper);
        }
        if (events < 0 || events > customers) {
            throw new IllegalArgumentException("events must be in [0, " + customers + "]: " + events);
        }
        Objects.requireNonNull(meanProbability, "meanProbability");
    }

    /**
     * The share of the bin's customers with the event.
     *
     * @return events / customers with a Wilson interval; undefined for an empty bin
     */
    public Estimate observed() {
        return Confidence.share(events, customers, "no customers in the bin");
    }

    /**
     * One readable line.
     *
     * @return for example {@code (0.2, 0.3]: mean probability 0.24, observed 0.26 […], n = 640}
     */
    @Override
    public String toString() {
        return (lower == 0 ? "[" : "(") + lower + ", " + upper + "]: mean probability " + meanProbability
                + ", observed " + observed();
    }
}
