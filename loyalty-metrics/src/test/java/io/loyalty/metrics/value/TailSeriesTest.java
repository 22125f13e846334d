package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TailSeriesTest {

    @Test
    void seriesIsTheFractionAtEveryTime() {
        double[] scales = {1e-3, 1, 10.578, 11.669, 500, 1e7};
        for (double k : new double[] {1e-4, .553, 7.553, 300}) {
            for (double s : new double[] {.01, .606, 1, 40}) {
                for (double alpha : scales) {
                    for (double beta : scales) {
                        TailSeries series = new TailSeries(k, s, alpha, beta);
                        for (double time : new double[] {0, .3, 38.86, 1e4}) {
                            double want = DropoutTail.of(k, s, alpha + time, beta + time);
                            String what = k + " " + s + " " + alpha + " " + beta + " " + time;
                            assertEquals(want, series.at(time), 2e-12 * want, what);
                        }
                    }
                }
            }
        }
    }

    @Test
    void seriesBelongsToOneShape() {
        assertEquals(true, new TailSeries(2, 1, 3, 4).isFor(2));
        assertEquals(false, new TailSeries(2, 1, 3, 4).isFor(3));
        assertEquals(false, TailSeries.NONE.isFor(2));
    }
}
