package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of two properties at once, such as segment and answer, and whether they go together.
 *
 * <h2>Definition</h2>
 *
 * <p>With counts O<sub>ij</sub> and \( E_{ij} = R_i C_j/n \): Pearson's \( \chi^2 = \sum (O - E)^2/E \), \( G = 2 \sum O \ln(O/E) \), both with
 * (r − 1)(c − 1) degrees of freedom; Cramér's \( V = \sqrt{\chi^2/(n \min(r - 1, c - 1))} \). Rows and columns without any count are
 * left out of r and c.
 *
 * <h2>Interpretation</h2>
 *
 * <p>V is 0 without association and 1 if one property settles the other. A test says that they go together, not why.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fewer than two rows or columns with counts: undefined. With expected counts below 5 the p-values are rough; {@link
 * Association#smallestExpected()} shows it, and {@link ProportionTest#FISHER} is exact for two by two.
 *
 * <h2>Performance</h2>
 *
 * <p>Two passes over the cells.
 *
 * <h2>References</h2>
 *
 * <p>Pearson, K. (1900), Philosophical Magazine 50, 157–175, doi:10.1080/14786440009463897. Wilks, S. S. (1935), Annals of Mathematical
 * Statistics 6, 190–196, doi:10.1214/aoms/1177732564. Cramér, H. (1946), Mathematical methods of statistics, section 21.9.
 */
public final class ContingencyTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long[][] counts;

    private ContingencyTable(long[][] counts) {
        this.counts = counts;
    }

    /**
     * A table of counts.
     *
     * @param rows counts by row, all of one length, at least 0; they are copied
     * @return the table
     * @throws IllegalArgumentException if there is no cell, the rows differ in length, or a count is negative
     */
    public static ContingencyTable of(long[]... rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("rows must have cells");
        }
        long[][] counts = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "rows[" + i + "] must have " + rows[0].length + " counts: " + rows[i].length);
            }
            for (int j = 0; j < rows[i].length; j++) {
                Require.atLeast(0, rows[i][j], "rows[" + i + "][" + j + "]");
            }
            counts[i] = rows[i].clone();
        }
        return new ContingencyTable(counts);
    }

    /**
     * The table of both sets of counts together.
     *
     * @param other a table of the same shape
     * @return the sums, cell by cell
     * @throws IllegalArgumentException if the shapes differ
     */
    public ContingencyTable plus(ContingencyTable other) {
        if (other.counts.length != counts.length || other.counts[0].length != counts[0].length) {
            throw new IllegalArgumentException("other must have " + counts.length + " rows of " + counts[0].length
                    + " counts: " + other.counts.length + " of " + other.counts[0].length);
        }
        long[][] sums = new long[counts.length][counts[0].length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                sums[i][j] = Math.addExact(counts[i][j], other.counts[i][j]);
            }
        }
        return new ContingencyTable(sums);
    }

    /**
     * Whether rows and columns go together.
     *
     * @return the tests and the effect size
     */
    public Association association() {
        long[] rowSums = new long[counts.length];
        long[] columnSums = new long[counts[0].length];
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columnSums.length; j++) {
                n = Math.addExact(n, counts[i][j]);
                rowSums[i] += counts[i][j];
                columnSums[j] += counts[i][j];
            }
        }
        int rows = (int) Arrays.stream(rowSums).filter(sum -> sum > 0).count();
        int columns = (int) Arrays.stream(columnSums).filter(sum -> sum > 0).count();
        if (rows < 2 || columns < 2) {
            return Association.undefined("fewer than two rows or columns with counts", n, rows, columns);
        }
        NeumaierSum chiSquare = new NeumaierSum();
        NeumaierSum g = new NeumaierSum();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rowSums.length; i++) {
            for (int j = 0; j < columnSums.length; j++) {
                double expected = (double) rowSums[i] * columnSums[j] / n;
                if (expected > 0) {
                    double off = counts[i][j] - expected;
                    chiSquare.add(off / expected * off);
                    g.add(2 * deviance(counts[i][j], expected));
                    smallest = Math.min(smallest, expected);
                }
            }
        }
        double df = (rows - 1.0) * (columns - 1.0);
        // Sums of terms that are not negative; rounding may leave a speck below 0.
        double x = Math.max(0, chiSquare.value());
        double y = Math.max(0, g.value());
        return new Association(
                TestResult.of("chi-square", x, ChiSquare.sf(df, x), df),
                TestResult.of("G", y, ChiSquare.sf(df, y), df),
                Measure.of(Math.min(1, Math.sqrt(x / n / (Math.min(rows, columns) - 1)))),
                Measure.of(smallest),
                n,
                rows,
                columns);
    }

    /** O ln(O/E) − (O − E), which adds up to the same and is never negative: no cancellation between cells. */
    private static double deviance(long observed, double expected) {
        double off = observed - expected;
        return observed == 0 ? expected : observed * Math.log1p(off / expected) - off;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContingencyTable that && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    /**
     * The counts.
     *
     * @return row after row
     */
    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
