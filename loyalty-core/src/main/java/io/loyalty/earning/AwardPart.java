package io.loyalty.earning;

import io.loyalty.points.Activation;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.util.Objects;

/**
 * The points of an award that one rule gave, all with the same terms.
 *
 * @param ruleId the rule
 * @param points how many, at least 1
 * @param type currency and nature
 * @param activation when they become usable
 * @param term how long they live
 */
public record AwardPart(String ruleId, long points, PointType type, Activation activation, Term term)
        implements Serializable {

    /**
     * Refuses empty parts.
     *
     * @param ruleId the rule
     * @param points how many, at least 1
     * @param type currency and nature
     * @param activation when they become usable
     * @param term how long they live
     * @throws IllegalArgumentException if the points are below 1
     */
    public AwardPart {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(term, "term");
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
    }

    /** Whether another part is of the same kind and life. */
    boolean hasTermsOf(AwardPart other) {
        return type.equals(other.type) && activation.equals(other.activation) && term.equals(other.term);
    }

    AwardPart with(long other) {
        return new AwardPart(ruleId, other, type, activation, term);
    }
}
