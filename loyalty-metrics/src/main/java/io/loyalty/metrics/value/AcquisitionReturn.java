package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.io.Serializable;

/**
 * What acquiring a customer brings: lifetime value against acquisition cost.
 *
 * <h2>Definition</h2>
 *
 * <p>LTV:CAC is lifetime value / acquisition cost; the payback time is acquisition cost / margin per month.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Below 1 a customer costs more than it brings. The lifetime value is the one <em>before</em> acquisition cost: {@link
 * MarginLifetimeValue} and {@link SimpleLifetimeValue} have taken it off already. The payback time assumes that customers stay
 * at least that long; with churn or discount take {@link RetentionValue#payback} or {@link ExpectedCashFlows#payback}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without a cost there is no ratio, and the payback time is 0. A margin that is not above 0 never pays back: undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>A division each.
 *
 * <h2>References</h2>
 *
 * <p>Farris, P. W., Bendle, N. T., Pfeifer, P. E., Reibstein, D. J. (2010), Marketing Metrics, 2nd ed., chapter 5, ISBN 978-0-13-705829-7.
 *
 * @param lifetimeValue the value of a customer before acquisition cost
 * @param acquisitionCost the cost of acquiring one customer, at least 0
 * @param marginPerMonth the margin of a customer in a month
 */
public record AcquisitionReturn(double lifetimeValue, double acquisitionCost, double marginPerMonth)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param lifetimeValue the value of a customer before acquisition cost
     * @param acquisitionCost the cost of acquiring one customer, at least 0
     * @param marginPerMonth the margin of a customer in a month
     * @throws IllegalArgumentException if a number is not finite or the cost is negative
     */
    public AcquisitionReturn {
        requireFinite(lifetimeValue, "lifetimeValue");
        if (!(acquisitionCost >= 0 && acquisitionCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("acquisitionCost must be finite and at least 0: " + acquisitionCost);
        }
        requireFinite(marginPerMonth, "marginPerMonth");
    }

    /**
     * How many times the cost comes back.
     *
     * @return LTV:CAC; undefined without a cost
     */
    public Measure ratio() {
        if (acquisitionCost == 0) {
            return Measure.undefined("no acquisition cost");
        }
        double ratio = lifetimeValue / acquisitionCost;
        return Double.isFinite(ratio) ? Measure.of(ratio) : Measure.undefined("too large for a double");
    }

    /**
     * What is left of the value.
     *
     * @return lifetime value − acquisition cost
     */
    public double net() {
        return lifetimeValue - acquisitionCost;
    }

    /**
     * After how many months the margin has paid for the acquisition.
     *
     * @return acquisition cost / margin per month; 0 without a cost, undefined for a margin that is not above 0
     */
    public Measure paybackMonths() {
        if (acquisitionCost == 0) {
            return Measure.of(0);
        }
        double months = acquisitionCost / marginPerMonth;
        return marginPerMonth > 0 && Double.isFinite(months)
                ? Measure.of(months)
                : Measure.undefined("the margins never add up to the cost");
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + value);
        }
    }
}
