package io.loyalty.points;

import java.io.Serializable;
import java.util.List;

/**
 * So many points of one lot.
 *
 * @param lot the lot's number
 * @param points how many, above 0
 */
public record Allocation(int lot, long points) implements Serializable {

    /**
     * Refuses numbers below 1.
     *
     * @param lot the lot's number
     * @param points how many, above 0
     * @throws IllegalArgumentException if a number is below 1
     */
    public Allocation {
        if (lot < 1 || points < 1) {
            throw new IllegalArgumentException("lot and points must be at least 1: " + lot + " and " + points);
        }
    }

    static long sum(List<Allocation> allocations) {
        long sum = 0;
        for (Allocation allocation : allocations) {
            sum = Math.addExact(sum, allocation.points);
        }
        return sum;
    }

    /**
     * Points and lot, for example {@code 50@3}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return points + "@" + lot;
    }
}
