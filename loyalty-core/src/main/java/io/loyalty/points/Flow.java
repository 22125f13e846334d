package io.loyalty.points;

/** Ways in which points come into an account or leave it, the usual ones first: the parts of {@link Totals}. */
enum Flow {
    ACCRUED,
    REDEEMED,
    EXPIRED,
    CLAWED_BACK,
    ADJUSTED_UP,
    ADJUSTED_DOWN,
    TRANSFERRED_IN,
    TRANSFERRED_OUT,
    FORFEITED,
    UNCOLLECTED,
    MONEY_DUE
}
