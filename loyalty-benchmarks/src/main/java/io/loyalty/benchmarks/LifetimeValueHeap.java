package io.loyalty.benchmarks;

import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.MbgNbd;
import io.loyalty.metrics.value.ParetoNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PurchaseColumns;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much heap does a fit need? One line for each model and kind of times, in a table in Markdown: the smallest heap in which a machine
 * of its own reads the columns and fits, less the smallest in which it only reads them.
 *
 * <pre>{@code
 * java -Xmx2g -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.LifetimeValueHeap
 * }</pre>
 *
 * <p>It is of 1,000,000 customers, or as many as an argument says.
 */
public final class LifetimeValueHeap {

    private static final int STEP = 1 << 10;
    private static final int MOST = 1 << 20;

    private LifetimeValueHeap() {}

    /**
     * Prints the table.
     *
     * @param args how many customers; nothing for the full size
     * @throws IOException if there is no room for the columns on disk, or no machine can be started
     * @throws InterruptedException if a machine is not waited for
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length > 1) {
            work(args[0], Path.of(args[1]), out);
            return;
        }
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        out.println("| fit | times | extra heap, MB | bytes a customer |");
        out.println("|---|---|---|---|");
        for (LifetimeValueBenchmark.Times times : LifetimeValueBenchmark.Times.values()) {
            Path file = Files.createTempFile("lifetime-value", ".bin");
            try {
                write(new LifetimeValueData(customers, times == LifetimeValueBenchmark.Times.DAYS), file);
                int alone = smallest("none", file);
                for (String work : List.of("compression", "BG/NBD", "MBG/NBD", "Pareto/NBD")) {
                    long extra = (smallest(work, file) - alone) * 1024L;
                    out.println(
                            "| " + work + " | " + times + " | " + extra / 1_000_000 + " | " + extra / customers + " |");
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    static void write(LifetimeValueData data, Path file) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                DataOutputStream columns = new DataOutputStream(bytes)) {
            columns.writeInt(data.x.length);
            for (int i = 0; i < data.x.length; i++) {
                columns.writeDouble(data.x[i]);
                columns.writeDouble(data.last[i]);
                columns.writeDouble(data.age[i]);
            }
        }
    }

    /** The smallest heap, in kilobytes, in which some work on the columns of a file comes to its end. */
    private static int smallest(String work, Path file) throws IOException, InterruptedException {
        int low = 0;
        int high = MOST;
        while (high - low > STEP) {
            int middle = (low + high) >>> 1;
            if (fits(work, file, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean fits(String work, Path file, int kilobytes) throws IOException, InterruptedException {
        // This collector collects all there is before it gives up; what it keeps apart for what is new is small.
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-Xmn2m",
                                "-Xmx" + kilobytes + "k",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LifetimeValueHeap.class.getName(),
                                work,
                                file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** What the other machine does. */
    static void work(String work, Path file, PrintStream out) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream columns = new DataInputStream(bytes)) {
            int n = columns.readInt();
            double[] x = new double[n];
            double[] last = new double[n];
            double[] age = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = columns.readDouble();
                last[i] = columns.readDouble();
                age[i] = columns.readDouble();
            }
            if (!work.equals("none")) {
                out.println(fit(work, PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, LifetimeValueData.END)));
            }
            // The caller still has the columns when the fit is done.
            out.println(x[0] + last[0] + age[0]);
        }
    }

    private static Object fit(String work, PurchaseColumns columns) {
        return switch (work) {
            case "BG/NBD" -> BgNbd.fit(columns);
            case "MBG/NBD" -> MbgNbd.fit(columns);
            case "Pareto/NBD" -> ParetoNbd.fit(columns);
            default -> columns.size();
        };
    }
}
