package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the charts of Shewhart's kind share. */
final class Chart {

    /** The lines of the charts, in sigmas. */
    static final double LINES = 3;

    private Chart() {}

    static void requireFinite(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + values[i]);
            }
        }
    }

    /** The mean distance of successive values, of which there are at least two. */
    static double meanMovingRange(double[] values) {
        NeumaierSum sum = new NeumaierSum();
        for (int i = 1; i < values.length; i++) {
            sum.add(Math.abs(values[i] - values[i - 1]));
        }
        return sum.value() / (values.length - 1);
    }

    /** A value's distance from the centre in sigmas: 0 at the centre, infinite elsewhere if sigma is 0. */
    static double distance(double value, double center, double sigma) {
        return value == center ? 0 : (value - center) / sigma;
    }

    /**
     * The points with the rules they break. Points without a value or without limits break none, and are passed over: runs go
     * on after them.
     *
     * @param sigmas sigma of each point
     */
    static List<ShewhartPoint> points(
            List<Measure> values, Measure center, List<Measure> sigmas, Limits limits, Set<WesternElectricRule> rules) {
        List<ShewhartPoint> points = new ArrayList<>();
        double[] distances = new double[values.size()];
        int seen = 0;
        for (int i = 0; i < values.size(); i++) {
            Measure value = values.get(i);
            Measure sigma = sigmas.get(i);
            Set<WesternElectricRule> broken = EnumSet.noneOf(WesternElectricRule.class);
            if (center.isDefined() && sigma.isDefined() && value.isDefined()) {
                distances[seen] = distance(value.orElseThrow(), center.orElseThrow(), sigma.orElseThrow());
                for (WesternElectricRule rule : rules) {
                    if (rule.isBrokenAt(distances, seen)) {
                        broken.add(rule);
                    }
                }
                seen++;
            }
            points.add(new ShewhartPoint(
                    i, value, limits.at(center, sigma, -LINES), center, limits.at(center, sigma, LINES), broken));
        }
        return points;
    }

    /** Where the lines of a chart may lie. */
    record Limits(double least, double most) {

        static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        Measure at(Measure center, Measure sigma, double sigmas) {
            if (!center.isDefined() || !sigma.isDefined()) {
                return center.isDefined() ? sigma : center;
            }
            double line = center.orElseThrow() + sigmas * sigma.orElseThrow();
            return Measure.of(Math.max(least, Math.min(most, line)));
        }
    }
}
