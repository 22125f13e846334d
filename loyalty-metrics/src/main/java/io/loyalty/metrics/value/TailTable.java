package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@link DropoutTail} R for many rows in ascending order of x, each with a time, and the derivatives of any weighted sum of them.
 *
 * <p>Where many times share an x, R is computed for a few {@linkplain TailPanel panels} and read from their polynomials; the derivatives of a
 * weighted sum need moments only. Each panel is checked against R itself and halved if it disagrees. Few times of an x are computed one by
 * one. Nothing is kept for a row but its time: the memory is that of the panels.
 */
final class TailTable {

    private static final int FEW = 150;
    private static final int WORTH_A_PANEL = 4 * TailPanel.NODES;
    private static final Stretch[] ONE_BY_ONE = {new Stretch(TailPanel.NONE, Double.POSITIVE_INFINITY)};

    private final int[] counts;
    private final int[] begin;
    private final int[] timeOf;
    private final int[] ascending;
    private final LogTimes times;
    private final Execution execution;
    private final Stretch[][] stretches;
    private double[] parameters = {};

    /** The u up to some end, after those of the stretch before. */
    private static final class Stretch {
        final TailPanel panel;
        final double end;

        Stretch(TailPanel panel, double end) {
            this.panel = panel;
            this.end = end;
        }
    }

    /** For rows of x = counts[c] from begin[c] to begin[c + 1]; the times of one x need not be in order. */
    TailTable(int[] counts, int[] begin, int[] timeOf, LogTimes times, Execution execution) {
        this.counts = counts;
        this.begin = begin;
        this.timeOf = timeOf;
        this.times = times;
        this.execution = execution;
        this.stretches = new Stretch[counts.length][];
        this.ascending = ascending(begin, timeOf);
    }

    /** The times of each x in ascending order: the array itself if they are. */
    private static int[] ascending(int[] begin, int[] timeOf) {
        int[] sorted = timeOf;
        for (int c = 0; c < begin.length - 1; c++) {
            for (int i = begin[c] + 1; i < begin[c + 1]; i++) {
                if (timeOf[i] < timeOf[i - 1]) {
                    sorted = sorted == timeOf ? timeOf.clone() : sorted;
                    Arrays.sort(sorted, begin[c], begin[c + 1]);
                    break;
                }
            }
        }
        return sorted;
    }

    /**
     * Prepares the panels.
     *
     * @param p r, α, s, β, for which the logarithms of the times have been computed
     */
    void compute(double[] p) {
        parameters = p.clone();
        execution.forEach(counts.length, c -> stretches[c] = stretches(c, p));
    }

    private Stretch[] stretches(int c, double[] p) {
        int from = begin[c];
        int to = begin[c + 1];
        if (to - from < FEW || ascending[from] == ascending[to - 1]) {
            return ONE_BY_ONE;
        }
        double low = times.scaled(ascending[from]);
        double high = times.scaled(ascending[to - 1]);
        int panels = Math.max(1, (int) Math.ceil((high - low) / TailPanel.WIDTH));
        List<Stretch> out = new ArrayList<>();
        int next = from;
        for (int i = 1; i <= panels; i++) {
            double end = i == panels ? high : low + i * ((high - low) / panels);
            next = cover(p, counts[c], next, to, low + (i - 1) * ((high - low) / panels), end, out);
        }
        // The logarithm is not monotone to the last bit.
        out.set(out.size() - 1, new Stretch(out.get(out.size() - 1).panel, Double.POSITIVE_INFINITY));
        return out.toArray(new Stretch[0]);
    }

    /** Stretches for the times from one on with u ≤ end; gives the first time beyond. */
    private int cover(double[] p, double x, int from, int last, double low, double high, List<Stretch> out) {
        int to = beyond(from, last, high);
        if (to - from < WORTH_A_PANEL) {
            if (to > from) {
                out.add(new Stretch(TailPanel.NONE, high));
            }
            return to;
        }
        double half = 0.5 * (high - low);
        double middle = 0.5 * (high + low);
        TailPanel panel = TailPanel.of(p, x, middle, Math.max(half, TailPanel.NARROWEST));
        if (half > TailPanel.NARROWEST && !panel.agrees(p, x)) {
            int between = cover(p, x, from, last, low, middle, out);
            return cover(p, x, between, last, middle, high, out);
        }
        out.add(new Stretch(panel, high));
        return to;
    }

    private int beyond(int from, int last, double u) {
        int low = from;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.scaled(ascending[middle]) <= u) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Reads the table for stretches of rows of one x each, after {@link #compute}. */
    final class Reader {

        private final int[] stretchOf;
        private final double[] place;
        private final double[] slopesOf;
        private final DropoutTail tail = new DropoutTail();
        private double[] moments = {};

        /** For so many rows at a time. */
        Reader(int rows) {
            stretchOf = new int[rows];
            place = new double[rows];
            slopesOf = new double[4 * rows];
        }

        /**
         * R of rows of one x, from one row on.
         *
         * @param u ln(1 + t / min(α, β)) of each
         * @param value receives R
         */
        void read(int c, int from, int rows, double[] u, double[] value) {
            Stretch[] all = stretches[c];
            int at = 0;
            for (int i = 0; i < rows; i++) {
                int time = timeOf[from + i];
                if (i > 0 && time == timeOf[from + i - 1]) {
                    value[i] = value[i - 1];
                    continue;
                }
                // Times of one x often ascend: look from the stretch of the last one.
                while (u[i] > all[at].end) {
                    at++;
                }
                while (at > 0 && u[i] <= all[at - 1].end) {
                    at--;
                }
                TailPanel panel = all[at].panel;
                stretchOf[i] = at;
                if (panel == TailPanel.NONE) {
                    value[i] = single(counts[c], times.time(time), 4 * i);
                } else {
                    place[i] = panel.place(u[i]);
                    value[i] = panel.value(place[i]);
                }
            }
        }

        private double single(double x, double t, int o) {
            double[] p = parameters;
            tail.compute(p[0] + x, p[2], p[1] + t, p[3] + t);
            slopesOf[o] = tail.byK;
            slopesOf[o + 1] = tail.byA;
            slopesOf[o + 2] = tail.byS;
            slopesOf[o + 3] = tail.byB;
            return tail.value;
        }

        /** Adds the derivatives of Σ pull[i] R(i) by (r, α, s, β), for the rows just read. */
        void addSlopes(int c, int from, int rows, double[] pull, double[] slopes) {
            Stretch[] all = stretches[c];
            if (moments.length < all.length * TailPanel.NODES) {
                moments = new double[all.length * TailPanel.NODES];
            }
            Arrays.fill(moments, 0, all.length * TailPanel.NODES, 0);
            int i = 0;
            while (i < rows) {
                int first = i;
                double weight = pull[i++];
                while (i < rows && timeOf[from + i] == timeOf[from + first]) {
                    weight += pull[i++];
                }
                int at = stretchOf[first];
                if (all[at].panel == TailPanel.NONE) {
                    for (int j = 0; j < 4; j++) {
                        slopes[j] += weight * slopesOf[4 * first + j];
                    }
                } else {
                    TailPanel.addMoments(moments, at * TailPanel.NODES, weight, place[first]);
                }
            }
            for (int at = 0; at < all.length; at++) {
                if (all[at].panel != TailPanel.NONE) {
                    all[at].panel.addSlopes(slopes, moments, at * TailPanel.NODES);
                }
            }
        }
    }
}
