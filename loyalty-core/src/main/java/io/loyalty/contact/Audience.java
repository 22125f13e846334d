package io.loyalty.contact;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * To whom a rule speaks. Immutable.
 *
 * @param tiers the names of the tiers whose holders are meant on the date of the contact; empty for all
 * @param segments the segments whose members are meant, any one of them; empty for all
 */
public record Audience(Set<String> tiers, Set<String> segments) implements Serializable {

    /** Everybody. */
    public static final Audience EVERYBODY = new Audience(Set.of(), Set.of());

    /**
     * Copies and sorts the sets.
     *
     * @param tiers the names of the tiers whose holders are meant; empty for all
     * @param segments the segments whose members are meant; empty for all
     * @throws IllegalArgumentException if a tier is blank or a segment is no proper word
     */
    public Audience {
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(segments, "segments");
        tiers = sorted(tiers);
        segments = sorted(segments);
        tiers.forEach(tier -> Texts.require(tier, "tier"));
        segments.forEach(segment -> Code.require(segment, "segment"));
    }

    private static Set<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
