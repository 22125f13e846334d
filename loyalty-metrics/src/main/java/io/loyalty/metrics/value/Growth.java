package io.loyalty.metrics.value;

/** ln(1 + y) for y &gt; −1 at the price of one plain logarithm. */
final class Growth {

    private Growth() {}

    /** ln(1 + y) within a few units of the last place (W. Kahan's correction of the rounded sum). */
    static double log(double y) {
        double sum = 1 + y;
        // Beyond 1e15 the correction is below the last place, and sum − 1 may overflow the quotient.
        if (!(y < 1e15)) {
            return Math.log(sum);
        }
        double rounded = sum - 1;
        return rounded == 0 ? y : Math.log(sum) * (y / rounded);
    }
}
