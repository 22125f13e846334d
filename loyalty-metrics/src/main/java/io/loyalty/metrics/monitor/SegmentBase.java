package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.io.Serializable;

/**
 * A segment in one period: how much of the base it is, and its total.
 *
 * <p>The figure of the segment is total / size. Customers and value give the mean value, orders and revenue the order value,
 * respondents and promoters less detractors the net promoter share.
 *
 * @param size the weight of the segment, such as its number of customers, at least 0
 * @param total the sum of the figure over the segment; 0 if the size is 0
 */
public record SegmentBase(double size, double total) implements Serializable {

    /** Nobody. */
    static final SegmentBase EMPTY = new SegmentBase(0, 0);

    /**
     * Refuses negative sizes, a total of nobody, infinities and NaN.
     *
     * @param size the weight of the segment, at least 0
     * @param total the sum of the figure over the segment; 0 if the size is 0
     * @throws IllegalArgumentException if a number is out of place
     */
    public SegmentBase {
        if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("size must be finite and at least 0: " + size);
        }
        if (!Double.isFinite(total)) {
            throw new IllegalArgumentException("total must be finite: " + total);
        }
        if (size == 0 && total != 0) {
            throw new IllegalArgumentException("total must be 0 where size is 0: " + total);
        }
    }

    /**
     * A segment by its mean.
     *
     * @param size the weight of the segment, above 0
     * @param mean the figure of the segment
     * @return the segment
     * @throws IllegalArgumentException if a number is out of place
     */
    public static SegmentBase ofMean(double size, double mean) {
        if (!(size > 0)) {
            throw new IllegalArgumentException("size must be above 0: " + size);
        }
        return new SegmentBase(size, size * mean);
    }

    /**
     * Both together.
     *
     * @param other another part of the segment
     * @return the sums
     */
    public SegmentBase plus(SegmentBase other) {
        return new SegmentBase(size + other.size, total + other.total);
    }

    /**
     * The figure of the segment.
     *
     * @return total / size; undefined for an empty segment
     */
    public Measure mean() {
        return size > 0 ? Measure.of(total / size) : Measure.undefined("empty segment");
    }
}
