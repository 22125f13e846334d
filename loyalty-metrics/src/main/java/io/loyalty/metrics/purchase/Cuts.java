package io.loyalty.metrics.purchase;

import java.util.List;

/** Where scores change along a scale on which more is better: k − 1 values, ascending, not necessarily different. */
final class Cuts {

    private final double[] cuts;
    private final ClosedSide closed;

    private Cuts(double[] cuts, ClosedSide closed) {
        this.cuts = cuts;
        this.closed = closed;
    }

    /** The cuts that give each value of a column the score of its average rank; there must be no NaN. */
    static Cuts midrank(double[] column, int groups) {
        return new Cuts(MidrankCuts.of(column, groups), ClosedSide.LEFT);
    }

    /** Cuts at the quantiles i/k of type 7: linear between the values at ranks around (n − 1) i/k. */
    static Cuts quantiles(double[] sorted, int groups, ClosedSide closed) {
        double[] cuts = new double[groups - 1];
        for (int i = 1; i < groups && sorted.length > 0; i++) {
            // Whole numbers keep a quantile that falls on a value from missing it by a rounding.
            long position = (sorted.length - 1L) * i;
            int below = (int) (position / groups);
            double share = (double) (position % groups) / groups;
            double low = sorted[below];
            cuts[i - 1] = share == 0 ? low : low + share * (sorted[below + 1] - low);
        }
        return new Cuts(cuts, closed);
    }

    /** Given breaks; a value that equals one has the better score. */
    static Cuts at(List<Double> breaks) {
        return new Cuts(breaks.stream().mapToDouble(Double::doubleValue).toArray(), ClosedSide.LEFT);
    }

    /** Given breaks of a scale on which less is better, for its negative values. */
    static Cuts atNegative(List<Double> breaks) {
        double[] cuts = breaks.stream().mapToDouble(each -> -each).sorted().toArray();
        return new Cuts(cuts, ClosedSide.LEFT);
    }

    /** The scores of a column, from 1 to k. */
    byte[] scores(double[] column) {
        byte[] scores = new byte[column.length];
        if (closed == ClosedSide.RIGHT) {
            for (int i = 0; i < column.length; i++) {
                int score = 1;
                for (double cut : cuts) {
                    score += column[i] > cut ? 1 : 0;
                }
                scores[i] = (byte) score;
            }
        } else {
            for (int i = 0; i < column.length; i++) {
                int score = 1;
                for (double cut : cuts) {
                    score += column[i] >= cut ? 1 : 0;
                }
                scores[i] = (byte) score;
            }
        }
        return scores;
    }
}
