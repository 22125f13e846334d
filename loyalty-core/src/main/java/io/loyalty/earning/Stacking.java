package io.loyalty.earning;

/** What several multipliers for the same purchase amount to. Rounding comes after, once. */
public enum Stacking {
    /** Their product: ×1.5 and ×1.5 are ×2.25. The default. */
    MULTIPLY,
    /** Their surpluses added up: ×1.5 and ×1.5 are ×2; never below ×0. */
    ADD,
    /** The greatest of them alone; among equals the first by priority, then by id. */
    BEST_OF,
    /** The first of them alone, by priority, then by id. */
    FIRST_MATCH
}
