package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.purchase.PurchaseHistory;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Rolling churn: the share of customers who have not been seen for more than some days.
 *
 * <h2>Definition</h2>
 *
 * <p>A customer has churned if its last purchase is more than N days before the day of observation. The share of all
 * customers, with Wilson's interval of 95 %.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Buying without a contract has no end that could be seen: N decides. Take a high quantile of the gaps between visits,
 * by segment, such as {@code GapDistribution.of(history).quantile(0.9)}: of ten customers who come again one takes longer.
 * The base holds everybody who ever bought, so the share grows with the age of the data; for a rate per period see
 * {@link PeriodRetention}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Exactly N days is not churned. Without customers the share is undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass.
 *
 * <h2>References</h2>
 *
 * <p>Buckinx, W., Van den Poel, D. (2005), Customer base analysis: partial defection of behaviourally loyal clients,
 * European Journal of Operational Research 164, 252–268, doi:10.1016/j.ejor.2003.12.010. Wilson, E. B. (1927), Probable
 * inference, JASA 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param limitDays N: the longest absence of an active customer, in days
 * @param churned number of customers absent for longer
 * @param customers number of customers
 */
public record InactivityChurn(int limitDays, long churned, long customers) implements Serializable {

    /**
     * Refuses counts that cannot be.
     *
     * @param limitDays the longest absence of an active customer
     * @param churned number of customers absent for longer
     * @param customers number of customers
     * @throws IllegalArgumentException if the limit is negative, or the churned are not among the customers
     */
    public InactivityChurn {
        if (limitDays < 0) {
            throw new IllegalArgumentException("limitDays must be at least 0: " + limitDays);
        }
        if (churned < 0 || churned > customers) {
            throw new IllegalArgumentException("churned must be in [0, " + customers + "]: " + churned);
        }
    }

    /**
     * The churn of a history's customers on its last day.
     *
     * @param history summaries of a window
     * @param limitDays N: the longest absence of an active customer, at least 0
     * @return the churn
     * @throws IllegalArgumentException if the limit is negative
     */
    public static InactivityChurn of(PurchaseHistory history, int limitDays) {
        return of(history.daysSinceLast(), limitDays);
    }

    /**
     * The churn of a column.
     *
     * @param daysSinceLast days since each customer's last purchase, at least 0
     * @param limitDays N: the longest absence of an active customer, at least 0
     * @return the churn
     * @throws IllegalArgumentException if a number is negative
     */
    public static InactivityChurn of(int[] daysSinceLast, int limitDays) {
        long churned = 0;
        for (int i = 0; i < daysSinceLast.length; i++) {
            if (daysSinceLast[i] < 0) {
                throw new IllegalArgumentException("daysSinceLast[" + i + "] must be at least 0: " + daysSinceLast[i]);
            }
            churned += daysSinceLast[i] > limitDays ? 1 : 0;
        }
        return new InactivityChurn(limitDays, churned, daysSinceLast.length);
    }

    /**
     * A collector of customers to their churn, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the customers
     * @param daysSinceLast days since a customer's last purchase, at least 0
     * @param limitDays N: the longest absence of an active customer, at least 0
     * @return the collector
     */
    public static <T> Collector<T, ?, InactivityChurn> collector(
            ToIntFunction<? super T> daysSinceLast, int limitDays) {
        Objects.requireNonNull(daysSinceLast, "daysSinceLast");
        InactivityChurn nobody = new InactivityChurn(limitDays, 0, 0);
        return Collector.of(
                () -> new long[2],
                (counts, customer) -> {
                    int days = daysSinceLast.applyAsInt(customer);
                    if (days < 0) {
                        throw new IllegalArgumentException("daysSinceLast must be at least 0: " + days);
                    }
                    counts[0] += days > limitDays ? 1 : 0;
                    counts[1]++;
                },
                (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]},
                counts -> nobody.plus(new InactivityChurn(limitDays, counts[0], counts[1])),
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The share of the customers who have churned.
     *
     * @return churned / customers with a Wilson interval; undefined without customers
     */
    public Estimate churn() {
        return Confidence.share(churned, customers, "no customers");
    }

    /**
     * The churn of both groups of customers together, who must be different people.
     *
     * @param other the churn of another group
     * @return the churn of the added counts
     * @throws IllegalArgumentException if the limits differ
     * @throws ArithmeticException if a count overflows
     */
    public InactivityChurn plus(InactivityChurn other) {
        if (limitDays != other.limitDays) {
            throw new IllegalArgumentException(
                    "other must have the same limitDays: " + limitDays + " and " + other.limitDays);
        }
        return new InactivityChurn(
                limitDays, Math.addExact(churned, other.churned), Math.addExact(customers, other.customers));
    }

    /**
     * This churn minus that of different customers.
     *
     * @param other the churn to subtract
     * @return the difference of the shares with Newcombe's interval; undefined if one base is empty
     */
    public Estimate minus(InactivityChurn other) {
        return Confidence.difference(churned, customers, other.churned, other.customers, "no customers on one side");
    }

    /**
     * One readable line.
     *
     * @return for example {@code absent for more than 90 days: 0.33 [0.32, 0.35] (95 % Wilson), n = 4338}
     */
    @Override
    public String toString() {
        return "absent for more than " + limitDays + " days: " + churn();
    }
}
