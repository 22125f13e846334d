package io.loyalty.program;

import io.loyalty.points.Reason;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a history under one program.
 *
 * @param points all points from the first month to the last
 * @param months month by month, from that in which the first member joined; none if there was no member
 * @param issuedByRule how many points each rule gave, points of all currencies together; rules that gave none are left out
 * @param refusedFacts how many facts were refused, by reason
 * @param refusedRedemptions how many redemptions and payments with points were refused, by reason
 * @param pointsNotRedeemed how many points were to be redeemed by those that were refused; rewards that were refused are not counted,
 *     as they had no price
 */
public record ProgramFigures(
        PointsFigures points,
        List<MonthFigures> months,
        SortedMap<String, Long> issuedByRule,
        Map<Reason, Long> refusedFacts,
        Map<Reason, Long> refusedRedemptions,
        long pointsNotRedeemed)
        implements Serializable {

    /**
     * Copies the collections.
     *
     * @param points all points from the first month to the last
     * @param months month by month
     * @param issuedByRule how many points each rule gave
     * @param refusedFacts how many facts were refused, by reason
     * @param refusedRedemptions how many redemptions and payments with points were refused, by reason
     * @param pointsNotRedeemed how many points were to be redeemed by those that were refused
     */
    public ProgramFigures {
        Objects.requireNonNull(months, "months");
        Objects.requireNonNull(issuedByRule, "issuedByRule");
        Objects.requireNonNull(refusedFacts, "refusedFacts");
        Objects.requireNonNull(refusedRedemptions, "refusedRedemptions");
        Objects.requireNonNull(points, "points");
        months = List.copyOf(months);
        issuedByRule = Collections.unmodifiableSortedMap(new TreeMap<>(issuedByRule));
        refusedFacts = Collections.unmodifiableSortedMap(new TreeMap<>(refusedFacts));
        refusedRedemptions = Collections.unmodifiableSortedMap(new TreeMap<>(refusedRedemptions));
    }
}
