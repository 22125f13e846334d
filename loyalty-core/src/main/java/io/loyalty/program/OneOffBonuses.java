package io.loyalty.program;

/** What becomes of bonuses that a customer can have only once, and both of two memberships that are merged have had. */
public enum OneOffBonuses {
    /** The one of the membership that goes on stays; the other is clawed back before the merge. The default. */
    KEEP_ONE,
    /** Both stay. */
    KEEP_BOTH
}
