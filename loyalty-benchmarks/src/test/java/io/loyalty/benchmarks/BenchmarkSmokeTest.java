package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every benchmark runs, and its contenders agree; how fast is not asked here. A parameter named {@code count} is the size of a
 * benchmark's data, and small here.
 */
class BenchmarkSmokeTest {

    @Test
    void everyBenchmarkRunsAndGivesAResult() throws IOException, RunnerException {
        // Another JMH run on this machine would disturb measurements, but not this test.
        System.setProperty("jmh.ignoreLock", "true");
        Options briefly = new OptionsBuilder()
                .forks(1)
                .jvmArgsAppend("-Xms256m", "-Xmx1g", "-XX:-AlwaysPreTouch")
                .param("count", "1000")
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(150))
                .shouldFailOnError(true)
                .output("target/benchmark-smoke.txt")
                .build();

        Collection<RunResult> results = new Runner(briefly).run();

        Set<String> ran = results.stream()
                .map(result -> result.getParams().getBenchmark())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(generated(), ran);
        for (RunResult result : results) {
            double score = result.getPrimaryResult().getScore();
            assertTrue(score > 0 && score < Double.POSITIVE_INFINITY, result.getParams() + " has no result: " + score);
        }
    }

    /** The benchmarks that the annotation processor found, one a line: {@code JMH S <length> <class> ... <length> <method>}. */
    private static Set<String> generated() throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream list = BenchmarkSmokeTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                names.add(words[3] + "." + words[9]);
            }
        }
        assertFalse(names.isEmpty());
        return names;
    }
}
