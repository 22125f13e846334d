package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.Objects;

/**
 * Average precision: the area below the precision-recall curve, taken in steps.
 *
 * <h2>Definition</h2>
 *
 * <p>\( \sum_k (R_k - R_{k-1}) P_k \) over the different scores from the highest on: with all customers down to score k,
 * precision P<sub>k</sub> is the share of events among them, recall R<sub>k</sub> the share of all events. Customers of
 * equal scores enter together. No line is drawn between points: that would flatter.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A score without knowledge gets the share of events among all, {@link #base()}; compare with it, and only scores for the same
 * customers. It looks at the top of the list more than the AUC does.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without events it is undefined. With nothing but events it is 1.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the different scores.
 *
 * <h2>References</h2>
 *
 * <p>Davis, J., Goadrich, M. (2006), The relationship between precision-recall and ROC curves, ICML '06, 233–240,
 * doi:10.1145/1143844.1143874. Boyd, K., Eng, K. H., Page, C. D. (2013), Area under the precision-recall curve: point
 * estimates and confidence intervals, ECML PKDD, doi:10.1007/978-3-642-40994-3_29.
 *
 * @param events number of customers with the event
 * @param customers number of customers
 * @param value the average precision, above 0 and up to 1
 */
public record AveragePrecision(long events, long customers, Measure value) implements Serializable {

    /**
     * Refuses counts that cannot be.
     *
     * @param events number of customers with the event
     * @param customers number of customers
     * @param value the average precision
     * @throws IllegalArgumentException if the events are not among the customers
     */
    public AveragePrecision {
        if (events < 0 || events > customers) {
            throw new IllegalArgumentException("events must be in [0, " + customers + "]: " + events);
        }
        Objects.requireNonNull(value, "value");
    }

    /**
     * The average precision of a score.
     *
     * @param outcomes scores and what came about
     * @return the average precision
     */
    public static AveragePrecision of(ScoredOutcomes outcomes) {
        if (outcomes.events() == 0) {
            return new AveragePrecision(0, outcomes.customers(), Measure.undefined("no events"));
        }
        NeumaierSum sum = new NeumaierSum();
        long found = 0;
        long passed = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            found += outcomes.events(row);
            passed += outcomes.events(row) + outcomes.others(row);
            sum.add((double) outcomes.events(row) * ((double) found / passed));
        }
        return new AveragePrecision(
                outcomes.events(), outcomes.customers(), Measure.of(sum.value() / outcomes.events()));
    }

    /**
     * What a score without knowledge gets.
     *
     * @return the share of events among all customers; undefined without customers
     */
    public Measure base() {
        return customers == 0 ? Measure.undefined("no customers") : Measure.of((double) events / customers);
    }

    /**
     * One readable line.
     *
     * @return for example {@code average precision 0.65 (by chance 0.27)}
     */
    @Override
    public String toString() {
        return "average precision " + value + " (by chance " + base() + ")";
    }
}
