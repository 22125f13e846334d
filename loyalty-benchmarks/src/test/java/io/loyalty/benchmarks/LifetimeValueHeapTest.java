package io.loyalty.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeValueHeapTest {

    @TempDir
    private Path folder;

    @Test
    void theOtherMachineFitsWhatIsInTheFile() throws IOException {
        Path file = folder.resolve("columns.bin");
        LifetimeValueData data = new LifetimeValueData(2_000, true);
        LifetimeValueHeap.write(data, file);
        String first = Double.toString(data.x[0] + data.last[0] + data.age[0]);

        assertEquals(List.of(first), lines("none", file));
        assertEquals(List.of("2000", first), lines("compression", file));
        for (String model : List.of("BG/NBD", "MBG/NBD", "Pareto/NBD")) {
            List<String> lines = lines(model, file);
            assertTrue(lines.get(0).contains("CONVERGED"), () -> model + ": " + lines);
            assertEquals(first, lines.get(lines.size() - 1));
        }
    }

    private static List<String> lines(String work, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LifetimeValueHeap.work(work, file, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
