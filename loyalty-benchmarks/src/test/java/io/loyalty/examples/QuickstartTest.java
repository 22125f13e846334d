package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    @TempDir
    private Path folder = Path.of("");

    /** What a run printed and gave. */
    record Run(int code, String out, String err) {

        static Run of(String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = Quickstart.run(args, print(out), print(err));
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

    private String file(String... lines) throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file.toString();
    }

    private static void assertRefused(String sentence, String... args) {
        Run run = Run.of(args);
        assertEquals(2, run.code());
        assertEquals(sentence + "\n", run.err());
        assertEquals("", run.out());
    }

    /** Whether the lines are there; how wide the columns are does not matter. */
    static void assertShows(String report, String... lines) {
        for (String line : lines) {
            assertTrue(narrow(report).contains(narrow(line)), "no '" + line + "' in:\n" + report);
        }
    }

    private static String narrow(String text) {
        return text.replaceAll(" +", " ");
    }

    @Test
    void theSameSeedPrintsTheSameInAnyLocaleAndZone() {
        Run first = Run.of("--customers", "60");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
            assertEquals(
                    first.report(), Run.of("--customers", "60", "--seed", "1").report());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertEquals(0, first.code());
        assertEquals("", first.err());
    }

    @Test
    void theCafeOfTheFirstSeedIsAlive() {
        Run run = Run.of();
        assertEquals(0, run.code());
        assertShows(
                run.out(),
                "A made-up café of 400 customers from seed 1, 2024-01-01 to 2025-12-31 in Asia/Tokyo\n",
                "  members                     400\n",
                "  visits                   17,244\n",
                "  spent            JPY 19,473,040\n",
                "  returned            JPY 399,360\n",
                "  points issued           266,217\n",
                "  redeemed                172,900\n",
                "  expired                  39,830\n",
                "  taken back                4,186\n",
                "  outstanding              49,301\n",
                "outstanding: yes\n",
                "  Gold         33   8.3 %",
                "Contacts from 2026-01-01 to 2026-01-07,",
                "  birthday                          15\n",
                "  dropped, such as for the limits   70\n",
                "  2026-01-01  c-0020  EMAIL  birthday\n",
                "What if points were doubled on Tuesdays?\n",
                "  issued                     266,217      301,353      35,136\n",
                "  redeemed                   172,900      172,900           0\n",
                "  expired                     39,830       46,214       6,384\n",
                "  taken back                   4,186        4,800         614\n",
                "  outstanding                 49,301       77,439      28,138\n",
                "  cost at JPY 1 a point  JPY 222,201  JPY 250,339  JPY 28,138\n",
                "  2025-12  13,171   15,090       49,301   77,439        270         97       33\n",
                "  201 members gain 28,138 points, 0 lose 0\n",
                "  c-0290 has 804 more, such as by\n      visit-c-0290-170: 40 would be 81; tuesday: 41, × 2\n",
                "  Net Promoter Score  19.5 [8.3, 30.1] (95 % adjusted Wald), 205 answers\n",
                "  repeat rate         81.1 % [76.0 %, 85.4 %] (95 % Wilson), 215 of 265 customers bought",
                "  lifetime value      JPY 116,499 = JPY 38,833 a year",
                "  Champions                  62  15.5 %  JPY 9,212,050  48.3 %\n",
                "  Cannot lose                 5   1.3 %    JPY 580,180   3.0 %\n");
        assertFalse(run.out().contains("refused"), "the program refused facts of its own shop");
    }

    @Test
    void helpIsPrinted() {
        Run run = Run.of("--csv", "x", "--help");
        assertEquals(0, run.code());
        assertEquals(Arguments.USAGE, run.out());
    }

    @Test
    void aFileIsPlayed() throws IOException {
        String file = file(
                "\uFEFFday,who,\"paid, in all\"",
                "2024-01-05,ann,600.00",
                "2024-01-07 10:30,ben,20.50",
                "2024-02-01,ann,0",
                "2024-02-02T09:00:00+09:00,ann,-100.00",
                "2024-02-03,cem,-7.00",
                "2024-02-04,ben,-30.00");
        Run run = Run.of(
                "--csv",
                file,
                "--customer",
                "who",
                "--time",
                "day",
                "--amount",
                "paid, in all",
                "--zone",
                "Asia/Tokyo",
                "--currency",
                "EUR",
                "--statement",
                "ann");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertShows(
                run.out(),
                "sales.csv, 6 rows, 2024-01-05 to 2024-02-04 in Asia/Tokyo\n",
                "  1 row with an amount of 0: a visit",
                "  3 rows with a negative amount: a return",
                "  2 returns of more than was left, EUR 16.50 in all",
                "  1 customer with returns alone: no members",
                "  members                2\n",
                "  visits                 3\n",
                "  spent         EUR 620.50\n",
                "  returns                2\n",
                "  returned      EUR 120.50\n",
                "  points issued        620\n",
                "  redeemed             500\n",
                "  taken back           120\n",
                "  outstanding            0\n",
                "  owed by members        0\n",
                "outstanding: yes\n",
                "Statement of ann on 2024-02-04\n",
                "  2024-01-05 00:00  visit of EUR 600.00\n      600 points\n        base: 600, 1 per full EUR 1.00",
                "  2024-01-05 00:00  reward for 500 points\n",
                "  2024-02-02 09:00  return of EUR 100.00; what the visit is worth now:\n      500 points\n");
    }

    @Test
    void badRowsAreToldWithTheirLinesAndCounted() throws IOException {
        String file = file(
                "customer,time,amount",
                "ann,2024-01-05,600.00",
                "ann,05.01.2024,1.00",
                "ann,2024-01-05,1.234",
                "ann,2024-01-05,\"1,000.00\"",
                "ann,2024-01-05,1e9",
                ",2024-01-05,1.00",
                "ann,2024-01-05",
                "",
                "\"multi",
                "line\",0024-01-05,1.00",
                "ann,2024-01-05,9\"9",
                "ben,2024-01-06,1.00");
        Run run = Run.of("--csv", file);
        assertEquals("""
                line 3: the time '05.01.2024' is of no known form, or of a year far off
                line 4: the amount '1.234' has more decimals than USD, or is too large
                line 5: the amount '1,000.00' is no number
                line 6: the amount '1e9' is no number
                line 7: the customer is blank or no proper key
                line 8: there are 2 fields where the header has 3
                line 10: the customer is blank or no proper key
                line 12: there is a quote inside a field that does not begin with one
                """, run.err());
        assertEquals(0, run.code());
        assertShows(run.out(), "sales.csv, 2 rows and 8 bad rows, 2024-01-05 to 2024-01-06 in UTC\n");
    }

    @Test
    void manyBadRowsAreNotAllTold() throws IOException {
        String[] lines = new String[31];
        Arrays.fill(lines, "x,y,z");
        lines[0] = "customer,time,amount";
        lines[30] = "ann,2024-01-05,600.00";
        Run run = Run.of("--csv", file(lines));
        assertEquals(21, run.err().lines().count());
        assertTrue(run.err()
                .endsWith("line 21: the time 'y' is of no known form, or of a year far off\n"
                        + "further bad rows are only counted\n"));
        assertShows(run.out(), "1 row and 29 bad rows");
    }

    @Test
    void whatTheUserCanPutRightIsOneSentence() throws IOException {
        String file = file("customer,time,amount,amount", "a,2024-01-05,1,2");
        Path missing = folder.resolve("missing.csv");
        assertRefused("There is no file " + missing + ".", "--csv", missing.toString());
        assertRefused("The file " + folder + " cannot be read.", "--csv", folder.toString());
        assertRefused(
                "There is no column 'who' in " + file + "; its columns are customer, time, amount, amount.",
                "--csv",
                file,
                "--customer",
                "who");
        assertRefused("There are two columns 'amount' in " + file + ".", "--csv", file);
        assertRefused(
                "There is no time zone 'Mars/Base'; try one like Europe/London or Asia/Tokyo.", "--zone", "Mars/Base");
        assertRefused("There is no currency 'XYZ'; try a code of three letters like GBP or JPY.", "--currency", "XYZ");
        assertRefused("There is no currency 'XAU'; try a code of three letters like GBP or JPY.", "--currency", "XAU");
        assertRefused("There is no option '--cvs'; --help lists what there is.", "--cvs", "x");
        assertRefused("The option --csv needs a value after it.", "--csv");
        assertRefused("The option --seed is given twice.", "--seed", "1", "--seed", "2");
        assertRefused("The option --customers must be a whole number from 1 to 100000, not '0'.", "--customers", "0");
        assertRefused(
                "The option --seed must be a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
                        + ", not 'x'.",
                "--seed",
                "x");
        assertRefused("The option --years must be a number from 0 to 100, not '101'.", "--years", "101");
        assertRefused(
                "The option --retention must be a number from 0 to 1,000,000,000,000, not '-1'.", "--retention", "-1");
        assertRefused("'a\0b' is no name of a file.", "--csv", "a\0b");
    }

    @Test
    void aFileWithoutRowsIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertRefused("The file " + empty + " is empty; it needs a header line.", "--csv", empty.toString());
        String file = file("customer,time,amount");
        assertRefused("The file " + file + " has no row that could be read.", "--csv", file);
        String returns = file("customer,time,amount", "ann,2024-01-05,-1.00");
        assertRefused("The file has returns alone; it needs a row with a purchase.", "--csv", returns);
        String header = file("customer,time,\"amount", "ann,2024-01-05,-1.00");
        assertRefused(
                "The header line of " + header + " cannot be read: a quote is opened and never closed.",
                "--csv",
                header);
    }

    @Test
    void aFileWithoutMoneyHasUndefinedFigures() throws IOException {
        Run run = Run.of("--csv", file("customer,time,amount", "ann,2024-01-05,0.00"));
        assertEquals(0, run.code());
        assertShows(
                run.out(),
                "Net Promoter Score undefined: no answers\n",
                "repeat rate undefined: no customers\n",
                "lifetime value undefined: nobody bought since 2023-01-06\n",
                "Champions 0 - USD 0.00 -\n");
    }

    @Test
    void anUnknownMemberHasNoStatement() {
        Run run = Run.of("--customers", "3", "--statement", "nobody");
        assertEquals(2, run.code());
        assertEquals("There is no customer 'nobody'.\n", run.err());
    }
}
