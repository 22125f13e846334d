package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.SampleSummary;
import java.io.Serializable;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How customers bring customers: referral rate, participation, conversion, and the factor K of growth by referral alone.
 *
 * <h2>Definition</h2>
 *
 * <p>Referral rate = referred new customers / all new customers. Participation = referrers / customers. With i invitations per customer and
 * conversion c = referred / invitations, \( K = i c \): how many customers each customer brings in a cycle. N customers become
 * \( N (K^{t+1} - 1) / (K - 1) \) after t cycles in which the newcomers of one cycle invite in the next, \( N (t + 1) \) if K = 1, and
 * \( N / (1 - K) \) in the end if K &lt; 1.
 *
 * <h2>Interpretation</h2>
 *
 * <p>K is per cycle, the time from an invitation to that of the invited; growth per month depends on how long that is. It counts on newcomers
 * inviting as much as the others, and on nobody being invited twice, so it flatters. Every K above 0 multiplies what other acquisition
 * brings by 1 / (1 − K).
 *
 * <h2>Edge cases</h2>
 *
 * <p>Empty bases leave rates undefined. K may exceed 1: then there is no limit.
 *
 * <h2>Performance</h2>
 *
 * <p>Five whole numbers; {@link #plus} is exact, associative and commutative.
 *
 * <h2>References</h2>
 *
 * <p>S. Jurvetson, T. Draper, 1997, Viral marketing, for K as it is used here; it is the mean of the offspring of a branching process: T. E.
 * Harris, 1963, The Theory of Branching Processes, Springer, doi:10.1007/978-3-642-51866-9.
 *
 * @param customers number of customers who could refer
 * @param referrers number of them who sent at least one invitation
 * @param invitations number of invitations sent
 * @param referred number of new customers who came by one
 * @param newCustomers number of all new customers, referred ones included
 */
public record ReferralFigures(long customers, long referrers, long invitations, long referred, long newCustomers)
        implements Serializable {

    /** Nobody and nothing. */
    public static final ReferralFigures ZERO = new ReferralFigures(0, 0, 0, 0, 0);

    /**
     * Refuses parts that exceed their whole.
     *
     * @param customers number of customers who could refer
     * @param referrers number of them who sent at least one invitation
     * @param invitations number of invitations sent
     * @param referred number of new customers who came by one
     * @param newCustomers number of all new customers, referred ones included
     * @throws IllegalArgumentException if a part exceeds its whole, or there are fewer invitations than referrers
     */
    public ReferralFigures {
        Rates.requirePart(referrers, customers, "referrers");
        Rates.requireAtLeast(referrers, invitations, "invitations");
        Rates.requirePart(referred, invitations, "referred");
        Rates.requireAtLeast(referred, newCustomers, "newCustomers");
    }

    /**
     * A collector of figures to their sum, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public static Collector<ReferralFigures, ?, ReferralFigures> collector() {
        return Collectors.reducing(ZERO, ReferralFigures::plus);
    }

    /**
     * What referred customers are worth compared with others, such as by lifetime value.
     *
     * <p>An observation: who is referred resembles the one who refers.
     *
     * @param referred values of referred customers
     * @param others values of the other customers who came in the same time
     * @return the gap, referred less others
     * @throws IllegalArgumentException if a value is not finite
     */
    public static MeanGap valueGap(double[] referred, double[] others) {
        return MeanGap.of(summary(referred, "referred"), summary(others, "others"));
    }

    /**
     * Both figures together, of different customers.
     *
     * @param other the other figures
     * @return the sums
     * @throws ArithmeticException if a sum overflows
     */
    public ReferralFigures plus(ReferralFigures other) {
        return new ReferralFigures(
                Math.addExact(customers, other.customers),
                Math.addExact(referrers, other.referrers),
                Math.addExact(invitations, other.invitations),
                Math.addExact(referred, other.referred),
                Math.addExact(newCustomers, other.newCustomers));
    }

    /**
     * The share of new customers who were referred.
     *
     * @return the share with a 95 % Wilson interval; undefined without new customers
     */
    public Estimate referralRate() {
        return Rates.share(referred, newCustomers, "no new customers");
    }

    /**
     * The share of customers who sent at least one invitation.
     *
     * @return the share with a 95 % Wilson interval; undefined without customers
     */
    public Estimate participation() {
        return Rates.share(referrers, customers, "no customers");
    }

    /**
     * The share of invitations that brought a customer.
     *
     * @return the share with a 95 % Wilson interval; undefined without invitations
     */
    public Estimate conversion() {
        return Rates.share(referred, invitations, "no invitations");
    }

    /**
     * Invitations per customer, of those who sent none too.
     *
     * @return invitations / customers; undefined without customers
     */
    public Measure invitationsPerCustomer() {
        return Rates.ratio(invitations, customers, "no customers");
    }

    /**
     * K: how many customers each customer brings in a cycle.
     *
     * @return invitations per customer × conversion, which is referred / customers; undefined without customers
     */
    public Measure kFactor() {
        return Rates.ratio(referred, customers, "no customers");
    }

    /**
     * How many customers there are after some cycles, by referral alone and if nobody leaves.
     *
     * @param cycles t, at least 0
     * @return the number, those of the beginning included; undefined without customers or beyond all bounds
     * @throws IllegalArgumentException if the number of cycles is negative
     */
    public Measure customersAfter(int cycles) {
        Rates.requireAtLeast(0, cycles, "cycles");
        if (customers == 0) {
            return Measure.undefined("no customers");
        }
        // K - 1 from the counts: where K is near 1, a difference of quotients would lose it.
        double growth = (double) (referred - customers) / customers;
        double factor;
        if (referred == customers) {
            factor = cycles + 1.0;
        } else if (referred == 0) {
            factor = 1;
        } else {
            factor = Math.expm1((cycles + 1.0) * Math.log1p(growth)) / growth;
        }
        double all = customers * factor;
        return Double.isFinite(all) ? Measure.of(all) : Measure.undefined("more customers than can be counted");
    }

    /**
     * How many customers there will be in the end, by referral alone and if nobody leaves.
     *
     * @return N / (1 − K); undefined without customers, and for K of 1 or more
     */
    public Measure customersInTheEnd() {
        if (customers == 0 || referred >= customers) {
            return Measure.undefined(customers == 0 ? "no customers" : "K is not below 1");
        }
        return Measure.of((double) customers / (customers - referred) * customers);
    }

    /**
     * One readable line.
     *
     * @return referral rate, participation and K
     */
    @Override
    public String toString() {
        return "referral rate " + referralRate() + "; participation " + participation() + "; K " + kFactor();
    }

    private static SampleSummary summary(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + values[i]);
            }
        }
        return SampleSummary.of(values);
    }
}
