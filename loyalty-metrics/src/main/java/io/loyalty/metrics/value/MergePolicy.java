package io.loyalty.metrics.value;

/** Which transactions of one customer are one purchase to the models, which know no two purchases at one moment. */
public enum MergePolicy {

    /** None are merged: two transactions of a day are two purchases, no time apart. */
    EACH,

    /** Those of the same day: the usual choice. Times are whole days. */
    DAY,

    /** Those of the same ISO week, Monday to Sunday. Times are whole weeks. */
    WEEK;

    /** The number of a day's period. */
    int period(int epochDay) {
        // Day 0 was a Thursday.
        return this == WEEK ? Math.floorDiv(epochDay + 3, 7) : epochDay;
    }

    /** The length of some periods in a unit. */
    double length(int periods, PeriodUnit unit) {
        return (this == WEEK ? PeriodUnit.WEEK : PeriodUnit.DAY).convert(periods, unit);
    }
}
