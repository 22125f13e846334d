package io.loyalty.tier;

import java.io.Serializable;
import java.util.Objects;

/**
 * How much of each basis has been counted. Immutable.
 *
 * @param netMinor money spent without tax, in minor units
 * @param grossMinor money spent with tax, in minor units
 * @param points points earned
 * @param visits visits made
 */
public record TierMeasure(long netMinor, long grossMinor, long points, long visits) implements Serializable {

    /** Nothing counted yet. */
    public static final TierMeasure ZERO = new TierMeasure(0, 0, 0, 0);

    /**
     * The amount of one basis.
     *
     * @param basis which
     * @return the amount
     */
    public long of(TierBasis basis) {
        switch (Objects.requireNonNull(basis, "basis")) {
            case SPEND_NET:
                return netMinor;
            case SPEND_GROSS:
                return grossMinor;
            case POINTS_EARNED:
                return points;
            default:
                return visits;
        }
    }

    /**
     * The sum of both.
     *
     * @param other what to add
     * @return this + other, basis by basis
     * @throws ArithmeticException if a sum does not fit
     */
    public TierMeasure plus(TierMeasure other) {
        return new TierMeasure(
                Math.addExact(netMinor, other.netMinor),
                Math.addExact(grossMinor, other.grossMinor),
                Math.addExact(points, other.points),
                Math.addExact(visits, other.visits));
    }
}
