package io.loyalty.metrics.value;

import java.util.function.IntConsumer;

/** Stretches of rows that may be worked on at the same time: one on one thread, a few on several. */
final class Pieces {

    private static final int SEVERAL = 4;

    final int count;
    private final int rows;
    private final Execution execution;

    /** Something to do to the rows from one (included) to another (excluded). */
    @FunctionalInterface
    interface Work {
        void on(int from, int end);
    }

    Pieces(int rows, Execution execution) {
        this.rows = rows;
        this.execution = execution;
        count = execution == Execution.PARALLEL ? SEVERAL : 1;
    }

    int begin(int piece) {
        return (int) ((long) rows * piece / count);
    }

    int end(int piece) {
        return begin(piece + 1);
    }

    /** Does something for the number of each piece. */
    void forEach(IntConsumer task) {
        execution.forEach(count, task);
    }

    /** Does something to the rows of each piece. */
    void forRows(Work work) {
        execution.forEach(count, piece -> work.on(begin(piece), end(piece)));
    }
}
