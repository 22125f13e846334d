package io.loyalty.metrics.monitor;

import java.util.List;
import java.util.Objects;

/**
 * The points of a CUSUM chart.
 *
 * @param points one for each value of the watched window, in its order
 */
public record CusumReport(List<CusumPoint> points) {

    /**
     * Copies the list in.
     *
     * @param points one for each value of the watched window, in its order
     */
    public CusumReport {
        Objects.requireNonNull(points, "points");
        points = List.copyOf(points);
    }

    /**
     * The points with a sum above the limit.
     *
     * @return these points, in their order
     */
    public List<CusumPoint> signals() {
        return points.stream().filter(point -> point.signal().isPresent()).toList();
    }
}
