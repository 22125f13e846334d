package io.loyalty.metrics.survey;

/**
 * Two opposite shares and the effective number of answers behind them: the trinomial distribution of −1, 0 and 1.
 *
 * @param minus the share that counts −1
 * @param plus the share that counts 1
 * @param n the effective number of answers, above 0
 */
record NetShare(double minus, double plus, double n) {

    static NetShare of(WeightedCount minus, WeightedCount middle, WeightedCount plus) {
        WeightedCount total = minus.plus(middle).plus(plus);
        return new NetShare(minus.weight() / total.weight(), plus.weight() / total.weight(), total.effectiveN());
    }

    double net() {
        return plus - minus;
    }

    /** Variance of one answer. */
    double variance() {
        // Rounding can leave a speck below 0 where all answers agree.
        return Math.max(0, minus + plus - net() * net());
    }

    NetShare mirrored() {
        return new NetShare(plus, minus, n);
    }

    /** After 3/4, 3/2 and 3/4 answers more. */
    NetShare adjusted() {
        return new NetShare((minus * n + 0.75) / (n + 3), (plus * n + 0.75) / (n + 3), n + 3);
    }

    /** The upper bound of the score interval: where the score statistic falls to −z, by halving down to neighbouring numbers. */
    double scoreBound(double z) {
        double inside = net();
        double outside = 1;
        while (true) {
            double x = inside + (outside - inside) / 2;
            if (!(x > inside && x < outside)) {
                return outside;
            }
            double distance = x - net();
            if (n * distance * distance > z * z * varianceUnder(x)) {
                outside = x;
            } else {
                inside = x;
            }
        }
    }

    /**
     * Variance of one answer at the likeliest shares whose net is x (Tango 1998): the share of minus is the larger root q of
     * 2q² + bq + c.
     */
    private double varianceUnder(double x) {
        double b = x * (2 - net()) - minus - plus;
        double c = -minus * x * (1 - x);
        double root = Math.sqrt(Math.max(0, b * b - 8 * c));
        // The root without cancellation, whichever sign b has.
        double q = b > 0 ? -2 * c / (b + root) : (root - b) / 4;
        return 2 * q + x * (1 - x);
    }
}
