package io.loyalty.metrics.value;

import java.io.Serializable;

/**
 * Simple lifetime value: what an average customer brings in over the years, less what winning and keeping it costs.
 *
 * <h2>Definition</h2>
 *
 * <p>\( V = R \cdot Y - (A + C) \): R the annual revenue per customer, Y the average number of years a customer stays,
 * A the cost of acquiring and C the cost of retaining one customer over its whole life. Where the retention cost is
 * known per year, c, then \( C = c \cdot Y \). The two ways to state it are two methods: {@link #ofTotalCosts} and
 * {@link #ofYearlyRetentionCost}.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An average, in the currency of the input, without discounting and without margin: revenue is not profit. It can be
 * negative. 1,000 a year for 3 years with 150 for acquiring and 250 for retaining over the life give 2,600; with 250 a
 * year, 2,100.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No years give minus the acquisition and retention costs. Revenue may be negative, years and costs may not. NaN,
 * infinities and a value too large for a {@code double} are refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Two multiplications.
 *
 * <h2>References</h2>
 *
 * <p>Berger, P. D., Nasr, N. I. (1998), Customer lifetime value: marketing models and applications, Journal of
 * Interactive Marketing 12(1), 17–30, doi:10.1002/(SICI)1520-6653(199824)12:1&lt;17::AID-DIR3&gt;3.0.CO;2-K, of whose
 * case 1 it is the undiscounted form.
 *
 * @param annualRevenue revenue per customer and year
 * @param years average number of years a customer stays, at least 0
 * @param acquisitionCost cost of acquiring one customer, at least 0
 * @param retentionCost cost of retaining one customer over its whole life, at least 0
 */
public record SimpleLifetimeValue(double annualRevenue, double years, double acquisitionCost, double retentionCost)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param annualRevenue revenue per customer and year
     * @param years average number of years a customer stays, at least 0
     * @param acquisitionCost cost of acquiring one customer, at least 0
     * @param retentionCost cost of retaining one customer over its whole life, at least 0
     * @throws IllegalArgumentException if a number is out of its range, or the value does not fit a {@code double}
     */
    public SimpleLifetimeValue {
        if (!Double.isFinite(annualRevenue)) {
            throw new IllegalArgumentException("annualRevenue must be finite: " + annualRevenue);
        }
        requireAtLeastZero(years, "years");
        requireAtLeastZero(acquisitionCost, "acquisitionCost");
        requireAtLeastZero(retentionCost, "retentionCost");
        double value = value(annualRevenue, years, acquisitionCost, retentionCost);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: " + value);
        }
    }

    /**
     * The value where both costs are totals per customer over the life.
     *
     * @param annualRevenue revenue per customer and year
     * @param years average number of years a customer stays, at least 0
     * @param acquisitionCost cost of acquiring one customer, at least 0
     * @param retentionCost cost of retaining one customer over its whole life, at least 0
     * @return the value with its parts
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static SimpleLifetimeValue ofTotalCosts(
            double annualRevenue, double years, double acquisitionCost, double retentionCost) {
        return new SimpleLifetimeValue(annualRevenue, years, acquisitionCost, retentionCost);
    }

    /**
     * The value where the retention cost is a rate per customer and year.
     *
     * @param annualRevenue revenue per customer and year
     * @param years average number of years a customer stays, at least 0
     * @param acquisitionCost cost of acquiring one customer, once, at least 0
     * @param yearlyRetentionCost cost of retaining one customer for one year, at least 0
     * @return the value with its parts
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static SimpleLifetimeValue ofYearlyRetentionCost(
            double annualRevenue, double years, double acquisitionCost, double yearlyRetentionCost) {
        requireAtLeastZero(years, "years");
        requireAtLeastZero(yearlyRetentionCost, "yearlyRetentionCost");
        return new SimpleLifetimeValue(annualRevenue, years, acquisitionCost, yearlyRetentionCost * years);
    }

    /**
     * The lifetime value.
     *
     * @return revenue over the life less the costs, in the currency of the input
     */
    public double value() {
        return value(annualRevenue, years, acquisitionCost, retentionCost);
    }

    /**
     * One readable line.
     *
     * @return for example {@code lifetime value 2600.0 = 1000.0 a year × 3.0 years − (150.0 + 250.0)}
     */
    @Override
    public String toString() {
        return "lifetime value " + value() + " = " + annualRevenue + " a year × " + years + " years − ("
                + acquisitionCost + " + " + retentionCost + ")";
    }

    private static double value(double revenue, double years, double acquisition, double retention) {
        return revenue * years - (acquisition + retention);
    }

    private static void requireAtLeastZero(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0: " + value);
        }
    }
}
