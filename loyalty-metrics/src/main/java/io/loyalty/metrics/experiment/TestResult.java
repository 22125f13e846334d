package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * What a significance test found: its statistic and its p-value, or why there are none.
 *
 * @param test the test's name, for example {@code Welch t}
 * @param statistic the test statistic, or why it is undefined; exact tests give the count or rank sum that they look at
 * @param degreesOfFreedom the degrees of freedom in the usual order; empty for tests that have none
 * @param pValue the probability under the null hypothesis of a result at least as extreme, in [0, 1], or why it is undefined
 */
public record TestResult(String test, Measure statistic, List<Double> degreesOfFreedom, Measure pValue) {

    /**
     * Refuses missing parts and a p-value that is no probability.
     *
     * @param test the test's name
     * @param statistic the test statistic, or why it is undefined
     * @param degreesOfFreedom the degrees of freedom in the usual order
     * @param pValue the p-value, or why it is undefined
     * @throws IllegalArgumentException if the p-value is not in [0, 1]
     */
    public TestResult {
        Objects.requireNonNull(degreesOfFreedom, "degreesOfFreedom");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(statistic, "statistic");
        degreesOfFreedom = List.copyOf(degreesOfFreedom);
        Objects.requireNonNull(pValue, "pValue");
        if (pValue.isDefined() && !(pValue.orElseThrow() >= 0 && pValue.orElseThrow() <= 1)) {
            throw new IllegalArgumentException("pValue must be in [0, 1]: " + pValue);
        }
    }

    static TestResult of(String test, double statistic, double pValue, Double... degreesOfFreedom) {
        // Sums of probabilities may exceed 1 by a rounding error; a statistic may be infinite where groups have no
        // spread at all.
        Measure shown = Double.isFinite(statistic) ? Measure.of(statistic) : Measure.undefined("statistic is infinite");
        return new TestResult(test, shown, List.of(degreesOfFreedom), Measure.of(Math.min(1, pValue)));
    }

    static TestResult undefined(String test, String reason) {
        Measure none = Measure.undefined(reason);
        return new TestResult(test, none, List.of(), none);
    }

    /**
     * Whether the p-value is defined and below a level.
     *
     * @param level the level of significance, between 0 and 1
     * @return true if the null hypothesis is rejected at that level
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public boolean isSignificantAt(double level) {
        Require.inOpenUnit(level, "level");
        return pValue.isDefined() && pValue.orElseThrow() < level;
    }

    /**
     * One readable line.
     *
     * @return for example {@code p = 0.03 (Welch t = 2.2, df 17.5)}
     */
    @Override
    public String toString() {
        String df = degreesOfFreedom.isEmpty()
                ? ""
                : ", df "
                        + String.join(
                                " and ",
                                degreesOfFreedom.stream().map(String::valueOf).toList());
        return "p = " + pValue + " (" + test + (statistic.isDefined() ? " = " + statistic : "") + df + ")";
    }
}
