package io.loyalty.metrics.program;

import java.io.Serializable;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How the liability for points moved in a period, over any number of contracts or vintages: opening + allocated − recognised =
 * closing.
 *
 * @param opening the liability at the beginning, of points sold before, in minor units
 * @param allocated what points sold in the period were allocated
 * @param recognised the revenue of the period
 * @param catchUp the part of the revenue that comes from changed estimates
 */
public record LiabilityMovement(long opening, long allocated, long recognised, long catchUp) implements Serializable {

    /** Nothing. */
    public static final LiabilityMovement ZERO = new LiabilityMovement(0, 0, 0, 0);

    /**
     * The latest period of points that were sold before it.
     *
     * @param liability the liability at the end of the period
     * @return the movement
     */
    public static LiabilityMovement of(PointsLiability liability) {
        return new LiabilityMovement(
                liability.remaining() + liability.periodRevenue(), 0, liability.periodRevenue(), liability.catchUp());
    }

    /**
     * The latest period of points that were sold in it.
     *
     * @param liability the liability at the end of the period
     * @return the movement
     */
    public static LiabilityMovement ofNew(PointsLiability liability) {
        return new LiabilityMovement(0, liability.allocated(), liability.periodRevenue(), liability.catchUp());
    }

    /**
     * A collector of movements to their sum.
     *
     * @return the collector
     */
    public static Collector<LiabilityMovement, ?, LiabilityMovement> collector() {
        return Collectors.reducing(ZERO, LiabilityMovement::plus);
    }

    /**
     * Both movements together.
     *
     * @param other the other movement, of the same period
     * @return the sum
     * @throws ArithmeticException if a number overflows
     */
    public LiabilityMovement plus(LiabilityMovement other) {
        return new LiabilityMovement(
                Math.addExact(opening, other.opening),
                Math.addExact(allocated, other.allocated),
                Math.addExact(recognised, other.recognised),
                Math.addExact(catchUp, other.catchUp));
    }

    /**
     * The liability at the end.
     *
     * @return opening + allocated − recognised
     */
    public long closing() {
        return opening + allocated - recognised;
    }

    /**
     * One readable line.
     *
     * @return for example {@code 4566 + 0 - 3493 = 1073, of which catch-up -85}
     */
    @Override
    public String toString() {
        return opening + " + " + allocated + " - " + recognised + " = " + closing() + ", of which catch-up " + catchUp;
    }
}
