package io.loyalty.metrics.value;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** On how many threads a fit works. The answer is the same to the last bit either way. */
public enum Execution {

    /** On the calling thread alone. */
    SEQUENTIAL,

    /** On the common fork-join pool, or on the pool from whose thread the call comes. */
    PARALLEL;

    /** Does tasks 0 to n − 1, which must not depend on each other; what they leave must be joined in their order afterwards. */
    void forEach(int n, IntConsumer task) {
        if (this == PARALLEL && n > 1) {
            IntStream.range(0, n).parallel().forEach(task);
        } else {
            for (int i = 0; i < n; i++) {
                task.accept(i);
            }
        }
    }
}
