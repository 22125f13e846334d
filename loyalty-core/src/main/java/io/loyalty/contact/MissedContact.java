package io.loyalty.contact;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A contact that was due and did not go out, not at all or not yet. Immutable; printed without dates.
 *
 * @param rule the id of the rule
 * @param subject what it is about
 * @param purpose what for
 * @param due the first date on which it was due
 * @param tried the date on which it was tried last
 * @param obstacle why it could not go out on that date
 */
public record MissedContact(
        String rule, String subject, ContactPurpose purpose, LocalDate due, LocalDate tried, ContactObstacle obstacle)
        implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param rule the id of the rule
     * @param subject what it is about
     * @param purpose what for
     * @param due the first date on which it was due
     * @param tried the date on which it was tried last
     * @param obstacle why it could not go out on that date
     * @throws IllegalArgumentException if a text is blank
     */
    public MissedContact {
        Texts.require(rule, "rule");
        Texts.require(subject, "subject");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(tried, "tried");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /**
     * Rule and obstacle.
     *
     * @return for example {@code MissedContact[rule=thanks, TOO_MANY]}
     */
    @Override
    public String toString() {
        return "MissedContact[rule=" + rule + ", " + obstacle + "]";
    }
}
