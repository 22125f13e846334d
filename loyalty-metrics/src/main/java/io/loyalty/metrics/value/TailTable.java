package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link DropoutTail} R for all distinct pairs (x, time) of many rows, with the derivatives of any weighted sum of them.
 *
 * <p>For one x, R is an analytic function of u = ln(1 + time / m), m the smaller of α and β, whose nearest singularity lies π away in the
 * imaginary direction. Where many times share an x, R is computed at {@value #NODES} Chebyshev nodes of panels of u and read from the
 * interpolating polynomial elsewhere; the derivatives of a weighted sum need the polynomial's moments only. Each panel is checked
 * against R itself and halved if it disagrees. Few times of an x are computed one by one.
 */
final class TailTable {

    private static final int NODES = 13;
    private static final int FEW = 150;
    private static final double WIDTH = 0.4;
    private static final double AGREEMENT = 2e-14;
    private static final double NARROWEST = 1e-3;

    private final int[] counts;
    private final LogTimes times;
    private final Execution execution;
    private final int[] count;
    private final int[] time;
    /** Pairs of one x follow each other, in ascending order of time; here each x begins. */
    private final int[] groups;
    /** The rows of pair i are rows[start[i]] to rows[start[i + 1] − 1]. */
    private final int[] start;

    private final int[] rows;
    private final int[] ofRow;
    private final double[] value;
    private List<Segment> segments = List.of();

    /** A stretch of pairs of one x: in one panel, or to be computed one by one. */
    private static final class Segment {
        final int from;
        final int to;
        final Panel panel;
        final double[] partials;

        Segment(int from, int to, Panel panel) {
            this.from = from;
            this.to = to;
            this.panel = panel;
            this.partials = new double[panel == Panel.NONE ? 4 * (to - from) : 0];
        }
    }

    /** R and its four derivatives as polynomials of v, which runs from −1 to 1 over the panel. */
    private static final class Panel {
        static final Panel NONE = new Panel(0, 0, new double[0][]);
        final double middle;
        final double half;
        final double[][] coefficients;

        Panel(double middle, double half, double[][] coefficients) {
            this.middle = middle;
            this.half = half;
            this.coefficients = coefficients;
        }
    }

    TailTable(int[] countOf, int[] timeOf, int[] counts, LogTimes times, Execution execution) {
        this.counts = counts;
        this.times = times;
        this.execution = execution;
        long[] keys = new long[countOf.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) countOf[i] << 32) | timeOf[i];
        }
        RowCodes codes = RowCodes.of(keys);
        ofRow = codes.codes;
        int n = codes.values.length;
        count = new int[n];
        time = new int[n];
        int[] begins = new int[n + 1];
        int found = 0;
        for (int i = 0; i < n; i++) {
            count[i] = (int) (codes.values[i] >>> 32);
            time[i] = (int) codes.values[i];
            if (i == 0 || count[i] != count[i - 1]) {
                begins[found++] = i;
            }
        }
        begins[found] = n;
        groups = Arrays.copyOf(begins, found + 1);
        value = new double[n];
        start = new int[n + 1];
        for (int pair : ofRow) {
            start[pair + 1]++;
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, n);
        rows = new int[ofRow.length];
        for (int row = 0; row < ofRow.length; row++) {
            rows[next[ofRow[row]]++] = row;
        }
    }

    /** R of a row, after {@link #compute}. */
    double of(int row) {
        return value[ofRow[row]];
    }

    /**
     * Computes R everywhere.
     *
     * @param p r, α, s, β, for which the logarithms of the times have been computed
     */
    void compute(double[] p) {
        double unit = Math.min(p[1], p[3]);
        int n = groups.length - 1;
        List<List<Segment>> parts = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            parts.add(new ArrayList<>());
        }
        execution.forEach(n, g -> {
            if (groups[g + 1] - groups[g] < FEW) {
                parts.get(g).add(new Segment(groups[g], groups[g + 1], Panel.NONE));
            } else {
                double low = times.scaled(time[groups[g]]);
                double high = times.scaled(time[groups[g + 1] - 1]);
                int panels = Math.max(1, (int) Math.ceil((high - low) / WIDTH));
                int from = groups[g];
                for (int i = 1; i <= panels; i++) {
                    double end = i == panels ? high : low + i * ((high - low) / panels);
                    double begin = low + (i - 1) * ((high - low) / panels);
                    from = cover(p, unit, from, groups[g + 1], begin, end, parts.get(g));
                }
            }
        });
        List<Segment> all = new ArrayList<>();
        parts.forEach(all::addAll);
        segments = all;
        execution.forEach(all.size(), i -> read(all.get(i), p));
    }

    /** Segments for the pairs from {@code from} on with u ≤ end; gives the first pair beyond. */
    private int cover(double[] p, double unit, int from, int last, double begin, double end, List<Segment> out) {
        int to = from;
        while (to < last && times.scaled(time[to]) <= end) {
            to++;
        }
        if (to - from < 4 * NODES) {
            if (to > from) {
                out.add(new Segment(from, to, Panel.NONE));
            }
            return to;
        }
        double half = 0.5 * (end - begin);
        double middle = 0.5 * (end + begin);
        double x = counts[count[from]];
        Panel panel = panel(p, unit, x, middle, half);
        if (half > NARROWEST && !(agrees(panel, p, unit, x, 0.97) && agrees(panel, p, unit, x, -0.27))) {
            int between = cover(p, unit, from, last, begin, middle, out);
            return cover(p, unit, between, last, middle, end, out);
        }
        for (int i = from; i < to; i += ChunkSums.ROWS) {
            out.add(new Segment(i, Math.min(to, i + ChunkSums.ROWS), panel));
        }
        return to;
    }

    private static boolean agrees(Panel panel, double[] p, double unit, double x, double v) {
        DropoutTail tail = at(p, unit, x, panel.middle + panel.half * v);
        double[] truth = {tail.value, tail.byK, tail.byA, tail.byS, tail.byB};
        for (int i = 0; i < truth.length; i++) {
            // The derivatives only steer the search; the value is the likelihood.
            double allowed = i == 0 ? AGREEMENT : 1e-11;
            double size = Math.abs(truth[i]) + (i == 0 ? 0 : Math.abs(panel.coefficients[i][0]));
            if (Math.abs(polynomial(panel.coefficients[i], v) - truth[i]) > allowed * size) {
                return false;
            }
        }
        return true;
    }

    private static DropoutTail at(double[] p, double unit, double x, double u) {
        double t = unit * Math.expm1(u);
        DropoutTail tail = new DropoutTail();
        tail.compute(p[0] + x, p[2], p[1] + t, p[3] + t);
        return tail;
    }

    private static double polynomial(double[] c, double v) {
        double sum = c[NODES - 1];
        for (int k = NODES - 2; k >= 0; k--) {
            sum = sum * v + c[k];
        }
        return sum;
    }

    private static Panel panel(double[] p, double unit, double x, double middle, double half) {
        double[][] samples = new double[5][NODES];
        for (int j = 0; j < NODES; j++) {
            DropoutTail tail = at(p, unit, x, middle + half * NODE[j]);
            samples[0][j] = tail.value;
            samples[1][j] = tail.byK;
            samples[2][j] = tail.byA;
            samples[3][j] = tail.byS;
            samples[4][j] = tail.byB;
        }
        double[][] coefficients = new double[5][NODES];
        for (int f = 0; f < 5; f++) {
            for (int k = 0; k < NODES; k++) {
                double sum = 0;
                for (int j = 0; j < NODES; j++) {
                    sum += COSINE[k][j] * samples[f][j];
                }
                // Chebyshev's polynomial T_k in powers of v.
                for (int m = 0; m <= k; m++) {
                    coefficients[f][m] += sum * CHEBYSHEV[k][m];
                }
            }
        }
        return new Panel(middle, half, coefficients);
    }

    private static final double[] NODE = new double[NODES];
    private static final double[][] COSINE = new double[NODES][NODES];
    private static final double[][] CHEBYSHEV = new double[NODES][NODES];

    static {
        for (int j = 0; j < NODES; j++) {
            NODE[j] = StrictMath.cos(Math.PI * (j + 0.5) / NODES);
            for (int k = 0; k < NODES; k++) {
                COSINE[k][j] = (k == 0 ? 1.0 : 2.0) / NODES * StrictMath.cos(Math.PI * k * (j + 0.5) / NODES);
            }
        }
        CHEBYSHEV[0][0] = 1;
        CHEBYSHEV[1][1] = 1;
        for (int k = 2; k < NODES; k++) {
            for (int m = 0; m <= k; m++) {
                CHEBYSHEV[k][m] = (m > 0 ? 2 * CHEBYSHEV[k - 1][m - 1] : 0) - CHEBYSHEV[k - 2][m];
            }
        }
    }

    private void read(Segment segment, double[] p) {
        if (segment.panel == Panel.NONE) {
            DropoutTail tail = new DropoutTail();
            for (int i = segment.from; i < segment.to; i++) {
                double t = times.time(time[i]);
                tail.compute(p[0] + counts[count[i]], p[2], p[1] + t, p[3] + t);
                value[i] = tail.value;
                int o = 4 * (i - segment.from);
                segment.partials[o] = tail.byK;
                segment.partials[o + 1] = tail.byA;
                segment.partials[o + 2] = tail.byS;
                segment.partials[o + 3] = tail.byB;
            }
            return;
        }
        double inverse = 1 / segment.panel.half;
        double[] c = segment.panel.coefficients[0];
        for (int i = segment.from; i < segment.to; i++) {
            value[i] = polynomial(c, (times.scaled(time[i]) - segment.panel.middle) * inverse);
        }
    }

    /** Adds the derivatives of Σ pull[row] R(row) by (r, α, s, β). */
    void addTo(ExactSum[] gradient, double[] pull) {
        List<Segment> all = segments;
        double[][] sums = new double[all.size()][];
        execution.forEach(all.size(), i -> sums[i] = derivatives(all.get(i), pull));
        for (double[] sum : sums) {
            for (int j = 0; j < 4; j++) {
                gradient[j].add(sum[j]);
            }
        }
    }

    private double[] derivatives(Segment segment, double[] pull) {
        double[] sums = new double[4];
        if (segment.panel == Panel.NONE) {
            for (int i = segment.from; i < segment.to; i++) {
                double weight = pulled(i, pull);
                for (int j = 0; j < 4; j++) {
                    sums[j] += weight * segment.partials[4 * (i - segment.from) + j];
                }
            }
            return sums;
        }
        double inverse = 1 / segment.panel.half;
        double[] moments = new double[NODES];
        for (int i = segment.from; i < segment.to; i++) {
            double power = pulled(i, pull);
            double v = (times.scaled(time[i]) - segment.panel.middle) * inverse;
            for (int k = 0; k < NODES; k++) {
                moments[k] += power;
                power *= v;
            }
        }
        for (int j = 0; j < 4; j++) {
            double[] c = segment.panel.coefficients[j + 1];
            for (int k = 0; k < NODES; k++) {
                sums[j] += c[k] * moments[k];
            }
        }
        return sums;
    }

    private double pulled(int pair, double[] pull) {
        double sum = 0;
        for (int j = start[pair]; j < start[pair + 1]; j++) {
            sum += pull[rows[j]];
        }
        return sum;
    }
}
