package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void aLineComesNowAndThenAndEachThingIsCountedForItself() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1_000);
        for (int i = 0; i < 2_500; i++) {
            progress.step("rows read");
        }
        for (int i = 0; i < 1_000; i++) {
            progress.step("facts played");
        }
        assertEquals(
                "... 1,000 rows read\n... 2,000 rows read\n... 1,000 facts played\n",
                bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
