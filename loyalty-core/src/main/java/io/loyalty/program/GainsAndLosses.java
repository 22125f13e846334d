package io.loyalty.program;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * How many members are better or worse off under the variant than under the baseline, and by how many points.
 *
 * <p>A member gains what {@link PointsFigures#kept()} is more: points redeemed and still there, less those owed.
 *
 * @param unchanged how many members have just as many points
 * @param bands the others by the power of ten of what they lose or gain, from the greatest loss to the greatest gain; bands without
 *     members are left out
 */
public record GainsAndLosses(long unchanged, List<Band> bands) implements Serializable {

    /**
     * Members who lose or gain about as much.
     *
     * @param from the least points that a member in the band gains, or if below 0 the most that one loses
     * @param to the most points that a member in the band gains, or if below 0 the least that one loses
     * @param members how many members, above 0
     * @param points what they gain together, below 0 for a loss
     */
    public record Band(long from, long to, long members, long points) implements Serializable {}

    /**
     * Copies the list.
     *
     * @param unchanged how many members have just as many points
     * @param bands the others, from the greatest loss to the greatest gain
     */
    public GainsAndLosses {
        Objects.requireNonNull(bands, "bands");
        bands = List.copyOf(bands);
    }

    /**
     * How many members gain.
     *
     * @return a number of at least 0
     */
    public long gaining() {
        return sum(true, Band::members);
    }

    /**
     * What those who gain gain together.
     *
     * @return a number of at least 0
     * @throws ArithmeticException if it does not fit
     */
    public long gained() {
        return sum(true, Band::points);
    }

    /**
     * How many members lose.
     *
     * @return a number of at least 0
     */
    public long losing() {
        return sum(false, Band::members);
    }

    /**
     * What those who lose lose together.
     *
     * @return a number of at least 0
     * @throws ArithmeticException if it does not fit
     */
    public long lost() {
        return Math.negateExact(sum(false, Band::points));
    }

    private long sum(boolean gains, ToLongFunction<Band> part) {
        return bands.stream()
                .filter(band -> band.from() > 0 == gains)
                .mapToLong(part)
                .reduce(0, Math::addExact);
    }
}
