package io.loyalty.earning;

import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which part of what was spent counts.
 *
 * @param tax whether amounts count with or without tax; each line carries its own rate
 * @param excludedKinds kinds of lines that do not count; iterates in the order of {@link LineKind}
 * @param pointsPaid whether the part paid with points counts
 */
public record EarningBase(TaxBasis tax, Set<LineKind> excludedKinds, PointsPaid pointsPaid) implements Serializable {

    /** Goods and services without tax, less the part paid with points: the default. */
    public static final EarningBase DEFAULT = new EarningBase(
            TaxBasis.EXCLUDED,
            EnumSet.of(LineKind.SHIPPING, LineKind.GIFT_CARD, LineKind.FEE),
            PointsPaid.PRO_RATA_REMOVED);

    /**
     * Copies the set.
     *
     * @param tax whether amounts count with or without tax
     * @param excludedKinds kinds of lines that do not count; may be empty
     * @param pointsPaid whether the part paid with points counts
     */
    public EarningBase {
        Objects.requireNonNull(excludedKinds, "excludedKinds");
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(pointsPaid, "pointsPaid");
        EnumSet<LineKind> ordered = EnumSet.noneOf(LineKind.class);
        ordered.addAll(excludedKinds);
        excludedKinds = Collections.unmodifiableSet(ordered);
    }

    /**
     * This base, with amounts counted with or without tax.
     *
     * @param other whether amounts count with or without tax
     * @return the changed copy
     */
    public EarningBase with(TaxBasis other) {
        return new EarningBase(other, excludedKinds, pointsPaid);
    }

    /**
     * This base, with another answer to payments with points.
     *
     * @param other whether the part paid with points counts
     * @return the changed copy
     */
    public EarningBase with(PointsPaid other) {
        return new EarningBase(tax, excludedKinds, other);
    }

    /**
     * This base with exactly these kinds of lines left out.
     *
     * @param kinds the kinds that do not count; none for all lines to count
     * @return the changed copy
     */
    public EarningBase excluding(LineKind... kinds) {
        EnumSet<LineKind> set = EnumSet.noneOf(LineKind.class);
        Collections.addAll(set, kinds);
        return new EarningBase(tax, set, pointsPaid);
    }
}
