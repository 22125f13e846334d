package io.loyalty.points;

/** What a change of the program's term means for points that were given before it. */
public enum OldLots {
    /** They keep their expiry; only new points get the new term. The default. */
    NEW_LOTS_ONLY,
    /** They live for one new term counted from the day of the change; pending ones as the expiry clock says. */
    ONE_PERIOD_AFTER_CHANGE,
    /** They live as if the new term had applied when they were earned; what is over by then dies with the change. */
    IMMEDIATE_ON_CHANGE
}
