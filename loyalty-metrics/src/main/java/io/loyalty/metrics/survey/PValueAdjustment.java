package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How p-values are raised when many comparisons are made at once.
 *
 * <p>References: Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6,
 * 65–70; Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57,
 * 289–300.
 */
public enum PValueAdjustment {

    /** Not at all: each comparison is read as if it were the only one. */
    NONE,

    /** Holm: bounds the chance that any of the comparisons is called a difference by mistake. */
    HOLM,

    /** Benjamini and Hochberg: bounds the share of mistakes among those called a difference. */
    BENJAMINI_HOCHBERG;

    /** The adjusted p-values, in the order of the given ones; undefined ones stay so and do not count as comparisons. */
    List<Measure> adjust(List<Measure> pValues) {
        List<Measure> adjusted = new ArrayList<>(pValues);
        if (this == NONE) {
            return adjusted;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            if (pValues.get(i).isDefined()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> pValues.get(i).orElseThrow()));
        int m = order.size();
        if (this == HOLM) {
            double largest = 0;
            for (int rank = 0; rank < m; rank++) {
                double p = pValues.get(order.get(rank)).orElseThrow();
                largest = Math.max(largest, Math.min(1, (m - rank) * p));
                adjusted.set(order.get(rank), Measure.of(largest));
            }
        } else {
            double smallest = 1;
            for (int rank = m - 1; rank >= 0; rank--) {
                double p = pValues.get(order.get(rank)).orElseThrow();
                smallest = Math.min(smallest, p * m / (rank + 1));
                adjusted.set(order.get(rank), Measure.of(smallest));
            }
        }
        return adjusted;
    }
}
