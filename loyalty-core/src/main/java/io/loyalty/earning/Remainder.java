package io.loyalty.earning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What an award of a visit must know besides its entries once some of the visit came back. Most awards have none. */
final class Remainder implements Serializable {

    private static final long serialVersionUID = 1;

    /** What is left of each line as written; null if nothing came back. Not to be changed. */
    final long[] left;

    final long paidWithPoints;
    /** What the rules said of the visit before anything came back. */
    final Entries whole;
    /** What remains of the parts that the award had; null if they are those of its entries. */
    final List<AwardPart> kept;

    Remainder(long[] left, long paidWithPoints, Entries whole, List<AwardPart> kept) {
        this.left = left;
        this.paidWithPoints = paidWithPoints;
        this.whole = whole;
        this.kept = kept;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Remainder that
                && paidWithPoints == that.paidWithPoints
                && Arrays.equals(left, that.left)
                && whole.equals(that.whole)
                && Objects.equals(kept, that.kept);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(left), paidWithPoints, whole);
    }
}
