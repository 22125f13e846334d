package io.loyalty.spark;

import org.apache.spark.api.java.function.MapFunction;

/** Which process a task runs in. */
final class Processes {

    static final MapFunction<Long, String> NAME = any -> name();

    private Processes() {}

    static String name() {
        return Long.toString(ProcessHandle.current().pid());
    }
}
