package io.loyalty.metrics.monitor;

import java.util.List;
import java.util.Objects;

/**
 * The points of an EWMA chart.
 *
 * @param points one for each value of the watched window, in its order
 */
public record EwmaReport(List<EwmaPoint> points) {

    /**
     * Copies the list in.
     *
     * @param points one for each value of the watched window, in its order
     */
    public EwmaReport {
        Objects.requireNonNull(points, "points");
        points = List.copyOf(points);
    }

    /**
     * The points beyond their lines.
     *
     * @return these points, in their order
     */
    public List<EwmaPoint> signals() {
        return points.stream().filter(point -> point.signal().isPresent()).toList();
    }
}
