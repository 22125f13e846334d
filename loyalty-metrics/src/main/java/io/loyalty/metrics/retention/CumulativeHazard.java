package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Optional;

/**
 * The Nelson-Aalen estimator of the cumulative hazard.
 *
 * <h2>Definition</h2>
 *
 * <p>\( H(t) = \sum_{s \le t} d_s / n_s \), d<sub>s</sub> the events at time s, n<sub>s</sub> the customers at risk just
 * before; variance \( \sum_{s \le t} d_s / n_s^2 \) (Aalen). The interval is 95 % on the scale of log H.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Its slope is the risk at an age: a straight line means that age does not matter, one that flattens means that
 * those who stay are ever less likely to leave. Growth between two times over their distance is the mean risk per unit
 * of time there.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Before the first event H is 0 and has no interval. After the last observed time it is undefined, also where nobody
 * is left. Late entries are at risk as in {@link LifeTable}.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the different times; a look-up is logarithmic.
 *
 * <h2>References</h2>
 *
 * <p>Nelson, W. (1972), Theory and applications of hazard plotting for censored failure data, Technometrics 14, 945–966,
 * doi:10.1080/00401706.1972.10488991. Aalen, O. (1978), Nonparametric inference for a family of counting processes,
 * Annals of Statistics 6, 701–726, doi:10.1214/aos/1176344247.
 */
public final class CumulativeHazard implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LifeTable table;
    /** After each row of the table. */
    private final double[] hazards;

    private final double[] variances;

    private CumulativeHazard(LifeTable table) {
        this.table = table;
        hazards = new double[table.size()];
        variances = new double[table.size()];
        double hazard = 0;
        double hazardError = 0;
        double variance = 0;
        for (int row = 0; row < hazards.length; row++) {
            double n = table.atRisk(row);
            double term = table.events(row) / n;
            double next = hazard + term;
            // Neumaier: with few at risk late, a term may exceed the sum.
            hazardError += hazard >= term ? (hazard - next) + term : (term - next) + hazard;
            hazard = next;
            variance += term / n;
            hazards[row] = hazard + hazardError;
            variances[row] = variance;
        }
    }

    /**
     * The cumulative hazard of a table.
     *
     * @param table how long customers were observed, and how each observation ended
     * @return the hazard
     */
    public static CumulativeHazard of(LifeTable table) {
        return new CumulativeHazard(table);
    }

    /**
     * The cumulative hazard up to a time.
     *
     * @param time at least 0
     * @return H(time), a number of at least 0, possibly above 1; undefined without customers and after the last observed
     *     time
     * @throws IllegalArgumentException if the time is negative or NaN
     */
    public Estimate at(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time must be at least 0: " + time);
        }
        if (hazards.length == 0) {
            return Estimate.undefined("no customers", 0);
        }
        double last = table.time(hazards.length - 1);
        if (time > last) {
            return Estimate.undefined("beyond the last observed time " + last, table.subjects());
        }
        int row = table.rowAt(time);
        if (row < 0 || hazards[row] == 0) {
            return Confidence.withoutError(0, table.subjects(), "no event so far");
        }
        double hazard = hazards[row];
        double error = Math.sqrt(variances[row]);
        double factor = Math.exp(Confidence.reach(Confidence.USUAL) * error / hazard);
        return new Estimate(
                Measure.of(hazard),
                Measure.of(error),
                Optional.of(new Interval(hazard / factor, hazard * factor, Confidence.USUAL, "log")),
                table.subjects(),
                table.subjects());
    }

    /**
     * The counts that the hazard was made of.
     *
     * @return the table
     */
    public LifeTable table() {
        return table;
    }

    /**
     * One readable line.
     *
     * @return for example {@code cumulative hazard 1.08 [0.43, 2.71] (95 % log), n = 8}
     */
    @Override
    public String toString() {
        return "cumulative hazard " + (hazards.length == 0 ? at(0) : at(table.time(hazards.length - 1)));
    }
}
