package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;

/** What lifetime value is made of. */
public enum LtvDriver {

    /** Orders per customer and period. */
    FREQUENCY("frequency", "no customers") {
        @Override
        double numerator(LtvPeriod period) {
            return period.orders();
        }

        @Override
        double denominator(LtvPeriod period) {
            return period.customers();
        }
    },

    /** Revenue per order. */
    ORDER_VALUE("order value", "no orders") {
        @Override
        double numerator(LtvPeriod period) {
            return period.revenue();
        }

        @Override
        double denominator(LtvPeriod period) {
            return period.orders();
        }
    },

    /** Share of the revenue that is margin. */
    MARGIN("margin", "revenue is not above 0") {
        @Override
        double numerator(LtvPeriod period) {
            return period.margin();
        }

        @Override
        double denominator(LtvPeriod period) {
            return period.revenue();
        }
    },

    /** Share of the customers at the start who are still there at the end. */
    RETENTION("retention", "no customers at the start") {
        @Override
        double numerator(LtvPeriod period) {
            return period.retained();
        }

        @Override
        double denominator(LtvPeriod period) {
            return period.base();
        }
    };

    private final String label;
    private final String reason;

    LtvDriver(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    abstract double numerator(LtvPeriod period);

    abstract double denominator(LtvPeriod period);

    /**
     * The driver in a period.
     *
     * @param period the totals of the period
     * @return a quotient of two of them; undefined if the denominator is not above 0
     */
    public Measure of(LtvPeriod period) {
        return quotient(numerator(period), denominator(period));
    }

    Measure quotient(double numerator, double denominator) {
        return denominator > 0 ? Measure.of(numerator / denominator) : Measure.undefined(reason);
    }

    /**
     * The name in plain words, as it stands in decompositions.
     *
     * @return for example {@code order value}
     */
    public String label() {
        return label;
    }
}
