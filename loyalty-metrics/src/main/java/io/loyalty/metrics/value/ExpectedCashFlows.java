package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The expected margins of a customer, period by period: present value, net present value and payback.
 *
 * <h2>Definition</h2>
 *
 * <p>Margin m<sub>t</sub> of period t (the first is 0) times the share S<sub>t</sub> of customers who are still there, such as
 * a survival curve gives it. The present value at a discount d per period is \( \sum_t m_t S_t (1 + d)^{-(t + \delta)} \), δ
 * being 0, ½ or 1 by {@link PaymentTime}. The payback time is where the running sum first reaches a cost, interpolated within the period.
 *
 * <h2>Interpretation</h2>
 *
 * <p>For margins that change with a customer's age, where {@link RetentionValue} has one margin and one retention. The horizon
 * ends with the last period given: nothing is extrapolated. A discount per month comes from an annual one by {@link AnnualRate#periodic}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No periods are worth 0. Margins may be negative. Payback is 0 for a cost of 0 or less and undefined if the sum never
 * reaches the cost. A survival curve that rises, or leaves [0, 1], is refused. A sum that leaves the doubles is refused.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of periods; compensated sums.
 *
 * <h2>References</h2>
 *
 * <p>Berger, P. D., Nasr, N. I. (1998), Customer lifetime value: marketing models and applications, Journal of Interactive
 * Marketing 12(1), 17–30, doi:10.1002/(SICI)1520-6653(199824)12:1&lt;17::AID-DIR3&gt;3.0.CO;2-K.
 */
public final class ExpectedCashFlows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] flows;
    private final PaymentTime paid;

    private ExpectedCashFlows(double[] flows, PaymentTime paid) {
        this.flows = flows;
        this.paid = paid;
    }

    /**
     * Flows that are expected values already.
     *
     * @param margins the expected margin of each period
     * @param paid when within its period a margin is paid
     * @return the flows
     * @throws IllegalArgumentException if a margin is not finite
     */
    public static ExpectedCashFlows of(double[] margins, PaymentTime paid) {
        Objects.requireNonNull(paid, "paid");
        double[] copy = margins.clone();
        requireFinite(copy);
        return new ExpectedCashFlows(copy, paid);
    }

    /**
     * Margins of those who are still there, weighted with their share.
     *
     * @param margins the margin of a remaining customer in each period
     * @param survival the share of customers who are there to pay it: in [0, 1], never rising; as many as margins
     * @param paid when within its period a margin is paid
     * @return the flows
     * @throws IllegalArgumentException if the lengths differ or a number is out of its range
     */
    public static ExpectedCashFlows of(double[] margins, double[] survival, PaymentTime paid) {
        Objects.requireNonNull(paid, "paid");
        if (margins.length != survival.length) {
            throw new IllegalArgumentException(
                    "margins and survival must be of equal length: " + margins.length + " and " + survival.length);
        }
        double[] flows = margins.clone();
        requireFinite(flows);
        double last = 1;
        for (int t = 0; t < flows.length; t++) {
            if (!(survival[t] >= 0 && survival[t] <= last)) {
                throw new IllegalArgumentException("survival[" + t + "] must be in [0, " + last + "]: " + survival[t]);
            }
            last = survival[t];
            flows[t] *= last;
        }
        return new ExpectedCashFlows(flows, paid);
    }

    /**
     * How many periods there are.
     *
     * @return the number
     */
    public int periods() {
        return flows.length;
    }

    /**
     * When within its period a margin is paid.
     *
     * @return the time
     */
    public PaymentTime paid() {
        return paid;
    }

    /**
     * The expected margin of one period, not discounted.
     *
     * @param period the period, from 0
     * @return margin × survival
     * @throws IndexOutOfBoundsException if there is no such period
     */
    public double expected(int period) {
        return flows[Objects.checkIndex(period, flows.length)];
    }

    /**
     * The sum of the first periods, not discounted.
     *
     * @param count how many periods, from 0 to all
     * @return their sum
     * @throws IndexOutOfBoundsException if there are not so many periods
     */
    public double cumulative(int count) {
        return sum(Objects.checkIndex(count, flows.length + 1), 0);
    }

    /**
     * The value today of all margins.
     *
     * @param discountPerPeriod the discount rate of one period, at least 0
     * @return the discounted sum
     * @throws IllegalArgumentException if the rate is out of its range
     */
    public double presentValue(double discountPerPeriod) {
        return sum(flows.length, force(discountPerPeriod));
    }

    /**
     * The value today of all margins, less a cost that is paid today.
     *
     * @param cost the cost of acquisition
     * @param discountPerPeriod the discount rate of one period, at least 0
     * @return present value − cost
     * @throws IllegalArgumentException if a number is out of its range
     */
    public double netPresentValue(double cost, double discountPerPeriod) {
        return presentValue(discountPerPeriod) - finite(cost);
    }

    /**
     * After how many periods the margins have paid for a cost, not discounted.
     *
     * @param cost the cost of acquisition
     * @return the number of periods, not whole in general; 0 for a cost of 0 or less; undefined if they never add up to it
     * @throws IllegalArgumentException if the cost is not finite
     */
    public Measure payback(double cost) {
        return discountedPayback(cost, 0);
    }

    /**
     * After how many periods the discounted margins have paid for a cost.
     *
     * @param cost the cost of acquisition, paid today
     * @param discountPerPeriod the discount rate of one period, at least 0
     * @return the number of periods, not whole in general; 0 for a cost of 0 or less; undefined if they never add up to it
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Measure discountedPayback(double cost, double discountPerPeriod) {
        double force = force(discountPerPeriod);
        if (finite(cost) <= 0) {
            return Measure.of(0);
        }
        NeumaierSum sum = new NeumaierSum();
        for (int t = 0; t < flows.length; t++) {
            double before = sum.value();
            double flow = discounted(t, force);
            sum.add(flow);
            if (sum.value() >= cost) {
                return Measure.of(t + Math.min(1, (cost - before) / flow));
            }
        }
        return Measure.undefined("the margins never add up to the cost");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpectedCashFlows that && paid == that.paid && Arrays.equals(flows, that.flows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(flows) + paid.name().hashCode();
    }

    /**
     * The flows in one line.
     *
     * @return for example {@code [100.0, 70.0, 49.0] paid at PERIOD_START}
     */
    @Override
    public String toString() {
        return Arrays.toString(flows) + " paid at " + paid;
    }

    private double sum(int count, double force) {
        NeumaierSum sum = new NeumaierSum();
        for (int t = 0; t < count; t++) {
            sum.add(discounted(t, force));
        }
        if (!Double.isFinite(sum.value())) {
            throw new IllegalArgumentException("sum of margins must be finite: " + sum.value());
        }
        return sum.value();
    }

    private double discounted(int t, double force) {
        return force == 0 ? flows[t] : flows[t] * Math.exp(-force * (t + paid.delay()));
    }

    private static double force(double discountPerPeriod) {
        if (!(discountPerPeriod >= 0 && discountPerPeriod < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("discountPerPeriod must be finite and at least 0: " + discountPerPeriod);
        }
        return Math.log1p(discountPerPeriod);
    }

    private static double finite(double cost) {
        if (!Double.isFinite(cost)) {
            throw new IllegalArgumentException("cost must be finite: " + cost);
        }
        return cost;
    }

    private static void requireFinite(double[] margins) {
        for (int t = 0; t < margins.length; t++) {
            if (!Double.isFinite(margins[t])) {
                throw new IllegalArgumentException("margins[" + t + "] must be finite: " + margins[t]);
            }
        }
    }
}
