package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * What one segment did to the overall mean.
 *
 * @param before the segment in the earlier period
 * @param after the segment in the later period
 * @param mix the part due to its changed share of the base; or why there is none
 * @param rate the part due to its changed mean; or why there is none
 */
public record MixRateEffect(SegmentBase before, SegmentBase after, Measure mix, Measure rate) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param before the segment in the earlier period
     * @param after the segment in the later period
     * @param mix the part due to its changed share of the base
     * @param rate the part due to its changed mean
     */
    public MixRateEffect {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(mix, "mix");
        Objects.requireNonNull(rate, "rate");
    }
}
