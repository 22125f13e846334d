package io.loyalty.visit;

/** What a line of a visit charges for. */
public enum LineKind {
    /** Things. */
    GOODS,
    /** Work, a treatment, a night, a meal served. */
    SERVICE,
    /** Carriage. */
    SHIPPING,
    /** A gift card or a voucher sold, which is spent later. */
    GIFT_CARD,
    /** A charge beside the purchase: a handling fee, a deposit, a bag. */
    FEE
}
