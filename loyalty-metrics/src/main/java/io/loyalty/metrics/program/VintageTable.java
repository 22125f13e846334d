package io.loyalty.metrics.program;

import java.io.Serializable;
import java.util.Arrays;

/** Sums of points by vintage, and of redeemed points by vintage and the unit in which they were redeemed. */
final class VintageTable implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What happens to the points of a vintage, other than redemption. */
    enum Fate {
        ISSUED,
        MOVED_IN,
        MOVED_OUT,
        WITHDRAWN,
        EXPIRED,
        FORFEITED
    }

    private static final Fate[] FATES = Fate.values();

    private final int last;
    private int first;

    /** By vintage, the first at 0; each row has a number for every fate. */
    private long[][] fates = {};

    /** By vintage, the first at 0; row v has a number for each unit from v to the last. */
    private long[][] redeemed = {};

    VintageTable(int last) {
        this.last = last;
        this.first = last + 1;
    }

    int first() {
        return first;
    }

    void add(Fate fate, int vintage, long points) {
        int index = row(vintage);
        long[] row = fates[index];
        row[fate.ordinal()] = Math.addExact(row[fate.ordinal()], points);
    }

    void redeem(int vintage, int unit, long points) {
        if (unit < vintage) {
            throw new IllegalArgumentException("entries must not redeem points before they were issued");
        }
        int index = row(vintage);
        long[] row = redeemed[index];
        row[unit - vintage] = Math.addExact(row[unit - vintage], points);
    }

    long sum(Fate fate, int vintage) {
        return fates[vintage - first][fate.ordinal()];
    }

    /** Redeemed points of a vintage by age in units, 0 being the unit of issue, up to a unit. */
    long[] redeemed(int vintage, int until) {
        return Arrays.copyOf(redeemed[vintage - first], until - vintage + 1);
    }

    long redeemed(int vintage) {
        return Arrays.stream(redeemed[vintage - first]).sum();
    }

    void combine(VintageTable other) {
        for (int vintage = other.first; vintage <= last; vintage++) {
            for (Fate fate : FATES) {
                add(fate, vintage, other.sum(fate, vintage));
            }
            for (int unit = vintage; unit <= last; unit++) {
                redeem(vintage, unit, other.redeemed[vintage - other.first][unit - vintage]);
            }
        }
    }

    private int row(int vintage) {
        if (vintage > last) {
            throw new IllegalArgumentException("entries must not use points before they were issued");
        }
        if (vintage < first) {
            int more = first - vintage;
            long[][] moreFates = new long[more + fates.length][];
            long[][] moreRedeemed = new long[more + redeemed.length][];
            for (int i = 0; i < more; i++) {
                moreFates[i] = new long[FATES.length];
                moreRedeemed[i] = new long[last - vintage - i + 1];
            }
            System.arraycopy(fates, 0, moreFates, more, fates.length);
            System.arraycopy(redeemed, 0, moreRedeemed, more, redeemed.length);
            fates = moreFates;
            redeemed = moreRedeemed;
            first = vintage;
        }
        return vintage - first;
    }
}
