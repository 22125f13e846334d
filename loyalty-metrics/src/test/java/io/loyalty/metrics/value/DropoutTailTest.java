package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
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
            assertEquals(DropoutTail.of(k, s, a, b), value, 1e-12 * value, what);
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
        // Half of the rows have x = 0, many have x = 1, few have one of the others; times ascend, or they do not, or
        // there is one for all.
        int[] begin = {0, 1500, 2600, 2700, 2701, 3000};
        int[] counts = {0, 1, 2, 7, 40};
        double[] times = new double[3000];
        Arrays.setAll(times, i -> 200 * random.nextDouble());
        times[0] = 0;
        Arrays.sort(times);
        for (IntUnaryOperator time : List.<IntUnaryOperator>of(i -> i, i -> (i * 7) % 3000, i -> 17, i -> i % 5)) {
            int[] timeOf = new int[3000];
            Arrays.setAll(timeOf, time);
            for (int rows : new int[] {3000, 100_000}) {
                LogTimes logs = new LogTimes(times, rows);
                TailTable table = new TailTable(counts, begin, timeOf, logs, Execution.SEQUENTIAL);
                for (double[] p :
                        new double[][] {{.5, 10, .6, 12}, {.2, .01, 3, 500}, {4, 1000, .1, 1}, {.5, 3, 40, 1e7}}) {
                    logs.compute(p[1], p[3], Execution.SEQUENTIAL);
                    table.compute(p);
                    agrees(table, p, counts, begin, timeOf, times);
                }
            }
        }
    }

    private static void agrees(TailTable table, double[] p, int[] counts, int[] begin, int[] timeOf, double[] times) {
        int most = 256;
        TailTable.Reader reader = table.new Reader(most);
        DropoutTail tail = new DropoutTail();
        double[] want = new double[4];
        double[] slopes = new double[4];
        double[] u = new double[most];
        double[] value = new double[most];
        double[] pull = new double[most];
        for (int c = 0; c < counts.length; c++) {
            for (int from = begin[c]; from < begin[c + 1]; from += most) {
                int rows = Math.min(most, begin[c + 1] - from);
                for (int i = 0; i < rows; i++) {
                    u[i] = Math.log1p(times[timeOf[from + i]] / Math.min(p[1], p[3]));
                }
                reader.read(c, from, rows, u, value);
                for (int i = 0; i < rows; i++) {
                    double t = times[timeOf[from + i]];
                    tail.compute(p[0] + counts[c], p[2], p[1] + t, p[3] + t);
                    assertEquals(tail.value, value[i], 1e-13 * tail.value);
                    pull[i] = 1 + i % 5;
                    want[0] += pull[i] * tail.byK;
                    want[1] += pull[i] * tail.byA;
                    want[2] += pull[i] * tail.byS;
                    want[3] += pull[i] * tail.byB;
                }
                reader.addSlopes(c, from, rows, pull, slopes);
            }
        }
        for (int j = 0; j < 4; j++) {
            assertEquals(want[j], slopes[j], 1e-10 * Math.abs(want[j]));
        }
    }
}
