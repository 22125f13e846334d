package io.loyalty.metrics.experiment;

import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the arms of an experiment have the sizes that were planned (sample ratio mismatch).
 *
 * <h2>Definition</h2>
 *
 * <p>\( \chi^2 = \sum (O_i - E_i)^2/E_i \) with k − 1 degrees of freedom, O<sub>i</sub> the customers counted in an arm, E<sub>i</sub> those
 * that the plan expects of all. The allocation is flagged if the p-value is below the threshold, by default 0.001.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A flag says that customers were lost or doubled on the way into an arm, or later, and that those who remain can hardly be compared. Look for the
 * cause; do not reweight. Count customers as they were assigned, not those who did something.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers there is no p-value and no flag. An arm without customers counts as 0. Where an arm is expected to have fewer than five
 * customers the p-value is rough; {@link #expected()} shows it.
 *
 * <h2>Performance</h2>
 *
 * <p>One tail of a distribution.
 *
 * <h2>References</h2>
 *
 * <p>Fabijan, A. et al. (2019), Diagnosing sample ratio mismatch in online controlled experiments, KDD '19, 2156–2164,
 * doi:10.1145/3292500.3330722.
 *
 * @param plan the planned shares
 * @param counts the customers counted, in the order of the plan's arms
 * @param expected the customers expected, in the same order
 * @param test the test of the plan
 * @param threshold the p-value below which the allocation is flagged
 */
public record AllocationCheck(
        Allocation plan, List<Long> counts, List<Double> expected, TestResult test, double threshold) {

    /** The threshold that is used if none is given. */
    public static final double USUAL_THRESHOLD = 0.001;

    /**
     * Refuses parts that do not fit together.
     *
     * @param plan the planned shares
     * @param counts the customers counted, in the order of the plan's arms
     * @param expected the customers expected, in the same order
     * @param test the test of the plan
     * @param threshold the p-value below which the allocation is flagged
     * @throws IllegalArgumentException if there is not one count per arm or the threshold is not in (0, 1)
     */
    public AllocationCheck {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(plan, "plan");
        counts = List.copyOf(counts);
        expected = List.copyOf(expected);
        Objects.requireNonNull(test, "test");
        Require.inOpenUnit(threshold, "threshold");
        if (counts.size() != plan.arms().size() || expected.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "counts must be one for each of " + plan.arms().size() + " arms: " + counts.size());
        }
    }

    /**
     * Checks counts with the usual threshold.
     *
     * @param plan the planned shares
     * @param counts the customers counted by arm; arms that are not there count as 0
     * @return the check
     * @throws IllegalArgumentException if a count is negative or of no arm of the plan
     */
    public static AllocationCheck of(Allocation plan, Map<String, Long> counts) {
        return of(plan, counts, USUAL_THRESHOLD);
    }

    /**
     * Checks counts with another threshold.
     *
     * @param plan the planned shares
     * @param counts the customers counted by arm; arms that are not there count as 0
     * @param threshold the p-value below which the allocation is flagged, between 0 and 1
     * @return the check
     * @throws IllegalArgumentException if a count is negative or of no arm of the plan, or the threshold is not in (0, 1)
     */
    public static AllocationCheck of(Allocation plan, Map<String, Long> counts, double threshold) {
        counts.keySet().forEach(plan::indexOf);
        List<Long> observed = new ArrayList<>();
        long total = 0;
        for (ArmWeight arm : plan.arms()) {
            long count = Require.atLeast(0, counts.getOrDefault(arm.arm(), 0L), "count of " + arm.arm());
            observed.add(count);
            total = Math.addExact(total, count);
        }
        List<Double> expected = new ArrayList<>();
        NeumaierSum statistic = new NeumaierSum();
        for (int i = 0; i < observed.size(); i++) {
            double planned = total * plan.share(plan.arms().get(i).arm());
            expected.add(planned);
            if (total > 0) {
                double off = observed.get(i) - planned;
                statistic.add(off / planned * off);
            }
        }
        double df = observed.size() - 1;
        TestResult test = total == 0
                ? TestResult.undefined("chi-square", "no customers")
                : TestResult.of("chi-square", statistic.value(), ChiSquare.sf(df, statistic.value()), df);
        return new AllocationCheck(plan, observed, expected, test, threshold);
    }

    /**
     * Whether the sizes of the arms contradict the plan.
     *
     * @return true if the p-value is defined and below the threshold
     */
    public boolean isFlagged() {
        return test.isSignificantAt(threshold);
    }

    /**
     * The finding in one line.
     *
     * @return for example {@code as planned, p = 0.4 (chi-square = 0.7, df 1.0)}
     */
    @Override
    public String toString() {
        return (isFlagged() ? "not as planned, " : "as planned, ") + test;
    }
}
