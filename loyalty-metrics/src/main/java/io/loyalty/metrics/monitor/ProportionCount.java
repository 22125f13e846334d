package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.io.Serializable;

/**
 * How many of how many in one period: retained customers of those at its start, repeat customers of all.
 *
 * @param hits how many had it, in [0, base]
 * @param base of how many, at least 0
 */
public record ProportionCount(long hits, long base) implements Serializable {

    /**
     * Refuses negative counts and more hits than there were cases.
     *
     * @param hits how many had it, in [0, base]
     * @param base of how many, at least 0
     * @throws IllegalArgumentException if a count is out of place
     */
    public ProportionCount {
        if (base < 0) {
            throw new IllegalArgumentException("base must be at least 0: " + base);
        }
        if (hits < 0 || hits > base) {
            throw new IllegalArgumentException("hits must be in [0, " + base + "]: " + hits);
        }
    }

    /**
     * The share of hits.
     *
     * @return hits / base; undefined for an empty base
     */
    public Measure share() {
        return base > 0 ? Measure.of((double) hits / base) : Measure.undefined("empty base");
    }
}
