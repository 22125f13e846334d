package io.loyalty.earning;

import java.io.Serializable;
import java.util.Objects;

/**
 * An upper limit: so many points, or so many times, in each visit, business day, month or lifetime.
 *
 * <p>Business day and month are those of the program's zone and cut-off, by the instant at which the fact happened. Immutable.
 *
 * @param limit how many, at least 0
 * @param unit points, or times that a rule counts
 * @param per in which stretch of time
 * @param overflow what becomes of an award that exceeds the room left
 * @param room whether points taken back make room again
 */
public record Cap(long limit, Unit unit, Per per, Overflow overflow, Room room) implements Serializable {

    /** What is limited. */
    public enum Unit {
        /** The sum of points. */
        POINTS,
        /** The number of facts that a rule counts or pays. */
        TIMES
    }

    /** The stretch in which the limit holds. */
    public enum Per {
        /** A single fact: one visit, one review. */
        VISIT,
        /** A business day of the program. */
        BUSINESS_DAY,
        /** A calendar month of business days. */
        MONTH,
        /** For ever. */
        LIFETIME
    }

    /** What becomes of an award that exceeds the room left. */
    public enum Overflow {
        /** It is cut down to the room left: the default. */
        TRIM,
        /** All of it falls away. */
        REJECT_WHOLE
    }

    /** How room is counted after points were taken back. */
    public enum Room {
        /** Points taken back make room again: the default. */
        NET,
        /** Room once used is used. */
        GROSS
    }

    /**
     * Refuses negative limits, and numbers of times per visit.
     *
     * @param limit how many, at least 0
     * @param unit points, or times that a rule counts
     * @param per in which stretch of time
     * @param overflow what becomes of an award that exceeds the room left
     * @param room whether points taken back make room again
     * @throws IllegalArgumentException if the limit is below 0, or times are limited per visit
     */
    public Cap {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(overflow, "overflow");
        Objects.requireNonNull(room, "room");
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be at least 0: " + limit);
        }
        if (unit == Unit.TIMES && per == Per.VISIT) {
            throw new IllegalArgumentException("times must not be limited per VISIT: a rule counts a visit once");
        }
    }

    /**
     * At most so many points.
     *
     * @param limit how many points, at least 0
     * @param per in which stretch of time
     * @return the cap, which trims and counts net
     * @throws IllegalArgumentException if the limit is below 0
     */
    public static Cap points(long limit, Per per) {
        return new Cap(limit, Unit.POINTS, per, Overflow.TRIM, Room.NET);
    }

    /**
     * At most so many times.
     *
     * @param limit how many times, at least 0
     * @param per in which stretch of time, not {@link Per#VISIT}
     * @return the cap, which counts net
     * @throws IllegalArgumentException if the limit is below 0, or times are limited per visit
     */
    public static Cap times(long limit, Per per) {
        return new Cap(limit, Unit.TIMES, per, Overflow.TRIM, Room.NET);
    }

    /**
     * This cap with another answer to awards that exceed the room left.
     *
     * @param other what becomes of them
     * @return the changed copy
     */
    public Cap with(Overflow other) {
        return new Cap(limit, unit, per, other, room);
    }

    /**
     * This cap with another way of counting room.
     *
     * @param other whether points taken back make room again
     * @return the changed copy
     */
    public Cap with(Room other) {
        return new Cap(limit, unit, per, overflow, other);
    }

    /**
     * A readable form, for example {@code 100 POINTS per BUSINESS_DAY}.
     *
     * @return limit, unit and stretch, and the policies where they are not the defaults
     */
    @Override
    public String toString() {
        return limit + " " + unit + " per " + per + (overflow == Overflow.TRIM ? "" : ", " + overflow)
                + (room == Room.NET ? "" : ", " + room);
    }
}
