package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class ResultTableTest {

    private static final String HEAD = """
            | benchmark | parameters | time | allocated | faster than naive | times the floor |
            |---|---|--:|--:|--:|--:|
            """;

    private static Measured of(String method, double nanos, String... parameter) {
        Map<String, String> parameters = parameter.length == 0 ? Map.of() : Map.of(parameter[0], parameter[1]);
        return new Measured("TeaBenchmark", method, parameters, nanos, Double.NaN, "ns/op", Double.NaN);
    }

    private static List<String> rows(Measured... all) {
        return ResultTable.of(List.of(all)).lines().skip(2).toList();
    }

    @Test
    void aRowSaysWhatWasMeasured() {
        Map<String, String> parameters = new TreeMap<>(Map.of("cups", "2", "kind", "green"));
        Measured brew = new Measured("TeaBenchmark", "brew", parameters, 1234.56, 7.801, "us/op", 1087.4);
        assertEquals(
                HEAD + "| Tea.brew | cups 2, kind green | 1,235 ± 8 us | 1,087 B |  |  |\n",
                ResultTable.of(List.of(brew)));
    }

    @Test
    void smallNumbersHaveThreeDigitsAndTheirErrorAsMany() {
        Measured sip = new Measured("TeaBenchmark", "sip", Map.of(), 0.012345, 0.00011, "ns/op", Double.NaN);
        assertEquals(List.of("| Tea.sip |  | 0.0123 ± 0.0002 ns |  |  |  |"), rows(sip));
    }

    @Test
    void ratiosAreToTheRivalsOfTheVeryName() {
        assertEquals(
                List.of(
                        "| Tea.brew |  | 10.0 ns |  | 8.2 × | 2.5 × |",
                        "| Tea.brewNaively |  | 82.0 ns |  |  |  |",
                        "| Tea.brewFloor |  | 4.00 ns |  |  |  |",
                        "| Tea.naive |  | 99.0 ns |  |  |  |",
                        "| Tea.floor |  | 1.00 ns |  |  |  |"),
                rows(of("brew", 10), of("brewNaively", 82), of("brewFloor", 4), of("naive", 99), of("floor", 1)));
    }

    @Test
    void rivalsOfTheClassServeAllItsMethods() {
        assertEquals(
                List.of(
                        "| Tea.brew |  | 10.0 ns |  | 9.9 × | 10 × |",
                        "| Tea.pour |  | 33.0 ns |  | 3.0 × | 33 × |",
                        "| Tea.naive |  | 99.0 ns |  |  |  |",
                        "| Tea.floor |  | 1.00 ns |  |  |  |"),
                rows(of("brew", 10), of("pour", 33), of("naive", 99), of("floor", 1)));
    }

    @Test
    void aRivalServesVariantsThatBeginWithItsWord() {
        assertEquals(
                "| Tea.brewInParallel |  | 5.00 ns |  | 16 × |  |",
                rows(of("brewInParallel", 5), of("brewNaively", 82), of("naive", 99))
                        .get(0));
        assertEquals(
                "| Tea.brewery |  | 5.00 ns |  |  |  |",
                rows(of("brewery", 5), of("brewNaively", 82)).get(0));
    }

    @Test
    void aRivalMayBeginWithTheWord() {
        assertEquals(
                List.of(
                        "| Tea.brew |  | 10.0 ns |  | 8.2 × | 5.0 × |",
                        "| Tea.brewInParallel |  | 5.00 ns |  | 16 × | 2.5 × |",
                        "| Tea.pour |  | 10.0 ns |  |  |  |",
                        "| Tea.naiveBrew |  | 82.0 ns |  |  |  |",
                        "| Tea.floorBrew |  | 2.00 ns |  |  |  |"),
                rows(of("brew", 10), of("brewInParallel", 5), of("pour", 10), of("naiveBrew", 82), of("floorBrew", 2)));
    }

    @Test
    void rivalsAreOfTheSameParametersAsFarAsBothHaveThem() {
        assertEquals(
                List.of(
                        "| Tea.brew | cups 1 | 10.0 ns |  | 8.0 × | 5.0 × |",
                        "| Tea.brew | cups 2 | 20.0 ns |  | 9.0 × | 10 × |",
                        "| Tea.naive | cups 1 | 80.0 ns |  |  |  |",
                        "| Tea.naive | cups 2 | 180 ns |  |  |  |",
                        "| Tea.floor |  | 2.00 ns |  |  |  |"),
                rows(
                        of("brew", 10, "cups", "1"),
                        of("brew", 20, "cups", "2"),
                        of("naive", 80, "cups", "1"),
                        of("naive", 180, "cups", "2"),
                        of("floor", 2)));
    }

    @Test
    void rivalsAreOfTheSameClass() {
        Measured other = new Measured("CoffeeBenchmark", "naive", Map.of(), 1, Double.NaN, "ns/op", Double.NaN);
        assertEquals(
                List.of("| Coffee.naive |  | 1.00 ns |  |  |  |", "| Tea.brew |  | 10.0 ns |  |  |  |"),
                rows(of("brew", 10), other));
    }

    @Test
    void unitsAreBroughtTogether() {
        Measured slow = new Measured("TeaBenchmark", "naive", Map.of(), 3, Double.NaN, "ms/op", Double.NaN);
        assertEquals(
                "| Tea.brew |  | 1,500 ns |  | 2,000 × |  |",
                rows(of("brew", 1_500), slow).get(0));
        Measured often = new Measured("TeaBenchmark", "pour", Map.of(), 2, Double.NaN, "ops/us", Double.NaN);
        assertEquals(
                "| Tea.pour |  | 2.00 ops/us |  | 6,000 × |  |",
                rows(often, slow).get(0));
    }

    @Test
    void unitsThatAreNotOfTimeAreRefused() {
        Measured heavy = new Measured("TeaBenchmark", "naive", Map.of(), 3, Double.NaN, "kg/op", Double.NaN);
        assertEquals(
                "unit must be one of time: kg/op",
                assertThrows(IllegalArgumentException.class, () -> rows(of("brew", 1), heavy))
                        .getMessage());
    }

    @Test
    void whatJmhWritesIsRead(@TempDir Path folder) throws IOException, RunnerException {
        // Another JMH run on this machine would disturb measurements, but not this test.
        System.setProperty("jmh.ignoreLock", "true");
        Path file = folder.resolve("results.json");
        new Runner(new OptionsBuilder()
                        .include("^" + NetPromoterBenchmark.class.getName() + "\\.score$")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(20))
                        .param("count", "10000")
                        .output(folder.resolve("log.txt").toString())
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();
        List<Measured> all = Measured.parse(Files.readString(file));
        assertEquals(1, all.size());
        Measured one = all.get(0);
        assertEquals("NetPromoterBenchmark", one.benchmark());
        assertEquals("score", one.method());
        assertEquals(Map.of("count", "10000"), one.parameters());
        assertTrue(one.score() > 0, "score: " + one.score());
        assertTrue(Double.isNaN(one.error()), "error: " + one.error());
        assertTrue(Double.isNaN(one.bytesPerOperation()), "bytes: " + one.bytesPerOperation());
    }
}
