package io.loyalty.metrics.survey;

/** Where an attribute stands between importance and performance (Martilla and James 1977). */
public enum DriverQuadrant {

    /** Important and done well: keep up the good work. */
    KEEP_UP,

    /** Important and not done well: concentrate here. */
    CONCENTRATE,

    /** Neither important nor done well. */
    LOW_PRIORITY,

    /** Done well but not important: possibly more than needed. */
    POSSIBLE_OVERKILL
}
