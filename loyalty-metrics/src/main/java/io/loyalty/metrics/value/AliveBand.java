package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * The customers whose probability to be one still lies in a band.
 *
 * @param from where the band begins; this value belongs to it
 * @param to where it ends; this value belongs to the next band, 1 to the last
 * @param customers how many they are
 * @param expectedAlive how many of them are expected to be customers still: the sum of their probabilities
 * @param purchases their discounted expected purchases together
 * @param value their value together
 */
public record AliveBand(double from, double to, int customers, double expectedAlive, double purchases, double value)
        implements Serializable {

    /**
     * Refuses what is no band.
     *
     * @param from where the band begins
     * @param to where it ends
     * @param customers how many they are
     * @param expectedAlive how many of them are expected to be customers still
     * @param purchases their discounted expected purchases together
     * @param value their value together
     * @throws IllegalArgumentException if the limits are not in order within [0, 1] or a number is negative
     */
    public AliveBand {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException("from and to must be in order within [0, 1]: " + from + " and " + to);
        }
        if (!(customers >= 0 && expectedAlive >= 0 && purchases >= 0 && value >= 0)) {
            throw new IllegalArgumentException("customers, expectedAlive, purchases and value must be at least 0");
        }
    }
}
