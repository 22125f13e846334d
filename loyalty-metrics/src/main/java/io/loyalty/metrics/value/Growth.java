package io.loyalty.metrics.value;

/** ln(1 + y) and 1 − e^(−y) at the price of one plain logarithm or exponential; the library's own are many times slower. */
final class Growth {

    private static final double SMALL = 0.4;
    private static final int TERMS = 15;

    private Growth() {}

    /** ln(1 + y), y &gt; −1, within a few units of the last place (W. Kahan's correction of the rounded sum). */
    static double log(double y) {
        double sum = 1 + y;
        // Beyond 1 what the sum lost in rounding is below the last place of its logarithm.
        if (!(y < 1)) {
            return Math.log(sum);
        }
        double rounded = sum - 1;
        return rounded == 0 ? y : Math.log(sum) * (y / rounded);
    }

    /** 1 − e^(−y) within a few units of the last place. */
    static double less(double y) {
        if (!(Math.abs(y) < SMALL)) {
            return 1 - Math.exp(-y);
        }
        double sum = 0;
        for (int n = TERMS; n >= 2; n--) {
            sum = (1 + sum) * (-y * RECIPROCAL[n]);
        }
        return y * (1 + sum);
    }

    private static final double[] RECIPROCAL = new double[TERMS + 1];

    static {
        for (int n = 1; n <= TERMS; n++) {
            RECIPROCAL[n] = 1.0 / n;
        }
    }
}
