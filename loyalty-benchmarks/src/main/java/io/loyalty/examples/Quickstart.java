package io.loyalty.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Plays a whole loyalty program and prints what came of it: over two made-up years of a café, or over a CSV of the user's own.
 *
 * <pre>{@code
 * mvn -B -ntp -q -Pquickstart
 * mvn -B -ntp -q -Pquickstart -Dexec.args="--csv sales.csv --customer id --time day --amount total --currency EUR"
 * mvn -B -ntp -q -Pquickstart -Dexec.args="--help"
 * }</pre>
 */
public final class Quickstart {

    private static final long PROGRESS_EVERY = 100_000;

    private static final int OK = 0;
    private static final int USER_ERROR = 2;

    private Quickstart() {}

    /**
     * Runs and ends the process: with 0, or with 2 if there is something for the user to put right.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        if (code != OK) {
            System.exit(code);
        }
    }

    /** Runs and gives the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.print(Arguments.USAGE);
            return OK;
        }
        long begin = System.nanoTime();
        try {
            Arguments arguments = Arguments.parse(args);
            Progress progress = new Progress(err, PROGRESS_EVERY);
            Shop shop = arguments.csv().isPresent()
                    ? read(arguments, arguments.csv().get(), progress)
                    : MadeUpShop.of(arguments.seed(), arguments.customers());
            Play play = Play.of(shop, progress);
            Statement statement = Statement.of(play, arguments.statementOf());
            WhatIf whatIf = WhatIf.of(out, play, progress);
            new Report(out, play).print();
            statement.print(out);
            new WeekAhead(out, play).print();
            whatIf.print();
            new Figures(out, shop, arguments.lifetime()).print();
        } catch (UserError e) {
            err.println(e.getMessage());
            return USER_ERROR;
        }
        out.println();
        out.println("Took " + Text.decimal((System.nanoTime() - begin) / 1e9, 2) + " s");
        return OK;
    }

    private static Shop read(Arguments arguments, Path file, Progress progress) {
        CsvRows rows = CsvRows.read(file, arguments.columns(), arguments.zone(), arguments.currency(), progress);
        String title = file.getFileName() + ", " + Text.count(rows.purchases().size(), "row")
                + (rows.bad() == 0 ? "" : " and " + Text.count(rows.bad(), "bad row"));
        return CsvShop.of(title, rows.purchases(), arguments.zone(), arguments.currency());
    }
}
