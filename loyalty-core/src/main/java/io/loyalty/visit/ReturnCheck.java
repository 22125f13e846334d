package io.loyalty.visit;

/** Whether a return fits its visit, and if not, why. */
public enum ReturnCheck {
    /** All that comes back was bought and has not come back before. */
    FITS,
    /** The return names another visit. */
    OTHER_VISIT,
    /** The visit was another customer's. */
    OTHER_CUSTOMER,
    /** The return took place before the visit. */
    BEFORE_VISIT,
    /** The return is in another currency than the visit. */
    OTHER_CURRENCY,
    /** The visit has no line with such an index. */
    NO_SUCH_LINE,
    /** More comes back of a line than is left of it. */
    MORE_THAN_LEFT,
    /** The return lists no line, though the visit has lines with an amount. */
    NOTHING_LISTED,
    /** The visit was void already. */
    NOTHING_LEFT
}
