package io.loyalty.metrics.value;

/** A column of distinct times t with ln(1 + t/α) and ln(1 + t/β): what belongs to one time lies side by side. */
final class LogTimes {

    private static final int STRIDE = 3;

    private final double[] table;
    private final int size;
    private int scaled = 1;

    LogTimes(double[] times) {
        size = times.length;
        table = new double[STRIDE * size];
        for (int i = 0; i < size; i++) {
            table[STRIDE * i] = times[i];
        }
    }

    void compute(double alpha, double beta, Execution execution) {
        scaled = alpha <= beta ? 1 : 2;
        ChunkSums chunks = new ChunkSums(0, size, 0);
        execution.forEach(chunks.chunks(), chunk -> {
            for (int i = chunks.begin(chunk); i < chunks.end(chunk); i++) {
                double t = table[STRIDE * i];
                table[STRIDE * i + 1] = Growth.log(t / alpha);
                table[STRIDE * i + 2] = Growth.log(t / beta);
            }
        });
    }

    /** The logarithms by α alone. */
    void compute(double alpha, Execution execution) {
        ChunkSums chunks = new ChunkSums(0, size, 0);
        execution.forEach(chunks.chunks(), chunk -> {
            for (int i = chunks.begin(chunk); i < chunks.end(chunk); i++) {
                table[STRIDE * i + 1] = Growth.log(table[STRIDE * i] / alpha);
            }
        });
    }

    int size() {
        return size;
    }

    double time(int i) {
        return table[STRIDE * i];
    }

    double byAlpha(int i) {
        return table[STRIDE * i + 1];
    }

    double byBeta(int i) {
        return table[STRIDE * i + 2];
    }

    /** ln(1 + t / min(α, β)). */
    double scaled(int i) {
        return table[STRIDE * i + scaled];
    }
}
