package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ConcentrationProperties {

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.integers()
                .between(0, 400)
                .map(i -> i / 8.0)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(50)
                .filter(values -> Arrays.stream(values).sum() > 0);
    }

    @Property(tries = 500, seed = "20260412")
    void giniIsHalfTheMeanDifferenceOverTheMean(@ForAll("values") double[] values) {
        double differences = 0;
        for (double x : values) {
            for (double y : values) {
                differences += Math.abs(x - y);
            }
        }
        int n = values.length;
        double expected = differences / (2.0 * n * Arrays.stream(values).sum());
        assertEquals(expected, Concentration.of(values).gini().orElseThrow(), 1e-13);
    }

    @Property(tries = 300, seed = "20260413")
    void scaleDoesNotMatter(
            @ForAll("values") double[] values, @ForAll @DoubleRange(min = 0.01, max = 1e9) double factor) {
        Concentration one = Concentration.of(values);
        Concentration other =
                Concentration.of(Arrays.stream(values).map(x -> x * factor).toArray());
        assertEquals(one.gini().orElseThrow(), other.gini().orElseThrow(), 1e-12);
        assertEquals(one.herfindahl().orElseThrow(), other.herfindahl().orElseThrow(), 1e-12);
    }

    @Property(tries = 300, seed = "20260414")
    void topShareAndItsInverseAgree(
            @ForAll("values") double[] values, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Concentration concentration = Concentration.of(values);
        double customers = concentration.customersMaking(share).orElseThrow();
        assertEquals(share, concentration.topShare(customers).orElseThrow(), 1e-9);
    }

    @Property(tries = 300, seed = "20260415")
    void theCurveIsConvexAndBelowTheDiagonalByHalfTheGini(@ForAll("values") double[] values) {
        Concentration concentration = Concentration.of(values);
        List<LorenzPoint> points = concentration.lorenz();
        double area = 0;
        double slope = 0;
        for (int i = 1; i < points.size(); i++) {
            LorenzPoint from = points.get(i - 1);
            LorenzPoint to = points.get(i);
            double step = to.value() - from.value();
            assertTrue(step >= slope - 1e-12);
            slope = step;
            area += (from.value() + to.value()) / 2 * (to.customers() - from.customers());
        }
        assertEquals(concentration.gini().orElseThrow(), 1 - 2 * area, 1e-12);
    }
}
