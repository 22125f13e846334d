package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Raises p-values so that the chance of calling any of several comparisons a difference by mistake stays bounded (S. Holm, 1979, A simple
 * sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70).
 */
final class Holm {

    private Holm() {}

    /** The adjusted p-values in the order of the given; undefined ones stay so and do not count. */
    static List<Measure> adjust(List<Measure> pValues) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            if (pValues.get(i).isDefined()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> pValues.get(i).orElseThrow()));
        List<Measure> adjusted = new ArrayList<>(pValues);
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            double p = pValues.get(order.get(rank)).orElseThrow();
            largest = Math.max(largest, Math.min(1, (order.size() - rank) * p));
            adjusted.set(order.get(rank), Measure.of(largest));
        }
        return adjusted;
    }
}
