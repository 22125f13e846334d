package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every benchmark runs for a moment, and its contenders agree; how fast is not asked here. Of each parameter the first value is
 * taken, so let that be the smallest.
 */
class BenchmarkSmokeTest {

    @TestFactory
    Iterable<DynamicTest> everyBenchmarkRunsAndGivesAResult() throws IOException, ReflectiveOperationException {
        // Another JMH run on this machine would disturb measurements, but not this test.
        System.setProperty("jmh.ignoreLock", "true");
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : classes()) {
            Class<?> benchmark = Class.forName(name);
            tests.add(DynamicTest.dynamicTest(benchmark.getSimpleName(), () -> run(benchmark)));
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    private static void run(Class<?> benchmark) throws RunnerException {
        ChainedOptionsBuilder briefly = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
                .forks(1)
                .jvmArgsAppend("-Xms256m", "-Xmx1g", "-XX:-AlwaysPreTouch", "-XX:TieredStopAtLevel=1")
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(150))
                .shouldFailOnError(true)
                .output("target/benchmark-smoke-" + benchmark.getSimpleName() + ".txt");
        for (Field field : benchmark.getDeclaredFields()) {
            Param param = field.getAnnotation(Param.class);
            if (param != null) {
                briefly.param(field.getName(), param.value()[0]);
            }
        }
        Set<String> ran = new TreeSet<>();
        for (RunResult result : new Runner(briefly.build()).run()) {
            ran.add(result.getParams().getBenchmark());
            double score = result.getPrimaryResult().getScore();
            assertTrue(score > 0 && score < Double.POSITIVE_INFINITY, result.getParams() + " has no result: " + score);
        }
        assertEquals(methods(benchmark), ran);
    }

    private static Set<String> methods(Class<?> benchmark) {
        Set<String> names = new TreeSet<>();
        for (Method method : benchmark.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Benchmark.class)) {
                names.add(benchmark.getName() + "." + method.getName());
            }
        }
        return names;
    }

    /** The classes that the annotation processor found, one line for each benchmark: {@code JMH S <length> <class> ...}. */
    private static Set<String> classes() throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream list = BenchmarkSmokeTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                names.add(line.split(" ")[3]);
            }
        }
        return names;
    }
}
