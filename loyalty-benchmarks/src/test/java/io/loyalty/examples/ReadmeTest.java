package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what the sources have and what they print. */
class ReadmeTest {

    /** Tests run in the module's folder. */
    private static final Path ROOT = Path.of("..");

    private static final Path SAMPLE = Path.of("src/main/java/io/loyalty/examples/ReadmeSample.java");

    private static String block(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String fence = "```" + language + "\n";
        int from = readme.indexOf(fence);
        assertTrue(from >= 0, "the README has no block of " + language);
        return readme.substring(from + fence.length(), readme.indexOf("```", from + fence.length()));
    }

    @Test
    void itsSampleIsTheOneThatIsCompiled() throws IOException {
        String indented = block("java").indent(8).replaceAll("(?m)^ +$", "");
        assertTrue(Files.readString(SAMPLE).contains("{\n" + indented + "    }\n"));
    }

    @Test
    void itsSamplePrintsWhatItSays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            ReadmeSample.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertEquals(block("text"), bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void itIsShort() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        assertTrue(lines.size() < 200, "lines: " + lines.size());
    }

    @Test
    void theTestCommandIsTheOneThatTheGateRuns() throws IOException {
        String command = "mvn -B -ntp verify";
        assertTrue(Files.readString(ROOT.resolve("README.md")).contains("```sh\n" + command + "\n```"));
        assertTrue(Files.readString(ROOT.resolve(".ci/run")).contains("\n" + command + " "));
    }
}
