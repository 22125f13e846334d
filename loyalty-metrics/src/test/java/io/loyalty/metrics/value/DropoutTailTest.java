package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** R with its derivatives, by three routes, one by one and in tables. */
class DropoutTailTest {

    private static double logUniform(SplittableRandom random, double low, double high) {
        return Math.exp(Math.log(low) + random.nextDouble() * Math.log(high / low));
    }

    @Test
    void routesAgreeAndDerivativesFollowDifferences() {
        SplittableRandom random = new SplittableRandom(17);
        DropoutTail tail = new DropoutTail();
        for (int i = 0; i < 400; i++) {
            double k = logUniform(random, .01, 2000);
            double s = logUniform(random, .01, 200);
            double a = logUniform(random, 1e-4, 1e6);
            double b = logUniform(random, 1e-4, 1e9);
            tail.compute(k, s, a, b);
            double value = tail.value;
            String what = "k " + k + " s " + s + " A " + a + " B " + b;
            assertEquals(DropoutTail.of(k, s, a, b), value, 1e-11 * value, what);
            double[] slopes = {tail.byK * k, tail.byS * s, tail.byA * a, tail.byB * b};
            double[] at = {k, s, a, b};
            for (int j = 0; j < 4; j++) {
                double h = 1e-4;
                double[] up = at.clone();
                double[] down = at.clone();
                up[j] *= Math.exp(h);
                down[j] *= Math.exp(-h);
                double difference = (DropoutTail.of(up[0], up[1], up[2], up[3])
                                - DropoutTail.of(down[0], down[1], down[2], down[3]))
                        / (2 * h);
                assertEquals(difference, slopes[j], 1e-6 * Math.abs(difference) + 2e-8 * value, what + " by " + j);
            }
        }
    }

    @Test
    void tablesGiveWhatSinglePairsGive() {
        SplittableRandom random = new SplittableRandom(3);
        double[] times = new double[3000];
        Arrays.setAll(times, i -> 200 * random.nextDouble());
        times[0] = 0;
        Arrays.sort(times);
        int[] countOf = new int[3000];
        int[] timeOf = new int[3000];
        Arrays.setAll(countOf, i -> i % 3 == 2 ? i % 40 : i % 3);
        Arrays.setAll(timeOf, i -> (i * 7) % 3000);
        int[] counts = new int[40];
        Arrays.setAll(counts, i -> i);
        LogTimes logs = new LogTimes(times);
        TailTable table = new TailTable(countOf, timeOf, counts, logs, Execution.SEQUENTIAL);
        DropoutTail tail = new DropoutTail();
        for (double[] p : new double[][] {{.5, 10, .6, 12}, {.2, .01, 3, 500}, {4, 1000, .1, 1}, {.5, 3, 40, 1e7}}) {
            logs.compute(p[1], p[3], Execution.SEQUENTIAL);
            table.compute(p);
            double[] pull = new double[3000];
            ExactSum[] gradient = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
            double[] want = new double[4];
            for (int row = 0; row < 3000; row++) {
                double t = times[timeOf[row]];
                tail.compute(p[0] + countOf[row], p[2], p[1] + t, p[3] + t);
                assertEquals(tail.value, table.of(row), 1e-13 * tail.value);
                pull[row] = 1 + row % 5;
                want[0] += pull[row] * tail.byK;
                want[1] += pull[row] * tail.byA;
                want[2] += pull[row] * tail.byS;
                want[3] += pull[row] * tail.byB;
            }
            table.addTo(gradient, pull);
            for (int j = 0; j < 4; j++) {
                assertEquals(want[j], gradient[j].value(), 1e-10 * Math.abs(want[j]));
            }
        }
        assertTrue(table.of(0) > 0);
    }
}
