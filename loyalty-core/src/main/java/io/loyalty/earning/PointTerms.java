package io.loyalty.earning;

import io.loyalty.points.Activation;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What kind of points a rule gives, from when and until when they are usable.
 *
 * @param type currency and nature
 * @param activation when they become usable
 * @param term how long they live
 * @param termByTier how long they live for members of some tiers, by the tier's name, sorted
 */
public record PointTerms(PointType type, Activation activation, Term term, Map<String, Term> termByTier)
        implements Serializable {

    /** Regular points, usable at once and for ever. */
    public static final PointTerms DEFAULT =
            new PointTerms(PointType.REGULAR, Activation.immediate(), Term.never(), Map.of());

    /**
     * Copies and sorts the map.
     *
     * @param type currency and nature
     * @param activation when they become usable
     * @param term how long they live
     * @param termByTier how long they live for members of some tiers, by the tier's name; may be empty
     */
    public PointTerms {
        Objects.requireNonNull(termByTier, "termByTier");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(term, "term");
        Map<String, Term> sorted = new TreeMap<>();
        termByTier.forEach((tier, other) ->
                sorted.put(Objects.requireNonNull(tier, "tier"), Objects.requireNonNull(other, "term of tier")));
        termByTier = Collections.unmodifiableMap(sorted);
    }

    /**
     * How long the points live for a member of a tier.
     *
     * @param tier the tier's name, or empty for none
     * @return the tier's own term, or the common one
     */
    public Term termIn(String tier) {
        return termByTier.isEmpty() ? term : termByTier.getOrDefault(tier, term);
    }
}
