package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TailPanelTest {

    private static final double[] P = {.55, 10.5, .6, 12};

    @Test
    void panelGivesWhatTheTailGives() {
        TailPanel panel = TailPanel.of(P, 3, 1, .2);
        DropoutTail tail = new DropoutTail();
        for (double u = .8; u <= 1.2; u += .05) {
            double t = 10.5 * Math.expm1(u);
            tail.compute(3.55, .6, 10.5 + t, 12 + t);
            double v = panel.place(u);
            assertEquals((u - 1) / .2, v, 1e-14);
            assertEquals(tail.value, panel.value(v), 1e-14 * tail.value);
            double[] moments = new double[2 * TailPanel.NODES];
            double[] slopes = {1, 1, 1, 1};
            TailPanel.addMoments(moments, TailPanel.NODES, 2, v);
            panel.addSlopes(slopes, moments, TailPanel.NODES);
            assertEquals(1 + 2 * tail.byK, slopes[0], 1e-13);
            assertEquals(1 + 2 * tail.byA, slopes[1], 1e-13);
            assertEquals(1 + 2 * tail.byS, slopes[2], 1e-13);
            assertEquals(1 + 2 * tail.byB, slopes[3], 1e-13);
        }
    }

    @Test
    void momentsAreSumsOfPowers() {
        double[] moments = new double[TailPanel.NODES + 2];
        TailPanel.addMoments(moments, 1, 3, .5);
        TailPanel.addMoments(moments, 1, -1, -2);
        double[] expected = new double[TailPanel.NODES + 2];
        for (int k = 0; k < TailPanel.NODES; k++) {
            expected[1 + k] = 3 * Math.pow(.5, k) - Math.pow(-2, k);
        }
        assertArrayEquals(expected, moments);
    }

    @Test
    void aPanelAgreesUnlessItIsTooWide() {
        assertTrue(TailPanel.of(P, 3, 1, .2).agrees(P, 3));
        assertFalse(TailPanel.of(P, 3, 3, 3).agrees(P, 3));
        // Of another x it would be wrong everywhere.
        assertFalse(TailPanel.of(P, 3, 1, .2).agrees(P, 4));
        double[] far = {.2, .01, 3, 500};
        assertFalse(TailPanel.of(far, 1, 5, 1.5).agrees(far, 1));
        assertTrue(TailPanel.of(far, 1, 5, .1).agrees(far, 1));
    }
}
