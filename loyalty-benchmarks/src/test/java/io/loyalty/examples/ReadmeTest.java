package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs show, in either language, is what the sources have and what they print; and what they link to is there. */
@ResourceLock(Resources.SYSTEM_OUT)
class ReadmeTest {

    /** Tests run in the module's folder. */
    private static final Path ROOT = Path.of("..");

    private static final Path SAMPLES = Path.of("src/main/java/io/loyalty/examples");

    private static final String ENGLISH = "README.md";
    private static final String JAPANESE = ".github/README.ja.md";

    /** The samples, in the order in which the READMEs show them. */
    private static final List<Sample> SHOWN = List.of(
            new Sample("ReadmeSample", ReadmeSample::main),
            new Sample("ReadmeSegments", ReadmeSegments::main),
            new Sample("ReadmeLifetimeValue", ReadmeLifetimeValue::main));

    private record Sample(String name, Consumer<String[]> main) {

        String source() throws IOException {
            return Files.readString(SAMPLES.resolve(name + ".java"));
        }

        String printed() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream before = System.out;
            try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
                System.setOut(out);
                main.accept(new String[0]);
            } finally {
                System.setOut(before);
            }
            return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        }
    }

    private static String text(String readme) throws IOException {
        return Files.readString(ROOT.resolve(readme));
    }

    private static List<String> blocks(String readme, String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text(readme));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, JAPANESE})
    void itsSamplesAreThoseThatAreCompiled(String readme) throws IOException {
        List<String> blocks = blocks(readme, "java");
        assertEquals(SHOWN.size(), blocks.size(), "samples");
        for (int i = 0; i < blocks.size(); i++) {
            String body = "{\n" + blocks.get(i).indent(8).replaceAll("(?m)^ +$", "") + "    }\n";
            Sample sample = SHOWN.get(i);
            assertTrue(sample.source().contains(body), sample.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, JAPANESE})
    void itsSamplesPrintWhatItSays(String readme) throws IOException {
        List<String> printed = SHOWN.stream().map(Sample::printed).toList();
        assertEquals(printed, blocks(readme, "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, JAPANESE})
    void itsFilesAreThere(String readme) throws IOException {
        Matcher links = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)").matcher(text(readme));
        Path from = ROOT.resolve(readme).getParent();
        int seen = 0;
        while (links.find()) {
            seen++;
            assertTrue(Files.exists(from.resolve(links.group(1))), links.group(1));
        }
        assertTrue(seen > 3, "links: " + seen);
    }

    @Test
    void bothLanguagesHaveTheSameCommandsAndSources() throws IOException {
        for (String language : List.of("sh", "xml", "sql")) {
            assertEquals(blocks(ENGLISH, language), blocks(JAPANESE, language), language);
        }
        assertEquals(dois(ENGLISH), dois(JAPANESE));
    }

    private static List<String> dois(String readme) throws IOException {
        return Pattern.compile("https://doi\\.org/[^)]+")
                .matcher(text(readme))
                .results()
                .map(found -> found.group())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, JAPANESE})
    void itIsShort(String readme) throws IOException {
        long lines = text(readme).lines().count();
        assertTrue(lines < 200, "lines: " + lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, JAPANESE})
    void theTestCommandIsTheOneThatTheGateRuns(String readme) throws IOException {
        String command = "mvn -B -ntp verify";
        assertTrue(text(readme).contains("```sh\n" + command + "\n```"));
        assertTrue(text(".ci/run").contains("\n" + command + " "));
    }
}
