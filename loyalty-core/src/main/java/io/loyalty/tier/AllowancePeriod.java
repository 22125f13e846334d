package io.loyalty.tier;

/** After which time a used-up allowance is there again. */
public enum AllowancePeriod {
    /** Every calendar month. */
    MONTH,
    /** Every quarter, beginning in January, April, July and October. */
    QUARTER,
    /** Every half-year, beginning in January and July. */
    HALF_YEAR,
    /** Every calendar year. */
    YEAR,
    /** Every year of membership, on the yearly return of the joining day. */
    MEMBERSHIP_YEAR,
    /** Not before the member comes to the tier anew. */
    STAY
}
