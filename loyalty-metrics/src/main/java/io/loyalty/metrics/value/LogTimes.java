package io.loyalty.metrics.value;

import java.util.function.IntConsumer;

/**
 * A column of distinct times t with ln(1 + t/α) and ln(1 + t/β). Where many rows share a time, the logarithms are computed once and lie side by
 * side with it; where few do, there is nothing to share, and they are computed when asked for, without a table.
 */
final class LogTimes {

    private static final int STRIDE = 3;
    private static final int WORTH_A_TABLE = 4;

    private final double[] times;
    private final double[] table;
    private final boolean shared;
    private double alpha = Double.NaN;
    private double beta = Double.NaN;

    /** The times of so many rows; the array is kept. */
    LogTimes(double[] times, int rows) {
        this.times = times;
        shared = WORTH_A_TABLE * (long) times.length <= rows;
        table = new double[shared ? STRIDE * times.length : 0];
        for (int i = 0; shared && i < times.length; i++) {
            table[STRIDE * i] = times[i];
        }
    }

    void compute(double newAlpha, double newBeta, Execution execution) {
        beta = newBeta;
        compute(newAlpha, execution);
        forEach(execution, i -> table[i + 2] = Growth.log(table[i] / newBeta));
    }

    /** The logarithms by α alone. */
    void compute(double newAlpha, Execution execution) {
        alpha = newAlpha;
        forEach(execution, i -> table[i + 1] = Growth.log(table[i] / newAlpha));
    }

    private void forEach(Execution execution, IntConsumer place) {
        ChunkSums chunks = new ChunkSums(0, table.length / STRIDE, 0);
        execution.forEach(chunks.chunks(), chunk -> {
            for (int i = chunks.begin(chunk); i < chunks.end(chunk); i++) {
                place.accept(STRIDE * i);
            }
        });
    }

    double time(int i) {
        return shared ? table[STRIDE * i] : times[i];
    }

    double byAlpha(int i) {
        return shared ? table[STRIDE * i + 1] : Growth.log(times[i] / alpha);
    }

    double byBeta(int i) {
        return shared ? table[STRIDE * i + 2] : Growth.log(times[i] / beta);
    }

    /** ln(1 + t / min(α, β)). */
    double scaled(int i) {
        return alpha <= beta ? byAlpha(i) : byBeta(i);
    }
}
