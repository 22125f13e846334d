package io.loyalty.points;

/** Ways in which points come into an account or leave it: the parts of {@link Totals}. */
enum Flow {
    ACCRUED,
    ADJUSTED_UP,
    TRANSFERRED_IN,
    REDEEMED,
    EXPIRED,
    FORFEITED,
    CLAWED_BACK,
    ADJUSTED_DOWN,
    TRANSFERRED_OUT,
    UNCOLLECTED,
    MONEY_DUE;

    static final int COUNT = values().length;
}
