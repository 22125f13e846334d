package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeValueTest {

    @TempDir
    private Path folder = Path.of("");

    /** What a run printed and gave. */
    record Run(int code, String out, String err) {

        static Run of(String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = LifetimeValue.run(args, print(out), print(err));
            return new Run(code, text(out), text(err));
        }

        /** Everything but the time taken. */
        String report() {
            return out.replaceAll("(?m)^Took .*$", "");
        }

        private static PrintStream print(ByteArrayOutputStream bytes) {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }

        private static String text(ByteArrayOutputStream bytes) {
            return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        }
    }

    private String file(List<String> lines) throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file.toString();
    }

    /** 300 customers of a made-up shop over 52 weeks: rates between one purchase a week and one in 18 weeks; some leave soon, some hardly ever. */
    private static List<String> rows() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> rows = new ArrayList<>(List.of("customer,time,amount"));
        for (int i = 0; i < 300; i++) {
            double day = random.nextInt(90);
            double gap = 7 + 120 * random.nextDouble();
            double mean = 10 + 40 * random.nextDouble();
            double leaves = .9 * random.nextDouble() * random.nextDouble();
            boolean left = false;
            while (day < 364 && !left) {
                rows.add(String.format(
                        Locale.ROOT,
                        "c%d,%s,%.2f",
                        i,
                        LocalDate.of(2024, 1, 1).plusDays((long) day),
                        mean * (.5 + random.nextDouble())));
                left = random.nextDouble() < leaves;
                day += -Math.log(1 - random.nextDouble()) * gap;
            }
        }
        return rows;
    }

    private static void refused(String sentence, String... args) {
        Run run = Run.of(args);
        assertEquals(2, run.code());
        assertEquals(sentence + "\n", run.err());
    }

    @Test
    void aFileIsFittedCheckedAndValued() throws IOException {
        Run run = Run.of(
                "--csv", file(rows()), "--end", "2024-12-29", "--currency", "EUR", "--top", "3", "--margin", "40");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        QuickstartTest.assertShows(
                run.out(),
                ", 2024-01-01 to 2024-12-29 in UTC\n",
                " 300 customers; transactions of a day are one purchase: ",
                "Check: fitted up to 2024-06-30, then 26.0 weeks predicted for 300 customers\n",
                " model status expected actual off by MAE RMSE\n",
                " rate so far ",
                " repeats customers expected each actual each\n",
                "Fits to everything up to 2024-12-29\n",
                " * CONVERGED ",
                " standard errors ",
                "Who is a customer still on 2024-12-29; value over 12 months at 10.0 % a year, margin 40.0 %\n",
                " 0.95 to 1.00 ",
                "Customers of the highest value, with 95 % intervals");
        assertEquals(
                3,
                run.out()
                        .lines()
                        .filter(line -> line.matches(" +c\\d+ .*\\[.*"))
                        .count());
    }

    @Test
    void orderOfTheRowsDoesNotMatter() throws IOException {
        List<String> rows = rows();
        Run first = Run.of("--csv", file(rows), "--end", "2024-12-29", "--model", "bg-nbd");
        Collections.reverse(rows.subList(1, rows.size()));
        assertEquals(
                first.report(),
                Run.of("--csv", file(rows), "--end", "2024-12-29", "--model", "bg-nbd")
                        .report());
        assertTrue(first.out().contains("BG/NBD *"));
    }

    @Test
    void helpIsPrinted() {
        Run run = Run.of("--help");
        assertEquals(0, run.code());
        assertEquals(LifetimeArguments.USAGE, run.out());
    }

    @Test
    void theLastDayIsNeverGuessed() throws IOException {
        refused(
                "The option --end is needed: the last day that the file covers; --help lists all options.",
                "--csv",
                file(rows()));
        refused(
                "The option --csv is needed: the file of transactions; --help lists all options.",
                "--end",
                "2024-12-29");
    }

    @Test
    void whatTheUserCanPutRightIsOneSentence() throws IOException {
        String file = file(rows());
        refused("The option --end must be a day like 2024-02-29, not 'x'.", "--csv", file, "--end", "x");
        refused(
                "The option --model must be bg-nbd, mbg-nbd or pareto-nbd, not 'x'.",
                "--csv",
                file,
                "--end",
                "2024-12-29",
                "--model",
                "x");
        refused(
                "The option --zero-amounts must be purchase or nothing, not 'x'.",
                "--csv",
                file,
                "--end",
                "2024-12-29",
                "--zero-amounts",
                "x");
        refused(
                "The option --calibration-end must be a day before --end, 2024-12-29.",
                "--csv",
                file,
                "--end",
                "2024-12-29",
                "--calibration-end",
                "2024-12-29");
        refused("The option --margin must be above 0.", "--csv", file, "--end", "2024-12-29", "--margin", "0");
        refused("There is no option '--until'; --help lists what there is.", "--until", "x");
        refused("The file begins on 2024-01-01, after the day given by --end.", "--csv", file, "--end", "2023-12-29");
    }

    @Test
    void withoutASecondPurchaseThereIsNothingToPredict() throws IOException {
        refused(
                "Nobody bought on two days, so there is nothing to predict from.",
                "--csv",
                file(List.of("customer,time,amount", "ann,2024-01-05,6.00", "ben,2024-01-05,6.00")),
                "--end",
                "2024-12-29");
        refused(
                "Nobody bought anything before the last day, so there is nothing to predict from.",
                "--csv",
                file(List.of("customer,time,amount", "ann,2024-01-05,-6.00")),
                "--end",
                "2024-12-29");
    }
}
