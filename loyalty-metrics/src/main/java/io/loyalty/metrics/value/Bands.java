package io.loyalty.metrics.value;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Half-open bands of a number by their edges: 18 and 30 make "below 18", "[18, 30)" and "from 30".
 *
 * <p>Every number falls into exactly one band, an edge into the band above it. Whoever has no number belongs to {@link
 * Band#unknown()}, which is a group of its own and never a number such as 0.
 *
 * @param edges the edges, strictly rising, finite; none makes one band of all numbers
 */
public record Bands(List<Double> edges) implements Serializable {

    /**
     * Copies the list in.
     *
     * @param edges the edges, strictly rising, finite
     * @throws IllegalArgumentException if an edge is not finite or not above the one before
     */
    public Bands {
        Objects.requireNonNull(edges, "edges");
        edges = List.copyOf(edges);
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i))) {
                throw new IllegalArgumentException("edges[" + i + "] must be finite: " + edges.get(i));
            }
            if (i > 0 && !(edges.get(i) > edges.get(i - 1))) {
                throw new IllegalArgumentException(
                        "edges[" + i + "] must be above " + edges.get(i - 1) + ": " + edges.get(i));
            }
        }
    }

    /**
     * Bands by their edges.
     *
     * @param edges the edges, strictly rising, finite
     * @return the bands
     * @throws IllegalArgumentException if an edge is not finite or not above the one before
     */
    public static Bands of(double... edges) {
        List<Double> list = new ArrayList<>();
        for (double edge : edges) {
            list.add(edge);
        }
        return new Bands(list);
    }

    /**
     * The band of a number.
     *
     * @param value any number
     * @return the band with from &lt;= value &lt; to
     * @throws IllegalArgumentException if the number is NaN; the unknown have {@link Band#unknown()}
     */
    public Band bandOf(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("value must be a number: NaN");
        }
        int above = 0;
        while (above < edges.size() && value >= edges.get(above)) {
            above++;
        }
        return new Band.Range(
                above == 0 ? Double.NEGATIVE_INFINITY : edges.get(above - 1),
                above == edges.size() ? Double.POSITIVE_INFINITY : edges.get(above));
    }
}
