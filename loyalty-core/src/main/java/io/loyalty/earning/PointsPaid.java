package io.loyalty.earning;

/** Whether the part of a visit that was paid with points earns points again. */
public enum PointsPaid {
    /**
     * It does not: it is taken off all lines in proportion to their amounts with tax, minor units left over from the earlier
     * lines. The default.
     */
    PRO_RATA_REMOVED,
    /** It earns like any other payment. */
    GROSS
}
