package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How much heap a fit needs: it runs in a machine of its own, which has just enough, and fails for want of memory if it needs more. */
class FitHeapTest {

    private static final int CUSTOMERS = 200_000;
    private static final int BYTES_OF_COLUMNS = 3 * Double.BYTES;
    private static final int EXTRA_BYTES = 50;
    private static final int BYTES_OF_THE_MACHINE = 6_000_000;

    @Test
    void fitsOfHistoriesThatAllDifferTakeLessThanFiftyBytesACustomer() throws IOException, InterruptedException {
        long heap = BYTES_OF_THE_MACHINE + (long) CUSTOMERS * (BYTES_OF_COLUMNS + EXTRA_BYTES);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Collects all there is before it gives up, and keeps little apart for what is new.
                        "-XX:+UseSerialGC",
                        "-Xmn2m",
                        "-Xmx" + (heap >> 10) + "k",
                        "-cp",
                        home(FitHeapTest.class) + System.getProperty("path.separator") + home(ParetoNbd.class),
                        Fits.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertEquals(
                CUSTOMERS + " rows, BG/NBD CONVERGED, Pareto/NBD CONVERGED",
                output.lines().reduce("", (last, line) -> line));
    }

    /** Where a class was loaded from. */
    private static Path home(Class<?> type) {
        try {
            Path file =
                    Path.of(type.getResource(type.getSimpleName() + ".class").toURI());
            return file.resolve("../".repeat(type.getName().split("\\.").length))
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the other machine does. */
    static final class Fits {

        private Fits() {}

        public static void main(String[] args) {
            double[] x = new double[CUSTOMERS];
            double[] last = new double[CUSTOMERS];
            double[] age = new double[CUSTOMERS];
            SplittableRandom random = new SplittableRandom(5);
            for (int i = 0; i < CUSTOMERS; i++) {
                age[i] = 27 + 12 * random.nextDouble();
                double gap = 10 / exponential(random);
                double end = Math.min(age[i], 12 * exponential(random) / exponential(random));
                for (double t = gap * exponential(random); t < end; t += gap * exponential(random)) {
                    x[i]++;
                    last[i] = t;
                }
            }
            PurchaseColumns columns = PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, LocalDate.of(2024, 12, 31));
            System.out.println(columns.distinctRows() + " rows, BG/NBD "
                    + BgNbd.fit(columns).status() + ", Pareto/NBD "
                    + ParetoNbd.fit(columns).status());
        }

        private static double exponential(SplittableRandom random) {
            return -Math.log(1 - random.nextDouble());
        }
    }
}
