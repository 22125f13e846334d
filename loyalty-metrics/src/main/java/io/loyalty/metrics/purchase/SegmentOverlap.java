package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.Objects;

/**
 * Two rules of a segment map that apply to the same scores; the earlier wins there.
 *
 * @param winner the earlier rule
 * @param loser the later rule
 * @param cells number of score combinations that both apply to
 */
public record SegmentOverlap(SegmentRule winner, SegmentRule loser, int cells) implements Serializable {

    /**
     * Refuses an overlap without cells.
     *
     * @param winner the earlier rule
     * @param loser the later rule
     * @param cells number of score combinations that both apply to
     * @throws IllegalArgumentException if there are no common cells
     */
    public SegmentOverlap {
        Objects.requireNonNull(winner, "winner");
        Objects.requireNonNull(loser, "loser");
        if (cells < 1) {
            throw new IllegalArgumentException("cells must be at least 1: " + cells);
        }
    }

    /**
     * One readable line.
     *
     * @return for example {@code Champions before Loyal in 10 cells}
     */
    @Override
    public String toString() {
        return winner.segment() + " before " + loser.segment() + " in " + cells + (cells == 1 ? " cell" : " cells");
    }
}
