package io.loyalty.metrics.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A model of customers under contract, whose leaving is seen: {@link ShiftedBetaGeometric}, {@link BetaDiscreteWeibull}.
 *
 * <p>Time counts renewal dates: a customer with t renewals has come to t dates and stayed at each. Probabilities are at least 0 and at most 1;
 * relative errors are below 1e-9.
 */
public sealed interface RenewalModel extends ValueModel permits ShiftedBetaGeometric, BetaDiscreteWeibull {

    /**
     * The time from one renewal date to the next.
     *
     * @return the unit
     */
    PeriodUnit unit();

    /**
     * The share of a new cohort that is left after some renewal dates.
     *
     * @param renewals t, at least 0
     * @return S(t)
     */
    default double survival(int renewals) {
        return survival(0, renewals);
    }

    /**
     * The probability that a customer with some renewals will be there after further renewal dates.
     *
     * @param renewals t, at least 0
     * @param further h, at least 0
     * @return S(t + h) / S(t)
     */
    default double survival(int renewals, int further) {
        return RenewalProcess.of(this, renewals, further).survival(renewals, further);
    }

    /**
     * The share of those who come to a renewal date and renew. It rises with t though nobody grows more loyal: those who leave
     * leave early.
     *
     * @param renewal t, at least 1
     * @return S(t) / S(t − 1)
     */
    default double retentionRate(int renewal) {
        if (renewal < 1) {
            throw new IllegalArgumentException("renewal must be at least 1: " + renewal);
        }
        return survival(renewal - 1, 1);
    }

    /**
     * The probability that a new customer leaves at a renewal date.
     *
     * @param renewal t, at least 1
     * @return S(t − 1) − S(t)
     */
    default double probabilityOfChurn(int renewal) {
        if (renewal < 1) {
            throw new IllegalArgumentException("renewal must be at least 1: " + renewal);
        }
        return RenewalProcess.of(this, renewal, 0).churn(renewal);
    }

    /**
     * The expected number of further renewals over some renewal dates.
     *
     * @param renewals t, at least 0
     * @param further h, at least 0
     * @return the sum of S(t + j) / S(t) over j = 1 … h
     */
    default double expectedRenewals(int renewals, int further) {
        return RenewalProcess.of(this, renewals, further).renewals(renewals, further);
    }

    /**
     * The discounted expected residual lifetime (DERL), seen just before the next renewal date, which is not discounted.
     *
     * @param renewals t, at least 0
     * @param discount the annual effective rate
     * @return the sum of S(t + j) / S(t) (1 + d)^−(j − 1) over j ≥ 1; {@link Double#POSITIVE_INFINITY} where it diverges, which takes a rate of 0
     */
    default double discountedRenewals(int renewals, AnnualRate discount) {
        return RenewalProcess.of(this, renewals, 0).discounted(renewals, discount.periodic(unit()));
    }

    /**
     * The same over some renewal dates.
     *
     * @param renewals t, at least 0
     * @param further h, at least 0
     * @param discount the annual effective rate
     * @return the sum over j = 1 … h
     */
    default double discountedRenewals(int renewals, int further, AnnualRate discount) {
        return RenewalProcess.of(this, renewals, further).discounted(renewals, further, discount.periodic(unit()));
    }

    /**
     * The log-likelihood of these parameters.
     *
     * @param cohorts the customers
     * @return the log-likelihood
     */
    default double logLikelihood(RenewalCohorts cohorts) {
        List<Double> p = parameters();
        return BetaSurvival.logLikelihood(
                cohorts, new double[] {p.get(0), p.get(1), p.size() > 2 ? p.get(2) : 1}, new double[3]);
    }

    /**
     * Draws a cohort from this model.
     *
     * @param customers its size, at least 1
     * @param dates how many renewal dates to follow it, at least 1
     * @param observationEnd the day to note as the end of observation
     * @param seed the same seed gives the same cohort everywhere
     * @return the cohort
     */
    default RenewalCohorts simulate(int customers, int dates, LocalDate observationEnd, long seed) {
        Objects.requireNonNull(observationEnd, "observationEnd");
        if (customers < 1 || dates < 1) {
            throw new IllegalArgumentException(
                    "customers and dates must be at least 1: " + customers + " and " + dates);
        }
        double[] lost = new double[dates];
        double[] hazard = new double[dates];
        for (int t = 0; t < dates; t++) {
            hazard[t] = 1 - survival(t, 1);
        }
        double left = 0;
        for (int i = 0; i < customers; i++) {
            Draws draws = Draws.ofCustomer(seed, i);
            int t = 0;
            while (t < dates && !draws.happens(hazard[t])) {
                t++;
            }
            if (t < dates) {
                lost[t]++;
            } else {
                left++;
            }
        }
        List<Double> churned = new ArrayList<>();
        List<Double> active = new ArrayList<>();
        for (double count : lost) {
            churned.add(count);
            active.add(0.0);
        }
        active.add(left);
        return new RenewalCohorts(churned, active, unit(), observationEnd);
    }
}
