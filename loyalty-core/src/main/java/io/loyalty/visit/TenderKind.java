package io.loyalty.visit;

/** By what a visit was paid. */
public enum TenderKind {
    /** Coins and notes. */
    CASH,
    /** A credit or debit card. */
    CARD,
    /** Electronic money or a wallet. */
    ELECTRONIC_MONEY,
    /** A transfer between banks. */
    BANK_TRANSFER,
    /** A gift card or a voucher given back. */
    GIFT_CARD,
    /** Points of the program. */
    POINTS,
    /** Anything else. */
    OTHER
}
