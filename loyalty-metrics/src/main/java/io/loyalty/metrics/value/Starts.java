package io.loyalty.metrics.value;

/** Where the search for a maximum begins, from the scale of the data. */
final class Starts {

    /** ln of the largest shape: from here on a gamma or beta distribution is a point for all practical purposes. */
    static final double LARGEST_SHAPE = 14;

    private Starts() {}

    /** Purchases per unit of time over all customers; that of half a purchase if there are none. */
    static double rate(PurchaseColumns columns) {
        ExactSum purchases = new ExactSum();
        ExactSum time = new ExactSum();
        for (int row = 0; row < columns.weight.length; row++) {
            purchases.add(columns.weight[row] * columns.counts[columns.countOf[row]]);
            time.add(columns.weight[row] * columns.ages[columns.ageOf[row]]);
        }
        return Math.max(purchases.value(), 0.5) / time.value();
    }

    /** The mean time observed. */
    static double meanAge(PurchaseColumns columns) {
        ExactSum time = new ExactSum();
        for (int row = 0; row < columns.weight.length; row++) {
            time.add(columns.weight[row] * columns.ages[columns.ageOf[row]]);
        }
        return time.value() / columns.customers();
    }

    /** The coordinates of a gamma distribution of purchase rates. */
    static Coordinates rates(double rate) {
        double start = Math.log(rate);
        return new Coordinates()
                .with(
                        Coordinates.Block.GAMMA,
                        new Coordinates.Axis(
                                start, start - 18, start + 18, FitFinding.RATE_AT_LIMIT, FitFinding.RATE_AT_LIMIT),
                        new Coordinates.Axis(
                                -0.5,
                                -14,
                                LARGEST_SHAPE,
                                FitFinding.RATES_ALL_OR_NOTHING,
                                FitFinding.ONE_RATE_FOR_ALL));
    }
}
