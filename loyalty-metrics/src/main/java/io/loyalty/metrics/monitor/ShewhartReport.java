package io.loyalty.metrics.monitor;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The points of an individuals or p chart.
 *
 * @param points one for each value of the watched window, in its order
 */
public record ShewhartReport(List<ShewhartPoint> points) implements Serializable {

    /**
     * Copies the list in.
     *
     * @param points one for each value of the watched window, in its order
     */
    public ShewhartReport {
        Objects.requireNonNull(points, "points");
        points = List.copyOf(points);
    }

    /**
     * The points that break a rule.
     *
     * @return these points, in their order
     */
    public List<ShewhartPoint> signals() {
        return points.stream().filter(ShewhartPoint::isSignal).toList();
    }
}
