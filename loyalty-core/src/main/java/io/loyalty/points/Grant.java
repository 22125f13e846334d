package io.loyalty.points;

import io.loyalty.time.Term;
import java.io.Serializable;
import java.util.Objects;

/**
 * Points to be given: how many, of what kind, from when and until when, and what for.
 *
 * @param points how many, above 0
 * @param type currency and nature
 * @param activation when they become usable
 * @param term how long they live
 * @param source what they are given for, for example a visit's id and a rule's; may be empty, no line breaks
 */
public record Grant(long points, PointType type, Activation activation, Term term, String source)
        implements Serializable {

    /**
     * Refuses empty grants.
     *
     * @param points how many, above 0
     * @param type currency and nature
     * @param activation when they become usable
     * @param term how long they live
     * @param source what they are given for; may be empty
     * @throws IllegalArgumentException if the points are below 1 or the source has control characters
     */
    public Grant {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(term, "term");
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
        for (int i = 0; i < source.length(); i++) {
            if (Character.isISOControl(source.charAt(i))) {
                throw new IllegalArgumentException("source must have no control character");
            }
        }
    }

    /**
     * Regular points of the usual currency, usable at once.
     *
     * @param points how many, above 0
     * @param term how long they live
     * @return the grant
     * @throws IllegalArgumentException if the points are below 1
     */
    public static Grant of(long points, Term term) {
        return new Grant(points, PointType.REGULAR, Activation.immediate(), term, "");
    }

    /**
     * The grant with points of another kind.
     *
     * @param other currency and nature
     * @return the changed copy
     */
    public Grant with(PointType other) {
        return new Grant(points, other, activation, term, source);
    }

    /**
     * The grant with another activation.
     *
     * @param other when the points become usable
     * @return the changed copy
     */
    public Grant with(Activation other) {
        return new Grant(points, type, other, term, source);
    }

    /**
     * The grant with another source.
     *
     * @param other what the points are given for
     * @return the changed copy
     * @throws IllegalArgumentException if the source has control characters
     */
    public Grant from(String other) {
        return new Grant(points, type, activation, term, other);
    }
}
