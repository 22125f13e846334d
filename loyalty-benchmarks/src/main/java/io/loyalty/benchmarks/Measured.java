package io.loyalty.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What JMH measured of one benchmark under one set of parameters.
 *
 * @param benchmark the class, without its package
 * @param method the method
 * @param parameters the parameters by name, sorted
 * @param score the time of an operation, or in other modes the number of operations in a time
 * @param error half the width of the score's confidence interval; NaN after a single iteration
 * @param unit the unit of both, such as {@code ns/op}
 * @param bytesPerOperation what the profiler {@code gc} counted; NaN without it
 */
record Measured(
        String benchmark,
        String method,
        Map<String, String> parameters,
        double score,
        double error,
        String unit,
        double bytesPerOperation) {

    /** Everything that a file of JMH's results has. */
    static List<Measured> parse(String json) {
        List<Measured> all = new ArrayList<>();
        for (Object result : (List<?>) JsonReader.read(json)) {
            all.add(from((Map<?, ?>) result));
        }
        return all;
    }

    private static Measured from(Map<?, ?> result) {
        String name = (String) result.get("benchmark");
        int dot = name.lastIndexOf('.');
        Map<?, ?> primary = (Map<?, ?>) result.get("primaryMetric");
        Map<String, String> parameters = new TreeMap<>();
        if (result.get("params") instanceof Map<?, ?> params) {
            params.forEach((key, value) -> parameters.put((String) key, (String) value));
        }
        double bytes = Double.NaN;
        if (result.get("secondaryMetrics") instanceof Map<?, ?> metrics
                && metrics.get("gc.alloc.rate.norm") instanceof Map<?, ?> allocated) {
            bytes = number(allocated.get("score"));
        }
        return new Measured(
                name.substring(name.lastIndexOf('.', dot - 1) + 1, dot),
                name.substring(dot + 1),
                parameters,
                number(primary.get("score")),
                number(primary.get("scoreError")),
                (String) primary.get("scoreUnit"),
                bytes);
    }

    /** JMH writes what is no number as a text. */
    private static double number(Object value) {
        return value instanceof Double number ? number : Double.parseDouble((String) value);
    }

    /** Whether a figure is the time of an operation, of which less is better. */
    boolean isTime() {
        return unit.endsWith("/op");
    }

    /** The time of an operation, in nanoseconds. */
    double nanos() {
        String of = unit.replace("ops/", "").replace("/op", "");
        double scale = switch (of) {
            case "ns" -> 1;
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "min" -> 60e9;
            default -> throw new IllegalArgumentException("unit must be one of time: " + unit);
        };
        return isTime() ? score * scale : scale / score;
    }

    /** Whether another was measured in the same class under the same parameters, as far as both have them. */
    boolean isComparableWith(Measured other) {
        return benchmark.equals(other.benchmark)
                && parameters.entrySet().stream()
                        .allMatch(entry -> other.parameters
                                .getOrDefault(entry.getKey(), entry.getValue())
                                .equals(entry.getValue()));
    }
}
