package io.loyalty.program;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A month of a program.
 *
 * @param month the month, of the program's business days
 * @param points what became of points in it, and what is left at its end
 * @param membersByTier how many members stand in which tier at its end, every tier from the lowest
 */
public record MonthFigures(YearMonth month, PointsFigures points, Map<String, Long> membersByTier)
        implements Serializable {

    /**
     * Copies the map.
     *
     * @param month the month
     * @param points what became of points in it, and what is left at its end
     * @param membersByTier how many members stand in which tier at its end, from the lowest
     */
    public MonthFigures {
        Objects.requireNonNull(membersByTier, "membersByTier");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(points, "points");
        membersByTier = Collections.unmodifiableMap(new LinkedHashMap<>(membersByTier));
    }

    /**
     * How many members there are at the month's end.
     *
     * @return a number of at least 0
     */
    public long members() {
        return membersByTier.values().stream().mapToLong(Long::longValue).sum();
    }
}
