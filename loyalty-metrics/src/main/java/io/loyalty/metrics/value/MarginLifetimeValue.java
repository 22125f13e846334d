package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * Margin lifetime value: the margin that an average customer brings in over the years, less what winning it costs.
 *
 * <h2>Definition</h2>
 *
 * <p>\( V = A \cdot F \cdot M \cdot Y - C \): A the revenue per order, F the orders per customer and year, M the share of the
 * revenue that is margin, Y the average number of years a customer stays, C the cost of acquiring one customer.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An average in the currency of the order value, without discounting. Unlike {@link SimpleLifetimeValue} it counts what is
 * left of the revenue. Orders of 40, six a year, at 30 % margin for 3 years, won for 50, give 166.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No orders or no years give minus the cost. A negative margin is allowed, one above 1 is not. NaN, infinities and a value
 * too large for a {@code double} are refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Three multiplications.
 *
 * <h2>References</h2>
 *
 * <p>Farris, P. W., Bendle, N. T., Pfeifer, P. E., Reibstein, D. J. (2010), Marketing Metrics, 2nd ed., section 5.3, ISBN
 * 978-0-13-705829-7, of whose model it is the undiscounted form.
 *
 * @param orderValue revenue per order, at least 0
 * @param ordersPerYear orders per customer and year, at least 0
 * @param marginShare share of the revenue that is margin, at most 1
 * @param years average number of years a customer stays, at least 0
 * @param acquisitionCost cost of acquiring one customer, at least 0
 */
public record MarginLifetimeValue(
        double orderValue, double ordersPerYear, double marginShare, double years, double acquisitionCost)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param orderValue revenue per order, at least 0
     * @param ordersPerYear orders per customer and year, at least 0
     * @param marginShare share of the revenue that is margin, at most 1
     * @param years average number of years a customer stays, at least 0
     * @param acquisitionCost cost of acquiring one customer, at least 0
     * @throws IllegalArgumentException if a number is out of its range, or the value does not fit a {@code double}
     */
    public MarginLifetimeValue {
        requireAtLeastZero(orderValue, "orderValue");
        requireAtLeastZero(ordersPerYear, "ordersPerYear");
        if (!(marginShare <= 1 && marginShare > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("marginShare must be finite and at most 1: " + marginShare);
        }
        requireAtLeastZero(years, "years");
        requireAtLeastZero(acquisitionCost, "acquisitionCost");
        double value = orderValue * ordersPerYear * marginShare * years - acquisitionCost;
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: " + value);
        }
    }

    /**
     * The margin of a customer in a year.
     *
     * @return order value × orders a year × margin
     */
    public double yearlyMargin() {
        return orderValue * ordersPerYear * marginShare;
    }

    /**
     * The lifetime value.
     *
     * @return the margin over the life less the cost of acquisition
     */
    public double value() {
        return yearlyMargin() * years - acquisitionCost;
    }

    /**
     * One readable line.
     *
     * @return for example {@code lifetime value 166.0 = 40.0 × 6.0 a year × 0.3 × 3.0 years − 50.0}
     */
    @Override
    public String toString() {
        return "lifetime value " + value() + " = " + orderValue + " × " + ordersPerYear + " a year × " + marginShare
                + " × " + years + " years − " + acquisitionCost;
    }

    private static void requireAtLeastZero(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0: " + value);
        }
    }
}
