package io.loyalty.metrics.survey;

/**
 * Fisher's exact test of a table of two by two.
 *
 * <p>The probabilities of all tables with the same margins are built by their ratios from the likeliest one outwards, so that no
 * factorial is needed and the tail is summed as a tail. Time and range grow with the standard deviation of the first cell.
 */
final class FisherExact {

    /** Tables as likely as the observed one but for rounding count as just as likely. */
    private static final double TIE = 1 + 1e-7;

    private final double row;
    private final double column;
    private final double rest;
    private final long lowest;
    private final long highest;
    private final long mode;

    private FisherExact(long a, long b, long c, long d) {
        long rowSum = Math.addExact(a, b);
        long columnSum = Math.addExact(a, c);
        long n = Math.addExact(rowSum, Math.addExact(c, d));
        this.row = rowSum;
        this.column = columnSum;
        this.rest = n - rowSum - columnSum;
        this.lowest = Math.max(0, rowSum + columnSum - n);
        this.highest = Math.min(rowSum, columnSum);
        long near = (long) ((rowSum + 1.0) / (n + 2.0) * (columnSum + 1.0));
        this.mode = Math.max(lowest, Math.min(highest, near));
    }

    /** The sum of the probabilities of all tables that are no likelier than the observed one; all counts at least 0. */
    static double twoSided(long a, long b, long c, long d) {
        return new FisherExact(a, b, c, d).twoSided(a);
    }

    private double twoSided(long observed) {
        double bound = TIE * weight(observed);
        double all = 1;
        double unlikely = 1 <= bound ? 1 : 0;
        double weight = 1;
        for (long k = mode; k < highest && weight > 0; k++) {
            weight *= up(k);
            all += weight;
            unlikely += weight <= bound ? weight : 0;
        }
        weight = 1;
        for (long k = mode; k > lowest && weight > 0; k--) {
            weight /= up(k - 1);
            all += weight;
            unlikely += weight <= bound ? weight : 0;
        }
        return Math.min(1, unlikely / all);
    }

    /** The probability of a first cell of k, in terms of that of the mode. */
    private double weight(long observed) {
        double weight = 1;
        for (long k = mode; k < observed && weight > 0; k++) {
            weight *= up(k);
        }
        for (long k = mode; k > observed && weight > 0; k--) {
            weight /= up(k - 1);
        }
        return weight;
    }

    /** The probability of k + 1 over that of k. */
    private double up(long k) {
        return (row - k) / (k + 1.0) * ((column - k) / (rest + k + 1.0));
    }
}
