package io.loyalty.metrics.purchase;

/** Who counts as a repeat customer. */
public enum RepeatBasis {
    /** Two purchases or more in the window, receipts of the same period being one purchase. */
    PURCHASES,
    /** Two receipts or more in the window, however near to each other. */
    ORDERS,
    /** A purchase in the window, and another before it: customers who came back rather than came twice. */
    RETURNING;

    boolean repeats(int orders, int purchases, boolean boughtBefore) {
        return switch (this) {
            case PURCHASES -> purchases >= 2;
            case ORDERS -> orders >= 2;
            case RETURNING -> boughtBefore;
        };
    }
}
