package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * What a treatment did to one figure, against the control.
 *
 * @param control the figure of the control arm
 * @param treated the figure of the treated arm
 * @param difference treated minus control, adjusted where a covariate is known
 * @param relative the difference in relation to the control
 * @param test the test of no difference
 * @param adjustedPValue the test's p-value, raised for the number of lifts in the report
 */
public record Lift(
        Estimate control,
        Estimate treated,
        Estimate difference,
        Estimate relative,
        TestResult test,
        Measure adjustedPValue) {

    /**
     * Refuses missing parts.
     *
     * @param control the figure of the control arm
     * @param treated the figure of the treated arm
     * @param difference treated minus control
     * @param relative the difference in relation to the control
     * @param test the test of no difference
     * @param adjustedPValue the test's p-value, raised for the number of lifts in the report
     */
    public Lift {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(treated, "treated");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(relative, "relative");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    }

    static Lift of(Estimate control, Estimate treated, ProportionDifference found) {
        return of(control, treated, found.difference(), found.relativeLift(), found.test());
    }

    static Lift of(Estimate control, Estimate treated, MeanDifference found) {
        return of(control, treated, found.difference(), found.relativeLift(), found.test());
    }

    /** With the p-value as it is, until the number of lifts is known. */
    private static Lift of(
            Estimate control, Estimate treated, Estimate difference, Estimate relative, TestResult test) {
        return new Lift(control, treated, difference, relative, test, test.pValue());
    }

    Lift withAdjusted(Measure pValue) {
        return new Lift(control, treated, difference, relative, test, pValue);
    }

    /** The figures of both arms, without any comparison. */
    Lift withheld(String reason) {
        Estimate none = Estimate.undefined(reason, difference.n());
        return new Lift(
                control, treated, none, none, TestResult.undefined(test.test(), reason), Measure.undefined(reason));
    }

    /**
     * The lift in one line.
     *
     * @return for example {@code 0.02 [0.01, 0.03] (95 % Newcombe), n = 20000, p = 0.001 (pooled z = 3.2)}
     */
    @Override
    public String toString() {
        return difference + ", " + test;
    }
}
