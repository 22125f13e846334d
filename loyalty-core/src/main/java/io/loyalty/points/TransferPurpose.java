package io.loyalty.points;

/** Why points moved between two accounts. */
public enum TransferPurpose {
    /** A gift, or a household's pooling. */
    TRANSFER,
    /** One account takes over another. */
    MERGE,
    /** A merge is undone. */
    UNMERGE
}
