package io.loyalty.metrics.experiment;

import io.loyalty.metrics.purchase.PurchaseHistory;
import java.io.Serializable;
import java.util.Collection;
import java.util.Objects;

/**
 * What the customers of one arm did in the time of the experiment: all that a report needs.
 *
 * <p>Every assigned customer counts, also the one who did nothing. Summaries of shards add up with {@link #plus}; of days they do not, because a
 * customer would count twice.
 *
 * @param buyers the assigned customers and those with at least one order
 * @param repeaters the assigned customers and those with at least two orders
 * @param revenue the revenue of each assigned customer, 0 for those who bought nothing, with the covariates that are known
 */
public record ArmSummary(SuccessCounts buyers, SuccessCounts repeaters, CovariateSummary revenue)
        implements Serializable {

    /** An arm without customers. */
    public static final ArmSummary NONE = new ArmSummary(SuccessCounts.NONE, SuccessCounts.NONE, CovariateSummary.NONE);

    /**
     * Refuses parts of different numbers of customers.
     *
     * @param buyers the assigned customers and those with at least one order
     * @param repeaters the assigned customers and those with at least two orders
     * @param revenue the revenue of each assigned customer
     * @throws IllegalArgumentException if the parts are of different numbers of customers, or there are more repeaters than buyers
     */
    public ArmSummary {
        Objects.requireNonNull(buyers, "buyers");
        Objects.requireNonNull(repeaters, "repeaters");
        Objects.requireNonNull(revenue, "revenue");
        long customers = revenue.allOutcomes().n();
        if (buyers.n() != customers || repeaters.n() != customers) {
            throw new IllegalArgumentException("buyers, repeaters and revenue must be of as many customers: "
                    + buyers.n() + ", " + repeaters.n() + " and " + customers);
        }
        if (repeaters.successes() > buyers.successes()) {
            throw new IllegalArgumentException("repeaters must be at most as many as buyers: " + repeaters.successes()
                    + " and " + buyers.successes());
        }
    }

    /**
     * The summary of an arm from a history of purchases.
     *
     * @param customers the keys of all customers assigned to the arm, each once
     * @param during purchases in the time of the experiment; those of other customers are left out
     * @return the summary, without covariates
     * @throws IllegalArgumentException if a customer is there twice
     */
    public static ArmSummary of(Collection<String> customers, PurchaseHistory during) {
        return new HistoryColumns(during).summary(customers);
    }

    /**
     * The summary of an arm from two histories of purchases, with the revenue before the experiment as covariate.
     *
     * @param customers the keys of all customers assigned to the arm, each once
     * @param during purchases in the time of the experiment; those of other customers are left out
     * @param before purchases in a time before the experiment; who bought nothing then has the covariate 0
     * @return the summary
     * @throws IllegalArgumentException if a customer is there twice
     */
    public static ArmSummary of(Collection<String> customers, PurchaseHistory during, PurchaseHistory before) {
        return new HistoryColumns(during).summary(customers, new HistoryColumns(before));
    }

    /**
     * The summary of both groups of customers together.
     *
     * @param other other customers of the same arm
     * @return the summary of all
     */
    public ArmSummary plus(ArmSummary other) {
        return new ArmSummary(buyers.plus(other.buyers), repeaters.plus(other.repeaters), revenue.plus(other.revenue));
    }

    /**
     * The number of customers assigned to the arm.
     *
     * @return the base of conversion and revenue
     */
    public long customers() {
        return buyers.n();
    }
}
