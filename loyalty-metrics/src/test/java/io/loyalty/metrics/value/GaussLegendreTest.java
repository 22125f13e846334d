package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {

    @Test
    void polynomialsOfTwiceTheDegreeAreExact() {
        for (int n : new int[] {1, 2, 12, 28}) {
            GaussLegendre rule = new GaussLegendre(n);
            for (int degree = 0; degree < 2 * n; degree++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    assertTrue(rule.nodes[i] > (i == 0 ? 0 : rule.nodes[i - 1]) && rule.nodes[i] < 1);
                    sum += rule.weights[i] * Math.pow(rule.nodes[i], degree);
                }
                assertEquals(1.0 / (degree + 1), sum, 4e-15 / (degree + 1), n + " nodes, degree " + degree);
            }
        }
    }
}
