package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lift and gain: what is found among the customers with the highest scores.
 *
 * <h2>Definition</h2>
 *
 * <p>The customers in the order of their scores, highest first, in k slices of equal size. Lift of a slice: its event rate over
 * that of all. Gain: the share of all events down to the slice's end. Customers whose score ties across a cut are shared
 * out in proportion, so that the order of equal scores does not matter.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Who can contact a tenth of the customers looks at the first decile: a lift of 3 means three times as many would-be
 * leavers as in a random tenth. The lift cannot exceed one over the event rate.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without events lift and gain are undefined. Fewer customers than slices are cut into fractions. If all scores are
 * equal every lift is 1.
 *
 * <h2>Performance</h2>
 *
 * <p>Slices times different scores.
 *
 * <h2>References</h2>
 *
 * <p>Neslin, S. A., Gupta, S., Kamakura, W., Lu, J., Mason, C. H. (2006), Defection detection, Journal of Marketing Research
 * 43(2), 204–211, doi:10.1509/jmkr.43.2.204.
 *
 * @param slices the slices, highest scores first
 */
public record LiftTable(List<LiftSlice> slices) implements Serializable {

    private static final int MOST_SLICES = 1_000;

    /**
     * Copies the list.
     *
     * @param slices the slices, highest scores first
     */
    public LiftTable {
        Objects.requireNonNull(slices, "slices");
        slices = List.copyOf(slices);
    }

    /**
     * Lift and gain by deciles.
     *
     * @param outcomes scores and what came about
     * @return ten slices
     */
    public static LiftTable of(ScoredOutcomes outcomes) {
        return of(outcomes, 10);
    }

    /**
     * Lift and gain by slices.
     *
     * @param outcomes scores and what came about
     * @param count the number of slices, from 1 to 1,000
     * @return the slices
     * @throws IllegalArgumentException if the number is out of range
     */
    public static LiftTable of(ScoredOutcomes outcomes, int count) {
        if (count < 1 || count > MOST_SLICES) {
            throw new IllegalArgumentException("count must be in [1, " + MOST_SLICES + "]: " + count);
        }
        List<LiftSlice> slices = new ArrayList<>(count);
        double total = outcomes.customers();
        double above = 0;
        for (int k = 1; k <= count; k++) {
            double share = (double) k / count;
            double found = outcomes.eventsAmong(k * total / count);
            double customers = total / count;
            double events = Math.max(0, found - above);
            above = found;
            Measure rate = total == 0 ? Measure.undefined("no customers") : Measure.of(events / customers);
            boolean hasEvents = outcomes.events() > 0;
            Measure none = Measure.undefined("no events");
            slices.add(new LiftSlice(
                    share,
                    customers,
                    events,
                    rate,
                    hasEvents ? Measure.of(events / customers / (outcomes.events() / total)) : none,
                    hasEvents ? Measure.of(found / outcomes.events()) : none,
                    hasEvents ? Measure.of(found / outcomes.events() / share) : none));
        }
        return new LiftTable(slices);
    }

    /**
     * One readable line: the first slice.
     *
     * @return for example {@code 10 slices, top 0.1: lift 2.8, gain 0.28}
     */
    @Override
    public String toString() {
        return slices.size() + " slices" + (slices.isEmpty() ? "" : ", " + slices.get(0));
    }
}
