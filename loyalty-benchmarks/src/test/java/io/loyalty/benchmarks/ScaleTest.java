package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void eachTableHasALineForEachTenTimesAsMuch() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Scale.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), 100, 10_000, 1_000);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(10, lines.size());
        assertEquals(
                List.of("100", "1,000", "10,000"),
                lines.subList(2, 5).stream().map(ScaleTest::first).toList());
        // Memory may have shrunk meanwhile; no figure says so.
        assertTrue(lines.stream().noneMatch(line -> line.contains("| -")), lines.toString());
        assertTrue(
                lines.stream().allMatch(line -> line.isEmpty() || line.split("\\|", -1).length == 8), lines.toString());
        assertEquals("", lines.get(5));
        assertEquals(
                List.of("1,000", "10,000"),
                lines.subList(8, 10).stream().map(ScaleTest::first).toList());
    }

    private static String first(String row) {
        return row.split("\\|")[1].strip();
    }
}
