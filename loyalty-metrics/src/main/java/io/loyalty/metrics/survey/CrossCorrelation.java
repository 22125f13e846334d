package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.survey.DriverCounts.CrossTable;
import java.util.Optional;

/** The correlation of scores and ratings from their table. */
final class CrossCorrelation {

    private CrossCorrelation() {}

    /**
     * The correlation with the interval by Fisher's z, whose standard error for ranks is that of Bonett and Wright (2000,
     * doi:10.1007/BF02294183), √((1 + r²/2)/(n − 3)).
     */
    static Estimate of(CrossTable table, Correlation kind, double confidence) {
        long[] rows = new long[table.rows()];
        long[] columns = new long[table.columns()];
        long n = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += table.at(i, j);
                columns[j] += table.at(i, j);
                n += table.at(i, j);
            }
        }
        if (n < 2) {
            return Estimate.undefined("fewer than two respondents", n);
        }
        double[] x = values(rows, kind, n);
        double[] y = values(columns, kind, n);
        double xx = squares(x, rows);
        double yy = squares(y, columns);
        if (xx == 0 || yy == 0) {
            return Estimate.undefined("no variance", n);
        }
        double xy = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                xy += table.at(i, j) * x[i] * y[j];
            }
        }
        double r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
        if (n <= 3 || Math.abs(r) == 1) {
            Measure none = Measure.undefined(n <= 3 ? "fewer than four respondents" : "a perfect correlation");
            return new Estimate(Measure.of(r), none, Optional.empty(), n, n);
        }
        double scale = kind == Correlation.SPEARMAN ? 1 + r * r / 2 : 1;
        double se = Math.sqrt(scale / (n - 3.0));
        double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        double half = Normal.isf((1 - confidence) / 2) * se;
        Interval interval = new Interval(
                Math.min(r, Math.tanh(z - half)), Math.max(r, Math.tanh(z + half)), confidence, "Fisher z");
        // Delta method back from z.
        return new Estimate(Measure.of(r), Measure.of(se * (1 - r * r)), Optional.of(interval), n, n);
    }

    /** Distances from the mean, of levels or of mid-ranks. */
    private static double[] values(long[] counts, Correlation kind, long n) {
        double[] values = new double[counts.length];
        if (kind == Correlation.SPEARMAN) {
            double below = 0;
            for (int i = 0; i < counts.length; i++) {
                values[i] = below + (counts[i] + 1) / 2.0 - (n + 1) / 2.0;
                below += counts[i];
            }
            return values;
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) i * counts[i];
        }
        for (int i = 0; i < counts.length; i++) {
            values[i] = i - sum / n;
        }
        return values;
    }

    private static double squares(double[] values, long[] counts) {
        int used = 0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            used += counts[i] > 0 ? 1 : 0;
            sum += counts[i] * values[i] * values[i];
        }
        return used < 2 ? 0 : sum;
    }
}
