package io.loyalty.metrics.experiment;

import java.util.Arrays;

/** Two sorted samples walked through together: who beats whom how often, and ties. */
final class PooledRanks {

    private final long[] first;
    private final long[] second;
    /** Twice the pairs in which the first is larger, plus the tied pairs. */
    private long doubledWins;
    /** Sum of t³ − t over groups of t equal values. */
    private double tieTerm;
    /** Sums over each sample of the square of twice the number of the others that a value beats. */
    private double firstSquares;

    private double secondSquares;

    PooledRanks(long[] first, long[] second) {
        this.first = first;
        this.second = second;
        walk();
    }

    private void walk() {
        int n1 = first.length;
        int n2 = second.length;
        int i = 0;
        int j = 0;
        while (i < n1 || j < n2) {
            long key = j == n2 || i < n1 && first[i] <= second[j] ? first[i] : second[j];
            int i0 = i;
            int j0 = j;
            while (i < n1 && first[i] == key) {
                i++;
            }
            while (j < n2 && second[j] == key) {
                j++;
            }
            long mine = i - i0;
            long theirs = j - j0;
            long beaten = 2L * j0 + theirs;
            long beating = 2L * i0 + mine;
            doubledWins += mine * beaten;
            firstSquares += (double) mine * beaten * beaten;
            secondSquares += (double) theirs * beating * beating;
            double tied = mine + theirs;
            tieTerm += tied * (tied * tied - 1);
        }
    }

    long doubledWins() {
        return doubledWins;
    }

    double tieTerm() {
        return tieTerm;
    }

    /** The share of pairs that the first sample wins, ties as halves. */
    double superiority() {
        return doubledWins / (2.0 * first.length * second.length);
    }

    /** The variance of the share by DeLong's formula, of at least two values each. */
    double squaredError() {
        double n1 = first.length;
        double n2 = second.length;
        double share = superiority();
        double ofFirst = firstSquares / (4 * n2 * n2) - n1 * share * share;
        double ofSecond = secondSquares / (4 * n1 * n1) - n2 * (1 - share) * (1 - share);
        return Math.max(0, ofFirst) / (n1 * (n1 - 1)) + Math.max(0, ofSecond) / (n2 * (n2 - 1));
    }

    /** The sizes of the groups of equal values, in ascending order of the values. */
    int[] tieGroups() {
        long[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        int[] groups = new int[all.length];
        int last = -1;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                last++;
            }
            groups[last]++;
        }
        return Arrays.copyOf(groups, last + 1);
    }
}
