package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The segment of each of many customers, by customer number. Immutable. */
public final class RfmSegments implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> names;
    private final byte[] segments;
    private final double[] money;

    RfmSegments(List<String> names, byte[] segments, double[] money) {
        this.names = names;
        this.segments = segments;
        this.money = money;
    }

    /**
     * The segment of a customer.
     *
     * @param index the customer's number, from 0
     * @return the segment's name
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public String segment(int index) {
        return names.get(segments[Objects.checkIndex(index, segments.length)]);
    }

    /**
     * How many customers each segment has, and what their scored money adds up to; segments nobody is in included.
     *
     * @return one entry for each segment of the map, in its order
     */
    public List<SegmentSize> sizes() {
        int[] customers = new int[names.size()];
        double[] sums = new double[names.size()];
        for (int i = 0; i < segments.length; i++) {
            customers[segments[i]]++;
            sums[segments[i]] += money[i];
        }
        List<SegmentSize> sizes = new ArrayList<>();
        for (int segment = 0; segment < customers.length; segment++) {
            sizes.add(new SegmentSize(names.get(segment), customers[segment], sums[segment]));
        }
        return List.copyOf(sizes);
    }

    /**
     * The sizes in one readable line.
     *
     * @return for example {@code Champions 4, Loyal 2, New 1}, leaving out segments nobody is in
     */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (SegmentSize size : sizes()) {
            if (size.customers() > 0) {
                shown.add(size.segment() + " " + size.customers());
            }
        }
        return String.join(", ", shown);
    }
}
