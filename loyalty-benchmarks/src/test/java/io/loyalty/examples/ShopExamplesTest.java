package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The short examples print what their shops would expect. */
@ResourceLock(Resources.SYSTEM_OUT)
class ShopExamplesTest {

    private static String printed(Consumer<String[]> main) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            main.accept(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void tenStampsBuyACoffee() {
        assertEquals("10 stamps\n0 stamps after a free coffee\n", printed(StampCard::main));
    }

    @Test
    void twoTaxRatesOnOneReceipt() {
        assertEquals("""
                80 points for r-1
                  point: 80, 1 per full JPY 200, of JPY 16000
                back: 80 points and JPY 6520
                expiring: {2027-07-31=80}
                """, printed(ConsumptionTaxShop::main));
    }

    @Test
    void goldGuestsEarnMoreAndPayLess() {
        assertEquals("""
                stay 1: Guest, 2800 points
                stay 2: Guest, 5600 points
                stay 3: Gold, 8400 points
                stay 4: Gold, 12600 points
                held, and 600 left to spend
                arrived with 600 points, 1 free night left
                """, printed(Hotel::main));
    }
}
