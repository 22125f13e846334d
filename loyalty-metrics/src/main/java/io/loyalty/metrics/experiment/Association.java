package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * Whether the two properties of a {@link ContingencyTable} go together.
 *
 * @param chiSquare Pearson's test of independence, without continuity correction
 * @param g the likelihood-ratio test of independence
 * @param cramersV Cramér's V, an effect size in [0, 1]
 * @param smallestExpected the smallest count expected under independence
 * @param n the sum of all counts
 * @param rows the number of rows with counts
 * @param columns the number of columns with counts
 */
public record Association(
        TestResult chiSquare, TestResult g, Measure cramersV, Measure smallestExpected, long n, int rows, int columns) {

    /**
     * Refuses missing parts and negative counts.
     *
     * @param chiSquare Pearson's test of independence
     * @param g the likelihood-ratio test of independence
     * @param cramersV Cramér's V
     * @param smallestExpected the smallest count expected under independence
     * @param n the sum of all counts
     * @param rows the number of rows with counts
     * @param columns the number of columns with counts
     * @throws IllegalArgumentException if a count is negative
     */
    public Association {
        Objects.requireNonNull(chiSquare, "chiSquare");
        Objects.requireNonNull(g, "g");
        Objects.requireNonNull(cramersV, "cramersV");
        Objects.requireNonNull(smallestExpected, "smallestExpected");
        Require.atLeast(0, n, "n");
        Require.atLeast(0, rows, "rows");
        Require.atLeast(0, columns, "columns");
    }

    static Association undefined(String reason, long n, int rows, int columns) {
        Measure none = Measure.undefined(reason);
        return new Association(
                TestResult.undefined("chi-square", reason),
                TestResult.undefined("G", reason),
                none,
                none,
                n,
                rows,
                columns);
    }
}
