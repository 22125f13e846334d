package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The risk of leaving by age in whole periods: the plainest model of churn.
 *
 * <h2>Definition</h2>
 *
 * <p>\( h_k = d_k / n_k \), n<sub>k</sub> the customers who began their period k, d<sub>k</sub> those who left in it. As
 * everywhere in this room, who is cut off in a period counts as having been at risk through it. The chance that a
 * customer who has lived through a periods leaves within the next m is \( 1 - \prod_{k=a}^{a+m-1} (1 - h_k) \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Made by segment, with {@link LifeTable#collector} and {@code groupingBy}, it is the baseline that any other churn
 * score has to beat. A hazard that falls with age is usual: those most likely to leave leave first.
 *
 * <h2>Edge cases</h2>
 *
 * <p>The last period is the last in which anybody was observed; a chance that needs a later one is undefined, unless it
 * is certain that nobody gets so far. No or only events in a period give a Wilson interval of positive width.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the table.
 *
 * <h2>References</h2>
 *
 * <p>Allison, P. D. (1982), Discrete-time methods for the analysis of event histories, Sociological Methodology 13,
 * 61–98, doi:10.2307/270718. Wilson, E. B. (1927), Probable inference, JASA 22, 209–212,
 * doi:10.1080/01621459.1927.10502953.
 *
 * @param width the length of a period in the unit of the table's times
 * @param periods the periods from 0 to the last in which anybody was observed
 */
public record DiscreteHazard(double width, List<HazardPeriod> periods) {

    private static final int MOST_PERIODS = 100_000;

    /**
     * Copies the list.
     *
     * @param width the length of a period, positive
     * @param periods the periods from 0 on
     * @throws IllegalArgumentException if the width is not positive and finite
     */
    public DiscreteHazard {
        Objects.requireNonNull(periods, "periods");
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width must be positive and finite: " + width);
        }
        periods = List.copyOf(periods);
    }

    /**
     * The hazards of a table.
     *
     * @param table how long customers were observed, and how each observation ended; without late entries
     * @param width the length of a period in the unit of the times, positive
     * @return the hazards by period
     * @throws IllegalArgumentException if the width is not positive and finite, the table has late entries, or the
     *     longest time has more than 100,000 periods
     */
    public static DiscreteHazard of(LifeTable table, double width) {
        LifeTable whole = Objects.requireNonNull(table, "table").inPeriodsOf(width);
        int size = 0;
        if (whole.size() > 0) {
            double last = whole.time(whole.size() - 1);
            if (last >= MOST_PERIODS) {
                throw new IllegalArgumentException(
                        "width must give at most " + MOST_PERIODS + " periods: " + width + " gives " + (last + 1));
            }
            size = (int) last + 1;
        }
        List<HazardPeriod> periods = new ArrayList<>(size);
        int row = 0;
        for (int period = 0; period < size; period++) {
            boolean here = whole.time(row) == period;
            long atRisk = whole.atRisk(row);
            long events = here ? whole.events(row) : 0;
            periods.add(new HazardPeriod(
                    period,
                    atRisk,
                    events,
                    here ? whole.censored(row) : 0,
                    Confidence.share(events, atRisk, "nobody at risk")));
            row += here ? 1 : 0;
        }
        return new DiscreteHazard(width, periods);
    }

    /**
     * The chance of leaving for a customer of a known age.
     *
     * @param livedThrough a: the whole periods that the customer has lived through, at least 0
     * @param next m: the number of periods to come, at least 0
     * @return the chance of leaving in one of them, with its standard error by the delta method; undefined if nobody was
     *     observed so long
     * @throws IllegalArgumentException if a number is negative
     */
    public Estimate churnWithin(int livedThrough, int next) {
        if (livedThrough < 0 || next < 0) {
            throw new IllegalArgumentException(
                    "livedThrough and next must be at least 0: " + livedThrough + " and " + next);
        }
        long customers =
                livedThrough < periods.size() ? periods.get(livedThrough).atRisk() : 0;
        NeumaierSum logStay = new NeumaierSum();
        double variance = 0;
        for (int k = livedThrough; k - livedThrough < next; k++) {
            if (k >= periods.size()) {
                return Estimate.undefined("nobody was observed in period " + k, customers);
            }
            double n = periods.get(k).atRisk();
            double d = periods.get(k).events();
            if (d == n) {
                return Confidence.withoutError(1, customers, "everybody left in period " + k);
            }
            logStay.add(Math.log1p(-d / n));
            variance += d / (n * (n - d));
        }
        double stay = Math.exp(logStay.value());
        return new Estimate(
                Measure.of(-Math.expm1(logStay.value())),
                Measure.of(stay * Math.sqrt(variance)),
                Optional.empty(),
                customers,
                customers);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 24 periods of 30.0: hazard first 0.12, last 0.01}
     */
    @Override
    public String toString() {
        return periods.size() + " periods of " + width
                + (periods.isEmpty()
                        ? ""
                        : ": hazard first " + periods.get(0).hazard().value() + ", last "
                                + periods.get(periods.size() - 1).hazard().value());
    }
}
