package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.numeric.Moments;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Difference in differences: how much more those treated changed from before to after than those not treated.
 *
 * <h2>Definition</h2>
 *
 * <p>Every unit, such as a customer or a store, is measured before and after. The effect is the mean change of the treated less the mean
 * change of the controls, with Welch's interval and test on the changes of the units.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Takes out what differed between the groups all along, and what changed for everybody. It is the effect of the treatment only if both
 * groups would have changed alike without it: look at several periods before. Whoever was chosen for a bad month gets better by himself.
 * For units that chance did not assign it is an observation.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An empty group leaves the effect undefined; groups of one, or changes without any variance in both, leave error and test undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; constant memory.
 *
 * <h2>References</h2>
 *
 * <p>J. D. Angrist, J.-S. Pischke, 2009, Mostly Harmless Econometrics, Princeton University Press, section 5.2. B. L. Welch, 1947,
 * doi:10.1093/biomet/34.1-2.28.
 *
 * @param treatedChange mean change of the treated, with a t interval
 * @param controlChange mean change of the controls, with a t interval
 * @param effect the first less the second
 * @param pValue two-sided p-value of no effect
 */
public record DifferenceInDifferences(Estimate treatedChange, Estimate controlChange, Estimate effect, Measure pValue) {

    /**
     * Refuses missing parts.
     *
     * @param treatedChange mean change of the treated
     * @param controlChange mean change of the controls
     * @param effect the first less the second
     * @param pValue two-sided p-value of no effect
     */
    public DifferenceInDifferences {
        Objects.requireNonNull(treatedChange, "treatedChange");
        Objects.requireNonNull(controlChange, "controlChange");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(pValue, "pValue");
    }

    /**
     * The effect from columns, one row per unit.
     *
     * @param treatedBefore the treated before
     * @param treatedAfter the same units after
     * @param controlBefore the controls before
     * @param controlAfter the same units after
     * @return the effect with 95 % intervals
     * @throws IllegalArgumentException if before and after differ in length, or a number is not finite
     */
    public static DifferenceInDifferences of(
            double[] treatedBefore, double[] treatedAfter, double[] controlBefore, double[] controlAfter) {
        Tally tally = new Tally();
        addAll(tally.treated, treatedBefore, treatedAfter, "treated");
        addAll(tally.controls, controlBefore, controlAfter, "control");
        return tally.result();
    }

    /**
     * A collector of units to the effect, for {@code groupingBy} and parallel streams.
     *
     * @param arm tells on which side a unit stands
     * @param before gives its number before
     * @param after gives its number after
     * @param <T> what stands for a unit
     * @return the collector
     */
    public static <T> Collector<T, ?, DifferenceInDifferences> collector(
            Function<? super T, StudyArm> arm, ToDoubleFunction<? super T> before, ToDoubleFunction<? super T> after) {
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        return Collector.of(
                Tally::new,
                (tally, unit) -> (arm.apply(unit) == StudyArm.TREATED ? tally.treated : tally.controls)
                        .add(after.applyAsDouble(unit) - before.applyAsDouble(unit)),
                Tally::combine,
                Tally::result);
    }

    /**
     * The effect as a share of what the treated would have been without it.
     *
     * @param treatedMeanBefore the mean of the treated before
     * @return effect / (mean before + mean change of the controls); undefined if that is not above 0
     */
    public Measure relativeTo(double treatedMeanBefore) {
        if (!effect.isDefined()) {
            return effect.value();
        }
        double without = treatedMeanBefore + controlChange.value().orElseThrow();
        return Rates.ratio(effect.value().orElseThrow(), without, "nothing would have been without the effect");
    }

    /**
     * One readable line.
     *
     * @return the effect and its p-value
     */
    @Override
    public String toString() {
        return "effect " + effect + ", p = " + pValue;
    }

    private static void addAll(Moments changes, double[] before, double[] after, String name) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(
                    name + " columns must be equally long: " + before.length + " and " + after.length);
        }
        for (int i = 0; i < before.length; i++) {
            if (!Double.isFinite(before[i]) || !Double.isFinite(after[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be finite: " + before[i] + " and " + after[i]);
            }
            changes.add(after[i] - before[i]);
        }
    }

    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Moments treated = new Moments();
        private final Moments controls = new Moments();

        Tally combine(Tally other) {
            treated.combine(other.treated);
            controls.combine(other.controls);
            return this;
        }

        DifferenceInDifferences result() {
            SampleSummary first = Rates.summary(treated);
            SampleSummary second = Rates.summary(controls);
            MeanDifference found = MeanComparison.withDefaults()
                    .withConfidence(Rates.CONFIDENCE)
                    .compare(first, second);
            return new DifferenceInDifferences(
                    Rates.mean(first, "no treated units"),
                    Rates.mean(second, "no controls"),
                    found.difference(),
                    found.test().pValue());
        }
    }
}
