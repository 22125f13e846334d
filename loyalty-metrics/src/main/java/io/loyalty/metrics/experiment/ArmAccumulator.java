package io.loyalty.metrics.experiment;

import java.io.Serializable;

/**
 * Takes in the customers of one arm, one at a time, and merges: the raw form of an {@link ArmSummary}.
 *
 * <p>Not safe for use by several threads at once; give each its own and combine them.
 */
public final class ArmAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private long customers;
    private long buyers;
    private long repeaters;
    private final CovariateAccumulator revenue = new CovariateAccumulator();

    /** No customers yet. */
    public ArmAccumulator() {}

    /**
     * Takes in a customer of whom no covariate is known.
     *
     * @param orders the customer's orders in the time of the experiment, at least 0
     * @param spent the customer's revenue in that time; below 0 after refunds of earlier orders
     * @throws IllegalArgumentException if the orders are negative or the revenue is not finite
     */
    public void accept(long orders, double spent) {
        Require.atLeast(0, orders, "orders");
        revenue.accept(spent);
        count(orders);
    }

    /**
     * Takes in a customer with a covariate.
     *
     * @param orders the customer's orders in the time of the experiment, at least 0
     * @param spent the customer's revenue in that time; below 0 after refunds of earlier orders
     * @param covariate a figure from before the experiment, usually the revenue of a period as long
     * @throws IllegalArgumentException if the orders are negative or another number is not finite
     */
    public void accept(long orders, double spent, double covariate) {
        Require.atLeast(0, orders, "orders");
        revenue.accept(spent, covariate);
        count(orders);
    }

    private void count(long orders) {
        customers++;
        buyers += orders >= 1 ? 1 : 0;
        repeaters += orders >= 2 ? 1 : 0;
    }

    /**
     * Takes in everything that another accumulator has seen.
     *
     * @param other the other accumulator; it is left as it is
     * @return this accumulator
     */
    public ArmAccumulator combine(ArmAccumulator other) {
        customers += other.customers;
        buyers += other.buyers;
        repeaters += other.repeaters;
        revenue.combine(other.revenue);
        return this;
    }

    /**
     * The summary so far.
     *
     * @return an immutable summary
     */
    public ArmSummary snapshot() {
        return new ArmSummary(
                new SuccessCounts(buyers, customers), new SuccessCounts(repeaters, customers), revenue.snapshot());
    }
}
