package io.loyalty.tier;

/** When a member who has met a higher tier's criterion moves up. */
public enum Upgrade {
    /** At the instant of the fact that met it: the default. */
    IMMEDIATE,
    /** At the beginning of the next qualification period. */
    NEXT_PERIOD
}
