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
        implements Serializable {}
