package io.loyalty.earning;

/** What became of a rule, and why. The names are stable. */
public enum Reason {
    /** It applied. */
    APPLIED,
    /** It applied, and a cap cut some of its points. */
    TRIMMED,
    /** A cap left no room for its points. */
    CAP_REACHED,
    /** The fact counts towards the rule's milestone, which is not reached yet. */
    COUNTED,
    /** The purchase makes a referral good: the referrer's award is due. */
    QUALIFIED,
    /** It has counted as many facts as it may. */
    LIMIT_REACHED,
    /** The visit was made void. */
    VOID,
    /** It is about another kind of fact. */
    OTHER_ACTIVITY,
    /** It is about amounts in another currency. */
    OTHER_CURRENCY,
    /** None of what it is about was bought, or none that counts. */
    NOTHING_COUNTS,
    /** What counts does not reach the first point. */
    BELOW_FIRST_POINT,
    /** There was nothing to multiply. */
    NOTHING_TO_MULTIPLY,
    /** Another multiplier came before it. */
    OUTRANKED,
    /** No line is of the category. */
    OTHER_CATEGORY,
    /** No line, or no review, is about the product. */
    OTHER_SKU,
    /** No line is of the brand. */
    OTHER_BRAND,
    /** No line is of the kind. */
    OTHER_LINE_KIND,
    /** No line meets all that the condition asks for. */
    NO_SUCH_LINE,
    /** It happened elsewhere. */
    OTHER_PLACE,
    /** It came through another channel. */
    OTHER_CHANNEL,
    /** It was paid by other means. */
    OTHER_TENDER,
    /** The amount is below the minimum. */
    BELOW_MINIMUM_SPEND,
    /** The customer has bought before, or the visit is no purchase. */
    NOT_FIRST_PURCHASE,
    /** The customer has not the attribute asked for. */
    OTHER_ATTRIBUTE,
    /** The customer belongs to none of the segments. */
    OTHER_SEGMENT,
    /** The customer is in another tier. */
    OTHER_TIER,
    /** The customer has no such occasion at that time. */
    NOT_THE_OCCASION,
    /** The dates are others. */
    OUTSIDE_DATES,
    /** The hours are others. */
    OUTSIDE_HOURS,
    /** The day of the week is another. */
    OTHER_DAY,
    /** The writer of the review is not known to have bought the product. */
    UNVERIFIED,
    /** The review gives fewer stars. */
    RATED_LOWER,
    /** The fact does not carry what is asked for. */
    OTHER_PAYLOAD,
    /** No alternative of the condition holds. */
    NO_ALTERNATIVE,
    /** What the condition excludes is the case. */
    CONDITION_EXCLUDES,
    /** The occasion was paid in the same year, or too short a time ago. */
    OCCASION_PAID,
    /** The product was reviewed before. */
    ALREADY_REVIEWED,
    /** Nobody brought the customer, or it is no purchase. */
    NOT_REFERRED,
    /** The purchase lies outside the referral's window. */
    OUTSIDE_REFERRAL_WINDOW,
    /** Another purchase made the referral good, or should have. */
    REFERRAL_SETTLED
}
