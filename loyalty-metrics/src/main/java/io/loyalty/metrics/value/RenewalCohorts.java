package io.loyalty.metrics.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who renewed a contract and who did not, by number of renewals, over one or several cohorts: what {@link ShiftedBetaGeometric} and
 * {@link BetaDiscreteWeibull} are fitted to.
 *
 * @param churned churned.get(t − 1) is how many customers did not renew at their t-th renewal date
 * @param active active.get(t) is how many customers renewed t times and have not come to the next date yet
 * @param unit the time from one renewal date to the next
 * @param observationEnd the last day observed
 */
public record RenewalCohorts(List<Double> churned, List<Double> active, PeriodUnit unit, LocalDate observationEnd) {

    /**
     * Copies the lists in.
     *
     * @param churned who did not renew, by renewal date
     * @param active who is left, by number of renewals
     * @param unit the time from one renewal date to the next
     * @param observationEnd the last day observed
     * @throws IllegalArgumentException if a number is negative, nobody is there, or nobody came to a renewal date
     */
    public RenewalCohorts {
        Objects.requireNonNull(churned, "churned");
        Objects.requireNonNull(active, "active");
        churned = List.copyOf(churned);
        active = List.copyOf(active);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(observationEnd, "observationEnd");
        double informative = check(churned, "churned", 0) + check(active, "active", 1);
        if (!(informative > 0)) {
            throw new IllegalArgumentException("churned and active must hold somebody who came to a renewal date");
        }
    }

    private static double check(List<Double> counts, String name, int from) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (!(counts.get(i) >= 0 && counts.get(i) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be finite and at least 0: " + counts.get(i));
            }
            sum += i < from ? 0 : counts.get(i);
        }
        return sum;
    }

    /**
     * One cohort, all of whose members began together.
     *
     * @param survivors its size at the beginning, after the first renewal date, after the second, …; never rising
     * @param unit the time from one renewal date to the next
     * @param observationEnd the last day observed
     * @return the cohort
     * @throws IllegalArgumentException if the sizes rise, are negative, or are fewer than two
     */
    public static RenewalCohorts ofSurvivors(double[] survivors, PeriodUnit unit, LocalDate observationEnd) {
        if (survivors.length < 2) {
            throw new IllegalArgumentException("survivors must have at least 2 sizes: " + survivors.length);
        }
        List<Double> churned = new ArrayList<>();
        List<Double> active = new ArrayList<>();
        for (int t = 1; t < survivors.length; t++) {
            if (!(survivors[t] >= 0 && survivors[t] <= survivors[t - 1])) {
                throw new IllegalArgumentException(
                        "survivors[" + t + "] must be in [0, " + survivors[t - 1] + "]: " + survivors[t]);
            }
            churned.add(survivors[t - 1] - survivors[t]);
            active.add(0.0);
        }
        active.add(survivors[survivors.length - 1]);
        return new RenewalCohorts(churned, active, unit, observationEnd);
    }

    /**
     * These cohorts and others together.
     *
     * @param others cohorts with the same unit and end of observation
     * @return the sums
     * @throws IllegalArgumentException if unit or end of observation differ
     */
    public RenewalCohorts plus(RenewalCohorts others) {
        if (unit != others.unit || !observationEnd.equals(others.observationEnd)) {
            throw new IllegalArgumentException("cohorts must have the same unit and end of observation: " + unit + " "
                    + observationEnd + " and " + others.unit + " " + others.observationEnd);
        }
        return new RenewalCohorts(sum(churned, others.churned), sum(active, others.active), unit, observationEnd);
    }

    private static List<Double> sum(List<Double> a, List<Double> b) {
        List<Double> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            sum.add((i < a.size() ? a.get(i) : 0) + (i < b.size() ? b.get(i) : 0));
        }
        return sum;
    }

    /**
     * The number of customers.
     *
     * @return churned and active
     */
    public double customers() {
        ExactSum sum = new ExactSum();
        churned.forEach(sum::add);
        active.forEach(sum::add);
        return sum.value();
    }
}
